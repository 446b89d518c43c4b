#include <algorithm>

#include "engine/core/translate.h"
#include "sim/station/signals.h"

namespace sim {

namespace {

constexpr DeviceClass scope = DeviceClass::room;

template <std::int32_t Truth::*Member>
std::int64_t truth(const World& world, int) {
    return world.truth.*Member;
}

constexpr SignalSpec truth_row(std::string_view name, const char* help,
                               std::int64_t (*read)(const World&, int)) {
    return {scope, name, SignalType::number, "count", Channel::hidden, help, {}, read};
}

const SignalSpec table[] = {
    {scope,
     "clock",
     SignalType::time,
     "us",
     Channel::sight,
     N_("The clock on the wall"),
     {},
     [](const World& w, int) -> std::int64_t { return w.now; }},
    {scope,
     "faults.active",
     SignalType::number,
     "count",
     Channel::hidden,
     N_("Perturbations in force"),
     {},
     [](const World& w, int) -> std::int64_t {
         return std::count_if(
             w.perturbations.begin(), w.perturbations.end(), [&w](const Perturbation& change) {
                 return change.fault >= 0 && change.start <= w.now && change.end > w.now;
             });
     }},
    {scope,
     "drill.finished",
     SignalType::boolean,
     "count",
     Channel::hidden,
     N_("The drill is over"),
     {},
     [](const World& w, int) -> std::int64_t { return w.finished_at != engine::never ? 1 : 0; }},
    truth_row("truth.counted_twice", N_("Ballots counted more than once"),
              truth<&Truth::counted_twice>),
    truth_row("truth.double_as_one", N_("Two sheets that went through as one"),
              truth<&Truth::double_as_one>),
    truth_row("truth.opened_with_totals", N_("Polls opened with totals that were not zero"),
              truth<&Truth::opened_with_totals>),
    truth_row("truth.ballots_without_receipt", N_("Ballots given without a receipt"),
              truth<&Truth::ballots_without_receipt>),
    truth_row("truth.seals_broken_alone", N_("Seals broken without a second person"),
              truth<&Truth::seals_broken_alone>),
    truth_row("truth.seals_broken_unrecorded", N_("Seals broken before their number was recorded"),
              truth<&Truth::seals_broken_unrecorded>),
    truth_row("truth.seal_mismatches", N_("Seals whose number was not the recorded one"),
              truth<&Truth::seal_mismatches>),
    truth_row("truth.network_joined_early", N_("Network joined before the polls were closed"),
              truth<&Truth::network_joined_early>),
    truth_row("truth.cast_for_voter", N_("Ballots fed or cast by an official for a voter"),
              truth<&Truth::cast_for_voter>),
    truth_row("truth.sent_home_eligible", N_("Eligible voters who were sent home"),
              truth<&Truth::sent_home_eligible>),
    truth_row("truth.unplugged_in_write", N_("Power lost while a ballot was being counted"),
              truth<&Truth::unplugged_in_write>),
    truth_row("truth.misread_ballots", N_("Ballots counted otherwise than a person reads them"),
              truth<&Truth::misread_ballots>),
    truth_row("truth.torn_ballots", N_("Ballots torn while they were taken out"),
              truth<&Truth::torn_ballots>),
};

}  // namespace

std::span<const SignalSpec> station_signals() {
    return table;
}

}  // namespace sim
