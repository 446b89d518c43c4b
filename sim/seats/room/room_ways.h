/// Ways over the floor, round what stands on it.
#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "sim/world/room_plan.h"

namespace sim::seats {

class Ways {
  public:
    Ways(const RoomPlan& plan, const Layout& layout);

    /// Corners of a way, without `from`, the last one is `to`. Straight where there is none.
    std::vector<glm::vec2> way(glm::vec2 from, glm::vec2 to) const;
    /// Whether somebody who stands there is in the way of nothing.
    bool free(glm::vec2 at) const;

  private:
    static constexpr float cell = 0.2F;  ///< m

    void block(const glm::mat4& frame, const glm::vec3& size);
    void close_pockets();
    glm::ivec2 cell_of(glm::vec2 at) const;
    glm::ivec2 cell_at(std::size_t index) const {
        const auto wide = static_cast<std::size_t>(size_.x);
        return {static_cast<int>(index % wide), static_cast<int>(index / wide)};
    }
    glm::vec2 middle_of(glm::ivec2 at) const { return (glm::vec2(at) + 0.5F) * cell; }
    std::size_t index(glm::ivec2 at) const {
        return static_cast<std::size_t>(at.y) * static_cast<std::size_t>(size_.x) +
               static_cast<std::size_t>(at.x);
    }
    /// The nearest cell where one can stand.
    glm::ivec2 nearest_free(glm::vec2 at) const;
    bool straight(glm::vec2 from, glm::vec2 to) const;

    glm::ivec2 size_{1};
    std::vector<bool> blocked_;
};

}  // namespace sim::seats
