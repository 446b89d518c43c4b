// Does the day add up?

#include <algorithm>

#include "sim/election/protocol.h"
#include "sim/election/tally.h"
#include "sim/station/results.h"

namespace sim {
namespace {

bool explained(const World& world, ControlSum sum) {
    return (world.count.explained >> static_cast<unsigned>(sum) & 1U) != 0;
}

/// Sheets of blank paper that stuck to a ballot and went out with it.
std::int32_t stuck_out(const World& world) {
    std::int32_t count = 0;
    for (const Sheet& sheet : world.sheets) {
        count += sheet.blank_paper != 0 && sheet.place != SheetPlace::unused ? 1 : 0;
    }
    return count;
}

void add_accounts(const World& world, Reconciliation& day) {
    const auto add = [&](const char* name, std::int64_t left, std::int64_t right, ControlSum sum) {
        day.accounts.push_back({name, left, right, explained(world, sum)});
    };
    add("issued", day.issued, day.receipts - day.unclaimed + day.replaced, ControlSum::voters);
    add("identified", day.identified, day.receipts + day.unreceipted, ControlSum::voters);
    add("in_hand", day.scanned + day.emergency_bin + day.spoiled + day.carried_away, day.issued,
        ControlSum::boxes);
    add("received", day.issued + day.unused, day.received, ControlSum::ballots);
    static constexpr const char* names[] = {"sum_ballots", "sum_voters",     "sum_boxes",
                                            "sum_valid",   "sum_candidates", "sum_machine"};
    for (std::size_t i = 0; i < control_sum_count; ++i) {
        const auto sum = static_cast<ControlSum>(i);
        add(names[i], protocol_difference(world.count, sum, candidates(world)), 0, sum);
    }
}

void count_sheets(const World& world, Reconciliation& day) {
    const VoterCounts& counts = world.hall.counts;
    day.received = received_sheets(world);
    day.unused = unused_sheets(world);
    day.issued = issued_ballots(world) + stuck_out(world);
    day.replaced = counts.replaced;
    day.scanned =
        sheets_at(world.sheets, SheetPlace::box) + sheets_at(world.sheets, SheetPlace::invalid_bin);
    day.emergency_bin = sheets_at(world.sheets, SheetPlace::emergency_bin);
    day.spoiled = sheets_at(world.sheets, SheetPlace::spoiled);
    day.carried_away = sheets_at(world.sheets, SheetPlace::carried_away);
}

}  // namespace

Reconciliation reconcile(const World& world) {
    Reconciliation day;
    const VoterCounts& counts = world.hall.counts;
    day.arrived = counts.arrived;
    day.turned_away = counts.turned_away;
    day.left = counts.left;
    for (const Terminal& terminal : world.terminals) {
        day.identified += terminal.identified;
        day.receipts += terminal.receipts;
        day.unreceipted += terminal.receipts_owed();
    }
    day.unclaimed = day.receipts - counts.claimed;
    count_sheets(world, day);
    day.scanner_count = machine_tally(world).ballots;
    day.hand_count = world.count.hand.valid + world.count.hand.invalid;
    if (world.count.package.made()) day.digest_tape = hex(world.count.package.digest);
    if (world.centre.acknowledged) day.digest_centre = hex(world.centre.digest);
    day.acknowledged_at = world.centre.acknowledged_at;
    add_accounts(world, day);
    day.protocol_complete = protocol_complete(world.count.written, candidates(world));
    day.reconciled = day.protocol_complete && world.centre.acknowledged &&
                     day.digest_tape == day.digest_centre &&
                     std::all_of(day.accounts.begin(), day.accounts.end(),
                                 [](const Account& one) { return one.holds() || one.explained; });
    return day;
}

}  // namespace sim
