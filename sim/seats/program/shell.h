/// The whole program in one window: which seat is shown, what lies over it, and what the seats ask
/// for. Knows nothing of windows and pictures, so that tests run it without either.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sim/seats/assessor/assessor.h"
#include "sim/seats/instructor/instructor.h"
#include "sim/seats/shared/desk.h"
#include "sim/seats/shared/live.h"
#include "sim/seats/start/start.h"
#include "sim/seats/trainee/trainee.h"

namespace sim::seats {

struct Shell {
    Desk desk;
    Settings saved;  ///< as on the disk
    Start start;
    std::optional<Live> live;
    SeatId seat = SeatId::trainee;  ///< of the drill under way
    std::unique_ptr<Trainee> trainee;
    std::unique_ptr<Instructor> instructor;
    std::unique_ptr<Assessor> assessor;
    std::string problem;  ///< what could not be done, in a bar until it is put away
    int tour = -1;        ///< step of the first-time tour; -1: none
    int settings_tab = 0;
    std::string capturing;  ///< act whose key is being set anew
    bool keep = true;       ///< settings and recordings are written to the person's folders
    bool quit = false;
};

/// What the window was asked to show at first.
struct Opening {
    std::string file;  ///< a scenario or a recording; empty: the start screen
    std::string kit;   ///< other equipment for the scenario, a file of assets/kits
    std::optional<SeatId> seat;
    std::uint64_t seed = 1;
    double rate = 1;
    std::string language;      ///< instead of the person's
    std::optional<bool> plan;  ///< the station as a plan or a room, instead of the person's choice
    std::string record;        ///< instead of the person's folder
    bool keep = true;
};

/// Reads settings and folders, and opens what was asked for. What cannot be opened is told on the
/// start screen.
Shell make_shell(const Opening& opening);

/// Begins a drill; false (with the problem told) when its file has mistakes.
/// @param kit other equipment for it; empty: its own.
/// @param record empty: a new file of the person's folder.
bool begin_drill(Shell& shell, const std::string& file, std::uint64_t seed, SeatId seat,
                 const std::string& kit = "", bool exam = false, const std::string& record = "");
/// @param own the trainee's own result: nothing in it can be judged.
bool open_recording_in(Shell& shell, const std::string& file, bool own = false);

/// One frame: lets the drill run, draws what is shown, does what was asked for.
void draw_shell(engine::view::Ui& ui, Shell& shell);

/// Seconds until something happens by itself.
double next_wake(const Shell& shell);

/// With what the names of the acts of the seat begin that is shown.
std::string_view seat_prefix(const Shell& shell);

/// Before the program ends: the recording is left so that one can go on with it.
void leave(Shell& shell);

// What lies over the seats.
void draw_settings(engine::view::Ui& ui, Shell& shell);
void draw_help(engine::view::Ui& ui, Shell& shell);
/// How to leave the drill under way: to go on with it later, or for good.
void draw_leave(engine::view::Ui& ui, Shell& shell);
/// The tour leaves the mouse to the screen it explains; its keys are taken before that is drawn.
enum class TourKey : std::uint8_t { none, next, leave };
void draw_tour(engine::view::Ui& ui, Shell& shell, TourKey key);

}  // namespace sim::seats
