#include "sim/seats/start/shelf.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/core/paths.h"
#include "sim/recording/recording.h"
#include "sim/scenario/files.h"
#include "sim/scenario/read_kit.h"
#include "sim/scenario/read_scenario.h"

namespace sim::seats {

namespace fs = std::filesystem;

namespace {

/// Which device the graded work is about; several, or none: the whole station.
Subject subject_of(const LoadedScenario& loaded) {
    std::optional<DeviceClass> only;
    for (const std::string& name : loaded.scenario.grading.procedures) {
        for (const FaultSpec& fault : loaded.prototype->faults) {
            if (fault.id != name) continue;
            if (only && *only != fault.device_class) return Subject::station;
            only = fault.device_class;
        }
    }
    if (!only) return Subject::station;
    switch (*only) {
        case DeviceClass::scanner:
            return Subject::scanner;
        case DeviceClass::terminal:
            return Subject::terminal;
        case DeviceClass::transmitter:
            return Subject::transmission;
        case DeviceClass::power:
        case DeviceClass::room:
            return Subject::station;
    }
    return Subject::station;
}

std::vector<fs::path> files_in(const fs::path& folder, const char* extension) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

DrillCard read_drill(const fs::path& file) {
    DrillCard card;
    card.file = file.string();
    card.id = file.stem().string();
    engine::Problems problems;
    const auto loaded = load_scenario(disk_files(engine::assets_folder()), card.file, problems);
    if (!loaded) {
        card.mistakes = engine::text_of(problems);
        card.title.en = card.id;
        return card;
    }
    const Scenario& scenario = loaded->scenario;
    card.title = scenario.title;
    card.about = scenario.about;
    card.difficulty = scenario.difficulty;
    card.minutes = scenario.minutes;
    card.subject = subject_of(*loaded);
    card.for_trainee = std::any_of(scenario.trainee.begin(), scenario.trainee.end(),
                                   [](bool held) { return held; });
    return card;
}

void read_total(const Recording& recording, RecordingRow& row) {
    for (const RecordedGrade& line : recording.grade()) {
        if (line.item != "total") continue;
        const auto json = nlohmann::json::parse(line.value, nullptr, false);
        if (!json.is_object()) return;
        const int score = json.value("score", 0);
        const int most = json.value("max_score", 0);
        if (most > 0) row.percent = std::max(0, score * 100 / most);
        row.passed = json.value("passed", false);
    }
}

RecordingRow read_recording(const fs::path& file) {
    RecordingRow row;
    row.file = file.string();
    try {
        const Recording recording = Recording::open(file);
        const RecordingInfo info = recording.info();
        row.scenario = info.scenario;
        row.trainee = info.trainee;
        row.started = info.started;
        row.reached = recording.reached();
        row.state = recording.closed() ? RecordingState::assessed : RecordingState::cut_off;
        if (row.state == RecordingState::assessed) read_total(recording, row);
    } catch (const std::exception& error) {
        row.state = RecordingState::damaged;
        row.problem = error.what();
    }
    return row;
}

}  // namespace

std::string_view title_of(Subject subject, const engine::Translator& _) {
    switch (subject) {
        case Subject::scanner:
            return _("Scanner");
        case Subject::terminal:
            return _("Voter ID");
        case Subject::transmission:
            return _("Transmission");
        case Subject::station:
            return _("Whole station");
    }
    return {};
}

std::vector<DrillCard> read_drills(const fs::path& folder) {
    std::vector<DrillCard> drills;
    for (const fs::path& file : files_in(folder, ".yaml")) drills.push_back(read_drill(file));
    std::stable_sort(drills.begin(), drills.end(), [](const DrillCard& a, const DrillCard& b) {
        return a.difficulty < b.difficulty;
    });
    return drills;
}

std::vector<KitCard> read_kits(const fs::path& folder) {
    std::vector<KitCard> kits;
    for (const fs::path& file : files_in(folder, ".yaml")) {
        const std::string id = file.stem().string();
        engine::Problems problems;
        const auto text = read_text(file);
        const auto node = text ? engine::read_yaml(*text, id, problems) : std::nullopt;
        if (!node) continue;
        Place place{id, problems};
        const Kit kit = read_kit(*node, id, place);
        if (problems.empty()) kits.push_back({id, kit.title});
    }
    return kits;
}

std::vector<RecordingRow> read_recordings(const fs::path& folder, std::size_t most) {
    std::vector<fs::path> files = files_in(folder, ".drill");
    // Their names begin with the date.
    std::reverse(files.begin(), files.end());
    if (files.size() > most) files.resize(most);
    std::vector<RecordingRow> rows;
    for (const fs::path& file : files) rows.push_back(read_recording(file));
    return rows;
}

void note_results(std::vector<DrillCard>& drills, const std::vector<RecordingRow>& recordings,
                  const std::string& trainee) {
    for (DrillCard& drill : drills) {
        drill.best.reset();
        drill.passed = false;
        drill.tries = 0;
        for (const RecordingRow& row : recordings) {
            if (row.scenario != drill.id || row.trainee != trainee) continue;
            ++drill.tries;
            drill.passed = drill.passed || row.passed;
            if (row.percent) drill.best = std::max(drill.best.value_or(0), *row.percent);
        }
    }
}

std::size_t next_drill(const std::vector<DrillCard>& drills) {
    for (std::size_t i = 0; i < drills.size(); ++i) {
        if (drills[i].for_trainee && drills[i].mistakes.empty() && !drills[i].passed) return i;
    }
    return 0;
}

}  // namespace sim::seats
