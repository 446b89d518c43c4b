// The tracks below the picture: the whole drill over time, zoomed and moved.
#include <array>

#include "sim/report/words.h"
#include "sim/seats/assessor/axis.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float least_labels = 117;
constexpr float label_gap = 20;
constexpr float ruler_height = 28;
constexpr float low_row = 19;
constexpr float tall_row = 26;
constexpr float row_gap = 2;
constexpr Time least_span = 10 * engine::second;

struct Row {
    const char* label = nullptr;  ///< msgid
    std::string words;            ///< or already in words
    Lane lane = nullptr;
    const DeviceTrack* device = nullptr;
    float height = low_row;
};

std::string device_words(const AssessorState& state, const DeviceTrack& track,
                         const Reader& reader) {
    const DeviceSpec& spec = state.analysis->setup().layout.device(track.device);
    const std::string& label = spec.label.in(reader.language);
    return label.empty() ? spec.name : label;
}

/// Left of the tracks: no word of a name is broken.
float labels_width(const Ui& ui, const AssessorState& state, const Reader& reader) {
    float widest = least_labels;
    for (const DeviceTrack& track : state.analysis->tracks.devices) {
        const std::string label = device_words(state, track, reader);
        for (std::size_t at = 0; at < label.size();) {
            const std::size_t end = std::min(label.find(' ', at), label.size());
            const std::string_view word = std::string_view(label).substr(at, end - at);
            widest = std::max(widest, measure(ui, Type::small, word).x + label_gap + 1);
            at = end + 1;
        }
    }
    return widest;
}

/// All rows, the devices beyond the first only where there is room for them.
std::vector<Row> rows_for(const AssessorState& state, const Reader& reader, float height,
                          float labels, const Ui& ui) {
    const std::vector<DeviceTrack>& devices = state.analysis->tracks.devices;
    std::vector<Row> rows;
    rows.push_back({N_("Phases"), {}, lane_phases});
    rows.push_back({N_("Hands"), {}, lane_hands});
    if (!devices.empty()) rows.push_back({N_("Equipment"), {}, nullptr, devices.data()});
    rows.push_back({N_("Queue"), {}, lane_queue, nullptr, tall_row});
    rows.push_back({N_("Faults"), {}, lane_faults});
    rows.push_back({N_("Radio"), {}, lane_spoken});
    rows.push_back({N_("Score"), {}, lane_score, nullptr, tall_row});
    float used = 0;
    for (const Row& row : rows) used += row.height + row_gap;
    std::size_t at = 3;
    for (std::size_t i = 1; i < devices.size(); ++i) {
        std::string label = device_words(state, devices[i], reader);
        const float own = std::max(low_row, measure(ui, Type::small, label, labels - label_gap).y);
        if (used + own + row_gap > height) break;
        used += own + row_gap;
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at++),
                    {nullptr, std::move(label), nullptr, &devices[i], own});
    }
    const float spare = std::max(0.0F, height - used);
    for (Row& row : rows) {
        if (row.height == tall_row) row.height += std::min(40.0F, spare / 2);
    }
    return rows;
}

Time tick_step(const TimeAxis& axis, float least) {
    constexpr std::array<Time, 15> steps = {
        engine::second,      5 * engine::second,  10 * engine::second, 15 * engine::second,
        30 * engine::second, engine::minute,      2 * engine::minute,  5 * engine::minute,
        10 * engine::minute, 15 * engine::minute, 30 * engine::minute, engine::hour,
        2 * engine::hour,    3 * engine::hour,    6 * engine::hour};
    for (const Time step : steps) {
        const float width = axis.at(axis.from + step) - axis.x;
        if (width >= least) return step;
    }
    return steps.back();
}

/// Where the cursor says its time.
Rect cursor_label(const Ui& ui, const TimeAxis& axis, const Rect& ruler, Time now) {
    const float width = figures_width(ui, Type::small_strong, clock_text(now)) + 16;
    const float left = std::clamp(axis.at(now) - width / 2, axis.x, axis.x + axis.w - width);
    return {left, ruler.y + 3, width, 22};
}

void draw_ruler(Ui& ui, const TimeAxis& axis, const Rect& rect, float bottom, const Rect& taken) {
    const bool seconds = axis.to - axis.from < 12 * engine::minute;
    const Time step = tick_step(axis, figures_width(ui, Type::small, "00:00:00") + 18);
    const bool fine = seconds && step < engine::minute;
    for (Time time = (axis.from + step - 1) / step * step; time <= axis.to; time += step) {
        const float x = axis.at(time);
        fill(ui, {x, rect.bottom() - 4, 1, bottom - rect.bottom() + 4}, Token::line);
        const std::string said = clock_text(time, !fine);
        const float width = figures_width(ui, Type::small, said);
        const float place = std::clamp(x - width / 2, axis.x, axis.x + axis.w - width);
        if (place < taken.right() + 4 && place + width > taken.x - 4) continue;
        figures(ui, {place, rect.y + 5}, Type::small, Token::ink_2, said);
    }
}

void zoom(AssessorState& state, Time at, double factor) {
    const Time whole = std::max(least_span, state.last() - state.first());
    const Time span =
        std::clamp(static_cast<Time>(static_cast<double>(state.to - state.from) * factor),
                   std::min(least_span, whole), whole);
    const double share = static_cast<double>(at - state.from) /
                         static_cast<double>(std::max<Time>(1, state.to - state.from));
    state.from = at - static_cast<Time>(share * static_cast<double>(span));
    state.from = std::clamp(state.from, state.first(), state.first() + whole - span);
    state.to = state.from + span;
}

void pan(AssessorState& state, Time by) {
    const Time span = state.to - state.from;
    const Time whole = std::max(span, state.last() - state.first());
    state.from = std::clamp(state.from + by, state.first(), state.first() + whole - span);
    state.to = state.from + span;
}

void fit(AssessorState& state) {
    state.from = state.first();
    state.to = std::max(state.last(), state.first() + least_span);
}

void draw_zoom(Ui& ui, Desk& desk, AssessorState& state, const Rect& rect) {
    Rect row{rect.x + 12, rect.y + 1, least_labels - label_gap, 26};
    const auto one = [&](const char* name, const char* label, const char* help, const char* key) {
        Button button{std::string("assessor.") + name, label, words(desk.reader, help)};
        button.key = desk.key(key);
        button.look = Look::quiet;
        const Rect place = row.cut_left(30);
        row.cut_left(2);
        return engine::view::button(ui, place, button);
    };
    const Time middle = std::clamp(state.now, state.from, state.to);
    if (one("zoom_in", "+", N_("Look closer"), "assessor.zoom_in")) zoom(state, middle, 0.5);
    if (one("zoom_out", "−", N_("Show more of the day"), "assessor.zoom_out")) {
        zoom(state, middle, 2);
    }
    Button whole{"assessor.fit", "", words(desk.reader, N_("Show the whole drill")), icons::expand};
    whole.key = desk.key("assessor.fit");
    whole.look = Look::quiet;
    if (button(ui, row.cut_left(30), whole)) fit(state);
    const Time eighth = std::max<Time>(engine::second, (state.to - state.from) / 8);
    if (shortcut(ui, desk.key("assessor.pan_left"))) pan(state, -eighth);
    if (shortcut(ui, desk.key("assessor.pan_right"))) pan(state, eighth);
}

void work(Ui& ui, AssessorState& state, const TimeAxis& axis, const Response& response) {
    if (response.held) {
        set_playing(state, false);
        seek(state, axis.time(std::clamp(ui.input.mouse.x, axis.x, axis.x + axis.w)));
    }
    if (response.hovered && ui.input.wheel != 0) {
        const Time span = state.to - state.from;
        if (ui.input.shift) {
            pan(state, static_cast<Time>(-ui.input.wheel * static_cast<float>(span) / 8));
        } else {
            const double factor = ui.input.wheel > 0 ? 0.8 : 1.25;
            zoom(state, axis.time(ui.input.mouse.x), factor);
        }
        ui.input.wheel = 0;
    }
    if (response.hovered && ui.input.pressed[1]) state.grabbed_at = ui.input.mouse.x;
    if (!ui.input.down[1]) state.grabbed_at = -1;
    if (state.grabbed_at >= 0 && ui.input.mouse_moved) {
        pan(state, axis.time(state.grabbed_at) - axis.time(ui.input.mouse.x));
        state.grabbed_at = ui.input.mouse.x;
    }
}

void draw_windows(Ui& ui, const AssessorState& state, const TimeAxis& axis, const Rect& area) {
    for (const CriticalWindow& window : state.windows) {
        if (!axis.sees(window.from, window.to)) continue;
        Rect band = axis.span(window.from, window.to, area);
        band.w = std::max(band.w, 3.0F);
        const Token token = window.met ? Token::ok : Token::fault;
        fill(ui, band, ui.theme[token].with_alpha(ui.theme.plain ? 0.06 : 0.10));
        fill(ui, {band.x, band.y - 3, band.w, 3}, token);
    }
}

void draw_notes(Ui& ui, const AssessorState& state, const TimeAxis& axis, const Rect& ruler) {
    for (const MomentNote& note : state.assessment.notes) {
        if (!axis.sees(note.time, note.time)) continue;
        const float x = axis.at(note.time);
        icon(ui, {x - 8, ruler.bottom() - 12, 16, 14}, icons::note, Token::action, Type::small);
    }
}

void draw_cursor(Ui& ui, const AssessorState& state, const TimeAxis& axis, const Rect& ruler,
                 float bottom) {
    if (!axis.sees(state.now, state.now)) return;
    const float x = axis.at(state.now);
    fill(ui, {x - 1, ruler.y + 20, 2, bottom - ruler.y - 20}, Token::ink);
    const Rect label = cursor_label(ui, axis, ruler, state.now);
    fill(ui, label, Token::band, 4);
    figures(ui, {label.x + 8, label.y + 2}, Type::small_strong, Token::on_band,
            clock_text(state.now));
}

void draw_tip(Ui& ui, const LaneTip& tip) {
    if (tip.text.empty()) return;
    const Point mouse = ui.input.mouse;
    ui.later.push_back([text = tip.text, mouse](Ui& later) {
        const float most = std::min(360.0F, later.screen.w - 24);
        const Point size = measure(later, Type::small, text, most - 20);
        float x = std::min(mouse.x + 12, later.screen.w - size.x - 28);
        const float y = mouse.y - size.y - 24;
        x = std::max(8.0F, x);
        fill(later, {x, y, size.x + 20, size.y + 12}, Token::band, 6);
        paragraph(later, {x + 10, y + 6, size.x + 1, 0}, Type::small, Token::on_band, text);
    });
}

void draw_wait(Ui& ui, Desk& desk, AssessorState& state, const Rect& rect) {
    const Reader& reader = desk.reader;
    if (!state.failure.empty()) {
        empty_state(ui, rect, Status::idle,
                    words(reader, N_("Without a replay there are no tracks.")));
        return;
    }
    if (state.cancelled || !state.analyst) {
        Button again{"assessor.again", words(reader, N_("Work them out")), {}, icons::history};
        if (empty_state(ui, rect, Status::idle,
                        words(reader, N_("Tracks and grade were not worked out.")), &again)) {
            state.cancelled = false;
            state.analyst = std::make_unique<Analyst>(state.file);
        }
        return;
    }
    const float width = std::min(420.0F, rect.w - 32);
    const Rect middle = centred(rect, width, 96);
    paragraph(ui, {middle.x, middle.y, width, 0}, Type::body, Token::ink_2,
              words(reader, N_("The drill is run again to draw its tracks…")), Align::centre);
    progress(ui, {middle.x, middle.y + 30, width, 8},
             static_cast<float>(state.analyst->progress()));
    Button cancel{"assessor.cancel", words(reader, N_("Cancel"))};
    const float wide = width_of(ui, cancel);
    if (button(ui, {middle.centre().x - wide / 2, middle.y + 52, wide, 40}, cancel)) {
        state.analyst->cancel();
    }
}

void draw_lanes(Ui& ui, Desk& desk, AssessorState& state, const Rect& ruler, const Rect& area,
                bool hovered) {
    const float labels = labels_width(ui, state, desk.reader);
    const TimeAxis axis{state.from, state.to, ruler.x + labels, ruler.w - labels - 12};
    Lanes lanes{ui, state, desk.reader, axis, hovered, {}};
    const std::vector<Row> rows = rows_for(state, desk.reader, area.h, labels, ui);
    const bool seen = axis.sees(state.now, state.now);
    draw_ruler(ui, axis, ruler, area.bottom(),
               seen ? cursor_label(ui, axis, ruler, state.now) : Rect{});
    float y = area.y;
    push_clip(ui, area);
    for (const Row& row : rows) {
        const Rect lane{axis.x, y + 1, axis.w, row.height - 2};
        fill(ui, lane, ui.theme[Token::sunken].with_alpha(0.45));
        y += row.height + row_gap;
    }
    pop_clip(ui);
    draw_windows(ui, state, axis, {axis.x, area.y, axis.w, y - area.y});
    y = area.y;
    push_clip(ui, {area.x, area.y - 2, area.w, area.h + 4});
    for (const Row& row : rows) {
        const Rect lane{axis.x, y + 1, axis.w, row.height - 2};
        const std::string label = row.label != nullptr ? words(desk.reader, row.label) : row.words;
        const Point size = measure(ui, Type::small, label, labels - label_gap);
        paragraph(ui, {area.x + 16, lane.centre().y - size.y / 2, labels - label_gap, 0},
                  Type::small, Token::ink, label);
        if (row.device != nullptr) {
            lane_device(lanes, lane, *row.device);
        } else {
            row.lane(lanes, lane);
        }
        y += row.height + row_gap;
    }
    pop_clip(ui);
    draw_notes(ui, state, axis, ruler);
    draw_cursor(ui, state, axis, ruler, std::min(y, area.bottom()));
    draw_tip(ui, lanes.tip);
}

}  // namespace

void draw_tracks(Ui& ui, Desk& desk, AssessorState& state, Rect rect) {
    panel(ui, rect);
    if (!state.ready()) {
        draw_wait(ui, desk, state, rect);
        return;
    }
    Rect inner = rect.inset(1, 4);
    const Rect ruler = inner.cut_top(ruler_height);
    inner.cut_top(3);
    const float labels = labels_width(ui, state, desk.reader);
    const TimeAxis axis{state.from, state.to, ruler.x + labels, ruler.w - labels - 12};
    Item item;
    item.name = "assessor.tracks";
    item.label = words(desk.reader, N_("Tracks over time"));
    item.help = {};
    item.value = clock_text(state.now);
    item.role = engine::view::Role::slider;
    item.rect = {axis.x, ruler.y, axis.w, inner.bottom() - ruler.y};
    const Response response = act(ui, item);
    work(ui, state, axis, response);
    draw_lanes(ui, desk, state, ruler, inner, response.hovered && !response.held);
    draw_zoom(ui, desk, state, ruler);
}

}  // namespace sim::seats
