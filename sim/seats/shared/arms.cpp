#include "sim/seats/shared/arms.h"

#include <algorithm>
#include <utility>

#include "sim/seats/shared/live.h"
#include "sim/station/sentence.h"

namespace sim::seats {

namespace {

/// How often readings are looked at.
constexpr Time look_every = engine::second;

bool by_reading(const Arm& arm) {
    return arm.when == Arm::When::reading && arm.fired.empty();
}

bool due(const Arm& arm, const World& world) {
    if (!arm.waits()) return false;
    if (!by_reading(arm)) return arm.next() <= world.now;
    return detail::compare(arm.comparison, read(world, arm.signal), arm.value);
}

void inject(Live& live, Arm& arm) {
    const std::string& fault = live.setup().faults[static_cast<std::size_t>(arm.fault)].id;
    const auto parsed = parse_sentence(live.layout(), "inject " + fault + " " + arm.words);
    arm.fired.push_back(live.world().now);
    if (const auto* command = std::get_if<Command>(&parsed)) {
        Command said = *command;
        said.author = Seat::instructor;
        arm.refusal = live.session->say(std::move(said));
    } else {
        arm.refusal = {Message::refused};
    }
}

}  // namespace

std::int32_t arm(Live& live, Arm item) {
    item.number = ++live.armed_so_far;
    item.times = std::max(1, item.times);
    item.every = std::max(item.every, engine::second);
    live.arms.push_back(std::move(item));
    fire_arms(live);
    return live.armed_so_far;
}

void disarm(Live& live, std::int32_t number) {
    std::erase_if(live.arms, [number](const Arm& arm) { return arm.number == number; });
}

void fire_arms(Live& live) {
    if (live.session->ended() || live.session->finished()) return;
    for (Arm& arm : live.arms) {
        if (due(arm, live.world())) inject(live, arm);
    }
}

Time next_look(const Live& live) {
    Time next = engine::never;
    for (const Arm& arm : live.arms) {
        if (!arm.waits()) continue;
        const Time look = by_reading(arm) ? live.world().now + look_every : arm.next();
        next = std::min(next, std::max(look, live.world().now));
    }
    return next;
}

void rewind_arms(Live& live) {
    for (Arm& arm : live.arms) {
        std::erase_if(arm.fired, [&](Time time) { return time > live.world().now; });
    }
}

}  // namespace sim::seats
