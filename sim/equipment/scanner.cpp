#include "sim/equipment/scanner.h"

#include "sim/equipment/scanner_detail.h"

namespace sim {

using namespace scanner_detail;

namespace scanner_detail {

namespace {

/// What ails the medium that came in the slot does not ail another one put there.
bool came_with_it(const Context& context, PartId medium) {
    return medium != no_part &&
           context.part_spec(medium).starts_in == context.id(Role::main_medium_slot);
}

bool readable(const Context& context, PartId medium) {
    return context.value(Parameter::main_medium_health) != 0 || !came_with_it(context, medium);
}

}  // namespace

bool media_present(const Context& context) {
    const PartId medium = context.part(Role::main_medium_slot).holds;
    const bool main = context.id(Role::main_medium_slot) == no_part ||
                      (medium != no_part && readable(context, medium));
    const bool backup = context.id(Role::backup_medium_slot) == no_part ||
                        context.part(Role::backup_medium_slot).holds != no_part;
    return main && backup;
}

bool media_in_step(const Context& context) {
    const PartId main = context.part(Role::main_medium_slot).holds;
    const PartId backup = context.part(Role::backup_medium_slot).holds;
    if (main == no_part || backup == no_part) return true;
    return context.part(main).amount == context.part(backup).amount;
}

void write_media(Scanner& scanner, Context& context) {
    for (const Role role : {Role::main_medium_slot, Role::backup_medium_slot}) {
        const PartId medium = context.part(role).holds;
        if (medium != no_part) context.edit(medium).amount = scanner.tally.ballots;
    }
}

void go_dark(Scanner& scanner, Context& context) {
    if (scanner.path == PathState::accepting || scanner.path == PathState::scanning ||
        scanner.path == PathState::interpreting ||
        scanner.path == PathState::accepting_after_review) {
        ++context.truth.unplugged_in_write;
    }
    scanner.power = ScannerPower::off;
    scanner.session = Session::nobody;
    scanner.printer = {};
    scanner.path = PathState::disconnected;
    ++scanner.power_token;
    ++scanner.path_token;
    ++scanner.print_token;
}

}  // namespace scanner_detail

namespace {

void start_boot(Scanner& scanner, Context& context) {
    scanner.fresh = false;
    if (context.value(Parameter::power_supply) == 0) {
        return context.observe(Message::scanner_supply_dead);
    }
    scanner.power = ScannerPower::booting;
    ++scanner.power_token;
    context.observe(Message::scanner_on);
    context.schedule(context.value(Parameter::scanner_boot_time), timer_boot, scanner.power_token);
}

void self_test(Scanner& scanner, Context& context) {
    scanner.power = ScannerPower::self_test;
    context.schedule(context.value(Parameter::scanner_self_test_time), timer_self_test,
                     scanner.power_token);
}

/// Nobody set the counts to zero after the tests.
void find_left_counts(Scanner& scanner, Context& context) {
    const auto left = static_cast<std::int32_t>(context.value(Parameter::test_left));
    if (left == 0 || scanner.polls != Polls::initial || scanner.tally.ballots != 0) return;
    scanner.tally.ballots = left;
    scanner.tally.votes[0] = left;
    write_media(scanner, context);
    context.observe(Message::scanner_not_zero, left);
}

void ready(Scanner& scanner, Context& context) {
    if (context.value(Parameter::software_intact) == 0) {
        // A failed check stops the boot; nothing is logged on the machine itself (A1.2).
        scanner.power = ScannerPower::halted;
        context.observe(Message::scanner_software_bad);
        return;
    }
    scanner.power = ScannerPower::running;
    context.observe(Message::scanner_self_test_passed);
    const std::int64_t station = scanner_station(scanner, context);
    if (station != scanner.station) context.observe(Message::scanner_other_station, station);
    find_left_counts(scanner, context);
    check_path(scanner, context);
    if (running(scanner)) card_changed(scanner, context);
}

}  // namespace

void scanner_prepare(Scanner& scanner, std::uint16_t station) {
    scanner.mode = ScannerMode::live;
    scanner.station = station;
    scanner.clock_confirmed = true;
}

std::int64_t scanner_station(const Scanner& scanner, const Context& context) {
    if (!came_with_it(context, context.part(Role::main_medium_slot).holds)) return scanner.station;
    return scanner.station + context.value(Parameter::station_offset);
}

void scanner_power(Scanner& scanner, Context& context, bool live) {
    if (scanner.mains == live) return;
    scanner.mains = live;
    if (!live && scanner.power != ScannerPower::off) {
        context.observe(Message::scanner_lost_power);
        go_dark(scanner, context);
    } else if (live && context.part(Role::power_switch).open != 0 &&
               scanner.power == ScannerPower::off) {
        start_boot(scanner, context);
    }
}

void scanner_pressed(Scanner& scanner, Context& context, PartId part) {
    if (part != context.id(Role::power_switch)) return;
    const bool on = context.part(part).open != 0;
    if (on && scanner.mains && scanner.power == ScannerPower::off) {
        start_boot(scanner, context);
    } else if (!on && scanner.power != ScannerPower::off) {
        context.observe(Message::scanner_off);
        go_dark(scanner, context);
    }
}

void scanner_timer(Scanner& scanner, Context& context, const Event& event) {
    switch (event.value) {
        case timer_boot:
            if (event.token == scanner.power_token) self_test(scanner, context);
            break;
        case timer_self_test:
            if (event.token == scanner.power_token) ready(scanner, context);
            break;
        case timer_stopped:
            if (event.token == scanner.power_token) {
                context.edit(context.id(Role::power_switch)).open = 0;
                context.observe(Message::scanner_off);
                go_dark(scanner, context);
            }
            break;
        case timer_printed:
            if (event.token == scanner.print_token) report_printed(scanner, context);
            break;
        default:
            if (event.token == scanner.path_token) path_timer(scanner, context, event);
            break;
    }
}

void scanner_part_changed(Scanner& scanner, Context& context, PartId part) {
    if (part == context.id(Role::roll_holder)) scanner.strip_blank = false;
    if (!running(scanner)) return;
    if (part == context.id(Role::card_slot)) {
        card_changed(scanner, context);
    } else if (part == context.id(Role::cover)) {
        if (cover_open(context)) {
            if (scanner.polls == Polls::open) scanner.alarm = true;
            context.observe(Message::scanner_cover_opened);
        } else if (scanner.path == PathState::cover_open || scanner.path == PathState::jammed) {
            check_path(scanner, context);
        }
        if (cover_open(context) && scanner.path == PathState::waiting) {
            set_path(scanner, context, PathState::cover_open);
        }
    } else if (part == context.id(Role::printer_lid) || part == context.id(Role::roll_holder)) {
        // A report that ran out of paper begins again as soon as there is some [VX1].
        const bool again = scanner.pending != no_part &&
                           printer_state(scanner.printer, context) == PrinterState::ready;
        if (again) start_report(scanner, context, scanner.pending, scanner.pending_length);
    } else if (part == context.id(Role::main_medium_slot) ||
               part == context.id(Role::backup_medium_slot)) {
        if (scanner.polls == Polls::open && !media_present(context)) {
            scanner.alarm = true;
            context.observe(Message::scanner_medium_alarm);
        }
    }
}

bool scanner_enabled(const Scanner& scanner, const Context& context) {
    const bool taking = scanner.polls == Polls::open ||
                        (scanner.mode == ScannerMode::test && scanner.polls == Polls::initial);
    return running(scanner) && taking && scanner.session == Session::nobody &&
           context.part(Role::card_slot).holds == no_part && !cover_open(context) &&
           media_present(context) && media_in_step(context) && !scanner.alarm;
}

bool scanner_ready(const Scanner& scanner, const Context& context) {
    return scanner.path == PathState::waiting && scanner.at_front == no_ballot &&
           scanner_enabled(scanner, context);
}

}  // namespace sim
