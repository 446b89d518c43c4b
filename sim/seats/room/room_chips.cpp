#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/view/widgets.h"
#include "sim/seats/room/room_frame.h"
#include "sim/seats/station/plan_layout.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float chip_high = 30;
constexpr float away = 16;  ///< of a chip from the top of what it names

/// A device's name where it stands.
struct Chip {
    DeviceId device = no_device;
    DeviceState how;
    std::string name;
    Rect at;
    float mark = 0;            ///< width of its status
    std::optional<Point> top;  ///< of the device, in the picture
};

/// What a label is made of: no longer than the kind and number that tell it from the others.
std::string short_name(const Layout& layout, DeviceId device, const Reader& reader) {
    const DeviceSpec& spec = layout.device(device);
    const engine::Translator& _ = reader.translate;
    const bool several = layout.device_of(spec.device_class, 1) != no_device;
    const auto numbered = [&](std::string_view one, std::string_view of_many) {
        if (!several) return std::string(one);
        return fmt::format(fmt::runtime(of_many), spec.number + 1);
    };
    if (spec.device_class == DeviceClass::scanner) return numbered(_("Scanner"), _("Scanner {}"));
    if (spec.device_class == DeviceClass::terminal) {
        return numbered(_("Terminal"), _("Terminal {}"));
    }
    return device_label(layout, device, reader);
}

float overlap(const Rect& a, const Rect& b) {
    const Rect both = common(a, b);
    return both.empty() ? 0.0F : both.w * both.h;
}

/// Near its device, over no face and no other label, its leader over none either.
void place(Chip& chip, const Rect& room, const std::vector<Rect>& faces,
           const std::vector<Rect>& taken) {
    const float wide = chip.at.w;
    const Point top = *chip.top;
    float best = 1e9F;
    Rect chosen = chip.at;
    for (int up = 0; up < 8; ++up) {
        for (const float aside : {0.0F, -0.5F, 0.5F, -0.8F, 0.8F, -1.2F, 1.2F}) {
            Rect at{top.x - wide / 2 + aside * wide,
                    top.y - away - chip_high - 22 * static_cast<float>(up), wide, chip_high};
            at.x = std::clamp(at.x, room.x, room.right() - wide);
            at.y = std::clamp(at.y, room.y, room.bottom() - chip_high);
            float cost = 3 * std::abs(aside) * wide + 22 * static_cast<float>(up);
            const Point foot{std::clamp(top.x, at.x + 8, at.right() - 8), at.bottom()};
            for (const Rect& face : faces) {
                cost += 4 * overlap(at.inset(-3), face);
                for (float share = 0.1F; share < 1; share += 0.1F) {
                    const Point on{foot.x + (top.x - foot.x) * share,
                                   foot.y + (top.y - foot.y) * share};
                    if (face.contains(on)) cost += 120;
                }
            }
            for (const Rect& other : taken) cost += 40 * overlap(at.inset(-4), other);
            if (cost >= best) continue;
            best = cost;
            chosen = at;
        }
    }
    chip.at = chosen;
}

void draw_chip(RoomFrame& frame, const Chip& chip, bool alone) {
    Hands& hands = frame.hands;
    Ui& ui = hands.ui;
    Item item;
    item.name = hands.prefix + ".device." + hands.world.layout().device(chip.device).name;
    item.label = device_label(hands.world.layout(), chip.device, hands.reader);
    item.value = chip.how.word;
    item.rect = chip.at;
    const Response response = act(ui, item);
    if (alone) {
        shadow(ui, chip.at);
        frame.view.covers.push_back(chip.at);
        fill(ui, chip.at, response.hovered ? Token::action_soft : Token::paper, 8);
    } else if (response.hovered) {
        fill(ui, chip.at, Token::action_soft, 6);
    }
    if (chip.mark > 0) {
        status_shape(ui, {chip.at.x + 18, chip.at.centre().y}, 15, chip.how.status);
    }
    text_in(ui, {chip.at.x + 10 + chip.mark, chip.at.y, chip.at.w - 16 - chip.mark, chip.at.h},
            Type::small_strong, Token::ink, chip.name);
    if (!response.clicked) return;
    hands.state.device = chip.device;
    hands.state.face = "front";
    hands.state.list_open = false;
    hands.result.opened = true;
}

/// What has no place in the picture stands together at its lower edge.
void draw_elsewhere(RoomFrame& frame, std::vector<Chip>& chips) {
    if (chips.empty()) return;
    constexpr float pad = 4;
    const float most = frame.middle.w - 2 * pad;
    float x = 0;
    float y = 0;
    float widest = 0;
    for (Chip& chip : chips) {
        if (x > 0 && x + chip.at.w > most) {
            x = 0;
            y += chip_high;
        }
        chip.at.x = x;
        chip.at.y = y;
        x += chip.at.w;
        widest = std::max(widest, x);
    }
    const float high = y + chip_high + 2 * pad;
    const Rect ground{frame.middle.x, frame.middle.bottom() - high, widest + 2 * pad, high};
    panel(frame.hands.ui, ground, true);
    frame.view.covers.push_back(ground);
    for (Chip& chip : chips) {
        chip.at = chip.at.moved(ground.x + pad, ground.y + pad);
        draw_chip(frame, chip, false);
    }
}

}  // namespace

void draw_chips(RoomFrame& frame) {
    Hands& hands = frame.hands;
    Ui& ui = hands.ui;
    const Layout& layout = hands.world.layout();
    const glm::mat4 lens =
        engine::scene::view_projection(frame.view.camera, frame.all.w / frame.all.h);
    Rect room = frame.middle;
    room.cut_bottom(2 * chip_high + 12);
    std::vector<Chip> shown;
    std::vector<Chip> elsewhere;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        Chip chip;
        chip.device = static_cast<DeviceId>(i);
        chip.how = device_state(hands.world, chip.device, hands.reader);
        chip.name = short_name(layout, chip.device, hands.reader);
        chip.mark = chip.how.word.empty() ? 0.0F : 22.0F;
        const float wide = measure(ui, Type::small_strong, chip.name).x + chip.mark + 22;
        chip.at = {0, 0, std::min(wide, frame.middle.w), chip_high};
        const engine::scene::Box box = is_kit(layout.devices[i].device_class)
                                           ? engine::scene::Box{}
                                           : frame.view.scene->body_of(layout, chip.device);
        if (!box.empty()) {
            const glm::vec3 above{box.centre().x, box.high.y, box.centre().z};
            if (const auto at = engine::scene::project(lens, above, frame.all.w, frame.all.h)) {
                chip.top = Point{frame.all.x + at->x, frame.all.y + at->y};
            }
        }
        const bool in_view = chip.top && room.contains(*chip.top);
        (in_view ? shown : elsewhere).push_back(std::move(chip));
    }
    const std::vector<Rect> faces = faces_in(frame.view, frame.all);
    std::vector<Rect> taken = frame.view.covers;
    // The one that is nearest stays where it belongs.
    std::stable_sort(shown.begin(), shown.end(),
                     [](const Chip& a, const Chip& b) { return a.top->y > b.top->y; });
    for (Chip& chip : shown) {
        place(chip, room, faces, taken);
        taken.push_back(chip.at);
    }
    // Whose place is behind what somebody says.
    const auto hidden = [&](const Chip& chip) {
        const auto& over = frame.view.over;
        return std::any_of(over.begin(), over.end(),
                           [&](const Rect& one) { return overlap(chip.at, one) > 0; });
    };
    const auto open = std::stable_partition(shown.begin(), shown.end(),
                                            [&](auto& chip) { return !hidden(chip); });
    std::move(open, shown.end(), std::back_inserter(elsewhere));
    shown.erase(open, shown.end());
    for (const Chip& chip : shown) {
        const Point from{std::clamp(chip.top->x, chip.at.x + 8, chip.at.right() - 8),
                         chip.at.bottom()};
        if (chip.top->y <= from.y) continue;
        line(ui, from, *chip.top, Token::paper, 3);
        line(ui, from, *chip.top, Token::band, 1.5F);
        disc(ui, *chip.top, 4, Token::paper);
        disc(ui, *chip.top, 2.5F, Token::band);
    }
    for (const Chip& chip : shown) draw_chip(frame, chip, true);
    draw_elsewhere(frame, elsewhere);
}

}  // namespace sim::seats
