#include "sim/scenario/read_kit.h"

#include <fmt/format.h>

namespace sim {

Replacements read_kit(const engine::Node& node, std::string_view id, Place& place) {
    Form form(node, "kit", place);
    const std::string written = form.name("kit");
    if (!written.empty() && written != id) {
        form.problem("kit",
                     fmt::format("kit: \"{}\" stands in a file called \"{}.yaml\"", written, id));
    }
    form.localized("title");
    form.localized("note");
    Replacements replacements;
    for (const engine::Node& item : form.list("replace")) {
        Form row(item, "replacement", place);
        std::string equipment = row.name("equipment");
        std::string with = row.name("with");
        row.finish();
        if (equipment.empty() || with.empty()) continue;
        replacements.emplace_back(std::move(equipment), std::move(with));
    }
    form.finish();
    return replacements;
}

}  // namespace sim
