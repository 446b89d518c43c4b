#include "sim/seats/room/room_scene.h"

#include <algorithm>
#include <glm/gtc/matrix_transform.hpp>

#include "sim/seats/room/part_frame.h"
#include "sim/seats/room/room_form.h"
#include "sim/seats/room/room_leads.h"
#include "sim/seats/room/room_place.h"
#include "sim/seats/room/room_shadows.h"
#include "sim/seats/room/room_things.h"
#include "sim/seats/station/plan_layout.h"
#include "sim/seats/station/screen.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr int screen_wide = 768;
constexpr int screen_high = 432;
constexpr float swing_time = 0.6F;  ///< s, as a lid moves
constexpr float near_walkers = 4;   ///< m: nearer ones have faces
constexpr engine::Time repaint = engine::second / 2;

Millimetres corner_of(const PartSpec& spec) {
    return {spec.shape.at[0], spec.shape.at[1], spec.shape.at[2]};
}

/// Parts at the back or inside of a unit of a kit lie in that unit's own frame.
bool in_own_frame(const PartSpec& spec) {
    return spec.shape.face == "back" || spec.shape.face == "inside";
}

/// Machines, and what else is a box of its own on the floor: safe, ballot boxes.
bool stands_alone(const Layout& layout, PartId part) {
    const PartSpec& spec = layout[part];
    const bool room = layout.device(spec.device).device_class == DeviceClass::room;
    if (!room) return is_body(layout, part);
    constexpr std::int32_t large = 250;
    const bool box = spec.kind == PartKind::compartment || spec.kind == PartKind::door;
    const auto& size = spec.shape.size;
    return box && size[0] > large && size[1] > large && size[2] > large;
}

Box foot_of(const Layout& layout, PartId part, const glm::mat4& frame) {
    const PartBox box = box_of(layout, part);
    Box foot;
    for (const float x : {0.0F, box.size.x}) {
        for (const float z : {0.0F, box.size.z}) {
            foot.add(glm::vec3(frame * glm::vec4(box.low + glm::vec3{x, 0, z}, 1)));
        }
    }
    return foot;
}

std::optional<glm::mat4> place_part(const RoomPlan& plan, const Layout& layout, PartId part) {
    const PartSpec& spec = layout[part];
    if (spec.device == no_device) return std::nullopt;
    const DeviceSpec& device = layout.device(spec.device);
    if (!is_kit(device.device_class)) {
        const DevicePlace* place = place_of(plan, device.device_class, device.number + 1);
        if (place == nullptr) return std::nullopt;
        return frame_of(*place);
    }
    const PartPlace* place = place_of(plan, spec.name);
    if (place == nullptr && spec.guards != no_part) {
        place = place_of(plan, layout[spec.guards].name);
    }
    if (place == nullptr) return std::nullopt;
    const PartId anchor = layout.find(place->part);
    const glm::mat4 frame = frame_at(place->at, place->turn);
    if (anchor == no_part || (in_own_frame(spec) && anchor != part)) return frame;
    return glm::translate(frame, -metres(corner_of(layout[anchor])));
}

/// Of a device's parts that a mesh holds, without what goes about.
void add_bounds(Box& box, const Mesh& mesh, const Layout& layout, DeviceId device) {
    for (const Piece& piece : mesh.pieces) {
        if (piece.owner < 0 || piece.count == 0) continue;
        const PartSpec& spec = layout.parts[static_cast<std::size_t>(piece.owner)];
        if (spec.device != device || spec.kind == PartKind::person) continue;
        if (goes_about(spec) || spec.kind == PartKind::plug) continue;
        box.add(piece.bounds.low);
        box.add(piece.bounds.high);
    }
}

/// Seconds between two pictures of somebody's way: a fifth of the time goes into them at most, but
/// for machines so slow that nobody would be seen to walk.
double pace(const RoomMoment& moment) {
    return std::clamp(moment.cost * 5, 0.05, 0.125);
}

}  // namespace

RoomScene::RoomScene(const RoomPlan& plan, const World& world, bool lit)
    : plan_(plan), lit_at_all_(lit), night_(is_night(world)), walkers_(plan, world.layout()) {
    place_parts(world);
    build_fixed(world);
    open_.resize(world.layout().parts.size());
    for (std::size_t i = 0; i < open_.size(); ++i) {
        open_[i] = world.part(static_cast<PartId>(i)).open;
    }
}

void RoomScene::place_parts(const World& world) {
    const Layout& layout = world.layout();
    frames_.resize(layout.parts.size());
    for (std::size_t i = 0; i < frames_.size(); ++i) {
        frames_[i] = place_part(plan_, layout, static_cast<PartId>(i));
    }
    std::uint16_t image = 0;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        decals_[device] = decal_sheet(layout, device, image++);
        if (has_screen(world, device)) screens_[device] = image++;
    }
    sign_image_ = image++;
    form_ = wall_form(plan_, layout);
    form_image_ = image++;
    space_.images.resize(image);
}

void RoomScene::build_fixed(const World& world) {
    const Layout& layout = world.layout();
    RoomMesh room = build_room(plan_, layout);
    space_.fixed = std::move(room.mesh);
    lit_ = std::move(room.lit);
    signs_ = std::move(room.signs);
    sign_sheet_ = sign_sheet(signs_);
    add_signs(space_.fixed, signs_, sign_sheet_, sign_image_);
    if (form_ != no_part) add_wall_form(space_.fixed, plan_, form_, form_image_);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (!frames_[i] || spec.kind != PartKind::unit || !has_shape(spec)) continue;
        // Desk and booths are furniture of the room.
        if (!is_body(layout, part) ||
            layout.device(spec.device).device_class == DeviceClass::room) {
            continue;
        }
        add_body(space_.fixed, {world, spec.device, *frames_[i]}, part);
    }
    if (lit_at_all_) light_.begin(plan_, space_.fixed, lit_, night_);
    const std::size_t outside = space_.fixed.vertices.size();
    append(space_.fixed, room.outside);
    if (night_) {
        for (std::size_t i = outside; i < space_.fixed.vertices.size(); ++i) {
            Colour& colour = space_.fixed.vertices[i].colour;
            colour = mixed(shaded(colour, 0.10F), {8, 14, 30, colour.a}, 0.5F);
        }
    }
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (frames_[i] && stands_alone(layout, part)) {
            add_shadow(space_.fixed, foot_of(layout, part, *frames_[i]));
        }
    }
    space_.fixed_version = engine::view::version_of(space_.fixed);
}

std::optional<glm::mat4> RoomScene::frame_of(const Layout& layout, PartId part) const {
    const auto index = static_cast<std::size_t>(part);
    return part < 0 || index >= layout.parts.size() ? std::nullopt : frames_[index];
}

Box RoomScene::bounds(PartId part) const {
    Box box;
    for (const Mesh* mesh : {&space_.moving, &space_.fixed}) {
        for (const Piece& piece : mesh->pieces) {
            if (piece.owner != part || piece.count == 0) continue;
            box.add(piece.bounds.low);
            box.add(piece.bounds.high);
        }
    }
    return box;
}

Box RoomScene::bounds_of(const Layout& layout, DeviceId device) const {
    Box box = body_of(layout, device);
    add_bounds(box, space_.moving, layout, device);
    return box;
}

Box RoomScene::body_of(const Layout& layout, DeviceId device) const {
    Box box;
    add_bounds(box, space_.fixed, layout, device);
    return box;
}

/// Doors that have just been opened or shut take their time.
bool RoomScene::swing(const World& world, const RoomMoment& moment) {
    const auto step = static_cast<float>(std::clamp(moment.time - time_, 0.0, 0.1)) / swing_time;
    time_ = moment.time;
    const Layout& layout = world.layout();
    for (std::size_t i = 0; i < open_.size(); ++i) {
        if (layout.parts[i].kind != PartKind::door) continue;
        const auto part = static_cast<PartId>(i);
        const std::uint8_t now = world.part(part).open;
        if (now == open_[i]) continue;
        if (!moment.still) doors_.emplace(part, open_[i] != 0 ? 1.0F : 0.0F);
        open_[i] = now;
    }
    if (doors_.empty()) return false;
    for (auto at = doors_.begin(); at != doors_.end();) {
        const bool opens = world.part(at->first).open != 0;
        at->second = std::clamp(at->second + (opens ? step : -step), 0.0F, 1.0F);
        const bool there = opens ? at->second >= 1 : at->second <= 0;
        at = there || moment.still ? doors_.erase(at) : std::next(at);
    }
    return true;
}

void RoomScene::build_moving(const World& world, const RoomMoment& moment) {
    const Layout& layout = world.layout();
    Mesh& mesh = rest_;
    mesh.clear();
    const PartId entrance = layout.find("entrance_door");  // hung by the room
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        const auto part = static_cast<PartId>(i);
        if (part == entrance) continue;
        // What is put into something is there, whatever it belongs to.
        const PartId in = world.part(part).in;
        const bool placed = in != no_part && has_shape(layout[in]) &&
                            (goes_about(spec) || spec.kind == PartKind::plug);
        const PartId host = placed ? in : part;
        const auto& at = frames_[static_cast<std::size_t>(host)];
        if (!at || (part == moment.hand && !placed)) continue;
        const DeviceId device = layout[host].device;
        DeviceFrame frame{world, device, *at};
        frame.decals = &decals_[device];
        frame.doors = &doors_;
        const auto screen = screens_.find(device);
        if (screen != screens_.end()) frame.screen = screen->second;
        add_part(mesh, frame, part);
    }
    add_leads(mesh, world, *this, moment);
    add_things(mesh, world, *this, moment.hand);
    walkers_.add_standing(mesh, moment.eye, moment.near, moment.working);
    add_empty_places(mesh, world, plan_);
    for (const auto& [who, number] : booths_) close_booth(mesh, plan_, number);
    const int minute = static_cast<int>(world.now / engine::minute);
    mesh.begin(nobody);
    add_clock_hands(mesh, plan_, minute / 60 % 24, minute % 60);
    if (has_current(world)) add_lamp_light(mesh, plan_);
    if (entrance != no_part) {
        const auto moving = doors_.find(entrance);
        const float open = moving != doors_.end()           ? moving->second
                           : world.part(entrance).open != 0 ? 1.0F
                                                            : 0.0F;
        add_entrance(mesh, plan_, entrance, open, colour_of(layout[entrance].shape.colour.c_str()));
    }
}

void RoomScene::draw_images(engine::view::Ui& ui, const World& world, const Reader& reader,
                            bool repaint_all) {
    for (const auto& [device, sheet] : decals_) {
        if (sheet.decals.empty()) continue;
        draw_decals(ui, space_.images[sheet.image], sheet, world, reader);
    }
    draw_signs(ui, space_.images[sign_image_], signs_, sign_sheet_);
    const std::uint64_t written = wall_form_version(world);
    if (form_ != no_part && (written != form_version_ || repaint_all)) {
        form_version_ = written;
        draw_wall_form(ui, space_.images[form_image_], plan_, world, reader);
    }
    for (const auto& [device, image] : screens_) {
        const engine::view::Painting painting(ui, space_.images[image], screen_wide, screen_high);
        draw_device_screen(ui, painting.rect, world, device, reader, "", nullptr);
    }
}

/// Brings everybody to their places. @return whether somebody has walked.
bool RoomScene::move_people(const World& world, const RoomMoment& moment) {
    const double passed = static_cast<double>(world.now - walked_at_) / engine::second;
    const double taken = moment.time - walked_time_;
    // A leap in time, or time that runs too fast to follow.
    constexpr double leap = 4;  // s
    constexpr double fastest = 5.5;
    const bool still = moment.still || walked_at_ < 0 || passed < 0 || passed > leap ||
                       passed > fastest * std::max(taken, 0.2);
    walked_at_ = world.now;
    walked_time_ = moment.time;
    const bool walked = walkers_.walking();
    if (!still) walkers_.walk(static_cast<float>(passed));
    walkers_.gather(people_of(world, plan_, booths_, moment.self), still);
    return (walked && passed > 0) || walkers_.walking();
}

/// Walking costs nothing where it is not seen.
std::optional<double> RoomScene::next_picture(const RoomMoment& moment) const {
    if (!doors_.empty()) return 0;
    if (!walkers_.walking() || !seen_walking(moment)) return std::nullopt;
    return std::max(0.0, stepped_time_ + pace(moment) - moment.time);
}

bool RoomScene::seen_walking(const RoomMoment& moment) const {
    if (!moment.camera) return true;
    const glm::mat4 look = view_projection(*moment.camera, moment.aspect);
    for (const glm::vec3& at : walkers_.on_the_way()) {
        const glm::vec4 clip = look * glm::vec4(at, 1);
        // As wide and high as somebody is, seen from there.
        const float reach = clip.w + 1.8F;
        if (clip.w > -1 && std::abs(clip.x) < reach && std::abs(clip.y) < reach) return true;
    }
    return false;
}

/// Those on their way come after what rests.
void RoomScene::add_walkers(const RoomMoment& moment) {
    stepped_time_ = moment.time;
    space_.moving = rest_;
    const std::size_t first = space_.moving.vertices.size();
    walkers_.add_walking(space_.moving, moment.eye, std::min(moment.near, near_walkers));
    take_light(space_.moving, first, grid_);
    space_.moving_version = engine::view::version_of(space_.moving);
}

std::optional<double> RoomScene::update(const World& world, const RoomMoment& moment) {
    const bool swinging = swing(world, moment);
    const bool walked = move_people(world, moment);
    if (is_night(world) != night_) {
        night_ = !night_;
        build_fixed(world);
    }
    space_.dim = dimmed(world, night_, moment.at_device);
    Key key{world.observed, world.commands, world.now / engine::minute};
    for (std::size_t i = 0; i < world.actors.size(); ++i) {
        if (world.actors[i].busy) key.busy |= 1LL << i;
    }
    key.walkers = walkers_.changes();
    key.hand = moment.hand;
    // A step makes a difference to how fine people are drawn, and to whose place it is.
    key.near = moment.near;
    key.working = moment.working;
    key.eye = glm::ivec3(glm::round(moment.eye * 4.0F));
    if (moment.hand != no_part) key.hand_at = moment.hand_at;
    const bool lighter = light_.ready();
    if (lighter) {
        const Baked& baked = light_.take();
        take_light(space_.fixed, lit_, baked);
        space_.map = baked.map;
        space_.map_version = engine::view::version_of(space_.map);
        space_.fixed_version = engine::view::version_of(space_.fixed);
        grid_ = baked.grid;
    }
    const bool changed = swinging || lighter || !(key == key_);
    if (changed) {
        key_ = key;
        build_moving(world, moment);
        relight();
    }
    // Whatever else is drawn meanwhile takes nobody a step on.
    const bool due = moment.time >= stepped_time_ + pace(moment) - 0.005;
    if (changed || (walked && due && seen_walking(moment))) add_walkers(moment);
    return swinging ? 0 : next_picture(moment);
}

std::optional<double> RoomScene::update(engine::view::Ui& ui, const World& world,
                                        const Reader& reader, const RoomMoment& moment) {
    const std::optional<double> wanted = update(world, moment);
    const std::int64_t paint = world.now / repaint + world.observed * 7 + world.commands * 13;
    const std::string in = reader.language + std::to_string(ui.scale);
    if (paint != painted_ || in != painted_in_) {
        const bool all = in != painted_in_;
        painted_ = paint;
        painted_in_ = in;
        draw_images(ui, world, reader, all);
    }
    if (light_.progress() < 1000) engine::view::wake_in(ui, 0.25);
    return wanted;
}

/// What moves takes its light where it is; screens and lamps have their own.
void RoomScene::relight() {
    Mesh& mesh = rest_;
    std::vector<bool> own(mesh.vertices.size(), false);
    for (const Piece& piece : mesh.pieces) {
        if (piece.surface != Surface::screen && piece.surface != Surface::lamp) continue;
        for (std::uint32_t i = 0; i < piece.count; ++i) own[mesh.indices[piece.first + i]] = true;
    }
    std::vector<Colour> kept(mesh.vertices.size());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = mesh.vertices[i].light;
    take_light(mesh, 0, grid_);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (own[i]) mesh.vertices[i].light = kept[i];
    }
    rest_version_ = engine::view::version_of(mesh);
}

}  // namespace sim::seats
