#include "sim/people/voter.h"

#include <doctest/doctest.h>
#include <algorithm>

namespace sim {
namespace {

constexpr int threshold = 400;
constexpr int people = 20000;

int first_failures(const FingerTraits& traits) {
    int failures = 0;
    for (int i = 0; i < people; ++i) {
        failures += finger_quality(1, static_cast<VoterId>(i), 0, traits) < threshold ? 1 : 0;
    }
    return failures;
}

int without_any(const FingerTraits& traits) {
    int count = 0;
    for (int i = 0; i < people; ++i) {
        bool any = false;
        for (int finger = 0; finger < fingers_shown; ++finger) {
            any = any || finger_quality(1, static_cast<VoterId>(i), finger, traits) >= threshold;
        }
        count += any ? 0 : 1;
    }
    return count;
}

TEST_CASE("first fingers fail for 3 % of adults and for 10-15 % of the old and of manual workers") {
    const int adults = first_failures({40, false, true});
    CHECK(adults > people * 2 / 100);
    CHECK(adults < people * 4 / 100);
    for (const FingerTraits& worn : {FingerTraits{70, false, true}, FingerTraits{40, true, true}}) {
        CHECK(first_failures(worn) > people * 10 / 100);
        CHECK(first_failures(worn) < people * 15 / 100);
    }
    CHECK(first_failures({70, true, false}) == 0);
}

TEST_CASE("for 1-2 % no finger matches, taken over a register") {
    // 27 % of the voters are over 60 or manual workers (make_register).
    const int all =
        without_any({40, false, true}) * 73 / 100 + without_any({70, false, true}) * 27 / 100;
    CHECK(all > people / 100);
    CHECK(all < people * 2 / 100);
}

TEST_CASE("marks come in the shares asked for") {
    const MarkShares shares{100, 100, 100, 100, true};
    int valid = 0;
    int blank = 0;
    int over = 0;
    int faint = 0;
    int stray = 0;
    for (int i = 0; i < people; ++i) {
        const auto marks = draw_marks(1, static_cast<VoterId>(i), 0, 6, shares);
        Sheet sheet;
        sheet.marks = marks;
        const bool by_hand = read_by_hand(sheet, 6) >= 0;
        const auto by_machine =
            std::count_if(marks.begin(), marks.end(), [](int mark) { return mark >= 70; });
        valid += by_hand && by_machine == 1 ? 1 : 0;
        over += !by_hand && by_machine > 1 ? 1 : 0;
        stray += by_hand && by_machine > 1 ? 1 : 0;
        faint += by_hand && by_machine == 0 ? 1 : 0;
        blank += !by_hand && by_machine == 0 ? 1 : 0;
    }
    CHECK(valid + over + stray + faint + blank == people);
    for (const int each : {over, stray, faint, blank}) {
        CHECK(each > people * 9 / 100);
        CHECK(each < people * 11 / 100);
    }
}

TEST_CASE("whoever marks a second ballot marks it well") {
    const MarkShares shares{500, 500, 0, 0, true};
    for (int i = 0; i < 500; ++i) {
        Sheet sheet;
        sheet.marks = draw_marks(1, static_cast<VoterId>(i), 1, 6, shares);
        CHECK(read_by_hand(sheet, 6) >= 0);
    }
}

TEST_CASE("times keep their mean and never vanish") {
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        const Time time = around({1, i, 99}, 0, 20 * engine::second);
        CHECK(time >= 4 * engine::second);
        sum += time;
    }
    CHECK(sum / 5000 > 19 * engine::second);
    CHECK(sum / 5000 < 21 * engine::second);
}

TEST_CASE("nobody's patience ends before ten minutes") {
    for (int i = 0; i < 1000; ++i) {
        CHECK(voter_patience(1, static_cast<VoterId>(i), engine::minute) >= 10 * engine::minute);
    }
}

}  // namespace
}  // namespace sim
