#include "sim/seats/assessor/tracks.h"

#include <algorithm>

#include "sim/station/signals.h"
#include "sim/station/verb.h"

namespace sim::seats {

namespace {

/// Said by or to somebody who is not in the room.
bool is_spoken(Message message) {
    switch (message) {
        case Message::called:
        case Message::answer:
        case Message::call_answered:
        case Message::reported:
        case Message::turnout_reported:
        case Message::announced:
        case Message::announcement:
        case Message::instructor_message:
        case Message::advice_power:
        case Message::advice_jam:
        case Message::advice_signal:
        case Message::advice_card:
            return true;
        default:
            return false;
    }
}

/// The signal that tells best what a device does.
const char* state_signal(DeviceClass device_class) {
    switch (device_class) {
        case DeviceClass::scanner:
        case DeviceClass::terminal:
        case DeviceClass::transmitter:
            return "screen";
        case DeviceClass::power:
        case DeviceClass::room:
            break;
    }
    return nullptr;
}

std::vector<DeviceTrack> device_tracks(const Layout& layout) {
    std::vector<DeviceTrack> tracks;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const DeviceSpec& device = layout.devices[i];
        const char* name = state_signal(device.device_class);
        if (name == nullptr) continue;
        if (const auto signal = find_signal(layout, device.name + "." + name)) {
            tracks.push_back({static_cast<DeviceId>(i), *signal, {}});
        }
    }
    return tracks;
}

/// What a screen passes through while all goes well, and what that stands for: otherwise a morning
/// of voters would look like a morning of changes.
struct Passing {
    std::string_view screen;
    std::string_view stands_for;
};
constexpr Passing passings[] = {
    {"processing", "insert_ballot"},
    {"thanks", "insert_ballot"},
    {"busy", "insert_ballot"},
    {"reading", "next_voter"},
    {"finger", "next_voter"},
    {"comparing", "next_voter"},
    {"face", "next_voter"},
    {"confirm", "next_voter"},
    {"printing_receipt", "next_voter"},
    {"printing_ballot", "next_voter"},
    {"hand_over", "next_voter"},
};

std::vector<std::int64_t> plain_values(SignalRef signal) {
    const auto& choices = spec(signal).choices;
    std::vector<std::int64_t> plain(choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        std::string_view name = choices[i];
        for (const Passing& passing : passings) {
            if (passing.screen == name) name = passing.stands_for;
        }
        const auto found = std::find(choices.begin(), choices.end(), name);
        plain[i] = found == choices.end() ? static_cast<std::int64_t>(i) : found - choices.begin();
    }
    return plain;
}

}  // namespace

Tracker::Tracker(const World& start, std::array<bool, post_count> held) : held_(held) {
    for (const char* name : {"queue.desk", "queue.list", "queue.booth", "queue.scanner"}) {
        if (const auto signal = find_signal(start.layout(), name)) queues_.push_back(*signal);
    }
    if (std::none_of(held_.begin(), held_.end(), [](bool one) { return one; })) held_.fill(true);
    tracks_.devices = device_tracks(start.layout());
    for (const DeviceTrack& track : tracks_.devices) plain_.push_back(plain_values(track.signal));
    tracks_.start = start.now;
}

void Tracker::mark(Time time) {
    if (begun_ && (tracks_.events.empty() || tracks_.events.back() < time)) {
        tracks_.events.push_back(time);
    }
}

void Tracker::command(const Command& command, const Refusal& refusal, const World& world) {
    const auto number = static_cast<std::size_t>(std::max(command.number, 0));
    tracks_.outcomes.resize(std::max(tracks_.outcomes.size(), number + 1));
    Outcome& outcome = tracks_.outcomes[number];
    outcome.refusal = refusal;
    outcome.until = command.time;
    if (command.actor < 0 || command.actor >= static_cast<PostId>(post_count)) return;
    const auto post = static_cast<std::size_t>(command.actor);
    const Actor& actor = world.actors[post];
    if (!refusal && actor.busy) outcome.until = std::max(actor.busy_until, command.time);
    if (!begun_ || !held_[post] || refusal.already) return;
    tracks_.hands.push_back(
        {command.time, outcome.until, command.actor, command.number, static_cast<bool>(refusal)});
    mark(command.time);
}

void Tracker::observations(std::span<const Observation> seen) {
    tracks_.observed.insert(tracks_.observed.end(), seen.begin(), seen.end());
    if (!begun_) return;
    for (const Observation& one : seen) {
        if (is_spoken(one.message)) tracks_.spoken.push_back(one);
        if (spec(one.message).level >= Level::event) mark(one.time);
    }
}

void Tracker::moment(const World& world) {
    if (!begun_) return;
    look_at_faults(world);
    for (std::size_t i = 0; i < tracks_.devices.size(); ++i) {
        DeviceTrack& track = tracks_.devices[i];
        std::int64_t value = read(world, track.signal);
        const bool known = value >= 0 && value < static_cast<std::int64_t>(plain_[i].size());
        if (known) value = plain_[i][static_cast<std::size_t>(value)];
        if (track.changes.empty() || track.changes.back().value != value) {
            track.changes.push_back({world.now, value});
        }
    }
    std::int64_t waiting = 0;
    for (const SignalRef queue : queues_) waiting += read(world, queue);
    if (tracks_.queue.empty() || tracks_.queue.back().waiting != waiting) {
        tracks_.queue.push_back({world.now, waiting});
    }
    if (waiting > tracks_.longest) {
        tracks_.longest = waiting;
        tracks_.longest_at = world.now;
    }
}

void Tracker::look_at_faults(const World& world) {
    for (auto& [number, span] : spans_) {
        if (span.active) span.fault.to = world.now;
        span.active = false;
    }
    for (const Perturbation& change : world.perturbations) {
        if (change.fault < 0 || change.start > world.now || change.end <= world.now) continue;
        auto known = std::find_if(spans_.begin(), spans_.end(),
                                  [&](const auto& one) { return one.first == change.injection; });
        if (known == spans_.end()) {
            const FaultSpan begun{change.fault, change.device, change.start, world.now};
            known = spans_.insert(known, {change.injection, Span{begun, true}});
        }
        Span& span = known->second;
        span.fault.from = std::min(span.fault.from, change.start);
        span.fault.to = world.now;
        span.active = true;
    }
}

void Tracker::begin(const World& world) {
    begun_ = true;
    tracks_.start = world.now;
    moment(world);
}

Tracks Tracker::finish(const World& end) {
    moment(end);
    tracks_.end = end.now;
    for (const auto& [number, span] : spans_) tracks_.faults.push_back(span.fault);
    const Setup& setup = *end.setup;
    const auto add = [&](Phase::Kind kind, Time from, Time to) {
        from = std::max(from, tracks_.start);
        to = std::min(to, tracks_.end);
        if (from < to) tracks_.phases.push_back({kind, from, to});
    };
    add(Phase::Kind::opening, tracks_.start, setup.polls_open);
    add(Phase::Kind::voting, setup.polls_open, setup.polls_close);
    add(Phase::Kind::closing, setup.polls_close, tracks_.end);
    return std::move(tracks_);
}

}  // namespace sim::seats
