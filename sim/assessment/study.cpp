#include "sim/assessment/study.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "engine/core/translate.h"
#include "sim/station/results.h"
#include "sim/station/verb.h"

namespace sim {
namespace {

/// A day that has ended, with how often each message was observed.
struct Played {
    const World& world;
    Reconciliation day;
    std::map<Message, std::int64_t> said;

    std::int64_t count(Message message) const {
        const auto found = said.find(message);
        return found == said.end() ? 0 : found->second;
    }
};

std::int64_t permille(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? (part * 1000 + whole / 2) / whole : 0;
}

std::int64_t seconds(Time span) {
    return span / engine::second;
}

std::int64_t tries(const World& world) {
    std::int64_t all = 0;
    for (const Transmitter& unit : world.transmitters) all += unit.tries_total;
    return all;
}

/// Ballots that the hand puts elsewhere than the machine, candidates and invalid ones together.
std::int64_t disagreement(const World& world) {
    const ScannerTally machine = machine_tally(world);
    std::int64_t apart = 0;
    const auto shown = static_cast<std::size_t>(candidates(world));
    std::array<std::int64_t, candidates_most> hand{};
    for (std::size_t i = 0; i < world.sheets.size(); ++i) {
        const Sheet& sheet = world.sheets[i];
        if (sheet.test != 0 || sheet.times_counted == 0) continue;
        const int read = read_by_hand(sheet, candidates(world));
        if (read >= 0) ++hand[static_cast<std::size_t>(read)];
    }
    for (std::size_t i = 0; i < shown; ++i) apart += std::abs(hand[i] - machine.votes[i]);
    return apart;
}

struct Row {
    StudyFigure figure;
    std::int64_t (*of)(const Played&);
};

const Row rows[] = {
    {{"identified", "", N_("Voters identified")},
     [](const Played& day) { return std::int64_t{day.day.identified}; }},
    {{"turnout", "permille", N_("Share of the register that was identified")},
     [](const Played& day) {
         return permille(day.day.identified, day.world.setup->voters.size());
     }},
    {{"left", "", N_("Voters who left before they had voted")},
     [](const Played& day) { return std::int64_t{day.day.left}; }},
    {{"turned_away", "", N_("Voters sent home before they were identified")},
     [](const Played& day) { return std::int64_t{day.day.turned_away}; }},
    {{"mean_wait", "s", N_("Wait for a terminal on average")},
     [](const Played& day) {
         const VoterCounts& counts = day.world.hall.counts;
         return counts.waits > 0 ? seconds(counts.waited / counts.waits) : 0;
     }},
    {{"longest_wait", "s", N_("Longest wait for a terminal")},
     [](const Played& day) { return seconds(day.world.hall.counts.longest_wait); }},
    {{"longest_queue", "", N_("Longest queue")},
     [](const Played& day) { return std::int64_t{day.world.hall.counts.longest_queue}; }},
    {{"fingers_refused", "", N_("Fingers that were not matched")},
     [](const Played& day) {
         return day.count(Message::terminal_finger_failed) +
                day.count(Message::terminal_no_finger_match);
     }},
    {{"no_finger_share", "permille", N_("Identified voters without any finger that matched")},
     [](const Played& day) {
         return permille(day.count(Message::terminal_no_finger_match), day.day.identified);
     }},
    {{"not_in_list", "", N_("Voters who were not in the list")},
     [](const Played& day) { return day.count(Message::terminal_not_in_list); }},
    {{"ballots", "", N_("Ballots counted by the scanner")},
     [](const Played& day) { return std::int64_t{day.day.scanner_count}; }},
    {{"jams", "", N_("Jams of the scanner")},
     [](const Played& day) {
         return day.count(Message::scanner_jammed_entry) +
                day.count(Message::scanner_jammed_outfeed);
     }},
    {{"returned", "", N_("Sheets that came back out of the scanner")},
     [](const Played& day) { return day.count(Message::scanner_rejected); }},
    {{"emergency_bin", "", N_("Ballots in the emergency bin")},
     [](const Played& day) { return std::int64_t{day.day.emergency_bin}; }},
    {{"disagreement", "", N_("Votes that hand and machine give differently")},
     [](const Played& day) { return disagreement(day.world); }},
    {{"send_tries", "", N_("Tries to send the results")},
     [](const Played& day) { return tries(day.world); }},
    {{"acknowledged", "permille", N_("Results acknowledged by the centre")},
     [](const Played& day) {
         return std::int64_t{day.day.acknowledged_at == engine::never ? 0 : 1000};
     }},
    {{"results_after", "s", N_("From the close of the polls to the acknowledgement")},
     [](const Played& day) {
         if (day.day.acknowledged_at == engine::never) return std::int64_t{0};
         return seconds(day.day.acknowledged_at - day.world.setup->polls_close);
     }},
    {{"reconciled", "permille", N_("Days on which everything adds up")},
     [](const Played& day) { return std::int64_t{day.day.reconciled ? 1000 : 0}; }},
};

/// Two-sided 95 % quantile of Student's t, by the expansion of Cornish and Fisher around the normal
/// one; right to three digits from 3 degrees of freedom on.
double student(std::size_t freedom) {
    constexpr double z = 1.959964;
    const auto v = static_cast<double>(freedom);
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) +
           (3 * z5 * z * z + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
}

StudySum sum_of(std::vector<std::int64_t> values) {
    StudySum sum;
    if (values.empty()) return sum;
    const auto count = static_cast<double>(values.size());
    for (const std::int64_t value : values) sum.mean += static_cast<double>(value);
    sum.mean /= count;
    double squares = 0;
    for (const std::int64_t value : values) {
        const double apart = static_cast<double>(value) - sum.mean;
        squares += apart * apart;
    }
    if (values.size() > 1) {
        sum.deviation = std::sqrt(squares / (count - 1));
        const double reach = student(values.size() - 1) * sum.deviation / std::sqrt(count);
        sum.low = sum.mean - reach;
        sum.high = sum.mean + reach;
    } else {
        sum.low = sum.high = sum.mean;
    }
    std::sort(values.begin(), values.end());
    sum.least = values.front();
    sum.median = values[values.size() / 2];
    sum.most = values.back();
    return sum;
}

}  // namespace

std::span<const StudyFigure> study_figures() {
    static const std::vector<StudyFigure> figures = [] {
        std::vector<StudyFigure> list;
        for (const Row& row : rows) list.push_back(row.figure);
        return list;
    }();
    return figures;
}

StudyDay study_day(const LoadedScenario& loaded, std::uint64_t seed,
                   std::span<const StudySetting> settings, std::int64_t& events) {
    Drill drill = make_drill(loaded, seed, {});
    std::map<Message, std::int64_t> said;
    Sink sink;
    sink.observations = [&](std::span<const Observation> observations) {
        for (const Observation& one : observations) ++said[one.message];
    };
    sink.moment = [&events](const World&) { ++events; };
    play_to_start(drill, sink);
    for (const StudySetting& setting : settings) {
        Command command;
        command.verb = find_verb("set", PartKind::parameter).value();
        command.author = Seat::instructor;
        command.object = setting.parameter;
        command.has_value = true;
        command.value = setting.value;
        say(drill, command, sink);
    }
    run_until(drill, drill.setup->latest_end, sink);
    const Played played{drill.world, reconcile(drill.world), std::move(said)};
    StudyDay day;
    for (const Row& row : rows) day.push_back(row.of(played));
    return day;
}

std::vector<StudySum> sum_up(std::span<const StudyDay> days) {
    std::vector<StudySum> sums;
    for (std::size_t figure = 0; figure < std::size(rows); ++figure) {
        std::vector<std::int64_t> values;
        for (const StudyDay& day : days) values.push_back(day[figure]);
        sums.push_back(sum_of(std::move(values)));
    }
    return sums;
}

}  // namespace sim
