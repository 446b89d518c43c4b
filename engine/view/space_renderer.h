/// Draws views into spaces by OpenGL 3.3. What costs on a software renderer is pixels times shader
/// instructions: light is worked out before, the pixel shader multiplies. A view that looks as
/// before is not drawn again.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "engine/view/space_buffers.h"

namespace engine::view {

class SpaceRenderer {
  public:
    /// Needs a current context, as all of it does. Throws std::runtime_error when it cannot be
    /// used.
    SpaceRenderer();
    ~SpaceRenderer();
    SpaceRenderer(const SpaceRenderer&) = delete;
    SpaceRenderer& operator=(const SpaceRenderer&) = delete;

    /// Brings the textures of all views up to date, by their order.
    /// @param faces texture of the letters, for images.
    std::span<const unsigned> draw(std::span<const SpaceView> views, unsigned faces);
    /// Seconds for the last large view, on average; 0 until some were measured.
    double cost() const { return cost_; }

  private:
    struct Store;
    void update(Store& store, const Space& space, unsigned faces);
    void paint(Store& store, const Image& image, std::size_t index, unsigned faces);
    void draw_view(SpaceTarget& target, const SpaceView& view, const Store& store);
    void add_sample(const SpaceTarget& target, int sample) const;
    void draw_scene(const SpaceView& view, const Store& store, const SpaceTarget& target,
                    int number);
    void draw_mesh(const SpaceBuffers& buffers, const Store& store, scene::Surface surface,
                   const glm::mat4& lens, float pixels);

    struct Program {
        unsigned name = 0;
        int lens = -1, eye = -1, dim = -1;
    };
    Program plain_, mapped_, matte_plain_, matte_mapped_, lamp_, image_;
    unsigned flat_ = 0;     ///< program of images
    unsigned average_ = 0;  ///< program that lays a sample over those before
    unsigned empty_ = 0;    ///< vertex array without anything
    unsigned flat_array_ = 0, flat_vertices_ = 0, flat_indices_ = 0;
    std::map<const Space*, std::unique_ptr<Store>> stores_;
    std::map<const void*, std::unique_ptr<SpaceTarget>> targets_;
    std::vector<unsigned> textures_;
    std::vector<int> counts_;  ///< while a mesh is drawn
    std::vector<const void*> firsts_;
    long frame_ = 0;
    int measured_ = 0;
    double cost_ = 0;
};

}  // namespace engine::view
