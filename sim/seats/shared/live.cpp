#include "sim/seats/shared/live.h"

#include <algorithm>

#include "sim/station/sentence.h"

namespace sim::seats {

namespace {

constexpr auto most_work = std::chrono::milliseconds(12);
constexpr Time stretch = 5 * engine::second;

}  // namespace

Live make_live(std::unique_ptr<DrillSession> session, double rate) {
    Live live;
    live.session = std::move(session);
    live.rate = rate > 0 ? rate : 1;
    live.frozen = rate <= 0;
    live.exam = live.session->info().exam;
    live.pacer = Pacer(live.world().now, rate);
    const std::vector<PostId> held = held_posts(live);
    if (!held.empty()) live.post = held.front();
    return live;
}

bool step(Live& live) {
    DrillSession& session = *live.session;
    if (session.ended() || session.finished() || live.frozen) {
        session.tick();
        return false;
    }
    const std::int64_t before = session.world().observed + session.world().commands;
    const auto began = WallClock::now();
    const Time target = std::max(live.pacer.target(), session.world().now);
    while (session.world().now < target && !session.finished()) {
        session.run_until(std::min({target, session.world().now + stretch, next_look(live)}));
        fire_arms(live);
        if (WallClock::now() - began > most_work) {
            // The machine is too slow for this rate: time falls back instead of piling up.
            live.pacer.set(session.world().now, live.rate);
            break;
        }
    }
    session.tick();
    return session.world().observed + session.world().commands != before;
}

double next_wake(const Live& live) {
    const DrillSession& session = *live.session;
    if (session.ended() || session.finished() || live.frozen) return 3600;
    Time event = next_event(session.world());
    for (const Arm& arm : live.arms) event = std::min(event, arm.next());
    if (event == engine::never) return 3600;
    const auto most = std::chrono::microseconds(std::chrono::hours(1));
    return std::chrono::duration<double>(live.pacer.sleep_before(event, most)).count();
}

Refusal say(Live& live, Command command, Seat author) {
    command.author = author;
    if (author == Seat::trainee && command.actor == no_post) command.actor = live.post;
    if (author == Seat::instructor) command.actor = no_post;
    step(live);
    return live.session->say(std::move(command));
}

Refusal say(Live& live, std::string_view sentence, Seat author) {
    auto parsed = parse_sentence(live.layout(), sentence);
    const Command* command = std::get_if<Command>(&parsed);
    if (command == nullptr) return {Message::refused};
    return say(live, *command, author);
}

void freeze(Live& live) {
    if (live.frozen) return;
    say(live, "freeze", Seat::instructor);
    live.frozen = true;
    live.pacer.set(live.world().now, 0);
}

void go_on(Live& live) {
    if (!live.frozen) return;
    live.frozen = false;
    live.pacer.set(live.world().now, live.rate);
    live.session->say([&] {
        Command command = std::get<Command>(parse_sentence(live.layout(), "go_on"));
        command.author = Seat::instructor;
        return command;
    }());
}

void set_rate(Live& live, double rate) {
    live.rate = std::clamp(rate, 0.1, 1000.0);
    if (!live.frozen) live.pacer.set(live.world().now, live.rate);
}

void skip_to(Live& live, Time time) {
    DrillSession& session = *live.session;
    do {
        session.run_until(
            std::clamp(next_look(live), session.world().now, std::max(time, session.world().now)));
        fire_arms(live);
    } while (session.world().now < time && !session.finished());
    session.tick();
    live.pacer.set(live.world().now, live.frozen ? 0 : live.rate);
}

bool back_to(Live& live, Time time) {
    if (!live.session->back_to(time)) return false;
    rewind_arms(live);
    live.frozen = true;
    live.pacer.set(live.world().now, 0);
    return true;
}

std::int64_t signal(const World& world, std::string_view name, std::int64_t fallback) {
    const auto found = find_signal(world.layout(), name);
    return found ? read(world, *found) : fallback;
}

std::string_view choice(const World& world, std::string_view name) {
    const auto found = find_signal(world.layout(), name);
    if (!found || found->signal < 0) return {};
    const auto& choices = spec(*found).choices;
    const std::int64_t value = read(world, *found);
    return value >= 0 && value < static_cast<std::int64_t>(choices.size())
               ? choices[static_cast<std::size_t>(value)]
               : std::string_view();
}

std::vector<PostId> held_posts(const Live& live) {
    std::vector<PostId> held;
    for (std::size_t i = 0; i < post_count; ++i) {
        if (live.session->crew().holds_post(static_cast<PostId>(i))) {
            held.push_back(static_cast<PostId>(i));
        }
    }
    return held;
}

}  // namespace sim::seats
