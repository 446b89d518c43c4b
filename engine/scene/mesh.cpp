#include "engine/scene/mesh.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace engine::scene {

namespace {

std::uint8_t byte_of(float value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

}  // namespace

Colour colour_of(const char* hex) {
    const std::string_view text = hex;
    std::uint32_t value = 0;
    if (text.size() != 7 || text[0] != '#') return {};
    std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    return {static_cast<std::uint8_t>(value >> 16U & 0xFFU),
            static_cast<std::uint8_t>(value >> 8U & 0xFFU),
            static_cast<std::uint8_t>(value & 0xFFU), 255};
}

Colour shaded(Colour colour, float factor) {
    return {byte_of(static_cast<float>(colour.r) * factor),
            byte_of(static_cast<float>(colour.g) * factor),
            byte_of(static_cast<float>(colour.b) * factor), colour.a};
}

Colour mixed(Colour a, Colour b, float share_of_b) {
    const auto mix = [&](std::uint8_t x, std::uint8_t y) {
        return byte_of(static_cast<float>(x) +
                       (static_cast<float>(y) - static_cast<float>(x)) * share_of_b);
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), mix(a.a, b.a)};
}

void Box::add(const glm::vec3& point) {
    low = glm::min(low, point);
    high = glm::max(high, point);
}

void Mesh::begin(std::int32_t owner, Surface surface, std::uint16_t image) {
    if (!pieces.empty()) {
        Piece& last = pieces.back();
        if (last.owner == owner && last.surface == surface && last.image == image) return;
        if (last.count == 0) pieces.pop_back();
    }
    Piece piece;
    piece.owner = owner;
    piece.surface = surface;
    piece.image = image;
    piece.first = static_cast<std::uint32_t>(indices.size());
    pieces.push_back(piece);
}

std::uint32_t Mesh::add(const Vertex& vertex) {
    vertices.push_back(vertex);
    return static_cast<std::uint32_t>(vertices.size() - 1);
}

void Mesh::triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    if (pieces.empty()) begin(nobody);
    Piece& piece = pieces.back();
    for (const std::uint32_t corner : {a, b, c}) {
        indices.push_back(corner);
        piece.bounds.add(vertices[corner].at);
    }
    piece.count += 3;
}

void Mesh::clear() {
    vertices.clear();
    indices.clear();
    pieces.clear();
}

namespace {

void bound(const Mesh& mesh, Piece& piece) {
    piece.bounds = {};
    for (std::uint32_t i = 0; i < piece.count; ++i) {
        piece.bounds.add(mesh.vertices[mesh.indices[piece.first + i]].at);
    }
}

}  // namespace

void transform(Mesh& mesh, std::size_t first_vertex, const glm::mat4& by) {
    const glm::mat3 turn = glm::transpose(glm::inverse(glm::mat3(by)));
    for (std::size_t i = first_vertex; i < mesh.vertices.size(); ++i) {
        Vertex& vertex = mesh.vertices[i];
        vertex.at = glm::vec3(by * glm::vec4(vertex.at, 1));
        vertex.normal = glm::normalize(turn * vertex.normal);
    }
    for (Piece& piece : mesh.pieces) {
        // A piece may have been begun before what is moved: its bounds are taken anew as well.
        if (piece.count == 0) continue;
        const std::uint32_t last = mesh.indices[piece.first + piece.count - 1];
        if (last >= first_vertex) bound(mesh, piece);
    }
}

void append(Mesh& mesh, const Mesh& other, const glm::mat4& by) {
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    mesh.vertices.insert(mesh.vertices.end(), other.vertices.begin(), other.vertices.end());
    for (const Piece& piece : other.pieces) {
        mesh.begin(piece.owner, piece.surface, piece.image);
        for (std::uint32_t i = 0; i + 2 < piece.count; i += 3) {
            const std::uint32_t* corner = &other.indices[piece.first + i];
            mesh.triangle(base + corner[0], base + corner[1], base + corner[2]);
        }
    }
    transform(mesh, base, by);
}

}  // namespace engine::scene
