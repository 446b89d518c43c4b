/// The station in plan: the room with its devices, or one device opened large with its faces. The
/// same drawing is where the trainee works, the instructor's mirror and the assessor's picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/view/widgets.h"
#include "sim/seats/station/acts.h"
#include "sim/seats/station/sheet_drag.h"

namespace sim::seats {

/// What lasts between frames. The seat keeps one a picture.
struct PlanState {
    DeviceId device = no_device;  ///< opened large; none: the whole room
    std::string face = "front";   ///< of the opened device: front, inside, back, top
    bool labels = false;          ///< names of all parts
    PartId hand = no_part;        ///< what the person holds; set by the plan, may be cleared
    PartId hovered = no_part;     ///< out: the part under the mouse or with the focus
    PartId target = no_part;      ///< the one part shown in blue ("show me")
    std::string target_says;      ///< beside it instead of what a click does
    bool covered = false;         ///< something lies above: drawn as ever, takes nothing

    engine::view::KeyPress act_key{engine::view::Key::space};  ///< default act of `hovered`
    engine::view::KeyPress drop_key{engine::view::Key::g};     ///< put down what is held
    engine::view::KeyPress label_key{engine::view::Key::l};
    engine::view::KeyPress back_key{engine::view::Key::escape};

    // Kept by the plan; seats leave it alone.
    PartId told_at = no_part;  ///< what was told beside a part
    std::string told;
    engine::view::Status told_status{};
    double told_until = 0;
    PartId menu_part = no_part;
    engine::view::Rect menu_at;
    std::vector<std::string> menu_names;  ///< acts of the menu as it was drawn
    std::optional<Act> ask;               ///< a number or words are being asked for
    PartId ask_part = no_part;
    std::string ask_value;
    int pulling = 0;  ///< frames in which what is being pulled out may not have been said yet
    bool list_open = false;  ///< narrow: the list of parts instead of the picture
    SheetDrag drag;          ///< a sheet on its way to the slot of a scanner
};

struct PlanResult {
    std::optional<Command> act;   ///< to be said as the trainee; complete, with value and words
    PartId part = no_part;        ///< the part it was chosen on
    PartId look = no_part;        ///< a paper to be shown closely
    DeviceId screen = no_device;  ///< the device whose screen is to be enlarged
    PartId menu = no_part;        ///< the part whose menu is open
    bool opened = false;          ///< another device, face or the room is shown from now on
    bool missed = false;          ///< a dragged sheet was let go of beside the slot
};

/// Draws the room, or the opened device with its faces and the list of its parts, and returns what
/// the person chose. `prefix` begins the names of all items ("plan.part.scanner.cover"). Without
/// `interactive` it is a picture: any size from 320x180 up, nothing can be acted on.
PlanResult draw_plan(engine::view::Ui& ui, const engine::view::Rect& rect, const World& world,
                     const Reader& reader, PlanState& state, PostId actor, std::string_view prefix,
                     bool interactive);

/// Says something beside a part for six seconds: why it was refused, what it did.
void tell_at(PlanState& state, engine::view::Ui& ui, PartId part, engine::view::Status status,
             std::string text);

/// Opens the device of a part with the face on which the part is; the room when it has none.
void show_part(PlanState& state, const Layout& layout, PartId part);

}  // namespace sim::seats
