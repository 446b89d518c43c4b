#include <set>

#include "tests/sim/seats/instructor_kit.h"

using namespace sim::seats;
using sim::seats::test::InstructorKit;

namespace {

void check_uncut(const InstructorKit& kit, const std::string& where) {
    for (const auto& cut : kit.host->items().cut) {
        CHECK_MESSAGE(false, where << ": " << cut.text);
    }
    std::set<std::string> names;
    for (const auto& item : kit.host->items().items) {
        CHECK_MESSAGE(names.insert(item.name).second, where << ": twice " << item.name);
    }
}

/// Everything that can be opened, one after the other.
void walk(InstructorKit& kit, const std::string& where) {
    kit.run_to("10:17");
    check_uncut(kit, where + " station");
    for (const char* page : {"detail.devices", "detail.readings", "detail.work"}) {
        kit.try_click(page);
        check_uncut(kit, where + " " + page);
    }
    kit.try_click("instructor.faults");
    kit.choose_fault("scanner_dirty_glass");
    check_uncut(kit, where + " chosen");
    kit.try_click("fault.inject");
    kit.press("Shift+Enter");
    check_uncut(kit, where + " form");
    kit.press("Shift+Enter");
    kit.try_click("instructor.in_play");
    check_uncut(kit, where + " in play");
    kit.try_click("instructor.time");
    check_uncut(kit, where + " time");
    for (const char* menu : {"time.back", "time.skip"}) {
        kit.click(menu);
        check_uncut(kit, where + " " + menu);
        kit.press("Esc");
    }
    kit.press("N");
    check_uncut(kit, where + " note");
    kit.press("Esc");
    kit.click("time.back");
    kit.click("back.start");
    check_uncut(kit, where + " way back");
}

}  // namespace

TEST_CASE("no text is cut and no name is given twice, in any language at any size") {
    for (const char* language : {"en", "ru", "ky"}) {
        for (const auto& [width, height] :
             {std::pair{1280, 800}, std::pair{1024, 700}, std::pair{1920, 1080}}) {
            for (const int scale : {100, 200}) {
                InstructorKit kit(language, width, height, scale);
                walk(kit, std::string(language) + " " + std::to_string(width) + " at " +
                              std::to_string(scale) + " %");
            }
        }
    }
}
