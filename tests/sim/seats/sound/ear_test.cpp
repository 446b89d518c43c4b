#include "sim/seats/sound/ear.h"

#include <algorithm>
#include <set>

#include "engine/core/paths.h"
#include "sim/seats/shared/live.h"
#include "sim/seats/sound/rules.h"
#include "sim/station/signals.h"

// Last: it has a macro of the same name as the table of messages.
#include <doctest/doctest.h>

namespace sim::seats {

namespace {

/// A drill and an ear in it that listens every half second of simulated time.
struct Listener {
    Live live;
    Ear ear;
    std::size_t heard = 0;
    double clock = 0;
    double rate = 1;
    bool frozen = false;
    bool skipping = false;
    bool hands = false;

    explicit Listener(const std::string& scenario, Time from = 0) {
        SessionPlan plan;
        plan.scenario = "scenarios/" + scenario + ".yaml";
        plan.posts.emplace();  // all of them worked by the expert
        std::string problems;
        auto session = DrillSession::begin(plan, problems);
        REQUIRE_MESSAGE(session, problems);
        live = make_live(std::move(session), 1);
        live.frozen = true;
        if (from > live.world().now) skip_to(live, from);
        listen();
    }

    const World& world() const { return live.world(); }

    void listen() {
        const std::vector<Observation>& all = live.session->seen();
        Earshot shot{world(), std::span(all).subspan(heard)};
        shot.hands.fill(hands);
        shot.rate = rate;
        shot.frozen = frozen;
        shot.skipping = skipping;
        shot.clock = clock;
        hear(ear, shot);
        heard = all.size();
    }
    void pass(Time span) {
        skip_to(live, world().now + span);
        clock += static_cast<double>(span) / static_cast<double>(engine::second) / rate;
        listen();
    }
    bool plays(Cue cue) const {
        return std::find(ear.cues.begin(), ear.cues.end(), cue) != ear.cues.end();
    }
    float loop(Loop loop) const { return ear.loops[static_cast<std::size_t>(loop)]; }
    bool captioned(std::string_view words) const {
        return std::any_of(ear.captions.begin(), ear.captions.end(), [&](const Caption& caption) {
            return words_of(caption, world().layout(), {}) == words;
        });
    }
    /// Until the message comes; false when it does not within two hours.
    bool wait_for(Message message) {
        for (int i = 0; i < 4 * 3600; ++i) {
            const std::size_t before = live.session->seen().size();
            pass(engine::second / 2);
            const std::vector<Observation>& all = live.session->seen();
            for (std::size_t j = before; j < all.size(); ++j) {
                if (all[j].message == message) return true;
            }
        }
        return false;
    }
};

}  // namespace

TEST_CASE("An accepted ballot is two rising notes, and drops") {
    Listener listener("paper_jam");
    REQUIRE(listener.wait_for(Message::scanner_accepted));
    CHECK(listener.plays(Cue::accept));
    CHECK(listener.plays(Cue::thud));
    CHECK_FALSE(listener.plays(Cue::harsh));
    CHECK(listener.captioned("Scanner: two rising notes"));
    CHECK(listener.captioned("Scanner: a sheet drops into the box"));
}

TEST_CASE("A jam is the harsh beep, and the feeder's motor stands still") {
    Listener listener("paper_jam");
    REQUIRE(listener.wait_for(Message::scanner_jammed_entry));
    CHECK(listener.plays(Cue::harsh));
    CHECK_FALSE(listener.plays(Cue::accept));
    CHECK_FALSE(listener.plays(Cue::chime));
    CHECK(listener.captioned("Scanner: harsh beep"));
    CHECK(listener.loop(Loop::motor) == 0);
}

TEST_CASE("The motor is heard while a sheet is drawn in") {
    Listener listener("paper_jam");
    REQUIRE(listener.wait_for(Message::voter_feeds));
    for (int i = 0; i < 100 && choice(listener.world(), "scanner.path") != "scanning"; ++i) {
        listener.pass(engine::second / 10);
    }
    CHECK(listener.loop(Loop::motor) > 0);
    CHECK(listener.captioned("Scanner: motor of the feeder"));
}

TEST_CASE("Where nothing happens nothing is heard but the room") {
    Listener listener("opening");
    for (std::size_t i = 0; i < post_count; ++i) {
        listener.live.session->hold(static_cast<PostId>(i), true);
    }
    for (int i = 0; i < 120; ++i) {
        listener.pass(engine::second);
        CHECK(listener.ear.cues.empty());
    }
    CHECK(listener.ear.captions.empty());
    CHECK(listener.loop(Loop::room) > 0);
    CHECK(listener.loop(Loop::hum) > 0);
    CHECK(listener.loop(Loop::motor) == 0);
}

TEST_CASE("The hum stops with a power cut, and the UPS beeps") {
    Listener listener("power_cut");
    CHECK(listener.loop(Loop::hum) > 0);
    CHECK(listener.loop(Loop::ups) == 0);
    REQUIRE(listener.wait_for(Message::mains_gone));
    CHECK(listener.loop(Loop::hum) == 0);
    CHECK(listener.loop(Loop::ups) > 0);
    CHECK(listener.captioned("The hum of the room stops"));
    CHECK(listener.captioned("UPS: slow beeps"));
}

TEST_CASE("Frozen and while time is skipped nothing sounds") {
    Listener listener("power_cut");
    listener.frozen = true;
    listener.listen();
    for (const float gain : listener.ear.loops) CHECK(gain == 0);
    listener.frozen = false;
    listener.skipping = true;
    bool silent = true;
    for (int i = 0; i < 300; ++i) {
        listener.pass(5 * engine::second);
        silent = silent && listener.ear.cues.empty() && listener.ear.captions.empty();
        for (const float gain : listener.ear.loops) silent = silent && gain == 0;
    }
    CHECK(silent);
    listener.skipping = false;
    listener.listen();
    CHECK(listener.ear.cues.empty());
}

TEST_CASE("A long way skipped at once is not made up for") {
    Listener listener("paper_jam");
    listener.pass(15 * engine::minute);
    CHECK(listener.ear.cues.size() <= 3);
    CHECK(listener.ear.captions.size() <= 3);
}

TEST_CASE("At a fast rate what matters is heard, and does not rattle") {
    Listener listener("paper_jam");
    listener.rate = 60;
    std::vector<double> harsh;
    for (int i = 0; i < 1500; ++i) {
        listener.pass(engine::second);
        CHECK_FALSE(listener.plays(Cue::accept));
        CHECK(listener.loop(Loop::motor) == 0);
        CHECK(listener.ear.cues.size() <= 3);
        if (listener.plays(Cue::harsh)) harsh.push_back(listener.clock);
    }
    REQUIRE_FALSE(harsh.empty());
    for (std::size_t i = 1; i < harsh.size(); ++i) CHECK(harsh[i] - harsh[i - 1] >= 1.2);
}

TEST_CASE("The murmur grows with those who wait") {
    Listener listener("polling_day", 9 * engine::hour);
    const auto waiting = [&] {
        std::int64_t count = 0;
        for (const char* queue : {"queue.desk", "queue.list", "queue.booth", "queue.scanner"}) {
            count += signal(listener.world(), queue);
        }
        return count;
    };
    std::map<std::int64_t, float> murmur;
    for (int i = 0; i < 600; ++i) {
        listener.pass(5 * engine::second);
        murmur[waiting()] = listener.loop(Loop::crowd);
    }
    REQUIRE(murmur.size() >= 3);
    float before = -1;
    for (const auto& [count, gain] : murmur) {
        CHECK(gain > before);
        before = gain;
    }
    CHECK(before < 1);
}

TEST_CASE("Only the trainee's own hands are heard") {
    for (const bool hands : {false, true}) {
        Listener listener("opening");
        listener.hands = hands;
        std::set<Cue> cues;
        for (int i = 0; i < 1800; ++i) {
            listener.pass(engine::second);
            cues.insert(listener.ear.cues.begin(), listener.ear.cues.end());
        }
        CHECK(cues.contains(Cue::plug) == hands);
        CHECK(cues.contains(Cue::snap) == hands);
        CHECK(cues.contains(Cue::door) == hands);
        CHECK(cues.contains(Cue::relay));
    }
}

TEST_CASE("A caption stays for two and a half seconds, three at most, each once") {
    Listener listener("paper_jam");
    REQUIRE(listener.wait_for(Message::scanner_accepted));
    const double at = listener.clock;
    REQUIRE_FALSE(listener.ear.captions.empty());
    for (const Caption& caption : listener.ear.captions) CHECK(caption.until <= at + 2.5);
    listener.frozen = true;
    listener.clock += 2.6;
    listener.listen();
    CHECK(listener.ear.captions.empty());
}

TEST_CASE("Nothing is heard that could not be perceived, and everything has words") {
    const Listener listener("large_station");
    const Layout& layout = listener.world().layout();
    std::set<std::string> words;
    for (const RoomRule& rule : room_rules()) {
        CHECK(spec(rule.message).audience == Audience::everyone);
        words.insert(rule.words);
    }
    for (const HandRule& rule : hand_rules()) words.insert(rule.words);
    for (const LoopRule& rule : loop_rules()) {
        const DeviceId device = layout.device_of(rule.scope, 0);
        const std::string name = rule.scope == DeviceClass::room
                                     ? std::string(rule.signal)
                                     : layout.device(device).name + "." + std::string(rule.signal);
        CAPTURE(name);
        const auto found = find_signal(layout, name);
        REQUIRE(found);
        CHECK(channel_of(layout, *found) != Channel::hidden);
        const auto& choices = spec(*found).choices;
        for (const std::string_view value : rule.values) {
            CHECK(std::find(choices.begin(), choices.end(), value) != choices.end());
        }
        if (*rule.words != '\0') words.insert(rule.words);
    }
    for (const char* language : {"ru", "ky"}) {
        const engine::Translator translate(language, engine::translations_folder());
        for (const std::string& text : words) {
            CAPTURE(text);
            CHECK(translate(text.c_str()) != text);
        }
    }
    const DeviceId second = layout.device_of(DeviceClass::terminal, 1);
    CHECK(words_of({"bright note", second}, layout, {}) == "Terminal 2: bright note");
}

}  // namespace sim::seats
