// The words of acts, sentences and states.

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/core/phrase.h"
#include "sim/seats/station/acts.h"
#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/sheet_drag.h"
#include "sim/station/signals.h"

namespace sim::seats {

namespace {

struct VerbWord {
    std::string_view verb;
    const char* text;  ///< msgid
};

// In the order of the table of verbs; a verb that is missing here is shown by its name.
constexpr VerbWord words[] = {
    {"open", N_("Open")},
    {"close", N_("Close")},
    {"press", N_("Press")},
    {"switch_on", N_("Switch on")},
    {"switch_off", N_("Switch off")},
    {"fasten", N_("Fasten")},
    {"release", N_("Release")},
    {"unpack", N_("Remove the packing")},
    {"insert", N_("Insert")},
    {"remove", N_("Take out")},
    {"connect", N_("Plug in")},
    {"disconnect", N_("Unplug")},
    {"reverse", N_("Turn round")},
    {"move", N_("Move to")},
    {"tape", N_("Tape to the floor")},
    {"record", N_("Compare and record the number")},
    {"witness", N_("Look at it as second person")},
    {"apply", N_("Put this seal on")},
    {"seal", N_("Put a seal on")},
    {"break", N_("Break the seal")},
    {"wipe", N_("Wipe with the cloth")},
    {"test", N_("Try whether it works")},
    {"show", N_("Show to all present")},
    {"swap", N_("Put the spare unit in its place")},
    {"level", N_("Lay the sheets flat")},
    {"touch", N_("Touch")},
    {"sign", N_("Sign")},
    {"read", N_("Read aloud")},
    {"post", N_("Put up on the wall")},
    {"attach", N_("Attach to")},
    {"void", N_("Cross out as spoiled")},
    {"take", N_("Take")},
    {"free", N_("Let the stuck sheet fall")},
    {"feed", N_("Feed into the scanner")},
    {"separate", N_("Separate the sheets")},
    {"put", N_("Put the loose sheet in")},
    {"empty", N_("Take the test ballots out")},
    {"call", N_("Call")},
    {"send", N_("Send to")},
    {"scan", N_("Read with the sensor")},
    {"hand", N_("Hand over")},
    {"issue", N_("Give without receipt")},
    {"ask", N_("Ask for")},
    {"inspect", N_("Check the print")},
    {"discard", N_("Put aside as misprint")},
    {"replace", N_("Replace the spoiled ballot")},
    {"withdraw", N_("Put the receipt aside")},
    {"fill", N_("Fill with sheets")},
    {"tell", N_("Tell")},
    {"announce", N_("Announce")},
    {"convene", N_("Open the sitting")},
    {"draw", N_("Draw lots")},
    {"count", N_("Count by hand")},
    {"cancel", N_("Cancel by cutting")},
    {"compare", N_("Compare")},
    {"write", N_("Write down")},
    {"explain", N_("Explain in writing")},
    {"reconcile", N_("Say that it adds up")},
    {"copy", N_("Copy for the observers")},
    {"pack", N_("Pack and seal")},
    {"deliver", N_("Deliver")},
    {"report", N_("Report")},
    {"inject", N_("Inject")},
    {"clear", N_("Clear")},
    {"undo", N_("Undo")},
    {"set", N_("Set")},
    {"override", N_("Override")},
    {"restore", N_("Let it tell the truth")},
    {"freeze", N_("Freeze")},
    {"go_on", N_("Go on")},
    {"rate", N_("Set the pace")},
    {"message", N_("Message")},
    {"note", N_("Note")},
    {"bookmark", N_("Bookmark")},
    {"assign", N_("Hand over the post")},
    {"stop", N_("Break off")},
    {"hint", N_("Take a hint")},
    {"take_up", N_("Take into the hand")},
    {"put_down", N_("Put down")},
    {"look", N_("Look at it closely")},
};

/// What can be seen of the device that the part belongs to; nothing where it has no such signal.
std::optional<std::int64_t> seen(const World& world, PartId part, std::string_view what) {
    const DeviceId device = world.layout()[part].device;
    if (device == no_device) return {};
    const auto found =
        find_signal(world.layout(), world.layout().device(device).name + "." + std::string(what));
    return found ? std::optional(read(world, *found)) : std::nullopt;
}

/// "20 cm left" of the paper in the printer.
std::string roll_words(const World& world, PartId part, const Reader& reader) {
    const auto left = seen(world, part, "roll_left");
    if (!left) return {};
    constexpr std::int64_t metre = 1000;
    const engine::Translator& _ = reader.translate;
    return " · " + (*left < metre ? engine::fill(_("{} cm left"), {std::to_string(*left / 10)})
                                  : engine::fill(_("{} m left"), {std::to_string(*left / metre)}));
}

std::string held_words(const World& world, PartId part, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const PartId holds = world.part(part).holds;
    if (holds == no_part) return std::string(_("empty"));
    std::string text = label_of(world.layout(), holds, reader);
    if (world.layout()[part].role == Role::roll_holder) text += roll_words(world, part, reader);
    return text;
}

/// What the eye sees of a part that nothing is done with by hand but looking at it.
std::string look_words(const World& world, PartId part, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const Role role = world.layout()[part].role;
    if (role == Role::finger_sensor && seen(world, part, "sensor_dirty").value_or(0) != 0) {
        return std::string(_("smeared"));
    }
    if (role == Role::ballot_tray) {
        const auto sheets = seen(world, part, "sheets_left");
        if (sheets) return engine::fill(_("blank sheets: {}"), {std::to_string(*sheets)});
    }
    return {};
}

std::string seal_words(const World& world, PartId seal, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const PartState& state = world.part(seal);
    if (state.broken != 0) return std::string(_("broken"));
    if (state.in == no_part) return std::string(_("not used yet"));
    return fmt::format("№ {}", state.amount);
}

std::string point_words(const World& world, PartId point, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const PartId seal = world.part(point).holds;
    if (seal == no_part) return std::string(_("no seal"));
    return fmt::format("{}, № {}", _("sealed"), world.part(seal).amount);
}

std::string place_words(const World& world, PartId part, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const PartId in = world.part(part).in;
    if (world.layout()[part].kind == PartKind::plug) {
        if (in == no_part) return std::string(_("not plugged in"));
    } else if (in == no_part) {
        return std::string(_("at hand"));
    }
    return label_of(world.layout(), in, reader);
}

std::string paper_words(const World& world, PartId part, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const PartState& state = world.part(part);
    const auto has = [&](std::uint8_t flag) { return (state.flags & flag) != 0; };
    if (has(part_flag::voided)) return std::string(_("crossed out"));
    if (!has(part_flag::exists)) return std::string(_("not there yet"));
    if (has(part_flag::delivered)) return std::string(_("delivered"));
    if (has(part_flag::packed)) return std::string(_("packed"));
    if (has(part_flag::posted)) return std::string(_("on the wall"));
    if (state.signatures != 0) return std::string(_("signed"));
    return {};
}

}  // namespace

std::string verb_label(std::string_view verb, const Reader& reader) {
    const auto found = std::find_if(std::begin(words), std::end(words),
                                    [&](const VerbWord& word) { return word.verb == verb; });
    if (found == std::end(words)) return std::string(verb);
    return std::string(reader.translate(found->text));
}

std::string sentence_words(const World& world, const Command& command, const Reader& reader) {
    std::string text = verb_label(verb(command.verb).name, reader);
    const Layout& layout = world.layout();
    // Its words are the name of a step in the files, which says nothing to a person.
    if (verb(command.verb).name == "hint") return text;
    if (command.object != no_part) text += ": " + label_of(layout, command.object, reader);
    if (command.target != no_part) text += " → " + label_of(layout, command.target, reader);
    if (command.has_value && command.object != no_part) {
        // What is typed on a keypad is nobody's business.
        const bool secret = layout[command.object].kind == PartKind::target &&
                            layout[command.object].name.ends_with(".pin");
        const bool fed = verb(command.verb).name == "feed";
        text += ", " + (secret ? std::string("••••")
                        : fed  ? crooked_words(command.value, reader.translate)
                               : std::to_string(command.value));
    }
    if (!command.words.empty()) text += fmt::format(" – {}", command.words);
    return text;
}

std::string state_words(const World& world, PartId part, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const PartSpec& spec = world.layout()[part];
    const bool open = world.part(part).open != 0;
    switch (spec.kind) {
        case PartKind::door:
            return std::string(open ? _("open") : _("closed"));
        case PartKind::toggle:
            return std::string(open ? _("on") : _("off"));
        case PartKind::latch:
            return std::string(open ? _("fastened") : _("released"));
        case PartKind::packing:
            return std::string(open ? _("removed") : _("in place"));
        case PartKind::seal_point:
            return point_words(world, part, reader);
        case PartKind::seal:
            return seal_words(world, part, reader);
        case PartKind::paper:
            return paper_words(world, part, reader);
        case PartKind::plug:
        case PartKind::card:
        case PartKind::key:
        case PartKind::roll:
        case PartKind::medium:
        case PartKind::sim_card:
        case PartKind::antenna:
            return place_words(world, part, reader);
        default:
            return is_socket(spec.kind) ? held_words(world, part, reader)
                                        : look_words(world, part, reader);
    }
}

}  // namespace sim::seats
