#include "sim/scenario/read_fault.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/read_equipment.h"
#include "sim/scenario/read_steps.h"
#include "sim/world/post.h"

namespace sim {

namespace {

using engine::Node;

constexpr int recovery_priority = 10;

/// `name` of the class, or `class.name` of another one.
std::optional<Parameter> read_parameter(Form& form, DeviceClass device_class) {
    const std::string written = form.text("parameter");
    std::string name = written;
    const std::size_t dot = written.find('.');
    if (dot != written.npos) {
        const auto other = device_class_named(written.substr(0, dot));
        name = other ? written.substr(dot + 1) : written;
        device_class = other.value_or(device_class);
    }
    const auto parameter = find_parameter(device_class, name);
    if (!parameter) {
        form.problem("parameter", unknown_word("parameter", name, parameter_names(device_class)));
    }
    return parameter;
}

/// A cause is a parameter's value or a colleague's acts.
void read_cause(const Node& node, DeviceClass device_class, const Words& words, Place& place,
                FaultSpec& fault) {
    Form form(node, "cause", place);
    const bool parameter = form.has("parameter");
    if (parameter == form.has("do")) {
        place.report(node, "a cause has either parameter or do");
    } else if (parameter) {
        Cause cause;
        if (const auto found = read_parameter(form, device_class)) {
            cause.parameter = *found;
            const Node* value = form.find("value");
            if (value != nullptr) {
                cause.value = read_parameter_value(*value, *found, place).value_or(0);
            } else {
                form.problem("value", "value: a cause's parameter needs its value");
            }
        }
        cause.delay = form.duration("delay", 0);
        cause.ramp = form.duration("ramp", 0);
        cause.duration = form.duration("duration", engine::never);
        fault.causes.push_back(cause);
    } else {
        Slip slip;
        slip.by = find_post(form.choice("by"));
        if (!form.has("by")) form.problem("by", "by: whose act it is has to be said");
        slip.sentences = read_sentences(form, "do", words, Speaker::commission);
        slip.delay = form.duration("delay", 0);
        slip.duration = form.duration("duration", engine::never);
        fault.slips.push_back(std::move(slip));
    }
    form.finish();
}

Phase phase_named(std::string_view name) {
    const auto found = std::find(phase_names.begin(), phase_names.end(), name);
    return static_cast<Phase>(found - phase_names.begin());
}

Sign read_sign(const Node& node, const Words& words, Place& place) {
    Form form(node, "sign", place);
    Sign sign;
    sign.text = form.localized("text");
    sign.when = read_condition(form, "when", words);
    sign.within = form.duration("within", sign.within);
    form.finish();
    return sign;
}

Mistake read_mistake(const Node& node, const Words& words, Place& place) {
    Form form(node, "mistake", place);
    Mistake mistake;
    mistake.text = form.localized("text");
    mistake.sentences = read_sentences(form, "do", words, Speaker::commission);
    mistake.consequence = read_condition(form, "consequence", words);
    form.finish();
    return mistake;
}

}  // namespace

FaultHead read_fault_head(const Node& node, std::string_view id) {
    engine::Problems ignored;
    FaultHead head;
    head.id = id;
    if (const Node* title = node.find("title")) {
        head.title = engine::read_localized(*title, id, "title", ignored);
    }
    if (head.title.empty()) head.title = {head.id, head.id, head.id};
    const Node* device = node.find("device");
    const auto device_class = device != nullptr ? device_class_named(device->scalar) : std::nullopt;
    head.device_class = device_class.value_or(DeviceClass::room);
    if (const Node* with = node.find("with")) {
        head.with = role_named(with->scalar).value_or(Role::none);
    }
    return head;
}

FaultSpec read_fault(const Node& node, std::string_view id, const Words& words, Place& place) {
    Form form(node, "fault", place);
    FaultSpec fault;
    fault.id = form.name("fault");
    if (!fault.id.empty() && fault.id != id) {
        form.problem("fault", fmt::format("fault: \"{}\" stands in a file called \"{}.yaml\"",
                                          fault.id, id));
    }
    fault.id = id;
    fault.number = form.text("number");
    fault.kind = form.choice("kind", fault.kind);
    fault.title = form.localized("title");
    fault.note = form.localized("note");
    fault.difficulty = static_cast<int>(form.whole("difficulty", 1));
    const auto device_class = device_class_named(form.choice("device"));
    fault.device_class = device_class.value_or(DeviceClass::room);
    form.choice("with");
    fault.phase = phase_named(form.choice("phase", "voting"));
    for (const Node& item : form.list("cause")) {
        if (device_class) read_cause(item, *device_class, words, place, fault);
    }
    if (fault.kind != "reference" && form.list("cause").empty()) {
        form.problem("cause", "cause: missing; only an entry of kind reference has none");
    }
    for (const Node& item : form.list("signs")) {
        fault.signs.push_back(read_sign(item, words, place));
    }
    fault.recovery.id = fault.id;
    fault.recovery.title = fault.title;
    fault.recovery.priority = recovery_priority;
    fault.recovery.file = place.file;
    fault.recovery.steps = read_steps(form.list("recovery"), words, place);
    fault.recovery.never = read_violations(form, words, place);
    for (const Node& item : form.list("mistakes")) {
        fault.mistakes.push_back(read_mistake(item, words, place));
    }
    if (const Node* rate = form.find("rate"); rate != nullptr && rate->kind == Node::Kind::scalar) {
        // Recordings of earlier versions keep one text.
        fault.rate.en = fault.rate.ru = fault.rate.ky = form.text("rate");
    } else {
        fault.rate = form.localized("rate");
    }
    fault.sources = form.texts("sources");
    form.finish();
    return fault;
}

}  // namespace sim
