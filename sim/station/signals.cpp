#include "sim/station/signals.h"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/core/translate.h"

namespace sim {

namespace {

enum class Attribute {
    open,
    holds,
    in,
    connected,
    broken,
    recorded,
    witnessed,
    signed_,
    read,
    shown,
    exists,
    posted,
    voided,
    counted,
    told,
    taped,
    packed,
    delivered,
    amount,
    reversed,
    dirt,
    on,
    signatures
};

constexpr std::array<std::string_view, 23> attribute_names = {
    "open",   "holds",     "in",     "connected", "broken", "recorded", "witnessed", "signed",
    "read",   "shown",     "exists", "posted",    "voided", "counted",  "told",      "taped",
    "packed", "delivered", "amount", "reversed",  "dirt",   "on",       "signatures"};

std::vector<SignalSpec> join_tables() {
    std::vector<SignalSpec> all;
    for (const std::span<const SignalSpec> rows :
         {scanner_signals(), terminal_signals(), terminal_trouble_signals(), voter_signals(),
          result_signals(), station_signals()}) {
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

/// Attributes are read straight from the part's state.
std::int64_t read_attribute(const World& world, Attribute attribute, PartId part) {
    const PartState& state = world.part(part);
    // What is asked of a seal point is meant of the seal there.
    const bool of_seal = attribute == Attribute::recorded || attribute == Attribute::witnessed;
    if (of_seal && state.holds != no_part && world.layout()[part].kind == PartKind::seal_point) {
        return read_attribute(world, attribute, state.holds);
    }
    const auto flag = [&state](std::uint8_t bit) { return (state.flags & bit) != 0 ? 1 : 0; };
    switch (attribute) {
        case Attribute::open:
        case Attribute::on:
            return state.open;
        case Attribute::holds:
            return state.holds != no_part ? 1 : 0;
        case Attribute::in:
        case Attribute::connected:
            return state.in != no_part ? 1 : 0;
        case Attribute::broken:
            return state.broken;
        case Attribute::recorded:
        case Attribute::read:
            return state.recorded;
        case Attribute::witnessed:
        case Attribute::shown:
            return state.witnessed;
        case Attribute::signed_:
        case Attribute::signatures:
            return std::popcount(state.signatures);
        case Attribute::exists:
            return flag(part_flag::exists) != 0 && flag(part_flag::voided) == 0 ? 1 : 0;
        case Attribute::posted:
            return flag(part_flag::posted);
        case Attribute::voided:
            return flag(part_flag::voided);
        case Attribute::counted:
            return flag(part_flag::counted);
        case Attribute::told:
            return flag(part_flag::told);
        case Attribute::taped:
            return flag(part_flag::taped);
        case Attribute::packed:
            return flag(part_flag::packed);
        case Attribute::delivered:
            return flag(part_flag::delivered);
        case Attribute::amount:
            return state.amount;
        case Attribute::reversed:
            return state.reversed;
        case Attribute::dirt:
            return state.dirt;
    }
    return 0;
}

/// msgids, in the same order.
constexpr std::array<const char*, attribute_names.size()> attribute_helps = {
    N_("A door stands open, a latch is fastened, packing is out"),
    N_("Something is in the slot, the socket or the holder; a seal is on the seal point"),
    N_("The item is in a slot, the plug in a socket, the seal on a seal point"),
    N_("The plug is in a socket; the same as in"),
    N_("The seal is broken, the sheet is torn"),
    N_("The seal's number is in the seal register; the paper was read aloud"),
    N_("A second member looked at the seal; the paper was shown to observers; the box was shown "
       "empty"),
    N_("How many members have signed the paper"),
    N_("The paper was read aloud; the same as recorded"),
    N_("It was shown to those present; the same as witnessed"),
    N_("The paper is printed, the field is written, and it was not cancelled"),
    N_("The paper is on the wall, or attached"),
    N_("The paper was cancelled"),
    N_("The pile was counted by hand"),
    N_("The matter was announced or reported"),
    N_("The lead is taped to the floor"),
    N_("It is sealed into an envelope and put away"),
    N_("It was handed over to the territorial commission"),
    N_("Its number, length left (mm), sheets, copies or value written"),
    N_("The roll or the card is in the wrong way round"),
    N_("How dirty the surface is, in thousandths"),
    N_("The switch or the device is on; the same as open"),
    N_("How many members have signed; the same as signed")};

constexpr bool is_number(Attribute attribute) {
    return attribute == Attribute::amount || attribute == Attribute::dirt ||
           attribute == Attribute::signed_ || attribute == Attribute::signatures;
}

/// Specs of the attributes, in their order.
std::array<SignalSpec, attribute_names.size()> attribute_specs() {
    std::array<SignalSpec, attribute_names.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool number = is_number(static_cast<Attribute>(i));
        all[i] = {DeviceClass::room,
                  attribute_names[i],
                  number ? SignalType::number : SignalType::boolean,
                  "count",
                  Channel::sight,
                  attribute_helps[i],
                  {},
                  nullptr};
    }
    return all;
}

std::string full_name(const Layout& layout, const SignalSpec& row, int unit) {
    if (row.scope == DeviceClass::room) return std::string(row.name);
    const DeviceId device = layout.device_of(row.scope, unit);
    if (device == no_device) return std::string(row.name);
    return layout.device(device).name + "." + std::string(row.name);
}

std::optional<SignalRef> find_attribute(const Layout& layout, std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const PartId part = layout.find(name.substr(0, dot));
    if (part == no_part) return std::nullopt;
    const auto found =
        std::find(attribute_names.begin(), attribute_names.end(), name.substr(dot + 1));
    if (found == attribute_names.end()) return std::nullopt;
    return SignalRef{static_cast<std::int16_t>(-2 - (found - attribute_names.begin())), part};
}

}  // namespace

std::span<const SignalSpec> signals() {
    static const std::vector<SignalSpec> all = join_tables();
    return all;
}

const SignalSpec& spec(SignalRef signal) {
    static const auto attributes = attribute_specs();
    if (signal.signal <= -2) return attributes[static_cast<std::size_t>(-2 - signal.signal)];
    return signals()[static_cast<std::size_t>(signal.signal)];
}

std::span<const std::string_view> part_attributes() {
    return attribute_names;
}

std::optional<SignalRef> find_signal(const Layout& layout, std::string_view name) {
    const std::span<const SignalSpec> all = signals();
    const std::size_t dot = name.find('.');
    const DeviceId device =
        dot == std::string_view::npos ? no_device : layout.find_device(name.substr(0, dot));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto id = static_cast<std::int16_t>(i);
        if (all[i].scope == DeviceClass::room) {
            if (all[i].name == name) return SignalRef{id, 0};
        } else if (device != no_device && layout.device(device).device_class == all[i].scope &&
                   all[i].name == name.substr(dot + 1)) {
            return SignalRef{id, layout.device(device).number};
        }
    }
    return find_attribute(layout, name);
}

std::string signal_name(const Layout& layout, SignalRef signal) {
    if (signal.signal <= -2) {
        return layout[static_cast<PartId>(signal.unit)].name + "." +
               std::string(attribute_names[static_cast<std::size_t>(-2 - signal.signal)]);
    }
    return full_name(layout, spec(signal), signal.unit);
}

std::vector<std::string> signal_names(const Layout& layout) {
    std::vector<std::string> names;
    for (const SignalSpec& row : signals()) {
        if (row.scope == DeviceClass::room) {
            names.emplace_back(row.name);
            continue;
        }
        for (int unit = 0; layout.device_of(row.scope, unit) != no_device; ++unit) {
            names.push_back(full_name(layout, row, unit));
        }
    }
    return names;
}

Channel channel_of(const Layout& layout, SignalRef signal) {
    if (signal.signal > -2) return spec(signal).channel;
    switch (layout[static_cast<PartId>(signal.unit)].kind) {
        case PartKind::paper:
        case PartKind::field:
            return Channel::paper;
        case PartKind::topic:
        case PartKind::channel:
            return Channel::told;
        default:
            return Channel::sight;
    }
}

std::int64_t read(const World& world, SignalRef signal) {
    if (!world.overrides.empty()) {
        for (const Override& lie : world.overrides) {
            if (lie.signal == signal) return lie.value;
        }
    }
    if (signal.signal <= -2) {
        return read_attribute(world, static_cast<Attribute>(-2 - signal.signal),
                              static_cast<PartId>(signal.unit));
    }
    static const std::span<const SignalSpec> all = signals();
    return all[static_cast<std::size_t>(signal.signal)].read(world, signal.unit);
}

}  // namespace sim
