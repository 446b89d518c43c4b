/// What a screen shows in space: meshes with their light, flat pictures on them, and looks into
/// it. A screen fills these and puts the picture where it wants; the window draws them before
/// everything flat. Without a window nothing is drawn and all else works.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/scene/camera.h"
#include "engine/scene/light.h"
#include "engine/scene/mesh.h"
#include "engine/view/geometry.h"

struct ImDrawList;

namespace engine::view {

struct Ui;

/// A flat picture for surfaces in space, made by the same functions as everything flat.
struct Image {
    Image();
    ~Image();
    Image(Image&&) noexcept;
    Image& operator=(Image&&) noexcept;

    int width = 0;  ///< pixels
    int height = 0;
    std::uint64_t look = 0;  ///< another one when it looks different
    std::unique_ptr<ImDrawList> list;
};

/// Everything that can be seen of a place. Versions are taken from what the meshes hold.
struct Space {
    scene::Mesh fixed;   ///< stands still and has its light worked out
    scene::Mesh moving;  ///< made anew when something has changed
    scene::LightMap map;
    std::vector<Image> images;
    glm::vec3 dim{1};  ///< of all light but that of lamps and screens
    std::uint64_t fixed_version = 0;
    std::uint64_t moving_version = 0;
    std::uint64_t map_version = 0;
};
std::uint64_t version_of(const scene::Mesh& mesh);
std::uint64_t version_of(const scene::LightMap& map);

/// How much a picture may cost.
enum class Detail : std::uint8_t {
    low,     ///< three quarters of the pixels along each side, half of them while the eye moves;
             ///< smoothed while nothing moves
    middle,  ///< all pixels, three quarters while the eye moves; likewise
    high,    ///< all pixels; likewise; whoever fills the space puts more into it
    print,   ///< smooth at once, for pictures
};

/// A look into a space, in a rectangle of the screen.
struct SpaceView {
    const Space* space = nullptr;
    scene::Camera camera;
    int width = 0;  ///< pixels
    int height = 0;
    Detail detail = Detail::middle;
    float share = 1;           ///< of the pixels along each side; above 1 it is made smaller
    std::vector<Rect> hidden;  ///< of its pixels, below what lies over it
    int sample = 0;            ///< of the pictures that are averaged, from 0
    std::uint64_t look = 0;    ///< of all of it
    const void* of = nullptr;  ///< whose it is: what was drawn for it is kept
};
/// Another one when it would look different.
std::uint64_t look_of(const SpaceView& view);
inline constexpr int most_samples = 8;

/// What lasts of a view between frames.
struct ViewState {
    std::uint64_t shown = 0;
    double changed_at = 0;  ///< when it last looked different: what still changes is not smoothed
    int sample = 0;
    std::uint64_t eye = 0;  ///< where it was looked from
    double moved_at = -1;   ///< when that last changed
    double hurry_until = -1;
    /// Set by who leaps through time: pictures that last a moment may be coarse.
    bool hurry = false;
};

/// Shows the space there. Asks for more frames until the picture is smooth.
void show_space(Ui& ui, const Rect& rect, const Space& space, const scene::Camera& camera,
                Detail detail, ViewState& state, float radius = 0);

/// Whatever is drawn between the two goes into the image and nowhere else; the drawing's units are
/// the image's own, `rect` is all of it. Nothing in it can be acted on.
class Painting {
  public:
    Painting(Ui& ui, Image& image, int width, int height);
    ~Painting();
    Painting(const Painting&) = delete;
    Painting& operator=(const Painting&) = delete;
    Rect rect;

  private:
    struct Kept;
    Ui& ui_;
    Image& image_;
    std::unique_ptr<Kept> kept_;
};

}  // namespace engine::view
