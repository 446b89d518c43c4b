/// The panels that float over the plan, or are tabs in a small window. Each draws its content into
/// a rectangle without a ground of its own, and tells how high it wants to be.
#pragma once

#include "sim/seats/trainee/scene.h"

namespace sim::seats {

// status.cpp: how the devices are, by what can be seen of them.
struct DeviceStatus {
    DeviceId device = no_device;
    std::string name;  ///< of the row
    std::string label;
    engine::view::Status status{};
    std::string word;
};
std::vector<DeviceStatus> device_statuses(const Scene& scene);
float station_height(Scene& scene, float width);
void draw_station(Scene& scene, const engine::view::Rect& rect);

// posts.cpp: who acts, and what the posts are doing.
enum class PostsLook : std::uint8_t {
    rows,   ///< all of them, one under the other
    tight,  ///< the same with one line for what each does
    slim,   ///< the same without: a bar shows that a post is busy
};
float posts_height(Scene& scene, float width, PostsLook look);
void draw_posts(Scene& scene, const engine::view::Rect& rect, PostsLook look);
bool post_busy(const Scene& scene, PostId post);
/// What a busy post is at, in words, and how far.
std::string post_doing(const Scene& scene, PostId post);
void draw_post_progress(Scene& scene, const engine::view::Rect& rect, PostId post);

// events.cpp
void draw_events(Scene& scene, const engine::view::Rect& rect);

/// Whether the station is shown as a room; else in plan.
inline bool in_room(const Scene& scene) {
    return shows_room(scene.ui, scene.desk);
}

// tray.cpp: what is in the hand, what can be taken.
void draw_tray(Scene& scene, const engine::view::Rect& rect);
void draw_loose(Scene& scene, const engine::view::Rect& rect);

// views.cpp: the five views.
float views_width(const Scene& scene);
void draw_views(Scene& scene, const engine::view::Rect& rect);
void view_keys(Scene& scene);

// people.cpp: who waits, who speaks, what can be said.
int people_waiting(const Scene& scene);
/// Who works at a terminal: the second operator at all but the first.
inline PostId operator_at(int terminal) {
    return static_cast<PostId>(terminal == 0 ? Post::operator_1 : Post::operator_2);
}
/// Whether a post at a terminal is among those that the trainee holds.
bool operates(const Scene& scene);
float waiting_height(Scene& scene, float width);
void draw_waiting(Scene& scene, const engine::view::Rect& rect);
/// Somebody stands before a post that the trainee holds.
std::vector<PartId> people_to_talk_to(const Scene& scene);
/// Turns to the panel in which they are answered.
void show_people(Scene& scene);
/// The same, before the device where the person stands, as who works there.
void go_to_person(Scene& scene, PartId person);
PartId chosen_person(Scene& scene);
float person_height(Scene& scene, float width);
/// Who stands there, by name where it is known; else, or where nothing points there, by place.
std::string who_speaks(const Scene& scene, PartId person, bool pointed_at);
/// What a person says, by what anyone can see there.
std::string speech_of(const Scene& scene, PartId person);
void draw_person(Scene& scene, const engine::view::Rect& rect);

// calling.cpp: the next of those who wait.
/// Whether one of them can be called to a terminal at which the trainee works.
bool can_call(const Scene& scene);
void call_next(Scene& scene);
/// A button that does it; it has the key.
engine::view::Button call_button(const Scene& scene, const char* name);
/// A button for each such terminal, below words that say what for; 0: there is none.
float calls_height(const Scene& scene);
void draw_calls(Scene& scene, engine::view::Rect rect);

// bubble.cpp: the same at the head of whoever speaks, in the room.
Bubbles bubbles_fit(const Scene& scene, bool small);
void draw_bubbles(Scene& scene, const engine::view::Rect& all);

// counted.cpp: "Was it counted?"
bool asks_whether_counted(const Scene& scene);
float counted_height(Scene& scene, float width);
void draw_counted(Scene& scene, const engine::view::Rect& rect);

// talk.cpp: the buttons, and the sheet behind them.
float talk_buttons_height(Scene& scene, float width);
void draw_talk_buttons(Scene& scene, const engine::view::Rect& rect);
void draw_talk(Scene& scene, engine::view::Rect rect);
/// Answers that come while nobody looks are counted on the tile of their channel.
void note_answer(Scene& scene, const Observation& seen);

// forms.cpp, protocol.cpp
/// Why an act on a part was refused, where that was tried last. Takes its height from `rest`.
void draw_refusal(Scene& scene, engine::view::Rect& rest, PartId part);
void draw_forms(Scene& scene, engine::view::Rect rect);
void draw_protocol(Scene& scene, engine::view::Rect rect);
void draw_seal_register(Scene& scene, engine::view::Rect rect);
/// Buttons of what can be done with a paper. @return the height used.
float draw_paper_acts(Scene& scene, const engine::view::Rect& rect, PartId paper);

// captions.cpp: what is heard, in words, on a line that nothing else needs.
float captions_height(const Scene& scene);
void draw_captions(Scene& scene, engine::view::Rect rect);

// sheets.cpp
void draw_sheets(Scene& scene);
/// A button for an act: greyed with its reason when it cannot be done, asks for value or words.
bool act_button(Scene& scene, const engine::view::Rect& rect, const std::string& name,
                const Act& act);

// sheet_height.cpp
/// As high as the content of the sheet that is open, once that is known, and `height` at most.
float fitted_height(const Scene& scene, float height);

// skip.cpp
void start_skip(Scene& scene);
void stop_skip(Scene& scene);
void go_on_skipping(Scene& scene);

}  // namespace sim::seats
