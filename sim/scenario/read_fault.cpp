#include "sim/scenario/read_fault.h"

#include <fmt/format.h>

#include "sim/scenario/read_equipment.h"
#include "sim/scenario/read_steps.h"

namespace sim {

namespace {

using engine::Node;

constexpr int recovery_priority = 10;

Cause read_cause(const Node& node, DeviceClass device_class, Place& place) {
    Form form(node, "cause", place);
    Cause cause;
    const std::string name = form.name("parameter");
    if (const auto parameter = find_parameter(device_class, name)) {
        cause.parameter = *parameter;
        if (const Node* value = form.find("value")) {
            cause.value = read_parameter_value(*value, *parameter, place).value_or(0);
        }
    } else if (!name.empty()) {
        form.problem("parameter", unknown_word("parameter", name, parameter_names(device_class)));
    }
    cause.delay = form.duration("delay", 0);
    cause.ramp = form.duration("ramp", 0);
    cause.duration = form.duration("duration", engine::never);
    form.finish();
    return cause;
}

Sign read_sign(const Node& node, const Words& words, Place& place) {
    Form form(node, "sign", place);
    Sign sign;
    sign.text = form.localized("text");
    sign.when = read_condition(form, "when", words);
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
    for (const Node& item : form.list("cause")) {
        if (device_class) fault.causes.push_back(read_cause(item, *device_class, place));
    }
    for (const Node& item : form.list("signs")) {
        fault.signs.push_back(read_sign(item, words, place));
    }
    fault.recovery.id = fault.id;
    fault.recovery.title = fault.title;
    fault.recovery.priority = recovery_priority;
    fault.recovery.file = place.file;
    fault.recovery.steps = read_steps(form.list("recovery"), words, place);
    for (const Node& item : form.list("mistakes")) {
        fault.mistakes.push_back(read_mistake(item, words, place));
    }
    fault.rate = form.text("rate");
    fault.sources = form.texts("sources");
    form.finish();
    return fault;
}

}  // namespace sim
