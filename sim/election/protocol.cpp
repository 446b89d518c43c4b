#include "sim/election/protocol.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "sim/election/tally.h"

namespace sim {
namespace {

struct Line {
    std::string_view name;
    std::int64_t ProtocolFigures::*value;
};

constexpr std::array<Line, 17> lines{{
    {"voters_in_list", &ProtocolFigures::voters_in_list},
    {"added", &ProtocolFigures::added},
    {"received", &ProtocolFigures::received},
    {"issued_early", &ProtocolFigures::issued_early},
    {"issued_station", &ProtocolFigures::issued_station},
    {"issued_outside", &ProtocolFigures::issued_outside},
    {"voters_total", &ProtocolFigures::voters_total},
    {"cancelled", &ProtocolFigures::cancelled},
    {"spoiled", &ProtocolFigures::spoiled},
    {"mobile", &ProtocolFigures::mobile},
    {"stationary", &ProtocolFigures::stationary},
    {"scanner", &ProtocolFigures::scanner},
    {"emergency", &ProtocolFigures::emergency},
    {"valid", &ProtocolFigures::valid},
    {"invalid", &ProtocolFigures::invalid},
    {"machine_ballots", &ProtocolFigures::machine_ballots},
    {"machine_invalid", &ProtocolFigures::machine_invalid},
}};
constexpr int first_candidate = static_cast<int>(lines.size());
constexpr int first_machine = first_candidate + static_cast<int>(candidates_most);
static_assert(first_machine + candidates_most <= 64);

/// "candidate_3" with the prefix "candidate_" is 2.
std::optional<int> numbered(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return std::nullopt;
    const std::string_view digits = name.substr(prefix.size());
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (number < 1 || number > static_cast<int>(candidates_most)) return std::nullopt;
    return number - 1;
}

}  // namespace

std::optional<int> protocol_line(std::string_view name) {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const Line& line) { return line.name == name; });
    if (found != lines.end()) return static_cast<int>(found - lines.begin());
    if (const auto number = numbered(name, "candidate_")) return first_candidate + *number;
    if (const auto number = numbered(name, "machine_")) return first_machine + *number;
    return std::nullopt;
}

std::int64_t& protocol_value(ProtocolFigures& figures, int line) {
    if (line >= first_machine) {
        return figures.machine[static_cast<std::size_t>(line - first_machine)];
    }
    if (line >= first_candidate) {
        return figures.candidates[static_cast<std::size_t>(line - first_candidate)];
    }
    return figures.*lines[static_cast<std::size_t>(line)].value;
}

bool protocol_complete(std::uint64_t written, int candidates) {
    std::uint64_t needed = (std::uint64_t{1} << static_cast<unsigned>(first_candidate)) - 1;
    for (int i = 0; i < candidates; ++i) {
        needed |= std::uint64_t{1} << static_cast<unsigned>(first_candidate + i);
        needed |= std::uint64_t{1} << static_cast<unsigned>(first_machine + i);
    }
    return (written & needed) == needed;
}

void protocol_write(Count& count, int line, std::int64_t value) {
    protocol_value(count.protocol, line) = value;
    count.written |= std::uint64_t{1} << static_cast<unsigned>(line);
}

bool protocol_holds(const Count& count, int line, std::int64_t value) {
    ProtocolFigures figures = count.protocol;
    return (count.written >> static_cast<unsigned>(line) & 1U) != 0 &&
           protocol_value(figures, line) == value;
}

std::int64_t protocol_difference(const Count& count, ControlSum sum, int candidates) {
    return difference(count.protocol, sum, count.machine_hand, candidates);
}

int protocol_wrongly_declared(const Count& count, int candidates) {
    int wrong = 0;
    for (std::size_t i = 0; i < control_sum_count; ++i) {
        const bool declared = (count.declared >> i & 1U) != 0;
        const bool holds = protocol_difference(count, static_cast<ControlSum>(i), candidates) == 0;
        wrong += declared && !holds ? 1 : 0;
    }
    return wrong;
}

bool protocol_checked(const Count& count) {
    return (count.declared | count.explained) == (1U << control_sum_count) - 1;
}

bool protocol_accounted(const Count& count, int candidates) {
    for (std::size_t i = 0; i < control_sum_count; ++i) {
        const bool explained = (count.explained >> i & 1U) != 0;
        if (!explained && protocol_difference(count, static_cast<ControlSum>(i), candidates) != 0) {
            return false;
        }
    }
    return true;
}

}  // namespace sim
