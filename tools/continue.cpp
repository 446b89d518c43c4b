#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "tools/files.h"
#include "tools/hand.h"
#include "tools/live.h"
#include "tools/program.h"

namespace polldrill {

namespace {

struct ContinueOptions {
    std::string file;
    std::string rate;
    bool json = false;
    bool quiet = false;
};

// The file is copied, with its journal, before it is recovered and written to.
void keep_a_copy(const std::string& file) {
    namespace fs = std::filesystem;
    for (const char* ending : {"", "-journal"}) {
        if (!fs::exists(file + ending)) continue;
        fs::copy_file(file + ending, file + ".cut-off" + ending,
                      fs::copy_options::overwrite_existing);
    }
}

Exit go_on(const sim::Reader& reader, const ContinueOptions& options) {
    const auto rate = parse_rate(options.rate.empty() ? "max" : options.rate);
    if (!rate) return bad_rate(reader);
    if (sim::Recording::open(options.file).closed()) {
        return bad_use(fmt::format("{}: {}", options.file,
                                   reader.translate(N_("the drill was ended; there is nothing to "
                                                       "go on with"))));
    }
    keep_a_copy(options.file);
    const std::unique_ptr<Session> session = Session::resume(options.file);
    if (!session->info().posts.empty()) {
        return converse(*session, reader, options.rate.empty() ? 0 : *rate);
    }
    LivePlan live;
    live.rate = *rate;
    const bool shows = !options.quiet && !options.json && isatty(STDERR_FILENO) != 0;
    if (shows) live.progress = terminal_progress(reader);
    run_live(*session, live);
    if (shows) fmt::print(stderr, "\n");
    return conclude(*session, reader, options.json, options.quiet);
}

}  // namespace

void add_continue(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("continue", "Go on with a recorded drill that was cut off");
    command->footer(
        "The file is kept as it was beside it, as FILE.cut-off. A drill whose posts a trainee "
        "held\n"
        "goes on as a conversation, like hand; any other by itself, like play.\n\n"
        "Example:\n  polldrill continue day.drill");
    auto options = std::make_shared<ContinueOptions>();
    command->add_option("FILE", options->file, "Recording")->required();
    command->add_option("--rate", options->rate,
                        "Simulated seconds a second, or max: as fast as possible");
    command->add_flag("--json", options->json, "Print the outcome as JSON");
    command->add_flag("--quiet", options->quiet, "Print no progress and no account");
    command->callback([&program, options] {
        program.run = [&program, options] {
            const sim::Reader reader = program.reader();
            try {
                return with_file(options->file, reader, [&] { return go_on(reader, *options); });
            } catch (const std::filesystem::filesystem_error& error) {
                return bad_use(error.what());
            }
        };
    });
}

}  // namespace polldrill
