/// A station in its room: the meshes of what stands and of what moves, the screens and small faces
/// of the devices as images, the light. Reads the world and changes nothing of it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/view/space.h"
#include "sim/seats/room/decals.h"
#include "sim/seats/room/device_mesh.h"
#include "sim/seats/room/room_light.h"
#include "sim/seats/room/room_mesh.h"
#include "sim/seats/room/room_signs.h"
#include "sim/seats/room/room_walk.h"
#include "sim/world/room_plan.h"

namespace sim::seats {

/// What of the room depends on who looks: the hand, doors on their way.
struct RoomMoment {
    PartId hand = no_part;
    PostId self = no_post;  ///< of who looks
    glm::vec3 hand_at{};    ///< where the hand is, for the lead that it holds
    glm::vec3 eye{};        ///< who is near it is drawn finer
    float near = 4;         ///< m
    double time = 0;        ///< seconds, for what swings; the same time twice moves nothing
    bool still = false;     ///< nothing swings, it is open or shut; nobody walks
    double cost = 0;        ///< seconds that a picture takes, as far as known
    std::optional<engine::scene::Camera> camera;  ///< who walks outside its picture walks unseen
    float aspect = 1;                             ///< of that picture
    std::optional<Framing> working;               ///< where a device is worked at
    bool at_device = false;                       ///< be the head turned away from it or not
};

class RoomScene {
  public:
    /// @param lit without light nothing is worked out, and all is as bright.
    RoomScene(const RoomPlan& plan, const World& world, bool lit = true);

    /// Brings the meshes up to date. @return in how many seconds another picture is wanted, for a
    /// door or somebody is on the way; nothing when all is at rest.
    std::optional<double> update(const World& world, const RoomMoment& moment);

    /// The same with what is painted on them.
    std::optional<double> update(engine::view::Ui& ui, const World& world, const Reader& reader,
                                 const RoomMoment& moment);

    const RoomPlan& plan() const { return plan_; }
    const engine::view::Space& space() const { return space_; }
    RoomLight& light() { return light_; }

    /// From a part's own metres (as its profile has them) into the room; nothing for what has no
    /// place in it.
    std::optional<glm::mat4> frame_of(const Layout& layout, PartId part) const;
    /// Where a part was put into the meshes, by its corners; empty when it is not to be seen.
    engine::scene::Box bounds(PartId part) const;
    /// Of all parts of a device.
    engine::scene::Box bounds_of(const Layout& layout, DeviceId device) const;
    /// Of what of it never moves.
    engine::scene::Box body_of(const Layout& layout, DeviceId device) const;
    /// Middles of the heads of all who are there.
    std::vector<glm::vec3> heads() const { return walkers_.heads(); }
    /// Of who stands there, or works at a post.
    std::optional<glm::vec3> head_of(PartId person) const { return walkers_.head_of_owner(person); }
    std::optional<glm::vec3> head_at(PostId post) const {
        return walkers_.head_of(seed_of_post(post));
    }
    /// Another one with each change of what moves, but for people on their way.
    std::uint64_t version() const { return rest_version_; }

  private:
    struct Key {
        std::int64_t observed = -1, commands = -1, minute = -1, busy = 0;
        int walkers = 0;
        PartId hand = no_part;
        glm::vec3 hand_at{};
        glm::ivec3 eye{};
        float near = 0;
        std::optional<Framing> working = {};
        friend bool operator==(const Key&, const Key&) = default;
    };
    void place_parts(const World& world);
    void build_fixed(const World& world);
    void build_moving(const World& world, const RoomMoment& moment);
    void relight();
    void add_walkers(const RoomMoment& moment);
    bool move_people(const World& world, const RoomMoment& moment);
    bool seen_walking(const RoomMoment& moment) const;
    std::optional<double> next_picture(const RoomMoment& moment) const;
    bool swing(const World& world, const RoomMoment& moment);
    void draw_images(engine::view::Ui& ui, const World& world, const Reader& reader,
                     bool repaint_all);

    RoomPlan plan_;
    bool lit_at_all_ = true;
    bool night_ = false;
    engine::view::Space space_;
    std::vector<engine::scene::Lit> lit_;
    engine::scene::LightGrid grid_;
    RoomLight light_;
    std::vector<std::optional<glm::mat4>> frames_;  ///< by part
    std::map<DeviceId, DecalSheet> decals_;
    std::map<DeviceId, std::uint16_t> screens_;  ///< image of its screen
    std::vector<Sign> signs_;
    SignSheet sign_sheet_;
    std::uint16_t sign_image_ = 0;
    PartId form_ = no_part;  ///< the enlarged protocol on the wall
    std::uint16_t form_image_ = 0;
    std::uint64_t form_version_ = 0;
    std::map<PartId, float> doors_;   ///< those on their way
    std::vector<std::uint8_t> open_;  ///< by part, as last seen
    double time_ = 0;
    Walkers walkers_;
    Booths booths_;
    engine::Time walked_at_ = -1;     ///< of the world
    double walked_time_ = 0;          ///< seconds, as RoomMoment has them
    double stepped_time_ = -1e9;      ///< when those who walk were last drawn
    engine::scene::Mesh rest_;        ///< what moves, without those who walk
    std::uint64_t rest_version_ = 0;  ///< of that
    Key key_;
    std::int64_t painted_ = -1;
    std::string painted_in_;
};

}  // namespace sim::seats
