#include "sim/scenario/read_kit.h"

#include <fmt/format.h>

namespace sim {

Kit read_kit(const engine::Node& node, std::string_view id, Place& place) {
    Form form(node, "kit", place);
    const std::string written = form.name("kit");
    if (!written.empty() && written != id) {
        form.problem("kit",
                     fmt::format("kit: \"{}\" stands in a file called \"{}.yaml\"", written, id));
    }
    Kit kit;
    kit.title = form.localized("title");
    form.localized("note");
    for (const engine::Node& item : form.list("replace")) {
        Form row(item, "replacement", place);
        std::string equipment = row.name("equipment");
        std::string with = row.name("with");
        row.finish();
        if (equipment.empty() || with.empty()) continue;
        kit.replace.emplace_back(std::move(equipment), std::move(with));
    }
    for (const engine::Node& item : form.list("add")) kit.add.push_back(read_device(item, place));
    form.texts("procedures");
    if (const engine::Node* procedures = form.find("procedures")) {
        kit.procedures = procedures->items;
        if (procedures->kind == engine::Node::Kind::scalar) kit.procedures = {*procedures};
    }
    form.finish();
    return kit;
}

DevicePlan read_device(const engine::Node& node, Place& place) {
    Form row(node, "device", place);
    DevicePlan plan{row.name("name"), row.name("equipment"), node.line, node.column};
    if (const engine::Node* equipment = row.find("equipment")) {
        plan.line = equipment->line;
        plan.column = equipment->column;
    }
    row.finish();
    return plan;
}

void equip(std::vector<DevicePlan>& devices, const Kit& kit) {
    for (DevicePlan& device : devices) {
        for (const auto& [equipment, with] : kit.replace) {
            if (device.equipment != equipment) continue;
            device.equipment = with;
            break;
        }
    }
    devices.insert(devices.end(), kit.add.begin(), kit.add.end());
}

}  // namespace sim
