/// Time from left to right: what the tracks share.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "engine/view/draw.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

struct TimeAxis {
    Time from = 0;
    Time to = 1;
    float x = 0;
    float w = 1;

    float at(Time time) const {
        return x + w * static_cast<float>(static_cast<double>(time - from) /
                                          static_cast<double>(std::max<Time>(1, to - from)));
    }
    Time time(float where) const {
        const double share = static_cast<double>((where - x) / std::max(1.0F, w));
        return from + static_cast<Time>(share * static_cast<double>(to - from));
    }
    bool sees(Time begin, Time end) const { return end >= from && begin <= to; }
    /// The part of a span that is seen.
    engine::view::Rect span(Time begin, Time end, const engine::view::Rect& lane) const {
        const float left = std::max(x, at(begin));
        const float right = std::min(x + w, at(end));
        return {left, lane.y, std::max(0.0F, right - left), lane.h};
    }
};

/// Something under the mouse that has no room for its words.
struct LaneTip {
    std::string text;
    engine::view::Point at;
};

/// What the lanes need to draw themselves.
struct Lanes {
    engine::view::Ui& ui;
    const AssessorState& state;
    const Reader& reader;
    TimeAxis axis;
    bool hovered = false;
    LaneTip tip;

    const Tracks& tracks() const { return state.analysis->tracks; }
    bool under_mouse(const engine::view::Rect& rect) const {
        return hovered && rect.contains(ui.input.mouse);
    }
};

/// A block with its words where they have room, beside the cursor where that stands over them.
void block(Lanes& lanes, const engine::view::Rect& rect, const engine::view::Ink& ground,
           const engine::view::Ink& ink, const std::string& words,
           const engine::view::Status* status = nullptr);

using Lane = void (*)(Lanes& lanes, const engine::view::Rect& rect);
void lane_phases(Lanes& lanes, const engine::view::Rect& rect);
void lane_hands(Lanes& lanes, const engine::view::Rect& rect);
void lane_device(Lanes& lanes, const engine::view::Rect& rect, const DeviceTrack& track);
void lane_queue(Lanes& lanes, const engine::view::Rect& rect);
void lane_faults(Lanes& lanes, const engine::view::Rect& rect);
void lane_spoken(Lanes& lanes, const engine::view::Rect& rect);
void lane_score(Lanes& lanes, const engine::view::Rect& rect);

/// How a device's state is to be taken, by the name of what its screen shows.
engine::view::Status status_of_screen(std::string_view screen);

}  // namespace sim::seats
