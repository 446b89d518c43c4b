#include <fmt/format.h>

#include <memory>
#include <vector>

#include "engine/core/paths.h"
#include "engine/core/text.h"
#include "sim/scenario/check.h"
#include "sim/scenario/formats.h"
#include "tools/program.h"

namespace polldrill {

namespace {

Exit check(const std::vector<std::string>& files) {
    const sim::FileSource assets = sim::disk_files(engine::assets_folder());
    engine::Problems problems;
    for (const std::string& file : files) {
        const engine::Problems found = sim::check_file(assets, file);
        problems.insert(problems.end(), found.begin(), found.end());
        if (found.empty()) fmt::print("{}: good\n", file);
    }
    fmt::print(stderr, "{}", engine::text_of(problems));
    return problems.empty() ? Exit::well : Exit::bad_use;
}

}  // namespace

void add_check(CLI::App& app, Program& program) {
    const std::vector<std::string> kinds(sim::file_kinds().begin(), sim::file_kinds().end());
    CLI::App* command =
        app.add_subcommand("check", "Check files of these kinds: " + engine::join(kinds));
    command->footer(
        "Every mistake of a file is named in one pass, with its line and column, what is allowed\n"
        "and the nearest right spelling.\n\n"
        "Examples:\n  polldrill check scenarios/*.yaml assets/*.yaml assets/*/*.yaml");
    auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("FILE", *files, "Files to check")->required();
    command->callback([&program, files] { program.run = [files] { return check(*files); }; });
}

}  // namespace polldrill
