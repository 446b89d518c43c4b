#include <algorithm>
#include <array>
#include <vector>

#include "engine/core/translate.h"
#include "sim/election/protocol.h"
#include "sim/station/reach.h"
#include "sim/station/results.h"
#include "sim/station/signals.h"

namespace sim {
namespace {

const Transmitter& modem(const World& world, int unit) {
    return world.transmitters[static_cast<std::size_t>(unit)];
}

std::int64_t dbm(const World& world, int unit) {
    const Transmitter& one = modem(world, unit);
    if (one.state == TransmitterState::off) return -140;
    return transmitter_dbm(
        one, looking(world, world.layout().device_of(DeviceClass::transmitter, unit)));
}

bool at_window(const World& world, int unit) {
    const DeviceId device = world.layout().device_of(DeviceClass::transmitter, unit);
    const PartId antenna = world.layout().device(device).part(Role::antenna);
    const PartId place = antenna == no_part ? no_part : world.part(antenna).in;
    return place != no_part && world.layout()[place].type == "window";
}

bool linked(const World& world, int unit) {
    return transmitter_source(looking(
               world, world.layout().device_of(DeviceClass::transmitter, unit))) != no_device;
}

Context power_kit(const World& world) {
    return looking(world, world.layout().device_of(DeviceClass::power, 0));
}

std::int64_t voltage(const World& world) {
    const Context about = power_kit(world);
    return about.device == no_device ? 0 : about.value(Parameter::mains_voltage);
}

template <Pile pile>
std::int64_t pile_size(const World& world, int) {
    return world.count.piles[static_cast<std::size_t>(pile)];
}

template <std::size_t number>
std::int64_t hand_votes(const World& world, int) {
    return world.count.hand.votes[number];
}

template <std::size_t number>
std::int64_t machine_votes(const World& world, int) {
    return results_printed(world) ? machine_tally(world).votes[number] : 0;
}

template <ControlSum sum>
std::int64_t sum_holds(const World& world, int) {
    return protocol_difference(world.count, sum, candidates(world)) == 0 ? 1 : 0;
}

bool all_counted(const World& world) {
    return std::all_of(world.count.counted.begin() + 1, world.count.counted.end(),
                       [](std::uint8_t one) { return one != 0; });
}

std::int64_t identified(const World& world) {
    std::int64_t count = 0;
    for (const Terminal& terminal : world.terminals) count += terminal.identified;
    return count;
}

SignalSpec boolean(DeviceClass scope, std::string_view name, Channel channel, const char* help,
                   std::int64_t (*read)(const World&, int)) {
    return {scope, name, SignalType::boolean, "count", channel, help, {}, read};
}

SignalSpec number(std::string_view name, Channel channel, const char* help,
                  std::int64_t (*read)(const World&, int)) {
    return {DeviceClass::room, name, SignalType::number, "count", channel, help, {}, read};
}

constexpr DeviceClass unit_scope = DeviceClass::transmitter;
constexpr DeviceClass room = DeviceClass::room;

void add_transmitter(std::vector<SignalSpec>& table) {
    table.push_back({unit_scope, "state", SignalType::choice, "count", Channel::screen,
                     N_("What the transmission unit does"), transmitter_state_names(),
                     [](const World& w, int u) -> std::int64_t {
                         return static_cast<std::int64_t>(modem(w, u).state);
                     }});
    table.push_back({unit_scope, "screen", SignalType::choice, "count", Channel::screen,
                     N_("What the transmission unit shows"), transmitter_screen_names(),
                     [](const World& w, int u) -> std::int64_t {
                         return static_cast<std::int64_t>(transmitter_screen(modem(w, u)));
                     }});
    table.push_back({unit_scope, "failure", SignalType::choice, "count", Channel::screen,
                     N_("Why the last try to send failed"), transmitter_failure_names(),
                     [](const World& w, int u) -> std::int64_t {
                         return static_cast<std::int64_t>(modem(w, u).failure);
                     }});
    table.push_back({unit_scope, "refusal", SignalType::choice, "count", Channel::screen,
                     N_("Why the centre refused the results"), verdict_names(),
                     [](const World& w, int u) -> std::int64_t { return modem(w, u).refusal; }});
    table.push_back({unit_scope,
                     "signal",
                     SignalType::number,
                     "dbm",
                     Channel::screen,
                     N_("Signal of the mobile network; -140 dBm when the unit is off"),
                     {},
                     dbm});
    table.push_back({unit_scope,
                     "tries",
                     SignalType::number,
                     "count",
                     Channel::screen,
                     N_("Tries of this sending"),
                     {},
                     [](const World& w, int u) -> std::int64_t { return modem(w, u).tries; }});
    table.push_back(
        {unit_scope,
         "tries_total",
         SignalType::number,
         "count",
         Channel::screen,
         N_("Tries to send since the start of the day"),
         {},
         [](const World& w, int u) -> std::int64_t { return modem(w, u).tries_total; }});
    table.push_back({unit_scope,
                     "sim",
                     SignalType::number,
                     "count",
                     Channel::screen,
                     N_("SIM slot in use"),
                     {},
                     [](const World& w, int u) -> std::int64_t { return modem(w, u).sim; }});
    table.push_back(
        boolean(unit_scope, "powered", Channel::sight, N_("Its inlet is live"),
                [](const World& w, int u) -> std::int64_t { return modem(w, u).powered ? 1 : 0; }));
    table.push_back(
        boolean(unit_scope, "package", Channel::screen,
                N_("It has taken the results over from the scanner"),
                [](const World& w, int u) -> std::int64_t { return modem(w, u).package ? 1 : 0; }));
    table.push_back(boolean(unit_scope, "linked", Channel::sight,
                            N_("Its data lead joins it to the scanner"),
                            [](const World& w, int u) -> std::int64_t { return linked(w, u); }));
    table.push_back(boolean(unit_scope, "antenna_at_window", Channel::sight,
                            N_("Its antenna stands at the window"),
                            [](const World& w, int u) -> std::int64_t { return at_window(w, u); }));
    table.push_back(boolean(
        unit_scope, "joined_early", Channel::hidden,
        N_("It was connected while people still voted"),
        [](const World& w, int u) -> std::int64_t { return modem(w, u).joined_early ? 1 : 0; }));
    table.push_back(boolean(
        unit_scope, "mirrored", Channel::paper,
        N_("The acknowledgement names the mirror server too"),
        [](const World& w, int u) -> std::int64_t { return modem(w, u).mirrored ? 1 : 0; }));
    table.push_back({unit_scope,
                     "answer_wait",
                     SignalType::duration,
                     "us",
                     Channel::screen,
                     N_("How long it has waited for the centre's answer; 0 when it does not wait"),
                     {},
                     [](const World& w, int u) -> std::int64_t {
                         return transmitter_answer_wait(modem(w, u), w.now);
                     }});
    table.push_back(boolean(unit_scope, "acknowledged", Channel::screen,
                            N_("The centre has acknowledged what it sent"),
                            [](const World& w, int u) -> std::int64_t {
                                return modem(w, u).acknowledged_at != engine::never ? 1 : 0;
                            }));
}

void add_power(std::vector<SignalSpec>& table) {
    table.push_back(
        boolean(room, "mains.live", Channel::sight, N_("The lights of the room are on"),
                [](const World& w, int) -> std::int64_t { return w.power.mains ? 1 : 0; }));
    table.push_back({room,
                     "mains.voltage",
                     SignalType::number,
                     "mv",
                     Channel::hidden,
                     N_("Voltage at the wall outlets"),
                     {},
                     [](const World& w, int) -> std::int64_t { return voltage(w); }});
    table.push_back(boolean(
        room, "strip.live", Channel::sight, N_("The lamp of the extension strip is on"),
        [](const World& w, int) -> std::int64_t { return strip_live(w.power, w.parts) ? 1 : 0; }));
    table.push_back(
        boolean(room, "ups.live", Channel::sight, N_("The UPS gives power"),
                [](const World& w, int) -> std::int64_t { return w.power.ups_output ? 1 : 0; }));
    table.push_back(boolean(
        room, "ups.on_battery", Channel::sound, N_("The UPS beeps: it runs on its battery"),
        [](const World& w, int) -> std::int64_t { return ups_on_battery(w.power) ? 1 : 0; }));
    table.push_back(
        boolean(room, "ups.low", Channel::sound, N_("The UPS beeps fast: little charge is left"),
                [](const World& w, int) -> std::int64_t { return w.power.ups_low ? 1 : 0; }));
    table.push_back(
        boolean(room, "ups.tested", Channel::sight, N_("The test of the UPS was passed"),
                [](const World& w, int) -> std::int64_t { return w.power.ups_tested ? 1 : 0; }));
    table.push_back(
        {room,
         "ups.charge",
         SignalType::number,
         "permille",
         Channel::screen,
         N_("Charge of the battery of the UPS"),
         {},
         [](const World& w, int) -> std::int64_t { return ups_charge(w.power, power_kit(w)); }});
    table.push_back({room, "generator.state", SignalType::choice, "count", Channel::sound,
                     N_("What the generator does"), generator_state_names(),
                     [](const World& w, int) -> std::int64_t {
                         return static_cast<std::int64_t>(w.power.generator);
                     }});
    table.push_back(boolean(room, "generator.running", Channel::sound, N_("The generator runs"),
                            [](const World& w, int) -> std::int64_t {
                                return w.power.generator == GeneratorState::running ? 1 : 0;
                            }));
}

void add_centre(std::vector<SignalSpec>& table) {
    table.push_back(boolean(
        room, "centre.acknowledged", Channel::told, N_("The centre has acknowledged the results"),
        [](const World& w, int) -> std::int64_t { return w.centre.acknowledged ? 1 : 0; }));
    table.push_back(boolean(
        room, "centre.by_medium", Channel::told, N_("The centre read the results from a medium"),
        [](const World& w, int) -> std::int64_t { return w.centre.by_medium ? 1 : 0; }));
    table.push_back({room, "centre.verdict", SignalType::choice, "count", Channel::told,
                     N_("What the centre said to the last results"), verdict_names(),
                     [](const World& w, int) -> std::int64_t {
                         return static_cast<std::int64_t>(w.centre.verdict);
                     }});
    table.push_back(
        number("centre.digest", Channel::told,
               N_("First 15 hexadecimal digits of the digest at the centre, as a number"),
               [](const World& w, int) { return short_number(w.centre.digest); }));
    table.push_back(
        boolean(room, "results.printed", Channel::paper, N_("The results tape was printed"),
                [](const World& w, int) -> std::int64_t { return results_printed(w) ? 1 : 0; }));
    table.push_back(
        number("results.digest", Channel::paper,
               N_("First 15 hexadecimal digits of the digest on the tape, as a number"),
               [](const World& w, int) { return short_number(w.count.package.digest); }));
    table.push_back(number("results.ballots", Channel::paper, N_("Ballots by the results tape"),
                           [](const World& w, int) -> std::int64_t {
                               return results_printed(w) ? machine_tally(w).ballots : 0;
                           }));
    table.push_back(number("results.invalid", Channel::paper,
                           N_("Invalid ballots by the results tape: blank and overvoted"),
                           [](const World& w, int) -> std::int64_t {
                               const ScannerTally tally = machine_tally(w);
                               return results_printed(w) ? tally.undervotes + tally.overvotes : 0;
                           }));
}

void add_piles(std::vector<SignalSpec>& table) {
    table.push_back(number("count.received", Channel::paper, N_("Ballot sheets received, counted"),
                           pile_size<Pile::received>));
    table.push_back(number("count.unused", Channel::paper, N_("Unused ballot sheets, counted"),
                           pile_size<Pile::unused>));
    table.push_back(number("count.spoiled", Channel::paper, N_("Spoiled ballots, counted"),
                           pile_size<Pile::spoiled>));
    table.push_back(number("count.receipts", Channel::paper, N_("Receipts, counted"),
                           pile_size<Pile::receipts>));
    table.push_back(number("count.signatures", Channel::paper, N_("Signatures, counted"),
                           pile_size<Pile::signatures>));
    table.push_back(number("count.emergency", Channel::paper,
                           N_("Ballots of the emergency bin, counted"),
                           pile_size<Pile::emergency>));
    table.push_back(number("count.box", Channel::paper,
                           N_("Ballots of the main compartment, counted"), pile_size<Pile::box>));
    table.push_back(number("count.invalid_bin", Channel::paper,
                           N_("Ballots of the compartment for invalid ones, counted"),
                           pile_size<Pile::invalid>));
    table.push_back(number("count.in_scanner", Channel::paper,
                           N_("Ballots of both compartments of the scanner, counted"),
                           [](const World& w, int) -> std::int64_t {
                               return pile_size<Pile::box>(w, 0) + pile_size<Pile::invalid>(w, 0);
                           }));
    table.push_back(number("count.issued", Channel::paper,
                           N_("Ballots handed out, by the tally sheet of the list desk"),
                           [](const World& w, int) -> std::int64_t { return issued_ballots(w); }));
    table.push_back(
        number("count.list", Channel::paper, N_("Voters in the paper list"),
               [](const World& w, int) -> std::int64_t { return w.setup->voters.size(); }));
    table.push_back(number("count.valid", Channel::paper, N_("Valid ballots, by hand"),
                           [](const World& w, int) -> std::int64_t { return w.count.hand.valid; }));
    table.push_back(
        number("count.invalid", Channel::paper, N_("Invalid ballots, by hand"),
               [](const World& w, int) -> std::int64_t { return w.count.hand.invalid; }));
    table.push_back(boolean(room, "count.all", Channel::sight, N_("Every pile has been counted"),
                            [](const World& w, int) -> std::int64_t { return all_counted(w); }));
}

template <std::size_t... numbers>
void add_votes(std::vector<SignalSpec>& table, std::index_sequence<numbers...>) {
    static constexpr std::array<std::string_view, candidates_most> by_hand{
        "count.candidate_1", "count.candidate_2",  "count.candidate_3",  "count.candidate_4",
        "count.candidate_5", "count.candidate_6",  "count.candidate_7",  "count.candidate_8",
        "count.candidate_9", "count.candidate_10", "count.candidate_11", "count.candidate_12"};
    static constexpr std::array<std::string_view, candidates_most> by_machine{
        "results.candidate_1",  "results.candidate_2",  "results.candidate_3",
        "results.candidate_4",  "results.candidate_5",  "results.candidate_6",
        "results.candidate_7",  "results.candidate_8",  "results.candidate_9",
        "results.candidate_10", "results.candidate_11", "results.candidate_12"};
    (table.push_back(number(by_hand[numbers], Channel::paper,
                            N_("Votes for a candidate, counted by hand"), hand_votes<numbers>)),
     ...);
    (table.push_back(number(by_machine[numbers], Channel::paper,
                            N_("Votes for a candidate by the results tape"),
                            machine_votes<numbers>)),
     ...);
}

template <ControlSum sum>
void add_sum(std::vector<SignalSpec>& table, std::string_view name, const char* help) {
    table.push_back(boolean(room, name, Channel::paper, help, sum_holds<sum>));
}

void add_protocol(std::vector<SignalSpec>& table) {
    add_sum<ControlSum::ballots>(table, "protocol.sum_ballots_ok",
                                 N_("By the protocol, received is issued and cancelled"));
    add_sum<ControlSum::voters>(table, "protocol.sum_voters_ok",
                                N_("By the protocol, issued is voters and spoiled"));
    add_sum<ControlSum::boxes>(
        table, "protocol.sum_boxes_ok",
        N_("By the protocol, what lies in the boxes was issued and not spoiled"));
    add_sum<ControlSum::valid>(table, "protocol.sum_valid_ok",
                               N_("By the protocol, valid and invalid is what lies in the boxes"));
    add_sum<ControlSum::candidates>(
        table, "protocol.sum_candidates_ok",
        N_("By the protocol, the votes of the candidates are the valid ones"));
    add_sum<ControlSum::machine>(table, "protocol.sum_machine_ok",
                                 N_("The machine's figures are those of the hand count"));
    table.push_back(boolean(room, "protocol.complete", Channel::paper,
                            N_("Every line of the protocol is filled"),
                            [](const World& w, int) -> std::int64_t {
                                return protocol_complete(w.count.written, candidates(w)) ? 1 : 0;
                            }));
    table.push_back(boolean(room, "protocol.accounted", Channel::paper,
                            N_("Every control sum holds or its difference is explained"),
                            [](const World& w, int) -> std::int64_t {
                                return protocol_accounted(w.count, candidates(w)) ? 1 : 0;
                            }));
    table.push_back(boolean(
        room, "protocol.sums_checked", Channel::paper,
        N_("Each control sum was said to hold, or the protocol says why it does not"),
        [](const World& w, int) -> std::int64_t { return protocol_checked(w.count) ? 1 : 0; }));
    table.push_back(number("protocol.sums_wrong", Channel::paper,
                           N_("Control sums that were said to hold and do not"),
                           [](const World& w, int) -> std::int64_t {
                               return protocol_wrongly_declared(w.count, candidates(w));
                           }));
    table.push_back(number("protocol.copies", Channel::sight,
                           N_("Copies of the protocol given to observers"),
                           [](const World& w, int) -> std::int64_t { return w.count.copies; }));
}

void add_work(std::vector<SignalSpec>& table) {
    table.push_back(boolean(room, "commission.convened", Channel::sight,
                            N_("The commission sits, quorum was called"),
                            [](const World& w, int) -> std::int64_t { return w.count.convened; }));
    table.push_back(
        boolean(room, "lots.drawn", Channel::sight, N_("Lots were drawn for the posts"),
                [](const World& w, int) -> std::int64_t { return w.count.lots_drawn; }));
    table.push_back(number("acts.count", Channel::paper, N_("Acts of incident drawn up"),
                           [](const World& w, int) -> std::int64_t { return w.count.acts; }));
    table.push_back(
        number("log_book.entries", Channel::paper, N_("Entries in the log book"),
               [](const World& w, int) -> std::int64_t { return w.count.log_entries; }));
    table.push_back(number("counts.compared", Channel::paper, N_("Hourly comparisons made"),
                           [](const World& w, int) -> std::int64_t { return w.count.compared; }));
    table.push_back(number("counts.hour", Channel::paper,
                           N_("Hour of the last comparison, -1 before the first"),
                           [](const World& w, int) -> std::int64_t {
                               const Time last = w.count.compared_at;
                               return last == engine::never ? -1 : last / engine::hour;
                           }));
    table.push_back(
        number("counts.difference", Channel::paper,
               N_("How far the counts were apart at the last comparison"),
               [](const World& w, int) -> std::int64_t { return w.count.compare_difference; }));
    table.push_back(number("turnout.identified", Channel::screen,
                           N_("Voters identified, both terminals together"),
                           [](const World& w, int) { return identified(w); }));
    table.push_back(boolean(
        room, "call.waiting", Channel::sound, N_("Somebody was called and has not answered"),
        [](const World& w, int) -> std::int64_t { return w.count.waiting_answer >= 0 ? 1 : 0; }));
    table.push_back(number("call.answers", Channel::told, N_("Calls that were answered"),
                           [](const World& w, int) -> std::int64_t { return w.count.answers; }));
    table.push_back(
        boolean(room, "courier.out", Channel::told, N_("A medium is on its way"),
                [](const World& w, int) -> std::int64_t { return w.count.courier_out ? 1 : 0; }));
}

std::vector<SignalSpec> make_table() {
    std::vector<SignalSpec> table;
    add_transmitter(table);
    add_power(table);
    add_centre(table);
    add_piles(table);
    add_votes(table, std::make_index_sequence<candidates_most>());
    add_protocol(table);
    add_work(table);
    return table;
}

}  // namespace

std::span<const SignalSpec> result_signals() {
    static const std::vector<SignalSpec> table = make_table();
    return table;
}

}  // namespace sim
