#include <algorithm>
#include <array>
#include <cmath>

#include "sim/seats/station/device_view.h"
#include "sim/seats/station/lead.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float between = 18;
constexpr float widest = 2.2F;  ///< of a board, in heights of the highest
constexpr float narrowest = 96;

struct Cell {
    const Board* board;
    std::string title;
    float w, h;       ///< in heights of the highest board
    Rect at;          ///< of the whole cell, from the fitted corner
    float title_high;
};

std::string title_of(const Hands& hands, const Board& board) {
    const Layout& layout = hands.world.layout();
    const engine::Translator& _ = hands.translate();
    if (board.door != no_part) {
        std::string title(_("Behind:"));
        return title + " " + label_of(layout, board.door, hands.reader);
    }
    if (board.body != no_part) {
        std::string title = label_of(layout, board.body, hands.reader);
        if (board.rear) title += " – " + std::string(_("Back"));
        return title;
    }
    return board.parts.size() == 1 ? label_of(layout, board.parts[0].part, hands.reader)
                                   : std::string();
}

/// Rows of cells at that height of the highest; returns how high and wide it all is.
Point flow(const Ui& ui, std::vector<Cell>& cells, float height, float width, bool titles) {
    float x = 0;
    float y = 0;
    float row = 0;
    float right = 0;
    for (Cell& cell : cells) {
        const float w = std::max(cell.w * height, titles ? narrowest : 0);
        cell.title_high =
            titles && !cell.title.empty() ? measure(ui, Type::small_strong, cell.title, w).y + 6 : 0;
        const float h = cell.h * height + cell.title_high;
        if (x > 0 && x + w > width) {
            x = 0;
            y += row + between;
            row = 0;
        }
        cell.at = {x, y, w, h};
        row = std::max(row, h);
        right = std::max(right, x + w);
        x += w + between;
    }
    return {right, y + row};
}

/// Aligns the feet of what stands in one row.
void align_rows(std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size();) {
        std::size_t end = i;
        float row = 0;
        while (end < cells.size() && cells[end].at.y == cells[i].at.y) {
            row = std::max(row, cells[end].at.h);
            ++end;
        }
        for (; i < end; ++i) cells[i].at.y += row - cells[i].at.h;
    }
}

void fit(const Ui& ui, std::vector<Cell>& cells, const Rect& rect, bool titles) {
    float low = 8;
    float high = rect.h;
    for (int step = 0; step < 14; ++step) {
        const float middle = (low + high) / 2;
        const Point size = flow(ui, cells, middle, rect.w, titles);
        (size.x <= rect.w && size.y <= rect.h ? low : high) = middle;
    }
    const Point size = flow(ui, cells, low, rect.w, titles);
    align_rows(cells);
    const float x = rect.x + std::max(0.0F, (rect.w - size.x) / 2);
    const float y = rect.y + std::max(0.0F, (rect.h - size.y) * 0.55F);
    for (Cell& cell : cells) cell.at = cell.at.moved(x, y);
}

/// From millimetres of a board to the screen.
struct Scale {
    Rect extent;
    Rect to;
    float k;

    Rect operator()(const Rect& mm) const {
        return {to.x + (mm.x - extent.x) * k, to.y + (mm.y - extent.y) * k, mm.w * k, mm.h * k};
    }
};

Scale scale_of(const Board& board, const Cell& cell) {
    Rect room = cell.at;
    room.cut_top(cell.title_high);
    const Rect& extent = board.extent;
    const float k = std::min(room.w / extent.w, room.h / extent.h);
    return {extent, centred(room, extent.w * k, extent.h * k), k};
}

/// Behind a door: a frame, and the door itself while it is shut.
void draw_frame(Hands& hands, const Board& board, const Scale& scale, const Brush& brush) {
    const bool open = hands.world.part(board.door).open != 0;
    const Rect rect = scale(open ? board.extent : board.body_at).inset(open ? -10.0F : 0.0F);
    draw_door(brush, board.door, rect);
    const Rect hit = rect.inset(open ? -12.0F : 0.0F, 0);
    part_item(hands, board.door, rect, at_least(hit, 22), "part");
}

void draw_wires(Hands& hands, const Board& board, const Scale& scale, const Rect& picture) {
    const Layout& layout = hands.world.layout();
    const auto where = [&](PartId part) -> const Placed* {
        const auto found = std::find_if(board.parts.begin(), board.parts.end(),
                                        [part](const Placed& p) { return p.part == part; });
        return found == board.parts.end() ? nullptr : &*found;
    };
    for (const Placed& placed : board.parts) {
        const PartSpec& spec = layout[placed.part];
        if (spec.kind != PartKind::plug) continue;
        const Point from = scale(placed.at).centre();
        const Colour colour = lead_colour(hands.world, placed.part);
        const float width = std::clamp(scale.k * 8, 2.0F, 5.0F);
        const Placed* other = spec.other_end == no_part ? nullptr : where(spec.other_end);
        if (other != nullptr) {
            if (placed.part < spec.other_end) {
                draw_lead(hands.ui, from, scale(other->at).centre(), colour, width);
            }
            continue;
        }
        const float down = std::min(from.y + 34, picture.bottom() - 4);
        draw_lead_end(hands.ui, from, {from.x + 16, down}, colour, width);
    }
}

/// A plug that belongs here but sits elsewhere: where it is.
void draw_whereabouts(Hands& hands, PartId part, const Rect& rect, const Rect& picture) {
    const World& world = hands.world;
    const PartSpec& spec = world.layout()[part];
    const PartId in = world.part(part).in;
    if (spec.kind != PartKind::plug || in == no_part) return;
    if (world.layout()[in].device == spec.device) return;
    Ui& ui = hands.ui;
    const std::string text = "→ " + label_of(world.layout(), in, hands.reader);
    const Point size = measure(ui, Type::small, text, std::min(180.0F, picture.w - 16));
    Rect box{rect.centre().x - size.x / 2 - 8, rect.bottom() + 8, size.x + 16, size.y + 6};
    box.x = std::clamp(box.x, picture.x + 4, std::max(picture.x + 4, picture.right() - box.w - 4));
    box.y = std::min(box.y, picture.bottom() - box.h - 2);
    fill(ui, box, Token::paper, 6);
    outline(ui, box, Token::line, 6, ui.theme.border);
    paragraph(ui, {box.x + 8, box.y + 3, size.x + 1, 0}, Type::small, Token::ink_2, text);
}

void draw_board(Hands& hands, const Cell& cell, const Brush& brush, const Rect& picture,
                bool rear) {
    const Board& board = *cell.board;
    const Scale scale = scale_of(board, cell);
    Ui& ui = hands.ui;
    if (cell.title_high > 0) {
        Rect title = cell.at;
        paragraph(ui, {title.x, scale.to.y - cell.title_high, title.w, cell.title_high},
                  Type::small_strong, Token::ink_2, cell.title, Align::centre);
    }
    if (board.body != no_part) draw_body(brush, board.body, scale(board.body_at), rear);
    if (board.door != no_part) draw_frame(hands, board, scale, brush);
    if (!brush.simple) draw_wires(hands, board, scale, picture);
    for (const Placed& placed : board.parts) {
        const PartKind kind = hands.world.layout()[placed.part].kind;
        Rect rect = scale(placed.at);
        if (brush.simple && std::min(rect.w, rect.h) < 2.5F) continue;
        if (!brush.simple) rect = at_least(rect, least_size(kind));
        draw_part(brush, placed.part, rect);
        if (brush.simple) continue;
        part_item(hands, placed.part, rect, at_least(rect, 22), "part");
        draw_whereabouts(hands, placed.part, rect, picture);
    }
}

}  // namespace

void draw_boards(Hands& hands, const Rect& rect, DeviceId device, std::string_view face,
                 bool simple) {
    const std::vector<Board> boards = boards_of(hands.world, device, face);
    std::vector<Cell> cells;
    float tallest = 1;
    for (const Board& board : boards) {
        if (!board.extent.empty()) tallest = std::max(tallest, board.extent.h);
    }
    const bool titles = !simple && (boards.size() > 1 || face == "inside");
    for (const Board& board : boards) {
        if (board.extent.empty()) continue;
        const float ratio = board.extent.w / board.extent.h;
        const float w = std::min(ratio, widest);
        cells.push_back({&board, titles ? title_of(hands, board) : std::string(), w, w / ratio, {}, 0});
    }
    if (cells.empty()) return;
    if (cells.size() == 1) {
        cells[0].w = boards[0].extent.w / boards[0].extent.h;
        cells[0].h = 1;
    }
    fit(hands.ui, cells, rect, titles);
    const Brush brush{hands.ui, hands.world, hands.reader, simple};
    for (const Cell& cell : cells) {
        draw_board(hands, cell, brush, rect, face == "back" || cell.board->rear);
    }
}

}  // namespace sim::seats
