// Walls, floor and everybody in the room.

#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/station/plan_room.h"
#include "sim/seats/station/plan_shapes.h"
#include "sim/station/reach.h"

namespace sim::seats {

using namespace engine::view;

namespace {

bool dark(const World& world) {
    return !world.power.mains && world.power.generator != GeneratorState::running;
}

void draw_windows(Ui& ui, const Room& room) {
    const float y = room.floor.y - 8;
    for (const float x : {60.0F, 210.0F, 470.0F, 600.0F}) {
        const Rect at = room.share(x, 0, 90, 0);
        fill(ui, {at.x, y, at.w, 6}, Colour{196, 222, 238}, 1);
        outline(ui, {at.x, y, at.w, 6}, Colour{120, 140, 152}, 1, 1);
    }
}

/// Papers on the board are those that were put up.
void draw_board_on_wall(Hands& hands, const Room& room) {
    Ui& ui = hands.ui;
    const Rect board = room.share(25, 30, 235, 130);
    block(ui, board, Colour{176, 138, 98}, 4, !room.small);
    const Layout& layout = hands.world.layout();
    const float w = board.w / 9;
    const float h = std::min(board.h * 0.36F, w * 1.35F);
    int shown = 0;
    const auto sheet = [&](Colour colour) {
        if (shown >= 12) return;
        const Rect at{board.x + w * 0.7F + static_cast<float>(shown % 6) * w * 1.3F,
                      board.y + board.h * 0.1F + static_cast<float>(shown / 6) * (h + 4), w, h};
        fill(ui, at, colour, 1);
        disc(ui, {at.centre().x, at.y + 2}, 1.6F, paint::red);
        ++shown;
    };
    for (int i = 0; i < 3; ++i) sheet(Colour{240, 236, 222});
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const bool paper = layout.parts[i].kind == PartKind::paper;
        if (!paper) continue;
        if ((hands.world.part(static_cast<PartId>(i)).flags & part_flag::posted) != 0) {
            sheet(paint::paper);
        }
    }
}

void draw_observers(Hands& hands, const Room& room) {
    const Rect at = room.share(60, 175, 190, 120);
    for (int i = 0; i < 3; ++i) {
        const float x = at.x + at.w * (0.2F + 0.3F * static_cast<float>(i));
        const Rect chair{x - at.h * 0.16F, at.bottom() - at.h * 0.4F, at.h * 0.32F, at.h * 0.36F};
        fill(hands.ui, chair, Colour{120, 132, 144}, 2);
        draw_figure(hands.ui, {x, at.bottom() - 2}, at.h * 0.78F, 3 + i * 2);
    }
}

/// A place where a person stands or will stand; something can be done with whoever is there.
void draw_place(Hands& hands, const Room& room, PartId person, Point foot, float height,
                VoterId who) {
    if (person == no_part) return;
    const Rect at{foot.x - height * 0.26F, foot.y - height, height * 0.52F, height};
    if (who != no_voter) {
        draw_figure(hands.ui, foot, height, who);
    } else if (hands.interactive && !room.small) {
        const Rect mat{at.x, at.bottom() - at.w * 0.4F, at.w, at.w * 0.5F};
        fill(hands.ui, mat, Colour{20, 38, 58, 26}, at.w * 0.25F);
    }
    part_item(hands, person, at, at_least(at, 24), "part");
}

void draw_queue(Hands& hands, const Room& room, const std::vector<VoterId>& queue, Point head,
                Point step, float height, std::size_t most) {
    const std::size_t shown = std::min(queue.size(), most);
    for (std::size_t i = shown; i > 0; --i) {
        const auto n = static_cast<float>(i - 1);
        draw_figure(hands.ui, {head.x + step.x * n, head.y + step.y * n}, height, queue[i - 1]);
    }
    if (queue.size() <= 1 || room.small) return;
    const std::string number = fmt::format("{}", queue.size());
    const float w = std::max(22.0F, measure(hands.ui, Type::label, number).x + 12);
    // Above the first, or above the last of a queue that goes up.
    const float top = head.y + std::min(0.0F, step.y) * static_cast<float>(shown - 1);
    const Rect badge{head.x - w / 2, top - height - 22, w, 20};
    fill(hands.ui, badge, Token::band, 10);
    text_in(hands.ui, badge, Type::label, Token::on_band, number, Align::centre);
}

void draw_entrance(Hands& hands, const Room& room) {
    const PartId door = hands.world.layout().find("entrance_door");
    if (door == no_part || hands.world.layout()[door].kind != PartKind::door) return;
    Ui& ui = hands.ui;
    const bool open = hands.world.part(door).open != 0;
    const Rect at = room.share(0, 730, 0, 170);
    const float thick = room.small ? 4 : 10;
    const Rect leaf{room.floor.x - thick, at.y, thick, at.h};
    fill(ui, leaf, open ? Colour{222, 207, 184} : Colour{142, 104, 70}, 1);
    if (open) {
        fill(ui, {leaf.x, leaf.y - 3, std::min(at.h * 0.5F, 46.0F), 6}, Colour{142, 104, 70}, 2);
    } else {
        disc(ui, {leaf.centre().x, leaf.centre().y}, 2.5F, paint::seal);
    }
    const Rect drawn{leaf.x, leaf.y, std::max(thick, 14.0F), leaf.h};
    part_item(hands, door, drawn, at_least(drawn, 24), "part");
}

PartId voter_part(const Layout& layout, const std::string& before) {
    return layout.find(before + ".voter");
}

void draw_at_terminals(Hands& hands, const Room& room, float height) {
    const Layout& layout = hands.world.layout();
    for (const Card& card : room.cards) {
        const DeviceSpec& device = layout.device(card.device);
        if (device.device_class != DeviceClass::terminal) continue;
        const auto number = static_cast<std::size_t>(device.number);
        const VoterId who =
            number < terminals_most ? hands.world.hall.at_terminal[number] : no_voter;
        const Point foot{card.at.right() + height * 0.36F,
                         std::min(card.at.bottom(), card.at.centre().y + height * 0.6F)};
        draw_place(hands, room, voter_part(layout, device.name), foot, height, who);
    }
}

void draw_booths(Hands& hands, const Room& room) {
    const Layout& layout = hands.world.layout();
    std::vector<PartId> booths;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const bool booth = layout.parts[i].name.starts_with("booth_");
        if (booth && has_booth_shape(layout.parts[i])) booths.push_back(static_cast<PartId>(i));
    }
    if (booths.empty()) return;
    const Rect row = room.share(300, 15, 395, 215);
    const float w = row.w / static_cast<float>(booths.size());
    const Brush brush{hands.ui, hands.world, hands.reader, room.small};
    for (std::size_t i = 0; i < booths.size(); ++i) {
        const Rect at =
            Rect{row.x + w * static_cast<float>(i), row.y, w, row.h}.inset(w * 0.08F, 0);
        draw_part(brush, booths[i], at);
        // Feet below the curtain: somebody is in there, and nothing more is seen.
        if (static_cast<int>(i) < hands.world.hall.booths_taken) {
            for (const float x : {0.42F, 0.6F}) {
                fill(hands.ui,
                     {at.x + at.w * x, at.bottom() - at.h * 0.1F, at.w * 0.12F, at.h * 0.08F},
                     paint::dark, 2);
            }
        }
        part_item(hands, booths[i], at, at, "part");
    }
}

}  // namespace

bool has_booth_shape(const PartSpec& spec) {
    return spec.kind == PartKind::unit && spec.shape.size[0] > 0;
}

void draw_floor(Hands& hands, const Room& room) {
    Ui& ui = hands.ui;
    const Rect& floor = room.floor;
    if (ui.theme.plain) {
        fill(ui, floor.inset(-8), Token::paper);
        outline(ui, floor.inset(-4), Token::ink, 4, 4);
    } else {
        const bool off = dark(hands.world);
        const float thick = room.small ? 4 : 12;
        fill(ui, floor.inset(-thick), off ? Colour{92, 112, 108} : Colour{150, 176, 166}, 4);
        fill(ui, floor, off ? Colour{176, 162, 142} : Colour{232, 219, 198});
        const float plank = std::max(12.0F, floor.h / 26);
        for (float y = floor.y + plank; y < floor.bottom(); y += plank) {
            fill(ui, {floor.x, y, floor.w, 1}, off ? Colour{164, 150, 130} : Colour{222, 207, 184});
        }
        draw_windows(ui, room);
    }
    draw_board_on_wall(hands, room);
}

void draw_people(Hands& hands, const Room& room) {
    const Layout& layout = hands.world.layout();
    const Hall& hall = hands.world.hall;
    const float height = std::clamp(room.floor.h * 0.1F, 14.0F, 64.0F);
    draw_booths(hands, room);
    draw_observers(hands, room);
    draw_entrance(hands, room);
    draw_at_terminals(hands, room, height);
    const auto spot = [&](float x, float y) {
        const Rect at = room.share(x, y, 0, 0);
        return Point{at.x, at.y};
    };
    const Point head = spot(330, 860);
    const float step = std::min(height * 0.62F, room.floor.w * 0.03F);
    draw_queue(hands, room, hall.desk_queue, head, {-step, 0}, height, 9);
    const PartId queue = layout.find("queue");
    if (queue != no_part && hands.interactive) {
        const float w = step * static_cast<float>(std::max<std::size_t>(
                                   1, std::min<std::size_t>(hall.desk_queue.size(), 9)));
        const Rect at{head.x - w, head.y - height, w + height * 0.3F, height};
        part_item(hands, queue, at, at_least(at, 24), "part");
    }
    draw_queue(hands, room, hall.list_queue, spot(395, 640), {0, step}, height, 3);
    draw_place(hands, room, voter_part(layout, "desk"), spot(395, 500), height, hall.at_list);
    draw_queue(hands, room, hall.booth_queue, spot(660, 318), {-step, 0}, height, 4);
    draw_queue(hands, room, hall.scanner_queue, spot(697, 430), {0, -step}, height, 3);
    draw_place(hands, room, voter_part(layout, "scanner"), spot(697, 560), height, hall.at_scanner);
}

}  // namespace sim::seats
