#include "sim/station/results.h"

#include <doctest/doctest.h>

#include "engine/core/paths.h"
#include "sim/scenario/default_station.h"
#include "sim/station/glue.h"
#include "sim/station/sentence.h"
#include "sim/station/signals.h"

using namespace sim;

namespace {

constexpr Time evening = 20 * engine::hour + 30 * engine::minute;

std::shared_ptr<const Setup> make_test_setup(Time start) {
    engine::Problems problems;
    const FileSource files = disk_files(engine::assets_folder());
    const DefaultStation station(files, problems);
    auto setup = std::make_shared<Setup>();
    setup->seed = 3;
    setup->chance = false;
    setup->start = start;
    setup->station_number = 9001;
    setup->layout = station.layout();
    setup->election.id = "trees";
    for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
        setup->election.candidates.push_back({id, {}});
    }
    setup->voters = make_register(3, 100);
    return setup;
}

/// A station without voters, at some time of the day.
struct Station {
    World world;

    explicit Station(Time start) : world(make_world(make_test_setup(start))) {}

    Command command(const std::string& sentence) {
        const auto parsed = parse_sentence(world.layout(), sentence);
        const auto* error = std::get_if<SentenceError>(&parsed);
        REQUIRE_MESSAGE(error == nullptr, sentence << ": " << error->message.english());
        Command made = std::get<Command>(parsed);
        made.time = world.now;
        return made;
    }
    Refusal check(const std::string& sentence) { return sim::check(world, command(sentence)); }

    /// Says a sentence and lets the action end.
    Refusal say(const std::string& sentence) {
        const Command said = command(sentence);
        const Refusal refusal = apply(world, said);
        if (!refusal) {
            advance(world, world.actors[static_cast<std::size_t>(said.actor)].busy_until);
        }
        return refusal;
    }
    void must(const std::string& sentence) {
        const Refusal refusal = say(sentence);
        CHECK_MESSAGE(!refusal, sentence << ": " << spec(refusal.reason).text);
    }
    std::int64_t reading(const std::string& name) {
        const auto signal = find_signal(world.layout(), name);
        REQUIRE_MESSAGE(signal.has_value(), name);
        return read(world, *signal);
    }
    PartId part(const std::string& name) { return world.layout().find(name); }

    void ballot(SheetPlace place, std::size_t candidate, std::int16_t mark = 300) {
        Sheet sheet;
        sheet.place = place;
        sheet.marks[candidate] = mark;
        world.sheets.push_back(sheet);
        --world.edit(part("blank_sheets")).amount;
        ++world.hall.counts.claimed;
        ++world.hall.counts.receipts_taken;
        ++world.hall.counts.signatures;
        ++world.terminals.front().identified;
        ++world.hall.terminal_identified.front();
        ++world.terminals.front().receipts;
    }
    /// Two ballots that the machine counted, one with a faint mark that it took for blank, one in
    /// the emergency bin; then closed, tape printed.
    void closed() {
        ballot(SheetPlace::box, 0);
        ballot(SheetPlace::box, 1);
        ballot(SheetPlace::invalid_bin, 1, 40);
        ballot(SheetPlace::emergency_bin, 2);
        Scanner& scanner = world.scanners.front();
        scanner.tally.votes = {1, 1};
        scanner.tally.undervotes = 1;
        scanner.tally.ballots = 3;
        scanner.polls = Polls::closed;
        world.edit(part("results_tape")).flags |= part_flag::exists;
        results_notice(world);
    }
    void counted() {
        for (const char* door : {"safe", "scanner.box_door", "scanner.emergency_flap"}) {
            world.edit(part(door)).open = 1;
        }
        must("as list_keeper: count received_ballots");
        for (const char* pile : {"unused_ballots", "spoiled_ballots", "receipts", "signatures",
                                 "emergency_ballots", "box_ballots", "invalid_ballots"}) {
            must("as list_keeper: count " + std::string(pile));
        }
    }
    void write(const std::string& line, std::int64_t value) {
        must("as secretary: write protocol." + line + " " + std::to_string(value));
    }
    void written() {
        for (const char* line : {"added", "issued_early", "issued_outside", "mobile", "stationary",
                                 "spoiled", "candidate_4", "candidate_5", "candidate_6",
                                 "machine_3", "machine_4", "machine_5", "machine_6"}) {
            write(line, 0);
        }
        write("voters_in_list", 100);
        write("received", reading("count.received"));
        write("issued_station", reading("count.issued"));
        write("voters_total", reading("count.signatures"));
        write("cancelled", reading("count.unused"));
        write("scanner", reading("count.in_scanner"));
        write("emergency", reading("count.emergency"));
        write("valid", reading("count.valid"));
        write("invalid", reading("count.invalid"));
        for (int i = 1; i <= 3; ++i) {
            const std::string number = std::to_string(i);
            write("candidate_" + number, reading("count.candidate_" + number));
            if (i < 3) write("machine_" + number, reading("results.candidate_" + number));
        }
        write("machine_ballots", reading("results.ballots"));
        write("machine_invalid", reading("results.invalid"));
    }
};

}  // namespace

TEST_CASE("joining the modem while people vote is a breach, once; after the closing it is none") {
    Station station(19 * engine::hour);
    station.world.scanners.front().polls = Polls::open;
    station.must("as scanner_operator: connect modem.data_lead scanner.data_port");
    CHECK(station.world.truth.network_joined_early == 1);
    CHECK(station.reading("modem.joined_early") == 1);
    station.must("as scanner_operator: disconnect modem.data_lead");
    station.must("as scanner_operator: connect modem.data_lead scanner.data_port");
    CHECK(station.world.truth.network_joined_early == 1);

    Station later(evening);
    later.closed();
    later.must("as scanner_operator: connect modem.data_lead scanner.data_port");
    CHECK(later.world.truth.network_joined_early == 0);
    CHECK(later.reading("modem.linked") == 1);
}

TEST_CASE("results go over the modem to the centre, whose digest is that of the tape") {
    Station station(evening);
    station.closed();
    station.world.scanners.front().power = ScannerPower::running;
    station.must("as scanner_operator: connect modem.lead wall.outlet_3");
    station.must("as scanner_operator: switch_on modem.power_switch");
    station.must("as scanner_operator: connect modem.data_lead scanner.data_port");
    advance(station.world, evening + 5 * engine::minute);
    station.must("as scanner_operator: touch modem.screen.send");
    advance(station.world, evening + 10 * engine::minute);
    CHECK(station.reading("centre.acknowledged") == 1);
    CHECK(station.reading("acknowledgement.exists") == 1);
    CHECK(station.reading("results.digest") != 0);
    CHECK(station.reading("centre.digest") == station.reading("results.digest"));
}

TEST_CASE("a medium is carried only packed and with an act, and takes its time") {
    Station station(evening);
    station.closed();
    station.world.edit(station.part("scanner.media_door")).open = 1;
    const std::string deliver = "as chair: deliver scanner.medium_main";
    CHECK(station.check(deliver).reason == Message::refused_not_packed);
    CHECK(station.check("as chair: pack scanner.medium_main").reason == Message::refused_connected);
    station.must("as chair: remove scanner.medium_main");
    station.must("as chair: pack scanner.medium_main");
    CHECK(station.check(deliver).reason == Message::refused_no_act);
    station.must("as secretary: write act_medium \"not sent\"");
    CHECK(station.check("as secretary: write act_medium").already);
    station.must(deliver);
    CHECK(station.check(deliver).already);
    advance(station.world, station.world.now + 44 * engine::minute);
    CHECK(station.reading("centre.acknowledged") == 0);
    advance(station.world, station.world.now + 2 * engine::minute);
    CHECK(station.reading("centre.by_medium") == 1);
    CHECK(station.reading("centre.digest") == station.reading("results.digest"));
}

TEST_CASE("piles are counted after the closing, at hand, sheet by sheet") {
    Station day(12 * engine::hour);
    CHECK(day.check("as list_keeper: count unused_ballots").reason == Message::refused_polls_open);
    day.must("as list_keeper: count received_ballots");
    CHECK(day.reading("count.received") == received_sheets(day.world));

    Station station(evening);
    station.closed();
    CHECK(station.check("as chair: count box_ballots").reason == Message::refused_behind);
    CHECK(station.check("as chair: cancel unused_ballots").reason == Message::refused_not_counted);
    const Time few = count_takes(station.world, station.command("count box_ballots"));
    station.ballot(SheetPlace::box, 0);
    CHECK(count_takes(station.world, station.command("count box_ballots")) - few ==
          1500 * engine::millisecond);
    station.counted();
    CHECK(station.check("as chair: count box_ballots").already);
    CHECK(station.reading("count.box") == 3);
    CHECK(station.reading("count.valid") == 5);
    CHECK(station.reading("count.candidate_2") == 2);
    CHECK(station.reading("count.invalid") == 0);
    CHECK(station.reading("count.all") == 1);
    station.must("as chair: cancel unused_ballots");
    CHECK(station.reading("unused_ballots.voided") == 1);
}

TEST_CASE("only chair and secretary write; the protocol exists when every line is filled") {
    Station station(evening);
    station.closed();
    station.counted();
    CHECK(station.check("as operator_1: write protocol.added 0").reason == Message::refused_pen);
    CHECK(station.check("as chair: write protocol.added -1").reason ==
          Message::refused_no_such_value);
    CHECK(station.check("as chair: sign protocol").reason == Message::refused_not_printed);
    station.written();
    CHECK(station.check("as secretary: write protocol.added 0").already);
    CHECK(station.reading("protocol.exists") == 1);
    CHECK(station.reading("protocol.complete") == 1);
    CHECK(station.check("as chair: copy protocol 3").reason == Message::refused_unsigned);
    for (const char* post : {"chair", "secretary", "list_keeper"}) {
        station.must("as " + std::string(post) + ": sign protocol");
    }
    station.must("as secretary: copy protocol 3");
    CHECK(station.reading("protocol.copies") == 3);
    station.must("as chair: deliver protocol");
    CHECK(station.reading("protocol.delivered") == 1);

    Station day(12 * engine::hour);
    CHECK(day.check("as chair: write protocol.valid 3").reason == Message::refused_polls_open);
    day.must("as chair: write protocol.received 1800");
}

TEST_CASE("a difference must be explained, and only a difference can be") {
    Station station(evening);
    station.closed();
    station.counted();
    station.written();
    // The machine took a faint mark for a blank ballot, people read it.
    CHECK(station.reading("protocol.sum_machine_ok") == 0);
    CHECK(station.reading("protocol.sum_boxes_ok") == 1);
    CHECK(station.reading("protocol.accounted") == 0);
    CHECK(station.check("as secretary: explain protocol.difference_3 \"why\"").reason ==
          Message::refused_no_difference);
    station.must("as secretary: explain protocol.difference_6 \"a faint mark\"");
    CHECK(station.check("as secretary: explain protocol.difference_6 \"a faint mark\"").already);
    CHECK(station.reading("protocol.accounted") == 1);
}

TEST_CASE("who says that a sum adds up is believed, until it is explained or a line changes") {
    Station station(evening);
    station.closed();
    station.counted();
    CHECK(station.check("as secretary: reconcile protocol.difference_3").reason ==
          Message::refused_lines_missing);
    station.written();
    CHECK(station.check("as operator_1: reconcile protocol.difference_3").reason ==
          Message::refused_pen);
    for (const int sum : {1, 2, 3, 4, 5}) {
        station.must("as secretary: reconcile protocol.difference_" + std::to_string(sum));
    }
    CHECK(station.check("as secretary: reconcile protocol.difference_3").already);
    CHECK(station.reading("protocol.sums_checked") == 0);
    CHECK(station.reading("protocol.sums_wrong") == 0);
    // The machine's figures are not those of the hand count here.
    station.must("as secretary: reconcile protocol.difference_6");
    CHECK(station.reading("protocol.sums_checked") == 1);
    CHECK(station.reading("protocol.sums_wrong") == 1);
    CHECK(station.reading("protocol.accounted") == 0);
    station.must("as secretary: explain protocol.difference_6 \"a faint mark\"");
    CHECK(station.reading("protocol.sums_checked") == 1);
    CHECK(station.reading("protocol.sums_wrong") == 0);
    const auto valid = station.reading("count.valid");
    station.must("as secretary: write protocol.valid " + std::to_string(valid + 1));
    CHECK(station.reading("protocol.sums_checked") == 0);
    CHECK(station.check("as secretary: reconcile protocol.difference_1").already);
    CHECK_FALSE(station.check("as secretary: reconcile protocol.difference_4").already);
}

TEST_CASE(
    "a day adds up when all sums hold or are explained, and the centre has the tape's results") {
    Station station(evening);
    station.closed();
    station.counted();
    station.written();
    CHECK_FALSE(reconcile(station.world).reconciled);
    station.must("as secretary: explain protocol.difference_6 \"a faint mark\"");
    CHECK_FALSE(reconcile(station.world).reconciled);
    centre_receive(station.world.centre, station.world.setup->election, station.world.count.package,
                   3, 9001, station.world.now, false);
    const Reconciliation day = reconcile(station.world);
    CHECK(day.reconciled);
    CHECK(day.issued == 4);
    CHECK(day.scanned == 3);
    CHECK(day.emergency_bin == 1);
    CHECK(day.hand_count == 4);
    CHECK(day.scanner_count == 3);
    CHECK(day.issued + day.unused == day.received);
    CHECK(day.digest_tape == day.digest_centre);

    // A sheet that nobody accounts for.
    ++station.world.hall.counts.claimed;
    ++station.world.terminals.front().receipts;
    ++station.world.terminals.front().identified;
    CHECK_FALSE(reconcile(station.world).reconciled);
}

TEST_CASE("the support line answers after a while, one call at a time") {
    Station station(12 * engine::hour);
    station.must("as chair: call hotline");
    CHECK(station.check("as secretary: call hotline").already);
    CHECK(station.check("as secretary: call tec").reason == Message::refused_not_now);
    CHECK(station.reading("call.waiting") == 1);
    advance(station.world, station.world.now + 2 * engine::minute);
    CHECK(station.reading("call.answers") == 1);
    CHECK_FALSE(station.check("as secretary: call tec"));
}

TEST_CASE("turnout is reported once an hour that asks for it; counts are compared once an hour") {
    Station station(12 * engine::hour);
    CHECK(station.check("as secretary: report turnout.12 101").reason ==
          Message::refused_no_such_value);
    station.must("as secretary: report turnout.12 40");
    CHECK(station.check("as secretary: report turnout.12 41").already);
    CHECK(station.reading("turnout.12.amount") == 40);
    station.must("as secretary: compare counts");
    CHECK(station.check("as secretary: compare counts").already);
    CHECK(station.reading("counts.hour") == 12);
    CHECK(station.reading("counts.difference") == 0);
    ++station.world.hall.counts.claimed;
    advance(station.world, 13 * engine::hour);
    station.must("as secretary: compare counts");
    CHECK(station.reading("counts.difference") == 2);
}

TEST_CASE("power comes and goes through the leads that hands connect") {
    Station station(7 * engine::hour);
    CHECK(station.reading("scanner.mains") == 0);
    station.must("as scanner_operator: connect scanner.lead ups.outlet_1");
    station.must("as scanner_operator: switch_on ups.switch");
    CHECK(station.reading("scanner.mains") == 1);
    World& world = station.world;
    world.perturbations.push_back({-1, 1, Parameter::mains_voltage,
                                   world.layout().device_of(DeviceClass::power, 0), 0, world.now, 0,
                                   engine::never});
    refresh_power(world);
    CHECK(station.reading("mains.live") == 0);
    CHECK(station.reading("ups.on_battery") == 1);
    CHECK(station.reading("scanner.mains") == 1);
    station.must("as scanner_operator: switch_off ups.switch");
    CHECK(station.reading("scanner.mains") == 0);
    station.must("as chair: press generator.start");
    advance(world, world.now + 2 * engine::minute);
    station.must("as chair: disconnect scanner.lead");
    station.must("as chair: connect scanner.lead generator.outlet_1");
    CHECK(station.reading("scanner.mains") == 1);
}
