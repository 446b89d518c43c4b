#include "tests/sim/seats/trainee_worker.h"

namespace sim::seats {

namespace {

void say(Worker& worker, const std::string& sentence) {
    auto parsed = parse_sentence(worker.live.layout(), sentence);
    REQUIRE_MESSAGE(std::holds_alternative<Command>(parsed), sentence);
    worker.carry_out(std::get<Command>(parsed));
}

/// A terminal that nobody has used for a while locks itself; its screen says so.
bool unlock(Worker& worker) {
    for (const std::string number : {"1", "2"}) {
        const std::string terminal = "terminal_" + number;
        if (choice(worker.world(), terminal + ".state") != "locked") continue;
        const std::string who = "as operator_" + number + ": ";
        const std::string card = terminal + ".operator_card";
        say(worker, who + "insert " + card + " " + terminal + ".card_slot");
        say(worker, who + "remove " + card);
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("The whole opening is done with the mouse and earns full marks") {
    Worker worker("opening", true, 1920, 1080);
    const PartId door = worker.live.layout().find("entrance_door");
    bool opened = false;
    for (int i = 0; i < 3000 && !worker.live.session->finished(); ++i) {
        const bool ready = choice(worker.world(), "scanner.polls") == "open" &&
                           worker.value("poll_card.in") == 0 &&
                           worker.value("terminal_1.opened") != 0 &&
                           worker.value("terminal_2.opened") != 0;
        if (ready && !opened) {
            worker.become(static_cast<PostId>(Post::chair));
            worker.turn_to(no_device);
            CHECK(worker.click("plan.part.entrance_door"));
            worker.finish_action();
            opened = worker.world().part(door).open != 0;
            CHECK(opened);
        } else if (!unlock(worker) && !worker.work()) {
            worker.pass(10 * engine::second);
        }
    }
    REQUIRE(worker.live.session->finished());
    const Grade grade = worker.live.session->grader().grade(worker.world());
    INFO(grade_text(grade, {}, "en"));
    CHECK(worker.value("terminal_1.opened") == 1);
    CHECK(worker.value("terminal_2.opened") == 1);
    CHECK(worker.value("entrance_door.open") == 1);
    CHECK(grade.full());
}

}  // namespace sim::seats
