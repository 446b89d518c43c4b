#include "sim/election/tally.h"

#include <functional>
#include <numeric>

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

SumSides sum_sides(const ProtocolFigures& figures, ControlSum sum, const HandTally& by_hand,
                   int candidates) {
    const std::vector<std::int64_t> issued{figures.issued_early, figures.issued_station,
                                           figures.issued_outside};
    const std::vector<std::int64_t> in_boxes{figures.mobile, figures.stationary, figures.scanner,
                                             figures.emergency};
    const auto with = [](std::vector<std::int64_t> side, std::int64_t more) {
        side.push_back(more);
        return side;
    };
    const auto votes = [&](const auto& of) {
        return std::vector<std::int64_t>(of.begin(), of.begin() + candidates);
    };
    switch (sum) {
        case ControlSum::ballots:
            return {{figures.received}, with(issued, figures.cancelled)};
        case ControlSum::voters:
            return {issued, {figures.voters_total, figures.spoiled}};
        case ControlSum::boxes:
            return {with(in_boxes, figures.spoiled), issued};
        case ControlSum::valid:
            return {{figures.valid, figures.invalid}, in_boxes};
        case ControlSum::candidates:
            return {votes(figures.candidates), {figures.valid}};
        case ControlSum::machine: {
            SumSides sides{votes(figures.machine), votes(by_hand.votes)};
            sides.left.insert(sides.left.begin(),
                              {figures.machine_ballots, figures.machine_invalid});
            sides.right.insert(sides.right.begin(), {figures.scanner, by_hand.invalid});
            return sides;
        }
    }
    return {};
}

std::int64_t difference(const ProtocolFigures& figures, ControlSum sum, const HandTally& by_hand,
                        int candidates) {
    const SumSides sides = sum_sides(figures, sum, by_hand, candidates);
    if (sum != ControlSum::machine) {
        return std::accumulate(sides.left.begin(), sides.left.end(), std::int64_t{0}) -
               std::accumulate(sides.right.begin(), sides.right.end(), std::int64_t{0});
    }
    return std::inner_product(sides.left.begin(), sides.left.end(), sides.right.begin(),
                              std::int64_t{0}, std::plus<>(),
                              [](std::int64_t left, std::int64_t right) {
                                  return left < right ? right - left : left - right;
                              });
}

}  // namespace sim
