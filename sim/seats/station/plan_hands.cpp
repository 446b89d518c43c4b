#include "sim/seats/station/plan_hands.h"

#include <algorithm>
#include <charconv>
#include <regex>
#include <utility>

#include "engine/core/phrase.h"
#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/feeding.h"

namespace sim::seats {

using namespace engine::view;

namespace {

bool busy(const Hands& hands) {
    return hands.actor != no_post && hands.world.actors[static_cast<std::size_t>(hands.actor)].busy;
}

/// Round a shape in space. Blue in white is for what is to be found; what is only pointed at
/// stands in white, dark outside so that it shows before anything.
void trace(Ui& ui, const std::vector<Point>& around, bool wanted) {
    std::vector<Point> closed = around;
    closed.push_back(around.front());
    polyline(ui, closed, wanted ? Token::paper : Token::ink, wanted ? 7.0F : 4.0F);
    polyline(ui, closed, wanted ? Token::focus : Token::paper, wanted ? 3.0F : 2.0F);
}

/// What is asked for before it is said.
bool wants_answer(const World& world, const Act& act) {
    if (act.needs_value || act.needs_words) return true;
    const PartId object = act.command.object;
    if (object == no_part || !act.takes_words) return false;
    return world.layout()[object].kind == PartKind::paper;
}

/// What is pulled out stays in the hand.
bool pulls(const Act& act) {
    const std::string_view verb = sim::verb(act.command.verb).name;
    return verb == "remove" || verb == "disconnect";
}

void say(Hands& hands, const Act& act, PartId part) {
    hands.state.ask_part = part;
    hands.result.act = act.command;
    hands.result.part = part;
    if (pulls(act) && act.enabled) {
        hands.state.hand = act.command.object;
        hands.state.pulling = 3;
    }
}

void open_acts(Hands& hands, PartId part, const Rect& rect) {
    hands.state.menu_part = part;
    hands.state.menu_at = rect;
    hands.state.menu_names.clear();
    open_menu(hands.ui, hands.prefix + ".menu");
}

/// Keys of sources, as in "opens at 08:00 (KG31)", are for the handbook.
std::string without_sources(const std::string& hint) {
    static const std::regex sources(R"( \((?:[A-Z]+[0-9][0-9.]*(?:, )?)+\))");
    return std::regex_replace(hint, sources, "");
}

std::string tip_of(const Hands& hands, PartId part) {
    const std::string& name = label_of(hands.world.layout(), part, hands.reader);
    std::string tip = name;
    const std::string state = state_words(hands.world, part, hands.reader);
    if (!state.empty()) tip += " – " + state;
    const std::string& hint = hands.world.layout()[part].hint.in(hands.reader.language);
    if (!hint.empty()) tip += "\n" + without_sources(hint);
    if (!hands.interactive) return tip;
    const Act act = default_act(hands.world, part, hands.actor, hands.reader, hands.state.hand);
    const engine::Translator& _ = hands.translate();
    if (act.name.empty()) {
        tip += "\n" + std::string(_("Click: what can be done"));
    } else {
        // Who came here by Tab acts as everywhere.
        const bool by_keys = hands.ui.state.ring && hands.ui.state.hot.empty();
        const KeyPress key = by_keys ? KeyPress{engine::view::Key::enter} : hands.state.act_key;
        tip += "\n" + engine::fill(_("Click: {}"), {act.label}) + "  [" + name_of(key) + "]";
        // What has just been told beside it is not said twice.
        const bool told = hands.state.told_at == part && hands.ui.time < hands.state.told_until;
        if (!act.enabled && !told) tip += "\n" + act.reason;
    }
    return tip;
}

/// The one part that was asked for: its name and what to do with it.
void draw_target(Hands& hands) {
    const PartId part = hands.state.target;
    const Hands::Spot* spot = part == no_part ? nullptr : hands.find(part);
    // A row of the list says both itself.
    if (spot == nullptr || (hands.state.list_open && spot->outline.empty())) return;
    Ui& ui = hands.ui;
    const std::string& name = label_of(hands.world.layout(), part, hands.reader);
    std::string says = hands.state.target_says;
    if (says.empty()) {
        says = default_act(hands.world, part, hands.actor, hands.reader, hands.state.hand).label;
    }
    const float widest = std::min(240.0F, ui.screen.w - 32);
    const Point size = measure(ui, Type::small_strong, name, widest);
    const Point second = measure(ui, Type::small, says, widest);
    const float words = says.empty() ? 0 : second.y;
    const Rect at = spot->rect;
    Rect box{at.x - std::max(size.x, second.x) - 56, at.y - size.y - words - 24,
             std::max(size.x, second.x) + 24, size.y + words + 12};
    const Rect free = (hands.free.empty() ? ui.screen : hands.free).inset(4);
    if (box.x < free.x) box.x = std::min(at.right() + 32, free.right() - box.w);
    if (box.y < free.y) box.y = at.bottom() + 24;
    box.x = std::clamp(box.x, free.x, std::max(free.x, free.right() - box.w));
    box.y = std::clamp(box.y, free.y, std::max(free.y, free.bottom() - box.h));
    const Point from{box.x > at.x ? box.x : box.right(), box.centre().y};
    line(ui, from, {std::clamp(from.x, at.x, at.right()), std::clamp(from.y, at.y, at.bottom())},
         Token::focus, 2);
    ui.spared = box;
    if (hands.interactive) {
        // What is small is hit by its name as well.
        Item item;
        item.name = hands.prefix + ".target";
        item.label = name;
        item.value = says;
        item.rect = box;
        if (engine::view::act(ui, std::move(item)).clicked) act_by_default(hands, part, box);
    }
    fill(ui, box, Token::focus, 6);
    paragraph(ui, {box.x + 12, box.y + 6, size.x + 1, 0}, Type::small_strong, Token::on_action,
              name);
    paragraph(ui, {box.x + 12, box.y + 6 + size.y, second.x + 1, 0}, Type::small, Token::on_action,
              says);
}

void draw_acts(Hands& hands) {
    PlanState& state = hands.state;
    Ui& ui = hands.ui;
    const std::string name = hands.prefix + ".menu";
    if (state.menu_part == no_part) return;
    if (!menu_open(ui, name)) {
        state.menu_part = no_part;
        return;
    }
    hands.result.menu = state.menu_part;
    const std::vector<Act> acts =
        acts_on(hands.world, state.menu_part, hands.actor, hands.reader, state.hand);
    std::vector<MenuEntry> entries;
    std::vector<std::string> names;
    for (const Act& act : acts) {
        MenuEntry entry{act.name, act.label, act.reason, "", act.enabled, false};
        if (act.is_default) entry.key = name_of(state.act_key);
        entries.push_back(std::move(entry));
        names.push_back(act.name);
    }
    const PartId part = state.menu_part;
    const auto chosen =
        menu(ui, name, state.menu_at, label_of(hands.world.layout(), part, hands.reader),
             std::move(entries));
    // The world may have moved on since the menu was drawn: what was read is what is meant.
    const std::vector<std::string> shown = std::exchange(state.menu_names, std::move(names));
    if (!chosen || *chosen < 0 || *chosen >= static_cast<int>(shown.size())) return;
    const std::string& wanted = shown[static_cast<std::size_t>(*chosen)];
    for (const Act& act : acts) {
        if (act.name == wanted) return choose_act(hands, act, part, state.menu_at);
    }
}

/// Nothing when it is no number.
std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = error == std::errc() && end == text.data() + text.size();
    return all && !text.empty() ? std::optional(value) : std::nullopt;
}

bool answered(const PlanState& state) {
    if (state.ask->needs_value) return number_in(state.ask_value).has_value();
    return !state.ask->needs_words || !state.ask_value.empty();
}

void finish_ask(Hands& hands) {
    PlanState& state = hands.state;
    Act act = *state.ask;
    if (act.needs_value) {
        act.command.has_value = true;
        act.command.value = *number_in(state.ask_value);
    } else {
        act.command.words = state.ask_value;
    }
    act.command.time = hands.world.now;
    state.ask.reset();
    say(hands, act, state.ask_part);
}

void draw_ask(Hands& hands) {
    PlanState& state = hands.state;
    if (!state.ask) return;
    Ui& ui = hands.ui;
    const engine::Translator& _ = hands.translate();
    push_layer(ui);
    Item beside;
    beside.name = hands.prefix + ".ask.beside";
    beside.role = engine::view::Role::area;
    beside.rect = ui.screen;
    bool leave = act(ui, beside).pressed;
    const float width = std::min(360.0F, ui.screen.w - 16);
    const std::string title = sentence_words(hands.world, state.ask->command, hands.reader);
    const Point size = measure(ui, Type::head, title, width - 32);
    Rect box{state.menu_at.x, state.menu_at.bottom() + 6, width, size.y + 132};
    box.x = std::clamp(box.x, 8.0F, std::max(8.0F, ui.screen.w - 8 - box.w));
    box.y = std::clamp(box.y, 8.0F, std::max(8.0F, ui.screen.h - 8 - box.h));
    panel(ui, box, true);
    Rect inner = box.inset(16);
    paragraph(ui, inner.cut_top(size.y), Type::head, Token::ink, title);
    inner.cut_top(12);
    const bool number = state.ask->needs_value;
    const auto typed = field(ui, inner.cut_top(40), hands.prefix + ".ask.value",
                             number ? _("A number") : _("In words"), state.ask_value,
                             number ? _("A number") : _("In words"));
    inner.cut_top(12);
    const bool ready = answered(state);
    Button go{hands.prefix + ".ask.say", std::string(_("Confirm"))};
    go.look = Look::primary;
    go.enabled = ready;
    Button back{hands.prefix + ".ask.cancel", std::string(_("Cancel"))};
    Rect row = inner.cut_top(40);
    const bool said = button(ui, row.cut_right(std::max(96.0F, width_of(ui, go))), go);
    row.cut_right(8);
    leave = button(ui, row.cut_right(std::max(96.0F, width_of(ui, back))), back) || leave;
    leave = ui.input.take(state.back_key) || leave;
    pop_layer(ui);
    if (ready && (said || typed.submitted)) return finish_ask(hands);
    if (leave) state.ask.reset();
}

}  // namespace

void choose_act(Hands& hands, const Act& act, PartId part, const Rect& rect) {
    PlanState& state = hands.state;
    if (!act.enabled) {
        tell_at(state, hands.ui, part, act.already ? Status::info : Status::care, act.reason);
        // Trying it is an act as well, unless there is nothing to be tried.
        const bool tried = act.kind == ActKind::say && !act.already && !busy(hands);
        if (tried && !wants_answer(hands.world, act)) say(hands, act, part);
        return;
    }
    state.told_at = no_part;
    switch (act.kind) {
        case ActKind::take_up:
            state.hand = part;
            return;
        case ActKind::put_down:
            state.hand = no_part;
            return;
        case ActKind::look:
            hands.result.look = part;
            return;
        case ActKind::say:
            break;
    }
    if (wants_answer(hands.world, act)) {
        state.ask = act;
        state.ask_value.clear();
        state.ask_part = part;
        state.menu_at = rect;
        focus(hands.ui, hands.prefix + ".ask.value");
        return;
    }
    say(hands, act, part);
}

const Hands::Spot* Hands::find(PartId part) const {
    const auto found = std::find_if(spots.rbegin(), spots.rend(),
                                    [part](const Spot& spot) { return spot.part == part; });
    return found == spots.rend() ? nullptr : &*found;
}

Rect at_least(const Rect& rect, float size) {
    const float w = std::max(rect.w, size);
    const float h = std::max(rect.h, size);
    return centred(rect, w, h);
}

float longest_word(const Ui& ui, Type type, std::string_view text) {
    float longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        longest = std::max(longest, measure(ui, type, text.substr(0, end)).x);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

bool whole_words(const Ui& ui, Type type, std::string_view text, float width) {
    return longest_word(ui, type, text) <= width;
}

void act_by_default(Hands& hands, PartId part, const Rect& rect) {
    const Act act = default_act(hands.world, part, hands.actor, hands.reader, hands.state.hand);
    if (act.name.empty()) return open_acts(hands, part, rect);
    choose_act(hands, act, part, rect);
}

Response part_item(Hands& hands, PartId part, const Rect& drawn, const Rect& hit,
                   std::string_view where, engine::view::Role role) {
    hands.spots.push_back({part, drawn, {}, where == "list"});
    if (!hands.interactive) return {};
    Ui& ui = hands.ui;
    Item item;
    item.name = hands.prefix + "." + std::string(where) + "." + hands.world.layout()[part].name;
    item.label = label_of(hands.world.layout(), part, hands.reader);
    item.value = state_words(hands.world, part, hands.reader);
    item.role = role;
    item.rect = hit;
    item.selected = part == hands.state.hand;
    const bool pointed =
        ui.state.hot == item.name || (ui.state.ring && ui.state.focus == item.name);
    // It would lie over the names.
    const bool named = hands.state.labels && hands.state.device != no_device;
    if (pointed && where == "part" && !named) item.help = tip_of(hands, part);
    const Response response = act(ui, std::move(item));
    if (pointed) hands.pointed = part;
    if (response.pressed && where == "part") hold_sheet_at(hands, part);
    if (response.clicked && !hands.state.drag.moving) act_by_default(hands, part, hit);
    if (response.menu) open_acts(hands, part, hit);
    if (response.hovered && shortcut(ui, hands.state.act_key)) act_by_default(hands, part, hit);
    return response;
}

void screen_item(Hands& hands, PartId part, const Rect& rect) {
    hands.spots.push_back({part, rect});
    if (!hands.interactive) return;
    Item item;
    item.name = hands.prefix + ".part." + hands.world.layout()[part].name;
    item.label = label_of(hands.world.layout(), part, hands.reader);
    const engine::Translator& _ = hands.translate();
    item.help = item.label + "\n" + std::string(_("Click: enlarge it"));
    item.role = engine::view::Role::part;
    item.rect = rect;
    const Response response = act(hands.ui, std::move(item));
    if (response.hovered || response.ringed) hands.pointed = part;
    if (response.clicked) hands.result.screen = hands.world.layout()[part].device;
}

void finish_hands(Hands& hands) {
    PlanState& state = hands.state;
    state.hovered = hands.pointed;
    const auto mark = [&](PartId part, bool wanted) {
        constexpr float width = 3;
        const Hands::Spot* spot = part == no_part ? nullptr : hands.find(part);
        if (spot == nullptr) return;
        // A line round half the picture, such as round all who wait, shows nothing.
        const Rect& screen = hands.ui.screen;
        const bool vast = spot->rect.w * spot->rect.h > 0.12F * screen.w * screen.h;
        if (!wanted && vast && !spot->outline.empty()) return;
        if (!spot->outline.empty()) return trace(hands.ui, spot->outline, wanted);
        outline(hands.ui, spot->rect.inset(-width - 2), Token::paper, 7, 2);
        outline(hands.ui, spot->rect.inset(-width), Token::focus, 6, width);
    };
    // Who is shown something sees where, though their own hands rest.
    if (hands.interactive || state.covered) mark(state.target, true);
    if (!hands.interactive) return;
    if (state.target != no_part) {
        lead_focus(hands.ui, hands.prefix + ".part." + hands.world.layout()[state.target].name);
    }
    if (hands.pointed != state.target) mark(hands.pointed, false);
    draw_target(hands);
    drag_sheet(hands);
    draw_acts(hands);
    draw_ask(hands);
    draw_told(hands);
}

}  // namespace sim::seats
