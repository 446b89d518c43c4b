/// The assessor's seat without a window, with recordings made for it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/core/paths.h"
#include "sim/recording/database.h"
#include "sim/recording/recording.h"
#include "sim/seats/assessor/state.h"
#include "sim/session/session.h"
#include "sim/station/sentence.h"
#include "tests/engine/view/screen.h"

// Last: it has a macro of the same name as the table of messages.
#include <doctest/doctest.h>

namespace sim::seats {

struct Spoken {
    const char* clock;
    const char* sentence;
};

/// A jam put right with mistakes: the seal is broken alone, its number is not written down, the
/// voter is told late.
inline constexpr Spoken clumsy[] = {
    {"10:17:00", "as scanner_operator: break scanner.seal_cover"},
    {"10:17:24", "as scanner_operator: open scanner.cover"},
    {"10:18:30", "as scanner_operator: take scanner.path"},
    {"10:19:10", "as scanner_operator: close scanner.cover"},
    {"10:20:00", "as scanner_operator: seal scanner.seal_cover"},
    {"10:20:30", "as scanner_operator: insert poll_card scanner.card_slot"},
    {"10:20:50", "as scanner_operator: touch scanner.screen.pin 4711"},
    {"10:20:56", "as scanner_operator: touch scanner.screen.silence_alarm"},
    {"10:21:02", "as scanner_operator: remove poll_card"},
    {"10:23:20", "as scanner_operator: tell scanner.voter ballot_not_counted"},
    {"10:26:00", "as secretary: write act_jam \"Jam\""},
};

/// Records it. `closed`: ended and sealed; else left as a drill that was cut off.
inline void record_clumsy(const std::filesystem::path& file, bool closed = true,
                          const char* back_to = nullptr) {
    SessionPlan plan;
    plan.scenario = "scenarios/paper_jam.yaml";
    plan.record = file.string();
    plan.trainee = "Aida Bekova";
    plan.rewind = back_to != nullptr;
    std::string problems;
    const auto session = DrillSession::begin(plan, problems);
    REQUIRE_MESSAGE(session, problems);
    for (const Spoken& spoken : clumsy) {
        session->run_until(*engine::parse_clock(spoken.clock));
        Command command =
            std::get<Command>(parse_sentence(session->setup().layout, spoken.sentence));
        command.author = Seat::trainee;
        session->say(command);
    }
    if (back_to != nullptr) REQUIRE(session->back_to(*engine::parse_clock(back_to)));
    session->run_until(*engine::parse_clock("10:40:00"));
    closed ? session->end() : session->leave();
    REQUIRE(session->recorded());
}

/// A recording on the disk that vanishes with it.
struct Tape {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "jam.drill";

    explicit Tape(bool closed = true, const char* back_to = nullptr) {
        record_clumsy(file, closed, back_to);
    }
    /// The same with something changed.
    std::filesystem::path forged(const char* sql) const {
        const std::filesystem::path copy = folder.path() / "forged.drill";
        std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
        const Database database = Database::writable(copy, false);
        database.run(sql);
        return copy;
    }
};

struct Judge {
    Desk desk;
    std::string problem;
    std::unique_ptr<Assessor> assessor;
    std::unique_ptr<engine::view::Screen> screen;

    explicit Judge(const std::filesystem::path& file, int width = 1280, int height = 800,
                   engine::view::Looks looks = {}, const std::string& language = "en") {
        desk.reader = {engine::Translator(language, engine::translations_folder()), language};
        desk.settings.name = "Nurlan Asanov";
        assessor = open_recording(file.string(), desk.reader, problem);
        if (!assessor) return;
        settle(*assessor);
        screen = std::make_unique<engine::view::Screen>(
            [this](engine::view::Ui& ui) { draw_assessor(ui, desk, *assessor); }, looks, width,
            height);
    }

    AssessorState& state() { return *assessor->state; }
    Time now() const { return shown_time(*assessor); }
    bool has(std::string_view name) const { return screen->find(name) != nullptr; }
    std::string value(std::string_view name) const {
        const engine::view::Item* item = screen->find(name);
        return item == nullptr ? std::string("no such item") : item->value;
    }
    /// Opens the line of the grade whose id ends so.
    void open(std::string_view ending) {
        for (std::size_t i = 0; i < state().grade.lines.size(); ++i) {
            if (state().grade.lines[i].id.ends_with(ending)) open_row(state(), static_cast<int>(i));
        }
        screen->frames(4);
    }
    /// Gives the opened line so many points, by the list of choices.
    void give(int points) {
        screen->click("assessor.override");
        screen->click("assessor.override.list." + std::to_string(points));
        screen->frames(4);
    }
};

}  // namespace sim::seats
