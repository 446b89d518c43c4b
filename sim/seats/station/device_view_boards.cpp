#include <algorithm>
#include <array>
#include <optional>

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
    float w, h;  ///< in heights of the highest board
    Rect at;     ///< of the whole cell, from the fitted corner
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
        if (board.rear) title += " – " + std::string(_("Back side"));
        return title;
    }
    if (board.parts.empty()) return {};
    const PartId first = board.parts[0].part;
    if (layout[first].kind == PartKind::outlet) return std::string(_("Outlets in the wall"));
    return label_of(layout, first, hands.reader);
}

/// Rows of cells at that height of the highest; returns how high and wide it all is.
Point flow(const Ui& ui, std::vector<Cell>& cells, float height, float width, bool titles) {
    float x = 0;
    float y = 0;
    float row = 0;
    float right = 0;
    for (Cell& cell : cells) {
        const float w = std::max(cell.w * height, titles ? narrowest : 0);
        cell.title_high = titles && !cell.title.empty()
                              ? measure(ui, Type::small_strong, cell.title, w).y + 6
                              : 0;
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
    const Rect rect = scale(board.body_at);
    draw_door(brush, board.door, rect);
    const Rect hit = rect.inset(open ? -12.0F : 0.0F, 0);
    part_item(hands, board.door, rect, at_least(hit, 22), "part");
    if (open || brush.simple) return;
    // An empty lid says why nothing is to be seen in it.
    const engine::Translator& _ = hands.translate();
    const PartId point = hands.world.layout()[board.door].guarded_by;
    const bool sealed = point != no_part && hands.world.part(point).holds != no_part;
    const std::string_view why =
        sealed ? _("Sealed: break the seal first, then open") : _("Closed: open it first");
    const float room = std::min(rect.w - 12, 200.0F);
    if (room < longest_word(hands.ui, Type::small, why)) return;
    const Point size = measure(hands.ui, Type::small, why, room);
    if (size.y + 8 > rect.h) return;
    const Rect note = centred(rect, size.x + 12, size.y + 6);
    fill(hands.ui, note, Token::paper, 6);
    paragraph(hands.ui, {note.x + 5, note.y + 3, size.x + 2, 0}, Type::small,
              sealed ? Token::care : Token::ink_2, why, Align::centre);
}

/// A part where it is drawn on the screen.
struct Seen {
    const Board* board;
    Placed placed;
    Rect rect;
};

const Seen* where(const std::vector<Seen>& seen, PartId part) {
    const auto found = std::find_if(seen.begin(), seen.end(),
                                    [part](const Seen& one) { return one.placed.part == part; });
    return found == seen.end() ? nullptr : &*found;
}

/// Where a lead without a second plug comes out: of the unit it is tied to.
std::optional<Point> tied_to(const Hands& hands, PartId plug, const std::vector<Cell>& cells) {
    const Layout& layout = hands.world.layout();
    const std::string& name = layout[plug].name;
    const PartId unit = layout.find(name.substr(0, name.find('.')));
    for (const Cell& cell : cells) {
        if (unit == no_part || cell.board->body != unit) continue;
        // A lead comes out of the back, where there is one to be seen.
        const auto rear = [&](const Cell& other) {
            return other.board->body == unit && other.board->rear && !cell.board->rear;
        };
        if (std::any_of(cells.begin(), cells.end(), rear)) continue;
        const Rect body = scale_of(*cell.board, cell)(cell.board->body_at);
        return Point{body.x + body.w * 0.1F, body.bottom() - body.h * 0.12F};
    }
    return {};
}

void draw_wires(Hands& hands, const std::vector<Seen>& seen, const std::vector<Cell>& cells,
                const Rect& picture) {
    const Layout& layout = hands.world.layout();
    for (const Seen& one : seen) {
        const PartSpec& spec = layout[one.placed.part];
        if (spec.kind != PartKind::plug) continue;
        const Point from = one.rect.centre();
        const Colour colour = lead_colour(hands.world, one.placed.part);
        const float width = std::clamp(one.rect.h * 0.12F, 2.5F, 5.0F);
        const Seen* other = spec.other_end == no_part ? nullptr : where(seen, spec.other_end);
        if (other != nullptr) {
            if (one.placed.part < spec.other_end) {
                draw_lead(hands.ui, from, other->rect.centre(), colour, width);
            }
            continue;
        }
        if (spec.other_end == no_part) {
            if (const auto to = tied_to(hands, one.placed.part, cells)) {
                draw_lead(hands.ui, from, *to, colour, width);
                continue;
            }
        }
        const float down = std::min(one.rect.bottom() + 16, picture.bottom() - 4);
        draw_lead_end(hands.ui, from, {from.x + one.rect.w * 0.4F, down}, colour, width);
    }
}

/// A plug that belongs here but sits elsewhere: where it is.
void draw_whereabouts(Hands& hands, const Seen& seen, const Rect& picture) {
    const World& world = hands.world;
    const PartId part = seen.placed.part;
    const PartId in = world.part(part).in;
    const bool lies_here = world.layout()[part].kind == PartKind::plug &&
                           seen.placed.within == no_part && in != no_part;
    if (!lies_here) return;
    Ui& ui = hands.ui;
    const std::string text = "→ " + label_of(world.layout(), in, hands.reader);
    const Point size = measure(ui, Type::small, text, std::min(180.0F, picture.w - 16));
    Rect box{seen.rect.centre().x - size.x / 2 - 8, seen.rect.bottom() + 8, size.x + 16,
             size.y + 6};
    box.x = std::clamp(box.x, picture.x + 4, std::max(picture.x + 4, picture.right() - box.w - 4));
    box.y = std::min(box.y, picture.bottom() - box.h - 2);
    fill(ui, box, Token::paper, 6);
    outline(ui, box, Token::line, 6, ui.theme.border);
    paragraph(ui, {box.x + 8, box.y + 3, size.x + 1, 0}, Type::small, Token::ink_2, text);
}

void draw_ground_of(Hands& hands, const Cell& cell, const Brush& brush, std::string_view face) {
    const Board& board = *cell.board;
    const Scale scale = scale_of(board, cell);
    if (board.body != no_part) {
        const bool rear = face == "back" || board.rear;
        push_clip(hands.ui, board.cropped ? scale.to : hands.ui.screen);
        draw_body(brush, board.body, scale(board.body_at), rear);
        pop_clip(hands.ui);
        if (board.cropped) {
            outline(hands.ui, scale.to, Token::line_strong, 0, hands.ui.theme.border);
        }
    }
    if (board.door != no_part) draw_frame(hands, board, scale, brush);
}

/// Above the leads, which may run across.
void draw_title(Ui& ui, const Cell& cell) {
    if (cell.title_high <= 0) return;
    const Scale scale = scale_of(*cell.board, cell);
    const Rect place{cell.at.x, scale.to.y - cell.title_high, cell.at.w, cell.title_high};
    const Point size = measure(ui, Type::small_strong, cell.title, place.w);
    fill(ui, {place.centre().x - size.x / 2 - 5, place.y, size.x + 10, size.y}, Token::paper, 4);
    paragraph(ui, place, Type::small_strong, Token::ink_2, cell.title, Align::centre);
}

void draw_seen(Hands& hands, const Seen& seen, const Brush& brush, const Rect& picture) {
    const PartId part = seen.placed.part;
    draw_part(brush, part, seen.rect);
    if (brush.simple) return;
    if (hands.world.layout()[part].kind == PartKind::screen) {
        screen_item(hands, part, seen.rect);
        return;
    }
    part_item(hands, part, seen.rect, at_least(seen.rect, 22), "part");
    draw_whereabouts(hands, seen, picture);
}

/// What a tag must not lie on: lamps, screens, slots, other seals.
bool tells_something(const Hands& hands, PartId part) {
    constexpr Kinds kinds{PartKind::indicator,  PartKind::screen,     PartKind::entry,
                          PartKind::seal_point, PartKind::key_switch, PartKind::button};
    return kinds.has(hands.world.layout()[part].kind);
}

/// Numbers of seals are there to be compared: each stands where it hides nothing that tells
/// something, above everything else.
void draw_seal_tags(Hands& hands, const std::vector<Seen>& seen, const Brush& brush) {
    std::vector<Rect> taken;
    for (const Seen& one : seen) {
        if (tells_something(hands, one.placed.part)) taken.push_back(one.rect);
    }
    const auto hidden = [&](const Rect& tag, const Rect& own) {
        float area = 0;
        for (const Rect& other : taken) {
            if (other == own) continue;
            const Rect shared = common(tag, other);
            area += shared.w * shared.h;
        }
        return area;
    };
    for (const Seen& one : seen) {
        const PartId seal = hands.world.part(one.placed.part).holds;
        const bool point = hands.world.layout()[one.placed.part].kind == PartKind::seal_point;
        const float r = std::min(one.rect.w, one.rect.h) / 2;
        if (!point || seal == no_part || r < 5) continue;
        const std::string number = std::to_string(hands.world.part(seal).amount);
        const float width = measure(hands.ui, Type::label, number).x;
        if (width <= 2 * r - 2) continue;  // it stands on the seal itself
        const Point centre = one.rect.centre();
        const Point size{width + 8, 16};
        const std::array<Rect, 4> places{
            {{centre.x - size.x / 2, centre.y + r + 1, size.x, size.y},
             {centre.x + r + 1, centre.y - size.y / 2, size.x, size.y},
             {centre.x - r - 1 - size.x, centre.y - size.y / 2, size.x, size.y},
             {centre.x - size.x / 2, centre.y - r * 1.5F - size.y, size.x, size.y}}};
        const Rect& best =
            *std::min_element(places.begin(), places.end(), [&](const Rect& a, const Rect& b) {
                return hidden(a, one.rect) < hidden(b, one.rect);
            });
        draw_seal_number(brush, seal, best);
        taken.push_back(best);
    }
}

std::vector<Seen> place_all(const Hands& hands, const std::vector<Cell>& cells, bool simple) {
    std::vector<Seen> seen;
    for (const Cell& cell : cells) {
        const Scale scale = scale_of(*cell.board, cell);
        for (const Placed& placed : cell.board->parts) {
            Rect rect = scale(placed.at);
            if (simple && std::min(rect.w, rect.h) < 2.5F) continue;
            const PartKind kind = hands.world.layout()[placed.part].kind;
            if (!simple) rect = at_least(rect, least_size(kind));
            seen.push_back({cell.board, placed, rect});
        }
    }
    return seen;
}

std::vector<Cell> cells_of(const Hands& hands, const std::vector<Board>& boards, bool titles) {
    std::vector<Cell> cells;
    for (const Board& board : boards) {
        if (board.extent.empty()) continue;
        const float ratio = board.extent.w / board.extent.h;
        const float w = boards.size() == 1 ? ratio : std::min(ratio, widest);
        cells.push_back(
            {&board, titles ? title_of(hands, board) : std::string(), w, w / ratio, {}, 0});
    }
    return cells;
}

}  // namespace

void draw_boards(Hands& hands, const Rect& rect, DeviceId device, std::string_view face,
                 bool simple) {
    std::vector<Board> boards = boards_of(hands.world, device, face);
    if (simple && boards.size() > 1) {
        // One thing stands for the whole kit.
        const auto telling = [](const Board& board) { return board.parts.size() > 1; };
        const auto found = std::find_if(boards.begin(), boards.end(), telling);
        boards = {found == boards.end() ? boards.front() : *found};
    }
    const bool titles = !simple && (boards.size() > 1 || face == "inside");
    std::vector<Cell> cells = cells_of(hands, boards, titles);
    if (cells.empty()) return;
    fit(hands.ui, cells, rect, titles);
    const bool roomy = scale_of(*cells[0].board, cells[0]).k > 0.3F;
    const Brush brush{hands.ui, hands.world, hands.reader, simple, false};
    for (const Cell& cell : cells) draw_ground_of(hands, cell, brush, face);
    const std::vector<Seen> seen = place_all(hands, cells, simple);
    const auto above_leads = [&](const Seen& one) {
        return one.placed.within != no_part ||
               hands.world.layout()[one.placed.part].kind == PartKind::plug;
    };
    for (const Seen& one : seen) {
        if (!above_leads(one)) draw_seen(hands, one, brush, rect);
    }
    if (!simple) draw_wires(hands, seen, cells, rect);
    for (const Cell& cell : cells) draw_title(hands.ui, cell);
    for (const Seen& one : seen) {
        if (above_leads(one)) draw_seen(hands, one, brush, rect);
    }
    if (!simple && roomy) draw_seal_tags(hands, seen, brush);
}

}  // namespace sim::seats
