#include "sim/seats/station/screen.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/view/host.h"
#include "sim/station/verb.h"
#include "tests/sim/seats/station/moments.h"

using namespace sim;
using engine::view::Host;
using engine::view::InputEvent;
using engine::view::InputQueue;
using engine::view::Rect;
using engine::view::Ui;
using seats::ScreenState;
using seats::Touched;

namespace {

/// Noon of a day that the expert plays; made once, copied by all.
const World& noon() {
    static const World world = [] {
        test::Bench bench(test::load_drill("polling_day"));
        for (std::size_t post = 0; post < post_count; ++post) {
            bench.drill.crew.hold(static_cast<PostId>(post), false);
        }
        run_until(bench.drill, 8 * engine::hour + 40 * engine::minute, bench.sink);
        while (bench.signal("scanner.ready") == 0) bench.run(engine::second);
        return bench.drill.world;
    }();
    return world;
}

Reader reader_in(const std::string& language) {
    return {engine::Translator(language, engine::translations_folder()), language};
}

struct Desk {
    Host host{{1, false, true}};
    InputQueue queue;
    ScreenState state;
    Reader reader;
    std::optional<Touched> touched;

    void frame(const World& world, DeviceId device, const Rect& rect, bool touch = true) {
        touched.reset();
        host.frame(queue, 1000, 700, 0, [&](Ui& ui) {
            touched = seats::draw_device_screen(ui, rect, world, device, reader, "screen",
                                                touch ? &state : nullptr);
        });
    }

    void click(const World& world, DeviceId device, const Rect& rect, const std::string& name) {
        const engine::view::Item* item = host.items().find(name);
        REQUIRE_MESSAGE(item != nullptr, name);
        const engine::view::Point at = item->rect.centre();
        InputEvent event;
        event.at = at;
        event.kind = InputEvent::Kind::move;
        queue.push(event);
        frame(world, device, rect);
        event.kind = InputEvent::Kind::button;
        for (const bool down : {true, false}) {
            event.down = down;
            queue.push(event);
            frame(world, device, rect);
        }
    }
};

/// Targets that the sim would let anybody touch now, with a number where one is asked for.
std::set<std::string> allowed(const World& world, DeviceId device) {
    std::set<std::string> result;
    const Layout& layout = world.layout();
    const Verb& touch = verb(*find_verb("touch", PartKind::target));
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& part = layout.parts[i];
        if (part.device != device || part.kind != PartKind::target) continue;
        Command command;
        command.object = static_cast<PartId>(i);
        bool can = !touch.check(world, command);
        for (command.value = 1; !can && command.value < 4; ++command.value) {
            command.has_value = true;
            can = !touch.check(world, command);
        }
        if (can) result.insert(part.name.substr(part.name.find(".screen.") + 8));
    }
    return result;
}

void check_targets(Desk& desk, const test::Shown& shown) {
    const engine::view::Items& items = desk.host.items();
    std::set<std::string> there;
    bool keypad = false;
    for (const engine::view::Item& item : items.items) {
        keypad = keypad || item.name == "screen.key_enter";
        if (item.enabled) there.insert(item.name.substr(7));
    }
    for (const std::string& name : allowed(shown.world, shown.device)) {
        if (name == "pin") {
            CHECK_MESSAGE(keypad, shown.name);
            continue;
        }
        CHECK_MESSAGE(there.count(name) == 1, shown.name << " has no " << name);
    }
    for (const std::string& name : there) {
        if (name.starts_with("key_")) continue;
        CHECK_MESSAGE(allowed(shown.world, shown.device).count(name) == 1,
                      shown.name << " shows " << name);
    }
}

}  // namespace

TEST_CASE("A screen shows exactly what can be touched on it now, large enough for a finger") {
    Desk desk;
    for (const test::Shown& shown : test::looks_by_hand(noon())) {
        desk.state = {};
        desk.frame(shown.world, shown.device, {10, 10, 960, 540});
        check_targets(desk, shown);
        for (const engine::view::Item& item : desk.host.items().items) {
            CHECK_MESSAGE(item.rect.h >= 32, shown.name << ": " << item.name);
            CHECK_MESSAGE(item.rect.w >= 32, shown.name << ": " << item.name);
        }
    }
}

TEST_CASE("All screens there are have been looked at") {
    std::set<std::string> names;
    for (const test::Shown& shown : test::looks_by_hand(noon())) {
        const DeviceSpec& spec = shown.world.layout().device(shown.device);
        const auto ref = find_signal(shown.world.layout(), spec.name + ".screen");
        const auto value = static_cast<std::size_t>(read(shown.world, *ref));
        names.insert(std::string(name_of(spec.device_class)) + "." +
                     std::string(sim::spec(*ref).choices[value]));
    }
    for (const std::string_view name : scanner_screen_names()) {
        if (name == "login" || name == "busy") continue;  // the sim never shows these
        CHECK_MESSAGE(names.count("scanner." + std::string(name)) == 1, name);
    }
    for (const std::string_view name : terminal_screen_names()) {
        CHECK_MESSAGE(names.count("terminal." + std::string(name)) == 1, name);
    }
    for (const std::string_view name : transmitter_screen_names()) {
        CHECK_MESSAGE(names.count("transmitter." + std::string(name)) == 1, name);
    }
}

TEST_CASE("No word on a screen is cut, at any size, in any language") {
    Desk desk;
    const std::vector<test::Shown> looks = test::looks_by_hand(noon());
    for (const std::string language : {"en", "ru", "ky"}) {
        desk.reader = reader_in(language);
        for (const Rect size : {Rect{0, 0, 960, 540}, Rect{0, 0, 480, 270}, Rect{0, 0, 320, 180},
                                Rect{0, 0, 500, 420}, Rect{0, 0, 900, 300}}) {
            for (const test::Shown& shown : looks) {
                desk.state = {};
                desk.frame(shown.world, shown.device, size);
                for (const engine::view::CutText& cut : desk.host.items().cut) {
                    CHECK_MESSAGE(
                        false, shown.name << " " << language << " " << size.w << ": " << cut.text);
                }
            }
        }
    }
}

TEST_CASE("A number is typed on the screen's keypad") {
    World world = noon();
    world.scanners.front().session = Session::pin_poll_worker;
    const DeviceId device = world.layout().device_of(DeviceClass::scanner, 0);
    const Rect rect{0, 0, 640, 360};
    Desk desk;
    desk.frame(world, device, rect);
    for (const char* key : {"4", "7", "2"}) {
        desk.click(world, device, rect, std::string("screen.key_") + key);
    }
    desk.click(world, device, rect, "screen.key_erase");
    for (const char* key : {"1", "1"}) {
        desk.click(world, device, rect, std::string("screen.key_") + key);
        CHECK_FALSE(desk.touched.has_value());
    }
    desk.click(world, device, rect, "screen.key_enter");
    REQUIRE(desk.touched.has_value());
    CHECK(desk.touched->target == world.layout().find("scanner.screen.pin"));
    CHECK(desk.touched->value == 4711);
    CHECK(desk.state.typed.empty());
}

TEST_CASE("A wrong PIN is told with the tries that are left, until the next key") {
    World world = noon();
    Scanner& scanner = world.scanners.front();
    scanner.session = Session::pin_poll_worker;
    const DeviceId device = world.layout().device_of(DeviceClass::scanner, 0);
    const Rect rect{0, 0, 640, 360};
    Desk desk;
    const auto told = [&]() -> std::string {
        desk.frame(world, device, rect);
        const engine::view::Item* item = desk.host.items().find("screen.wrong");
        return item == nullptr ? "" : item->label;
    };
    desk.frame(world, device, rect);
    desk.click(world, device, rect, "screen.key_4");
    desk.click(world, device, rect, "screen.key_enter");
    CHECK(told().empty());
    scanner.pin_failures = 2;
    CHECK(told().find(": 3") != std::string::npos);
    desk.click(world, device, rect, "screen.key_4");
    CHECK(told().empty());
}

TEST_CASE("A target that takes a number opens a keypad of its own, which can be left") {
    World world = noon();
    world.scanners.front().session = Session::manager;
    world.scanners.front().mode = ScannerMode::unconfigured;
    const DeviceId device = world.layout().device_of(DeviceClass::scanner, 0);
    const Rect rect{0, 0, 960, 540};
    Desk desk;
    desk.frame(world, device, rect);
    desk.click(world, device, rect, "screen.set_station");
    CHECK_FALSE(desk.touched.has_value());
    desk.frame(world, device, rect);
    desk.click(world, device, rect, "screen.key_7");
    desk.click(world, device, rect, "screen.key_enter");
    REQUIRE(desk.touched.has_value());
    CHECK(desk.touched->target == world.layout().find("scanner.screen.set_station"));
    CHECK(desk.touched->value == 7);
    desk.frame(world, device, rect);
    desk.click(world, device, rect, "screen.set_station");
    desk.frame(world, device, rect);
    desk.click(world, device, rect, "screen.back");
    desk.frame(world, device, rect);
    CHECK(desk.host.items().find("screen.set_station") != nullptr);
}

TEST_CASE("What is touched is said to the station, and the screen follows") {
    World world = noon();
    const DeviceId device = world.layout().device_of(DeviceClass::scanner, 0);
    world.scanners.front().session = Session::poll_worker;
    const Rect rect{0, 0, 640, 360};
    Desk desk;
    desk.frame(world, device, rect);
    desk.click(world, device, rect, "screen.suspend_polls");
    REQUIRE(desk.touched.has_value());
    Command command;
    command.verb = *find_verb("touch", PartKind::target);
    command.object = desk.touched->target;
    verb(command.verb).effect(world, command);
    desk.frame(world, device, rect);
    CHECK(desk.host.items().find("screen.suspend_polls") == nullptr);
    CHECK(desk.host.items().find("screen.resume_polls") != nullptr);
}

TEST_CASE("On a picture of a screen and on a dark screen nothing can be touched") {
    World world = noon();
    world.scanners.front().session = Session::poll_worker;
    const DeviceId device = world.layout().device_of(DeviceClass::scanner, 0);
    Desk desk;
    desk.frame(world, device, {0, 0, 640, 360}, false);
    CHECK(desk.host.items().items.empty());
    world.scanners.front().power = ScannerPower::off;
    desk.state.typed = "47";
    desk.frame(world, device, {0, 0, 640, 360});
    CHECK(desk.host.items().items.empty());
    CHECK(desk.state.typed.empty());
}
