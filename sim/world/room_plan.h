/// The room of a polling station as it is drawn in space: walls, furniture, and where equipment and
/// people have their places. The world does not know it; only pictures do.
///
/// Millimetres, whole numbers. The room reaches from 0 to its size: x to the right, y up from the
/// floor, z from the back wall towards the front one. What has a turn faces the front wall (+z) at
/// 0 degrees, the right one (+x) at 90, the back one at 180, the left one at 270; its `at` is the
/// left, bottom, back corner of its own box, about which it is turned.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "sim/world/part.h"

namespace sim {

using Millimetres = std::array<std::int32_t, 3>;  ///< x, y, z
using OnFloor = std::array<std::int32_t, 2>;      ///< x, z

/// The walls as seen from the middle with the back one ahead.
enum class Wall : std::uint8_t { back, left, front, right };

struct RoomColours {
    std::string low = "#7FA095";   ///< of the walls below the rail
    std::string high = "#EFEAE0";  ///< and above it
    std::string rail = "#A07F57";
    std::string skirting = "#8A6C49";
    std::string ceiling = "#F6F4EF";
    std::string wood = "#B98D5E";  ///< doors, sills, frames of boards
};

enum class FloorKind : std::uint8_t { planks, tiles, linoleum };

struct RoomFloor {
    FloorKind kind = FloorKind::planks;
    std::string colour = "#C49A6C";
    std::int32_t width = 160;    ///< of a plank or tile
    std::int32_t length = 1600;  ///< of a plank
};

/// A rectangle on a wall: `from` along x or z, the lower edge at `up`.
struct OnWall {
    Wall wall = Wall::back;
    std::int32_t from = 0;
    std::int32_t up = 0;
    std::array<std::int32_t, 2> size{};  ///< width, height
};

struct RoomDoor {
    OnWall at;
    bool entrance = false;
    engine::LocalizedText sign;  ///< over it; may be empty
};

enum class BoardKind : std::uint8_t { notices, chalk };

struct RoomBoard {
    OnWall at;
    BoardKind kind = BoardKind::notices;
    std::int32_t posters = 0;
};

/// What one of the sheets on the boards says.
struct RoomNotice {
    engine::LocalizedText title;
    std::vector<engine::LocalizedText> lines;
};

struct RoomClock {
    Wall wall = Wall::back;
    std::int32_t from = 0;  ///< its middle
    std::int32_t up = 2300;
    std::int32_t size = 340;  ///< across
};

/// A rectangle of hazard tape on the floor, by its outer edge.
struct FloorTape {
    OnFloor at{};
    std::array<std::int32_t, 2> size{};
    std::string stands_for;  ///< as of furniture
};

enum class FurnitureKind : std::uint8_t {
    desk,
    table,
    chair,
    cupboard,
    bench,
    booth,
    screen,
    stack,  ///< of chairs
    shelf,
    cabinet,  ///< of drawers
    plant,
    coats,
    stage,
};

struct RoomFurniture {
    FurnitureKind kind = FurnitureKind::desk;
    Millimetres at{};
    std::int32_t turn = 0;
    Millimetres size{};
    std::string colour;
    /// Part it is (`booth_3`, `desk`), or device as class and number (`terminal_3`) without which
    /// it is not there.
    std::string stands_for;
};

/// Where a device stands, by class and number (1 is the first).
struct DevicePlace {
    DeviceClass device_class = DeviceClass::scanner;
    std::int32_t number = 1;
    Millimetres at{};
    std::int32_t turn = 0;
};

/// Where a part of the power kit, the hall or the room kit stands: its shape's corner is put there.
struct PartPlace {
    std::string part;
    Millimetres at{};
    std::int32_t turn = 0;
    std::vector<std::string> carries;  ///< parts that keep their place beside it
};

/// One of the places where a kit and furniture stand, to be looked at by itself.
struct KitPlace {
    std::string name;
    engine::LocalizedText title;
    std::vector<std::string> parts;  ///< begin of their names
    bool behind = false;             ///< seen from behind
};

/// Where somebody stands or sits.
struct PersonPlace {
    std::string who;  ///< see person_places
    std::int32_t number = 1;
    OnFloor at{};
    std::int32_t turn = 0;
    bool seated = false;
};

/// Who may have a place: posts of the commission, and voters at their stations.
std::span<const std::string_view> person_places();

/// A line of people, its head at the first point.
struct QueuePlace {
    std::string who;  ///< desk, list, booth, scanner
    std::int32_t number = 1;
    std::vector<OnFloor> points;
    std::int32_t gap = 650;  ///< between two people
};

/// A camera place and where it looks.
struct CameraPlace {
    Millimetres eye{};
    Millimetres target{};
    std::int32_t field = 50;  ///< degrees from top to bottom
};

/// In the order of the keys 1 to 5.
inline constexpr std::array<std::string_view, 5> camera_names = {"room", "scanner", "terminal",
                                                                 "transmitter", "power"};

struct RoomPlan {
    std::string id;
    engine::LocalizedText title;
    Millimetres size{12000, 3300, 8600};
    RoomColours colours;
    std::int32_t rail_up = 1100;
    RoomFloor floor;
    std::int32_t sun_turn = 290;   ///< degrees as a turn: from where it shines
    std::int32_t sun_height = 38;  ///< degrees above the horizon
    std::vector<OnWall> windows;
    std::vector<RoomDoor> doors;
    std::vector<RoomBoard> boards;
    std::vector<RoomNotice> notices;  ///< in turn on the boards
    std::vector<OnWall> radiators;
    std::optional<RoomClock> clock;
    std::optional<OnWall> form;  ///< where the enlarged protocol hangs
    std::vector<FloorTape> tapes;
    std::vector<RoomFurniture> furniture;
    std::vector<DevicePlace> devices;
    std::vector<PartPlace> parts;
    std::vector<KitPlace> places;
    std::vector<PersonPlace> people;
    std::vector<QueuePlace> queues;
    std::array<CameraPlace, camera_names.size()> cameras{};
};

/// The place of a device, or nullptr.
const DevicePlace* place_of(const RoomPlan& plan, DeviceClass device_class, int number);
/// The place of a part: its own, that of what carries it, or that of the unit it is named after
/// ("strip.outlet_1" stands with "strip"); nullptr when none has one.
const PartPlace* place_of(const RoomPlan& plan, std::string_view part);
const PersonPlace* place_of_person(const RoomPlan& plan, std::string_view who, int number = 1);
const QueuePlace* queue_of(const RoomPlan& plan, std::string_view who, int number = 1);

/// Whether what stands for a part or device (or for none) is there in a room with this equipment.
bool stands(std::string_view stands_for, const Layout& layout);

}  // namespace sim
