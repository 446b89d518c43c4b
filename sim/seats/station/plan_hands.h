/// What hands do in the plan: hover, click, menus, questions, and what is told beside a part. For
/// the files of the plan only.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/seats/station/plan.h"

namespace sim::seats {

/// One frame of the plan.
struct Hands {
    engine::view::Ui& ui;
    const World& world;
    const Reader& reader;
    PlanState& state;
    PostId actor;
    std::string prefix;
    bool interactive;
    PlanResult& result;

    /// Where parts were drawn in this frame, for outlines, labels and leads.
    struct Spot {
        PartId part;
        engine::view::Rect rect;
        std::vector<engine::view::Point> outline{};  ///< where it is no rectangle; convex
        bool listed = false;                         ///< a row of the list, not the thing itself
    };
    std::vector<Spot> spots{};
    PartId pointed = no_part;      ///< under the mouse or with the focus
    engine::view::Rect free = {};  ///< where no panel lies over what is drawn; empty: all over

    const engine::Translator& translate() const { return reader.translate; }
    const Spot* find(PartId part) const;
};

/// One frame of hands: what is drawn, then outlines, menu, question and keys.
PlanResult work_with_hands(engine::view::Ui& ui, const World& world, const Reader& reader,
                           PlanState& state, PostId actor, std::string_view prefix,
                           bool interactive, const std::function<void(Hands&)>& draw);

/// Registers a part: what a click on it does, its menu, its tip. `where` is "part" in the picture,
/// "list" in lists. `drawn` is what is outlined, `hit` what can be hit.
engine::view::Response part_item(Hands& hands, PartId part, const engine::view::Rect& drawn,
                                 const engine::view::Rect& hit, std::string_view where,
                                 engine::view::Role role = engine::view::Role::part);

/// A machine's screen in the picture: a click enlarges it.
void screen_item(Hands& hands, PartId part, const engine::view::Rect& rect);

/// The default of a part, or its menu where nothing is plainly meant.
void act_by_default(Hands& hands, PartId part, const engine::view::Rect& rect);

/// What choosing an act does: it is said, asked about, or told why not.
void choose_act(Hands& hands, const Act& act, PartId part, const engine::view::Rect& rect);

/// What was told beside a part.
void draw_told(Hands& hands);

/// Outlines, the told bubble, the menu and the question, above everything else of the plan.
void finish_hands(Hands& hands);

/// Larger where it would be too small to hit.
engine::view::Rect at_least(const engine::view::Rect& rect, float size);

/// Whether no word has to be broken at that width.
bool whole_words(const engine::view::Ui& ui, engine::view::Type type, std::string_view text,
                 float width);
float longest_word(const engine::view::Ui& ui, engine::view::Type type, std::string_view text);

/// A word with its status.
struct DeviceState {
    engine::view::Status status{};
    std::string word;
};
/// The one source for what labels, lists and the station panel say of a device: its own words,
/// what is heard and seen of it.
DeviceState device_state(const World& world, DeviceId device, const Reader& reader);

const std::string& device_label(const Layout& layout, DeviceId device, const Reader& reader);

/// No longer than the kind and number that tell it from the others.
std::string short_label(const Layout& layout, DeviceId device, const Reader& reader);

void draw_room(Hands& hands, const engine::view::Rect& rect);

}  // namespace sim::seats
