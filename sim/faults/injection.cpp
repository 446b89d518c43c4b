#include "sim/faults/injection.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/core/quantity.h"

namespace sim {

namespace {

struct Pair {
    std::string name, value;
};

/// NAME=VALUE pairs, separated by spaces; a unit may follow its number after a space.
std::vector<Pair> split_pairs(std::string_view words) {
    std::vector<Pair> pairs;
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string_view token = words.substr(at, end - at);
        at = end + 1;
        if (token.empty()) continue;
        const std::size_t equals = token.find('=');
        if (equals != std::string_view::npos) {
            pairs.push_back(
                {std::string(token.substr(0, equals)), std::string(token.substr(equals + 1))});
        } else if (!pairs.empty()) {
            pairs.back().value += " " + std::string(token);
        } else {
            pairs.push_back({std::string(token), ""});
        }
    }
    return pairs;
}

constexpr std::pair<const char*, Time InjectionWords::*> spans[] = {
    {"delay", &InjectionWords::delay},
    {"ramp", &InjectionWords::ramp},
    {"duration", &InjectionWords::duration},
};

/// Whether `word` is `name`, or some of its words: "grip" of "entry_grip".
bool names(std::string_view word, std::string_view name) {
    const std::string inside = "_" + std::string(name) + "_";
    return !word.empty() && inside.find("_" + std::string(word) + "_") != inside.npos;
}

/// The index in injection_words; nothing when it is none, or a short form of several.
std::optional<std::size_t> find_word(const FaultSpec& fault, std::string_view said) {
    const std::vector<std::string> words = injection_words(fault);
    const auto same = std::find(words.begin(), words.end(), said);
    if (same != words.end()) return static_cast<std::size_t>(same - words.begin());
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < fault.causes.size(); ++i) {
        if (!names(said, words[i])) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

/// The word that is meant, by its spelling or by that of its short form; -1 when none is near.
int nearest_word(const FaultSpec& fault, std::string_view said) {
    const std::vector<std::string> words = injection_words(fault);
    std::vector<std::string> spellings = words;
    std::vector<std::size_t> meant(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        meant[i] = i;
        const std::size_t last = words[i].rfind('_');
        if (last == std::string::npos) continue;
        spellings.push_back(words[i].substr(last + 1));
        meant.push_back(i);
    }
    const std::string near = engine::nearest(said, spellings);
    if (near.empty()) return -1;
    const auto at = std::find(spellings.begin(), spellings.end(), near) - spellings.begin();
    return static_cast<int>(meant[static_cast<std::size_t>(at)]);
}

std::vector<std::string> device_names(const Layout& layout, DeviceClass wanted) {
    std::vector<std::string> all;
    for (const DeviceSpec& device : layout.devices) {
        if (device.device_class == wanted) all.push_back(device.name);
    }
    return all;
}

InjectionMistake unknown(const FaultSpec& fault, const std::string& said) {
    const std::vector<std::string> words = injection_words(fault);
    InjectionMistake mistake;
    mistake.word = nearest_word(fault, said);
    mistake.text = {N_("unknown word {} for this malfunction"), engine::quote(said)};
    if (mistake.word >= 0) {
        mistake.text.then({N_("; did you mean {}?"),
                           engine::quote(words[static_cast<std::size_t>(mistake.word)])});
    } else {
        mistake.text.then(".");
    }
    mistake.text.then({N_(" Allowed: {}"), engine::join(words)});
    return mistake;
}

/// Puts the value where it belongs; false when it is not possible.
bool read_value(const FaultSpec& fault, const Layout& layout, std::size_t word,
                const std::string& value, InjectionWords& into) {
    if (word < fault.causes.size()) {
        const Parameter parameter = fault.causes[word].parameter;
        const auto number = parse_parameter_value(parameter, value);
        if (number) into.values.emplace_back(parameter, *number);
        return number.has_value();
    }
    const std::size_t span = word - fault.causes.size();
    if (span < std::size(spans)) {
        const auto time = engine::parse_duration(value);
        if (!time || *time < 0) return false;
        into.*spans[span].second = *time;
        return true;
    }
    into.device = layout.find_device(value);
    return into.device != no_device &&
           layout.device(into.device).device_class == fault.device_class;
}

std::optional<InjectionMistake> read_pair(const FaultSpec& fault, const Layout& layout,
                                          const Pair& pair, InjectionWords& into) {
    const auto word = find_word(fault, pair.name);
    if (!word) return unknown(fault, pair.name);
    if (read_value(fault, layout, *word, pair.value, into)) return std::nullopt;
    InjectionMistake mistake;
    mistake.of_value = true;
    mistake.word = static_cast<int>(*word);
    mistake.text = {N_("{}: {} is not a possible value"), pair.name, engine::quote(pair.value)};
    const std::string near =
        *word == fault.causes.size() + std::size(spans)
            ? engine::nearest(pair.value, device_names(layout, fault.device_class))
            : std::string{};
    mistake.text.then(near.empty() ? engine::Phrase(".")
                                   : engine::Phrase(N_("; did you mean {}?"), engine::quote(near)));
    mistake.text.then({N_(" Allowed: {}"), injection_values(fault, layout, mistake.word)});
    return mistake;
}

DeviceId device_for(const Layout& layout, const FaultSpec& fault, Parameter parameter,
                    DeviceId named) {
    const DeviceClass wanted = spec(parameter).device_class;
    const bool fits = named != no_device && layout.device(named).device_class == wanted;
    if (wanted == fault.device_class && fits) return named;
    return layout.device_of(wanted, 0);
}

}  // namespace

std::variant<InjectionWords, InjectionMistake> read_injection(const FaultSpec& fault,
                                                              const Layout& layout,
                                                              std::string_view words) {
    InjectionWords result;
    for (const Pair& pair : split_pairs(words)) {
        auto mistake = read_pair(fault, layout, pair, result);
        if (mistake) return std::move(*mistake);
    }
    return result;
}

std::vector<std::string> injection_words(const FaultSpec& fault) {
    std::vector<std::string> words;
    for (const Cause& cause : fault.causes) words.emplace_back(spec(cause.parameter).name);
    for (const auto& [name, goal] : spans) words.emplace_back(name);
    words.emplace_back("device");
    return words;
}

std::string injection_values(const FaultSpec& fault, const Layout& layout, int word) {
    if (word < 0) return {};
    const auto at = static_cast<std::size_t>(word);
    if (at < fault.causes.size()) return parameter_values(fault.causes[at].parameter);
    if (at < fault.causes.size() + std::size(spans)) return "30s, 5min, 1h";
    return engine::join(device_names(layout, fault.device_class));
}

std::optional<std::int64_t> parse_parameter_value(Parameter parameter, std::string_view text) {
    const ParameterSpec& row = spec(parameter);
    auto value = engine::parse_quantity(text, row.unit);
    const bool share = row.unit == "permille" || row.unit == "ppm";
    if (!value && share && text.find_first_not_of("0123456789.") == text.npos) {
        // Of a whole, exactly: a metre has a thousand millimetres, and a million micrometres.
        value =
            engine::parse_quantity(std::string(text) + " m", row.unit == "permille" ? "mm" : "um");
    }
    if (!value || *value < row.low || *value > row.high) return std::nullopt;
    return value;
}

std::string parameter_values(Parameter parameter) {
    const ParameterSpec& row = spec(parameter);
    const auto shown = [&row](std::int64_t value) {
        return value == 0 ? "0" : engine::format_quantity(value, row.unit);
    };
    std::string text = shown(row.low) + " … " + shown(row.high);
    const bool whole = row.low == 0 && ((row.unit == "permille" && row.high == 1000) ||
                                        (row.unit == "ppm" && row.high == 1'000'000));
    return whole ? text + ", 0 … 1" : text;
}

std::vector<Perturbation> perturbations_of(const FaultSpec& fault, int fault_index,
                                           const InjectionWords& words, const Layout& layout,
                                           int injection, Time now) {
    std::vector<Perturbation> result;
    for (const Cause& cause : fault.causes) {
        Perturbation change;
        change.fault = static_cast<std::int16_t>(fault_index);
        change.injection = injection;
        change.parameter = cause.parameter;
        change.device = device_for(layout, fault, cause.parameter, words.device);
        change.value = cause.value;
        for (const auto& [parameter, value] : words.values) {
            if (parameter == cause.parameter) change.value = value;
        }
        change.start = now + (words.delay >= 0 ? words.delay : cause.delay);
        change.ramp = words.ramp >= 0 ? words.ramp : cause.ramp;
        const Time lasts = words.duration >= 0 ? words.duration : cause.duration;
        change.end = lasts == engine::never ? engine::never : change.start + lasts;
        result.push_back(change);
    }
    for (const Slip& slip : fault.slips) {
        Perturbation lapse;
        lapse.fault = static_cast<std::int16_t>(fault_index);
        lapse.injection = injection;
        lapse.parameter = Parameter::attention;
        lapse.device = layout.device_of(DeviceClass::room, 0);
        lapse.start = now + (words.delay >= 0 ? words.delay : slip.delay);
        const Time lasts = words.duration >= 0 ? words.duration : slip.duration;
        lapse.end = lasts == engine::never ? engine::never : lapse.start + lasts;
        result.push_back(lapse);
    }
    return result;
}

}  // namespace sim
