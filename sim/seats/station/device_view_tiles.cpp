#include <fmt/format.h>
#include <algorithm>

#include "sim/seats/station/device_view.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float narrowest_tile = 104;
constexpr float picture_high = 48;
constexpr float tile_gap = 8;

std::string name_of_tile(const Hands& hands, PartId part) {
    return label_of(hands.world.layout(), part, hands.reader);
}

float tile_height(const Hands& hands, PartId part, float width) {
    return picture_high + 20 +
           measure(hands.ui, Type::small, name_of_tile(hands, part), width - 12).y;
}

void draw_tile(Hands& hands, PartId part, const Rect& rect) {
    Ui& ui = hands.ui;
    const Response response = part_item(hands, part, rect, rect, "part");
    const bool held = part == hands.state.hand;
    fill(ui, rect, held ? Token::action_soft : response.hovered ? Token::sunken : Token::paper, 8);
    outline(ui, rect, held ? Token::action : Token::line, 8, held ? 2 : ui.theme.border);
    const Brush brush{ui, hands.world, hands.reader, false};
    draw_thing(brush, part, {rect.x + 14, rect.y + 8, rect.w - 28, picture_high - 6});
    paragraph(ui, {rect.x + 6, rect.y + picture_high + 10, rect.w - 12, 0}, Type::small, Token::ink,
              name_of_tile(hands, part), Align::centre);
}

/// As many as leave every word whole.
int columns_of(const Hands& hands, const std::vector<PartId>& things, float width) {
    float least = narrowest_tile;
    for (const PartId part : things) {
        least =
            std::max(least, longest_word(hands.ui, Type::small, name_of_tile(hands, part)) + 14);
    }
    return std::max(1, static_cast<int>((width + tile_gap) / (least + tile_gap)));
}

/// Calls `each(part, rect)` for every tile in rows of equal height; returns the height of all.
template <class Each>
float for_tiles(const Hands& hands, const std::vector<PartId>& things, float width, Each each) {
    const int columns = columns_of(hands, things, width);
    const float wide =
        (width - tile_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float y = 0;
    for (std::size_t i = 0; i < things.size();) {
        const std::size_t end = std::min(things.size(), i + static_cast<std::size_t>(columns));
        float high = 0;
        for (std::size_t j = i; j < end; ++j) {
            high = std::max(high, tile_height(hands, things[j], wide));
        }
        for (std::size_t j = i; j < end; ++j) {
            each(things[j], Rect{static_cast<float>(j - i) * (wide + tile_gap), y, wide, high});
        }
        y += high + tile_gap;
        i = end;
    }
    return std::max(0.0F, y - tile_gap);
}

}  // namespace

float tiles_height(const Hands& hands, const std::vector<PartId>& things, float width) {
    return for_tiles(hands, things, width, [](PartId, const Rect&) {});
}

void draw_tiles(Hands& hands, const Rect& rect, const std::vector<PartId>& things) {
    const Rect content = begin_scroll(hands.ui, hands.prefix + ".tiles", rect);
    const float used = for_tiles(hands, things, content.w, [&](PartId part, const Rect& at) {
        draw_tile(hands, part, at.moved(content.x, content.y));
    });
    end_scroll(hands.ui, used);
}

}  // namespace sim::seats
