#include "tools/picture.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "engine/core/paths.h"
#include "engine/core/text.h"
#include "engine/view/window.h"
#include "sim/seats/program/shell.h"

namespace polldrill {

namespace {

namespace view = engine::view;
namespace seats = sim::seats;

struct PictureCommand {
    std::string file;
    std::string kit;
    std::string seat = "trainee";
    std::string at;
    std::string size = "1280x800";
    std::string output;
    std::string targets;
    std::string posts;
    std::vector<std::string> clicks;
    std::uint64_t seed = 1;
    int scale = 100;
    bool contrast = false;
    std::string view = "room";
};

/// Brings the shell to the moment that is to be seen.
void go_to(seats::Shell& shell, sim::Time time) {
    if (shell.live) {
        seats::skip_to(*shell.live, time);
        seats::freeze(*shell.live);
    }
    if (shell.assessor) {
        seats::settle(*shell.assessor);
        seats::seek(*shell.assessor, time);
    }
}

/// Frames until what is shown stays the same, then a click on an item, and so on.
std::string draw(view::Host& host, seats::Shell& shell, const PictureSize& size,
                 const std::vector<std::string>& clicks) {
    view::InputQueue queue;
    double time = 1;
    constexpr int most = 40;  ///< of frames in which panels find their places
    const auto frames = [&](int count) {
        for (int i = 0; i < count || (!host.settled() && i < most); ++i) {
            host.frame(queue, size.width, size.height, time,
                       [&](view::Ui& ui) { seats::draw_shell(ui, shell); });
            host.set_looks(shell.desk.settings.looks());
            time += 0.4;
        }
    };
    constexpr int enough = 4;
    frames(enough);
    for (const std::string& name : clicks) {
        const bool menu = name.starts_with("menu:");
        const view::Item* item = host.items().find(menu ? name.substr(5) : name);
        if (item == nullptr) return name;
        const view::Point at{item->rect.centre().x * host.looks().scale,
                             item->rect.centre().y * host.looks().scale};
        view::InputEvent event;
        event.kind = view::InputEvent::Kind::move;
        event.at = at;
        queue.push(event);
        frames(1);
        event.kind = view::InputEvent::Kind::button;
        event.button = menu ? 1 : 0;
        event.down = true;
        queue.push(event);
        event.down = false;
        queue.push(event);
        frames(enough);
    }
    return {};
}

Exit take_picture(const Program& program, const PictureCommand& command) {
    const sim::Reader reader = program.reader();
    const auto size = parse_size(command.size);
    if (!size) return bad_use(bad_size(command.size, reader));
    seats::Opening opening;
    opening.keep = false;
    opening.seed = command.seed;
    opening.language = reader.language;
    opening.file = command.seat == "start" ? "" : command.file;
    opening.kit = command.kit;
    opening.seat = parse_seat(command.seat);
    seats::Shell shell = seats::make_shell(opening);
    if (!opening.file.empty() && !shell.live && !shell.assessor) return bad_use(shell.problem);
    shell.desk.settings.scale = command.scale;
    shell.desk.settings.high_contrast = command.contrast;
    shell.desk.for_picture = true;
    shell.desk.settings.plan = command.view == "plan";
    shell.desk.settings.reduced_motion = true;
    shell.saved = shell.desk.settings;
    if (!command.at.empty()) {
        const auto time = engine::parse_clock(command.at);
        if (!time) {
            return bad_use(engine::Phrase(N_("--at is a time such as 11:00 or -1d 15:00, not {}"),
                                          engine::quote(command.at))
                               .in(reader.translate));
        }
        go_to(shell, *time);
    } else if (shell.assessor) {
        seats::settle(*shell.assessor);
    }
    view::Window window({"Polldrill", size->width, size->height, true});
    view::Host host(shell.desk.settings.looks());
    host.ui().space_works = true;
    const std::string missing = draw(host, shell, *size, command.clicks);
    if (!missing.empty()) {
        return bad_use(engine::Phrase(N_("--click: nothing on this screen is called {}"),
                                      engine::quote(missing))
                           .in(reader.translate));
    }
    if (!command.targets.empty()) {
        std::ofstream(command.targets)
            << view::json_of(host.items(), host.looks().scale, host.frames());
    }
    if (!view::save_png(window.picture(host), command.output)) {
        return bad_use(
            engine::Phrase(N_("{} could not be written"), command.output).in(reader.translate));
    }
    return Exit::well;
}

}  // namespace

void add_picture(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("picture", "Draw a screen into a PNG, without any display");
    command->footer(
        "Examples:\n"
        "  polldrill picture scenarios/paper_jam.yaml --seat trainee --at 10:20 -o jam.png\n"
        "  polldrill picture day.drill --seat assessor --at 11:30 --language ru --scale 200 -o "
        "a.png\n"
        "  polldrill picture --seat start --size 1024x700 -o start.png");
    auto options = std::make_shared<PictureCommand>();
    command->add_option("FILE", options->file, "A scenario or a recording");
    command->add_option("--seat", options->seat, "start, trainee, instructor or assessor")
        ->check(CLI::IsMember({"start", "trainee", "instructor", "assessor"}));
    command->add_option("--seed", options->seed, "Decides voters and chance (default 1)");
    add_equipment(*command, options->kit);
    command->add_option("--at", options->at, "Moment to be seen, such as 10:20");
    command->add_option("--size", options->size, "In pixels (default 1280x800)");
    command->add_option("--scale", options->scale, "In percent, 100 to 200")
        ->check(CLI::Range(100, 200));
    command->add_option("--view", options->view, "Of the station: room (default) or plan")
        ->check(CLI::IsMember({"room", "plan"}));
    command->add_flag("--contrast", options->contrast, "In the high-contrast theme");
    command
        ->add_option("--click", options->clicks,
                     "Then click this item (its name in --targets); menu:NAME opens its menu; "
                     "may be given many times")
        ->allow_extra_args(false);
    command->add_option("--targets", options->targets,
                        "File to write all that can be acted on to (JSON)");
    command->add_option("-o,--output", options->output, "The PNG")->required();
    command->callback([&program, options] {
        program.run = [&program, options] { return take_picture(program, *options); };
    });
}

}  // namespace polldrill
