#include "sim/equipment/power.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace sim {
namespace {

constexpr std::int64_t usable_low = 180'000;   // mV; under it nothing runs
constexpr std::int64_t usable_high = 260'000;  // over it protection disconnects
constexpr std::int64_t nanojoule_per_mwh = 3'600'000'000;
constexpr Time full_charge_time = 6 * engine::hour;  // estimate
constexpr std::int64_t warning_permille = 200;
constexpr int hops_most = 8;  // strips plugged into strips end here, also when in a circle

/// What a power_check is for.
enum Check : std::int32_t { check_battery, check_generator, check_mains };

std::int64_t capacity(const Context& context) {
    return context.value(Parameter::ups_capacity) * context.value(Parameter::ups_health) / 1000 *
           nanojoule_per_mwh;
}

bool switched_on(const engine::Blocks<PartState>& parts, PartId toggle) {
    return toggle == no_part || parts[static_cast<std::size_t>(toggle)].open != 0;
}

/// Walks from a plug to what feeds it: whether it is live, and whether through the UPS.
struct Feed {
    bool live = false;
    bool through_ups = false;
    PartId strip = no_part;  ///< switch of the last strip on the way
};

Feed feed_of(const Power& power, const engine::Blocks<PartState>& parts, PartId outlet) {
    Feed feed;
    for (int hop = 0; hop < hops_most && outlet != no_part; ++hop) {
        const int number = power.wiring.supply_of[static_cast<std::size_t>(outlet)];
        if (number < 0) return {};
        const Wiring::Supply& supply = power.wiring.supplies[static_cast<std::size_t>(number)];
        if (!switched_on(parts, supply.toggle)) return {};
        switch (supply.kind) {
            case SupplyKind::wall:
                feed.live = power.mains;
                return feed;
            case SupplyKind::generator:
                feed.live = power.generator == GeneratorState::running;
                return feed;
            case SupplyKind::ups:
                return {power.ups_output, true, feed.strip};
            case SupplyKind::strip:
                if (supply.plug == no_part) return {};
                feed.strip = supply.toggle;
                outlet = parts[static_cast<std::size_t>(supply.plug)].in;
                break;
        }
    }
    return {};
}

/// The outlet that feeds a device: through the lead in its inlet, or its own fixed lead.
PartId outlet_of(const Context& context, DeviceId device) {
    const PartId inlet = context.layout.device(device).part(Role::mains_inlet);
    if (inlet == no_part) return no_part;
    if (context.part_spec(inlet).kind == PartKind::plug) return context.part(inlet).in;
    const PartId near = context.part(inlet).holds;
    if (near == no_part) return no_part;
    const PartId far = context.part_spec(near).other_end;
    return far == no_part ? no_part : context.part(far).in;
}

const Wiring::Supply* supply_of(const Power& power, SupplyKind kind) {
    for (const Wiring::Supply& supply : power.wiring.supplies) {
        if (supply.kind == kind) return &supply;
    }
    return nullptr;
}

/// Brings the battery up to now by what it gave or took since.
void settle(Power& power, const Context& context) {
    const Time elapsed = context.now - power.ups_since;
    const std::int64_t full = capacity(context);
    if (ups_on_battery(power)) {
        power.ups_energy -= elapsed * power.ups_draw;
    } else if (power.ups_input) {
        power.ups_energy += elapsed * (full / full_charge_time);
    }
    power.ups_energy = std::clamp<std::int64_t>(power.ups_energy, 0, full);
    power.ups_since = context.now;
}

void expect_battery(Power& power, Context& context) {
    ++power.battery_token;
    if (!ups_on_battery(power) || power.ups_draw <= 0) return;
    const std::int64_t warning = capacity(context) / 1000 * warning_permille;
    const std::int64_t until = !power.ups_low && power.ups_energy > warning
                                   ? power.ups_energy - warning
                                   : power.ups_energy;
    const Time left = (until + power.ups_draw - 1) / power.ups_draw;
    context.queue.push(context.now + left, {EventKind::power_check, context.device, check_battery,
                                            power.battery_token});
}

void trip_strips(const Power& power, Context& context) {
    for (const Wiring::Supply& supply : power.wiring.supplies) {
        if (supply.kind != SupplyKind::strip || supply.toggle == no_part ||
            supply.plug == no_part || !switched_on(context.parts, supply.toggle)) {
            continue;
        }
        const PartId outlet = context.part(supply.plug).in;
        const int number =
            outlet == no_part ? -1 : power.wiring.supply_of[static_cast<std::size_t>(outlet)];
        if (number < 0) continue;
        if (power.wiring.supplies[static_cast<std::size_t>(number)].kind == SupplyKind::wall) {
            context.edit(supply.toggle).open = 0;
            context.observe(Message::strip_tripped, supply.toggle);
        }
    }
}

/// Strips that carry more than they can switch themselves off.
void trip_overloaded(const Power& power, Context& context, std::span<const std::int64_t> draws) {
    const std::int64_t limit = context.value(Parameter::strip_limit);
    if (std::accumulate(draws.begin(), draws.end(), std::int64_t{0}) <= limit) return;
    for (const Wiring::Supply& supply : power.wiring.supplies) {
        if (supply.kind != SupplyKind::strip || supply.toggle == no_part) continue;
        std::int64_t load = 0;
        for (std::size_t i = 0; i < draws.size() && i < context.layout.devices.size(); ++i) {
            if (draws[i] == 0) continue;
            const Feed feed =
                feed_of(power, context.parts, outlet_of(context, static_cast<DeviceId>(i)));
            if (feed.live && feed.strip == supply.toggle) load += draws[i];
        }
        if (load <= limit) continue;
        context.edit(supply.toggle).open = 0;
        context.observe(Message::strip_overloaded, supply.toggle);
    }
}

/// A ramp crosses the usable band between two of its phases: look again while it runs.
void watch_ramp(Power& power, Context& context) {
    for (const Perturbation& change : context.perturbations) {
        if (change.parameter != Parameter::mains_voltage || change.device != context.device) {
            continue;
        }
        const Time end = change.start + change.ramp;
        if (change.ramp <= 0 || context.now < change.start || context.now >= end) continue;
        const Time step = std::max<Time>(change.ramp / 16, engine::second);
        context.queue.push(
            std::min(context.now + step, end),
            {EventKind::power_check, context.device, check_mains, ++power.mains_token});
        return;
    }
}

void update_mains(Power& power, Context& context) {
    const std::int64_t voltage = context.value(Parameter::mains_voltage);
    const bool usable = voltage >= usable_low && voltage <= usable_high;
    if (voltage > usable_high) trip_strips(power, context);
    watch_ramp(power, context);
    if (usable == power.mains) return;
    power.mains = usable;
    context.observe(usable ? Message::mains_back : Message::mains_gone);
}

void update_ups(Power& power, Context& context) {
    const Wiring::Supply* ups = supply_of(power, SupplyKind::ups);
    const bool on = ups != nullptr && switched_on(context.parts, ups->toggle);
    const PartId outlet =
        ups == nullptr || ups->plug == no_part ? no_part : context.part(ups->plug).in;
    const Feed feed = feed_of(power, context.parts, outlet);
    const bool input = feed.live && !feed.through_ups;
    const bool output = on && (input || power.ups_energy > 0);
    if (input == power.ups_input && output == power.ups_output) return;
    const bool before = ups_on_battery(power);
    settle(power, context);
    power.ups_input = input;
    power.ups_output = on && (input || power.ups_energy > 0);
    const bool after = ups_on_battery(power);
    if (input) power.ups_low = false;
    if (after && !before) context.observe(Message::ups_on_battery, ups_charge(power, context) / 10);
    if (before && !after && input) context.observe(Message::ups_on_mains);
    expect_battery(power, context);
}

std::string group_of(const std::string& name) {
    return name.substr(0, name.rfind('.'));
}

std::optional<SupplyKind> supply_kind(const std::string& type) {
    if (type == "wall") return SupplyKind::wall;
    if (type == "strip") return SupplyKind::strip;
    if (type == "ups") return SupplyKind::ups;
    if (type == "generator") return SupplyKind::generator;
    return std::nullopt;
}

void find_wiring(Wiring& wiring, const Layout& layout) {
    std::vector<std::string> groups;
    wiring = {};
    wiring.supply_of.assign(layout.parts.size(), -1);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& part = layout.parts[i];
        if (part.kind != PartKind::outlet) continue;
        const std::optional<SupplyKind> kind = supply_kind(part.type);
        if (!kind) continue;
        const std::string group = group_of(part.name);
        auto found = std::find(groups.begin(), groups.end(), group);
        if (found == groups.end()) {
            if (groups.size() == 100) continue;
            groups.push_back(group);
            wiring.supplies.push_back(
                {*kind, layout.find(group + ".plug"), layout.find(group + ".switch")});
            found = groups.end() - 1;
        }
        wiring.supply_of[i] = static_cast<std::int8_t>(found - groups.begin());
    }
    wiring.test_button = layout.find("ups.test");
}

}  // namespace

std::span<const std::string_view> generator_state_names() {
    static constexpr std::array<std::string_view, 4> names{"off", "starting", "running", "failed"};
    return names;
}

bool ups_on_battery(const Power& power) {
    return power.ups_output && !power.ups_input;
}

bool outlet_live(const Power& power, const engine::Blocks<PartState>& parts, PartId outlet) {
    return feed_of(power, parts, outlet).live;
}

bool strip_live(const Power& power, const engine::Blocks<PartState>& parts) {
    const Wiring::Supply* strip = supply_of(power, SupplyKind::strip);
    return strip != nullptr && strip->plug != no_part && switched_on(parts, strip->toggle) &&
           outlet_live(power, parts, parts[static_cast<std::size_t>(strip->plug)].in);
}

std::int64_t ups_charge(const Power& power, const Context& context) {
    if (context.device == no_device) return 0;
    const std::int64_t rated = context.value(Parameter::ups_capacity) * nanojoule_per_mwh / 1000;
    if (rated <= 0) return 0;
    Power now = power;
    settle(now, context);
    return now.ups_energy / rated;
}

void power_start(Power& power, Context& context) {
    find_wiring(power.wiring, context.layout);
    if (context.device == no_device) return;
    const PartState& battery = context.part(Role::ups_battery);
    const std::int64_t charge =
        context.id(Role::ups_battery) == no_part ? 0 : std::max(battery.amount, 0);
    power.ups_energy = capacity(context) / 1000 * std::min<std::int64_t>(charge, 1000);
    power.ups_since = context.now;
    const std::int64_t voltage = context.value(Parameter::mains_voltage);
    power.mains = voltage >= usable_low && voltage <= usable_high;
}

bool power_update(Power& power, Context& context, std::span<const std::int64_t> draws) {
    if (context.device == no_device) return false;
    update_mains(power, context);
    update_ups(power, context);
    trip_overloaded(power, context, draws);
    bool changed = false;
    std::int64_t draw = 0;
    const std::size_t count = std::min(context.layout.devices.size(), devices_most);
    for (std::size_t i = 0; i < count; ++i) {
        const PartId outlet = outlet_of(context, static_cast<DeviceId>(i));
        const Feed feed = feed_of(power, context.parts, outlet);
        changed = changed || (power.live[i] != 0) != feed.live;
        power.live[i] = feed.live ? 1 : 0;
        if (feed.live && feed.through_ups && i < draws.size()) draw += draws[i];
    }
    if (draw != power.ups_draw) {
        settle(power, context);
        power.ups_draw = draw;
        expect_battery(power, context);
    }
    return changed;
}

void power_check(Power& power, Context& context, const Event& event) {
    if (event.value == check_generator && event.token == power.generator_token) {
        const bool works = context.value(Parameter::generator_works) != 0;
        power.generator = works ? GeneratorState::running : GeneratorState::failed;
        context.observe(works ? Message::generator_running : Message::generator_failed);
    } else if (event.value == check_battery && event.token == power.battery_token) {
        settle(power, context);
        if (power.ups_energy == 0) {
            context.observe(Message::ups_empty);
        } else if (!power.ups_low) {
            power.ups_low = true;
            context.observe(Message::ups_low, ups_charge(power, context) / 10);
        }
        expect_battery(power, context);
    }
}

void power_pressed(Power& power, Context& context, PartId part) {
    if (part == no_part || context.device == no_device) return;
    if (part == power.wiring.test_button) {
        const std::int64_t charge = ups_charge(power, context);  // of what it could hold new
        power.ups_tested = charge > warning_permille;
        context.observe(power.ups_tested ? Message::ups_test_passed : Message::ups_test_failed,
                        charge / 10);
        return;
    }
    if (part != context.id(Role::generator_switch)) return;
    ++power.generator_token;
    if (power.generator == GeneratorState::off || power.generator == GeneratorState::failed) {
        power.generator = GeneratorState::starting;
        context.observe(Message::generator_starting);
        context.queue.push(
            context.now + context.value(Parameter::generator_start_time),
            {EventKind::power_check, context.device, check_generator, power.generator_token});
    } else {
        power.generator = GeneratorState::off;
        context.observe(Message::generator_stopped);
    }
}

}  // namespace sim
