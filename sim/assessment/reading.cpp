#include "sim/assessment/reading.h"

#include "engine/core/quantity.h"
#include "engine/core/time.h"
#include "sim/station/signals.h"

namespace sim {

std::string value_text(const Layout&, SignalRef signal, std::int64_t value) {
    if (signal.signal < 0) return std::to_string(value);
    const SignalSpec& row = spec(signal);
    switch (row.type) {
        case SignalType::number:
            return engine::format_quantity(value, row.unit);
        case SignalType::boolean:
            return value != 0 ? "true" : "false";
        case SignalType::choice:
            if (value < 0 || value >= static_cast<std::int64_t>(row.choices.size())) break;
            return std::string(row.choices[static_cast<std::size_t>(value)]);
        case SignalType::time:
            return engine::format_clock(value);
        case SignalType::duration:
            return engine::format_duration(value);
    }
    return std::to_string(value);
}

}  // namespace sim
