/// How far one sees: rays against many triangles, by a tree of boxes over them.
#pragma once

#include <vector>

#include "engine/scene/camera.h"
#include "engine/scene/mesh.h"

namespace engine::scene {

class Occlusion {
  public:
    /// Takes the plain and the mapped surfaces.
    void add(const Mesh& mesh);
    /// To be called once after the last mesh.
    void build();

    /// Distance to the first triangle, whichever way it is turned; `farthest` when there is none.
    float distance(const Ray& ray, float farthest) const;
    bool blocked(const Ray& ray, float farthest) const;

  private:
    struct Triangle {
        glm::vec3 a, first, second;  ///< a corner, and the ways to the others
    };
    struct Node {
        Box box;
        std::uint32_t first = 0;  ///< leaf: of `triangles_`; else: of its two children
        std::uint32_t count = 0;  ///< 0: not a leaf
    };
    void split(std::uint32_t node, std::uint32_t first, std::uint32_t last);
    template <bool any>
    float cast(const Ray& ray, float farthest) const;

    std::vector<Triangle> triangles_;
    std::vector<Node> nodes_;
};

}  // namespace engine::scene
