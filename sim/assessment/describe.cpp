#include "sim/assessment/describe.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "engine/core/text.h"
#include "sim/assessment/reading.h"
#include "sim/faults/injection.h"
#include "sim/station/signals.h"
#include "sim/world/post.h"

namespace sim {

namespace {

/// What fills the places of one message.
struct Filling {
    const Setup& setup;
    const Reader& reader;
    DeviceId device = no_device;
    PostId actor = no_post;
    std::array<std::int64_t, 3> arguments{};
    std::size_t used = 0;

    std::int64_t next() { return used < arguments.size() ? arguments[used++] : 0; }
};

template <class Items>
bool has(const Items& items, std::int64_t number) {
    return number >= 0 && number < static_cast<std::int64_t>(items.size());
}

std::string device_label(const Filling& filling, std::int64_t device) {
    const auto& devices = filling.setup.layout.devices;
    if (!has(devices, device)) return "–";
    const DeviceSpec& spec = devices[static_cast<std::size_t>(device)];
    const std::string& label = spec.label.in(filling.reader.language);
    return label.empty() ? spec.name : label;
}

std::string part_label(const Filling& filling, std::int64_t part) {
    if (!has(filling.setup.layout.parts, part)) return "–";
    return label_of(filling.setup.layout, static_cast<PartId>(part), filling.reader);
}

std::string fault_label(const Filling& filling, std::int64_t fault) {
    const auto& faults = filling.setup.faults;
    if (!has(faults, fault)) return "–";
    return faults[static_cast<std::size_t>(fault)].title.in(filling.reader.language);
}

// What an injection of the fault that the message names first may say.
std::string of_injection(const Filling& filling, std::string_view place, std::int64_t number) {
    const auto& faults = filling.setup.faults;
    if (!has(faults, filling.arguments[0])) return "–";
    const FaultSpec& fault = faults[static_cast<std::size_t>(filling.arguments[0])];
    if (place == "injection_values") {
        return injection_values(fault, filling.setup.layout, static_cast<int>(number));
    }
    const std::vector<std::string> words = injection_words(fault);
    if (place == "injection_words") return engine::join(words);
    return has(words, number) ? words[static_cast<std::size_t>(number)] : "–";
}

std::string values_of_parameter(const Filling& filling, std::int64_t part) {
    const auto& parts = filling.setup.layout.parts;
    if (!has(parts, part)) return "–";
    const PartSpec& noun = parts[static_cast<std::size_t>(part)];
    if (noun.kind != PartKind::parameter) return "–";
    return parameter_values(static_cast<Parameter>(noun.index));
}

// `{state}`, `{screen}`, `{reason}`: the choices of the device's signal of that name.
std::string choice_or_number(const Filling& filling, std::string_view place, std::int64_t number) {
    const auto& devices = filling.setup.layout.devices;
    if (has(devices, filling.device)) {
        const DeviceClass scope = devices[static_cast<std::size_t>(filling.device)].device_class;
        for (const SignalSpec& row : signals()) {
            if (row.scope != scope || row.name != place || !has(row.choices, number)) continue;
            return describe_choice(row.choices[static_cast<std::size_t>(number)], filling.reader);
        }
    }
    return std::to_string(number);
}

std::string fill(Filling& filling, std::string_view place) {
    if (place == "device") {
        return device_label(filling, filling.device != no_device ? filling.device : filling.next());
    }
    if (place == "post") {
        const std::int64_t post = filling.actor != no_post ? filling.actor : filling.next();
        return std::string(title_of(static_cast<PostId>(post), filling.reader));
    }
    const std::int64_t number = filling.next();
    if (place == "part" || place == "part2" || place == "word" || place == "signal" ||
        place == "parameter") {
        return part_label(filling, number);
    }
    if (place == "fault") return fault_label(filling, number);
    if (place == "time") return engine::format_clock(number);
    if (place == "duration") return engine::format_duration(number);
    if (place == "parameter_values") return values_of_parameter(filling, number);
    if (place.starts_with("injection_")) return of_injection(filling, place, number);
    return choice_or_number(filling, place, number);
}

/// Calls `found` with each place's name and `between` with each stretch of text.
template <class Between, class Found>
void take_apart(std::string_view text, const Between& between, const Found& found) {
    for (;;) {
        const std::size_t open = text.find('{');
        const std::size_t close = text.find('}', open);
        if (open == text.npos || close == text.npos) break;
        between(text.substr(0, open));
        found(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
    between(text);
}

// The English text says which argument belongs to which place; a translation may turn them round.
std::string fill_all(const char* english, Filling filling) {
    std::vector<std::pair<std::string_view, std::string>> places;
    take_apart(
        english, [](std::string_view) {},
        [&](std::string_view place) { places.emplace_back(place, fill(filling, place)); });
    std::string result;
    take_apart(
        filling.reader.translate(english), [&](std::string_view words) { result += words; },
        [&](std::string_view place) {
            const auto known = std::find_if(places.begin(), places.end(),
                                            [&](const auto& one) { return one.first == place; });
            if (known != places.end()) result += known->second;
        });
    return result;
}

}  // namespace

const std::string& label_of(const Layout& layout, PartId part, const Reader& reader) {
    const PartSpec& spec = layout[part];
    const std::string& label = spec.label.in(reader.language);
    return label.empty() ? spec.name : label;
}

std::string_view title_of(PostId post, const Reader& reader) {
    return has(posts(), post) ? reader.translate(posts()[static_cast<std::size_t>(post)].title)
                              : std::string_view("–");
}

std::string language_of_environment() {
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string language = std::string(value).substr(0, 2);
        return language == "ru" || language == "ky" ? language : "en";
    }
    return "en";
}

std::string describe(const Observation& observation, const Setup& setup, const Reader& reader) {
    return fill_all(spec(observation.message).text,
                    {setup, reader, observation.device, observation.actor, observation.arguments});
}

std::string describe(const Refusal& refusal, const Setup& setup, const Reader& reader) {
    return fill_all(spec(refusal.reason).text,
                    {setup, reader, no_device, no_post, refusal.arguments});
}

std::string describe_choice(std::string_view name, const Reader& reader) {
    // Names that say too little by themselves.
    constexpr std::pair<std::string_view, const char*> fuller[] = {
        {"pin", N_("PIN being entered")},
        {"next_voter", N_("ready for a voter")},
    };
    for (const auto& [short_name, text] : fuller) {
        if (short_name == name) return std::string(reader.translate(text));
    }
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return std::string(reader.translate(words));
}

std::string describe_value(const Layout& layout, SignalRef signal, std::int64_t value,
                           const Reader& reader) {
    if (signal.signal < 0) return std::to_string(value);
    const SignalSpec& row = spec(signal);
    if (row.type == SignalType::boolean) {
        return std::string(reader.translate(value != 0 ? N_("yes") : N_("no")));
    }
    const std::string text = value_text(layout, signal, value);
    return row.type == SignalType::choice ? describe_choice(text, reader) : text;
}

}  // namespace sim
