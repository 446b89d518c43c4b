/// The faces of the program, rasterised at the real pixel size for each scale.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace engine::view {

/// Sizes at 100 % with their line height (look of the program). `device_*` are the faces on the
/// screens of machines, which belong to another maker's world.
enum class Type : std::uint8_t {
    display,       ///< 28/34 bold
    title,         ///< 20/26 semibold
    head,          ///< 16/22 semibold
    body,          ///< 15/22
    body_strong,   ///< 15/22 semibold
    small,         ///< 13/18
    small_strong,  ///< 13/18 semibold
    label,         ///< 12/16 semibold
    clock,         ///< 24/30 semibold
    icon,          ///< 20: symbols alone
    device_head,   ///< 44 bold
    device_title,  ///< 18 bold
    device_body,   ///< 20
    device_small,  ///< 12
};
inline constexpr std::size_t type_count = static_cast<std::size_t>(Type::device_small) + 1;

struct TypeSpec {
    float size;
    float line;
};
TypeSpec spec(Type type);

struct Fonts {
    std::array<ImFont*, type_count> faces{};
    float scale = 1;

    ImFont* operator[](Type type) const { return faces[static_cast<std::size_t>(type)]; }
};

/// Fills the atlas for a scale (1 = 100 %). A family that is missing is replaced by the next one;
/// without any font the library's built-in one is used, so that the program still starts.
/// @param missing gets the names of families that should be installed.
Fonts load_fonts(ImFontAtlas& atlas, float scale, std::vector<std::string>& missing);

}  // namespace engine::view
