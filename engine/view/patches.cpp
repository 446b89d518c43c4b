#include "engine/view/patches.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>
#include <utility>

namespace engine::view {

namespace {

constexpr int side = 32;  ///< of a square
constexpr std::size_t most_patches = 64;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;

Area shared(const Area& a, const Area& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

Area both(const Area& a, const Area& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

/// Whole pixels round three numbers, within a range.
std::pair<int, int> span_of(float a, float b, float c, int least, int most) {
    const float low = std::clamp(std::floor(std::min({a, b, c})), static_cast<float>(least),
                                 static_cast<float>(most));
    const float high = std::clamp(std::ceil(std::max({a, b, c})), static_cast<float>(least),
                                  static_cast<float>(most));
    return {static_cast<int>(low), static_cast<int>(high)};
}

Area squares_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const Area& clip) {
    const auto [left, right] = span_of(a.pos.x, b.pos.x, c.pos.x, clip.left, clip.right);
    const auto [top, bottom] = span_of(a.pos.y, b.pos.y, c.pos.y, clip.top, clip.bottom);
    if (left >= right || top >= bottom) return {};
    return {left / side, top / side, (right + side - 1) / side, (bottom + side - 1) / side};
}

/// All that decides the pixels of a triangle.
std::uint64_t look_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                      const Area& clip, ImTextureID texture) {
    constexpr std::size_t corner = sizeof(ImDrawVert);
    std::array<char, 3 * corner + sizeof(Area) + sizeof(ImTextureID)> bytes;
    std::memcpy(bytes.data(), &a, corner);
    std::memcpy(bytes.data() + corner, &b, corner);
    std::memcpy(bytes.data() + 2 * corner, &c, corner);
    std::memcpy(bytes.data() + 3 * corner, &clip, sizeof clip);
    std::memcpy(bytes.data() + 3 * corner + sizeof clip, &texture, sizeof texture);
    return XXH3_64bits(bytes.data(), bytes.size());
}

bool solid(const ImDrawVert& corner) {
    return corner.col >> IM_COL32_A_SHIFT == 0xFF;
}

bool whole(float number) {
    return std::abs(number - std::round(number)) < 1.0F / 64;
}

/// Whether the way between two corners is as long in texels as in pixels.
bool to_scale(const ImDrawVert& from, const ImDrawVert& to, ImVec2 texel) {
    const float x = (to.uv.x - from.uv.x) / texel.x - (to.pos.x - from.pos.x);
    const float y = (to.uv.y - from.uv.y) / texel.y - (to.pos.y - from.pos.y);
    return std::abs(x) < 1.0F / 64 && std::abs(y) < 1.0F / 64;
}

/// Rectangles that hold the squares of an area that are chosen, and no others.
template <class Chosen>
std::vector<Area> rectangles(const Area& within, Chosen chosen) {
    std::vector<Area> areas;
    for (int y = within.top; y < within.bottom; ++y) {
        for (int x = within.left; x < within.right;) {
            if (!chosen(x, y)) {
                ++x;
                continue;
            }
            Area strip{x, y, x, y + 1};
            while (strip.right < within.right && chosen(strip.right, y)) ++strip.right;
            x = strip.right;
            const auto above = std::find_if(areas.begin(), areas.end(), [&](const Area& area) {
                return area.bottom == y && area.left == strip.left && area.right == strip.right;
            });
            if (above != areas.end()) {
                ++above->bottom;
            } else {
                areas.push_back(strip);
            }
        }
    }
    return areas;
}

Fill fill_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, ImVec2 white,
             ImVec2 texel) {
    const auto plain = [white](const ImDrawVert& corner) {
        return corner.uv.x == white.x && corner.uv.y == white.y;
    };
    if (plain(a) && plain(b) && plain(c)) {
        return solid(a) && a.col == b.col && a.col == c.col ? Fill::solid : Fill::tint;
    }
    const bool on_pixels =
        whole(a.pos.x) && whole(a.pos.y) && whole(a.uv.x / texel.x) && whole(a.uv.y / texel.y);
    return on_pixels && to_scale(a, b, texel) && to_scale(a, c, texel) ? Fill::glyph : Fill::shade;
}

/// The name of a view ends in its number, from 1 (space.cpp).
std::size_t view_of(ImTextureID name) {
    const std::uint64_t number = reinterpret_cast<std::uintptr_t>(name) & 0xFFU;
    return number == 0 ? 0 : number - 1;
}

}  // namespace

void Patches::update(const ImDrawData& drawn, unsigned ground) {
    read(drawn);
    const auto squares = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
    now_.assign(squares, ground);
    covered_.assign(squares, 0);
    mark();
    patches_.clear();
    runs_.clear();
    vertices_.clear();
    indices_.clear();
    places_.assign(corners_.size(), nowhere);
    for (const Area& area : changed()) gather(area);
    std::swap(before_, now_);
}

void Patches::read(const ImDrawData& drawn) {
    const auto width = static_cast<int>(drawn.DisplaySize.x);
    const auto height = static_cast<int>(drawn.DisplaySize.y);
    if (width != width_ || height != height_) forget();
    width_ = width;
    height_ = height;
    columns_ = (width_ + side - 1) / side;
    rows_ = (height_ + side - 1) / side;
    corners_.clear();
    commands_.clear();
    pieces_.clear();
    const auto lists = static_cast<std::size_t>(drawn.CmdListsCount);
    for (const ImDrawList* list : std::span(drawn.CmdLists, lists)) read(*list);
}

void Patches::read(const ImDrawList& list) {
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    const ImVec2 texel = ImGui::GetIO().Fonts->TexUvScale;
    const ImTextureID faces = ImGui::GetIO().Fonts->TexID;
    const auto base = static_cast<std::uint32_t>(corners_.size());
    corners_.insert(corners_.end(), list.VtxBuffer.begin(), list.VtxBuffer.end());
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImVec4& rect = command.ClipRect;
        const Area clip{static_cast<int>(rect.x), static_cast<int>(rect.y),
                        static_cast<int>(rect.z), static_cast<int>(rect.w)};
        commands_.push_back({shared(clip, {0, 0, width_, height_}), command.TextureId});
        const Command& made = commands_.back();
        if (made.clip.empty() || command.UserCallback != nullptr) continue;
        const ImDrawIdx* index = list.IdxBuffer.begin() + command.IdxOffset;
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            Piece& piece = pieces_.emplace_back();
            for (unsigned k = 0; k < 3; ++k) {
                piece.corners[k] = base + command.VtxOffset + index[i + k];
            }
            piece.command = static_cast<std::uint32_t>(commands_.size() - 1);
            const ImDrawVert& a = corners_[piece.corners[0]];
            const ImDrawVert& b = corners_[piece.corners[1]];
            const ImDrawVert& c = corners_[piece.corners[2]];
            piece.squares = squares_of(a, b, c, made.clip);
            if (piece.squares.empty()) {
                pieces_.pop_back();
            } else {
                piece.fill = made.texture == faces              ? fill_of(a, b, c, white, texel)
                             : solid(a) && solid(b) && solid(c) ? Fill::view
                                                                : Fill::veil;
            }
        }
    }
}

/// Adds every triangle to the look of the squares that it touches.
void Patches::mark() {
    constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const Piece& piece = pieces_[i];
        const Command& command = commands_[piece.command];
        const std::uint64_t look =
            look_of(corners_[piece.corners[0]], corners_[piece.corners[1]],
                    corners_[piece.corners[2]], command.clip, command.texture);
        for (int y = piece.squares.top; y < piece.squares.bottom; ++y) {
            for (int x = piece.squares.left; x < piece.squares.right; ++x) {
                std::uint64_t& square = now_[static_cast<std::size_t>(y * columns_ + x)];
                square = (square ^ look) * mixer;
                square ^= square >> 32U;
            }
        }
        hide_below(i);
    }
    marked_ = pieces_.size();
}

/// Where a rectangle (two triangles that follow each other) is opaque and fills a square, nothing
/// before it is seen.
void Patches::hide_below(std::size_t piece) {
    if (piece == 0) return;
    Piece& first = pieces_[piece - 1];
    const Piece& second = pieces_[piece];
    if (first.command != second.command || first.corners[0] != second.corners[0] ||
        first.corners[2] != second.corners[1]) {
        return;
    }
    const ImDrawVert& a = corners_[first.corners[0]];
    const ImDrawVert& b = corners_[first.corners[1]];
    const ImDrawVert& c = corners_[first.corners[2]];
    const ImDrawVert& d = corners_[second.corners[2]];
    const bool upright = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
                         d.pos.x == a.pos.x && a.pos.x < c.pos.x && a.pos.y < c.pos.y;
    if (!upright || first.fill != Fill::solid || second.fill != Fill::solid) return;
    first.paired = true;
    const Area& clip = commands_[second.command].clip;
    const Area inside =
        shared({static_cast<int>(std::ceil(a.pos.x)), static_cast<int>(std::ceil(a.pos.y)),
                static_cast<int>(std::floor(c.pos.x)), static_cast<int>(std::floor(c.pos.y))},
               clip);
    // Squares at the right and lower edge of the window are filled by what reaches that edge.
    const int right = inside.right == width_ ? columns_ : inside.right / side;
    const int bottom = inside.bottom == height_ ? rows_ : inside.bottom / side;
    for (int y = (inside.top + side - 1) / side; y < bottom; ++y) {
        for (int x = (inside.left + side - 1) / side; x < right; ++x) {
            covered_[static_cast<std::size_t>(y * columns_ + x)] = piece - 1;
        }
    }
}

/// Rectangles of squares that hold all that changed.
std::vector<Area> Patches::changed() const {
    if (before_.size() != now_.size()) return {{0, 0, columns_, rows_}};
    const std::vector<Area> areas = rectangles({0, 0, columns_, rows_}, [this](int x, int y) {
        const auto at = static_cast<std::size_t>(y * columns_ + x);
        return before_[at] != now_[at];
    });
    if (areas.size() <= most_patches) return areas;
    Area all = areas.front();
    for (const Area& area : areas) all = both(all, area);
    return {all};
}

bool Patches::seen(std::size_t piece, const Area& squares) const {
    const Area part = shared(pieces_[piece].squares, squares);
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            if (seen(piece, x, y)) return true;
        }
    }
    return false;
}

/// A large opaque rectangle is drawn only where it is still seen: a software renderer pays for
/// every pixel. False when that is nearly all of it.
bool Patches::trim(std::size_t piece, const Area& squares) {
    const Area part = shared(pieces_[piece].squares, squares);
    const int all = (part.right - part.left) * (part.bottom - part.top);
    int left = 0;
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) left += seen(piece, x, y) ? 1 : 0;
    }
    if (4 * (all - left) < all) return false;
    const std::size_t layer = layer_of(piece, squares, true);
    const Piece whole = pieces_[piece];
    const ImDrawVert low = corners_[whole.corners[0]];
    const ImDrawVert high = corners_[whole.corners[2]];
    for (const Area& area : rectangles(part, [&](int x, int y) { return seen(piece, x, y); })) {
        const auto first = static_cast<std::uint32_t>(corners_.size());
        ImDrawVert corner = low;
        const float x[] = {std::max(low.pos.x, static_cast<float>(area.left * side)),
                           std::min(high.pos.x, static_cast<float>(area.right * side))};
        const float y[] = {std::max(low.pos.y, static_cast<float>(area.top * side)),
                           std::min(high.pos.y, static_cast<float>(area.bottom * side))};
        for (const auto& [column, row] : {std::pair(0, 0), {1, 0}, {1, 1}, {0, 1}}) {
            corner.pos = {x[column], y[row]};
            corners_.push_back(corner);
        }
        places_.resize(corners_.size(), nowhere);
        Batch& made = batch(layer, whole);
        for (const std::uint32_t one : {1U, 2U}) {
            Piece half = whole;
            half.corners[0] = first;
            half.corners[1] = first + one;
            half.corners[2] = first + one + 1;
            made.pieces.push_back(static_cast<std::uint32_t>(pieces_.size()));
            pieces_.push_back(half);
        }
    }
    return true;
}

/// The lowest layer in which the piece is above all that comes before it.
/// @param trimmed it is drawn only where it is seen.
std::size_t Patches::layer_of(std::size_t index, const Area& squares, bool trimmed) {
    const Piece& piece = pieces_[index];
    const Area part = shared(piece.squares, squares);
    std::uint32_t layer = 0;
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            if (trimmed && !seen(index, x, y)) continue;
            const Top& top = top_[static_cast<std::size_t>(y * columns_ + x)];
            const bool same = top.command == piece.command && top.fill == piece.fill;
            layer = std::max(layer, top.layer + (same ? 0 : 1));
        }
    }
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            if (trimmed && !seen(index, x, y)) continue;
            top_[static_cast<std::size_t>(y * columns_ + x)] = {layer, piece.command, piece.fill};
        }
    }
    return layer;
}

Patches::Batch& Patches::batch(std::size_t layer, const Piece& piece) {
    if (layer >= layers_.size()) layers_.resize(layer + 1);
    std::vector<Batch>& batches = layers_[layer];
    const auto found = std::find_if(batches.begin(), batches.end(), [&](const Batch& one) {
        return one.command == piece.command && one.fill == piece.fill;
    });
    if (found != batches.end()) return *found;
    return batches.emplace_back(Batch{piece.command, piece.fill, {}});
}

void Patches::gather(const Area& squares) {
    const Area area = shared(
        {squares.left * side, squares.top * side, squares.right * side, squares.bottom * side},
        {0, 0, width_, height_});
    top_.assign(now_.size(), {});
    layers_.clear();
    // Beyond them come the parts of what is trimmed.
    const std::size_t count = marked_;
    for (std::size_t i = 0; i < count; ++i) {
        if (!seen(i, squares)) continue;
        if (pieces_[i].paired && trim(i, squares)) {
            ++i;
            continue;
        }
        batch(layer_of(i, squares, false), pieces_[i])
            .pieces.push_back(static_cast<std::uint32_t>(i));
    }
    Patch patch{area, runs_.size(), 0};
    for (const std::vector<Batch>& batches : layers_) {
        for (const Batch& batch : batches) {
            const Area clip = shared(commands_[batch.command].clip, area);
            if (clip.empty()) continue;
            runs_.push_back({clip, batch.fill, indices_.size(), 3 * batch.pieces.size(),
                             view_of(commands_[batch.command].texture)});
            for (const std::uint32_t piece : batch.pieces) emit(pieces_[piece]);
        }
    }
    patch.runs = runs_.size() - patch.first_run;
    patches_.push_back(patch);
}

void Patches::emit(const Piece& piece) {
    for (const std::uint32_t corner : piece.corners) {
        std::uint32_t& place = places_[corner];
        if (place == nowhere) {
            place = static_cast<std::uint32_t>(vertices_.size());
            vertices_.push_back(corners_[corner]);
        }
        indices_.push_back(place);
    }
}

}  // namespace engine::view
