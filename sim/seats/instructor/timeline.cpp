#include <algorithm>
#include <optional>

#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

/// From the drill's beginning to its end, in whole steps of the ruler.
struct Axis {
    Time from = 0;
    Time to = 1;
    Time step = engine::hour;
    float x = 0;
    float w = 1;

    float at(Time time) const {
        const double share =
            static_cast<double>(time - from) / static_cast<double>(std::max<Time>(1, to - from));
        return x + w * static_cast<float>(std::clamp(share, 0.0, 1.0));
    }
};

Axis axis_of(const View& view, const Rect& rect) {
    const Setup& setup = view.live.setup();
    Axis axis;
    axis.x = rect.x + 22;
    axis.w = rect.w - 44;
    axis.from = view.live.session->start();
    axis.to = std::min(setup.latest_end, setup.polls_close + 2 * engine::hour);
    axis.to = std::max({axis.to, view.now() + engine::minute, axis.from + 10 * engine::minute});
    const float label = measure(view.ui, Type::label, "00:00").x + 34;
    const double most = std::max(1.0F, axis.w / label);
    constexpr Time steps[] = {engine::minute,      2 * engine::minute,  5 * engine::minute,
                              10 * engine::minute, 15 * engine::minute, 30 * engine::minute,
                              engine::hour,        2 * engine::hour,    3 * engine::hour,
                              6 * engine::hour};
    axis.step = steps[std::size(steps) - 1];
    for (const Time step : steps) {
        if (static_cast<double>(axis.to - axis.from) / static_cast<double>(step) <= most) {
            axis.step = step;
            break;
        }
    }
    axis.from = axis.from / axis.step * axis.step;
    return axis;
}

void draw_ruler(View& view, const Axis& axis, const Rect& rect) {
    Ui& ui = view.ui;
    const float now = axis.at(view.now());
    for (Time time = axis.from; time <= axis.to; time += axis.step) {
        const float x = axis.at(time);
        const std::string words = engine::format_clock(time).substr(0, 5);
        const float w = measure(ui, Type::label, words).x;
        fill(ui, {x, rect.y + 17, 1, 4}, Token::line_strong);
        if (std::abs(x - now) < w + 12) continue;
        text(ui, {x - w / 2, rect.y}, Type::label, Token::ink_3, words);
    }
}

/// Set-up, voting, closing as bands; what has passed is darker.
void draw_phases(View& view, const Axis& axis, const Rect& band) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const Setup& setup = view.live.setup();
    fill(ui, band, Token::sunken, 4);
    const Rect past{band.x, band.y, std::max(0.0F, axis.at(view.now()) - band.x), band.h};
    fill(ui, past, Token::action_soft, 4);
    outline(ui, band, Token::line, 4, ui.theme.border);
    const struct {
        Time from, to;
        std::string_view words;
    } phases[] = {{axis.from, setup.polls_open, _("Set-up")},
                  {setup.polls_open, setup.polls_close, _("Voting")},
                  {setup.polls_close, axis.to, _("Closing")}};
    for (const auto& phase : phases) {
        const float left = axis.at(std::max(phase.from, axis.from));
        const float right = axis.at(std::min(phase.to, axis.to));
        if (phase.from >= axis.to || right - left < 8) continue;
        if (phase.from > axis.from) fill(ui, {left, band.y, 1, band.h}, Token::line_strong);
        if (measure(ui, Type::label, phase.words).x + 16 > right - left) continue;
        text_in(ui, {left + 8, band.y, right - left - 12, band.h}, Type::label, Token::ink_2,
                phase.words);
    }
}

struct Pin {
    Mark::Kind kind{};
    Time time = 0;
    std::string text;
    int count = 1;
    std::optional<WayBack> way;  ///< of a bookmark
};

std::string_view kind_words(Mark::Kind kind, const engine::Translator& _) {
    switch (kind) {
        case Mark::Kind::injected:
            return _("Injected");
        case Mark::Kind::planned:
            return _("Planned");
        case Mark::Kind::note:
            return _("Note");
        case Mark::Kind::message:
            return _("Message");
        case Mark::Kind::bookmark:
            return _("Bookmark");
    }
    return {};
}

/// A malfunction that the scenario itself will inject, and when; nothing for other triggers.
std::optional<std::pair<Time, std::int16_t>> planned(const View& view, std::size_t index) {
    const Trigger& trigger = view.live.setup().triggers[index];
    if (view.world().triggers[index].fired || trigger.when.nodes.size() != 1) return std::nullopt;
    const Condition::Node& node = trigger.when.nodes.front();
    if (node.kind != Condition::Kind::compare || node.signal.signal < 0 ||
        node.comparison != Condition::Comparison::at_least || spec(node.signal).name != "clock" ||
        node.value < view.now()) {
        return std::nullopt;
    }
    for (const Sentence& sentence : trigger.then) {
        if (sentence.command.object == no_part) continue;
        const PartSpec& noun = view.live.layout()[sentence.command.object];
        if (noun.kind == PartKind::fault) return std::pair{node.value, noun.index};
    }
    return std::nullopt;
}

std::vector<Pin> pins_of(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    const auto line = [&](Mark::Kind kind, Time time, const std::string& text) {
        std::string words = engine::format_clock(time) + " · " + std::string(kind_words(kind, _));
        if (!text.empty()) words += ": " + text;
        return words;
    };
    std::vector<Pin> pins;
    const auto title = [&](std::int16_t fault) {
        return view.fault(fault).title.in(view.reader.language);
    };
    for (const InPlay& item : view.state.watch.in_play) {
        const auto kind = item.begun(view.now()) ? Mark::Kind::injected : Mark::Kind::planned;
        pins.push_back({kind, item.since, line(kind, item.since, title(item.fault)), 1, {}});
    }
    for (const Arm& arm : view.live.arms) {
        if (arm.next() == engine::never) continue;
        pins.push_back({Mark::Kind::planned,
                        arm.next(),
                        line(Mark::Kind::planned, arm.next(), title(arm.fault)),
                        1,
                        {}});
    }
    for (std::size_t i = 0; i < view.live.setup().triggers.size(); ++i) {
        const auto plan = planned(view, i);
        if (!plan) continue;
        pins.push_back({Mark::Kind::planned,
                        plan->first,
                        line(Mark::Kind::planned, plan->first, title(plan->second)),
                        1,
                        {}});
    }
    for (const Mark& mark : view.state.watch.marks) {
        pins.push_back({mark.kind, mark.time, line(mark.kind, mark.time, mark.text), 1, {}});
        if (mark.kind != Mark::Kind::bookmark) continue;
        const std::string label = mark.text.empty() ? std::string(_("Bookmark")) : mark.text;
        pins.back().way = WayBack{mark.time, label, true, mark.text};
    }
    std::stable_sort(pins.begin(), pins.end(),
                     [](const Pin& a, const Pin& b) { return a.time < b.time; });
    return pins;
}

/// Marks nearer than ten units are one with a number; injections outrank the rest.
std::vector<Pin> merged(std::vector<Pin> pins, const Axis& axis) {
    constexpr float near = 10;
    std::vector<Pin> all;
    for (Pin& pin : pins) {
        if (all.empty() || axis.at(pin.time) - axis.at(all.back().time) >= near) {
            all.push_back(std::move(pin));
            continue;
        }
        Pin& before = all.back();
        before.text += "\n" + pin.text;
        before.count += pin.count;
        before.way.reset();
        if (pin.kind < before.kind) before.kind = pin.kind;
    }
    return all;
}

void draw_pin(View& view, const Pin& pin, Point centre, int index) {
    Ui& ui = view.ui;
    Item item;
    item.name = "timeline.mark." + std::to_string(index);
    item.label = pin.text;
    item.help = pin.text;
    item.role = engine::view::Role::link;
    item.rect = {centre.x - 9, centre.y - 9, 18, 18};
    const Response response = act(ui, item);
    switch (pin.kind) {
        case Mark::Kind::injected:
            status_shape(ui, centre, 16, Status::fault);
            break;
        case Mark::Kind::planned:
            ring(ui, centre, 8, Token::care, 2);
            disc(ui, centre, 3, Token::care);
            break;
        case Mark::Kind::note:
        case Mark::Kind::message:
            status_shape(ui, centre, 15, Status::info);
            break;
        case Mark::Kind::bookmark:
            icon(ui, item.rect, icons::bookmark, Token::ink, Type::head);
            break;
    }
    if (pin.count > 1) {
        const Rect badge{centre.x + 3, centre.y - 13, 15, 15};
        fill(ui, badge, Token::paper, 7);
        outline(ui, badge, Token::ink, 7, 1);
        text_in(ui, badge.inset(-4, 0), Type::label, Token::ink, std::to_string(pin.count),
                Align::centre);
    }
    // Only a bookmark leads back, and never without a question.
    if (response.clicked && pin.way) ask_back(view, *pin.way);
}

void draw_now_flag(View& view, const Axis& axis, const Rect& rect) {
    Ui& ui = view.ui;
    const std::string words = engine::format_clock(view.now()).substr(0, 5);
    const float w = figures_width(ui, Type::small_strong, words) + 14;
    const float x = axis.at(view.now());
    fill(ui, {x - 1, rect.y + 16, 2, rect.h - 16}, Token::action);
    const Rect flag{std::clamp(x - w / 2, rect.x, rect.right() - w), rect.y - 2, w, 20};
    fill(ui, flag, Token::action, 4);
    figures(ui, {flag.x + 7, flag.y + 1}, Type::small_strong, Token::on_action, words);
}

}  // namespace

void draw_timeline(View& view, const Rect& rect) {
    const Axis axis = axis_of(view, rect);
    draw_ruler(view, axis, rect);
    const Rect band{axis.x, rect.y + 22, axis.w, 26};
    draw_phases(view, axis, band);
    draw_now_flag(view, axis, {rect.x, rect.y, rect.w, 50});
    const std::vector<Pin> pins = merged(pins_of(view), axis);
    for (std::size_t i = 0; i < pins.size(); ++i) {
        draw_pin(view, pins[i], {axis.at(pins[i].time), band.centre().y}, static_cast<int>(i));
    }
}

}  // namespace sim::seats
