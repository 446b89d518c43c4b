#include "sim/handbook/handbook.h"

#include <fmt/format.h>

#include <memory>

#include "engine/core/paths.h"
#include "engine/core/phrase.h"
#include "sim/page/layout.h"
#include "tools/program.h"

namespace polldrill {

namespace {

Exit write_handbook(const std::string& out, const sim::Reader& reader) {
    const bool html = out.ends_with(".html") || out.ends_with(".htm");
    if (!html && !out.ends_with(".pdf")) {
        return bad_use(
            std::string(reader.translate(N_("-o is a file that ends in .pdf or .html"))));
    }
    engine::Problems problems;
    const auto handbook = sim::make_handbook(sim::disk_files(engine::assets_folder()),
                                             reader.language, reader.translate, problems);
    if (!handbook) {
        fmt::print(stderr, "{}", engine::text_of(problems));
        return Exit::bad_use;
    }
    try {
        sim::write_whole(html ? sim::handbook_html(*handbook) : sim::handbook_pdf(*handbook), out);
    } catch (const std::runtime_error& error) {
        fmt::print(stderr, "polldrill: {}\n", error.what());
        return Exit::failed;
    }
    std::size_t entries = 0;
    for (const sim::HandbookChapter& chapter : handbook->chapters) {
        entries += chapter.entries.size();
    }
    fmt::print("{}: {}\n", out,
               engine::fill(reader.translate.plural("{} entry", "{} entries",
                                                    static_cast<long long>(entries)),
                            {std::to_string(entries)}));
    return Exit::well;
}

}  // namespace

void add_handbook(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("handbook", "All devices and malfunctions as pages to print or to read");
    command->footer(
        "Made from the same files as the drills: assets/equipment and assets/faults.\n\n"
        "Examples:\n"
        "  polldrill handbook -o handbook.pdf\n"
        "  polldrill handbook --language ky -o handbook.html");
    auto out = std::make_shared<std::string>();
    command->add_option("-o,--output", *out, "File to write, .pdf or .html")->required();
    command->callback([&program, out] {
        program.run = [&program, out] { return write_handbook(*out, program.reader()); };
    });
}

}  // namespace polldrill
