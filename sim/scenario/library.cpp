#include "sim/scenario/library.h"

#include <fmt/format.h>

#include <algorithm>

namespace sim {

std::optional<Document> Library::open(std::string_view folder, std::string_view id,
                                      const engine::Node& at, Place& place) {
    const std::string key = asset_key(folder, id);
    if (id.empty()) return std::nullopt;  // its reader has complained
    Document document;
    document.shown = source_.shown(key);
    auto text = is_id(id) ? source_.asset(key) : std::nullopt;
    if (!text) {
        place.report(at, with_advice(fmt::format("there is no {}/{}.yaml", folder, id), id,
                                     source_.ids(std::string(folder))));
        return std::nullopt;
    }
    document.text = *std::move(text);
    auto node = engine::read_yaml(document.text, document.shown, problems_);
    if (!node) return std::nullopt;
    document.node = *std::move(node);
    files_[key] = document.text;
    return document;
}

Profiles Library::profiles(const std::vector<DevicePlan>& devices, Place& place) {
    Profiles profiles;

    for (const DevicePlan& device : devices) {
        const std::string& id = device.equipment;
        if (profiles.contains(id)) continue;
        engine::Node at;
        at.line = device.line;
        at.column = device.column;
        const auto document = open("equipment", id, at, place);
        if (!document) continue;
        Place inside{document->shown, problems_};
        profiles.emplace(id, read_equipment(document->node, id, inside));
    }
    return profiles;
}

void Library::open_faults(const Layout& layout) {
    for (const std::string& id : source_.ids("faults")) {
        Place place{source_.shown(asset_key("faults", id)), problems_};
        auto document = open("faults", id, {}, place);
        if (!document) continue;
        FaultHead head = read_fault_head(document->node, id);
        const bool here = std::any_of(
            layout.devices.begin(), layout.devices.end(),
            [&](const DeviceSpec& device) { return device.device_class == head.device_class; });
        if (here) faults_.push_back({std::move(head), *std::move(document)});
    }
}

std::vector<FaultNoun> Library::fault_nouns() const {
    std::vector<FaultNoun> nouns;
    for (const OpenFault& fault : faults_) nouns.push_back({fault.head.id, fault.head.title});
    return nouns;
}

std::vector<FaultSpec> Library::faults(const Words& words) {
    std::vector<FaultSpec> faults;
    for (const OpenFault& fault : faults_) {
        Place place{fault.document.shown, problems_};
        faults.push_back(read_fault(fault.document.node, fault.head.id, words, place));
    }
    return faults;
}

}  // namespace sim
