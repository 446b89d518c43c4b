/// The start screen: who you are, which seat, which drill is next, what was recorded.
#pragma once

#include <string>
#include <vector>

#include "sim/seats/shared/desk.h"
#include "sim/seats/start/shelf.h"

namespace sim::seats {

struct Start {
    std::vector<DrillCard> drills;
    std::vector<RecordingRow> recordings;
    int filter = 0;      ///< 0: for you, then each subject, then all
    std::string chosen;  ///< id of the drill shown large; empty: the next one
    int tab = 0;         ///< in narrow windows: drills, recordings, you
    std::string name;    ///< being typed
    bool exam = false;   ///< the next drill is one
    std::vector<KitCard> kits;
    std::string kit;     ///< id of the equipment for the next drill; empty: its own
    float covered = 0;   ///< high, along the bottom of a small window, by what lies over it
    bool named = false;  ///< the name was taken over from the settings
};

inline constexpr float start_foot = 32;   ///< height of the line along the bottom
inline constexpr float start_side = 416;  ///< width of the column on the right, with its margin
/// The window has no room for all at once: parts are behind tabs.
bool small_start(const engine::view::Ui& ui);

/// Reads both folders again.
void refresh(Start& start, const Desk& desk);

void draw_start(engine::view::Ui& ui, Desk& desk, Start& start);

}  // namespace sim::seats
