/// What all seats share: who sits here, in which language, what the program is asked to do next.
#pragma once

#include <deque>
#include <string>

#include "engine/view/widgets.h"
#include "sim/assessment/describe.h"
#include "sim/seats/shared/keys.h"
#include "sim/seats/shared/settings.h"

namespace sim::seats {

/// What a seat asks of the program around it; done after the frame.
struct Request {
    enum class Kind : std::uint8_t {
        none,
        start,        ///< to the start screen (a drill under way is left and can be gone on with)
        drill,        ///< begin the drill `file` with `seed` and `kit` in seat `seat`
        resume,       ///< go on with the recording `file`
        recording,    ///< open the recording `file` in the assessor's seat
        end_drill,    ///< end it here and now: grade, close, then open the recording
        lesson,       ///< the first minutes, from the step that was reached
        first_drill,  ///< the drill that is next for the trainee
        seat,         ///< the other seat of the same drill
        screenshot,
        quit,
    };
    Kind kind = Kind::none;
    std::string file;
    std::string kit;  ///< other equipment; empty: the drill's own
    std::uint64_t seed = 1;
    SeatId seat = SeatId::trainee;
};

/// A short word that passes by itself.
struct Toast {
    engine::view::Status status{};
    std::string text;
    double until = 0;            ///< on the clock of Ui::time
    engine::view::Rect place{};  ///< where it was drawn in the frame before
};

struct Desk {
    Reader reader;
    Settings settings;
    Request request;
    std::deque<Toast> toasts;
    bool help_open = false;
    bool settings_open = false;
    bool for_picture = false;  ///< nothing is put off: light and edges are fine at once
    bool leave_open = false;   ///< a drill: how to leave it is being asked
    bool try_sound = false;    ///< something is to be heard, to set the volume by
    bool no_device = false;    ///< there is nothing that plays sound

    /// Something of the program lies over the seat.
    bool covered() const { return help_open || settings_open || leave_open; }
    /// Sounds are shown in words as well.
    bool captions() const { return settings.captions.value_or(no_device || !settings.sounds()); }
    const engine::Translator& translate() const { return reader.translate; }
    engine::view::KeyPress key(std::string_view act) const { return key_of(settings, act); }
};

void toast(Desk& desk, const engine::view::Ui& ui, engine::view::Status status, std::string text);
/// Above `bottom`, from `left` on, each for six seconds.
void draw_toasts(engine::view::Ui& ui, Desk& desk, float bottom, float left = 16);

/// Whether the station is shown as a room: it is wanted, and this machine can draw it.
inline bool shows_room(const engine::view::Ui& ui, const Desk& desk) {
    return !desk.settings.plan && ui.space_works;
}

/// The top band that all seats share.
struct Band {
    const char* icon = nullptr;
    std::string seat;     ///< "Trainee"
    std::string title;    ///< of the drill
    std::string detail;   ///< small, after the title
    std::string caption;  ///< before the clock: "Doors open 08:00"
    std::string clock;    ///< "07:31:02"; empty: none
    std::string rate;     ///< "4×"; empty: none
    bool frozen = false;
    std::string leave{};  ///< what the way out says of itself
    std::string go_on{};  ///< what a click on FROZEN does; empty: nothing
};
inline constexpr float band_height = 48;

struct BandResult {
    bool leave = false;   ///< the way out or its key
    bool home = false;    ///< the seat's mark was clicked
    bool rate = false;    ///< the rate was clicked
    bool frozen = false;  ///< the word FROZEN was clicked
    engine::view::Rect rate_rect;
};
/// Draws it along the top of the screen; handles help and settings itself.
BandResult draw_band(engine::view::Ui& ui, Desk& desk, const Band& band);

/// Title of a seat.
std::string_view title_of(SeatId seat, const engine::Translator& translate);

}  // namespace sim::seats
