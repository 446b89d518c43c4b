#include "sim/seats/station/acts.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/phrase.h"
#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/sheet_drag.h"
#include "sim/station/reach.h"

namespace sim::seats {

namespace {

/// What all acts of one list share.
struct Asking {
    const World& world;
    PartId part;
    PostId actor;
    const Reader& reader;
    PartId hand;
    Meaning meaning;
};

bool is_meant(const Asking& ask, std::string_view verb, PartId object, PartId target) {
    return ask.meaning.verb == verb && ask.meaning.object == object && ask.meaning.target == target;
}

/// The noun beside the part that the act is about: where to, or which one.
PartId other_noun(const Asking& ask, PartId object, PartId target) {
    if (object != ask.part) return object;
    return target;
}

/// "Call the next voter: terminal 1"; at the terminal itself that need not be said.
std::string call_label(const Asking& ask, PartId place) {
    const engine::Translator& _ = ask.reader.translate;
    if (place == ask.part) return std::string(_("Call the next voter"));
    const Layout& layout = ask.world.layout();
    return engine::fill(_("Call the next voter: terminal {}"),
                        {std::to_string(layout.device(layout[place].device).number + 1)});
}

std::string label(const Asking& ask, std::string_view verb, PartId other) {
    std::string text = verb_label(verb, ask.reader);
    if (other != no_part) text += ": " + label_of(ask.world.layout(), other, ask.reader);
    return text;
}

void refuse(Act& act, const Refusal& refusal, const Asking& ask) {
    act.enabled = !refusal;
    act.already = refusal.already;
    if (!refusal) return;
    const bool own = refusal.reason == Message::refused_busy && refusal.arguments[0] == ask.actor;
    act.reason = own ? std::string(ask.reader.translate(N_("Your hands are still at something")))
                     : describe(refusal, *ask.world.setup, ask.reader);
}

/// A check without the number that will be asked for says nothing but that it is missing; with some
/// number it tells whether there is any sense in asking.
Refusal check_value(const World& world, Command command) {
    command.has_value = true;
    command.value = 1;
    const Refusal refusal = check_in_sight(world, command);
    const bool of_value = refusal.already || refusal.reason == Message::refused_no_such_value ||
                          refusal.reason == Message::refused_value_needed;
    return of_value ? Refusal{} : refusal;
}

/// Nothing when these nouns never go together.
std::optional<Act> said(const Asking& ask, VerbId id, PartId object, PartId target) {
    const Verb& row = verb(id);
    if (!makes_sense(ask.world, row, object, target)) return {};
    Act act;
    act.command = command_of(ask.world, id, ask.actor, object, target);
    Refusal refusal = check_in_sight(ask.world, act.command);
    if (never(refusal)) return {};
    // Fed straight unless one chooses a way that says otherwise: nobody is asked each time.
    act.takes_value = row.value_use != Use::none && row.name != "feed";
    act.takes_words = row.words_use != Use::none;
    act.needs_words = row.words_use == Use::required;
    act.needs_value =
        row.value_use == Use::required || refusal.reason == Message::refused_value_needed;
    if (act.needs_value && refusal.reason == Message::refused_value_needed) {
        refusal = check_value(ask.world, act.command);
    }
    refuse(act, refusal, ask);
    const PartId other = other_noun(ask, object, target);
    act.name = row.name;
    if (other != no_part) act.name += "." + ask.world.layout()[other].name;
    const bool calls = row.name == "call" && ask.world.layout()[object].kind == PartKind::person;
    act.label = calls ? call_label(ask, object) : label(ask, row.name, other);
    act.duration = row.duration;
    act.is_default = is_meant(ask, row.name, object, target);
    return act;
}

void add(std::vector<Act>& acts, std::optional<Act> act) {
    if (!act) return;
    const auto same = [&](const Act& other) { return other.name == act->name; };
    if (std::none_of(acts.begin(), acts.end(), same)) acts.push_back(std::move(*act));
}

/// A sheet may be fed crooked, by a hand that cannot drag it as well.
void add_crooked(std::vector<Act>& acts, const Asking& ask) {
    constexpr std::int64_t steps[] = {300, 533, 800};
    std::vector<Act> crooked;
    for (const Act& act : acts) {
        const bool feeds = act.kind == ActKind::say && verb(act.command.verb).name == "feed";
        if (!feeds || !act.enabled) continue;
        for (const std::int64_t step : steps) {
            Act one = act;
            one.is_default = false;
            one.command.has_value = true;
            one.command.value = step;
            one.name += fmt::format(".crooked_{}", step);
            one.label += " · " + crooked_words(step, ask.reader.translate);
            crooked.push_back(std::move(one));
        }
    }
    for (Act& one : crooked) add(acts, std::move(one));
}

void add_as_object(std::vector<Act>& acts, const Asking& ask, PartId object) {
    const Layout& layout = ask.world.layout();
    const PartKind kind = layout[object].kind;
    const auto all = verbs();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Verb& row = all[i];
        const auto id = static_cast<VerbId>(i);
        if (row.instructor || !row.object.has(kind)) continue;
        if (row.target.empty()) {
            add(acts, said(ask, id, object, no_part));
            continue;
        }
        for (std::size_t t = 0; t < layout.parts.size(); ++t) {
            if (!row.target.has(layout.parts[t].kind)) continue;
            add(acts, said(ask, id, object, static_cast<PartId>(t)));
        }
    }
}

/// Verbs that bring something to the part: what is in the hand, and what could be.
void add_as_target(std::vector<Act>& acts, const Asking& ask) {
    const Layout& layout = ask.world.layout();
    const PartKind kind = layout[ask.part].kind;
    const bool people = kind == PartKind::person || kind == PartKind::topic;
    // One of forty free seals is as good as another: there is a verb for that.
    const bool only_hand = kind == PartKind::seal_point || kind == PartKind::paper;
    const auto all = verbs();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Verb& row = all[i];
        if (row.instructor || !row.target.has(kind)) continue;
        for (std::size_t o = 0; o < layout.parts.size(); ++o) {
            const auto object = static_cast<PartId>(o);
            if (!row.object.has(layout.parts[o].kind)) continue;
            if (only_hand && object != ask.hand) continue;
            auto act = said(ask, static_cast<VerbId>(i), object, ask.part);
            if (!act || (!act->enabled && !people && object != ask.hand)) continue;
            add(acts, std::move(act));
        }
    }
}

void add_hand(std::vector<Act>& acts, const Asking& ask) {
    if (ask.part == ask.hand) {
        Act act;
        act.kind = ActKind::put_down;
        act.command.object = ask.part;
        act.name = "put_down";
        act.label = verb_label("put_down", ask.reader);
        acts.push_back(std::move(act));
    } else if (can_be_held(ask.world, ask.part)) {
        Act act;
        act.kind = ActKind::take_up;
        act.command.object = ask.part;
        act.name = "take_up";
        act.label = verb_label("take_up", ask.reader);
        act.is_default = is_meant(ask, "take_up", ask.part, no_part);
        refuse(act, reach(ask.world, ask.part), ask);
        acts.push_back(std::move(act));
    }
}

void add_look(std::vector<Act>& acts, const Asking& ask) {
    const PartKind kind = ask.world.layout()[ask.part].kind;
    const std::uint8_t flags = ask.world.part(ask.part).flags;
    const bool paper = kind == PartKind::paper && (flags & part_flag::exists) != 0;
    // The figure of a counted pile stands on the tally sheet.
    const bool counted = kind == PartKind::pile && (flags & part_flag::counted) != 0;
    if (!paper && !counted) return;
    Act act;
    act.kind = ActKind::look;
    act.command.object = ask.part;
    act.name = "look";
    act.label = verb_label("look", ask.reader);
    act.is_default = is_meant(ask, "look", ask.part, no_part);
    refuse(act, reach(ask.world, ask.part), ask);
    acts.push_back(std::move(act));
}

/// Of those who wait the next one is called to a terminal; nobody of them stands before anyone.
std::vector<Act> acts_on_queue(const Asking& ask) {
    std::vector<Act> acts;
    const Layout& layout = ask.world.layout();
    for (const DeviceSpec& device : layout.devices) {
        const PartId place = layout.find(device.name + ".voter");
        if (device.device_class != DeviceClass::terminal || place == no_part) continue;
        add(acts, said(ask, *find_verb("call", PartKind::person), place, no_part));
    }
    return acts;
}

/// A slot and what is in it are one thing to a hand; a seal point has verbs of its own.
PartId held_by(const World& world, PartId part) {
    const PartKind kind = world.layout()[part].kind;
    return is_socket(kind) && kind != PartKind::seal_point ? world.part(part).holds : no_part;
}

Act unsaid(ActKind kind, const char* name, const Asking& ask) {
    Act act;
    act.kind = kind;
    act.command.object = ask.part;
    act.name = name;
    act.label = verb_label(name, ask.reader);
    act.is_default = true;
    refuse(act, reach(ask.world, ask.part), ask);
    return act;
}

}  // namespace

std::vector<Act> acts_on(const World& world, PartId part, PostId actor, const Reader& reader,
                         PartId hand) {
    if (part == no_part || world.layout()[part].kind >= PartKind::fault) return {};
    const Asking ask{world, part, actor, reader, hand, plain_meaning(world, part, hand)};
    if (world.layout()[part].name == "queue") return acts_on_queue(ask);
    std::vector<Act> acts;
    add_look(acts, ask);
    add_hand(acts, ask);
    const PartId inside = held_by(world, part);
    if (inside != no_part) add_as_object(acts, ask, inside);
    add_as_object(acts, ask, part);
    add_as_target(acts, ask);
    if (world.layout()[part].kind == PartKind::entry) add_crooked(acts, ask);
    std::stable_partition(acts.begin(), acts.end(), [](const Act& act) { return act.is_default; });
    return acts;
}

Act default_act(const World& world, PartId part, PostId actor, const Reader& reader, PartId hand) {
    if (part == no_part || world.layout()[part].kind >= PartKind::fault) return {};
    const Asking ask{world, part, actor, reader, hand, plain_meaning(world, part, hand)};
    const Meaning& meaning = ask.meaning;
    if (meaning.verb.empty()) return {};
    if (meaning.verb == "take_up") {
        return part == hand ? unsaid(ActKind::put_down, "put_down", ask)
                            : unsaid(ActKind::take_up, "take_up", ask);
    }
    if (meaning.verb == "look") return unsaid(ActKind::look, "look", ask);
    const auto id = find_verb(meaning.verb, world.layout()[meaning.object].kind);
    if (!id) return {};
    return said(ask, *id, meaning.object, meaning.target).value_or(Act{});
}

bool can_be_acted_on(const Layout& layout, PartId part) {
    const PartKind kind = layout[part].kind;
    if (kind >= PartKind::fault || kind == PartKind::place) return false;
    if (kind == PartKind::cloth) return true;
    const auto all = verbs();
    return std::any_of(all.begin(), all.end(), [kind](const Verb& row) {
        return !row.instructor && (row.object.has(kind) || row.target.has(kind));
    });
}

bool can_be_held(const World& world, PartId part) {
    constexpr Kinds holdable{PartKind::card,   PartKind::key,      PartKind::roll,
                             PartKind::medium, PartKind::sim_card, PartKind::plug,
                             PartKind::cloth,  PartKind::antenna,  PartKind::seal};
    const PartSpec& spec = world.layout()[part];
    const PartState& state = world.part(part);
    if (spec.kind == PartKind::paper) return spec.name.starts_with("test_ballot");
    if (!holdable.has(spec.kind) || state.broken != 0) return false;
    return state.in == no_part || !is_socket(world.layout()[state.in].kind);
}

std::vector<PartId> in_hand(const World& world, PostId actor) {
    std::vector<PartId> held;
    for (std::size_t i = 0; i < world.layout().parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (world.part(part).holder == actor && actor != no_post) held.push_back(part);
    }
    return held;
}

}  // namespace sim::seats
