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

constexpr std::size_t most_patches = 96;
/// What it costs to begin a patch is worth as many pixels, and what it costs to draw in many ways
/// instead of in one is worth those of a small patch.
constexpr int beginning = 4000;
constexpr int small = 16'000;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;

Area both(const Area& a, const Area& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

int size_of(const Area& area) {
    return (area.right - area.left) * (area.bottom - area.top);
}

/// Joins areas where that is cheaper.
void join(std::vector<Area>& areas) {
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const Area joined = both(areas[i], areas[k]);
            if (size_of(joined) > size_of(areas[i]) + size_of(areas[k]) + beginning) continue;
            // What was joined is compared with all again.
            areas[k] = joined;
            areas[i] = areas.back();
            areas.pop_back();
            i = k;
            k = static_cast<std::size_t>(-1);
        }
    }
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

/// The name of a view ends in its number, from 1 (space.cpp).
std::size_t view_of(ImTextureID name) {
    const std::uint64_t number = reinterpret_cast<std::uintptr_t>(name) & 0xFFU;
    return number == 0 ? 0 : number - 1;
}

}  // namespace

void Patches::update(const ImDrawData& drawn, unsigned ground) {
    read(drawn);
    const auto squares = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
    now_.assign(squares, {ground, 0});
    covered_.assign(squares, 0);
    mark();
    find_changed();
    find_drawn();
    patches_.clear();
    runs_.clear();
    vertices_.clear();
    indices_.clear();
    places_.assign(corners_.size(), nowhere);
    for (const Area& area : changed_) gather(area);
    keep_shown();
    std::swap(before_, now_);
}

/// Adds every triangle to the look of the squares that it touches.
void Patches::mark() {
    constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15;
    const auto mix = [](std::uint64_t& kept, std::uint64_t look) {
        kept = (kept ^ look) * mixer;
        kept ^= kept >> 32U;
    };
    shown_.clear();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const bool first = pair(i);
        if (first && pieces_[i].fill == Fill::view) shown_.push_back(i);
        const Piece& piece = pieces_[i];
        const Command& command = commands_[piece.command];
        // Of a rectangle that shows a space it is known apart what it shows.
        const bool apart = !shown_.empty() && i - shown_.back() < 2;
        const std::uint64_t look =
            look_of(corners_[piece.corners[0]], corners_[piece.corners[1]],
                    corners_[piece.corners[2]], command.clip, apart ? nullptr : command.texture);
        for (int y = piece.squares.top; y < piece.squares.bottom; ++y) {
            for (int x = piece.squares.left; x < piece.squares.right; ++x) {
                Look& kept = now_[square(x, y)];
                mix(kept.flat, look);
                if (apart) mix(kept.spaces, reinterpret_cast<std::uintptr_t>(command.texture));
            }
        }
        if (i > 0 && pieces_[i - 1].paired) hide_below(i - 1);
    }
}

/// Whether a triangle and the next one are an upright rectangle of one fill.
bool Patches::pair(std::size_t first) {
    Piece& one = pieces_[first];
    if (first + 1 == pieces_.size() || (first > 0 && pieces_[first - 1].paired)) return false;
    const Piece& other = pieces_[first + 1];
    if (one.command != other.command || one.fill != other.fill ||
        one.corners[0] != other.corners[0] || one.corners[2] != other.corners[1]) {
        return false;
    }
    const ImDrawVert& a = corners_[one.corners[0]];
    const ImDrawVert& b = corners_[one.corners[1]];
    const ImDrawVert& c = corners_[one.corners[2]];
    const ImDrawVert& d = corners_[other.corners[2]];
    one.paired = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
                 d.pos.x == a.pos.x && a.pos.x < c.pos.x && a.pos.y < c.pos.y;
    return one.paired;
}

/// Where an opaque rectangle fills a square, nothing before it is seen.
void Patches::hide_below(std::size_t first) {
    if (pieces_[first].fill != Fill::solid && pieces_[first].fill != Fill::view) return;
    const ImDrawVert& a = corners_[pieces_[first].corners[0]];
    const ImDrawVert& c = corners_[pieces_[first].corners[2]];
    const Area inside =
        shared({static_cast<int>(std::ceil(a.pos.x)), static_cast<int>(std::ceil(a.pos.y)),
                static_cast<int>(std::floor(c.pos.x)), static_cast<int>(std::floor(c.pos.y))},
               commands_[pieces_[first].command].clip);
    // Squares at the right and lower edge of the window are filled by what reaches that edge.
    const int right = inside.right == width_ ? columns_ : inside.right / side;
    const int bottom = inside.bottom == height_ ? rows_ : inside.bottom / side;
    for (int y = (inside.top + side - 1) / side; y < bottom; ++y) {
        for (int x = (inside.left + side - 1) / side; x < right; ++x) {
            covered_[square(x, y)] = first;
        }
    }
}

Area Patches::squares_of(const Area& pixels) const {
    return {pixels.left / side, pixels.top / side, (pixels.right + side - 1) / side,
            (pixels.bottom + side - 1) / side};
}

Area Patches::pixels_of(const Area& squares) const {
    return shared(
        {squares.left * side, squares.top * side, squares.right * side, squares.bottom * side},
        {0, 0, width_, height_});
}

/// Rectangles that hold all that changed.
void Patches::find_changed() {
    changed_.clear();
    if (before_.size() != now_.size()) {
        changed_.push_back({0, 0, width_, height_});
        return;
    }
    const auto flat = [this](int x, int y) {
        return before_[square(x, y)].flat != now_[square(x, y)].flat;
    };
    for (const Area& area : rectangles({0, 0, columns_, rows_}, flat)) {
        changed_.push_back(pixels_of(area));
    }
    for (const std::size_t first : shown_) find_changed(first);
    join(changed_);
    if (changed_.size() <= most_patches) return;
    Area all = changed_.front();
    for (const Area& area : changed_) all = both(all, area);
    changed_.assign(1, all);
}

/// Where a rectangle shows a space that looks different, in squares that are else as before.
void Patches::find_changed(std::size_t first) {
    const Shown shown{pieces_[first].pixels, commands_[pieces_[first].command].texture};
    const auto same = std::find(shown_before_.begin(), shown_before_.end(), shown);
    if (same != shown_before_.end()) return;
    const auto other = [&](int x, int y) {
        const Look& before = before_[square(x, y)];
        const Look& now = now_[square(x, y)];
        return before.flat == now.flat && before.spaces != now.spaces && seen(first, x, y);
    };
    for (const Area& area : rectangles(pieces_[first].squares, other)) {
        changed_.push_back(shared(pixels_of(area), pieces_[first].pixels));
    }
}

void Patches::keep_shown() {
    shown_before_.clear();
    for (const std::size_t first : shown_) {
        shown_before_.push_back({pieces_[first].pixels, commands_[pieces_[first].command].texture});
    }
}

/// Those that touch what changed and are seen.
void Patches::find_drawn() {
    std::vector<bool> touched(now_.size());
    for (const Area& area : changed_) {
        const Area squares = squares_of(area);
        for (int y = squares.top; y < squares.bottom; ++y) {
            for (int x = squares.left; x < squares.right; ++x) touched[square(x, y)] = true;
        }
    }
    drawn_.clear();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const Area& squares = pieces_[i].squares;
        const bool of_rectangle = i > 0 && pieces_[i - 1].paired;
        bool drawn = of_rectangle && !drawn_.empty() && drawn_.back() == i - 1;
        for (int y = squares.top; y < squares.bottom && !drawn; ++y) {
            for (int x = squares.left; x < squares.right && !drawn; ++x) {
                drawn = touched[square(x, y)] && seen(i, x, y);
            }
        }
        if (drawn) drawn_.push_back(i);
    }
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
        piece.command = like(piece.command, area);
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
