#include "sim/seats/room/room_sides.h"

#include <algorithm>

#include "sim/seats/room/device_mesh.h"
#include "sim/seats/station/device_view.h"

namespace sim::seats {

namespace {

constexpr std::string_view inside = "inside";

struct OpeningWord {
    Role behind;
    const char* text;  ///< msgid
};
constexpr OpeningWord opening_words[] = {{Role::path, N_("Paper path")},
                                         {Role::box, N_("Box")},
                                         {Role::emergency_bin, N_("Emergency bin")},
                                         {Role::main_medium_slot, N_("Media")},
                                         {Role::roll_holder, N_("Printer")}};

bool lies_behind(const PartSpec& spec, PartId door) {
    return door != no_part && spec.behind == door && spec.shape.face == inside && has_shape(spec) &&
           !goes_about(spec);
}

/// The side on which a door that is shut is seen; what lies behind none is seen from behind.
std::string shut_face(const Layout& layout, DeviceId device, PartId part, PartId before) {
    PartId door = part != no_part ? layout[part].behind : before;
    for (std::size_t i = 0; i < layout.parts.size() && part == no_part && door == no_part; ++i) {
        const PartId behind = layout.parts[i].behind;
        if (layout.parts[i].device == device && lies_behind(layout.parts[i], behind)) door = behind;
    }
    if (door == no_part || layout[door].device != device) return "back";
    const std::string& face = layout[door].shape.face;
    return face == inside ? "back" : face;
}

std::string opening_label(const Layout& layout, PartId door, const Reader& reader) {
    for (const OpeningWord& word : opening_words) {
        const bool there =
            std::any_of(layout.parts.begin(), layout.parts.end(), [&](const PartSpec& spec) {
                return spec.role == word.behind && lies_behind(spec, door);
            });
        if (there) return std::string(reader.translate(word.text));
    }
    return layout[door].label.in(reader.language);
}

}  // namespace

std::vector<Opening> openings_of(const World& world, DeviceId device) {
    const Layout& layout = world.layout();
    std::vector<Opening> all;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        const auto part = static_cast<PartId>(i);
        if (spec.device != device || spec.kind != PartKind::door) continue;
        const bool any =
            std::any_of(layout.parts.begin(), layout.parts.end(),
                        [&](const PartSpec& other) { return lies_behind(other, part); });
        if (any && world.part(part).open != 0) all.push_back({part, std::string(inside)});
    }
    if (all.size() < 2) return all;
    for (Opening& one : all) {
        const std::string& name = layout[one.door].name;
        one.face += name.substr(name.rfind('.'));
    }
    return all;
}

PartId door_of(const World& world, DeviceId device, std::string_view face) {
    const std::vector<Opening> all = openings_of(world, device);
    for (const Opening& one : all) {
        if (one.face == face) return one.door;
    }
    return face.starts_with(inside) && !all.empty() ? all.front().door : no_part;
}

std::string settled_face(const World& world, DeviceId device, const std::string& face, PartId part,
                         PartId before) {
    if (device == no_device || !face.starts_with(inside)) return face;
    const std::vector<Opening> all = openings_of(world, device);
    if (all.empty()) return shut_face(world.layout(), device, part, before);
    const Opening* chosen = &all.front();
    const PartId door = part != no_part ? world.layout()[part].behind : no_part;
    for (const PartId wanted : {before, door}) {
        for (const Opening& one : all) {
            if (one.door == wanted) chosen = &one;
        }
    }
    for (const Opening& one : all) {
        if (one.face == face && door == no_part) chosen = &one;
    }
    return chosen->face;
}

std::vector<Side> sides_of(const World& world, const RoomPlan& plan, DeviceId device,
                           const Reader& reader) {
    std::vector<Side> all;
    for (const KitPlace& place : kit_places(plan, world.layout(), device)) {
        all.push_back({place.name, place.title.in(reader.language)});
    }
    if (!all.empty()) return all;
    const std::vector<Opening> open = openings_of(world, device);
    for (const std::string_view face : faces_of(world.layout(), device)) {
        if (face != inside) {
            all.push_back({std::string(face), face_label(face, reader.translate)});
            continue;
        }
        for (const Opening& one : open) {
            all.push_back({one.face, opening_label(world.layout(), one.door, reader)});
        }
    }
    return all;
}

bool stands_in(const PartSpec& spec, const KitPlace& place) {
    return std::any_of(place.parts.begin(), place.parts.end(), [&](const std::string& begin) {
        return std::string_view(spec.name).starts_with(begin);
    });
}

std::vector<KitPlace> kit_places(const RoomPlan& plan, const Layout& layout, DeviceId device) {
    std::vector<KitPlace> own;
    if (device == no_device || !is_kit(layout.device(device).device_class)) return own;
    for (const KitPlace& place : plan.places) {
        const bool any = std::any_of(
            layout.parts.begin(), layout.parts.end(),
            [&](const auto& spec) { return spec.device == device && stands_in(spec, place); });
        if (any) own.push_back(place);
    }
    return own;
}

const KitPlace* kit_place(const RoomPlan& plan, const Layout& layout, DeviceId device,
                          std::string_view face) {
    if (!is_kit(layout.device(device).device_class)) return nullptr;
    for (const KitPlace& one : plan.places) {
        if (one.name == face) return &one;
    }
    return nullptr;
}

std::string kit_side(const RoomPlan& plan, const Layout& layout, PartId part) {
    if (part == no_part || layout[part].device == no_device) return {};
    const PartSpec& spec = layout[part];
    if (!is_kit(layout.device(spec.device).device_class)) return {};
    const bool sheet = spec.kind == PartKind::paper && spec.shape.size[0] == 0;
    if (goes_about(spec) || sheet) return "table";
    for (const KitPlace& place : plan.places) {
        if (stands_in(spec, place) && place.behind == (spec.shape.face == "back")) {
            return place.name;
        }
    }
    return {};
}

}  // namespace sim::seats
