#pragma once

#include <cstdint>

namespace engine {

/// 128-bit integers of g++ and clang++, for products that must not overflow.
__extension__ typedef unsigned __int128 Wide;
__extension__ typedef __int128 SignedWide;

}  // namespace engine
