#include "sim/scenario/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "sim/scenario/default_station.h"
#include "sim/scenario/read_election.h"
#include "sim/scenario/read_evidence.h"
#include "sim/scenario/read_fault.h"
#include "sim/scenario/read_room.h"
#include "sim/scenario/read_scenario.h"
#include "sim/scenario/read_sources.h"

namespace sim {

namespace {

using engine::Node;

std::string kinds_allowed() {
    std::vector<std::string> names;
    for (const std::string_view kind : file_kinds()) names.emplace_back(kind);
    return engine::join(names);
}

/// The kind of file by its first key, reported when there is none.
std::string_view kind_of(const Node& node, Place& place) {
    const auto kinds = file_kinds();
    if (node.kind != Node::Kind::map || node.entries.empty()) {
        place.report(
            node.kind == Node::Kind::null ? Node{} : node,
            fmt::format("expected a map whose first key says what the file is: {}; found {}",
                        kinds_allowed(), engine::describe(node)));
        return {};
    }
    const engine::Key& first = node.entries.front().key;
    const auto found = std::find(kinds.begin(), kinds.end(), first.name);
    if (found != kinds.end()) return *found;
    const auto later = std::find_if(kinds.begin(), kinds.end(), [&](const std::string_view kind) {
        return node.find(kind) != nullptr;
    });
    if (later != kinds.end()) {
        place.report(first,
                     fmt::format("the first key must be \"{}\", it says what the file is", *later));
        return *later;
    }
    place.report(first, unknown_word("first key", first.name,
                                     std::vector<std::string>(kinds.begin(), kinds.end())));
    return {};
}

/// The mistakes of a procedure or fault in the default station, with a kit's equipment or without.
engine::Problems problems_with(std::string_view kind, const FileSource& assets, const Node& node,
                               const std::string& id, const std::string& shown,
                               const std::string& kit) {
    // Mistakes in other files are theirs: whoever checks those hears of them.
    engine::Problems others;
    engine::Problems problems;
    Place place{shown, problems};
    const DefaultStation station(assets, others, kind == "fault" ? &node : nullptr, id, kit);
    if (station.words().layout.devices.empty()) {
        place.report(Node{}, fmt::format("the default station cannot be read: {}",
                                         others.empty() ? "no assets" : others.front().text()));
    } else if (kind == "fault") {
        read_fault(node, id, station.words(), place);
    } else {
        read_procedure(node, id, station.words(), place);
    }
    return problems;
}

/// What only a kit's equipment has may be spoken of too.
void check_procedure_or_fault(std::string_view kind, const FileSource& assets, const Node& node,
                              const std::string& id, Place& place) {
    const engine::Problems problems = problems_with(kind, assets, node, id, place.file, "");
    if (problems.empty()) return;
    for (const std::string& kit : assets.ids("kits")) {
        if (problems_with(kind, assets, node, id, place.file, kit).empty()) return;
    }
    place.problems.insert(place.problems.end(), problems.begin(), problems.end());
}

/// Puts the kit's equipment in its place when this profile is among it.
void replace_if_among(Library& library, const std::string& kit, const std::string& id,
                      std::vector<DevicePlan>& devices) {
    std::vector<DevicePlan> replaced = devices;
    equip(replaced, library.kit(kit));
    const bool among = std::any_of(replaced.begin(), replaced.end(),
                                   [&](const DevicePlan& plan) { return plan.equipment == id; });
    if (among) devices = std::move(replaced);
}

void check_equipment(const FileSource& assets, const Node& node, const std::string& id,
                     Place& place) {
    EquipmentProfile profile = read_equipment(node, id, place);
    if (!place.problems.empty()) return;
    // In the place of the default station's device of its class, or of the one that it is like, or
    // beside its furniture, for what it says of other parts; with the rest of a kit that has it.
    engine::Problems problems;
    Place other{"", problems};
    Library library(assets, problems);
    std::vector<DevicePlan> devices = default_devices();
    const auto known = [&](std::string_view equipment) {
        return std::any_of(devices.begin(), devices.end(),
                           [&](const DevicePlan& plan) { return plan.equipment == equipment; });
    };
    for (const std::string& kit : assets.ids("kits")) {
        if (!known(id)) replace_if_among(library, kit, id, devices);
    }
    for (DevicePlan& plan : devices) {
        if (plan.equipment == profile.like) plan.equipment = id;
    }
    Profiles profiles = library.profiles(devices, other);
    profile = library.joined_with_base(std::move(profile), place);
    if (!known(id) && profile.device_class == DeviceClass::room) {
        devices.push_back({id, id, 0, 0});
    } else if (!known(id)) {
        for (DevicePlan& plan : devices) {
            const auto found = profiles.find(plan.equipment);
            if (found == profiles.end()) continue;
            if (found->second.device_class == profile.device_class) plan.equipment = id;
        }
    }
    profiles.insert_or_assign(id, std::move(profile));
    problems.clear();
    build_layout(devices, profiles, other);
    for (engine::Problem& problem : problems) {
        if (problem.file == place.file) place.problems.push_back(std::move(problem));
    }
}

}  // namespace

void tidy(engine::Problems& problems) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const engine::Problem& left, const engine::Problem& right) {
                         return std::tie(left.file, left.line, left.column) <
                                std::tie(right.file, right.line, right.column);
                     });
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
    if (problems.size() < Place::problems_most) return;
    problems.resize(Place::problems_most);
    engine::Problem last = problems.back();
    last.message = "too many mistakes, stopped here";
    problems.push_back(std::move(last));
}

engine::Problems check_text(const FileSource& assets, const std::string& path,
                            const std::string& text) {
    engine::Problems problems;
    const auto node = engine::read_yaml(text, path, problems);
    if (!node) return problems;
    Place place{path, problems};
    const std::string id = std::filesystem::path(path).stem().string();
    const std::string_view kind = kind_of(*node, place);
    if (kind == "scenario") {
        read_scenario(assets, *node, path, id, problems);
    } else if (kind == "equipment") {
        check_equipment(assets, *node, id, place);
    } else if (kind == "kit") {
        read_kit(*node, id, place);
    } else if (kind == "election") {
        read_election(*node, id, text, place);
    } else if (kind == "evidence") {
        read_evidence(*node, id, place);
    } else if (kind == "publications") {
        read_publications(*node, id, place);
    } else if (kind == "room") {
        read_room(*node, id, place);
    } else if (!kind.empty()) {
        check_procedure_or_fault(kind, assets, *node, id, place);
    }
    tidy(problems);
    return problems;
}

engine::Problems check_file(const FileSource& assets, const std::string& path) {
    const auto text = assets.scenario(path);
    if (!text) return {{path, 0, 0, "there is no such file, or it cannot be read"}};
    return check_text(assets, path, *text);
}

}  // namespace sim
