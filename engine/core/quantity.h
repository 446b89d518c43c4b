#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Reads exact decimal text with a unit ("12.5 V", "80%", "0.3 mm", "-85 dBm") as a whole number of
/// `base_unit`. No double is involved; empty when malformed, when the unit does not convert, when
/// the result is not whole or does not fit.
///
/// | base unit     | unit texts that convert          |
/// |---------------|----------------------------------|
/// | us            | us, ms, s, min, h                |
/// | permille      | permille, ‰, %                   |
/// | ppm           | ppm, permille, ‰, %              |
/// | mv            | mV, V                            |
/// | ma            | mA, A                            |
/// | mw            | mW, W, kW                        |
/// | mwh           | mWh, Wh, kWh                     |
/// | um            | um, µm, mm, cm, m                |
/// | mm            | mm, cm, m                        |
/// | dbm           | dBm                              |
/// | celsius_milli | °C, C, mC                        |
/// | count         | none: a bare number              |
/// | byte          | B, kB (1000), MB (1000000)       |
/// | px            | px                               |
std::optional<std::int64_t> parse_quantity(std::string_view text, std::string_view base_unit);

/// The unit texts that convert into `base_unit`, for messages. Empty for "count" and for an unknown
/// base unit.
std::vector<std::string> quantity_units(std::string_view base_unit);

/// Whether `base_unit` is in the table above.
bool known_base_unit(std::string_view base_unit);

/// Text that parse_quantity reads back into the same value, in the largest unit that stays whole:
/// "12 V", "12500 mV". A bare number for "count" and for an unknown base unit.
std::string format_quantity(std::int64_t value, std::string_view base_unit);

}  // namespace engine
