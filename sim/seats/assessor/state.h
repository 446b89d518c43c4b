/// What the assessor's seat remembers from frame to frame, shared by its panels.
#pragma once

#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/seats/assessor/analysis.h"
#include "sim/seats/assessor/assessor.h"
#include "sim/seats/assessor/judgement.h"
#include "sim/seats/room/room_view.h"
#include "sim/seats/station/plan.h"

namespace sim::seats {

/// Points that were lost, at the moment at which they were.
struct Loss {
    Time time = 0;
    int points = 0;
    std::size_t line = 0;  ///< of the grade
};

/// From when to when a critical line was open.
struct CriticalWindow {
    Time from = 0;
    Time to = 0;
    std::size_t line = 0;
    bool met = false;
};

/// A fact that proves a line of the grade.
struct EvidenceRow {
    Time time = 0;
    engine::view::Status status{};
    std::string lead;  ///< who, before the words
    std::string text;
    bool decisive = false;
};

/// The opened item in words; made anew when line, language or judgement change.
struct ItemText {
    std::string line;
    std::string language;
    int judged = -1;  ///< AssessorState::judged when it was made
    std::string title;
    std::string state;
    std::vector<std::string> condition;
    std::vector<EvidenceRow> evidence;
};

/// A picture of the replay: the whole room, a device, or a device's screen.
struct Camera {
    DeviceId device = no_device;
    bool screen = false;
};

/// Heights of the captions below the picture. What one of them once took is kept free, so that the
/// picture does not jump.
struct CaptionRoom {
    float width = 0;
    std::string language;
    float said = 0;
    float critical = 0;
};

enum class Overlay : std::uint8_t { none, details, sign, report, note };
enum class Page : std::uint8_t { replay, tracks, rubric, item, about };

/// What a report file became.
struct ReportResult {
    std::string path;
    std::string problem;  ///< in the reader's language
    bool printed = false;
    bool cancelled = false;  ///< broken off: no file was written
};

/// What a report being made and the seat say to each other.
struct ReportWork {
    std::atomic<double> share = 0;
    std::atomic<bool> stop = false;
};

/// Leaving the seat breaks off a report under way.
struct ReportSwitch {
    std::shared_ptr<ReportWork> work;
    ReportSwitch() = default;
    ReportSwitch(const ReportSwitch&) = delete;
    ReportSwitch& operator=(const ReportSwitch&) = delete;
    ~ReportSwitch() {
        if (work) work->stop = true;
    }
};

struct AssessorState {
    // The recording.
    std::string file;
    RecordingInfo info;
    std::string kit;   ///< other equipment that it was done on
    bool own = false;  ///< the trainee's own result, to be looked at
    bool closed = false;
    Time reached = 0;
    std::string digest;
    std::vector<RecordedBranch> branches;

    // What the worker has found so far.
    std::unique_ptr<Analyst> analyst;
    std::shared_ptr<const Player> player;
    std::unique_ptr<Analysis> analysis;
    std::optional<Verification> verification;
    engine::Phrase failure;
    bool cancelled = false;

    // The judgement.
    Assessment assessment;
    engine::Phrase assessment_problem;  ///< why the kept one could not be read
    bool keep_old = false;              ///< that one is moved aside before anything is written
    bool second = false;                ///< the second grader judges, blind
    bool unsaved = false;
    double save_at = 0;
    engine::Phrase save_problem;
    int judged = 0;  ///< grows with every change
    Grade grade;     ///< with the points of who judges now
    std::vector<Loss> losses;
    std::vector<CriticalWindow> windows;

    // Replay.
    Time now = 0;
    std::optional<World> world;
    Time world_time = -1;
    bool playing = false;
    double rate = 1;
    double last_frame = 0;
    std::vector<Camera> cameras;
    int camera = 0;
    PlanState plan;
    RoomView room;
    Time pictured = 0;     ///< the moment that the picture showed last
    double leapt_at = -1;  ///< when it last went further than a second, on the clock of Ui::time
    CaptionRoom caption_room;

    // Tracks: the part of the day that is seen.
    Time from = 0;
    Time to = 0;
    float grabbed_at = -1;  ///< where the right button took hold

    // Rubric and item.
    int row = -1;  ///< line of the grade
    std::map<std::string, bool> folded;
    bool show_row = false;
    ItemText item;
    bool expert_picture = false;
    std::string own_picture_of;
    std::optional<World> own_picture;
    PlanState item_plan;
    std::string comment;  ///< being typed; belongs to `edited`
    std::string reason;
    std::string edited;
    float foot = 120;  ///< height of the judgement below the item, as it was last drawn

    Page page = Page::replay;
    Overlay overlay = Overlay::none;
    std::string sign_name;
    std::string sign_problem;
    std::string note_text;
    Time note_time = 0;
    std::future<ReportResult> report;
    ReportSwitch report_switch;  ///< after the future, which waits for its end
    std::optional<ReportResult> report_done;
    bool report_unopened = false;  ///< no program was found that shows it

    bool ready() const { return analysis != nullptr; }
    Time first() const { return ready() ? analysis->tracks.start : from; }
    Time last() const { return reached; }
    Judgement& judgement() { return second ? assessment.second : assessment.first; }
    const Judgement& judgement() const { return second ? assessment.second : assessment.first; }
    const GradeLine* line() const {
        const bool known = row >= 0 && row < static_cast<int>(grade.lines.size());
        return known ? &grade.lines[static_cast<std::size_t>(row)] : nullptr;
    }
};

// state.cpp

/// Takes over what the worker has finished.
void poll(AssessorState& state);
/// The world at the shown moment; nothing before the drill can be played.
const World* shown_world(AssessorState& state);
void seek(AssessorState& state, Time time);
/// Three seconds before a moment, so that what led to it is seen.
void seek_before(AssessorState& state, Time time);
/// To the next (or the previous) moment at which something happens.
void seek_event(AssessorState& state, bool next);
void seek_critical(AssessorState& state, bool next);
void set_playing(AssessorState& state, bool playing);
/// Faster or slower by one step of the rates on offer.
std::vector<double> rates();

/// Works the grade out anew after the judgement has changed.
void judge(AssessorState& state);
/// The judgement was changed: works out the grade and writes it down soon.
void changed(AssessorState& state, double time);
/// Writes what waits to be written.
void save(AssessorState& state);
void open_row(AssessorState& state, int row);
/// The points that were still to be had at a moment.
int score_at(const AssessorState& state, Time time);
/// When the points of a line were lost.
Time lost_at(const GradeLine& line, Time end);

// evidence.cpp

/// The opened item in words, as the reader wants it.
const ItemText& item_text(AssessorState& state, const Reader& reader);

// The panels. All draw into the rectangle they are given.

void draw_header(engine::view::Ui& ui, Desk& desk, AssessorState& state, engine::view::Rect rect);
void draw_replay(engine::view::Ui& ui, Desk& desk, AssessorState& state, engine::view::Rect rect);
void draw_transport(engine::view::Ui& ui, Desk& desk, AssessorState& state,
                    engine::view::Rect rect);
/// The height that the transport needs at a width.
float transport_height(float width);
/// What is said below the picture, never over it.
void draw_captions(engine::view::Ui& ui, const AssessorState& state, const World& world,
                   engine::view::Rect rect, const Reader& reader);
float captions_height(const engine::view::Ui& ui, AssessorState& state, const World& world,
                      float width, const Reader& reader);
void draw_tracks(engine::view::Ui& ui, Desk& desk, AssessorState& state, engine::view::Rect rect);
void draw_rubric(engine::view::Ui& ui, Desk& desk, AssessorState& state, engine::view::Rect rect);
void draw_item(engine::view::Ui& ui, Desk& desk, AssessorState& state, engine::view::Rect rect);
/// Everything about the recording: integrity, branches, notes.
void draw_about(engine::view::Ui& ui, Desk& desk, AssessorState& state, engine::view::Rect rect);
/// Whatever lies above the screen: about, sign, report, note.
void draw_overlay(engine::view::Ui& ui, Desk& desk, AssessorState& state);

/// Whether and how far the recording was verified: a shape and a word.
struct Trust {
    engine::view::Status status{};
    std::string text;
};
Trust trust_of(const AssessorState& state, const Reader& reader);

/// The status of a line of the grade.
engine::view::Status status_of(const GradeLine& line);

}  // namespace sim::seats
