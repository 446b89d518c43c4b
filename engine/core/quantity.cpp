#include "engine/core/quantity.h"

#include <fmt/format.h>

#include <array>
#include <span>

#include "engine/core/decimal.h"

namespace engine {

namespace {

/// One unit is `factor` base units. In each table the first spelling of a factor is the one
/// written.
struct Unit {
    std::string_view name;
    std::int64_t factor;
};

constexpr std::array<Unit, 6> us = {{{"us", 1},
                                     {"µs", 1},
                                     {"ms", 1'000},
                                     {"s", 1'000'000},
                                     {"min", 60'000'000},
                                     {"h", 3'600'000'000}}};
constexpr std::array<Unit, 3> permille = {{{"permille", 1}, {"‰", 1}, {"%", 10}}};
constexpr std::array<Unit, 4> ppm = {
    {{"ppm", 1}, {"permille", 1'000}, {"‰", 1'000}, {"%", 10'000}}};
constexpr std::array<Unit, 2> mv = {{{"mV", 1}, {"V", 1'000}}};
constexpr std::array<Unit, 2> ma = {{{"mA", 1}, {"A", 1'000}}};
constexpr std::array<Unit, 3> mw = {{{"mW", 1}, {"W", 1'000}, {"kW", 1'000'000}}};
constexpr std::array<Unit, 3> mwh = {{{"mWh", 1}, {"Wh", 1'000}, {"kWh", 1'000'000}}};
constexpr std::array<Unit, 5> um = {
    {{"um", 1}, {"µm", 1}, {"mm", 1'000}, {"cm", 10'000}, {"m", 1'000'000}}};
constexpr std::array<Unit, 3> mm = {{{"mm", 1}, {"cm", 10}, {"m", 1'000}}};
constexpr std::array<Unit, 1> dbm = {{{"dBm", 1}}};
constexpr std::array<Unit, 3> celsius = {{{"mC", 1}, {"°C", 1'000}, {"C", 1'000}}};
constexpr std::array<Unit, 3> byte = {{{"B", 1}, {"kB", 1'000}, {"MB", 1'000'000}}};
constexpr std::array<Unit, 1> px = {{{"px", 1}}};

struct Base {
    std::string_view name;
    std::span<const Unit> units;
};

const Base* find_base(std::string_view name) {
    static constexpr std::array<Base, 14> bases = {{{"us", us},
                                                    {"permille", permille},
                                                    {"ppm", ppm},
                                                    {"mv", mv},
                                                    {"ma", ma},
                                                    {"mw", mw},
                                                    {"mwh", mwh},
                                                    {"um", um},
                                                    {"mm", mm},
                                                    {"dbm", dbm},
                                                    {"celsius_milli", celsius},
                                                    {"count", {}},
                                                    {"byte", byte},
                                                    {"px", px}}};
    for (const Base& base : bases) {
        if (base.name == name) return &base;
    }
    return nullptr;
}

}  // namespace

std::optional<std::int64_t> parse_quantity(std::string_view text, std::string_view base_unit) {
    const Base* base = find_base(base_unit);
    if (base == nullptr) return std::nullopt;
    text = trim(text);
    const auto number = take_decimal(text);
    if (!number) return std::nullopt;
    const std::string_view unit_text = trim(text);
    if (base->units.empty()) {
        return unit_text.empty() ? scale_exactly(*number, 1) : std::nullopt;
    }
    for (const Unit& unit : base->units) {
        if (unit.name == unit_text) return scale_exactly(*number, unit.factor);
    }
    return std::nullopt;
}

std::vector<std::string> quantity_units(std::string_view base_unit) {
    std::vector<std::string> names;
    if (const Base* base = find_base(base_unit)) {
        for (const Unit& unit : base->units) names.emplace_back(unit.name);
    }
    return names;
}

bool known_base_unit(std::string_view base_unit) {
    return find_base(base_unit) != nullptr;
}

std::string format_quantity(std::int64_t value, std::string_view base_unit) {
    const Base* base = find_base(base_unit);
    if (base == nullptr || base->units.empty()) return fmt::format("{}", value);
    const Unit* best = &base->units.front();
    for (const Unit& unit : base->units) {
        if (value != 0 && value % unit.factor == 0 && unit.factor > best->factor) best = &unit;
    }
    return fmt::format("{} {}", value / best->factor, best->name);
}

}  // namespace engine
