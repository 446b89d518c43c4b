// What was told beside a part.

#include <algorithm>

#include "sim/seats/station/plan_hands.h"

namespace sim::seats {

using namespace engine::view;

void draw_told(Hands& hands) {
    PlanState& state = hands.state;
    Ui& ui = hands.ui;
    if (state.told_at == no_part || state.told.empty()) return;
    if (ui.time >= state.told_until) {
        state.told_at = no_part;
        return;
    }
    wake_in(ui, state.told_until - ui.time);
    // What is told about a thing in the hand is told where one wanted to put it.
    const Hands::Spot* spot = hands.find(state.told_at);
    if (spot == nullptr) spot = hands.find(state.ask_part);
    if (spot == nullptr) return;
    // Beside it where no panel lies, else over the panels.
    const Rect most = hands.free.empty() ? ui.screen : hands.free;
    const float widest = std::min(280.0F, ui.screen.w - 16);
    const Point size = measure(ui, Type::small, state.told, widest - 56);
    Rect box{spot->rect.right() + 10, spot->rect.centre().y - size.y / 2 - 8, size.x + 52,
             size.y + 16};
    if (box.right() > most.right() - 4) box.x = spot->rect.x - 10 - box.w;
    if (box.x < most.x + 4) {
        box.x = std::clamp(spot->rect.centre().x - box.w / 2, 4.0F, ui.screen.w - 4 - box.w);
        box.y = spot->rect.bottom() + 8;
    }
    box.y = std::clamp(box.y, 4.0F, std::max(4.0F, ui.screen.h - 4 - box.h));
    ui.later.push_back([box, size, text = state.told, status = state.told_status](Ui& later) {
        shadow(later, box);
        fill(later, box, Token::paper, 8);
        outline(later, box, colour_of(status), 8, 1.5F);
        status_shape(later, {box.x + 22, box.y + 17}, 18, status);
        paragraph(later, {box.x + 40, box.y + 8, size.x + 2, size.y + 1}, Type::small, Token::ink,
                  text);
    });
}

void tell_at(PlanState& state, Ui& ui, PartId part, Status status, std::string text) {
    state.told_at = part;
    state.told = std::move(text);
    state.told_status = status;
    state.told_until = ui.time + 6;
    wake_in(ui, 0);
}

}  // namespace sim::seats
