/// Keys by their place, between SDL's numbers and ours.
#pragma once

#include <SDL_scancode.h>

#include "engine/view/input.h"

namespace engine::view {

Key key_of(SDL_Scancode code);
SDL_Scancode scancode_of(Key key);

}  // namespace engine::view
