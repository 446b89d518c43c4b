/// What the start screen offers: the drills and the recordings on this machine.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/core/time.h"
#include "engine/core/translate.h"

namespace sim::seats {

/// What a drill is about, for the filters.
enum class Subject : std::uint8_t { scanner, terminal, transmission, station };
std::string_view title_of(Subject subject, const engine::Translator& translate);

struct DrillCard {
    std::string file;
    std::string id;
    engine::LocalizedText title;
    engine::LocalizedText about;
    int difficulty = 1;  ///< 1 to 4
    int minutes = 0;
    Subject subject{};
    bool for_trainee = true;  ///< a trainee holds a post in it
    std::string mistakes;     ///< why it cannot be played; empty when it can
    // From the recordings of this person:
    std::optional<int> best;  ///< percent of the points
    bool passed = false;
    int tries = 0;
};

/// Equipment on which every drill can be done instead of its own.
struct KitCard {
    std::string id;
    engine::LocalizedText title;
};

enum class RecordingState : std::uint8_t {
    assessed,  ///< ended and graded
    cut_off,   ///< can be gone on with
    damaged,
};

struct RecordingRow {
    std::string file;
    std::string scenario;  ///< id
    std::string trainee;
    std::string started;  ///< wall clock, as recorded
    engine::Time from = 0;
    engine::Time reached = 0;
    RecordingState state{};
    std::optional<int> percent;
    bool passed = false;
    std::string problem;
};

/// The drills of a folder, by how hard they are and then by name.
std::vector<DrillCard> read_drills(const std::filesystem::path& folder);

/// The kits of a folder, by name; those that cannot be read are left out.
std::vector<KitCard> read_kits(const std::filesystem::path& folder);

/// The recordings of a folder, the newest first; at most `most`. Reads a few values of each file.
std::vector<RecordingRow> read_recordings(const std::filesystem::path& folder, std::size_t most);

/// Fills in the best results.
void note_results(std::vector<DrillCard>& drills, const std::vector<RecordingRow>& recordings,
                  const std::string& trainee);

/// The next drill for somebody: the easiest not passed yet; the first when all are.
std::size_t next_drill(const std::vector<DrillCard>& drills);

}  // namespace sim::seats
