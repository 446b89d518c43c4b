/// From what the seats want to be heard to what plays it.
#pragma once

#include "engine/view/sound.h"
#include "sim/seats/program/shell.h"

namespace sim::seats {

/// To be called after each frame.
void let_sound(engine::view::SoundDevice& device, Shell& shell, const engine::view::Ui& ui);

// The page of the settings.
void draw_sound_settings(engine::view::Ui& ui, Desk& desk, engine::view::Rect& content);
/// A line of the settings: its words at the left, and the place for its control.
engine::view::Rect setting_row(engine::view::Ui& ui, engine::view::Rect& content,
                               std::string_view label, float control);
/// A switch of the settings with its words. Returns whether it was clicked.
bool setting_switch(engine::view::Ui& ui, engine::view::Rect& content, std::string_view name,
                    std::string_view label, bool on);

}  // namespace sim::seats
