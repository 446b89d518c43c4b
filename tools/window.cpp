#include <memory>
#include <stdexcept>

#include "engine/core/text.h"
#include "sim/seats/program/loop.h"
#include "tools/live.h"
#include "tools/picture.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

struct WindowCommand {
    sim::seats::WindowOptions window;
    std::string seat;
    std::string rate = "1";
    std::string size = "1280x800";
    std::string view;
};

Exit open_window(const Program& program, WindowCommand command) {
    const sim::Reader reader = program.reader();
    const auto rate = parse_rate(command.rate);
    if (!rate || *rate == rate_max || *rate <= 0) {
        return bad_use(std::string(reader.translate(N_("--rate is a number from 0.1 to 1000"))));
    }
    const auto size = parse_size(command.size);
    if (!size) return bad_use(bad_size(command.size, reader));
    command.window.width = size->width;
    command.window.height = size->height;
    command.window.opening.rate = *rate;
    command.window.opening.language = program.language;
    command.window.opening.seat = parse_seat(command.seat);
    if (!command.view.empty()) command.window.opening.plan = command.view == "plan";
    watch_for_stop();
    try {
        sim::seats::run_window(command.window, &stop_asked);
    } catch (const std::runtime_error& error) {
        fmt::print(stderr, "polldrill: {} {}\n",
                   reader.translate(N_("the window could not be opened; `polldrill hand` works in "
                                       "a terminal:")),
                   error.what());
        return Exit::failed;
    }
    return Exit::well;
}

}  // namespace

std::optional<PictureSize> parse_size(const std::string& text) {
    PictureSize size;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2) return {};
    const bool possible =
        size.width >= 320 && size.width <= 8192 && size.height >= 240 && size.height <= 8192;
    return possible ? std::optional(size) : std::nullopt;
}

std::string bad_size(const std::string& text, const sim::Reader& reader) {
    return engine::Phrase(N_("--size is like 1280x800, from 320x240 to 8192x8192, not {}"),
                          engine::quote(text))
        .in(reader.translate);
}

std::optional<sim::seats::SeatId> parse_seat(const std::string& text) {
    if (text == "trainee") return sim::seats::SeatId::trainee;
    if (text == "instructor") return sim::seats::SeatId::instructor;
    if (text == "assessor") return sim::seats::SeatId::assessor;
    return {};
}

std::function<Exit()> open_start(const Program& program) {
    return [&program] { return open_window(program, {}); };
}

void add_window(CLI::App& app, Program& program) {
    CLI::App* command = app.add_subcommand("window", "Open the window (the same as no command)");
    command->footer(
        "Examples:\n"
        "  polldrill window\n"
        "  polldrill window scenarios/paper_jam.yaml --seat trainee --rate 2\n"
        "  polldrill window day.drill");
    auto options = std::make_shared<WindowCommand>();
    command->add_option("FILE", options->window.opening.file,
                        "A scenario to begin or a recording to open; none: the start screen");
    command->add_option("--seat", options->seat, "trainee (default) or instructor")
        ->check(CLI::IsMember({"trainee", "instructor", "assessor"}));
    command->add_option("--seed", options->window.opening.seed,
                        "Decides voters and chance (default 1)");
    add_equipment(*command, options->window.opening.kit);
    command->add_option("--view", options->view, "Of the station: room or plan")
        ->check(CLI::IsMember({"room", "plan"}));
    command->add_option("--rate", options->rate, "Simulated seconds a second (default 1)");
    command->add_option("--record", options->window.opening.record,
                        "Record to this file (default: one in your own folder)");
    command->add_option("--size", options->size, "Of the window at first (default 1280x800)");
    command->add_option("--targets", options->window.targets,
                        "File to keep up to date with all that can be acted on (JSON)");
    command->callback([&program, options] {
        program.run = [&program, options] { return open_window(program, *options); };
    });
}

}  // namespace polldrill
