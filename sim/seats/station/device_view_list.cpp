#include <algorithm>

#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/device_view.h"
#include "sim/station/reach.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float pad = 10;

struct Line {
    PartId part;
    std::string state;
    Act act;
    float name_high;
    float height;
};

/// What stands below the name: how it is, and what a click does.
std::string below(const Line& line) {
    if (line.state.empty()) return line.act.label;
    if (line.act.label.empty()) return line.state;
    return line.state + " · " + line.act.label;
}

void draw_line(Hands& hands, const Line& line, const Rect& rect) {
    Ui& ui = hands.ui;
    const Response response =
        part_item(hands, line.part, rect, rect, "list", engine::view::Role::row);
    const bool held = line.part == hands.state.hand;
    if (held) fill(ui, rect, Token::action_soft, 6);
    if (response.hovered) fill(ui, rect, Token::sunken, 6);
    Rect inner = rect.inset(pad, 6);
    paragraph(ui, inner.cut_top(line.name_high), Type::body, Token::ink,
              label_of(hands.world.layout(), line.part, hands.reader));
    const Token ink = line.act.enabled || line.act.label.empty() ? Token::action : Token::ink_3;
    if (line.state.empty() || line.act.label.empty()) {
        paragraph(ui, {inner.x, inner.y, inner.w, 0}, Type::small,
                  line.act.label.empty() ? Ink(Token::ink_3) : Ink(ink), below(line));
        return;
    }
    const float both = measure(ui, Type::small, below(line)).x;
    if (both <= inner.w) {
        const float x = text(ui, {inner.x, inner.y}, Type::small, Token::ink_3, line.state + " · ");
        text(ui, {inner.x + x, inner.y}, Type::small, ink, line.act.label);
        return;
    }
    const float used =
        paragraph(ui, {inner.x, inner.y, inner.w, 0}, Type::small, Token::ink_3, line.state);
    paragraph(ui, {inner.x, inner.y + used, inner.w, 0}, Type::small, ink, line.act.label);
}

float below_height(const Hands& hands, const Line& line, float width) {
    const Ui& ui = hands.ui;
    if (line.state.empty() && line.act.label.empty()) return 0;
    if (line.state.empty() || line.act.label.empty()) {
        return measure(ui, Type::small, below(line), width).y;
    }
    if (measure(ui, Type::small, below(line)).x <= width) return spec(Type::small).line;
    return measure(ui, Type::small, line.state, width).y +
           measure(ui, Type::small, line.act.label, width).y;
}

Line line_of(const Hands& hands, PartId part, float width) {
    Line line{part, state_words(hands.world, part, hands.reader), {}, 0, 0};
    const engine::Translator& _ = hands.translate();
    if (reach(hands.world, part)) line.state = _("out of reach");
    line.act = default_act(hands.world, part, hands.actor, hands.reader, hands.state.hand);
    const std::string& name = label_of(hands.world.layout(), part, hands.reader);
    line.name_high = measure(hands.ui, Type::body, name, width - 2 * pad).y;
    line.height = line.name_high + below_height(hands, line, width - 2 * pad) + 12;
    return line;
}

}  // namespace

std::vector<PartId> listed_parts(const World& world, DeviceId device) {
    const Layout& layout = world.layout();
    std::vector<PartId> parts;
    const auto add = [&](PartId part) {
        if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    };
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (layout.parts[i].device != device || layout.parts[i].kind == PartKind::target) continue;
        if (!can_be_acted_on(layout, part)) continue;
        // A broken seal is waste, and what was not printed is not there.
        if (layout.parts[i].kind == PartKind::seal && world.part(part).broken != 0) continue;
        add(part);
        const PartId held = world.part(part).holds;
        if (held != no_part && is_socket(layout.parts[i].kind)) add(held);
    }
    return parts;
}

void draw_part_list(Hands& hands, const Rect& rect) {
    Ui& ui = hands.ui;
    panel(ui, rect, false);
    Rect inner = rect.inset(6);
    inner.x += 6;
    inner.w -= 6;
    Rect head = inner.cut_top(34);
    const engine::Translator& _ = hands.translate();
    text_in(ui, head, Type::small_strong, Token::ink_3, _("Parts"));
    const std::string area = hands.prefix + ".list";
    const Rect content = begin_scroll(ui, area, inner);
    float y = content.y;
    for (const PartId part : listed_parts(hands.world, hands.state.device)) {
        const Line line = line_of(hands, part, content.w);
        draw_line(hands, line, {content.x, y, content.w, line.height});
        y += line.height + 2;
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
