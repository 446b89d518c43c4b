#include "sim/seats/instructor/form.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/quantity.h"
#include "engine/core/translate.h"
#include "sim/faults/injection.h"
#include "sim/station/sentence.h"

namespace sim::seats {

namespace {

std::string short_clock(Time time) {
    return engine::format_clock(time).substr(0, 5);
}

std::string shown_value(const Cause& cause) {
    const ParameterSpec& row = spec(cause.parameter);
    return cause.value == 0 ? "0" : engine::format_quantity(cause.value, row.unit);
}

/// "30 s" as one word, for a sentence.
std::string one_word(std::string text) {
    std::erase(text, ' ');
    return text;
}

std::optional<Time> span_of(const std::string& text) {
    const auto span = engine::parse_duration(text);
    if (!span || *span < 0) return std::nullopt;
    return span;
}

FormResult wrong(const char* text, const std::string& value) {
    return {std::nullopt, {text, engine::quote(value)}};
}

/// When it fires. Nothing: said in `problem`.
FormResult read_when(const Form& form, const Live& live, Arm arm) {
    const Time now = live.world().now;
    switch (form.when) {
        case Form::When::now:
            arm.at = now;
            return {arm, {}};
        case Form::When::time: {
            const auto at = engine::parse_clock(form.at);
            if (!at) return wrong(N_("{} is no time of day; write 12:30"), form.at);
            if (*at < now) return wrong(N_("{} is over already"), form.at);
            arm.at = *at;
            return {arm, {}};
        }
        case Form::When::after: {
            const auto span = span_of(form.after);
            if (!span) return wrong(N_("{} is no length of time; write 30 s or 5 min"), form.after);
            arm.at = now + *span;
            return {arm, {}};
        }
        case Form::When::reading:
            break;
    }
    if (!form.signal) return {std::nullopt, {N_("Choose a reading first")}};
    const auto value = parse_reading(live.layout(), *form.signal, form.value);
    if (!value) return wrong(N_("{} is no value of this reading"), form.value);
    arm.when = Arm::When::reading;
    arm.signal = *form.signal;
    arm.comparison = form.comparison;
    arm.value = *value;
    return {arm, {}};
}

}  // namespace

Form make_form(const Live& live, std::int16_t fault) {
    const FaultSpec& spec = live.setup().faults[static_cast<std::size_t>(fault)];
    Form form;
    form.open = true;
    form.fault = fault;
    form.at = short_clock(live.world().now + 5 * engine::minute);
    form.after = "5 min";
    form.signal = find_signal(live.layout(), "scanner.ballots");
    if (form.signal) form.value = std::to_string(read(live.world(), *form.signal) + 10);
    for (const Cause& cause : spec.causes) form.strengths.push_back(shown_value(cause));
    const std::vector<DeviceId> devices = devices_for(spec, live.layout());
    if (!devices.empty()) form.device = devices.front();
    form.off = "2 min";
    form.times = "3";
    return form;
}

std::string words_of(const Form& form, const Live& live) {
    const FaultSpec& fault = live.setup().faults[static_cast<std::size_t>(form.fault)];
    std::vector<std::string> words;
    for (std::size_t i = 0; i < fault.causes.size(); ++i) {
        const std::string& text = form.strengths[i];
        if (text == shown_value(fault.causes[i])) continue;
        words.push_back(fmt::format("{}={}", spec(fault.causes[i].parameter).name, text));
    }
    if (!form.ramp.empty()) words.push_back("ramp=" + one_word(form.ramp));
    if (!form.duration.empty()) words.push_back("duration=" + one_word(form.duration));
    const std::vector<DeviceId> devices = devices_for(fault, live.layout());
    if (devices.size() > 1 && form.device != no_device && form.device != devices.front()) {
        words.push_back("device=" + live.layout().device(form.device).name);
    }
    return engine::join(words, " ");
}

FormResult read_form(const Form& form, const Live& live) {
    const FaultSpec& fault = live.setup().faults[static_cast<std::size_t>(form.fault)];
    Arm arm;
    arm.fault = form.fault;
    arm.words = words_of(form, live);
    const auto words = read_injection(fault, live.layout(), arm.words);
    if (const auto* mistake = std::get_if<InjectionMistake>(&words)) {
        return {std::nullopt, mistake->text};
    }
    if (form.repeats) {
        const Time lasts = std::get<InjectionWords>(words).duration;
        if (lasts <= 0) {
            return {std::nullopt, {N_("To come and go it needs a duration: how long it acts")}};
        }
        const auto off = span_of(form.off);
        if (!off) return wrong(N_("{} is no length of time; write 30 s or 5 min"), form.off);
        const auto times = engine::parse_quantity(form.times, "count");
        if (!times || *times < 2 || *times > 100) {
            return wrong(N_("{}: how many times, from 2 to 100"), form.times);
        }
        arm.times = static_cast<int>(*times);
        arm.every = lasts + *off;
    }
    return read_when(form, live, std::move(arm));
}

std::optional<std::int64_t> parse_reading(const Layout& layout, SignalRef signal,
                                          const std::string& text) {
    const std::string sentence = "override " + signal_name(layout, signal) + " " + text;
    const auto parsed = parse_sentence(layout, sentence);
    const Command* command = std::get_if<Command>(&parsed);
    if (command == nullptr || !command->has_value) return std::nullopt;
    return command->value;
}

const char* sign_of(Condition::Comparison comparison) {
    constexpr const char* signs[] = {"=", "≠", "<", "≤", ">", "≥"};
    return signs[static_cast<std::size_t>(comparison)];
}

std::vector<DeviceId> devices_for(const FaultSpec& fault, const Layout& layout) {
    std::vector<DeviceId> devices;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        if (layout.devices[i].device_class == fault.device_class) {
            devices.push_back(static_cast<DeviceId>(i));
        }
    }
    return devices;
}

}  // namespace sim::seats
