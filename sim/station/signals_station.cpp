#include <algorithm>

#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/signals.h"

namespace sim {

namespace {

constexpr DeviceClass scope = DeviceClass::room;

template <std::int32_t Truth::*Member>
std::int64_t truth(const World& world, int) {
    return world.truth.*Member;
}

SignalSpec order_row(std::string_view name, SignalType type, Channel channel, const char* help,
                     std::int64_t (*read)(const World&, int)) {
    return {scope, name, type, "count", channel, help, {}, read};
}

bool has(const World& world, std::string_view name, std::uint8_t flag) {
    const PartId part = world.layout().find(name);
    return part != no_part && (world.part(part).flags & flag) != 0;
}

std::int64_t from_note(const World& world) {
    const PartId pile = world.layout().find("received_ballots");
    return pile != no_part && world.part(pile).recorded != 0 ? 1 : 0;
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
    // -- order in the room
    order_row("lots.in_order", SignalType::boolean, Channel::sight,
              N_("Lots were drawn without chair and secretary"),
              [](const World& w, int) -> std::int64_t {
                  return w.count.lots_drawn && !has(w, "lots", part_flag::voided) ? 1 : 0;
              }),
    order_row("count.from_note", SignalType::boolean, Channel::paper,
              N_("The figure for the sheets received is the delivery note's"),
              [](const World& w, int) -> std::int64_t { return from_note(w); }),
    order_row(
        "hall.strangers", SignalType::number, Channel::sight,
        N_("People in the room who have no right to be there"),
        [](const World& w, int) -> std::int64_t { return room_value(w, Parameter::strangers); }),
    order_row("observers.kept_away", SignalType::boolean, Channel::sight,
              N_("Observers are kept where they see nothing"),
              [](const World& w, int) -> std::int64_t {
                  return room_value(w, Parameter::observers_free) == 0 ? 1 : 0;
              }),
    order_row("observers.copies_refused", SignalType::boolean, Channel::sight,
              N_("The commission refuses the observers their copies"),
              [](const World& w, int) -> std::int64_t {
                  return room_value(w, Parameter::copies_free) == 0 ? 1 : 0;
              }),
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
