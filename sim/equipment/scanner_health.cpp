// What ails the machine itself and what the air does to paper.

#include <algorithm>

#include "sim/equipment/scanner.h"
#include "sim/equipment/scanner_detail.h"

namespace sim {

using namespace scanner_detail;

namespace {

// This model's own values (estimate), thousandths of a degree and permille.
constexpr std::int64_t own_heat = 18'000;      // above the room, with all its cooling
constexpr std::int64_t felt_from = 50'000;     // on the case
constexpr std::int64_t switches_off = 60'000;  // inside
constexpr std::int64_t swells_from = 700;      // humidity

std::int64_t in_the_room(const Context& context, Parameter parameter) {
    const DeviceId room = context.layout.device_of(DeviceClass::room, 0);
    if (room == no_device) return spec(parameter).neutral;
    return in_force(context.layout.device(room).base[static_cast<std::size_t>(parameter)],
                    parameter, room, context.now, context.perturbations);
}

std::int64_t temperature(const Context& context) {
    return in_the_room(context, Parameter::temperature) +
           own_heat * 1000 / context.value(Parameter::cooling);
}

/// A draw about its sheet; `of` keeps one purpose from another.
bool drawn(const Scanner& scanner, const Context& context, std::uint32_t of, std::int64_t share) {
    return share > 0 &&
           engine::chance(
               context.stream(Purpose::jam, of + static_cast<std::uint32_t>(context.device)),
               draw_index(scanner), share, 1000);
}

std::int64_t swelling(const Context& context) {
    return std::max<std::int64_t>(in_the_room(context, Parameter::humidity) - swells_from, 0);
}

}  // namespace

namespace scanner_detail {

bool breaks_down(Scanner& scanner, Context& context) {
    if (context.value(Parameter::power_supply) == 0) {
        context.observe(Message::scanner_lost_power);
        go_dark(scanner, context);
        return true;
    }
    if (temperature(context) >= switches_off) {
        context.observe(Message::scanner_overheated);
        go_dark(scanner, context);
        return true;
    }
    if (context.value(Parameter::internal_link) != 0) return false;
    set_path(scanner, context, PathState::disconnected);
    context.observe(Message::scanner_disconnected);
    return true;
}

void run_closing_timer(Scanner& scanner, Context& context) {
    if (context.value(Parameter::closing_timer) == 0) return;
    if (scanner.polls != Polls::open || scanner.times.closed != engine::never) return;
    scanner.polls = Polls::closed;
    scanner.times.closed = context.now;
    context.observe(Message::scanner_polls_closed, scanner.tally.ballots);
}

bool paper_jams(const Scanner& scanner, const Context& context) {
    return drawn(scanner, context, 0x100, in_the_room(context, Parameter::rough_edge_share)) ||
           drawn(scanner, context, 0x200, swelling(context));
}

bool swollen(const Scanner& scanner, const Context& context) {
    return drawn(scanner, context, 0x300, swelling(context));
}

bool slips_back(const Scanner& scanner, const Context& context) {
    return drawn(scanner, context, 0x400, context.value(Parameter::roller_slip));
}

}  // namespace scanner_detail

bool scanner_hot(const Context& context) {
    return temperature(context) >= felt_from;
}

void scanner_cause_changed(Scanner& scanner, Context& context) {
    if (!running(scanner) || scanner.path == PathState::disconnected) return;
    if (breaks_down(scanner, context)) return;
    if (scanner.path == PathState::waiting) run_closing_timer(scanner, context);
}

}  // namespace sim
