#include "sim/seats/program/loop.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <fstream>

#include "engine/core/paths.h"
#include "engine/view/letters.h"
#include "engine/view/window.h"
#include "sim/seats/program/sounding.h"

namespace sim::seats {

using namespace engine::view;

namespace {

namespace fs = std::filesystem;

/// Replaces the file as a whole, so that a reader never sees half of it.
void write_targets(const std::string& file, const std::string& text) {
    if (file.empty()) return;
    const std::string next = file + ".new";
    std::ofstream(next) << text;
    std::error_code error;
    fs::rename(next, file, error);
}

void take_screenshot(Window& window, Host& host, Shell& shell) {
    const engine::Translator& _ = shell.desk.translate();
    const std::time_t now = std::time(nullptr);
    const fs::path folder = recordings_folder().parent_path() / "pictures";
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path file = folder / fmt::format("{:%Y-%m-%d-%H%M%S}.png", fmt::localtime(now));
    const bool saved = save_png(window.picture(host), file);
    toast(shell.desk, host.ui(), saved ? Status::ok : Status::fault,
          saved ? fmt::format("{} {}", _("Picture saved:"), file.string())
                : std::string(_("The picture could not be written.")));
}

}  // namespace

void run_window(const WindowOptions& options, bool (*stop)()) {
    Window window({"Polldrill", options.width, options.height, false});
    Shell shell = make_shell(options.opening);
    Host host(shell.desk.settings.looks());
    host.get_clipboard = [&] { return window.clipboard(); };
    host.set_clipboard = [&](const std::string& text) { window.set_clipboard(text); };
    // Better in another language than in marks nobody can read.
    constexpr unsigned cyrillic = 0x0436;
    if (!can_write(host.ui(), cyrillic)) {
        shell.desk.reader = {engine::Translator("en", engine::translations_folder()), "en"};
    }
    for (const std::string& package : host.missing()) {
        const engine::Translator& _ = shell.desk.translate();
        shell.problem = fmt::format("{} {}",
                                    _("A typeface is missing; texts look different. It comes "
                                      "with the package"),
                                    package);
    }
    SoundDevice sound(sound_bank());
    InputQueue queue;
    const double began = seconds();
    bool held = false;
    while (!shell.quit && !stop()) {
        host.frame(queue, window.width(), window.height(), seconds() - began,
                   [&](Ui& ui) { draw_shell(ui, shell); });
        if (host.ui().input.quit) break;
        let_sound(sound, shell, host.ui());
        // What moves in every frame is shown in every other one.
        held = !host.settled() && !held;
        if (!held) window.show(host);
        if (shell.desk.request.kind == Request::Kind::screenshot) {
            shell.desk.request = {};
            take_screenshot(window, host, shell);
        }
        if (!options.targets.empty()) {
            std::string now = json_of(host.items(), host.looks().scale, host.frames());
            write_targets(options.targets, now);
        }
        host.set_looks(shell.desk.settings.looks());
        // A stop by signal is noticed within a second.
        window.gather(queue, queue.empty() ? std::min(host.wake(), 1.0) : 0);
    }
    leave(shell);
}

}  // namespace sim::seats
