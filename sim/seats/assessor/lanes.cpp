// The lanes of the tracks: each draws one kind of thing over time.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "sim/report/words.h"
#include "sim/seats/assessor/axis.h"
#include "sim/seats/station/acts.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float shown_from = 1.5F;  ///< narrower blocks are drawn this wide

/// The first of a list, ordered by time, that can be seen.
template <class List, class TimeOf>
auto first_seen(const List& list, Time from, TimeOf time_of) {
    auto at = std::lower_bound(list.begin(), list.end(), from,
                               [&](const auto& one, Time time) { return time_of(one) < time; });
    return at == list.begin() ? at : at - 1;
}

const char* phase_words(Phase::Kind kind) {
    switch (kind) {
        case Phase::Kind::opening:
            return N_("Before the polls open");
        case Phase::Kind::voting:
            return N_("Voting");
        case Phase::Kind::closing:
            return N_("After the polls have closed");
    }
    return "";
}

/// With its device where the station has several of the kind.
std::string fault_title(const Lanes& lanes, const FaultSpan& span) {
    const auto at = static_cast<std::size_t>(span.fault);
    const Setup& setup = lanes.state.analysis->setup();
    if (at >= setup.faults.size()) return {};
    const FaultSpec& fault = setup.faults[at];
    const std::string& title = fault.title.in(lanes.reader.language);
    const bool one = setup.layout.device_of(fault.device_class, 1) == no_device;
    if (one || span.device == no_device) return title;
    const DeviceSpec& device = setup.layout.device(span.device);
    const std::string& label = device.label.in(lanes.reader.language);
    return words(lanes.reader, N_("{0}: {1}"), {label.empty() ? device.name : label, title});
}

}  // namespace

Status status_of_screen(std::string_view screen) {
    constexpr std::array<std::string_view, 17> bad = {
        "jam",        "outfeed_blocked", "software_bad",     "insert_medium",
        "cover_open", "restart_needed",  "printer_lid_open", "fault",
        "no_paper",   "lid_open",        "no_sheets",        "insert_sim",
        "clock",      "certificate",     "refused",          "not_sent",
        "no_printer"};
    constexpr std::array<std::string_view, 10> care = {
        "polls_paused", "take_ballot", "another_ballot",     "review", "not_matched",
        "unreadable",   "not_in_list", "already_identified", "locked", "waiting_to_retry"};
    constexpr std::array<std::string_view, 4> good = {"insert_ballot", "next_voter",
                                                      "ready_to_send", "acknowledged"};
    const auto in = [&](const auto& list) {
        return std::find(list.begin(), list.end(), screen) != list.end();
    };
    if (in(bad)) return Status::fault;
    if (in(care)) return Status::care;
    if (in(good)) return Status::ok;
    return screen == "dark" ? Status::idle : Status::info;
}

void block(Lanes& lanes, const Rect& rect, const Ink& ground, const Ink& ink,
           const std::string& said, const Status* status) {
    Ui& ui = lanes.ui;
    fill(ui, rect, ground, rect.w > 6 ? 3.0F : 0.0F);
    if (ui.theme.plain && rect.w > 3) outline(ui, rect, Token::ink, 3, 1);
    const float shape = status != nullptr ? 20.0F : 0.0F;
    const bool has_shape = status != nullptr && rect.w >= 20;
    if (has_shape) status_shape(ui, {rect.x + 11, rect.centre().y}, 14, *status);
    bool written = false;
    if (rect.w > 30 && !said.empty()) {
        const float width = measure(ui, Type::small, said).x;
        float x = rect.x + 6 + shape;
        const float cursor = lanes.axis.at(lanes.state.now);
        const bool crossed = cursor > x - 4 && cursor < x + width + 4;
        if (crossed && cursor + 8 + width + 4 < rect.right()) x = cursor + 8;
        written = x + width + 4 <= rect.right();
        if (written) text(ui, {x, rect.centre().y - 9}, Type::small, ink, said);
    }
    if (!written && lanes.under_mouse(rect) && !said.empty()) {
        lanes.tip = {said, {rect.x, rect.y}};
    }
}

void lane_phases(Lanes& lanes, const Rect& rect) {
    for (const Phase& phase : lanes.tracks().phases) {
        if (!lanes.axis.sees(phase.from, phase.to)) continue;
        Rect place = lanes.axis.span(phase.from, phase.to, rect);
        place.w = std::max(0.0F, place.w - 1);
        // In high contrast lines are black, and so no ground.
        const bool deep = phase.kind == Phase::Kind::voting && !lanes.ui.theme.plain;
        block(lanes, place, deep ? Token::line : Token::sunken, Token::ink,
              words(lanes.reader, phase_words(phase.kind)));
    }
    // What had to be put right stands out of the day's routine.
    for (const FaultSpan& span : lanes.tracks().faults) {
        if (!lanes.axis.sees(span.from, span.to)) continue;
        block(lanes, lanes.axis.span(span.from, span.to, rect), Token::care_soft, Token::care,
              fault_title(lanes, span));
    }
}

/// Acts side by side, each too short for words of its own.
struct HandRun {
    float from = 0;
    float to = -1;
    int acts = 0;
};

/// Says over a run how many acts it is, where there is room.
void end_run(Lanes& lanes, const Rect& rect, HandRun& run) {
    Ui& ui = lanes.ui;
    const HandRun done = std::exchange(run, {});
    if (done.acts < 2) return;
    const std::string said = words(lanes.reader, N_("Actions: {}"), {std::to_string(done.acts)});
    const float width = measure(ui, Type::small, said).x + 10;
    if (width + 8 > done.to - done.from) return;
    const Rect label{(done.from + done.to - width) / 2, rect.y, width, rect.h};
    const float cursor = lanes.axis.at(lanes.state.now);
    if (cursor > label.x - 2 && cursor < label.right() + 2) return;
    fill(ui, label, Token::action_soft, 3);
    text(ui, {label.x + 5, label.centre().y - 9}, Type::small, Token::ink, said);
}

void lane_hands(Lanes& lanes, const Rect& rect) {
    constexpr float worded = 30;
    constexpr float apart = 12;
    const std::vector<HandBlock>& hands = lanes.tracks().hands;
    const std::vector<Command>& commands = lanes.state.player->commands();
    float drawn_to = -1;
    HandRun run;
    auto at = first_seen(hands, lanes.axis.from - engine::minute,
                         [](const HandBlock& one) { return one.from; });
    for (; at != hands.end() && at->from <= lanes.axis.to; ++at) {
        if (at->to < lanes.axis.from) continue;
        Rect place = lanes.axis.span(at->from, at->to, rect);
        const float right = std::max(place.right(), place.x + shown_from);
        if (right <= drawn_to + 0.5F) {
            if (right <= run.to + 0.5F) ++run.acts;
            continue;
        }
        if (place.w > worded || place.x > run.to + apart) end_run(lanes, rect, run);
        if (place.w <= worded) {
            const float from = std::max(place.x, drawn_to);
            run = {run.acts == 0 ? from : run.from, right, run.acts + 1};
        }
        place.x = std::max(place.x, drawn_to);
        place.w = std::max(right - place.x - (right - place.x > 4 ? 1.0F : 0.0F), shown_from);
        drawn_to = right;
        std::string said;
        const bool wanted = place.w > 30 || lanes.under_mouse(place);
        if (wanted && static_cast<std::size_t>(at->command) < commands.size()) {
            const Command& command = commands[static_cast<std::size_t>(at->command)];
            said = lanes.under_mouse(place) && lanes.state.world
                       ? words(lanes.reader, N_("{0}: {1}"),
                               {std::string(title_of(at->post, lanes.reader)),
                                sentence_words(*lanes.state.world, command, lanes.reader)})
                       : verb_label(verb(command.verb).name, lanes.reader);
        }
        const Token strong = at->refused ? Token::care : Token::action;
        const Ink ground = place.w < 10 ? Ink(lanes.ui.theme[strong].with_alpha(0.55))
                                        : Ink(at->refused ? Token::care_soft : Token::action_soft);
        block(lanes, place, ground, at->refused ? Token::care : Token::ink, said);
        if (lanes.under_mouse(place)) lanes.tip = {said, {place.x, place.y}};
    }
    end_run(lanes, rect, run);
}

void lane_device(Lanes& lanes, const Rect& rect, const DeviceTrack& track) {
    const auto& changes = track.changes;
    const auto& choices = spec(track.signal).choices;
    auto at = first_seen(changes, lanes.axis.from, [](const StateChange& one) { return one.from; });
    float drawn_to = -1;
    for (; at != changes.end() && at->from <= lanes.axis.to; ++at) {
        const Time end = at + 1 == changes.end() ? lanes.tracks().end : (at + 1)->from;
        Rect place = lanes.axis.span(at->from, end, rect);
        const auto value = static_cast<std::size_t>(std::max<std::int64_t>(0, at->value));
        const std::string_view name = value < choices.size() ? choices[value] : std::string_view();
        const Status status = status_of_screen(name);
        const bool trouble = status == Status::fault;
        // Of what is too short to be seen only trouble is drawn.
        if (place.w < 1 && (!trouble || place.x < drawn_to + 1)) continue;
        place.w = std::max(place.w, shown_from);
        drawn_to = place.right();
        block(lanes, place, soft_of(status), colour_of(status),
              place.w > 30 || lanes.under_mouse(place) ? describe_choice(name, lanes.reader)
                                                       : std::string(),
              place.w > 20 ? &status : nullptr);
    }
}

void lane_queue(Lanes& lanes, const Rect& rect) {
    const Tracks& tracks = lanes.tracks();
    Ui& ui = lanes.ui;
    const auto most = static_cast<float>(std::max<std::int64_t>(1, tracks.longest));
    const float high = rect.h - 4;
    auto at =
        first_seen(tracks.queue, lanes.axis.from, [](const QueueChange& one) { return one.from; });
    // One column a pixel, the longest queue within it; then as it was at its end.
    const float pixel = 1 / ui.scale;
    float column = -1;
    std::int64_t tallest = 0;
    std::int64_t now = 0;
    const auto draw = [&](float from, float to, std::int64_t waiting) {
        if (to <= from) return;
        const float h = high * static_cast<float>(waiting) / most;
        fill(ui, {from, rect.bottom() - h, to - from, h}, ui.theme[Token::ink_3].with_alpha(0.28));
        fill(ui, {from, rect.bottom() - h - 1, to - from, 1.5F}, Token::ink_2);
    };
    const auto flush = [&](float to) {
        if (column < 0) return;
        draw(column, std::min(column + pixel, to), tallest);
        draw(column + pixel, to, now);
    };
    for (; at != tracks.queue.end() && at->from <= lanes.axis.to; ++at) {
        const float x = std::max(rect.x, lanes.axis.at(at->from));
        if (column >= 0 && x - column < pixel) {
            tallest = std::max(tallest, at->waiting);
            now = at->waiting;
            continue;
        }
        flush(x);
        column = x;
        tallest = now = at->waiting;
    }
    flush(std::min(rect.right(), lanes.axis.at(tracks.end)));
    if (tracks.longest < 1 || !lanes.axis.sees(tracks.longest_at, tracks.longest_at)) return;
    const std::string said =
        words(lanes.reader, N_("{} in the queue"), {std::to_string(tracks.longest)});
    const float width = measure(ui, Type::small, said).x;
    float x = lanes.axis.at(tracks.longest_at);
    if (x + width + 8 > rect.right()) x -= width + 8;
    const float y = rect.y - 3;
    fill(ui, {x + 2, y, width + 4, 17}, ui.theme[Token::paper].with_alpha(0.85), 3);
    text(ui, {x + 4, y - 1}, Type::small, Token::ink, said);
}

void lane_faults(Lanes& lanes, const Rect& rect) {
    for (const FaultSpan& span : lanes.tracks().faults) {
        if (!lanes.axis.sees(span.from, span.to)) continue;
        Rect place = lanes.axis.span(span.from, span.to, rect);
        place.w = std::max(place.w, 3.0F);
        block(lanes, place, Token::fault, Token::on_action, fault_title(lanes, span));
    }
}

void lane_spoken(Lanes& lanes, const Rect& rect) {
    const std::vector<Observation>& spoken = lanes.tracks().spoken;
    Ui& ui = lanes.ui;
    auto at = first_seen(spoken, lanes.axis.from, [](const Observation& one) { return one.time; });
    float drawn_to = -100;
    for (; at != spoken.end() && at->time <= lanes.axis.to; ++at) {
        if (at->time < lanes.axis.from) continue;
        const float x = std::min(lanes.axis.at(at->time), rect.right() - 12);
        const Rect mark{x - 6, rect.centre().y - 8, 16, 16};
        const auto next = at + 1;
        const float room = (next == spoken.end() ? rect.right() : lanes.axis.at(next->time)) - x;
        if (x < drawn_to) {
            if (lanes.under_mouse(mark)) {
                lanes.tip = {describe(*at, lanes.state.analysis->setup(), lanes.reader),
                             {mark.x, mark.y}};
            }
            continue;
        }
        fill(ui, {x, rect.centre().y - 6, 12, 10}, Token::info, 2);
        const std::array<Point, 3> tail{Point{x + 2, rect.centre().y + 3},
                                        Point{x + 7, rect.centre().y + 3},
                                        Point{x + 2, rect.centre().y + 8}};
        polygon(ui, tail, Token::info);
        drawn_to = x + 14;
        const bool hovered = lanes.under_mouse(mark);
        if (room < 60 && !hovered) continue;
        const std::string said = describe(*at, lanes.state.analysis->setup(), lanes.reader);
        if (hovered) lanes.tip = {said, {mark.x, mark.y}};
        const float width = measure(ui, Type::small, said).x;
        if (width + 24 > room) continue;
        text(ui, {x + 18, rect.centre().y - 9}, Type::small, Token::ink, said);
        drawn_to = x + 18 + width;
    }
}

void lane_score(Lanes& lanes, const Rect& rect) {
    Ui& ui = lanes.ui;
    const AssessorState& state = lanes.state;
    const auto most = static_cast<float>(std::max(1, state.grade.max_score));
    const Rect area{rect.x, rect.y + 2, rect.w, rect.h - 5};
    int score = state.grade.max_score;
    float labelled_to = -100;
    const float end_x = std::min(rect.right(), lanes.axis.at(lanes.tracks().end));
    float x = lanes.axis.at(lanes.tracks().start);
    const auto y_of = [&](int value) {
        const float share = static_cast<float>(std::max(0, value)) / most;
        return area.y + (1 - share) * area.h;
    };
    const auto flat = [&](float to) {
        const float from = std::max(rect.x, x);
        if (to > from)
            fill(ui, {from, y_of(score) - 1, std::min(to, rect.right()) - from, 2}, Token::action);
        x = to;
    };
    for (std::size_t i = 0; i < state.losses.size();) {
        const Time time = state.losses[i].time;
        int lost = 0;
        for (; i < state.losses.size() && state.losses[i].time == time; ++i) {
            lost += state.losses[i].points;
        }
        const float at = lanes.axis.at(time);
        flat(std::clamp(at, rect.x, rect.right()));
        const float top = y_of(score);
        score -= lost;
        if (at < rect.x || at > rect.right()) continue;
        fill(ui, {at - 1, top - 1, 2, y_of(score) - top + 2}, Token::action);
        const std::string said = fmt::format("−{}", lost);
        const float width = measure(ui, Type::label, said).x;
        const bool before = at + 6 + width > rect.right();
        const float place = before ? at - 6 - width : at + 4;
        if (place < labelled_to) continue;
        const bool below = y_of(score) + 15 <= rect.bottom() + 1;
        // Within its lane: before the step under the line that falls, after it above the lower one.
        const float y = below    ? y_of(score)
                        : before ? std::min(top + 1, rect.bottom() - 15)
                                 : std::max(y_of(score) - 17, rect.y);
        text(ui, {place, y}, Type::label, Token::ink, said);
        labelled_to = place + width + 6;
    }
    flat(end_x);
    const std::string last = std::to_string(state.grade.score);
    const float width = measure(ui, Type::small_strong, last).x;
    const float place = std::min(end_x, rect.right()) - width - 2;
    if (place > labelled_to) {
        const bool below = y_of(score) + 17 <= rect.bottom() + 1;
        text(ui, {place, below ? y_of(score) : y_of(score) - 18}, Type::small_strong, Token::ink,
             last);
    }
}

}  // namespace sim::seats
