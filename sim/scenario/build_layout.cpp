#include "sim/scenario/build_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/placeholder.h"
#include "sim/station/signals.h"
#include "sim/world/post.h"

namespace sim {

namespace {

// With the nouns that are no parts still within a PartId.
constexpr std::size_t parts_most = 20000;

/// Parts of the room and of the power kit go by their id alone.
bool named_by_device(DeviceClass device_class) {
    return device_class != DeviceClass::power && device_class != DeviceClass::room;
}

bool holds_one(PartKind kind) {
    return kind == PartKind::slot || kind == PartKind::holder || kind == PartKind::port ||
           kind == PartKind::outlet || kind == PartKind::inlet || kind == PartKind::seal_point;
}

std::string with_number(const std::string& text, int number) {
    if (text.find("{number}") != std::string::npos) {
        return filled(text, {{"number", std::to_string(number)}});
    }
    return fmt::format("{} {}", text, number);
}

class LayoutBuilder {
  public:
    LayoutBuilder(const Profiles& profiles, Place& place) : profiles_(profiles), place_(place) {}

    void add(const DevicePlan& plan, int of_class) {
        const auto found = profiles_.find(plan.equipment);
        if (found == profiles_.end()) return;
        const EquipmentProfile& profile = found->second;
        if (layout_.parts.size() + profile.parts.size() > parts_most) {
            place_.report(engine::Key{"", plan.line, plan.column},
                          fmt::format("devices: with \"{}\" the station has more than {} parts",
                                      plan.name, parts_most));
            return;
        }
        const auto id = static_cast<DeviceId>(layout_.devices.size());
        DeviceSpec device;
        device.name = plan.name;
        device.profile = profile.id;
        device.device_class = profile.device_class;
        device.number = static_cast<std::int8_t>(numbers_[index_of(profile.device_class)]++);
        device.label = label(profile, device.number + 1, of_class);
        device.texts = profile.texts;
        device.body = profile.body;
        device.by_role.fill(no_part);
        for (std::size_t i = 0; i < parameter_count; ++i) {
            device.base[i] =
                profile.parameters[i].value_or(spec(static_cast<Parameter>(i)).neutral);
        }
        for (const ProfilePart& part : profile.parts) {
            const auto at = static_cast<PartId>(layout_.parts.size());
            PartSpec& added = layout_.parts.emplace_back(part.spec);
            if (named_by_device(profile.device_class)) added.name = plan.name + "." + added.name;
            added.device = id;
            PartId& by_role = device.by_role[static_cast<std::size_t>(added.role)];
            if (added.role != Role::none && by_role == no_part) by_role = at;
            origins_.push_back({&profile, &part});
        }
        layout_.devices.push_back(std::move(device));
    }

    Layout take() {
        layout_.index_names();
        duplicates();
        for (std::size_t i = 0; i < layout_.parts.size(); ++i) resolve(static_cast<PartId>(i));
        other_ends();
        starts();
        return std::move(layout_);
    }

  private:
    struct Origin {
        const EquipmentProfile* profile = nullptr;
        const ProfilePart* part = nullptr;
    };

    static std::size_t index_of(DeviceClass device_class) {
        return static_cast<std::size_t>(device_class);
    }

    static engine::LocalizedText label(const EquipmentProfile& profile, int number, int of_class) {
        const engine::LocalizedText& name = profile.name;
        if (!named_by_device(profile.device_class)) return name;
        if (of_class == 1 && name.en.find("{number}") == std::string::npos) return name;
        return {with_number(name.en, number), with_number(name.ru, number),
                with_number(name.ky, number)};
    }

    PartSpec& part(PartId id) { return layout_.parts[static_cast<std::size_t>(id)]; }
    const Origin& origin(PartId id) const { return origins_[static_cast<std::size_t>(id)]; }

    void complain(const Origin& origin, int line, int column, std::string message) {
        const engine::Problem problem = {origin.profile->file, line, column, std::move(message)};
        // Two devices of one profile have the same mistakes.
        if (std::find(place_.problems.begin(), place_.problems.end(), problem) ==
            place_.problems.end()) {
            place_.problems.push_back(problem);
        }
    }
    void complain(PartId id, std::string message) {
        complain(origin(id), origin(id).part->line, origin(id).part->column, std::move(message));
    }

    void duplicates() {
        std::map<std::string_view, PartId> first;
        for (std::size_t i = 0; i < layout_.parts.size(); ++i) {
            const auto id = static_cast<PartId>(i);
            const auto [at, fresh] = first.emplace(part(id).name, id);
            if (fresh) continue;
            const Origin& other = origin(at->second);
            complain(id, fmt::format("id: a part called \"{}\" is already in {} on line {}",
                                     part(id).name, other.profile->file, other.part->line));
        }
    }

    PartId find(const PartName& reference, PartId from) {
        if (reference.name.empty()) return no_part;
        const DeviceSpec& device = layout_.device(part(from).device);
        const std::string near = device.name + "." + reference.name;
        PartId found = named_by_device(device.device_class) ? layout_.find(near) : no_part;
        if (found == no_part) found = layout_.find(reference.name);
        if (found != no_part) return found;
        std::vector<std::string> names;
        for (const PartSpec& other : layout_.parts) {
            names.push_back(other.name);
            if (other.device == part(from).device && named_by_device(device.device_class)) {
                names.push_back(other.name.substr(device.name.size() + 1));
            }
        }
        complain(origin(from), reference.line, reference.column,
                 with_advice(fmt::format("unknown part {}", engine::quote(reference.name, 60)),
                             reference.name, names, 0));
        return no_part;
    }

    void resolve(PartId id) {
        const ProfilePart& written = *origin(id).part;
        part(id).guards = find(written.guards, id);
        part(id).behind = find(written.behind, id);
        part(id).other_end = find(written.other_end, id);
        part(id).starts_in = find(written.starts_in, id);
    }

    void other_ends() {
        for (std::size_t i = 0; i < layout_.parts.size(); ++i) {
            const auto id = static_cast<PartId>(i);
            const PartId end = part(id).other_end;
            if (end == no_part) continue;
            if (part(end).kind != PartKind::plug || end == id) {
                complain(id, fmt::format("other_end: \"{}\" is no other plug", part(end).name));
                part(id).other_end = no_part;
            } else if (part(end).other_end == no_part) {
                part(end).other_end = id;
            } else if (part(end).other_end != id) {
                complain(id, fmt::format("other_end: \"{}\" is the other end of \"{}\"",
                                         part(end).name, part(part(end).other_end).name));
            }
        }
    }

    void starts() {
        std::map<PartId, PartId> taken;
        for (std::size_t i = 0; i < layout_.parts.size(); ++i) {
            const auto id = static_cast<PartId>(i);
            const PartId in = part(id).starts_in;
            if (in == no_part) continue;
            const std::vector<std::string>& accepts = part(in).accepts;
            if (in == id) {
                complain(id, "starts_in: a part cannot start in itself");
                part(id).starts_in = no_part;
            } else if (!accepts.empty() &&
                       std::find(accepts.begin(), accepts.end(), part(id).type) == accepts.end()) {
                complain(id, fmt::format("starts_in: \"{}\" takes only {}, not {}", part(in).name,
                                         engine::join(accepts), engine::quote(part(id).type, 40)));
            } else if (holds_one(part(in).kind) && !taken.emplace(in, id).second) {
                complain(id, fmt::format("starts_in: \"{}\" holds \"{}\" already", part(in).name,
                                         part(taken[in]).name));
            }
        }
    }

    const Profiles& profiles_;
    Place& place_;
    Layout layout_;
    std::vector<Origin> origins_;
    std::array<int, device_class_count> numbers_{};
};

/// Attributes after the name of a part, signals after the name of a device.
std::vector<std::string> signals_alike(const Layout& layout, std::string_view name) {
    std::vector<std::string> alike;
    const std::string_view part = name.substr(0, name.rfind('.'));
    const std::string_view device = name.substr(0, name.find('.'));
    if (layout.find(part) != no_part && part != name) {
        for (const std::string_view attribute : part_attributes()) {
            alike.push_back(fmt::format("{}.{}", part, attribute));
        }
    }
    for (const PartSpec& signal : layout.parts) {
        if (signal.kind != PartKind::signal || device == name) continue;
        if (signal.label.en.starts_with(std::string(device) + ".")) {
            alike.push_back(signal.label.en);
        }
    }
    return alike;
}

/// After the name of a signal that is none: the nearest of all signals and attributes of parts, or
/// what is allowed in its place.
std::string signal_advice(const Layout& layout, std::string_view name) {
    const std::vector<std::string> alike = signals_alike(layout, name);
    std::vector<std::string> all = alike;
    const std::string_view attribute = name.substr(name.rfind('.') + 1);
    const auto attributes = part_attributes();
    const bool of_part =
        std::find(attributes.begin(), attributes.end(), attribute) != attributes.end();
    for (const PartSpec& part : layout.parts) {
        if (part.kind == PartKind::signal) {
            all.push_back(part.label.en);
        } else if (of_part && part.kind < PartKind::fault) {
            all.push_back(fmt::format("{}.{}", part.name, attribute));
        }
    }
    const std::string near = engine::nearest(name, all);
    if (!near.empty()) return fmt::format("; did you mean \"{}\"?", near);
    if (alike.empty()) return ". Allowed: what \"polldrill list signals\" shows";
    return ". Allowed: " + engine::join(alike);
}

}  // namespace

std::vector<DevicePlan> default_devices() {
    return {{"scanner", "scanner_touch"},
            {"terminal_1", "terminal_printing"},
            {"terminal_2", "terminal_printing"},
            {"modem", "transmitter_cellular"},
            {"power", "power_kit"},
            {"room", "polling_room"},
            {"hall", "polling_hall"},
            {"forms", "results_forms"}};
}

Layout build_layout(const std::vector<DevicePlan>& devices, const Profiles& profiles,
                    Place& place) {
    LayoutBuilder builder(profiles, place);
    for (const DevicePlan& plan : devices) {
        const auto found = profiles.find(plan.equipment);
        if (found == profiles.end()) continue;
        const auto of_class = std::count_if(devices.begin(), devices.end(), [&](const auto& other) {
            const auto profile = profiles.find(other.equipment);
            return profile != profiles.end() &&
                   profile->second.device_class == found->second.device_class;
        });
        builder.add(plan, static_cast<int>(of_class));
    }
    return builder.take();
}

std::vector<std::pair<std::string, NamedParameter>> named_parameters(const Layout& layout) {
    std::vector<std::pair<std::string, NamedParameter>> named;
    for (std::size_t d = 0; d < layout.devices.size(); ++d) {
        const DeviceSpec& device = layout.devices[d];
        if (!named_by_device(device.device_class) && device.number > 0) continue;
        for (std::size_t i = 0; i < parameter_count; ++i) {
            const auto parameter = static_cast<Parameter>(i);
            if (spec(parameter).device_class != device.device_class) continue;
            named.push_back({fmt::format("{}.{}", device.name, spec(parameter).name),
                             {static_cast<DeviceId>(d), parameter}});
        }
    }
    return named;
}

void add_nouns(Layout& layout, const std::vector<FaultNoun>& faults) {
    const auto add = [&](std::string_view name, PartKind kind, std::size_t index, DeviceId device) {
        PartSpec& part = layout.parts.emplace_back();
        part.name = fmt::format("{}:{}", name_of(kind), name);
        part.kind = kind;
        part.index = static_cast<std::int16_t>(index);
        part.device = device;
        part.label = {std::string(name), std::string(name), std::string(name)};
        return &part;
    };
    for (std::size_t i = 0; i < faults.size(); ++i) {
        add(faults[i].id, PartKind::fault, i, no_device)->label = faults[i].title;
    }
    for (const auto& [name, parameter] : named_parameters(layout)) {
        add(name, PartKind::parameter, static_cast<std::size_t>(parameter.parameter),
            parameter.device);
    }
    for (std::size_t i = 0; i < posts().size(); ++i) {
        add(posts()[i].name, PartKind::post, i, no_device);
    }
    const auto table = signals();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].scope == DeviceClass::room) {
            add(table[i].name, PartKind::signal, i, no_device);
            continue;
        }
        for (std::size_t d = 0; d < layout.devices.size(); ++d) {
            const DeviceSpec& device = layout.devices[d];
            if (device.device_class != table[i].scope) continue;
            add(fmt::format("{}.{}", device.name, table[i].name), PartKind::signal, i,
                static_cast<DeviceId>(d));
        }
    }
    layout.index_names();
}

SignalNames signal_names_of(const Layout& layout) {
    SignalNames names;
    names.find = [&layout](std::string_view name) -> std::optional<SignalKind> {
        const auto ref = find_signal(layout, name);
        if (!ref) return std::nullopt;
        const SignalSpec& found = spec(*ref);
        return SignalKind{*ref, found.type, found.unit, found.choices};
    };
    names.advice = [&layout](std::string_view name) { return signal_advice(layout, name); };
    return names;
}

}  // namespace sim
