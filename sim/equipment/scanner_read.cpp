#include "sim/equipment/scanner.h"
#include "sim/equipment/scanner_detail.h"
#include "sim/world/crooked.h"

namespace sim::scanner_detail {

namespace {

// Where physics turns into a symptom; the values in between are this model's own (estimate).
constexpr std::int64_t dirt_seen_from = 300;
constexpr std::int64_t contrast_needed = 400;
constexpr std::int64_t offset_allowed = 100;

int streak_square(const Scanner& scanner, const Context& context) {
    const std::int64_t dirt = context.value(Parameter::glass_dirt);
    if (dirt < dirt_marks_from) return -1;
    const engine::Stream stream =
        context.stream(Purpose::streak_mark, static_cast<std::uint32_t>(context.device));
    const std::uint64_t index = 2 * draw_index(scanner);
    if (!engine::chance(stream, index, dirt / 2, 1000)) return -1;
    return static_cast<int>(
        engine::uniform(stream, index + 1, 0, static_cast<std::int64_t>(candidates_most) - 1));
}

}  // namespace

std::int8_t read_marks(const Scanner& scanner, const Context& context) {
    const Sheet& sheet = sheet_of(context, scanner.sheet);
    const std::int64_t threshold = context.value(Parameter::mark_threshold);
    const int streak = streak_square(scanner, context);
    std::int8_t choice = -1;
    for (std::size_t i = 0; i < sheet.marks.size(); ++i) {
        const bool marked = sheet.marks[i] >= threshold || static_cast<int>(i) == streak;
        if (!marked) continue;
        if (choice != -1) return -2;
        choice = static_cast<std::int8_t>(i);
    }
    return choice;
}

ScanReason objection(const Scanner& scanner, const Context& context) {
    const Sheet& sheet = sheet_of(context, scanner.sheet);
    if (sheet.torn != 0) return ScanReason::torn;
    if (sheet.blank_paper != 0 || sheet.folded != 0 || sheet.contrast < contrast_needed ||
        sheet.skew > readable_crooked) {
        return ScanReason::unreadable;
    }
    if (sheet.test != 0 && scanner.mode == ScannerMode::live) return ScanReason::test_in_live;
    if (sheet.test == 0 && scanner.mode == ScannerMode::test) return ScanReason::live_in_test;
    if (context.value(Parameter::layout_offset) > offset_allowed) {
        return ScanReason::layout_differs;
    }
    if (sheet.station != scanner_station(scanner, context)) return ScanReason::wrong_station;
    if (context.value(Parameter::glass_dirt) >= dirt_seen_from &&
        engine::chance(context.stream(Purpose::streak_mark,
                                      0x100U + static_cast<std::uint32_t>(context.device)),
                       draw_index(scanner), 8, 10)) {
        return ScanReason::streaks;
    }
    return ScanReason::none;
}

}  // namespace sim::scanner_detail
