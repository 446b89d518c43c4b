/// What the assessor says about a recording. A recording is sealed when its drill ends: not a byte
/// of it may change, or it could no longer prove anything. So the assessment stands in a file of
/// its own beside it, FILE.assessment.json, and names the recording by the seal's digest.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/phrase.h"
#include "sim/report/report.h"

namespace sim::seats {

/// The judgement of one grader.
struct Judgement {
    std::vector<PointsOverride> overrides;
    std::vector<ReportComment> comments;
    std::string signed_by;  ///< empty: not signed
    std::string signed_at;  ///< "2026-11-24 12:01:33 +0000"

    bool is_signed() const { return !signed_by.empty(); }
    PointsOverride* override_of(std::string_view line);
    const PointsOverride* override_of(std::string_view line) const;
    std::string comment_of(std::string_view line) const;
    /// An empty text takes the comment away.
    void comment(const std::string& line, const std::string& text);
    /// Lines whose points were changed without a reason: they stand in the way of a signature.
    std::vector<std::string> without_reason() const;
};

struct MomentNote {
    engine::Time time = 0;
    std::string text;
    std::string by;
};

struct Assessment {
    std::string digest;  ///< of the recording; empty for one that was cut off
    Judgement first;
    Judgement second;               ///< of the second, blind grader
    std::vector<MomentNote> notes;  ///< in order of time
};

std::filesystem::path assessment_file(const std::filesystem::path& recording);

/// An empty assessment when there is none yet; `problem` says why one that is there cannot be read.
Assessment load_assessment(const std::filesystem::path& file, engine::Phrase& problem);

/// Replaces the file as a whole. Returns why it could not; empty when it could.
engine::Phrase save_assessment(const Assessment& assessment, const std::filesystem::path& file);

/// The wall clock as recordings write it.
std::string wall_clock();

}  // namespace sim::seats
