#include "sim/seats/sound/ear.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/phrase.h"
#include "sim/seats/shared/live.h"
#include "sim/seats/sound/rules.h"

namespace sim::seats {

namespace {

constexpr double fast_above = 4;  ///< from here on only what matters is heard
constexpr double gap = 0.08;      ///< seconds between two of the same
constexpr double gap_when_fast = 1.2;
constexpr double caption_stays = 2.5;
constexpr std::size_t most_captions = 3;
constexpr std::size_t most_at_once = 3;
constexpr Time fresh_for = 2 * engine::second;  ///< at the drill's own pace

struct Candidate {
    Cue cue{};
    const char* words = "";
    DeviceId device = no_device;
    Level level{};
    bool hand = false;  ///< paced by a person, at any rate
};

std::string_view device_name(const World& world, DeviceId device) {
    return device == no_device ? std::string_view() : world.layout().device(device).name;
}

/// A sheet that was accepted may be stuck behind the bar, or come back out.
bool drops_into_box(const World& world, DeviceId scanner) {
    const std::string name(device_name(world, scanner));
    return signal(world, name + ".outfeed_blocked") == 0 &&
           signal(world, name + ".sheet_at_entry") == 0;
}

void add_room(const World& world, const Observation& seen, std::vector<Candidate>& found) {
    const auto rules = room_rules();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const RoomRule& other) {
        return other.message == seen.message;
    });
    if (rule == rules.end()) return;
    const Level level = spec(seen.message).level;
    // Before the notes, whose words stay where there is room for one caption.
    if (rule->cue == Cue::accept && drops_into_box(world, seen.device)) {
        found.push_back({Cue::thud, N_("a sheet drops into the box"), seen.device, level});
    }
    found.push_back({rule->cue, rule->words, seen.device, level});
}

void add_hands(const Earshot& shot, const Observation& seen, std::vector<Candidate>& found) {
    if (seen.actor == no_post || !shot.hands[static_cast<std::size_t>(seen.actor)]) return;
    const auto object = static_cast<PartId>(seen.arguments[0]);
    const std::vector<PartSpec>& parts = shot.world.layout().parts;
    const bool known = object >= 0 && static_cast<std::size_t>(object) < parts.size();
    for (const HandRule& rule : hand_rules()) {
        if (rule.message != seen.message) continue;
        if (rule.kind && (!known || shot.world.layout()[object].kind != *rule.kind)) continue;
        found.push_back({rule.cue, rule.words, no_device, Level::action, true});
        return;
    }
}

void caption(Ear& ear, const Earshot& shot, const char* words, DeviceId device) {
    std::erase_if(ear.captions, [&](const Caption& other) {
        return other.device == device && std::string_view(other.text) == words;
    });
    ear.captions.push_back({words, device, shot.clock + caption_stays});
    while (ear.captions.size() > most_captions) ear.captions.pop_front();
}

bool may_begin(const Ear& ear, const Earshot& shot, const Candidate& candidate) {
    const double since = shot.clock - ear.last[static_cast<std::size_t>(candidate.cue)];
    if (shot.rate <= fast_above || candidate.hand) return since >= gap;
    return candidate.level >= Level::warning && since >= gap_when_fast;
}

void hear_cues(Ear& ear, const Earshot& shot) {
    if (shot.skipping) return;
    const Time oldest = shot.world.now - static_cast<Time>(static_cast<double>(fresh_for) *
                                                           std::max(1.0, shot.rate));
    std::vector<Candidate> found;
    for (const Observation& seen : shot.fresh) {
        if (seen.time < oldest || spec(seen.message).audience != Audience::everyone) continue;
        add_room(shot.world, seen, found);
        add_hands(shot, seen, found);
    }
    // Where much happens at once, what matters is heard.
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& a, const Candidate& b) { return a.level > b.level; });
    for (const Candidate& candidate : found) {
        if (ear.cues.size() >= most_at_once) break;
        if (!may_begin(ear, shot, candidate)) continue;
        ear.cues.push_back(candidate.cue);
        ear.last[static_cast<std::size_t>(candidate.cue)] = shot.clock;
        caption(ear, shot, candidate.words, candidate.device);
    }
}

bool is_so(const World& world, const LoopRule& rule, std::string_view device) {
    const std::string name =
        device.empty() ? std::string(rule.signal) : fmt::format("{}.{}", device, rule.signal);
    if (rule.values.empty()) return signal(world, name) != 0;
    return std::find(rule.values.begin(), rule.values.end(), choice(world, name)) !=
           rule.values.end();
}

/// The devices that a rule is about; for the room one that is none.
std::vector<DeviceId> devices_of(const World& world, DeviceClass scope) {
    if (scope == DeviceClass::room) return {no_device};
    std::vector<DeviceId> devices;
    for (int i = 0; world.layout().device_of(scope, i) != no_device; ++i) {
        devices.push_back(world.layout().device_of(scope, i));
    }
    return devices;
}

void set(Ear& ear, Loop loop, float gain) {
    float& now = ear.loops[static_cast<std::size_t>(loop)];
    now = std::max(now, gain);
}

void hear_loops(Ear& ear, const Earshot& shot) {
    ear.loops.fill(0);
    // While time stands nothing begins and nothing ends.
    if (shot.frozen) return;
    std::size_t number = 0;
    for (const LoopRule& rule : loop_rules()) {
        const bool heard = !shot.skipping && !(rule.brief && shot.rate > fast_above);
        for (const DeviceId device : devices_of(shot.world, rule.scope)) {
            if (number >= ear.going.size()) ear.going.push_back(false);
            const bool so = is_so(shot.world, rule, device_name(shot.world, device));
            if (so && heard) set(ear, rule.loop, rule.gain);
            if (so && heard && !ear.going[number] && ear.settled && *rule.words != '\0') {
                caption(ear, shot, rule.words, device);
            }
            ear.going[number++] = so;
        }
    }
    // The fast beeps stand in place of the slow ones.
    if (ear.loops[static_cast<std::size_t>(Loop::ups_low)] > 0) {
        ear.loops[static_cast<std::size_t>(Loop::ups)] = 0;
    }
}

/// Murmur that grows with those who wait.
void hear_people(Ear& ear, const Earshot& shot) {
    constexpr std::int64_t many = 8;
    constexpr float loudest = 0.4F;
    constexpr float room_gain = 0.06F;
    if (shot.frozen || shot.skipping) return;
    std::int64_t waiting = 0;
    for (const char* queue : {"queue.desk", "queue.list", "queue.booth", "queue.scanner"}) {
        waiting += signal(shot.world, queue);
    }
    const auto people = static_cast<float>(waiting);
    set(ear, Loop::crowd, loudest * people / (people + static_cast<float>(many)));
    set(ear, Loop::room, room_gain);
    const bool crowded = waiting >= (ear.crowded ? many / 2 : many);
    if (crowded && !ear.crowded && ear.settled) {
        caption(ear, shot, N_("Murmur of many people who wait"), no_device);
    }
    ear.crowded = crowded;
}

std::string device_words(const DeviceSpec& device, const Layout& layout,
                         const engine::Translator& _) {
    const bool several = layout.device_of(device.device_class, 1) != no_device;
    const std::string number = std::to_string(device.number + 1);
    switch (device.device_class) {
        case DeviceClass::scanner:
            return several ? engine::fill(_("Scanner {}"), {number}) : std::string(_("Scanner"));
        case DeviceClass::terminal:
            return several ? engine::fill(_("Terminal {}"), {number}) : std::string(_("Terminal"));
        case DeviceClass::transmitter:
            return std::string(_("Transmission"));
        default:
            return {};
    }
}

}  // namespace

void hear(Ear& ear, const Earshot& shot) {
    ear.cues.clear();
    std::erase_if(ear.captions,
                  [&](const Caption& caption) { return caption.until <= shot.clock; });
    if (ear.settled) hear_cues(ear, shot);
    hear_loops(ear, shot);
    hear_people(ear, shot);
    ear.settled = true;
}

std::string words_of(const Caption& caption, const Layout& layout, const engine::Translator& _) {
    const std::string device = caption.device == no_device
                                   ? std::string()
                                   : device_words(layout.device(caption.device), layout, _);
    const std::string_view words = _(caption.text);
    return device.empty() ? std::string(words) : fmt::format("{}: {}", device, words);
}

}  // namespace sim::seats
