// A sheet dragged to the slot: the way decides how crooked it goes in.

#include "engine/view/host.h"
#include "sim/seats/station/plan.h"
#include "sim/world/crooked.h"
#include "tests/sim/drills.h"

namespace sim::seats {
namespace {

using namespace engine::view;

SheetDrag led(std::initializer_list<Point> way) {
    SheetDrag drag;
    drag.at = *way.begin();
    for (const Point& to : way) steer(drag, to);
    return drag;
}

/// A plan with a scanner on it, and a hand that drags.
struct Bench {
    World world;
    Reader reader{engine::Translator("en", engine::translations_folder()), "en"};
    PlanState state;
    PlanResult result;
    Host host{{1}};
    InputQueue queue;
    double time = 1;

    explicit Bench(World shown) : world(std::move(shown)) {
        state.device = world.layout().find_device("scanner");
        frame();
        frame();
    }
    void frame() {
        time += 0.1;
        host.frame(queue, 1000, 800, time, [&](Ui& ui) {
            const auto post = static_cast<PostId>(Post::scanner_operator);
            const PlanResult now =
                draw_plan(ui, ui.screen, world, reader, state, post, "plan", true);
            if (now.act) result.act = now.act;
            result.missed = result.missed || now.missed;
        });
    }
    void settle() {
        do frame();
        while (!queue.empty());
        frame();
    }
    void take_up() {
        state.hand = world.layout().find("test_ballot_1");
        REQUIRE(state.hand != no_part);
    }
    void move(Point at) {
        InputEvent event;
        event.kind = InputEvent::Kind::move;
        event.at = at;
        queue.push(event);
        settle();
    }
    void button(bool down) {
        InputEvent event;
        event.kind = InputEvent::Kind::button;
        event.down = down;
        queue.push(event);
        settle();
    }
    Point slot() const {
        const Item* entry = host.items().find("plan.part.scanner.entry");
        REQUIRE(entry != nullptr);
        return entry->rect.centre();
    }
    /// As from the tray below: the sheet of the hand, along a way that ends there.
    void drag(std::initializer_list<Point> way) {
        state.drag = {state.hand, true, *way.begin(), *way.begin(), 0};
        move(*way.begin());
        InputEvent event;
        event.kind = InputEvent::Kind::button;
        event.down = true;
        queue.push(event);
        frame();
        state.drag = {state.hand, true, *way.begin(), *way.begin(), 0};
        for (const Point& at : way) move(at);
        button(false);
    }
    std::string said() {
        if (!result.act) return {};
        Command command = *result.act;
        command.actor = no_post;
        result.act.reset();
        return format_sentence(world.layout(), command);
    }
};

World evening() {
    const test::Bench drill{test::load_drill("closing")};
    return drill.drill.world;
}

}  // namespace

TEST_CASE("A hand that comes straight up to the slot feeds straight, one from the side crooked") {
    CHECK(crooked(led({{400, 800}, {400, 300}})) == 0);
    CHECK(crooked(led({{100, 600}, {400, 300}})) > readable_crooked);
    CHECK(crooked(led({{100, 600}, {400, 590}})) == most_crooked);
    // Whoever takes the last bit straight has put it right again; so has who turns it back.
    CHECK(crooked(led({{100, 600}, {400, 480}, {400, 300}})) == 0);
    CHECK(crooked(led({{380, 600}, {400, 600}, {380, 600}})) == 0);
}

TEST_CASE("The same way gives the same angle in one leap and in many small steps") {
    SheetDrag small;
    small.at = {100, 600};
    for (int i = 1; i <= 75; ++i) {
        const auto share = static_cast<float>(i);
        steer(small, {100 + 4 * share, 600 - 4 * share});
    }
    const auto leap = crooked(led({{100, 600}, {400, 300}}));
    CHECK(std::abs(crooked(small) - leap) <= 10);
}

TEST_CASE("Let go of over the slot a dragged sheet is fed as it lies") {
    Bench bench(evening());
    bench.take_up();
    const Point slot = bench.slot();
    bench.drag({{slot.x, slot.y + 300}, {slot.x, slot.y + 100}, slot});
    CHECK(bench.said() == "feed test_ballot_1 scanner.entry");
    bench.drag({{slot.x - 200, slot.y + 40}, slot});
    CHECK(bench.said() == "feed test_ballot_1 scanner.entry 1000");
    CHECK_FALSE(bench.result.missed);
}

TEST_CASE("Let go of beside the slot it stays where it was, and that is told") {
    Bench bench(evening());
    bench.take_up();
    const Point slot = bench.slot();
    bench.drag({slot, {slot.x + 10, slot.y + 350}});
    CHECK(bench.said().empty());
    CHECK(bench.result.missed);
    CHECK(bench.state.hand != no_part);
}

TEST_CASE("Escape breaks the dragging off") {
    Bench bench(evening());
    bench.take_up();
    const Point slot = bench.slot();
    bench.state.drag = {bench.state.hand, true, slot, slot, 0};
    InputEvent event;
    event.kind = InputEvent::Kind::key;
    event.key = key_press("Escape");
    event.down = true;
    bench.queue.push(event);
    bench.settle();
    bench.button(false);
    CHECK(bench.said().empty());
    CHECK_FALSE(bench.result.missed);
}

TEST_CASE("The sheet that lies at the scanner is dragged from there") {
    test::Bench drill{test::load_drill("closing")};
    REQUIRE_FALSE(drill.member("as scanner_operator: feed test_ballot_1 scanner.entry"));
    drill.run(15 * engine::second);
    REQUIRE_FALSE(drill.member("as scanner_operator: take scanner.entry"));
    Bench bench(drill.drill.world);
    const Point slot = bench.slot();
    bench.move(slot);
    bench.button(true);
    bench.move({slot.x, slot.y + 120});
    CHECK(bench.state.drag.moving);
    bench.move(slot);
    bench.button(false);
    CHECK(bench.said() == "feed scanner.entry");
}

TEST_CASE("Without a mouse a sheet is fed crooked from the menu") {
    Bench bench(evening());
    bench.take_up();
    const PartId entry = bench.world.layout().find("scanner.entry");
    int crooked_ways = 0;
    for (const Act& act : acts_on(bench.world, entry, static_cast<PostId>(Post::scanner_operator),
                                  bench.reader, bench.state.hand)) {
        if (verb(act.command.verb).name != "feed" || !act.command.has_value) continue;
        if (act.command.object != bench.state.hand) continue;
        CHECK(act.enabled);
        CHECK_FALSE(act.is_default);
        CHECK(act.label.find("°") != std::string::npos);
        ++crooked_ways;
    }
    CHECK(crooked_ways == 3);
}

}  // namespace sim::seats
