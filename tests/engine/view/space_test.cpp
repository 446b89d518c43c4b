#include "engine/view/space.h"

#include <array>

#include "engine/scene/shape.h"
#include "engine/view/draw.h"
#include "engine/view/widgets.h"
#include "engine/view/window.h"
#include "tests/engine/view/covers.h"
#include "tests/engine/view/screen.h"
// After all others, for its macros.
#include <doctest/doctest.h>

using namespace engine::view;
using engine::scene::Mesh;
using engine::scene::Surface;

namespace {

constexpr engine::scene::Colour red{200, 0, 0, 255};
constexpr engine::scene::Colour blue{0, 0, 200, 255};

struct Stage {
    Space space;
    ViewState state;
    engine::scene::Camera camera{{0, 0, 3}, {0, 0, 0}, 50, {0, 0}};
    Detail detail = Detail::middle;
    bool paint = false;
    bool on_panel = false;     ///< a panel lies below it
    bool under_panel = false;  ///< one lies over it
    Colour painted{0, 160, 0};
    Window window{{"test", 400, 300, true}};
    Screen screen{[this](Ui& ui) { draw(ui); }, {}, 400, 300};

    void draw(Ui& ui) {
        fill(ui, ui.screen, Token::ground);
        if (paint) {
            space.images.resize(1);
            const Painting painting(ui, space.images[0], 64, 64);
            fill(ui, painting.rect, painted);
        }
        if (on_panel) panel(ui, {80, 30, 240, 240});
        show_space(ui, {100, 50, 200, 200}, space, camera, detail, state);
        if (under_panel) panel(ui, {140, 90, 120, 120});
    }
    void take() {
        // As bright as its paint.
        for (auto& vertex : space.moving.vertices) vertex.light = {128, 128, 128, 255};
        space.moving_version = version_of(space.moving);
    }
    std::array<int, 3> pixel(int x, int y) {
        screen.frames(1);
        const Picture picture = window.picture(screen.host);
        const auto at = static_cast<std::size_t>(4 * (y * picture.width + x));
        return {picture.bytes[at], picture.bytes[at + 1], picture.bytes[at + 2]};
    }
};

/// A room behind panels, with words in it that follow the eye.
struct Room {
    Space space;
    Space thing;  ///< seen on a panel
    ViewState state, thing_state;
    engine::scene::Camera camera{{0, 0, 3}, {0, 0, 0}, 50, {0, 0}};
    engine::scene::Camera at_thing = camera;
    bool chip = false;
    Screen screen{[this](Ui& ui) { draw(ui); }, {}, 700, 500};

    Room() {
        for (Space* one : {&space, &thing}) {
            add_box(one->moving, {-0.5F, -0.5F, 0}, {1, 1, 0.2F}, red);
            for (auto& vertex : one->moving.vertices) vertex.light = {128, 128, 128, 255};
            one->moving_version = version_of(one->moving);
        }
        screen.frames(40);
    }
    void draw(Ui& ui) {
        fill(ui, ui.screen, Token::ground);
        show_space(ui, ui.screen, space, camera, Detail::low, state);
        const float along = camera.target.x * 100;
        if (chip) fill(ui, {200 + along, 70 + along, 90, 30}, Token::paper, 8);
        panel(ui, {16, 64, 150, 300}, true);
        text(ui, {30, 90}, Type::body, Token::ink, "Checklist");
        panel(ui, {300, 410, 330, 80}, true);
        show_space(ui, {310, 420, 60, 60}, thing, at_thing, Detail::low, thing_state);
    }
};

}  // namespace

TEST_CASE("a room that turns behind panels is drawn in parts as it is as a whole") {
    Window window({"test", 700, 500, true});
    Room room;
    window.picture(room.screen.host);
    for (int step = 1; step < 24; ++step) {
        room.camera.target.x += 0.05F;
        room.chip = step % 8 > 2;
        if (step % 7 == 0) room.at_thing.target.y += 0.1F;
        if (step == 12) room.screen.host.set_looks({1.5F, true, false});
        if (step == 18) room.screen.host.set_looks({1.1F, false, false});
        room.screen.frames(1);
        const Picture parts = window.picture(room.screen.host);
        window.forget();
        const Picture whole = window.picture(room.screen.host);
        CHECK(parts.bytes == whole.bytes);
    }
}

TEST_CASE("what lies beside or over a space that looks different is not drawn anew") {
    Room room;
    Patches patches;
    patches.update(*room.screen.host.drawn(), 0);
    room.camera.target.x += 0.05F;
    room.screen.frames(1);
    patches.update(*room.screen.host.drawn(), 0);
    CHECK(covers(patches, 5, 5));
    CHECK(covers(patches, 250, 200));
    CHECK(covers(patches, 15, 200));  // up to the panel
    CHECK(covers(patches, 17, 65));   // behind its rounded corner
    CHECK_FALSE(covers(patches, 60, 100));
    CHECK_FALSE(covers(patches, 340, 450));
    room.screen.frames(1);
    patches.update(*room.screen.host.drawn(), 0);
    CHECK(patches.patches().empty());
    // Of two that share a square only the one that changed.
    room.at_thing.target.y += 0.1F;
    room.screen.frames(1);
    patches.update(*room.screen.host.drawn(), 0);
    REQUIRE(patches.patches().size() == 1);
    CHECK(patches.patches()[0].area == Area{310, 420, 370, 480});
}

TEST_CASE("what is nearer is seen, in its place of the window and nowhere else") {
    Stage stage;
    stage.space.moving.begin(1);
    add_box(stage.space.moving, {-0.5F, -0.5F, 0}, {1, 1, 0.2F}, red);
    add_box(stage.space.moving, {-2, -2, -1}, {4, 4, 0.2F}, blue);
    stage.take();
    const auto middle = stage.pixel(200, 150);
    CHECK(middle[0] > 150);
    CHECK(middle[2] < 60);
    const auto beside = stage.pixel(110, 150);
    CHECK(beside[2] > 150);
    CHECK(beside[0] < 80);
    const auto ground = stage.pixel(50, 150);
    CHECK(ground[0] > 200);
    CHECK(ground[1] > 200);
}

TEST_CASE(
    "another mesh, another camera and other light are drawn anew; nothing is when all is as "
    "before") {
    Stage stage;
    add_box(stage.space.moving, {-0.5F, -0.5F, 0}, {1, 1, 0.2F}, red);
    stage.take();
    const int bright = stage.pixel(200, 150)[0];
    const std::uint64_t shown = stage.state.shown;
    CHECK(stage.pixel(200, 150)[0] == doctest::Approx(bright).epsilon(0.02));
    CHECK(stage.state.shown == shown);
    stage.space.dim = {0.5F, 0.5F, 0.5F};
    CHECK(stage.pixel(200, 150)[0] < bright * 0.7);
    CHECK(stage.state.shown != shown);
    stage.space.dim = {1, 1, 1};
    stage.camera.target = {3, 0, 0};
    CHECK(stage.pixel(290, 150)[0] != bright);
}

TEST_CASE("a still picture becomes smooth and then costs nothing") {
    Stage stage;
    add_box(stage.space.moving, {-0.5F, -0.5F, 0}, {1, 1, 0.2F}, red);
    stage.take();
    stage.pixel(0, 0);
    CHECK(stage.state.sample == 0);
    stage.screen.time += 1;  // at rest
    for (int i = 0; i < 2 * most_samples; ++i) stage.pixel(0, 0);
    CHECK(stage.state.sample == most_samples - 1);
    CHECK(stage.screen.host.wake() > 1);
}

TEST_CASE("a space on a panel is seen, and a panel over a space hides it") {
    Stage stage;
    add_box(stage.space.moving, {-2, -2, 0}, {4, 4, 0.2F}, blue);
    stage.take();
    stage.on_panel = true;
    for (int i = 0; i < 3; ++i) stage.pixel(200, 150);
    CHECK(stage.pixel(200, 150)[0] < 80);
    stage.under_panel = true;
    for (int i = 0; i < 3; ++i) stage.pixel(200, 150);
    CHECK(stage.pixel(200, 150)[0] > 200);
    CHECK(stage.pixel(110, 150)[0] < 80);
}

TEST_CASE("an image is seen on its surface and follows what is painted") {
    Stage stage;
    stage.paint = true;
    stage.space.moving.begin(1, Surface::screen, 0);
    add_quad(stage.space.moving, {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {255, 255, 255, 255});
    stage.take();
    for (int i = 0; i < 4; ++i) stage.pixel(200, 150);
    CHECK(stage.pixel(200, 150)[1] > 120);
    CHECK(stage.pixel(200, 150)[0] < 40);
    stage.painted = {220, 30, 30};
    CHECK(stage.pixel(200, 150)[0] > 180);
}

TEST_CASE("backs are not drawn, and glass lets through") {
    Stage stage;
    add_quad(stage.space.moving, {0, 0, 0.5F}, {1, 0, 0}, {0, -1, 0}, red);
    stage.space.moving.begin(1, Surface::glass);
    add_quad(stage.space.moving, {0, 0, 0.2F}, {1, 0, 0}, {0, 1, 0}, {255, 255, 255, 60});
    stage.space.moving.begin(1);
    add_quad(stage.space.moving, {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, blue);
    stage.take();
    const auto middle = stage.pixel(200, 150);
    CHECK(middle[2] > 150);
    CHECK(middle[0] > 20);
    CHECK(middle[0] < 120);
}

TEST_CASE("every quality draws the same scene, at any size") {
    for (const Detail detail : {Detail::low, Detail::middle, Detail::high, Detail::print}) {
        Stage stage;
        stage.detail = detail;
        add_box(stage.space.moving, {-0.5F, -0.5F, 0}, {1, 1, 0.2F}, red);
        stage.take();
        CHECK(stage.pixel(200, 150)[0] > 150);
        stage.screen.width = 333;
        stage.screen.height = 211;
        stage.screen.frames(2);
        CHECK(stage.window.picture(stage.screen.host).width == 333);
    }
}

TEST_CASE("without a window a space costs nothing and breaks nothing") {
    Space space;
    ViewState state;
    Screen screen([&](Ui& ui) {
        show_space(ui, {0, 0, 100, 100}, space, {}, Detail::middle, state);
    });
    screen.frames(3);
    CHECK(screen.host.ui().spaces.size() == 1);
    CHECK_FALSE(screen.host.ui().space_works);
}
