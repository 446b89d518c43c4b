/// People on their way. The world moves a voter from place to place at once; here they walk there.
#pragma once

#include <map>
#include <optional>
#include <span>

#include "sim/seats/room/room_people.h"
#include "sim/seats/room/room_ways.h"

namespace sim::seats {

class Walkers {
  public:
    Walkers(const RoomPlan& plan, const Layout& layout);

    /// Everybody's place in the world. Who has another one than before sets out for it.
    /// @param still they stand there at once.
    void gather(std::span<const Standing> people, bool still);
    /// They walk on for so many simulated seconds.
    void walk(float seconds);

    bool walking() const { return walking_ > 0; }
    /// Grows when somebody sets out or arrives.
    int changes() const { return changes_; }
    /// @param picture who would be cut by its edge is left out.
    void add_standing(engine::scene::Mesh& mesh, const glm::vec3& eye, float near,
                      const std::optional<Framing>& picture = {}) const;
    void add_walking(engine::scene::Mesh& mesh, const glm::vec3& eye, float near) const;
    /// Middles of those on their way.
    std::vector<glm::vec3> on_the_way() const;
    /// Middles of the heads of all.
    std::vector<glm::vec3> heads() const;
    /// Of whoever belongs to a part, or has these looks; nothing where nobody does.
    std::optional<glm::vec3> head_of_owner(std::int32_t owner) const;
    std::optional<glm::vec3> head_of(std::uint64_t seed) const;

  private:
    struct Walker {
        Standing place;  ///< where the world has them
        Pose shown;
        std::vector<glm::vec2> way;
        bool leaves = false;
        bool there = true;  ///< in the world, as last gathered
    };
    void set_out(Walker& walker, glm::vec2 to);
    bool step(Walker& walker, float seconds) const;
    void add(engine::scene::Mesh& mesh, const Walker& walker, const glm::vec3& eye,
             float near) const;

    Ways ways_;
    glm::vec2 door_{};
    bool first_ = true;
    int walking_ = 0;
    int changes_ = 0;
    std::map<std::uint64_t, Walker> all_;  ///< by their looks
};

}  // namespace sim::seats
