#include "sim/election/tally.h"

namespace sim {

std::int32_t count_by_hand(const engine::Blocks<Sheet>& sheets, SheetPlace place, int candidates,
                           HandTally& tally) {
    std::int32_t count = 0;
    for (const Sheet& sheet : sheets) {
        if (sheet.place != place || sheet.test != 0) continue;
        ++count;
        const int vote = read_by_hand(sheet, candidates);
        if (vote < 0) {
            ++tally.invalid;
        } else {
            ++tally.valid;
            ++tally.votes[static_cast<std::size_t>(vote)];
        }
    }
    return count;
}

std::int32_t sheets_at(const engine::Blocks<Sheet>& sheets, SheetPlace place) {
    std::int32_t count = 0;
    for (const Sheet& sheet : sheets) count += sheet.place == place && sheet.test == 0 ? 1 : 0;
    return count;
}

std::int64_t difference(const ProtocolFigures& figures, ControlSum sum, const HandTally& by_hand,
                        int candidates) {
    const std::int64_t issued =
        figures.issued_early + figures.issued_station + figures.issued_outside;
    const std::int64_t in_boxes =
        figures.mobile + figures.stationary + figures.scanner + figures.emergency;
    switch (sum) {
        case ControlSum::ballots:
            return figures.received - issued - figures.cancelled;
        case ControlSum::voters:
            return issued - figures.voters_total - figures.spoiled;
        case ControlSum::boxes:
            return in_boxes - (issued - figures.spoiled);
        case ControlSum::valid:
            return figures.valid + figures.invalid - in_boxes;
        case ControlSum::candidates: {
            std::int64_t votes = 0;
            for (int i = 0; i < candidates; ++i) {
                votes += figures.candidates[static_cast<std::size_t>(i)];
            }
            return votes - figures.valid;
        }
        case ControlSum::machine: {
            const auto apart = [](std::int64_t left, std::int64_t right) {
                return left < right ? right - left : left - right;
            };
            std::int64_t total = apart(figures.machine_ballots, figures.scanner) +
                                 apart(figures.machine_invalid, by_hand.invalid);
            for (int i = 0; i < candidates; ++i) {
                const auto at = static_cast<std::size_t>(i);
                total += apart(figures.machine[at], by_hand.votes[at]);
            }
            return total;
        }
    }
    return 0;
}

}  // namespace sim
