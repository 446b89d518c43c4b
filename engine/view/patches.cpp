#include "engine/view/patches.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace engine::view {

namespace {

constexpr std::size_t most_patches = 96;
constexpr int beginning = 4000;  ///< of a patch costs as much as so many pixels

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

}  // namespace engine::view
