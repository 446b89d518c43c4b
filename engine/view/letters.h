/// What the faces that were found can write.
#pragma once

#include "engine/view/ui.h"

namespace engine::view {

/// False where the text face has no form for a letter: a mark that says so would stand for it.
bool can_write(const Ui& ui, unsigned letter);

}  // namespace engine::view
