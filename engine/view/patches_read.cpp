#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "engine/view/patches.h"

namespace engine::view {

namespace {

/// Whole pixels round three numbers, within a range.
std::pair<int, int> span_of(float a, float b, float c, int least, int most) {
    const float low = std::clamp(std::floor(std::min({a, b, c})), static_cast<float>(least),
                                 static_cast<float>(most));
    const float high = std::clamp(std::ceil(std::max({a, b, c})), static_cast<float>(least),
                                  static_cast<float>(most));
    return {static_cast<int>(low), static_cast<int>(high)};
}

Area touched_by(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const Area& clip) {
    const auto [left, right] = span_of(a.pos.x, b.pos.x, c.pos.x, clip.left, clip.right);
    const auto [top, bottom] = span_of(a.pos.y, b.pos.y, c.pos.y, clip.top, clip.bottom);
    return {left, top, right, bottom};
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

/// A picture's own colours.
bool plain(const ImDrawVert& corner) {
    return corner.col == IM_COL32_WHITE;
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

}  // namespace

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
            piece.pixels = touched_by(a, b, c, made.clip);
            if (piece.pixels.empty()) {
                pieces_.pop_back();
                continue;
            }
            piece.squares = squares_of(piece.pixels);
            piece.fill = made.texture == faces              ? fill_of(a, b, c, white, texel)
                         : plain(a) && plain(b) && plain(c) ? Fill::view
                                                            : Fill::veil;
        }
    }
}

}  // namespace engine::view
