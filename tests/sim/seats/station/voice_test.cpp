#include "sim/seats/station/voice.h"

#include <algorithm>

#include "sim/station/verb.h"
#include "tests/sim/seats/station/moments.h"

using namespace sim;
using test::Bench;

namespace {

World morning() {
    Bench bench(test::load_drill("polling_day"));
    for (std::size_t post = 0; post < post_count; ++post) {
        bench.drill.crew.hold(static_cast<PostId>(post), false);
    }
    run_until(bench.drill, 8 * engine::hour + 40 * engine::minute, bench.sink);
    for (int i = 0; i < 600 && bench.drill.world.hall.at_scanner == no_voter; ++i) {
        bench.run(engine::second);
    }
    REQUIRE(bench.drill.world.hall.at_scanner != no_voter);
    World world = bench.drill.world;
    for (Actor& actor : world.actors) actor.busy = false;
    return world;
}

const seats::Reply* find(const std::vector<seats::Reply>& replies, std::string_view name) {
    const auto found = std::find_if(replies.begin(), replies.end(),
                                    [&](const seats::Reply& one) { return one.name == name; });
    return found == replies.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("A voter who does not know asks, is told, and does what was said") {
    World world = morning();
    const Reader reader;
    const PartId person = world.layout().find("scanner.voter");
    const PostId post = find_post("scanner_operator");
    const VoterId voter = world.hall.at_scanner;
    world.hall.edit(voter).step = ScannerStep::unsure;
    REQUIRE(seats::voter_says(world, person, reader).size() == 1);
    CHECK(seats::voter_title(world, person, reader).empty());
    const auto replies = seats::replies_to(world, person, post, reader);
    const seats::Reply* counted = find(replies, "tell.ballot_counted");
    REQUIRE(counted != nullptr);
    CHECK(counted->enabled);
    CHECK(counted->label == "Your ballot is counted. You may go.");
    CHECK(seats::spoken_words(world, counted->command, reader) == counted->label);
    CHECK(find(replies, "ask.signature") == nullptr);
    // Both words about the ballot answer the question; neither is the better one beforehand.
    CHECK(seats::answers(world, person, counted->command));
    CHECK(seats::answers(world, person, find(replies, "tell.ballot_not_counted")->command));
    CHECK_FALSE(seats::answers(world, person, find(replies, "tell.wait")->command));
    CHECK_FALSE(check(world, counted->command));
    verb(counted->command.verb).effect(world, counted->command);
    CHECK(world.hall[voter].place == VoterPlace::gone);
}

TEST_CASE("What cannot be said now says why") {
    World world = morning();
    const Reader reader;
    const PartId person = world.layout().find("scanner.voter");
    world.hall.edit(world.hall.at_scanner).step = ScannerStep::in_scanner;
    CHECK(seats::voter_says(world, person, reader).empty());
    const auto replies = seats::replies_to(world, person, find_post("scanner_operator"), reader);
    const seats::Reply* again = find(replies, "tell.ballot_not_counted");
    REQUIRE(again != nullptr);
    CHECK_FALSE(again->enabled);
    CHECK_FALSE(again->reason.empty());
}

TEST_CASE("At a terminal the voter is known once the list knows, and speaks of what is shown") {
    World world = morning();
    const Reader reader;
    const DeviceId device = world.layout().device_of(DeviceClass::terminal, 0);
    const PartId person = world.layout().device(device).part(Role::voter);
    world.hall.at_terminal[0] = world.hall.at_scanner;
    Voter& voter = world.hall.edit(world.hall.at_scanner);
    voter.flags = 0;
    Terminal& terminal = world.terminals.front();
    terminal.document = {317, 317, 900};
    terminal.has_document = true;
    terminal.state = TerminalState::open;
    CHECK(seats::voter_title(world, person, reader).empty());
    terminal.state = TerminalState::capture_finger;
    terminal.tries = 0;
    CHECK(seats::voter_title(world, person, reader) ==
          voter_name(world.setup->voters, 317) + ", " +
              std::to_string(world.setup->voters.age(317)));
    CHECK(seats::voter_says(world, device, reader).front() == "Which finger shall I put on?");
    std::set<std::string> said;
    for (int i = 1; i <= static_cast<int>(TerminalResult::photo_accepted); ++i) {
        terminal.state = TerminalState::decision;
        terminal.result = static_cast<TerminalResult>(i);
        const auto words = seats::voter_says(world, device, reader);
        REQUIRE(words.size() == 1);
        said.insert(words.front());
    }
    CHECK(said.size() >= 5);
    voter.set(voter_flag::told_wait);
    CHECK(seats::voter_says(world, device, reader).back() == "All right, I will wait.");
}

TEST_CASE("The support line rings, then answers; its words stay to be read") {
    Bench bench(test::load_drill("polling_day"), 1, {CrewKind::idle, 0});
    std::vector<Observation> seen;
    bench.sink.observations = [&](std::span<const Observation> news) {
        seen.insert(seen.end(), news.begin(), news.end());
    };
    const World& world = bench.drill.world;
    const Reader reader;
    const PartId line = world.layout().find("hotline");
    CHECK(seats::ringing(world) == no_part);
    const auto calls = seats::calls(world, find_post("chair"), reader);
    const seats::Reply* call = find(calls, "call.hotline");
    REQUIRE(call != nullptr);
    REQUIRE(call->enabled);
    CHECK_FALSE(bench.member("as chair: call hotline"));
    CHECK(seats::ringing(world) == line);
    CHECK(seats::heard(world, seen, line, reader).empty());
    bench.run(3 * engine::minute);
    CHECK(seats::ringing(world) == no_part);
    const auto heard = seats::heard(world, seen, line, reader);
    REQUIRE(heard.size() == 1);
    CHECK(heard.front().channel == line);
    CHECK_FALSE(heard.front().words.empty());
    CHECK(seats::heard(world, seen, world.layout().find("tec"), reader).empty());
}

TEST_CASE("Announcements are said once to all") {
    World world = morning();
    const Reader reader;
    const auto said = seats::announcements(world, find_post("chair"), reader);
    const seats::Reply* closing = find(said, "announce.closing");
    REQUIRE(closing != nullptr);
    CHECK(closing->enabled);
    verb(closing->command.verb).effect(world, closing->command);
    const auto again = seats::announcements(world, find_post("chair"), reader);
    CHECK_FALSE(find(again, "announce.closing")->enabled);
}
