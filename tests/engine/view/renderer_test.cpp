#include <imgui.h>

#include "engine/view/draw.h"
#include "engine/view/window.h"
#include "tests/engine/view/covers.h"
#include "tests/engine/view/screen.h"
// After all others, for its macros.
#include <doctest/doctest.h>

using namespace engine::view;

namespace {

/// A page with a bit of everything; `step` changes some of it.
void draw_page(Ui& ui, int step) {
    fill(ui, ui.screen, Token::ground);
    fill(ui, {40, 40, 500, 400}, Token::paper, 8);
    shadow(ui, {40, 40, 500, 400});
    for (int i = 0; i < 8; ++i) {
        const auto row = static_cast<float>(i);
        Button choice;
        choice.name = "row." + std::to_string(i);
        choice.label = "Row " + std::to_string(i == step % 8 ? step : i);
        choice.help = "What it is for";
        button(ui, {60, 60 + row * 44, 200, 40}, choice);
    }
    // Opaque, half transparent, clipped, and moving about.
    const auto x = static_cast<float>(step * 23 % 500);
    fill(ui, {x, 200, 130, 97}, Token::action);
    fill(ui, {500 - x, 250.5F, 97, 64}, ui.theme[Token::fault].with_alpha(0.4));
    push_clip(ui, {300, 100, 90, 90});
    disc(ui, {330, 100 + x / 4}, 50, Token::care);
    pop_clip(ui);
    if (step % 3 == 0) fill(ui, {320, 320, 160, 128}, Token::paper);
    line(ui, {10, x}, {600, 500 - x}, Token::ink, 2);
    figures(ui, {560, 20}, Type::clock, Token::ink, std::to_string(step));
}

}  // namespace

TEST_CASE("A picture drawn in parts is the same as one drawn as a whole") {
    Window window({"test", 700, 500, true});
    int step = 0;
    Screen screen([&](Ui& ui) { draw_page(ui, step); }, {}, window.width(), window.height());
    for (step = 1; step < 24; ++step) {
        screen.move_to("row." + std::to_string(step % 8));
        if (step == 12) screen.host.set_looks({1.5F, true, false});
        screen.frames(1);
        window.show(screen.host);
        const Picture parts = window.picture(screen.host);
        window.forget();
        const Picture whole = window.picture(screen.host);
        CHECK(parts.width == 700);
        CHECK(parts.bytes == whole.bytes);
    }
}

TEST_CASE("Only what changed is drawn anew") {
    int step = 0;
    bool marked = false;
    Screen screen(
        [&](Ui& ui) {
            draw_page(ui, step);
            if (marked) fill(ui, {650, 450, 10, 10}, Token::fault);
        },
        {}, 700, 500);
    Patches patches;
    patches.update(*screen.host.drawn(), 0);
    REQUIRE(patches.patches().size() == 1);
    CHECK(patches.patches()[0].area == Area{0, 0, 700, 500});
    screen.frames(1);
    patches.update(*screen.host.drawn(), 0);
    CHECK(patches.patches().empty());
    CHECK(patches.indices().empty());
    marked = true;
    screen.frames(1);
    patches.update(*screen.host.drawn(), 0);
    CHECK(covers(patches, 650, 450));
    CHECK(covers(patches, 659, 459));
    CHECK_FALSE(covers(patches, 600, 400));
    CHECK(patches.indices().size() < 30);
    // The ground's colour shows wherever nothing is drawn.
    patches.update(*screen.host.drawn(), 1);
    CHECK(covers(patches, 5, 5));
    // Another size is another picture.
    screen.width = 640;
    screen.frames(1);
    patches.update(*screen.host.drawn(), 1);
    REQUIRE(patches.patches().size() == 1);
    CHECK(patches.patches()[0].area == Area{0, 0, 640, 500});
}

TEST_CASE("What lies under an opaque rectangle is not drawn") {
    bool covered = false;
    Screen screen(
        [&](Ui& ui) {
            for (int i = 0; i < 50; ++i) disc(ui, {100, 100}, 40, Token::care);
            if (covered) fill(ui, {0, 0, 256, 256}, Token::paper);
        },
        {}, 700, 500);
    Patches patches;
    patches.update(*screen.host.drawn(), 0);
    CHECK(patches.indices().size() > 1000);
    covered = true;
    screen.frames(1);
    patches.update(*screen.host.drawn(), 0);
    CHECK(patches.indices().size() == 6);
}

TEST_CASE("Of an opaque rectangle only what is still seen is drawn") {
    Screen screen(
        [](Ui& ui) {
            fill(ui, {0, 0, 640, 480}, Token::ground);
            fill(ui, {0, 0, 640, 320}, Token::paper);
        },
        {}, 700, 500);
    Patches patches;
    patches.update(*screen.host.drawn(), 0);
    REQUIRE(patches.vertices().size() == 8);
    for (const ImDrawVert& corner : patches.vertices()) {
        if (corner.col != patches.vertices()[0].col) continue;
        CHECK(corner.pos.y >= 320);  // of the ground, of which the rest lies under the paper
    }
}
