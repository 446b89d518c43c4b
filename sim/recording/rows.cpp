#include "sim/recording/rows.h"

#include <algorithm>

#include "sim/recording/nouns.h"
#include "sim/station/sentence.h"
#include "sim/world/post.h"

namespace sim {

namespace {

using Numbers = std::array<std::int64_t, 3>;

std::array<RecordedArgument, 3> named(const Setup& setup, const std::array<Noun, 3>& nouns,
                                      const Numbers& numbers) {
    std::array<RecordedArgument, 3> result;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (nouns[i] == Noun::none) {
            result[i].number = numbers[i];
        } else {
            result[i].noun = noun_word(setup, nouns[i], numbers[i]);
        }
    }
    return result;
}

// No word at all means none of that noun.
std::optional<std::int64_t> number(const Setup& setup, Noun noun, const std::string& word) {
    return word.empty() ? std::optional<std::int64_t>(-1) : noun_number(setup, noun, word);
}

std::optional<Numbers> numbered(const Setup& setup, const std::array<Noun, 3>& nouns,
                                const std::array<RecordedArgument, 3>& arguments) {
    Numbers result{};
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = arguments[i].number;
        if (nouns[i] == Noun::none) continue;
        const auto found = number(setup, nouns[i], arguments[i].noun);
        if (!found) return std::nullopt;
        result[i] = *found;
    }
    return result;
}

}  // namespace

std::string format_posts(const std::array<bool, post_count>& held) {
    std::string text;
    for (std::size_t i = 0; i < held.size(); ++i) {
        if (!held[i]) continue;
        if (!text.empty()) text += ' ';
        text += posts()[i].name;
    }
    return text;
}

bool parse_posts(std::string_view text, std::array<bool, post_count>& held) {
    held.fill(false);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const PostId post = find_post(text.substr(0, end));
        if (post == no_post) return false;
        held[static_cast<std::size_t>(post)] = true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

RecordedCommand recorded(const Setup& setup, const Command& command, const Refusal& refusal) {
    RecordedCommand row;
    row.number = command.number;
    row.time = command.time;
    row.author = name_of(command.author);
    row.actor = noun_name(setup, Noun::post, command.actor);
    row.sentence = format_sentence(setup.layout, command);
    if (refusal) row.refused = spec(refusal.reason).name;
    row.already = refusal.already;
    const auto nouns =
        refusal ? argument_nouns(refusal.reason, false, false) : std::array<Noun, 3>{};
    row.arguments = named(setup, nouns, refusal.arguments);
    return row;
}

RecordedObservation recorded(const Setup& setup, const Observation& observation) {
    RecordedObservation row;
    row.time = observation.time;
    row.message = spec(observation.message).name;
    row.device = noun_name(setup, Noun::device, observation.device);
    row.actor = noun_name(setup, Noun::post, observation.actor);
    const auto nouns = argument_nouns(observation.message, observation.device != no_device,
                                      observation.actor != no_post);
    row.arguments = named(setup, nouns, observation.arguments);
    return row;
}

std::optional<Observation> observation_of(const Setup& setup, const RecordedObservation& row) {
    const auto message = find_message(row.message);
    const auto device = number(setup, Noun::device, row.device);
    const auto actor = number(setup, Noun::post, row.actor);
    if (!message || !device || !actor) return std::nullopt;
    const auto nouns = argument_nouns(*message, *device >= 0, *actor >= 0);
    const auto arguments = numbered(setup, nouns, row.arguments);
    if (!arguments) return std::nullopt;
    return Observation{row.time, *message, static_cast<DeviceId>(*device),
                       static_cast<PostId>(*actor), *arguments};
}

std::optional<Refusal> refusal_of(const Setup& setup, const RecordedCommand& row) {
    if (row.refused.empty()) return Refusal{{}, {}, row.already};
    const auto message = find_message(row.refused);
    if (!message) return std::nullopt;
    const auto nouns = argument_nouns(*message, false, false);
    const auto arguments = numbered(setup, nouns, row.arguments);
    if (!arguments) return std::nullopt;
    return Refusal{*message, *arguments, row.already};
}

}  // namespace sim
