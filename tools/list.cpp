#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "engine/core/paths.h"
#include "engine/core/text.h"
#include "sim/scenario/catalogue.h"
#include "tools/program.h"

namespace polldrill {

namespace {

std::vector<std::string> scenario_files() {
    std::vector<std::string> files;
    std::error_code ignored;
    for (const auto& entry :
         std::filesystem::directory_iterator(engine::scenarios_folder(), ignored)) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

Exit list(const std::string& kind, bool json, const sim::Reader& reader) {
    engine::Problems problems;
    const std::vector<sim::CatalogueRow> rows =
        sim::list_catalogue(kind, sim::disk_files(engine::assets_folder()), scenario_files(),
                            {reader.language, reader.translate}, problems);
    if (json) {
        nlohmann::ordered_json all = nlohmann::ordered_json::array();
        for (const sim::CatalogueRow& row : rows) all.push_back(row.json);
        fmt::print("{}\n", all.dump(2));
    } else {
        for (const sim::CatalogueRow& row : rows) {
            fmt::print("{}  {}\n{}  {}\n", engine::pad(row.name, 36), row.facts,
                       engine::pad("", 36), row.help);
        }
    }
    fmt::print(stderr, "{}", engine::text_of(problems));
    return problems.empty() ? Exit::well : Exit::bad_use;
}

}  // namespace

void add_list(CLI::App& app, Program& program) {
    CLI::App* command = app.add_subcommand(
        "list", "What there is: parts, verbs, signals, parameters, faults or scenarios");
    command->footer("Examples:\n  polldrill list verbs\n  polldrill list signals --json");
    auto kind = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    std::vector<std::string> kinds(sim::catalogue_kinds().begin(), sim::catalogue_kinds().end());
    command->add_option("KIND", *kind, "What to list")->required()->check(CLI::IsMember(kinds));
    command->add_flag("--json", *json, "Print it as JSON");
    command->callback([&program, kind, json] {
        program.run = [&program, kind, json] { return list(*kind, *json, program.reader()); };
    });
}

}  // namespace polldrill
