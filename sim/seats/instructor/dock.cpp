#include <algorithm>

#include "sim/assessment/describe.h"
#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float pad = 12;

float draw_line(Ui& ui, Point at, float width, Status status, Type type, Token ink,
                std::string_view words) {
    status_shape(ui, {at.x + 7, at.y + 9}, 13, status);
    return paragraph(ui, {at.x + 20, at.y, width - 20, 0}, type, ink, words) + 3;
}

/// The signs of the malfunction: seen or not yet.
float draw_signs(View& view, Point at, float width, const InPlay& item, const FaultSpec& fault) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    float y = at.y + caption(ui, {at.x, at.y, width, 0}, _("Signs"));
    for (std::size_t i = 0; i < fault.signs.size(); ++i) {
        const bool seen = item.signs[i].reached != engine::never;
        std::string words = fault.signs[i].text.in(view.reader.language);
        words += " · ";
        words += seen ? engine::format_clock(item.signs[i].reached) : std::string(_("not yet"));
        y += draw_line(ui, {at.x, y}, width, seen ? Status::ok : Status::idle, Type::small,
                       seen ? Token::ink : Token::ink_3, words);
    }
    return y - at.y;
}

float draw_response(View& view, Point at, float width, const InPlay& item, const FaultSpec& fault) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    if (fault.recovery.steps.empty()) return 0;
    float y = at.y + caption(ui, {at.x, at.y, width, 0}, _("Expected response"));
    for (std::size_t i = 0; i < fault.recovery.steps.size(); ++i) {
        const ResponseState state = state_of(item, fault, i);
        std::string words = fault.recovery.steps[i].text.in(view.reader.language);
        // What was so before the malfunction is nobody's response.
        const InPlay::Moment& moment = item.steps[i];
        const bool before = moment.reached <= std::max(moment.asked, item.since);
        if (state == ResponseState::done) {
            words += " · " + std::string(before ? _("was so before") : _("done"));
        } else if (state == ResponseState::next) {
            words += " · " + std::string(_("next"));
        }
        y += draw_line(ui, {at.x, y}, width,
                       state == ResponseState::done   ? before ? Status::idle : Status::ok
                       : state == ResponseState::next ? Status::info
                                                      : Status::idle,
                       state == ResponseState::next ? Type::small_strong : Type::small,
                       state == ResponseState::later ? Token::ink_3 : Token::ink, words);
    }
    return y - at.y;
}

/// "1:12 of 5:00", with a bar under it.
float draw_elapsed(View& view, Point at, float width, const InPlay& item, const FaultSpec& fault) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const Time elapsed = view.now() - item.since;
    const Time expected = expected_time(fault);
    const bool limited = expected != engine::never && expected > 0;
    const std::string words =
        limited ? engine::fill(_("{} of {}"), {span_words(elapsed), span_words(expected)})
                : span_words(elapsed);
    figures(ui, at, Type::head, Token::ink, words);
    const std::string by(item.author == Seat::instructor ? _("Injected by you")
                                                         : _("By the scenario"));
    const float room = width - figures_width(ui, Type::head, words) - 12;
    float h = 24;
    if (measure(ui, Type::small, by).x <= room) {
        text_in(ui, {at.x + width - room, at.y, room, 22}, Type::small, Token::ink_3, by,
                Align::right);
    } else {
        h += paragraph(ui, {at.x, at.y + 24, width, 0}, Type::small, Token::ink_3, by);
    }
    if (limited) {
        const float share =
            static_cast<float>(static_cast<double>(elapsed) / static_cast<double>(expected));
        progress(ui, {at.x, at.y + h, width, 4}, share, share > 1 ? Token::fault : Token::action);
        h += 8;
    }
    return h + 4;
}

float draw_acts(View& view, Point at, float width, const InPlay& item, bool last) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const std::string name = "play." + std::to_string(item.injection);
    Button clear{name + ".clear", std::string(_("Clear")),
                 std::string(_("Ends the causes of this malfunction")), icons::check};
    Button undo{name + ".undo", std::string(_("Undo")),
                std::string(_("Takes the last injection back; what it left behind stays")),
                icons::undo};
    const float clear_w = width_of(ui, clear);
    if (button(ui, {at.x, at.y, std::min(clear_w, width), 34}, clear)) {
        clear_fault(view, item.fault);
    }
    if (!last) return 34;
    const bool beside = clear_w + 8 + width_of(ui, undo) <= width;
    const Point undo_at = beside ? Point{at.x + clear_w + 8, at.y} : Point{at.x, at.y + 40};
    if (button(ui, {undo_at.x, undo_at.y, std::min(width, width_of(ui, undo)), 34}, undo)) {
        undo_last(view);
    }
    return undo_at.y + 34 - at.y;
}

/// What stands in the card; the ground is drawn before, from the height of the last frame.
float draw_card(View& view, const Rect& rect, const InPlay& item, bool last) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const FaultSpec& fault = view.fault(item.fault);
    const bool active = item.active(view.now());
    const float width = rect.w - 2 * pad;
    const float x = rect.x + pad;
    float y = rect.y + 10;
    status_shape(ui, {x + 9, y + 11}, 18, active ? Status::fault : Status::info);
    y += paragraph(ui, {x + 26, y, width - 26, 0}, Type::body_strong,
                   active ? Token::fault : Token::ink, fault.title.in(view.reader.language)) +
         2;
    y += draw_elapsed(view, {x, y}, width, item, fault);
    if (!active) {
        y += paragraph(ui, {x, y, width, 0}, Type::small, Token::ink_2,
                       engine::fill(_("Its causes ended at {}; not all of the response is done"),
                                    {engine::format_clock(item.until)})) +
             4;
    }
    if (item.until > view.now()) y += draw_acts(view, {x, y}, width, item, last) + 8;
    y += draw_response(view, {x, y}, width, item, fault) + 4;
    y += draw_signs(view, {x, y}, width, item, fault) + 6;
    return y - rect.y;
}

std::string condition_words(const View& view, const Arm& arm) {
    const engine::Translator& _ = view.reader.translate;
    if (arm.when == Arm::When::time || !arm.fired.empty()) {
        return engine::fill(_("At {}, in {}"), {engine::format_clock(arm.next()),
                                                span_words(arm.next() - view.now())});
    }
    const Layout& layout = view.live.layout();
    const std::string value = describe_value(layout, arm.signal, arm.value, view.reader);
    const std::string now =
        describe_value(layout, arm.signal, read(view.world(), arm.signal), view.reader);
    return engine::fill(_("When {} {} {}; now {}"),
                        {signal_name(layout, arm.signal), sign_of(arm.comparison), value, now});
}

float draw_armed(View& view, const Rect& rect, std::string_view name, std::string_view title,
                 const std::vector<std::string>& lines, std::string_view act, bool& clicked) {
    Ui& ui = view.ui;
    const float width = rect.w - 2 * pad;
    const float x = rect.x + pad;
    float y = rect.y + 10;
    status_shape(ui, {x + 9, y + 11}, 17, Status::care);
    y += paragraph(ui, {x + 26, y, width - 26, 0}, Type::body_strong, Token::care, title) + 2;
    for (const std::string& one : lines) {
        y += paragraph(ui, {x, y, width, 0}, Type::small, Token::ink_2, one) + 2;
    }
    y += 4;
    const Button off{std::string(name), std::string(act)};
    clicked = button(ui, {x, y, std::min(width, width_of(ui, off)), 34}, off);
    y += 44;
    dashed(ui, {rect.x, rect.y, rect.w, y - rect.y}, Token::care, 8, 1.5F);
    return y - rect.y;
}

float draw_arm(View& view, const Rect& rect, const Arm& arm, bool& disarmed) {
    const engine::Translator& _ = view.reader.translate;
    std::vector<std::string> lines{condition_words(view, arm)};
    if (arm.times > 1) {
        lines.push_back(
            engine::fill(_("Comes and goes: {} of {} times so far"),
                         {std::to_string(arm.fired.size()), std::to_string(arm.times)}));
    }
    if (!arm.words.empty()) lines.push_back(arm.words);
    const std::string title =
        engine::fill(_("{}, armed"), {view.fault(arm.fault).title.in(view.reader.language)});
    return draw_armed(view, rect, "arm." + std::to_string(arm.number) + ".disarm", title, lines,
                      _("Disarm"), disarmed);
}

/// Keeps a frame round a card of unknown height: drawn with the height of the frame before.
float framed(View& view, const Rect& rect, const InPlay& item, bool last) {
    Ui& ui = view.ui;
    const std::string name = "play." + std::to_string(item.injection);
    float& height = ui.state.lengths[name + ".card"];
    if (height > 0) {
        const Rect card{rect.x, rect.y, rect.w, height};
        fill(ui, card, Token::paper, 8);
        outline(ui, card, item.active(view.now()) ? Token::fault : Token::line_strong, 8, 1.5F);
    } else {
        wake_in(ui, 0);
    }
    height = draw_card(view, rect, item, last);
    return height;
}

float draw_waiting(View& view, const Rect& rect, const InPlay& item) {
    const engine::Translator& _ = view.reader.translate;
    bool clicked = false;
    const float h = draw_armed(
        view, rect, "play." + std::to_string(item.injection) + ".clear",
        engine::fill(_("{}, armed"), {view.fault(item.fault).title.in(view.reader.language)}),
        {engine::fill(_("At {}, in {}"),
                      {engine::format_clock(item.since), span_words(item.since - view.now())})},
        _("Disarm"), clicked);
    if (clicked) clear_fault(view, item.fault);
    return h;
}

}  // namespace

int in_play_count(const View& view) {
    int count = 0;
    for (const InPlay& item : view.state.watch.in_play) count += in_sight(item, view.now()) ? 1 : 0;
    for (const Arm& arm : view.live.arms) count += arm.waits() ? 1 : 0;
    return count;
}

void draw_dock(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Rect rest = rect;
    rest.cut_top(caption(ui, {rest.x, rest.y, rest.w, 0}, _("In play")) + 2);
    const Rect content = begin_scroll(ui, "dock", rest);
    float y = content.y;
    const auto& items = view.state.watch.in_play;
    std::int32_t last = 0;
    for (const InPlay& item : items) {
        if (item.until > view.now()) last = std::max(last, item.injection);
    }
    for (auto it = items.rbegin(); it != items.rend(); ++it) {
        if (!in_sight(*it, view.now())) continue;
        const Rect card{content.x + 1, y + 1, content.w - 2, 0};
        y += (it->begun(view.now()) ? framed(view, card, *it, it->injection == last)
                                    : draw_waiting(view, card, *it)) +
             10;
    }
    std::int32_t gone = 0;
    for (const Arm& arm : view.live.arms) {
        if (!arm.waits()) continue;
        bool disarmed = false;
        y += draw_arm(view, {content.x + 1, y + 1, content.w - 2, 0}, arm, disarmed) + 10;
        if (disarmed) gone = arm.number;
    }
    if (gone != 0) disarm(view.live, gone);
    if (y == content.y) {
        y += paragraph(ui, {content.x, y, content.w, 0}, Type::small, Token::ink_2,
                       _("Nothing is injected or armed. Choose a malfunction above.")) +
             4;
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
