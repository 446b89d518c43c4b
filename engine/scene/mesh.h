/// Triangles in metres: x to the right, y up, z towards who looks at the front. Nothing here draws.
#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <span>
#include <vector>

namespace engine::scene {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// "#RRGGBB"; black when it is not.
Colour colour_of(const char* hex);
/// Lighter (above 1) or darker.
Colour shaded(Colour colour, float factor);
Colour mixed(Colour a, Colour b, float share_of_b);

/// How a surface is drawn, in this order.
enum class Surface : std::uint8_t {
    plain,   ///< colour and light of its corners
    mapped,  ///< colour of its corners, light from the light map
    lamp,    ///< colour of its corners, as bright by night as by day
    screen,  ///< texels of an image, as bright by night as by day
    image,   ///< texels of an image in the light of its corners, over what lies under it
    glass,   ///< lets through what lies behind
    ghost,   ///< not drawn, and met by rays: where something can be pointed at
};

struct Vertex {
    glm::vec3 at{};
    glm::vec3 normal{};
    glm::vec2 texel{};  ///< image: 0..1 of its image; mapped: of the light map
    Colour colour{255, 255, 255, 255};
    Colour light{255, 255, 255, 255};  ///< half of what falls on it: 128 is as bright as paint
};

struct Box {
    glm::vec3 low{1e9F}, high{-1e9F};

    bool empty() const { return low.x > high.x; }
    void add(const glm::vec3& point);
    glm::vec3 centre() const { return (low + high) * 0.5F; }
    glm::vec3 size() const { return high - low; }
};

/// What a piece of a mesh belongs to; `nobody` is furniture.
inline constexpr std::int32_t nobody = -1;

/// Triangles of one surface and one owner, in a row.
struct Piece {
    std::int32_t owner = nobody;
    Surface surface = Surface::plain;
    std::uint16_t image = 0;  ///< Surface::image: which
    std::uint32_t first = 0;  ///< of `indices`
    std::uint32_t count = 0;
    Box bounds;
};

struct Mesh {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<Piece> pieces;

    /// What is added from now on belongs to it.
    void begin(std::int32_t owner, Surface surface = Surface::plain, std::uint16_t image = 0);
    std::uint32_t add(const Vertex& vertex);
    /// Counter-clockwise as seen from outside.
    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
    void clear();
};

/// Moves, turns and sizes all vertices from `first` on, and the bounds of the pieces made of them.
void transform(Mesh& mesh, std::size_t first_vertex, const glm::mat4& by);

/// Appends another mesh.
void append(Mesh& mesh, const Mesh& other, const glm::mat4& by = glm::mat4(1));

}  // namespace engine::scene
