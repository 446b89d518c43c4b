#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"
#include "sim/world/crooked.h"

namespace sim {

namespace {

using engine::second;

const Scanner* scanner_at(const World& world, PartId part) {
    const int number = number_of(world, part, DeviceClass::scanner);
    return number < 0 ? nullptr : &world.scanners[static_cast<std::size_t>(number)];
}

Scanner& scanner_for(World& world, const Command& command, PartId part) {
    static_cast<void>(command);
    return world.scanners[static_cast<std::size_t>(number_of(world, part, DeviceClass::scanner))];
}

DeviceId device_at(const World& world, PartId part) {
    return world.layout()[part].device;
}

/// The three places sheets are taken from, and what lies there.
BallotId sheet_there(const Scanner& scanner, Role role) {
    switch (role) {
        case Role::entry:
            return scanner.at_front != no_ballot ? scanner.at_front : scanner.sheet;
        case Role::path:
            return scanner.sheet;
        case Role::outfeed:
            return scanner.stuck;
        default:
            return no_ballot;
    }
}

Refusal take_check(const World& world, const Command& command) {
    const Scanner* scanner = scanner_at(world, command.object);
    const Role role = world.layout()[command.object].role;
    if (scanner == nullptr) return {Message::refused_kind, {command.object}};
    if (sheet_there(*scanner, role) == no_ballot) {
        return {Message::refused_empty, {command.object}, true};
    }
    const bool moving = scanner->path != PathState::jammed &&
                        scanner->path != PathState::cover_open &&
                        scanner->power == ScannerPower::running && scanner->at_front == no_ballot &&
                        role != Role::outfeed;
    if (moving) return {Message::refused_not_now, {command.object}};
    return reach(world, command.object);
}

void take_effect(World& world, const Command& command) {
    Scanner& scanner = scanner_for(world, command, command.object);
    Context about = context(world, device_at(world, command.object));
    const Role role = world.layout()[command.object].role;
    observe(world, Message::taken, command, command.object);
    if (role == Role::outfeed) return scanner_take_stuck(scanner, about);
    if (scanner.at_front != no_ballot && role == Role::entry) {
        scanner.loose = scanner_take_front(scanner, about);
        return;
    }
    const bool by_force = about.part(Role::cover).open == 0;
    scanner_take_jammed(scanner, about);
    // Whatever held the sheet came out with it; a sheet torn off leaves it behind.
    if (!by_force) restore_parameter(world, about.device, Parameter::entry_grip);
}

Refusal free_check(const World& world, const Command& command) {
    const Scanner* scanner = scanner_at(world, command.object);
    if (scanner == nullptr) return {Message::refused_kind, {command.object}};
    if (scanner->stuck == no_ballot) return {Message::refused_empty, {command.object}, true};
    return reach(world, command.object);
}

void free_effect(World& world, const Command& command) {
    const DeviceId device = device_at(world, command.object);
    restore_parameter(world, device, Parameter::outfeed_clearance);
    restore_parameter(world, device, Parameter::diverter_free);
    Context about = context(world, device);
    scanner_free_outfeed(scanner_for(world, command, command.object), about);
    observe(world, Message::done, command, command.object);
}

/// A sheet cannot lie straighter than straight, nor more crooked than the guides let it.
Refusal crooked_check(const Command& command) {
    if (!command.has_value || (command.value >= 0 && command.value <= most_crooked)) return {};
    return {Message::refused_no_such_value, {command.value}};
}

/// A hand lays the sheet anew, however it lay before: flat, and as crooked as the sentence says.
void lay_at_slot(World& world, const Command& command, BallotId sheet) {
    const std::int64_t skew = command.has_value ? command.value : 0;
    world.sheets.edit(static_cast<std::size_t>(sheet)).skew = static_cast<std::int16_t>(skew);
}

Refusal feed_loose_check(const World& world, const Command& command) {
    const Scanner* scanner = scanner_at(world, command.object);
    if (scanner == nullptr) return {Message::refused_kind, {command.object}};
    if (const Refusal wrong = crooked_check(command)) return wrong;
    if (scanner->loose == no_ballot) return {Message::refused_not_here, {command.object}};
    return scanner_feed_check(*scanner, looking(world, device_at(world, command.object)),
                              scanner->loose);
}

void feed_loose_effect(World& world, const Command& command) {
    Scanner& scanner = scanner_for(world, command, command.object);
    Context about = context(world, device_at(world, command.object));
    const BallotId sheet = scanner.loose;
    scanner.loose = no_ballot;
    ++world.truth.cast_for_voter;
    const BallotId second_sheet = world.sheets[static_cast<std::size_t>(sheet)].stuck;
    lay_at_slot(world, command, sheet);
    scanner_feed(scanner, about, sheet, second_sheet, false);
}

// -- test ballots: the deck of domain.md C1.8, by the number in the part's amount

Sheet test_sheet(const World& world, std::int32_t number) {
    Sheet sheet;
    sheet.test = 1;
    sheet.station = world.setup->station_number;
    const int candidates = static_cast<int>(world.setup->election.candidates.size());
    const auto mark = [&sheet](int candidate, std::int16_t darkness) {
        sheet.marks[static_cast<std::size_t>(candidate)] = darkness;
    };
    if (number <= candidates) mark(number - 1, 450);
    if (number == candidates + 2) {  // overvote
        mark(0, 450);
        mark(1, 450);
    }
    if (number == candidates + 3) mark(0, 80);  // tick on the edge, just over the threshold
    if (number == candidates + 4) {             // another station's
        ++sheet.station;
        mark(0, 450);
    }
    if (number == candidates + 5) {
        mark(0, 450);
        sheet.folded = 1;
    }
    if (number == candidates + 6) mark(0, 450);  // two at once: the second is added when fed
    return sheet;
}

Refusal feed_test_check(const World& world, const Command& command) {
    const Scanner* scanner = scanner_at(world, command.target);
    if (scanner == nullptr) return {Message::refused_kind, {command.target}};
    if (const Refusal wrong = crooked_check(command)) return wrong;
    return scanner_feed_check(*scanner, looking(world, device_at(world, command.target)),
                              no_ballot);
}

void feed_test_effect(World& world, const Command& command) {
    Scanner& scanner = scanner_for(world, command, command.target);
    const DeviceId device = device_at(world, command.target);
    Context about = context(world, device);
    const std::int32_t number = world.part(command.object).amount;
    const auto add = [&world](const Sheet& sheet) {
        world.sheets.push_back(sheet);
        return static_cast<BallotId>(world.sheets.size() - 1);
    };
    const BallotId sheet = add(test_sheet(world, number));
    const bool two = number == static_cast<int>(world.setup->election.candidates.size()) + 6;
    const BallotId second_sheet = two ? add(test_sheet(world, 1)) : no_ballot;
    lay_at_slot(world, command, sheet);
    scanner_feed(scanner, about, sheet, second_sheet, false);
    if (scanner.path == PathState::calibration_done) {
        restore_parameter(world, device, Parameter::double_sheet_sensitivity);
    }
    observe(world, Message::done, command, command.object);
}

Refusal separate_check(const World& world, const Command& command) {
    const Scanner* scanner = scanner_at(world, command.object);
    if (scanner == nullptr) return {Message::refused_kind, {command.object}};
    if (scanner->front_second == no_ballot) {
        return {Message::refused_empty, {command.object}, true};
    }
    return {};
}

/// The sheet that stuck to the ballot goes back to the unused ones.
void separate_effect(World& world, const Command& command) {
    Scanner& scanner = scanner_for(world, command, command.object);
    const BallotId extra = scanner.front_second;
    scanner.front_second = no_ballot;
    world.sheets.edit(static_cast<std::size_t>(extra)).place = SheetPlace::unused;
    world.sheets.edit(static_cast<std::size_t>(scanner.at_front)).stuck = no_ballot;
    observe(world, Message::done, command, command.object);
}

Refusal put_check(const World& world, const Command& command) {
    const Scanner* scanner = scanner_at(world, command.object);
    if (scanner == nullptr) return {Message::refused_kind, {command.object}};
    if (scanner->loose == no_ballot) return {Message::refused_not_here, {command.object}};
    const Role role = world.layout()[command.object].role;
    if (role != Role::box && role != Role::emergency_bin) {
        return {Message::refused_kind, {command.object}};
    }
    return reach(world, command.object);
}

void put_effect(World& world, const Command& command) {
    Scanner& scanner = scanner_for(world, command, command.object);
    const bool emergency = world.layout()[command.object].role == Role::emergency_bin;
    Sheet& sheet = world.sheets.edit(static_cast<std::size_t>(scanner.loose));
    sheet.place = emergency ? SheetPlace::emergency_bin : SheetPlace::box;
    scanner.loose = no_ballot;
    ++world.edit(command.object).amount;
    observe(world, Message::done, command, command.object);
}

Refusal empty_check(const World& world, const Command& command) {
    if (world.part(command.object).amount == 0) return already(command.object);
    return reach(world, command.object);
}

/// Test sheets are taken out of a compartment after the tests; real ballots stay where they are.
void empty_effect(World& world, const Command& command) {
    const Role role = world.layout()[command.object].role;
    const SheetPlace place = role == Role::invalid_bin ? SheetPlace::invalid_bin : SheetPlace::box;
    std::int32_t left = 0;
    for (std::size_t i = 0; i < world.sheets.size(); ++i) {
        if (world.sheets[i].place != place) continue;
        if (world.sheets[i].test != 0) {
            world.sheets.edit(i).place = SheetPlace::unused;
        } else {
            ++left;
        }
    }
    world.edit(command.object).amount = left;
    observe(world, Message::emptied, command, command.object);
}

constexpr Verb table[] = {
    verb_row("take", Kinds{PartKind::path, PartKind::entry}, 15 * second,
             N_("Take a sheet out of the entry, the open path or the outfeed"), take_check,
             take_effect),
    verb_row("free", Kinds{PartKind::path}, 20 * second,
             N_("Let the sheet that is stuck on the way into the box fall"), free_check,
             free_effect),
    {"feed",
     Kinds{PartKind::entry},
     {},
     Use::none,
     Use::optional,
     Use::none,
     2 * second,
     false,
     N_("Feed the sheet that lies on the scanner oneself; the number says how crooked, 0 to 1000"),
     feed_loose_check,
     feed_loose_effect},
    {"feed", Kinds{PartKind::paper}, Kinds{PartKind::entry}, Use::required, Use::optional,
     Use::none, 5 * second, false, N_("Feed a test ballot; the number says how crooked, 0 to 1000"),
     feed_test_check, feed_test_effect},
    verb_row("separate", Kinds{PartKind::entry}, 8 * second,
             N_("Separate the sheets that came back together"), separate_check, separate_effect),
    verb_row("put", Kinds{PartKind::compartment}, 5 * second,
             N_("Put the sheet that lies on the scanner into a compartment"), put_check,
             put_effect),
    verb_row("empty", Kinds{PartKind::compartment}, 30 * second,
             N_("Take all test ballots out of a compartment"), empty_check, empty_effect),
};

}  // namespace

std::span<const Verb> scanner_verbs() {
    return table;
}

}  // namespace sim
