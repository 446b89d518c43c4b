/// What all panels of the trainee's seat need, and what they do through it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "sim/seats/trainee/trainee.h"

namespace sim::seats {

/// Holds references for one frame.
struct Scene {
    engine::view::Ui& ui;
    Desk& desk;
    Live& live;
    Trainee& me;

    /// What is seen: the drill, or the copy of it in which something is being shown.
    const World& world() const { return me.demo.world ? *me.demo.world : live.world(); }
    const Layout& layout() const { return live.layout(); }
    const Reader& reader() const { return desk.reader; }
};

/// Says it as the acting post (or as the command's own actor); a refusal is told in a toast and
/// beside the part. @return whether it was accepted.
bool act_as(Scene& scene, Command command);
/// The same for a written sentence.
bool act_as(Scene& scene, std::string_view sentence);
/// What a finger does on a device's screen.
void touch(Scene& scene, const Touched& touched);

/// Takes in what could be seen and heard since the last frame.
void perceive(Scene& scene);

bool holds(const Scene& scene, PostId post);
/// The post is the actor from now on.
void act_from(Scene& scene, PostId post);

/// A seal is seen as the point that it hangs on.
PartId seen_as(const Scene& scene, PartId part);
/// Shows a part in the plan, without a hint.
void look_at(Scene& scene, PartId part);
void open_sheet(Scene& scene, Sheet sheet);

/// A panel's ground and its title; returns what is left inside, with the panel's padding.
engine::view::Rect titled_panel(Scene& scene, const engine::view::Rect& rect,
                                std::string_view title);

/// "07:31", "12:05".
std::string hour_minute(Time time);
/// "3:40", "1:02:11".
std::string minutes_seconds(Time span);

}  // namespace sim::seats
