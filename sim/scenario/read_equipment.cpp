#include "sim/scenario/read_equipment.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/quantity.h"
#include "sim/equipment/scanner.h"
#include "sim/equipment/terminal.h"
#include "sim/equipment/transmitter.h"
#include "sim/scenario/placeholder.h"

namespace sim {

namespace {

using engine::Node;

constexpr std::int64_t numbered_most = 1000;
constexpr std::size_t parts_most = 3000;  // of one profile

bool is_part_name(std::string_view name) {
    if (name.empty() || name.size() > 80 || name.front() == '.' || name.back() == '.') return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
}

PartShape read_shape(const Node& node, Place& place) {
    Form form(node, "shape", place);
    PartShape shape;
    shape.face = form.choice("face", shape.face);
    shape.form = form.choice("form", shape.form);
    shape.colour = form.colour("colour", shape.colour);
    const auto triple = [&](std::string_view key, std::array<std::int32_t, 3>& target,
                            std::int64_t low) {
        const auto numbers = form.numbers(key, 3, low, 20000);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            target[i] = static_cast<std::int32_t>(numbers[i]);
        }
    };
    triple("at", shape.at, -20000);
    triple("size", shape.size, 0);
    shape.hinge = form.choice("hinge");
    shape.tilt = static_cast<std::int32_t>(form.whole("tilt", 0));
    shape.text = form.localized("text");
    form.finish();
    return shape;
}

PartName part_name(Form& form, std::string_view key) {
    const Node* node = form.find(key);
    PartName name{form.text(key), 0, 0};
    if (node != nullptr) {
        name.line = node->line;
        name.column = node->column;
    }
    return name;
}

std::int16_t target_index(const ProfilePart& part, DeviceClass device_class, Place& place) {
    const std::string_view id = part.spec.name;
    const std::string_view name = id.substr(id.rfind('.') + 1);  // npos + 1 is 0
    const auto targets = targets_of(device_class);
    const auto found = std::find(targets.begin(), targets.end(), name);
    if (found != targets.end()) return static_cast<std::int16_t>(found - targets.begin());
    place.report(engine::Key{"", part.line, part.column},
                 unknown_word(fmt::format("target of a {}", sim::name_of(device_class)), name,
                              std::vector<std::string>(targets.begin(), targets.end()), 80));
    return -1;
}

/// One entry of the list, with its placeholder {n} still in it.
ProfilePart read_part(Form& form, DeviceClass device_class) {
    Place& place = form.place();
    ProfilePart part;
    part.line = form.node().line;
    part.column = form.node().column;
    PartSpec& spec = part.spec;
    spec.name = form.text("id");
    const auto kind = part_kind(form.choice("kind"));
    spec.kind = kind.value_or(PartKind::unit);
    spec.role = role_named(form.choice("role", "none")).value_or(Role::none);
    spec.label = form.localized("label");
    spec.hint = form.localized("hint");
    if (const Node* shape = form.find("shape")) spec.shape = read_shape(*shape, place);
    part.guards = part_name(form, "guards");
    part.behind = part_name(form, "behind");
    part.other_end = part_name(form, "other_end");
    part.starts_in = part_name(form, "starts_in");
    spec.type = form.text("type");
    spec.accepts = form.texts("accepts");
    spec.amount = static_cast<std::int32_t>(form.whole("amount", 0));
    spec.open = form.boolean("open", false);
    form.text("source");
    if (!part.guards.name.empty() && spec.kind != PartKind::seal_point) {
        form.problem("guards", "guards: only a seal_point guards something");
    }
    if (!part.other_end.name.empty() && spec.kind != PartKind::plug) {
        form.problem("other_end", "other_end: only a plug has another end");
    }
    if (kind >= PartKind::fault) {
        form.problem("kind",
                     fmt::format("kind: \"{}\" is added by the program, no equipment has it",
                                 sim::name_of(*kind)));
    }
    if (kind == PartKind::target) spec.index = target_index(part, device_class, place);
    return part;
}

void check_name(const ProfilePart& part, Place& place) {
    if (is_part_name(part.spec.name)) return;
    place.report(engine::Key{"", part.line, part.column},
                 fmt::format("id: {} is no name of a part: small letters, digits, _ and dots",
                             engine::quote(part.spec.name, 40)));
}

void read_part_entry(const Node& node, EquipmentProfile& profile, Place& place) {
    Form form(node, "part", place);
    if (node.kind != Node::Kind::map) return;
    const ProfilePart part = read_part(form, profile.device_class);
    const bool amount = form.has("amount");
    const auto range = form.numbers("numbers", 2, 0, 1'000'000);
    form.finish();
    if (!form.has("numbers")) {
        if (!part.spec.name.empty()) check_name(part, place);
        profile.parts.push_back(part);
        return;
    }
    if (range.size() != 2) return;
    if (range[0] > range[1] || range[1] - range[0] >= numbered_most) {
        form.problem("numbers", fmt::format("numbers: expected [first, last] with at most {} parts",
                                            numbered_most));
        return;
    }
    if (part.spec.name.find("{n}") == std::string::npos) {
        form.problem("id", "id: a row with numbers needs {n} in its id");
        return;
    }
    for (std::int64_t n = range[0]; n <= range[1]; ++n) {
        const Placeholders places = {{"n", std::to_string(n)}};
        ProfilePart& one = profile.parts.emplace_back(part);
        one.spec.name = filled(part.spec.name, places);
        one.spec.label = filled(part.spec.label, places);
        one.spec.hint = filled(part.spec.hint, places);
        for (PartName ProfilePart::*reference :
             {&ProfilePart::guards, &ProfilePart::behind, &ProfilePart::other_end,
              &ProfilePart::starts_in}) {
            (one.*reference).name = filled((part.*reference).name, places);
        }
        if (!amount) one.spec.amount = static_cast<std::int32_t>(n);
        if (n == range[0]) check_name(one, place);
    }
}

void read_texts(Form& form, EquipmentProfile& profile, Place& place) {
    const auto screens = screens_of(profile.device_class);
    for (const Node& item : form.list("texts")) {
        Form row(item, "screen_text", place);
        const std::string screen = row.name("screen");
        const engine::LocalizedText text = row.localized("text");
        row.finish();
        if (std::find(screens.begin(), screens.end(), screen) != screens.end()) {
            profile.texts.emplace_back(screen, text);
        } else if (!screen.empty()) {
            row.problem("screen",
                        unknown_word("screen", screen,
                                     std::vector<std::string>(screens.begin(), screens.end())));
        }
    }
}

void read_parameters(Form& form, EquipmentProfile& profile, Place& place) {
    const Node* node = form.find("parameters");
    if (node == nullptr) return;
    if (node->kind != Node::Kind::map) {
        form.problem("parameters", fmt::format("parameters must be a map (name: value), found {}",
                                               engine::describe(*node)));
        return;
    }
    for (const auto& [key, value] : node->entries) {
        const auto parameter = find_parameter(profile.device_class, key.name);
        if (!parameter) {
            place.report(
                key, unknown_word("parameters", key.name, parameter_names(profile.device_class)));
            continue;
        }
        const auto index = static_cast<std::size_t>(*parameter);
        const Node* number = &value;
        if (value.kind == Node::Kind::map) {
            Form setting(value, "setting", place);
            profile.sources[index] = setting.text("source");
            number = setting.find("value");
            setting.finish();
            if (number == nullptr) continue;
        }
        profile.parameters[index] = read_parameter_value(*number, *parameter, place);
    }
}

}  // namespace

std::optional<std::int64_t> read_parameter_value(const Node& node, Parameter parameter,
                                                 Place& place) {
    const ParameterSpec& wanted = spec(parameter);
    const auto shown = [&](std::int64_t value) {
        return engine::format_quantity(value, wanted.unit);
    };
    const auto value = node.kind == Node::Kind::scalar
                           ? engine::parse_quantity(node.scalar, wanted.unit)
                           : std::nullopt;
    if (!value) {
        const auto units = engine::quantity_units(wanted.unit);
        place.report(node, fmt::format("{}: expected a whole number{}, found {}", wanted.name,
                                       units.empty() ? ""
                                                     : fmt::format(" of {} (in {})", wanted.unit,
                                                                   engine::join(units)),
                                       engine::describe(node)));
        return std::nullopt;
    }
    if (*value < wanted.low || *value > wanted.high) {
        place.report(node,
                     fmt::format("{}: {} is out of range, allowed is from {} to {}", wanted.name,
                                 node.scalar, shown(wanted.low), shown(wanted.high)));
        return std::nullopt;
    }
    return value;
}

std::vector<std::string> parameter_names(DeviceClass device_class) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < parameter_count; ++i) {
        const ParameterSpec& one = spec(static_cast<Parameter>(i));
        if (one.device_class == device_class) names.emplace_back(one.name);
    }
    return names;
}

std::span<const std::string_view> screens_of(DeviceClass device_class) {
    switch (device_class) {
        case DeviceClass::scanner:
            return scanner_screen_names();
        case DeviceClass::terminal:
            return terminal_screen_names();
        case DeviceClass::transmitter:
            return transmitter_screen_names();
        case DeviceClass::power:
        case DeviceClass::room:
            break;
    }
    return {};
}

std::span<const std::string_view> targets_of(DeviceClass device_class) {
    switch (device_class) {
        case DeviceClass::scanner:
            return scanner_targets();
        case DeviceClass::terminal:
            return terminal_targets();
        case DeviceClass::transmitter:
            return transmitter_targets();
        case DeviceClass::power:
        case DeviceClass::room:
            break;
    }
    return {};
}

EquipmentProfile read_equipment(const Node& node, std::string_view id, Place& place) {
    Form form(node, "equipment", place);
    EquipmentProfile profile;
    profile.file = place.file;
    profile.id = form.name("equipment");
    if (!profile.id.empty() && profile.id != id) {
        form.problem(
            "equipment",
            fmt::format("equipment: \"{}\" stands in a file called \"{}.yaml\"", profile.id, id));
    }
    profile.id = id;
    const auto device_class = device_class_named(form.choice("class"));
    profile.device_class = device_class.value_or(DeviceClass::room);
    profile.name = form.localized("name");
    profile.note = form.localized("note");
    form.text("source");
    profile.like = form.text("like");
    profile.without = form.texts("without");
    if (profile.like == profile.id) profile.like.clear();
    for (const Node& part : form.list("parts")) {
        if (!device_class || place.full()) break;
        read_part_entry(part, profile, place);
        if (profile.parts.size() <= parts_most) continue;
        place.report(part, fmt::format("parts: more than {} in one profile", parts_most));
        break;
    }
    for (const Node& shape : form.list("body")) {
        if (place.full()) break;
        profile.body.push_back(read_shape(shape, place));
    }
    if (device_class) read_texts(form, profile, place);
    if (device_class) read_parameters(form, profile, place);
    form.finish();
    return profile;
}

EquipmentProfile joined(const EquipmentProfile& base, EquipmentProfile own, Place& place) {
    const auto complain = [&](std::string message) {
        place.report(engine::Key{"", 1, 1}, std::move(message));
    };
    if (base.device_class != own.device_class) {
        complain(fmt::format("like: \"{}\" is of another class", base.id));
        return own;
    }
    const auto named = [](std::string_view name) {
        return [name](const ProfilePart& part) { return part.spec.name == name; };
    };
    std::vector<ProfilePart> parts = base.parts;
    for (const std::string& name : own.without) {
        if (std::erase_if(parts, named(name)) == 0) {
            complain(
                fmt::format("without: \"{}\" has no part {}", base.id, engine::quote(name, 60)));
        }
    }
    for (ProfilePart& part : own.parts) {
        const auto same = std::find_if(parts.begin(), parts.end(), named(part.spec.name));
        if (same == parts.end()) {
            parts.push_back(std::move(part));
        } else {
            *same = std::move(part);
        }
    }
    own.parts = std::move(parts);
    if (own.body.empty()) own.body = base.body;
    own.texts.insert(own.texts.end(), base.texts.begin(), base.texts.end());
    for (std::size_t i = 0; i < parameter_count; ++i) {
        if (own.parameters[i]) continue;
        own.parameters[i] = base.parameters[i];
        own.sources[i] = base.sources[i];
    }
    own.like.clear();
    return own;
}

}  // namespace sim
