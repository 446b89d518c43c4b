#include "sim/seats/station/acts_rules.h"

#include <algorithm>

#include "sim/seats/shared/live.h"
#include "sim/seats/station/acts.h"
#include "sim/station/reach.h"

namespace sim::seats {

namespace {

bool accepts(const PartSpec& socket, const PartSpec& item) {
    return socket.accepts.empty() || std::find(socket.accepts.begin(), socket.accepts.end(),
                                               item.type) != socket.accepts.end();
}

bool exists(const World& world, PartId paper) {
    const std::uint8_t flags = world.part(paper).flags;
    return (flags & part_flag::exists) != 0 && (flags & part_flag::voided) == 0;
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Topics are told apart by what they are about: what is drawn, reported, compared, announced.
bool topic_fits(std::string_view verb, std::string_view topic) {
    const bool report = topic.ends_with("_report");
    if (verb == "draw") return topic == "lots";
    if (verb == "compare") return topic == "counts";
    if (verb == "report") return report;
    if (verb == "ask") return topic == "signature";
    const bool speech = topic != "lots" && topic != "counts" && topic != "signature" && !report;
    if (verb == "announce") return speech && !topic.starts_with("ballot_");
    return speech;
}

bool paper_fits(const World& world, std::string_view verb, const PartSpec& paper) {
    const bool test = paper.name.starts_with("test_ballot");
    const bool of_desk = one_of(paper.name, {"desk.receipt", "desk.ballot"});
    const bool at_terminal = paper.role == Role::paper_mouth;
    const bool form = !test && !of_desk && !at_terminal;
    if (verb == "feed") return test;
    if (verb == "hand") return at_terminal || paper.name == "desk.ballot";
    if (one_of(verb, {"issue", "inspect", "discard", "replace"})) {
        return paper.name == "desk.ballot";
    }
    if (verb == "take") return paper.name == "desk.receipt";
    if (verb == "withdraw") return at_terminal;
    if (verb == "write") return paper.type == "act" || paper.type == "log";
    static_cast<void>(world);
    return form;
}

bool place_fits(const World& world, std::string_view verb, PartId object, PartId place) {
    const PartSpec& spec = world.layout()[place];
    const bool destination = spec.type.empty() && spec.behind == no_part;
    if (verb == "send") return destination;
    return world.layout()[object].kind == PartKind::antenna &&
           world.layout()[object].device == spec.device;
}

}  // namespace

bool is_item(PartKind kind) {
    constexpr Kinds items{PartKind::card,   PartKind::key,      PartKind::roll,
                          PartKind::medium, PartKind::sim_card, PartKind::battery};
    return items.has(kind);
}

bool is_socket(PartKind kind) {
    constexpr Kinds sockets{PartKind::port,      PartKind::outlet, PartKind::inlet,
                            PartKind::slot,      PartKind::holder, PartKind::key_switch,
                            PartKind::seal_point};
    return sockets.has(kind);
}

bool makes_sense(const World& world, const Verb& row, PartId object, PartId target) {
    if (object == no_part) return true;
    const PartSpec& spec = world.layout()[object];
    // What is built in stays where it is.
    const bool moves = row.name == "insert" || row.name == "remove";
    if (moves && spec.kind == PartKind::battery) return false;
    if (spec.kind == PartKind::topic && !topic_fits(row.name, spec.name)) return false;
    if (spec.kind == PartKind::paper && !paper_fits(world, row.name, spec)) return false;
    if (spec.kind == PartKind::unit && row.name == "move") return false;
    if (target == no_part) return true;
    const PartSpec& other = world.layout()[target];
    if (object == target) return false;
    if (other.kind == PartKind::topic && !topic_fits(row.name, other.name)) return false;
    if (other.kind == PartKind::place) return place_fits(world, row.name, object, target);
    if (row.name == "attach") return exists(world, target) && paper_fits(world, "attach", other);
    if (is_item(spec.kind) || spec.kind == PartKind::plug) return accepts(other, spec);
    return true;
}

Refusal check_in_sight(const World& world, const Command& command) {
    const Refusal refusal = check(world, command);
    if (!refusal || never(refusal) || refusal.reason == Message::refused_busy) return refusal;
    for (const PartId part : {command.object, command.target}) {
        if (part == no_part) continue;
        if (const Refusal far = reach(world, part)) return far;
    }
    return refusal;
}

bool never(const Refusal& refusal) {
    return refusal.reason == Message::refused_kind || refusal.reason == Message::refused_target ||
           refusal.reason == Message::refused_not_fitting ||
           refusal.reason == Message::refused_seat;
}

Command command_of(const World& world, VerbId verb, PostId actor, PartId object, PartId target) {
    Command command;
    command.time = world.now;
    command.author = Seat::trainee;
    command.actor = actor;
    command.verb = verb;
    command.object = object;
    command.target = target;
    return command;
}

namespace {

/// The person of the same device: where a receipt or ballot goes.
PartId person_beside(const Layout& layout, PartId part) {
    const std::string& name = layout[part].name;
    const std::string before = name.substr(0, name.rfind('.'));
    return layout.find(before + ".voter");
}

/// With something in the hand a click puts it there.
Meaning with_hand(const World& world, PartId part, PartId hand) {
    const PartSpec& spec = world.layout()[part];
    const PartSpec& held = world.layout()[hand];
    const auto two = [&](std::string_view verb) -> Meaning {
        const auto id = find_verb(verb, held.kind);
        if (!id || !sim::verb(*id).target.has(spec.kind)) return {};
        if (!makes_sense(world, sim::verb(*id), hand, part)) return {};
        return {verb, hand, part};
    };
    if (held.kind == PartKind::cloth) {
        const bool takes_cloth = spec.kind == PartKind::surface || spec.kind == PartKind::reader;
        return takes_cloth ? Meaning{"wipe", part, no_part} : Meaning{};
    }
    switch (spec.kind) {
        case PartKind::slot:
        case PartKind::holder:
        case PartKind::key_switch:
            return two("insert");
        case PartKind::port:
        case PartKind::outlet:
        case PartKind::inlet:
            return two("connect");
        case PartKind::seal_point:
            return two("apply");
        case PartKind::entry:
            return held.kind == PartKind::paper ? Meaning{"feed", hand, part} : Meaning{};
        case PartKind::place:
            return two("move");
        case PartKind::person:
            return two("hand");
        default:
            return {};
    }
}

Meaning of_item(const World& world, PartId part) {
    const PartId in = world.part(part).in;
    const bool placed = in != no_part && is_socket(world.layout()[in].kind);
    if (world.layout()[part].kind == PartKind::plug) {
        return placed ? Meaning{"disconnect", part, no_part} : Meaning{"take_up", part, no_part};
    }
    return placed ? Meaning{"remove", part, no_part} : Meaning{"take_up", part, no_part};
}

Meaning of_seal(const World& world, PartId part) {
    const PartState& state = world.part(part);
    if (state.in == no_part && state.broken == 0) return {"take_up", part, no_part};
    return {};
}

Meaning of_paper(const World& world, PartId part) {
    const PartSpec& spec = world.layout()[part];
    if (spec.name == "desk.receipt") return {"take", part, no_part};
    if (spec.name == "desk.ballot" || spec.role == Role::paper_mouth) {
        const PartId person = person_beside(world.layout(), part);
        if (person != no_part) return {"hand", part, person};
    }
    if (exists(world, part)) return {"look", part, no_part};
    if (spec.type == "act" || spec.type == "log") return {"write", part, no_part};
    return {"read", part, no_part};
}

Meaning of_topic(const World& world, PartId part) {
    const std::string& name = world.layout()[part].name;
    for (const std::string_view verb : {"draw", "compare", "report", "announce"}) {
        if (topic_fits(verb, name)) return {verb, part, no_part};
    }
    return {};
}

/// The next one is called to the first terminal where nobody is.
Meaning of_queue(const World& world) {
    for (const DeviceSpec& device : world.layout().devices) {
        const PartId place = world.layout().find(device.name + ".voter");
        if (device.device_class != DeviceClass::terminal || place == no_part) continue;
        const auto number = static_cast<std::size_t>(device.number);
        if (number < terminals_most && world.hall.at_terminal[number] == no_voter)
            return {"call", place, no_part};
    }
    return {};
}

Meaning of_person(const World& world, PartId part) {
    const PartSpec& spec = world.layout()[part];
    if (spec.name == "commission") return {"convene", part, no_part};
    if (spec.name == "queue") return of_queue(world);
    const int terminal = number_of(world, part, DeviceClass::terminal);
    const bool free =
        terminal >= 0 && world.hall.at_terminal[static_cast<std::size_t>(terminal)] == no_voter;
    return free ? Meaning{"call", part, no_part} : Meaning{};
}

Meaning of_compartment(const World& world, PartId part) {
    const DeviceId device = world.layout()[part].device;
    const int number = number_of(world, part, DeviceClass::scanner);
    const Role role = world.layout()[part].role;
    const bool sheets_go_in = role == Role::box || role == Role::emergency_bin;
    if (device != no_device && number >= 0 && sheets_go_in &&
        world.scanners[static_cast<std::size_t>(number)].loose != no_ballot) {
        return {"put", part, no_part};
    }
    return {"show", part, no_part};
}

Meaning of_field(const World& world, PartId part) {
    const std::string& name = world.layout()[part].name;
    if (name.starts_with("turnout.")) return {"report", part, no_part};
    if (name.find(".difference_") != std::string::npos) return {"explain", part, no_part};
    return {"write", part, no_part};
}

bool entry_jammed(const World& world, PartId part) {
    const DeviceId device = world.layout()[part].device;
    return device != no_device &&
           choice(world, world.layout().device(device).name + ".path") == "jammed";
}

}  // namespace

Meaning plain_meaning(const World& world, PartId part, PartId hand) {
    if (hand != no_part && hand != part) {
        const Meaning put = with_hand(world, part, hand);
        if (!put.verb.empty()) return put;
    }
    const PartSpec& spec = world.layout()[part];
    const bool open = world.part(part).open != 0;
    switch (spec.kind) {
        case PartKind::door:
            return {open ? "close" : "open", part, no_part};
        case PartKind::compartment:
            return of_compartment(world, part);
        case PartKind::button:
        case PartKind::toggle:
            return {"press", part, no_part};
        case PartKind::latch:
            return {open ? "release" : "fasten", part, no_part};
        case PartKind::packing:
            return {"unpack", part, no_part};
        case PartKind::plug:
        case PartKind::card:
        case PartKind::key:
        case PartKind::roll:
        case PartKind::medium:
        case PartKind::sim_card:
            return of_item(world, part);
        case PartKind::slot:
        case PartKind::holder:
        case PartKind::port:
        case PartKind::outlet:
        case PartKind::inlet:
            // What is in it is what one means.
            return world.part(part).holds == no_part ? Meaning{}
                                                     : of_item(world, world.part(part).holds);
        case PartKind::cloth:
            return {"take_up", part, no_part};
        case PartKind::seal:
            return of_seal(world, part);
        case PartKind::seal_point:
            return world.part(part).holds == no_part ? Meaning{"seal", part, no_part} : Meaning{};
        case PartKind::surface:
            return {"wipe", part, no_part};
        case PartKind::reader:
            return {"scan", part, no_part};
        case PartKind::entry:
            // A sheet that is stuck tears: whoever wants that has to choose it.
            if (entry_jammed(world, part)) return {};
            return {"take", part, no_part};
        case PartKind::path:
            return {"take", part, no_part};
        case PartKind::paper:
            return of_paper(world, part);
        case PartKind::field:
            return of_field(world, part);
        case PartKind::pile:
            return {"count", part, no_part};
        case PartKind::tray:
            return {"fill", part, no_part};
        case PartKind::person:
            return of_person(world, part);
        case PartKind::channel:
            return {"call", part, no_part};
        case PartKind::topic:
            return of_topic(world, part);
        case PartKind::battery:
        case PartKind::indicator:
        case PartKind::speaker:
            return {"test", part, no_part};
        case PartKind::target:
            return {"touch", part, no_part};
        case PartKind::antenna:
            return {"take_up", part, no_part};
        default:
            return {};
    }
}

}  // namespace sim::seats
