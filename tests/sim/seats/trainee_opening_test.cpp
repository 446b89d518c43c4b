#include "tests/sim/seats/trainee_worker.h"

namespace sim::seats {

TEST_CASE("The whole opening is done with the mouse and earns full marks") {
    Worker worker("opening", true, 1920, 1080);
    const PartId door = worker.live.layout().find("entrance_door");
    bool opened = false;
    for (int i = 0; i < 3000 && !worker.live.session->finished(); ++i) {
        const bool ready = worker.value("scanner.ready") != 0 &&
                           worker.value("terminal_1.opened") != 0 &&
                           worker.value("terminal_2.opened") != 0;
        if (ready && !opened) {
            worker.become(static_cast<PostId>(Post::chair));
            worker.turn_to(no_device);
            CHECK(worker.click("plan.part.entrance_door"));
            worker.finish_action();
            opened = worker.world().part(door).open != 0;
            CHECK(opened);
        } else if (!worker.work()) {
            worker.pass(10 * engine::second);
        }
    }
    REQUIRE(worker.live.session->finished());
    const Grade grade = worker.live.session->grader().grade(worker.world());
    INFO(grade_text(grade, {}, "en"));
    CHECK(grade.full());
}

}  // namespace sim::seats
