/// Where leads lie: out of their ends down on what these stand on, over the edge of a desk to the
/// floor, there round what stands in the way. None goes through a body.
#pragma once

#include <array>
#include <vector>

#include "sim/seats/room/device_mesh.h"
#include "sim/seats/room/room_scene.h"

namespace sim::seats {

class LeadWays {
  public:
    LeadWays(const World& world, const RoomScene& room);

    /// Points of a lead, closer where it bends. Where both ends are near each other what is too
    /// long lies in a coil.
    std::vector<glm::vec3> lead(const LeadEnd& from, const LeadEnd& to, float radius) const;

  private:
    /// What stands somewhere, seen from above, in its own frame.
    struct Footprint {
        glm::mat4 frame{1}, inverse{1};
        glm::vec2 low{}, high{};
        float level = 0;  ///< on which it stands, m

        bool bars(const glm::vec2& from, const glm::vec2& to, float beside) const;
        bool holds(const glm::vec2& at, float beside) const;
        std::array<glm::vec2, 4> corners(float beside) const;
    };
    struct Bend {
        glm::vec3 at{};
        float radius = 0;
    };
    using Way = std::vector<Bend>;

    const Footprint* desk_under(const glm::vec3& at) const;
    void add(const glm::mat4& frame, const glm::vec3& low, const glm::vec3& high, float level,
             std::vector<Footprint>& to) const;
    bool in_room(const glm::vec2& at) const;
    glm::vec2 kept_in_room(const glm::vec2& at) const;
    std::vector<glm::vec2> round_one(const Footprint& print, const glm::vec2& from,
                                     const glm::vec2& to) const;
    std::vector<glm::vec2> round_all(const glm::vec2& from, const glm::vec2& to, float level) const;
    Way down(const LeadEnd& end, float radius) const;
    void over_edge(Way& way, const Footprint& desk, const glm::vec2& to, float radius) const;
    void coil(Way& way, const glm::vec3& to, float radius) const;
    static std::vector<glm::vec3> rounded(const Way& way);

    glm::vec2 room_{};
    std::vector<Footprint> desks_;   ///< `level` is their top
    std::vector<Footprint> bodies_;  ///< devices, and furniture that has no legs
};

}  // namespace sim::seats
