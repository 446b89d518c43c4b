#include "sim/equipment/transmitter.h"

#include <algorithm>
#include <array>

namespace sim {
namespace {

/// What a device_timer of the unit is for.
enum Timer : std::int32_t { timer_step, timer_slow };

enum Target : int { target_send, target_stop, target_sim_1, target_sim_2 };

constexpr Time sim_check_time = 2 * engine::second;            // estimate
constexpr Time search_time = 15 * engine::second;              // estimate
constexpr Time slip_time = 4 * engine::second;                 // estimate
constexpr Time answer_slow = 3 * engine::minute;               // estimate
constexpr std::int64_t good_margin = 20;                       // dB over what is needed
constexpr std::int64_t weak_margin = 6;                        // under it a connection may drop
constexpr std::int64_t drop_chance_weak = 200;                 // permille a try, estimate
constexpr std::int64_t clock_tolerance = 10 * engine::minute;  // estimate

bool sending(TransmitterState state) {
    return state >= TransmitterState::sim_check && state <= TransmitterState::acknowledgement;
}

/// The centre and its mirror have acknowledged.
bool all_done(const Transmitter& unit) {
    return unit.state == TransmitterState::done && unit.mirrored;
}

/// On, at rest and with a package that has not been acknowledged everywhere.
bool can_send(const Transmitter& unit) {
    return unit.package && unit.state != TransmitterState::off &&
           unit.state != TransmitterState::boot && !all_done(unit) && !sending(unit.state);
}

void step(Transmitter& unit, Context& context, TransmitterState state, Time duration) {
    unit.state = state;
    context.schedule(duration, timer_step, ++unit.token);
}

void rest(Transmitter& unit, TransmitterState state) {
    unit.state = state;
    ++unit.token;
}

void update_joined(Transmitter& unit, const Context& context) {
    const bool on_network =
        unit.state >= TransmitterState::attach && unit.state <= TransmitterState::acknowledgement;
    unit.joined = on_network || transmitter_source(context) != no_device;
}

PartId sim_slot(const Transmitter& unit, const Context& context) {
    return context.id(unit.sim == 2 ? Role::sim_slot_2 : Role::sim_slot_1);
}

bool sim_present(const Transmitter& unit, const Context& context) {
    const PartId slot = sim_slot(unit, context);
    return slot != no_part && context.part(slot).holds != no_part;
}

void start_try(Transmitter& unit, Context& context) {
    ++unit.tries;
    ++unit.tries_total;
    unit.failure = TransmitterFailure::none;
    context.observe(Message::modem_trying, unit.tries);
    context.observe(Message::modem_sim_check);
    step(unit, context, TransmitterState::sim_check, sim_check_time);
}

/// A try failed in a way that another try may mend: back-off doubles, until the unit gives up.
void fail(Transmitter& unit, Context& context, TransmitterFailure failure) {
    unit.failure = failure;
    if (unit.tries >= transmitter_tries_most) {
        rest(unit, TransmitterState::gave_up);
        context.observe(Message::modem_gave_up, unit.tries);
        return;
    }
    const Time wait = context.value(Parameter::retry_first) << std::clamp(unit.tries - 1, 0, 20);
    context.observe(Message::modem_waiting, wait);
    step(unit, context, TransmitterState::retry, wait);
}

/// A try failed in a way that only people can mend.
void stop_with(Transmitter& unit, TransmitterState state, TransmitterFailure failure) {
    unit.failure = failure;
    rest(unit, state);
}

/// Draws whether this step of this try loses its connection.
bool drops(const Transmitter& unit, const Context& context, std::uint64_t step_number) {
    const std::int64_t margin =
        transmitter_dbm(unit, context) - context.value(Parameter::signal_needed);
    std::int64_t parts = context.value(Parameter::packet_loss);
    if (context.chance && margin < weak_margin) parts += drop_chance_weak;
    const auto index = static_cast<std::uint64_t>(unit.tries_total) * 8 + step_number;
    return engine::chance(
        context.stream(Purpose::packet, static_cast<std::uint32_t>(context.device)), index,
        std::min<std::int64_t>(parts, 1000), 1000);
}

/// Weak signal and lost packets stretch the sending.
Time send_duration(const Transmitter& unit, const Context& context) {
    const std::int64_t margin = std::clamp<std::int64_t>(
        transmitter_dbm(unit, context) - context.value(Parameter::signal_needed), 0, good_margin);
    const std::int64_t through =
        std::max<std::int64_t>(1000 - context.value(Parameter::packet_loss), 50);
    return context.value(Parameter::send_time) * (10 + good_margin - margin) / 10 * 1000 / through;
}

/// The clock that stamps the package is the scanner's.
std::int64_t clock_error(const Context& context) {
    const DeviceId scanner = transmitter_source(context);
    if (scanner == no_device) return 0;
    const auto parameter = Parameter::scanner_clock_offset;
    const std::int64_t offset =
        in_force(context.layout.device(scanner).base[static_cast<std::size_t>(parameter)],
                 parameter, scanner, context.now, context.perturbations);
    return offset < 0 ? -offset : offset;
}

void sim_checked(Transmitter& unit, Context& context) {
    if (!sim_present(unit, context)) {
        context.observe(Message::modem_no_sim, unit.sim);
        stop_with(unit, TransmitterState::no_sim, TransmitterFailure::no_sim);
        return;
    }
    context.observe(Message::modem_signal, transmitter_dbm(unit, context));
    step(unit, context, TransmitterState::signal, search_time);
}

void searched(Transmitter& unit, Context& context) {
    const std::int64_t dbm = transmitter_dbm(unit, context);
    if (dbm < context.value(Parameter::signal_needed)) {
        context.observe(Message::modem_no_signal, dbm);
        fail(unit, context, TransmitterFailure::no_signal);
        return;
    }
    context.observe(Message::modem_attach);
    step(unit, context, TransmitterState::attach, context.value(Parameter::attach_time));
}

void authenticated(Transmitter& unit, Context& context) {
    if (context.value(Parameter::certificate_valid) == 0) {
        context.observe(Message::modem_certificate);
        stop_with(unit, TransmitterState::certificate_error, TransmitterFailure::certificate);
    } else if (clock_error(context) > clock_tolerance) {
        context.observe(Message::modem_clock);
        stop_with(unit, TransmitterState::clock_error, TransmitterFailure::clock);
    } else {
        step(unit, context, TransmitterState::send, send_duration(unit, context));
    }
}

void sent(Transmitter& unit, Context& context) {
    unit.sent_at = context.now;
    context.observe(Message::modem_sent);
    rest(unit, TransmitterState::verify);
    const Time answer = context.value(Parameter::server_time);
    context.queue.push(context.now + answer,
                       {EventKind::centre_reply, context.device, 0, unit.token});
    if (answer > answer_slow) context.schedule(answer_slow, timer_slow, unit.token);
}

void next_step(Transmitter& unit, Context& context) {
    switch (unit.state) {
        case TransmitterState::boot:
            unit.state = TransmitterState::idle;
            ++unit.token;
            if (unit.package) unit.state = TransmitterState::armed;
            break;
        case TransmitterState::sim_check:
            sim_checked(unit, context);
            break;
        case TransmitterState::signal:
            searched(unit, context);
            break;
        case TransmitterState::attach:
            if (drops(unit, context, 0)) {
                context.observe(Message::modem_no_network);
                fail(unit, context, TransmitterFailure::no_network);
            } else {
                context.observe(Message::modem_tunnel);
                step(unit, context, TransmitterState::tunnel,
                     context.value(Parameter::tunnel_time));
            }
            break;
        case TransmitterState::tunnel:
            context.observe(Message::modem_authenticate);
            step(unit, context, TransmitterState::authenticate,
                 context.value(Parameter::authenticate_time));
            break;
        case TransmitterState::authenticate:
            authenticated(unit, context);
            break;
        case TransmitterState::send:
            if (drops(unit, context, 1)) {
                context.observe(Message::modem_lost);
                fail(unit, context, TransmitterFailure::lost_connection);
            } else {
                sent(unit, context);
            }
            break;
        case TransmitterState::retry:
            start_try(unit, context);
            break;
        case TransmitterState::acknowledgement: {
            rest(unit, TransmitterState::done);
            const PartId slip = context.layout.find("acknowledgement");
            if (slip != no_part) {
                PartState& paper = context.edit(slip);
                paper.flags |= part_flag::exists;
                ++paper.amount;
            }
            break;
        }
        default:
            break;
    }
}

void go_dark(Transmitter& unit, Context& context) {
    if (unit.state == TransmitterState::off) return;
    rest(unit, TransmitterState::off);
    unit.tries = 0;
    context.observe(Message::modem_off);
}

void start_boot(Transmitter& unit, Context& context) {
    context.observe(Message::modem_on);
    step(unit, context, TransmitterState::boot, context.value(Parameter::modem_boot_time));
}

bool switched_on(const Context& context) {
    return context.id(Role::power_switch) == no_part || context.part(Role::power_switch).open != 0;
}

}  // namespace

void transmitter_timer(Transmitter& unit, Context& context, const Event& event) {
    if (event.token != unit.token) return;
    if (event.value == timer_slow) {
        context.observe(Message::modem_centre_slow);
        return;
    }
    next_step(unit, context);
    update_joined(unit, context);
}

void transmitter_power(Transmitter& unit, Context& context, bool live) {
    if (unit.powered == live) return;
    unit.powered = live;
    if (!live) {
        go_dark(unit, context);
    } else if (switched_on(context)) {
        start_boot(unit, context);
    }
    update_joined(unit, context);
}

void transmitter_part_changed(Transmitter& unit, Context& context, PartId part) {
    const bool sim_gone =
        part != no_part && part == sim_slot(unit, context) && !sim_present(unit, context);
    if (sim_gone && sending(unit.state) && unit.state > TransmitterState::sim_check &&
        unit.state < TransmitterState::verify) {
        context.observe(Message::modem_no_sim, unit.sim);
        stop_with(unit, TransmitterState::no_sim, TransmitterFailure::no_sim);
    }
    update_joined(unit, context);
}

void transmitter_pressed(Transmitter& unit, Context& context, PartId part) {
    if (part == no_part || part != context.id(Role::power_switch)) return;
    if (!switched_on(context)) {
        go_dark(unit, context);
    } else if (unit.powered && unit.state == TransmitterState::off) {
        start_boot(unit, context);
    }
    update_joined(unit, context);
}

std::span<const std::string_view> transmitter_targets() {
    static constexpr std::array<std::string_view, 4> names{"send", "stop", "sim_1", "sim_2"};
    return names;
}

bool transmitter_shows(const Transmitter& unit, int target) {
    switch (target) {
        case target_send:
            return can_send(unit);
        case target_stop:
            return unit.state == TransmitterState::retry ||
                   (sending(unit.state) && unit.state < TransmitterState::verify);
        case target_sim_1:
        case target_sim_2:
            return unit.state != TransmitterState::off && unit.state != TransmitterState::boot &&
                   !sending(unit.state);
        default:
            return false;
    }
}

Refusal transmitter_touch_check(const Transmitter& unit, const Context& context, int target,
                                bool /*has_value*/, std::int64_t /*value*/) {
    if (unit.state == TransmitterState::off) {
        return {Message::refused_no_power, {context.device}};
    }
    const PartId screen = context.id(Role::screen);
    if (target == target_send && (sending(unit.state) || all_done(unit))) {
        return {Message::refused_already_done, {screen}, true};
    }
    if (target == target_send && !unit.package && transmitter_shows(unit, target_sim_1)) {
        return {Message::refused_no_package, {context.device}};
    }
    if ((target == target_sim_1 && unit.sim == 1) || (target == target_sim_2 && unit.sim == 2)) {
        return {Message::refused_already_done, {screen}, true};
    }
    if (!transmitter_shows(unit, target)) return {Message::refused_not_on_screen, {screen}};
    return {};
}

void transmitter_touch(Transmitter& unit, Context& context, int target, std::int64_t /*value*/) {
    switch (target) {
        case target_send:
            unit.tries = unit.state == TransmitterState::retry ? unit.tries : 0;
            start_try(unit, context);
            break;
        case target_stop:
            stop_with(unit, TransmitterState::armed, TransmitterFailure::stopped);
            context.observe(Message::modem_stopped);
            break;
        case target_sim_1:
        case target_sim_2:
            unit.sim = target == target_sim_2 ? 2 : 1;
            unit.tries = 0;
            rest(unit, unit.package ? TransmitterState::armed : TransmitterState::idle);
            context.observe(Message::modem_sim, unit.sim);
            break;
        default:
            break;
    }
    update_joined(unit, context);
}

DeviceId transmitter_source(const Context& context) {
    const PartId port = context.id(Role::data_port);
    if (port == no_part || context.value(Parameter::port_contact) == 0) return no_device;
    const PartId near = context.part(port).holds;
    if (near == no_part) return no_device;
    const PartId far = context.part_spec(near).other_end;
    if (far == no_part) return no_device;
    const PartId there = context.part(far).in;
    if (there == no_part || context.part_spec(there).role != Role::data_port) return no_device;
    const DeviceId device = context.part_spec(there).device;
    if (device == no_device || device == context.device) return no_device;
    return context.layout.device(device).device_class == DeviceClass::scanner ? device : no_device;
}

void transmitter_offer(Transmitter& unit, Context& context) {
    if (unit.package || unit.state == TransmitterState::off ||
        unit.state == TransmitterState::boot) {
        return;
    }
    unit.package = true;
    if (unit.state == TransmitterState::idle) rest(unit, TransmitterState::armed);
    context.observe(Message::modem_package);
}

void transmitter_reply(Transmitter& unit, Context& context, std::uint8_t refusal) {
    if (unit.state != TransmitterState::verify) return;
    // Sent again for the mirror's sake, it is a duplicate for the centre.
    const bool again = refusal != 0 && unit.acknowledged_at != engine::never;
    unit.refusal = again ? std::uint8_t{0} : refusal;
    if (unit.refusal != 0) {
        context.observe(Message::modem_refused);
        stop_with(unit, TransmitterState::refused, TransmitterFailure::refused);
    } else {
        if (!again) unit.acknowledged_at = context.now;
        unit.mirrored = context.value(Parameter::mirror_works) != 0;
        context.observe(unit.mirrored ? Message::modem_acknowledged : Message::modem_no_mirror);
        step(unit, context, TransmitterState::acknowledgement, slip_time);
    }
    update_joined(unit, context);
}

Time transmitter_answer_wait(const Transmitter& unit, Time now) {
    return unit.state == TransmitterState::verify ? now - unit.sent_at : 0;
}

}  // namespace sim
