/// What the instructor's screen remembers, and the panels it is made of. For this folder and its
/// tests.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/seats/instructor/form.h"
#include "sim/seats/instructor/instructor.h"
#include "sim/seats/instructor/watch.h"
#include "sim/seats/room/room_view.h"
#include "sim/seats/station/plan.h"

namespace sim::seats {

/// What is being written in the line of the transport.
enum class Compose : std::uint8_t { none, note, message, skip };

/// A way back that has been chosen and waits for its confirmation.
struct WayBack {
    Time time = 0;
    std::string label;
    bool bookmark = false;  ///< to how it was when the bookmark was set
    std::string words;      ///< of the bookmark
};

struct InstructorState {
    Watch watch;

    int tab = 0;         ///< narrow: which panel
    int detail_tab = 0;  ///< work, devices, readings
    PlanState mirror;
    RoomView room;
    bool enlarged = false;

    std::string search;
    std::optional<DeviceClass> only_device;
    int only_difficulty = 0;   ///< 0: all
    std::int16_t chosen = -1;  ///< malfunction
    bool reveal_chosen = false;
    std::array<bool, device_class_count> closed_groups{};
    Form form;

    std::string reading_search;
    bool only_hidden = false;
    PartId reading = no_part;  ///< chosen in the list
    std::string reading_value;
    std::string reading_problem;

    Compose compose = Compose::none;
    std::string compose_text;
    std::string message;
    std::string compose_problem;
    std::optional<WayBack> way_back;
    Time skip_from = 0;
    Time skip_until = -1;  ///< a skip under way
};

/// What every panel needs.
struct View {
    engine::view::Ui& ui;
    Desk& desk;
    Live& live;
    InstructorState& state;
    const Reader& reader;

    const World& world() const { return live.world(); }
    Time now() const { return live.world().now; }
    const FaultSpec& fault(std::int16_t index) const {
        return live.setup().faults[static_cast<std::size_t>(index)];
    }
};

using engine::view::Rect;

// tiles.cpp
float tile_height(const View& view, float width);
void draw_tile(View& view, const Rect& rect);
// detail.cpp
void draw_detail(View& view, const Rect& rect);
void draw_mirror(View& view, const Rect& rect);
void draw_side(View& view, const Rect& rect);
// work.cpp
void draw_work(View& view, const Rect& rect);
// readings.cpp
void draw_readings(View& view, const Rect& rect);
void draw_devices(View& view, const Rect& rect);
// palette.cpp
void draw_palette(View& view, const Rect& rect);
// palette_entry.cpp
/// Entries for reference tell of what no station sees.
bool can_be_injected(const FaultSpec& fault);
/// Number, kind, how often it was seen, sources: in a line.
std::string about(const FaultSpec& fault, const Reader& reader);
/// All that has to be known before it is used: signs, cause, expected response, sources. @return
/// its height.
float draw_entry(View& view, engine::view::Point at, float width, const FaultSpec& fault);
// form_panel.cpp
void draw_form(View& view, const Rect& rect);
// dock.cpp
void draw_dock(View& view, const Rect& rect);
/// Malfunctions in play or armed.
int in_play_count(const View& view);
// transport.cpp
float transport_height(const View& view, float width);
void draw_transport(View& view, const Rect& rect);
// timeline.cpp
void draw_timeline(View& view, const Rect& rect);
// way_back.cpp
/// The bar that asks whether to go back. @return its height.
float draw_way_back(View& view, const Rect& rect);
void draw_back_menu(View& view, const Rect& anchor);

// acts.cpp: what the seat does
void inject_now(View& view, std::int16_t fault, const std::string& words);
void undo_last(View& view);
void clear_fault(View& view, std::int16_t fault);
void bookmark_now(View& view);
void say_words(View& view, std::string_view verb, const std::string& words);
void assign_post(View& view, PostId post, bool to_trainee);
void faster(View& view, int steps);
/// Tells why something was refused. @return whether it was.
bool tell_refusal(View& view, const Refusal& refusal);
/// What was chosen in the list of ways back.
void ask_back(View& view, WayBack way);

/// For searching: small letters instead of capitals, Latin and Cyrillic.
std::string lower_case(std::string_view text);

/// A small heading inside a panel. @return its height.
float caption(engine::view::Ui& ui, const Rect& at, std::string_view text);

inline constexpr std::array<double, 6> rates{0.5, 1, 2, 4, 10, 60};

}  // namespace sim::seats
