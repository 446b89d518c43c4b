/// What the commands of the program share.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "sim/assessment/describe.h"
#include "sim/session/session.h"

namespace polldrill {

using Session = sim::DrillSession;
using sim::SessionPlan;

/// What the process says when it ends.
enum class Exit : int {
    well = 0,     ///< done, and all is well
    failed = 1,   ///< done, and something failed
    bad_use = 2,  ///< wrong words on the command line, or wrong input
    damaged = 3,  ///< a file is damaged
};

/// The command that was chosen, and what holds for all of them.
struct Program {
    std::string language;       ///< as asked for; empty: the environment's
    std::function<Exit()> run;  ///< set by the command that was given

    /// The catalogue and language to speak to the person in.
    sim::Reader reader() const;
};

/// Says what is wrong, to the error stream, and that it is the caller's fault.
Exit bad_use(const std::string& message);
/// The same for a file that is damaged.
Exit damaged_file(const std::string& message);

void add_bench(CLI::App& app, Program& program);
void add_check(CLI::App& app, Program& program);
void add_continue(CLI::App& app, Program& program);
void add_hand(CLI::App& app, Program& program);
void add_handbook(CLI::App& app, Program& program);
void add_list(CLI::App& app, Program& program);
void add_play(CLI::App& app, Program& program);
void add_replay(CLI::App& app, Program& program);
void add_report(CLI::App& app, Program& program);
void add_schema(CLI::App& app, Program& program);
void add_show(CLI::App& app, Program& program);
void add_study(CLI::App& app, Program& program);
void add_verify(CLI::App& app, Program& program);
/// The option with which a drill is done on other equipment.
void add_equipment(CLI::App& command, std::string& kit);
/// What the program does when no command is given: the window, with the start screen.
std::function<Exit()> open_start(const Program& program);
void add_window(CLI::App& app, Program& program);
void add_picture(CLI::App& app, Program& program);

}  // namespace polldrill
