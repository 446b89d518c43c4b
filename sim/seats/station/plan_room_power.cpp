#include <algorithm>

#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/plan_room.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Supply {
    std::string_view name;  ///< "strip", before the dot
    std::string label;
    std::vector<PartId> outlets;
    PartId toggle = no_part;
};

std::vector<Supply> supplies_of(const Hands& hands, DeviceId device) {
    const Layout& layout = hands.world.layout();
    std::vector<Supply> supplies;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || spec.kind != PartKind::outlet) continue;
        const std::string_view name = std::string_view(spec.name).substr(0, spec.name.find('.'));
        auto found = std::find_if(supplies.begin(), supplies.end(),
                                  [name](const Supply& one) { return one.name == name; });
        if (found == supplies.end()) {
            const PartId unit = layout.find(name);
            const engine::Translator& _ = hands.translate();
            supplies.push_back(
                {name,
                 unit == no_part ? std::string(_("Wall")) : label_of(layout, unit, hands.reader),
                 {},
                 layout.find(std::string(name) + ".switch")});
            found = supplies.end() - 1;
        }
        found->outlets.push_back(static_cast<PartId>(i));
    }
    return supplies;
}

float label_high(const Ui& ui, const Supply& supply, float width) {
    return measure(ui, Type::label, supply.label, width).y;
}

bool label_fits(const Ui& ui, const Supply& supply, float width) {
    return label_high(ui, supply, width) <= 32 && whole_words(ui, Type::label, supply.label, width);
}

void draw_supply(Hands& hands, const Rect& rect, const Supply& supply, bool words) {
    Ui& ui = hands.ui;
    Rect rest = rect;
    if (words) {
        rest.cut_bottom(34);
        paragraph(ui, {rect.x, rest.bottom() + 4, rect.w, 0}, Type::label, Token::ink_3,
                  supply.label, Align::centre);
    }
    const auto count = static_cast<float>(supply.outlets.size());
    const float step = std::min({rest.w / count, rest.h, 30.0F});
    Rect bar = centred(rest, step * count, step);
    if (words) bar.y = rest.bottom() - step;
    fill(ui, bar.inset(-2), Token::sunken, 5);
    outline(ui, bar.inset(-2), Token::line, 5, ui.theme.border);
    const Brush brush{ui, hands.world, hands.reader, true};
    for (std::size_t i = 0; i < supply.outlets.size(); ++i) {
        const PartId outlet = supply.outlets[i];
        const Rect at =
            Rect{bar.x + step * static_cast<float>(i), bar.y, step, step}.inset(step * 0.12F);
        draw_socket(brush, outlet, at);
        hands.spots.push_back({outlet, at});
        const PartId plug = hands.world.part(outlet).holds;
        if (plug != no_part) draw_plug(brush, plug, at.inset(at.w * 0.16F));
    }
}

}  // namespace

void draw_power(Hands& hands, const Rect& rect, DeviceId device, bool small) {
    const std::vector<Supply> supplies = supplies_of(hands, device);
    if (supplies.empty()) return;
    const auto weight = [&](const Supply& supply) {
        const float plugs = static_cast<float>(supply.outlets.size()) * 22 + 12;
        return std::max(plugs, longest_word(hands.ui, Type::label, supply.label) + 10);
    };
    float all = 0;
    for (const Supply& supply : supplies) all += weight(supply);
    const auto wide = [&](const Supply& supply) { return rect.w * weight(supply) / all; };
    // All of them or none.
    const bool words = !small && rect.h >= 58 &&
                       std::all_of(supplies.begin(), supplies.end(), [&](const Supply& supply) {
                           return label_fits(hands.ui, supply, wide(supply) - 6);
                       });
    Rect rest = rect;
    for (const Supply& supply : supplies) {
        draw_supply(hands, rest.cut_left(wide(supply)).inset(3, 0), supply, words);
    }
}

}  // namespace sim::seats
