#include "sim/seats/station/plan.h"

#include <algorithm>

#include "sim/seats/station/acts_rules.h"
#include "sim/seats/station/device_view.h"

namespace sim::seats {

using namespace engine::view;

namespace {

/// What was put somewhere is no longer in the hand; while it is being pulled out it is.
void look_at_hand(const World& world, PlanState& state) {
    if (state.hand == no_part) return;
    const PartState& held = world.part(state.hand);
    const bool seated = held.in != no_part && is_socket(world.layout()[held.in].kind);
    const bool moving = std::any_of(
        world.actors.begin(), world.actors.end(),
        [&](const Actor& actor) { return actor.busy && actor.doing.object == state.hand; });
    // The command may not have been said yet in the frame in which it was chosen.
    if (held.broken != 0 || (seated && !moving && state.pulling == 0)) state.hand = no_part;
    if (state.pulling > 0) --state.pulling;
}

bool valid(const Layout& layout, DeviceId device) {
    return device >= 0 && static_cast<std::size_t>(device) < layout.devices.size();
}

void take_keys(Hands& hands) {
    PlanState& state = hands.state;
    if (!hands.interactive || state.ask || state.menu_part != no_part) return;
    if (shortcut(hands.ui, state.label_key)) state.labels = !state.labels;
    if (state.hand != no_part && shortcut(hands.ui, state.drop_key)) state.hand = no_part;
}

}  // namespace

PlanResult work_with_hands(Ui& ui, const World& world, const Reader& reader, PlanState& state,
                           PostId actor, std::string_view prefix, bool interactive,
                           const std::function<void(Hands&)>& draw) {
    PlanResult result;
    if (!valid(world.layout(), state.device)) state.device = no_device;
    if (interactive) look_at_hand(world, state);
    const bool live = interactive && !state.covered;
    const std::size_t before = ui.items.items.size();
    Hands hands{ui, world, reader, state, actor, std::string(prefix), live, result};
    draw(hands);
    finish_hands(hands);
    take_keys(hands);
    if (live) return result;
    ui.items.items.resize(before);
    return {};
}

PlanResult draw_plan(Ui& ui, const Rect& rect, const World& world, const Reader& reader,
                     PlanState& state, PostId actor, std::string_view prefix, bool interactive) {
    return work_with_hands(ui, world, reader, state, actor, prefix, interactive, [&](Hands& hands) {
        if (state.device == no_device) {
            draw_room(hands, rect);
        } else {
            draw_device(hands, rect);
        }
    });
}

void show_part(PlanState& state, const Layout& layout, PartId part) {
    // Where it is shown already in the list, it stays there.
    if (part != state.target) state.list_open = false;
    state.target = part;
    if (part == no_part) return;
    const PartSpec& spec = layout[part];
    const bool in_room = spec.kind == PartKind::person && spec.name != "commission";
    if (spec.device == no_device || in_room) {
        state.device = no_device;
        return;
    }
    state.device = spec.device;
    const std::string_view face = face_of(layout, part);
    if (!face.empty()) state.face = face;
}

}  // namespace sim::seats
