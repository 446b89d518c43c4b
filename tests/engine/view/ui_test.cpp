#include "engine/view/ui.h"

#include <vector>

#include "tests/engine/view/screen.h"
// After all others, for its macros.
#include <doctest/doctest.h>

using namespace engine::view;

namespace {

Button named(const char* name) {
    Button button;
    button.name = name;
    button.label = name;
    return button;
}

}  // namespace

TEST_CASE("A button is pressed by mouse, by Tab and Enter, and by its key") {
    int first = 0;
    int second = 0;
    Screen screen([&](Ui& ui) {
        if (button(ui, {10, 10, 100, 40}, named("first"))) ++first;
        Button other = named("second");
        other.key = key_press("F5");
        if (button(ui, {10, 60, 100, 40}, other)) ++second;
    });
    CHECK(screen.click("first"));
    CHECK(first == 1);
    screen.press("Tab");
    screen.press("Enter");
    CHECK(second == 1);
    CHECK(screen.find("second")->focused);
    screen.press("F5");
    CHECK(second == 2);
    CHECK(first == 1);
}

TEST_CASE("A disabled button is found, says why, and does nothing") {
    int pressed = 0;
    Screen screen([&](Ui& ui) {
        Button locked = named("locked");
        locked.enabled = false;
        locked.help = "opens at eight";
        if (button(ui, {10, 10, 100, 40}, locked)) ++pressed;
    });
    screen.click("locked");
    screen.press("Tab");
    screen.press("Enter");
    CHECK(pressed == 0);
    CHECK_FALSE(screen.find("locked")->enabled);
    CHECK(screen.find("locked")->help == "opens at eight");
}

TEST_CASE("What is closed gives the focus back to what it was opened from") {
    bool open = false;
    bool elsewhere = false;
    Screen screen([&](Ui& ui) {
        button(ui, {10, 10, 100, 40}, named("first"));
        if (button(ui, {10, 60, 100, 40}, named("opener"))) open = true;
        if (button(ui, {10, 110, 100, 40}, named("other"))) open = true;
        if (!open) return;
        push_layer(ui);
        button(ui, {200, 10, 100, 40}, named("inside"));
        if (button(ui, {200, 60, 100, 40}, named("close"))) {
            open = false;
            if (elsewhere) focus(ui, "other");
        }
        pop_layer(ui);
    });
    const auto& focus_now = screen.host.ui().state.focus;
    screen.press("Tab");
    screen.press("Tab");
    screen.press("Enter");
    REQUIRE(open);
    // Whoever opened it by a key goes on by keys.
    CHECK(focus_now == "inside");
    screen.press("Tab");
    CHECK(focus_now == "close");
    screen.press("Enter");
    REQUIRE_FALSE(open);
    CHECK(focus_now == "opener");
    screen.click("opener");
    screen.click("close");
    CHECK(focus_now == "opener");
    elsewhere = true;
    screen.click("opener");
    screen.click("close");
    CHECK(focus_now == "other");
}

TEST_CASE("What lies above takes the mouse and the keyboard") {
    bool open = true;
    int below = 0;
    int above = 0;
    Screen screen([&](Ui& ui) {
        if (button(ui, {10, 10, 100, 40}, named("below"))) ++below;
        if (!open) return;
        push_layer(ui);
        if (button(ui, {10, 10, 100, 40}, named("above"))) ++above;
        pop_layer(ui);
    });
    screen.click("below");
    CHECK(below == 0);
    CHECK(above == 1);
    screen.press("Tab");
    screen.press("Space");
    CHECK(above == 2);
    open = false;
    screen.frames(2);
    screen.click("below");
    CHECK(below == 1);
}

TEST_CASE("A menu opens, names what cannot be done, and gives back the choice") {
    std::optional<int> chosen;
    Screen screen([&](Ui& ui) {
        if (button(ui, {10, 10, 100, 40}, named("more"))) open_menu(ui, "menu");
        std::vector<MenuEntry> entries(2);
        entries[0].name = "open";
        entries[0].label = "Open";
        entries[1].name = "close";
        entries[1].label = "Close";
        entries[1].enabled = false;
        entries[1].help = "closed already";
        if (const auto now = menu(ui, "menu", {10, 10, 100, 40}, "", entries)) chosen = now;
    });
    screen.click("more");
    REQUIRE(screen.find("menu.close") != nullptr);
    CHECK(screen.find("menu.close")->value == "closed already");
    screen.click("menu.close");
    CHECK_FALSE(chosen);
    screen.click("menu.open");
    CHECK(chosen == 0);
    CHECK(screen.find("menu.open") == nullptr);
    screen.click("more");
    screen.press("Esc");
    CHECK(screen.find("menu.open") == nullptr);
}

TEST_CASE("A long list scrolls to what the keyboard reaches") {
    Screen screen([](Ui& ui) {
        const Rect content = begin_scroll(ui, "list", {0, 0, 200, 100});
        for (int i = 0; i < 20; ++i) {
            const std::string name = "row" + std::to_string(i);
            row(ui, {content.x, content.y + 30 * static_cast<float>(i), content.w, 30}, name, name,
                false);
        }
        end_scroll(ui, 600);
    });
    CHECK(screen.find("row2")->visible);
    CHECK_FALSE(screen.find("row15")->visible);
    for (int i = 0; i < 16; ++i) screen.press("Tab");
    CHECK(screen.find("row15")->focused);
    CHECK(screen.find("row15")->visible);
    CHECK_FALSE(screen.find("row0")->visible);
    screen.move_to("row15");
    screen.wheel(20);
    CHECK(screen.find("row0")->visible);
}

TEST_CASE("What lies above all and is longer than its place is read by keys") {
    Screen screen([](Ui& ui) {
        button(ui, {10, 10, 100, 40}, named("below"));
        push_layer(ui);
        const Rect content = begin_scroll(ui, "words", {0, 100, 200, 100});
        button(ui, {content.x, content.y, 100, 40}, named("inside"));
        paragraph(ui, {content.x, content.y + 560, 190, 0}, Type::body, Token::ink, "The end");
        end_scroll(ui, 600);
        pop_layer(ui);
    });
    const auto& offset = screen.host.ui().state.scrolls["words"];
    screen.press("Tab");
    REQUIRE(screen.find("inside")->focused);
    screen.press("Down");
    CHECK(offset == 48);
    screen.press("PgDn");
    CHECK(offset == 100);
    screen.press("End");
    CHECK(offset == 500);
    screen.press("Home");
    CHECK(offset == 0);
}

TEST_CASE("A field takes what is typed and keeps its keys from others") {
    std::string value;
    int shortcuts = 0;
    Screen screen([&](Ui& ui) {
        field(ui, {10, 10, 200, 40}, "name", "Name", value);
        Button note = named("note");
        note.key = key_press("N");
        if (button(ui, {10, 60, 100, 40}, note)) ++shortcuts;
    });
    screen.click("name");
    screen.press("N");
    screen.type("Айзада");
    CHECK(value == "Айзада");
    CHECK(shortcuts == 0);
    screen.press("Tab");
    screen.press("N");
    CHECK(shortcuts == 1);
    CHECK(value == "Айзада");
}

TEST_CASE("A field half out of sight that is clicked comes wholly into sight") {
    std::string value;
    Screen screen([&](Ui& ui) {
        const Rect content = begin_scroll(ui, "list", {0, 0, 300, 200});
        field(ui, {content.x, content.y + 188, 200, 40}, "name", "Name", value);
        end_scroll(ui, 600);
    });
    CHECK(screen.find("name")->rect.h < 40);
    screen.click("name");
    screen.frames(2);
    screen.type("77");
    CHECK(screen.find("name")->rect.h == 40);
    CHECK(value == "77");
}

TEST_CASE("A text that finds no room is noted") {
    Screen screen([](Ui& ui) {
        text_in(ui, {0, 0, 30, 20}, Type::body, Token::ink, "Избирательная комиссия");
        text_in(ui, {0, 30, 300, 20}, Type::body, Token::ink, "Избирательная комиссия");
        paragraph(ui, {0, 60, 120, 22}, Type::body, Token::ink,
                  "Участковая избирательная комиссия");
    });
    CHECK(screen.items().cut.size() == 2);
}

TEST_CASE("Units become pixels by the scale") {
    Looks looks;
    looks.scale = 2;
    Screen screen([](Ui& ui) { button(ui, {10, 10, 100, 40}, named("one")); }, looks, 800, 600);
    CHECK(screen.find("one")->rect.w == 100);
    const std::string json = json_of(screen.items(), 2, 7);
    CHECK(json.find("\"w\": 200") != std::string::npos);
    CHECK(json.find("\"frame\": 7") != std::string::npos);
    CHECK(screen.click("one"));
}
