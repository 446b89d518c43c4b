/// Results, count and protocol of a station: what the verbs, signals and the account of a day
/// share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/station/world.h"

namespace sim {

/// One of the sums that must hold at the end (domain.md C3.33, C4.43, C4.49).
struct Account {
    std::string name;  ///< "ballots_issued"
    std::int64_t left = 0;
    std::int64_t right = 0;
    bool explained = false;  ///< the protocol says why it does not hold

    bool holds() const { return left == right; }
};

/// The accounts of a day, read off its world.
struct Reconciliation {
    std::int32_t arrived = 0, identified = 0, turned_away = 0, left = 0;
    std::int32_t receipts = 0;     ///< printed
    std::int32_t unclaimed = 0;    ///< printed and never exchanged for a ballot
    std::int32_t unreceipted = 0;  ///< identified, but the receipt did not come out
    // Sheets of paper, blank or printed.
    std::int32_t received = 0, issued = 0, unused = 0, replaced = 0;
    std::int32_t scanned = 0;  ///< lying in the scanner's compartments
    std::int32_t emergency_bin = 0, spoiled = 0, carried_away = 0;
    std::int32_t scanner_count = 0;          ///< as the machine says
    std::int32_t hand_count = 0;             ///< valid and invalid by hand, all boxes
    std::string digest_tape, digest_centre;  ///< hexadecimal, empty when there is none
    Time acknowledged_at = engine::never;
    std::vector<Account> accounts;
    bool protocol_complete = false;
    bool reconciled = false;  ///< all sums hold, or the protocol explains each that does not
};

Reconciliation reconcile(const World& world);

/// Candidates of this station's election.
int candidates(const World& world);
/// Blank sheets in trays and packs plus printed ones that were never handed out.
std::int32_t unused_sheets(const World& world);
/// Sheets delivered to the station.
std::int32_t received_sheets(const World& world);
/// Ballots handed out by the tally sheet of the list desk.
std::int32_t issued_ballots(const World& world);
/// What the scanners say together.
ScannerTally machine_tally(const World& world);
/// Every scanner is closed (or there is none and voting hours are over).
bool polls_closed(const World& world);
/// The results tape was printed.
bool results_printed(const World& world);
/// Receipts, ballots and the scanner's count laid side by side: how far they are apart now.
std::int32_t count_difference(const World& world);

/// Makes the results package unless there is one.
void make_results(World& world);

// What the verbs of the count do (results_count.cpp).
Refusal count_check(const World& world, const Command& command);
void count_effect(World& world, const Command& command);
Time count_takes(const World& world, const Command& command);
Refusal cancel_check(const World& world, const Command& command);
void cancel_effect(World& world, const Command& command);
Refusal compare_check(const World& world, const Command& command);
void compare_effect(World& world, const Command& command);

// What the verbs of the protocol do (results_protocol.cpp).
Refusal write_field_check(const World& world, const Command& command);
void write_field_effect(World& world, const Command& command);
Refusal write_paper_check(const World& world, const Command& command);
void write_paper_effect(World& world, const Command& command);
Refusal explain_check(const World& world, const Command& command);
void explain_effect(World& world, const Command& command);
/// Saying that a control sum holds: it is believed, whether it does or not.
Refusal reconcile_check(const World& world, const Command& command);
void reconcile_effect(World& world, const Command& command);
Refusal copy_check(const World& world, const Command& command);
void copy_effect(World& world, const Command& command);

// What leaves the station: packing, carrying, calling, reporting (results_outside.cpp).
Refusal pack_check(const World& world, const Command& command);
void pack_effect(World& world, const Command& command);
Refusal deliver_paper_check(const World& world, const Command& command);
void deliver_paper_effect(World& world, const Command& command);
Refusal deliver_medium_check(const World& world, const Command& command);
void deliver_medium_effect(World& world, const Command& command);
Refusal call_check(const World& world, const Command& command);
void call_effect(World& world, const Command& command);
Refusal report_figure_check(const World& world, const Command& command);
void report_figure_effect(World& world, const Command& command);
Refusal report_topic_check(const World& world, const Command& command);
void report_topic_effect(World& world, const Command& command);
/// EventKind::people.
void people_event(World& world, const Event& event);

}  // namespace sim
