/// What of a picture has to be drawn anew. The window is divided into squares; a square whose
/// triangles are the same, in the same order, as in the picture before keeps its pixels. What is
/// left is gathered into rectangles with the triangles that they need.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine::view {

/// In pixels (or squares) from the top left; right and bottom are beyond.
struct Area {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    bool empty() const { return left >= right || top >= bottom; }
    friend bool operator==(const Area&, const Area&) = default;
};

/// What it takes to draw a triangle: the less, the faster on a machine without a graphics card.
enum class Fill : std::uint8_t {
    solid,  ///< one colour that hides what is below
    tint,   ///< one colour that lets through
    glyph,  ///< texels that fall on pixels
    shade,  ///< texels between which it is interpolated
    view,   ///< a picture of what is seen in space
    veil    ///< the same where it lets through
};

class Patches {
  public:
    /// Triangles that are drawn in one go, after those of the runs before.
    struct Run {
        Area clip;  ///< within its patch
        Fill fill{};
        std::size_t first = 0;  ///< of `indices`
        std::size_t count = 0;
        std::size_t view = 0;  ///< Fill::view: which one
    };
    struct Patch {
        Area area;
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
    struct Command {
        Area clip;
        ImTextureID texture;
    };
    /// A triangle of the picture.
    struct Piece {
        std::uint32_t corners[3];
        std::uint32_t command;
        Fill fill;
        bool paired;   ///< with the next one: an upright rectangle of one colour
        Area squares;  ///< that it may touch
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
    void hide_below(std::size_t piece);
    std::vector<Area> changed() const;
    bool seen(std::size_t piece, int x, int y) const {
        return covered_[static_cast<std::size_t>(y * columns_ + x)] <= piece;
    }
    bool seen(std::size_t piece, const Area& squares) const;
    bool trim(std::size_t piece, const Area& squares);
    void gather(const Area& squares);
    std::size_t layer_of(std::size_t index, const Area& squares, bool trimmed);
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
    std::size_t marked_ = 0;  ///< of them, those that make up the picture
    // By square.
    std::vector<std::uint64_t> before_;  ///< how it looked in the picture before
    std::vector<std::uint64_t> now_;
    std::vector<std::size_t> covered_;  ///< pieces before this one are hidden there
    std::vector<Top> top_;              ///< what lies uppermost so far, while a patch is gathered
    std::vector<std::vector<Batch>> layers_;
    // What is drawn of it.
    std::vector<Patch> patches_;
    std::vector<Run> runs_;
    std::vector<ImDrawVert> vertices_;
    std::vector<std::uint32_t> indices_;
    std::vector<std::uint32_t> places_;  ///< of `corners_` within `vertices_`
};

}  // namespace engine::view
