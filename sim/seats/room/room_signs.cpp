#include "sim/seats/room/room_signs.h"

#include <algorithm>

#include "engine/scene/shape.h"
#include "engine/view/draw.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr int sheet_wide = 1024;
constexpr float per_metre = 760;  ///< pixels
constexpr float gap = 4;
constexpr engine::view::Colour white{255, 255, 255};
constexpr engine::view::Colour ink{38, 52, 66};
constexpr engine::view::Colour pale{112, 126, 140};

engine::view::Colour ground_of(const Sign& sign) {
    return {sign.ground.r, sign.ground.g, sign.ground.b};
}

void draw_over_door(Ui& ui, const Rect& at, const Sign& sign) {
    fill(ui, at, ground_of(sign));
    Rect rest = at.inset(at.w * 0.04F, at.h * 0.06F);
    print_words(ui, rest.cut_top(rest.h * 0.6F), sign.text.ky, white, Align::centre);
    print_words(ui, rest, sign.text.ru + " · " + sign.text.en, white, Align::centre);
}

void draw_notice(Ui& ui, const Rect& at, const Sign& sign) {
    fill(ui, at, white);
    Rect rest = at;
    Rect head = rest.cut_top(at.h * 0.24F);
    fill(ui, head, ground_of(sign));
    head = head.inset(at.w * 0.06F, at.h * 0.02F);
    print_words(ui, head.cut_top(head.h * 0.58F), sign.text.ky, white, Align::left);
    print_words(ui, head, sign.text.ru, white, Align::left);
    if (sign.lines.empty()) return;
    rest = rest.inset(at.w * 0.06F, at.h * 0.05F);
    const float row = std::min(rest.h / static_cast<float>(sign.lines.size()), at.h * 0.22F);
    int number = 0;
    for (const engine::LocalizedText& words : sign.lines) {
        Rect line = rest.cut_top(row).inset(0, row * 0.08F);
        const Rect mark = line.cut_left(line.h * 0.8F);
        const float radius = mark.w * 0.44F;
        disc(ui, mark.centre(), radius, ground_of(sign));
        print_words(ui, mark.inset(radius * 0.45F), std::to_string(++number), white, Align::centre);
        line.cut_left(at.w * 0.03F);
        print_words(ui, line.cut_top(line.h * 0.56F), words.ky, ink, Align::left);
        print_words(ui, line, words.ru, pale, Align::left);
    }
}

}  // namespace

void print_words(Ui& ui, const Rect& rect, std::string_view words,
                 const engine::view::Colour& colour, Align align) {
    constexpr Type type = Type::device_head;
    constexpr float face_size = 44;
    const Point size = measure(ui, type, words);
    if (size.x <= 0 || size.y <= 0) return;
    const float times = std::min(rect.w / size.x, rect.h / size.y);
    float x = rect.x;
    if (align == Align::centre) x = rect.centre().x - size.x * times / 2;
    if (align == Align::right) x = rect.right() - size.x * times;
    text_scaled(ui, {x, rect.centre().y - size.y * times / 2}, type, face_size * times, colour,
                words);
}

SignSheet sign_sheet(const std::vector<Sign>& signs) {
    SignSheet sheet{sheet_wide, 0, {}};
    float x = 0;
    float y = 0;
    float row = 0;
    for (const Sign& sign : signs) {
        // The same words twice are painted once.
        const auto same = std::find_if(signs.begin(), signs.end(), [&](const Sign& other) {
            return other.text == sign.text && other.ground == sign.ground;
        });
        const auto first = static_cast<std::size_t>(same - signs.begin());
        if (first < sheet.places.size()) {
            sheet.places.push_back(sheet.places[first]);
            continue;
        }
        const float wide = std::min(2 * glm::length(sign.right) * per_metre, sheet_wide - gap);
        const float high = wide * glm::length(sign.up) / glm::length(sign.right);
        if (x + wide + gap > static_cast<float>(sheet_wide)) {
            x = 0;
            y += row + gap;
            row = 0;
        }
        sheet.places.push_back({x, y, wide, high});
        x += wide + gap;
        row = std::max(row, high);
    }
    sheet.height = static_cast<int>(y + row + gap);
    return sheet;
}

void add_signs(engine::scene::Mesh& mesh, const std::vector<Sign>& signs, const SignSheet& sheet,
               std::uint16_t image) {
    const auto wide = static_cast<float>(sheet.width);
    const auto high = static_cast<float>(sheet.height);
    mesh.begin(engine::scene::nobody, engine::scene::Surface::image, image);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const Rect& at = sheet.places[i];
        engine::scene::add_quad(mesh, signs[i].centre, signs[i].right, signs[i].up,
                                {255, 255, 255, 255},
                                {at.x / wide, at.y / high, at.right() / wide, at.bottom() / high});
    }
}

void draw_signs(Ui& ui, Image& image, const std::vector<Sign>& signs, const SignSheet& sheet) {
    const Painting painting(ui, image, sheet.width, sheet.height);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const Rect& place = sheet.places[i];
        const Rect at{place.x / ui.scale, place.y / ui.scale, place.w / ui.scale,
                      place.h / ui.scale};
        signs[i].lines.empty() ? draw_over_door(ui, at, signs[i]) : draw_notice(ui, at, signs[i]);
    }
}

}  // namespace sim::seats
