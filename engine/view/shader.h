/// Programs of the graphics card. Needs a current context.
#pragma once

#include <string>

namespace engine::view {

/// Compiles and links the two. Throws std::runtime_error when the card cannot run them.
unsigned link_program(const std::string& corner_code, const std::string& pixel_code);

}  // namespace engine::view
