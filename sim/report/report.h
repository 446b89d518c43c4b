/// The report on a graded recording: a value with all its facts, in words of one language; pages
/// and files are pure functions of it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/time.h"
#include "sim/assessment/describe.h"
#include "sim/page/drawing.h"
#include "sim/recording/recording.h"

namespace sim {

/// Points that the assessor gives a line of the grade instead of those worked out.
struct PointsOverride {
    std::string line;  ///< id of the line: "opening.zero_report"
    int points = 0;
    std::string reason;
    std::string by;
};

/// What the assessor says to a line of the grade; with an empty id to all of the drill.
struct ReportComment {
    std::string line;
    std::string text;
};

/// An earlier try at the same drill.
struct ReportAttempt {
    std::string started;  ///< as a recording keeps it
    int score = 0;
    int most = 0;
};

struct ReportOptions {
    std::string name;  ///< of the recording, where it has one
    std::string assessor;
    std::vector<PointsOverride> overrides;
    std::vector<ReportComment> comments;
    std::optional<ReportAttempt> previous;
    /// Told a share from 0 to 1 while the drill is run again; may throw to stop.
    std::function<void(double)> progress = {};
};

using ReportMark = Mark;

/// A name and its value.
struct ReportFact {
    std::string name;
    std::string value;
};

struct ReportVerdict {
    ReportMark mark{};
    std::string state;  ///< "Passed"
    int score = 0;
    int most = 0;
    std::string of;     ///< "of 27"
    std::string title;  ///< what to do next
    std::vector<std::string> sentences;
};

/// The points of one competency.
struct ReportBar {
    std::string name;
    int points = 0;
    int most = 0;
    int expert = -1;     ///< -1 where the expert's result is not known
    std::string of;      ///< "of 20"
    std::string beside;  ///< "2 below the expert"
};

/// The station at a moment, as far as a small picture shows it.
struct StationPicture {
    struct Device {
        ReportMark mark = ReportMark::idle;
        std::string label;
        std::string state;
        bool chosen = false;  ///< what the moment is about
    };
    std::int64_t waiting = 0;  ///< for a terminal
    std::int64_t inside = 0;
    std::int64_t counted = 0;
    Device scanner;
    std::vector<Device> terminals;
    bool cover_open = false;
    bool sheet_at_entry = false;
    bool voter_at_scanner = false;
    bool door_open = false;
    bool mains = true;
    bool generator = false;
    std::string words;  ///< all of it, for who cannot see the picture
};

struct ReportMoment {
    engine::Time time = 0;
    std::string clock;
    ReportMark mark{};
    std::string state;  ///< the mark in a word
    std::string text;
    StationPicture picture;
};

/// A stretch of the time line in which something was wrong.
struct ReportBand {
    engine::Time from = 0;
    engine::Time to = 0;
    std::string text;
};

struct ReportTick {
    engine::Time time = 0;
    std::string label;  ///< empty: a small one
};

struct ReportTimeLine {
    std::string title;
    engine::Time from = 0;
    engine::Time to = 0;
    std::vector<ReportTick> ticks;
    std::vector<ReportBand> bands;
    std::vector<ReportMoment> moments;  ///< five, or fewer in a drill that was cut off early
};

/// Something done well or to be practised.
struct ReportItem {
    std::string line;  ///< id in the grade
    ReportMark mark{};
    std::string title;
    std::string clock;
    std::string lead;  ///< "Missed"
    std::string text;
};

struct ReportItems {
    std::string title;
    std::vector<ReportItem> items;  ///< three, where there are three
    std::string note;               ///< why there are fewer
};

/// Something the assessor changed or said.
struct ReportChange {
    std::string title;
    std::string points;  ///< "0 → 4 of 4"
    std::string text;
    std::string by;
};

struct Report {
    std::string language;
    std::string title;  ///< of the document
    std::string training;
    std::string kind;
    std::string trainee;
    std::string role;
    std::string created;  ///< ISO 8601, when the drill was begun; empty where it is not known
    std::vector<ReportFact> about;
    std::vector<std::string> warnings;  ///< what the reader has to know before all else
    ReportVerdict verdict;

    std::string bars_title;
    std::string own_legend;
    std::string expert_legend;
    std::vector<ReportBar> bars;

    ReportTimeLine line;
    ReportItems well;
    ReportItems practise;
    std::string previous;         ///< "Last try, 27 April 2026: 20 of 27"
    std::string previous_beside;  ///< "6 more this time"

    std::string changes_title;
    std::vector<ReportChange> changes;
    std::string comments_title;
    std::vector<ReportChange> comments;

    ReportMark seal{};
    std::string seal_text;
    std::vector<std::string> seal_details;
    std::vector<ReportFact> identity;
    std::vector<std::string> signatures;
    std::string page_of;  ///< "page {} of {}"
};

/// Plays the recording again, verifies it, grades it anew and lets the expert play the same drill:
/// about a second for a whole polling day. A recording that was cut off, damaged or that this
/// program cannot replay gives a report that says so. Throws RecordingError when not even its names
/// can be read.
Report make_report(const Recording& recording, const Reader& reader, const ReportOptions& options);

/// What a recording says of itself as an earlier try. Throws RecordingError.
ReportAttempt attempt_of(const Recording& recording);

/// One file that needs no other, to be read on a screen or printed on A4.
std::string report_html(const Report& report);

/// Pages of A4.
std::string report_pdf(const Report& report);

/// Writes a report, as a whole or not at all. Throws std::runtime_error with what went wrong.
void write_report_pdf(const Report& report, const std::string& path);
void write_report_html(const Report& report, const std::string& path);

/// Hands a file to the system's printer. An English text to be translated when that failed, else
/// empty.
std::string print_report(const std::string& path);

}  // namespace sim
