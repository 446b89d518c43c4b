#include <algorithm>
#include <utility>

#include "engine/view/patches.h"

namespace engine::view {

namespace {

/// What it costs to draw in many ways instead of in one is worth the pixels of a small patch.
constexpr int small = 16'000;

/// The name of a view ends in its number, from 1 (space.cpp).
std::size_t view_of(ImTextureID name) {
    const std::uint64_t number = reinterpret_cast<std::uintptr_t>(name) & 0xFFU;
    return number == 0 ? 0 : number - 1;
}

}  // namespace

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
    const Piece whole = pieces_[piece];
    const std::size_t layer = layer_of(whole, piece, squares, true);
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
/// @param piece as it is drawn in this patch.
std::size_t Patches::layer_of(const Piece& piece, std::size_t index, const Area& squares,
                              bool trimmed) {
    const Area part = shared(piece.squares, squares);
    std::uint32_t layer = 0;
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            if (trimmed && !seen(index, x, y)) continue;
            const Top& top = top_[square(x, y)];
            const bool same = top.command == piece.command && top.fill == piece.fill;
            layer = std::max(layer, top.layer + (same ? 0 : 1));
        }
    }
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            if (trimmed && !seen(index, x, y)) continue;
            top_[square(x, y)] = {layer, piece.command, piece.fill};
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

/// Whether an opaque rectangle hides all of an area.
bool Patches::fills(std::size_t first, const Area& area) const {
    const Piece& piece = pieces_[first];
    if (!piece.paired || (piece.fill != Fill::solid && piece.fill != Fill::view)) return false;
    const ImVec2 low = corners_[piece.corners[0]].pos;
    const ImVec2 high = corners_[piece.corners[2]].pos;
    const Area& clip = commands_[piece.command].clip;
    return shared(clip, area) == area && low.x <= static_cast<float>(area.left) &&
           low.y <= static_cast<float>(area.top) && high.x >= static_cast<float>(area.right) &&
           high.y >= static_cast<float>(area.bottom);
}

/// The first command that comes to the same in a patch.
std::uint32_t Patches::like(std::uint32_t command, const Area& area) {
    if (like_[command] != nowhere) return like_[command];
    const auto same = [&](std::uint32_t other) {
        return commands_[other].texture == commands_[command].texture &&
               shared(commands_[other].clip, area) == shared(commands_[command].clip, area);
    };
    const auto found = std::find_if(used_.begin(), used_.end(), same);
    like_[command] = found == used_.end() ? command : *found;
    if (found == used_.end()) used_.push_back(command);
    return like_[command];
}

void Patches::gather(const Area& area) {
    const Area squares = squares_of(area);
    const bool few = size_of(area) <= small;
    top_.assign(now_.size(), {});
    like_.assign(commands_.size(), nowhere);
    used_.clear();
    layers_.clear();
    // What fills it hides all before.
    const auto filling = std::find_if(drawn_.rbegin(), drawn_.rend(),
                                      [&](std::size_t first) { return fills(first, area); });
    const bool filled = filling != drawn_.rend();
    std::size_t k = 0;
    if (filled) k = static_cast<std::size_t>(filling.base() - drawn_.begin()) - 1;
    for (; k < drawn_.size(); ++k) {
        const std::size_t i = drawn_[k];
        if (shared(pieces_[i].pixels, area).empty() || !seen(i, squares)) continue;
        Piece piece = pieces_[i];
        // In a large one what is clipped alike lies in places of its own: joined, its pieces would
        // have to wait for each other.
        if (few) piece.command = like(piece.command, area);
        if (few && (piece.fill == Fill::solid || piece.fill == Fill::tint)) {
            piece.fill = Fill::shade;
        } else if (piece.paired && piece.fill == Fill::solid && trim(i, squares)) {
            ++k;
            continue;
        }
        batch(layer_of(piece, i, squares, false), piece)
            .pieces.push_back(static_cast<std::uint32_t>(i));
    }
    Patch patch{area, filled, runs_.size(), 0};
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
