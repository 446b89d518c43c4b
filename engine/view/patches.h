/// What of a picture has to be drawn anew. The window is divided into squares; a square whose
/// triangles are the same, in the same order, as in the picture before keeps its pixels. Where
/// only a look into space is another one, what lies beside it keeps its pixels too. What is left
/// is gathered into rectangles with the triangles that they need.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/view/patch_area.h"

namespace engine::view {

/// What it takes to draw a triangle: the less, the faster on a machine without a graphics card.
enum class Fill : std::uint8_t {
    solid,  ///< one colour that hides what is below
    tint,   ///< one colour that lets through
    glyph,  ///< texels that fall on pixels
    shade,  ///< texels between which it is interpolated
    view,   ///< a picture of what is seen in space
    veil    ///< the same, tinted or where it lets through
};

class Patches {
  public:
    /// Triangles that are drawn in one go, after those of the runs before.
    struct Run {
        Area clip;  ///< within its patch
        Fill fill{};
        std::size_t first = 0;  ///< of `indices`
        std::size_t count = 0;
        std::size_t view = 0;  ///< Fill::view, Fill::veil: which one
    };
    struct Patch {
        Area area;
        bool filled = false;  ///< whatever was there before
        std::size_t first_run = 0;
        std::size_t runs = 0;
    };

    /// Compares a picture with the one before.
    /// @param ground its colour where nothing is drawn.
    void update(const ImDrawData& drawn, unsigned ground);
    /// The next picture is drawn as a whole.
    void forget() { before_.clear(); }

    const std::vector<Patch>& patches() const { return patches_; }
    const std::vector<Run>& runs() const { return runs_; }
    const std::vector<ImDrawVert>& vertices() const { return vertices_; }
    const std::vector<std::uint32_t>& indices() const { return indices_; }

  private:
    static constexpr int side = 32;  ///< of a square, in pixels
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

    struct Command {
        Area clip;
        ImTextureID texture;
    };
    /// A triangle of the picture.
    struct Piece {
        std::uint32_t corners[3];
        std::uint32_t command;
        Fill fill;
        bool paired;   ///< with the next one: an upright rectangle
        Area pixels;   ///< that it may touch
        Area squares;  ///< likewise
    };
    /// How a square looks: what is flat, with where it shows a space, and the looks into it.
    struct Look {
        std::uint64_t flat = 0;
        std::uint64_t spaces = 0;
    };
    /// A rectangle that shows a space.
    struct Shown {
        Area pixels;
        ImTextureID look;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    /// Triangles of one clip and fill that may be drawn together: of what else touches the same
    /// squares, all that comes before them is in lower layers.
    struct Batch {
        std::uint32_t command = 0;
        Fill fill{};
        std::vector<std::uint32_t> pieces;
    };
    struct Top {
        std::uint32_t layer = 0;
        std::uint32_t command = 0;
        Fill fill{};
    };

    void read(const ImDrawData& drawn);
    void read(const ImDrawList& list);
    void mark();
    bool pair(std::size_t first);
    void hide_below(std::size_t first);
    void find_changed();
    void find_changed(std::size_t first);
    void find_drawn();
    void keep_shown();
    bool fills(std::size_t first, const Area& area) const;
    std::size_t square(int x, int y) const { return static_cast<std::size_t>(y * columns_ + x); }
    Area squares_of(const Area& pixels) const;
    Area pixels_of(const Area& squares) const;
    bool seen(std::size_t piece, int x, int y) const { return covered_[square(x, y)] <= piece; }
    bool seen(std::size_t piece, const Area& squares) const;
    bool trim(std::size_t piece, const Area& squares);
    void gather(const Area& area);
    std::uint32_t like(std::uint32_t command, const Area& area);
    std::size_t layer_of(const Piece& piece, std::size_t index, const Area& squares, bool trimmed);
    Batch& batch(std::size_t layer, const Piece& piece);
    void emit(const Piece& piece);

    int width_ = 0;
    int height_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    // The whole picture.
    std::vector<ImDrawVert> corners_;
    std::vector<Command> commands_;
    std::vector<Piece> pieces_;
    std::vector<std::size_t> shown_;  ///< the first of two that show a space
    std::vector<std::size_t> drawn_;  ///< those that touch what changed
    // By square.
    std::vector<Look> before_;  ///< in the picture before
    std::vector<Look> now_;
    std::vector<Shown> shown_before_;   ///< in the picture before
    std::vector<std::size_t> covered_;  ///< pieces before this one are hidden there
    std::vector<Top> top_;              ///< what lies uppermost so far, while a patch is gathered
    std::vector<std::vector<Batch>> layers_;
    std::vector<std::uint32_t> like_;  ///< by command, while a patch is gathered
    std::vector<std::uint32_t> used_;  ///< commands
    // What is drawn of it.
    std::vector<Area> changed_;
    std::vector<Patch> patches_;
    std::vector<Run> runs_;
    std::vector<ImDrawVert> vertices_;
    std::vector<std::uint32_t> indices_;
    std::vector<std::uint32_t> places_;  ///< of `corners_` within `vertices_`
};

}  // namespace engine::view
