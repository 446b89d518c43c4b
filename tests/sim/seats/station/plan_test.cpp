#include "sim/seats/station/plan.h"

#include <algorithm>
#include <set>

#include "engine/view/host.h"
#include "sim/seats/shared/live.h"
#include "sim/seats/station/plan_layout.h"
#include "tests/sim/drills.h"

namespace sim::seats {
namespace {

using namespace engine::view;

constexpr auto chair = static_cast<PostId>(Post::chair);

Reader reader_in(const std::string& language) {
    return {engine::Translator(language, engine::translations_folder()), language};
}

/// A plan on a screen of its own, worked by mouse and keyboard.
struct Screen {
    World world;
    Reader reader;
    PlanState state;
    PlanResult result;
    Host host;
    InputQueue queue;
    float width;
    float height;
    double time = 1;
    bool interactive = true;

    Screen(World shown, float w, float h, const std::string& language = "en", float scale = 1)
        : world(std::move(shown)),
          reader(reader_in(language)),
          host({scale}),
          width(w),
          height(h) {}

    void frame() {
        time += 0.5;
        host.frame(queue, static_cast<int>(width * host.looks().scale),
                   static_cast<int>(height * host.looks().scale), time, [&](Ui& ui) {
                       PlanResult now = draw_plan(ui, ui.screen, world, reader, state, chair,
                                                  "plan", interactive);
                       if (now.act) result.act = now.act;
                       if (now.look != no_part) result.look = now.look;
                       if (now.part != no_part) result.part = now.part;
                       result.menu = now.menu;
                   });
    }
    void frames() {
        do {
            frame();
        } while (!queue.empty());
        frame();
        frame();
    }
    void open(std::string_view device, std::string_view face = "front") {
        state.device = world.layout().find_device(device);
        REQUIRE(state.device != no_device);
        state.face = face;
        frames();
    }
    const Item& item(const std::string& name) const {
        const Item* found = host.items().find(name);
        REQUIRE_MESSAGE(found != nullptr, name);
        return *found;
    }
    void click(const std::string& name, int button = 0) {
        const Point at = item(name).rect.centre();
        InputEvent event;
        event.kind = InputEvent::Kind::move;
        event.at = {at.x * host.looks().scale, at.y * host.looks().scale};
        queue.push(event);
        frames();
        event.kind = InputEvent::Kind::button;
        event.button = button;
        event.down = true;
        queue.push(event);
        event.down = false;
        queue.push(event);
        frames();
    }
    void key(const std::string& name) {
        InputEvent event;
        event.kind = InputEvent::Kind::key;
        event.key = key_press(name);
        event.down = true;
        queue.push(event);
        event.down = false;
        queue.push(event);
        frames();
    }
    std::string said() {
        REQUIRE(result.act.has_value());
        Command command = *result.act;
        command.actor = no_post;
        result.act.reset();
        return format_sentence(world.layout(), command);
    }
};

World world_of(const std::string& name) {
    const test::Bench bench{test::load_drill(name)};
    return bench.drill.world;
}

void check_names(const Items& items, const std::string& where) {
    std::set<std::string> names;
    for (const Item& item : items.items) {
        CHECK_MESSAGE(names.insert(item.name).second, where << ": twice: " << item.name);
    }
    for (const CutText& cut : items.cut) FAIL_CHECK(where << ": cut: " << cut.text);
}

void gather(Screen& screen, std::set<std::string>& seen, const std::string& where) {
    screen.frames();
    check_names(screen.host.items(), where);
    for (const Item& item : screen.host.items().items) {
        for (const std::string_view before : {"plan.part.", "plan.list."}) {
            if (item.name.starts_with(before)) seen.insert(item.name.substr(before.size()));
        }
    }
}

/// Everything that can be seen of the station: room, faces, lists.
std::set<std::string> walk(Screen& screen) {
    std::set<std::string> seen;
    screen.state.device = no_device;
    gather(screen, seen, "room");
    const Layout& layout = screen.world.layout();
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        screen.state.device = device;
        for (const std::string_view face : faces_of(layout, device)) {
            screen.state.face = face;
            for (const bool list : {false, true}) {
                screen.state.list_open = list;
                gather(screen, seen, layout.devices[i].name + " " + std::string(face));
            }
        }
    }
    return seen;
}

TEST_CASE("every part that can be acted on is somewhere in the plan") {
    for (const std::string name :
         {"opening", "polling_day", "paper_jam", "no_match", "power_cut", "closing"}) {
        Screen screen(world_of(name), 690, 600);
        const std::set<std::string> seen = walk(screen);
        const Layout& layout = screen.world.layout();
        for (std::size_t i = 0; i < layout.parts.size(); ++i) {
            const auto part = static_cast<PartId>(i);
            const PartSpec& spec = layout.parts[i];
            // Targets are on the machines' own screens.
            if (spec.kind == PartKind::target || !can_be_acted_on(layout, part)) continue;
            if (spec.kind == PartKind::seal && screen.world.part(part).broken != 0) continue;
            CHECK_MESSAGE(seen.contains(spec.name), name << ": " << spec.name);
        }
    }
}

TEST_CASE("no text is cut and no name stands twice, at every size and in every language") {
    const World world = world_of("paper_jam");
    for (const std::string language : {"en", "ru", "ky"}) {
        for (const auto& [width, height, scale] :
             {std::tuple{690.0F, 600.0F, 1.0F}, std::tuple{540.0F, 560.0F, 1.0F},
              std::tuple{1200.0F, 900.0F, 1.5F}, std::tuple{440.0F, 300.0F, 2.0F},
              std::tuple{320.0F, 260.0F, 2.0F}}) {
            Screen screen(world, width, height, language, scale);
            walk(screen);
            screen.state.labels = true;
            walk(screen);
        }
    }
}

TEST_CASE("a picture for others has nothing to act on") {
    Screen screen(world_of("paper_jam"), 320, 180);
    screen.interactive = false;
    screen.frames();
    CHECK(screen.host.items().items.empty());
    CHECK(screen.host.items().cut.empty());
}

TEST_CASE("under a sheet the plan stays and takes nothing") {
    Screen screen(world_of("paper_jam"), 900, 640);
    screen.open("scanner");
    screen.state.covered = true;
    screen.frames();
    CHECK(screen.host.items().items.empty());
    screen.key("Esc");
    screen.key("L");
    CHECK(screen.state.device != no_device);
    CHECK_FALSE(screen.state.labels);
}

TEST_CASE("a click on a device opens it, Escape goes back") {
    Screen screen(world_of("opening"), 900, 640);
    screen.frames();
    screen.click("plan.device.scanner");
    CHECK(screen.state.device == screen.world.layout().find_device("scanner"));
    screen.click("plan.face.back");
    CHECK(screen.state.face == "back");
    screen.key("Esc");
    CHECK(screen.state.device == no_device);
}

TEST_CASE("trouble has the word in the room that the device says itself") {
    test::Bench bench{test::load_drill("paper_jam")};
    const auto shown = [&] { return choice(bench.drill.world, "scanner.screen"); };
    run_until(bench.drill, 10 * engine::hour + 15 * engine::minute, bench.sink);
    for (int i = 0; i < 600 && shown() != "jam"; ++i) bench.run(engine::second);
    REQUIRE(shown() == "jam");
    Screen screen(bench.drill.world, 900, 640);
    screen.frames();
    CHECK(screen.item("plan.device.scanner").value == "Jam");
    CHECK(screen.item("plan.device.terminal_1").value == "Ready");
}

TEST_CASE("in a low window the parts stand beside the picture") {
    Screen screen(world_of("opening"), 500, 206);
    screen.open("scanner");
    CHECK(screen.item("plan.list.scanner.power").visible);
    CHECK(screen.item("plan.part.scanner.entry").visible);
    screen.click("plan.room");
    CHECK(screen.state.device == no_device);
}

TEST_CASE("a click does what is plainly meant") {
    Screen screen(world_of("opening"), 900, 640);
    screen.open("power");
    screen.click("plan.part.strip.switch");
    CHECK(screen.said() == "press strip.switch");
}

TEST_CASE("what cannot be done is tried, and the reason stands beside the part") {
    Screen screen(world_of("opening"), 900, 640);
    screen.open("scanner");
    screen.click("plan.part.scanner.box_door");
    CHECK(screen.said() == "open scanner.box_door");
    CHECK(screen.state.told_at == screen.world.layout().find("scanner.box_door"));
    CHECK(screen.state.told.find("sealed") != std::string::npos);
}

TEST_CASE("a lead is taken into the hand and plugged in") {
    Screen screen(world_of("opening"), 900, 640);
    const Layout& layout = screen.world.layout();
    screen.open("power");
    screen.click("plan.part.strip.plug");
    CHECK(screen.state.hand == layout.find("strip.plug"));
    CHECK_FALSE(screen.result.act.has_value());
    screen.click("plan.part.wall.outlet_2");
    CHECK(screen.said() == "connect strip.plug wall.outlet_2");
    screen.key("G");
    CHECK(screen.state.hand == no_part);
}

TEST_CASE("the menu has every act, and what was read is what is said") {
    Screen screen(world_of("opening"), 900, 640);
    screen.open("room");
    screen.click("plan.part.seal_safe", 1);
    CHECK(screen.result.menu == screen.world.layout().find("seal_safe"));
    CHECK(screen.item("plan.menu.record").enabled);
    CHECK(screen.item("plan.menu.witness").enabled);
    screen.click("plan.menu.break");
    CHECK(screen.said() == "break seal_safe");
}

TEST_CASE("a figure is asked for before it is said") {
    Screen screen(world_of("opening"), 900, 640);
    screen.open("forms");
    screen.state.ask.reset();
    screen.click("plan.list.turnout.10");
    REQUIRE(screen.state.ask.has_value());
    CHECK_FALSE(screen.result.act.has_value());
    CHECK_FALSE(screen.item("plan.ask.say").enabled);
    InputEvent event;
    event.kind = InputEvent::Kind::text;
    event.text = "125";
    screen.click("plan.ask.value");
    screen.queue.push(event);
    screen.frames();
    CHECK(screen.item("plan.ask.say").enabled);
    screen.click("plan.ask.say");
    CHECK(screen.said() == "report turnout.10 125");
    CHECK_FALSE(screen.state.ask.has_value());
}

TEST_CASE("the keyboard alone opens a device, reaches its parts and acts") {
    Screen screen(world_of("opening"), 900, 640);
    screen.frames();
    for (int i = 0; i < 80 && screen.host.ui().state.focus != "plan.device.scanner"; ++i) {
        screen.key("Tab");
    }
    screen.key("Enter");
    CHECK(screen.state.device == screen.world.layout().find_device("scanner"));
    for (int i = 0; i < 120 && screen.host.ui().state.focus != "plan.list.scanner.bolt"; ++i) {
        screen.key("Tab");
    }
    CHECK(screen.state.hovered == screen.world.layout().find("scanner.bolt"));
    screen.key("Enter");
    CHECK(screen.said() == "release scanner.bolt");
    screen.key("Menu");
    CHECK(screen.result.menu == screen.world.layout().find("scanner.bolt"));
}

TEST_CASE("the picture of a part is shown where it is") {
    const World world = world_of("opening");
    PlanState state;
    show_part(state, world.layout(), world.layout().find("scanner.data_port"));
    CHECK(state.device == world.layout().find_device("scanner"));
    CHECK(state.face == "back");
    show_part(state, world.layout(), world.layout().find("desk.voter"));
    CHECK(state.device == no_device);
}

}  // namespace
}  // namespace sim::seats
