#include "sim/seats/station/acts.h"

#include <algorithm>
#include <set>

#include "sim/station/reach.h"
#include "tests/sim/drills.h"

namespace sim::seats {
namespace {

constexpr auto chair = static_cast<PostId>(Post::chair);

const Act* find_act(const std::vector<Act>& acts, std::string_view name) {
    const auto found =
        std::find_if(acts.begin(), acts.end(), [&](const Act& act) { return act.name == name; });
    return found == acts.end() ? nullptr : &*found;
}

struct Desk {
    test::Bench bench{test::load_drill("opening")};
    Reader reader;

    const World& world() const { return bench.drill.world; }
    PartId part(std::string_view name) const { return world().layout().find(name); }
    std::vector<Act> on(std::string_view name, PartId hand = no_part) const {
        return acts_on(world(), part(name), chair, reader, hand);
    }
    std::string by_default(std::string_view name, PartId hand = no_part) const {
        return default_act(world(), part(name), chair, reader, hand).name;
    }
};

TEST_CASE("every verb that a trainee may say is among the acts on some part") {
    for (const std::string name :
         {"opening", "polling_day", "paper_jam", "no_match", "power_cut", "closing"}) {
        const LoadedScenario loaded = test::load_drill(name);
        const Drill drill = make_drill(loaded, 1, {});
        const Reader reader;
        std::set<VerbId> said;
        for (std::size_t i = 0; i < drill.world.layout().parts.size(); ++i) {
            for (const Act& act : acts_on(drill.world, static_cast<PartId>(i), chair, reader)) {
                if (act.kind == ActKind::say) said.insert(act.command.verb);
            }
        }
        for (const Act& act : station_acts(drill.world, chair, reader)) {
            if (act.kind == ActKind::say) said.insert(act.command.verb);
        }
        for (std::size_t i = 0; i < verbs().size(); ++i) {
            const Verb& row = verbs()[i];
            // Hints are asked for at the checklist.
            if (row.instructor || row.name == "hint") continue;
            CHECK_MESSAGE(said.contains(static_cast<VerbId>(i)), name << ": " << row.name);
        }
    }
}

TEST_CASE("what the eye sees of a part is said of it") {
    Desk desk;
    World& world = desk.bench.drill.world;
    const auto state = [&](std::string_view name) {
        return state_words(world, desk.part(name), desk.reader);
    };
    CHECK(state("terminal_1.finger_sensor").empty());
    CHECK(state("terminal_1.ballot_tray") == "blank sheets: 0");
    CHECK(state("terminal_1.roll_holder").ends_with(" m left"));
    const DeviceId terminal = world.layout().find_device("terminal_1");
    const auto perturb = [&](Parameter parameter, std::int64_t value) {
        Perturbation change;
        change.parameter = parameter;
        change.device = terminal;
        change.value = value;
        world.perturbations.push_back(change);
    };
    perturb(Parameter::finger_sensor_dirt, 1000);
    perturb(Parameter::terminal_roll_left, 200);
    CHECK(state("terminal_1.finger_sensor") == "smeared");
    CHECK(state("terminal_1.roll_holder").ends_with(" · 20 cm left"));
}

TEST_CASE("what is offered reads as a sentence and comes back as the same command") {
    const Desk desk;
    const Layout& layout = desk.world().layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        std::set<std::string> names;
        for (const Act& act : acts_on(desk.world(), static_cast<PartId>(i), chair, desk.reader)) {
            CHECK_MESSAGE(names.insert(act.name).second, layout.parts[i].name << " " << act.name);
            CHECK(act.enabled == act.reason.empty());
            if (act.kind != ActKind::say || act.needs_value || act.needs_words) continue;
            const std::string sentence = format_sentence(layout, act.command);
            const auto parsed = parse_sentence(layout, sentence);
            REQUIRE_MESSAGE(std::holds_alternative<Command>(parsed), sentence);
            CHECK(std::get<Command>(parsed).object == act.command.object);
            CHECK(std::get<Command>(parsed).target == act.command.target);
            CHECK(std::get<Command>(parsed).verb == act.command.verb);
        }
    }
}

TEST_CASE("an act is offered as possible exactly when the world would take it") {
    const Desk desk;
    const Layout& layout = desk.world().layout();
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        for (const Act& act : acts_on(desk.world(), static_cast<PartId>(i), chair, desk.reader)) {
            if (act.kind != ActKind::say || act.needs_value) continue;
            CHECK_MESSAGE(act.enabled == !check(desk.world(), act.command),
                          format_sentence(layout, act.command));
        }
    }
}

TEST_CASE("a click means what one expects of the thing") {
    const Desk desk;
    CHECK(desk.by_default("scanner.box_door") == "open");
    CHECK(desk.by_default("stationary_lid") == "close");
    CHECK(desk.by_default("strip.switch") == "press");
    CHECK(desk.by_default("scanner.bolt") == "release");
    CHECK(desk.by_default("scanner.wheels") == "fasten");
    CHECK(desk.by_default("poll_card") == "take_up");
    CHECK(desk.by_default("strip.plug") == "take_up");
    CHECK(desk.by_default("ups.plug") == "disconnect");
    CHECK(desk.by_default("wall.outlet_1") == "disconnect.ups.plug");
    CHECK(desk.by_default("log_book") == "look");
    CHECK(desk.by_default("act_jam") == "write");
    CHECK(desk.by_default("hotline") == "call");
    CHECK(desk.by_default("terminal_1.voter") == "call");
    CHECK(desk.by_default("scanner.screen.pin") == "touch");
    // A seal is broken by nobody's mere click.
    CHECK(desk.by_default("seal_104").empty());
    CHECK(desk.by_default("seal_safe").empty());
}

TEST_CASE("with something in the hand a click puts it there") {
    const Desk desk;
    CHECK(desk.by_default("scanner.card_slot", desk.part("poll_card")) == "insert.poll_card");
    CHECK(desk.by_default("wall.outlet_2", desk.part("strip.plug")) == "connect.strip.plug");
    CHECK(desk.by_default("seal_stationary", desk.part("seal_111")) == "apply.seal_111");
    CHECK(desk.by_default("scanner.glass", desk.part("cloth")) == "wipe");
    CHECK(desk.by_default("window", desk.part("antenna")).empty());
    CHECK(desk.by_default("modem.window", desk.part("modem.antenna")) == "move.modem.antenna");
    CHECK(desk.by_default("scanner.entry", desk.part("test_ballot_1")) == "feed.test_ballot_1");
    // A thing that does not belong there leaves the click as it was.
    CHECK(desk.by_default("scanner.box_door", desk.part("poll_card")) == "open");
    CHECK(desk.by_default("poll_card", desk.part("poll_card")) == "put_down");
}

TEST_CASE("a reason never tells what lies behind a closed door") {
    const Desk desk;
    const std::vector<Act> acts = desk.on("scanner.outfeed");
    const Act* free = find_act(acts, "free");
    REQUIRE(free != nullptr);
    CHECK_FALSE(free->enabled);
    const Refusal far = reach(desk.world(), desk.part("scanner.outfeed"));
    REQUIRE(static_cast<bool>(far));
    CHECK(free->reason == describe(far, *desk.world().setup, desk.reader));
}

TEST_CASE("a number that has to be asked for is no reason against asking") {
    Desk desk;
    const std::vector<Act> acts = desk.on("turnout.10");
    const Act* report = find_act(acts, "report");
    REQUIRE(report != nullptr);
    CHECK(report->enabled);
    CHECK(report->needs_value);
}

TEST_CASE("every verb has words of its own") {
    const Reader reader;
    for (const Verb& row : verbs()) {
        const std::string words = verb_label(row.name, reader);
        CHECK_MESSAGE(words != row.name, row.name);
    }
}

TEST_CASE("a number that was typed in secret stays so") {
    const Desk desk;
    Command command = desk.bench.command("touch scanner.screen.pin 4711", Seat::trainee);
    CHECK(sentence_words(desk.world(), command, desk.reader).find("4711") == std::string::npos);
    command = desk.bench.command("write protocol.received 1500", Seat::trainee);
    CHECK(sentence_words(desk.world(), command, desk.reader).find("1500") != std::string::npos);
}

}  // namespace
}  // namespace sim::seats
