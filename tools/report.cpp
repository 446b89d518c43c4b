#include "sim/report/report.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "tools/files.h"
#include "tools/program.h"

namespace polldrill {

namespace {

struct ReportWords {
    std::string file;
    std::string out;
    std::string assessor;
    std::string previous;
    bool print = false;
};

Exit write_report(const sim::Recording& recording, const ReportWords& asked,
                  const sim::Reader& reader, const std::optional<sim::ReportAttempt>& previous) {
    const bool html = asked.out.ends_with(".html") || asked.out.ends_with(".htm");
    sim::ReportOptions options;
    options.name = std::filesystem::path(asked.file).stem().string();
    options.assessor = asked.assessor;
    options.previous = previous;
    const sim::Report report = sim::make_report(recording, reader, options);
    try {
        if (html) {
            sim::write_report_html(report, asked.out);
        } else {
            sim::write_report_pdf(report, asked.out);
        }
    } catch (const std::runtime_error& error) {
        fmt::print(stderr, "polldrill: {}\n", error.what());
        return Exit::failed;
    }
    for (const std::string& warning : report.warnings) fmt::print(stderr, "{}\n", warning);
    if (asked.print) {
        const std::string problem = sim::print_report(asked.out);
        if (!problem.empty()) {
            fmt::print(stderr, "polldrill: {}\n", reader.translate(problem));
            return Exit::failed;
        }
    }
    fmt::print("{}: {}\n", asked.out, report.seal_text);
    return report.seal == sim::ReportMark::fault ? Exit::damaged : Exit::well;
}

Exit report(const ReportWords& asked, const sim::Reader& reader) {
    const bool known =
        asked.out.ends_with(".pdf") || asked.out.ends_with(".html") || asked.out.ends_with(".htm");
    if (!known) {
        return bad_use(
            std::string(reader.translate(N_("-o is a file that ends in .pdf or .html"))));
    }
    if (asked.print && !asked.out.ends_with(".pdf")) {
        return bad_use(std::string(reader.translate(N_("--print prints a .pdf"))));
    }
    std::optional<sim::ReportAttempt> previous;
    if (!asked.previous.empty()) {
        const Exit read =
            with_recording(asked.previous, reader, [&](const sim::Recording& recording) {
                previous = sim::attempt_of(recording);
                return Exit::well;
            });
        if (read != Exit::well) return read;
    }
    return with_recording(asked.file, reader, [&](const sim::Recording& recording) {
        return write_report(recording, asked, reader, previous);
    });
}

}  // namespace

void add_report(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("report", "The report on a recorded drill as pages to print or to read");
    command->footer(
        "The drill is replayed, graded anew and compared with the expert's. Ends with 3 when the\n"
        "recording is not as it was sealed; the report says so as well.\n\n"
        "Examples:\n"
        "  polldrill report day.drill -o day.pdf --assessor \"Gulnara Talipova\"\n"
        "  polldrill report day.drill -o day.html --language ky\n"
        "  polldrill report second.drill -o second.pdf --previous first.drill --print");
    auto asked = std::make_shared<ReportWords>();
    command->add_option("RECORDING", asked->file, "Recording")->required();
    command->add_option("-o,--output", asked->out, "File to write, .pdf or .html")->required();
    command->add_option("--assessor", asked->assessor, "Who signs as the assessor");
    command->add_option("--previous", asked->previous, "Recording of the try before this one");
    command->add_flag("--print", asked->print, "Print it as well");
    command->callback([&program, asked] {
        program.run = [&program, asked] { return report(*asked, program.reader()); };
    });
}

}  // namespace polldrill
