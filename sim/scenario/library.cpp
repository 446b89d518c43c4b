#include "sim/scenario/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

namespace sim {

std::vector<std::string> Library::station_keys(const std::vector<DevicePlan>& devices) const {
    std::vector<std::string> keys;
    for (const DevicePlan& device : devices) {
        if (is_id(device.equipment)) keys.push_back(asset_key("equipment", device.equipment));
    }
    for (const std::string& id : source_.ids("faults")) keys.push_back(asset_key("faults", id));
    return keys;
}

void Library::prefetch(const std::vector<std::string>& keys) {
    std::vector<std::pair<std::string, Parsed*>> waiting;
    for (const std::string& key : keys) {
        const auto [at, fresh] = parsed_.try_emplace(key);
        if (!fresh) continue;
        at->second.text = source_.asset(key);
        if (at->second.text) waiting.emplace_back(source_.shown(key), &at->second);
    }
    // The long ones first, so that none is begun when all others are done.
    std::sort(waiting.begin(), waiting.end(), [](const auto& left, const auto& right) {
        return left.second->text->size() > right.second->text->size();
    });
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t at = next++; at < waiting.size(); at = next++) {
            const auto& [shown, file] = waiting[at];
            file->node = engine::read_yaml(*file->text, shown, file->problems);
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t processors = std::min(std::thread::hardware_concurrency(), 4U);
    try {
        for (std::size_t i = 1; i < processors && i < waiting.size(); ++i) {
            helpers.emplace_back(work);
        }
    } catch (const std::system_error&) {
        // No thread to be had: this one does it all.
    }
    work();
}

std::optional<Document> Library::open(std::string_view folder, std::string_view id,
                                      const engine::Node& at, Place& place) {
    if (id.empty()) return std::nullopt;  // its reader has complained
    const std::string key = asset_key(folder, id);
    Parsed parsed;
    if (is_id(id)) {
        prefetch({key});
        parsed = std::move(parsed_.extract(key).mapped());
    }
    if (!parsed.text) {
        place.report(at, with_advice(fmt::format("there is no {}/{}.yaml", folder, id), id,
                                     source_.ids(std::string(folder))));
        return std::nullopt;
    }
    problems_.insert(problems_.end(), parsed.problems.begin(), parsed.problems.end());
    if (!parsed.node) return std::nullopt;
    files_[key] = *parsed.text;
    return Document{*std::move(parsed.node), *std::move(parsed.text), source_.shown(key)};
}

EquipmentProfile Library::joined_with_base(EquipmentProfile own, Place& place) {
    if (own.like.empty()) return own;
    const auto document = open("equipment", own.like, {}, place);
    if (!document) return own;
    Place inside{document->shown, problems_};
    const EquipmentProfile base = read_equipment(document->node, own.like, inside);
    if (!base.like.empty()) {
        place.report(engine::Key{"", 1, 1},
                     fmt::format("like: \"{}\" is itself like another profile", base.id));
    }
    return joined(base, std::move(own), place);
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
        EquipmentProfile own = read_equipment(document->node, id, inside);
        profiles.emplace(id, joined_with_base(std::move(own), inside));
    }
    return profiles;
}

Kit Library::kit(const std::string& id) {
    Place none{"equipment", problems_};
    const auto document = open("kits", id, {}, none);
    if (!document) return {};
    Place inside{document->shown, problems_};
    return read_kit(document->node, id, inside);
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
        if (here && (head.with == Role::none || layout.any_has(head.with)))
            faults_.push_back({std::move(head), *std::move(document)});
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
