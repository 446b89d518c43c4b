/// Observations, refusals and readings in words, in a person's language.
#pragma once

#include <string>
#include <string_view>

#include "engine/core/translate.h"
#include "sim/station/world.h"

namespace sim {

/// In which language, with which catalogue: what every text for people needs.
struct Reader {
    engine::Translator translate;
    std::string language = "en";  ///< "en", "ru" or "ky", for texts of the files
};

/// The language that LANGUAGE and the locale's variables ask for, in gettext's order: "ru_RU.UTF-8"
/// is "ru"; "en" for those that are not spoken here.
std::string language_of_environment();

/// The sentence of an observation: its message with the labels of its nouns in their places.
std::string describe(const Observation& observation, const Setup& setup, const Reader& reader);

/// Why a command was refused.
std::string describe(const Refusal& refusal, const Setup& setup, const Reader& reader);

/// A signal's value for a person: the name of a choice, yes or no, a clock, a number with its unit.
std::string describe_value(const Layout& layout, SignalRef signal, std::int64_t value,
                           const Reader& reader);

/// A choice's name ("ready_closed") in words.
std::string describe_choice(std::string_view name, const Reader& reader);

/// The label of a part, its name where it has none.
const std::string& label_of(const Layout& layout, PartId part, const Reader& reader);

/// The title of a post.
std::string_view title_of(PostId post, const Reader& reader);

}  // namespace sim
