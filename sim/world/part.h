/// Parts: everything in the station that a sentence can name. A scanner's door, a seal, a lead's
/// plug, a printed report, a field of the protocol, the voter at the desk: one table of nouns, one
/// small state each, so that verbs, pictures, conditions and the journal speak of the same things.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.h"
#include "sim/world/ids.h"
#include "sim/world/parameter.h"

namespace sim {

/// What a part is, which decides what hands can do with it.
enum class PartKind : std::uint8_t {
    button,       ///< pressed
    toggle,       ///< a switch with two positions: pressed, stays
    key_switch,   ///< turned, with its key inserted
    port,         ///< socket that takes a lead's plug (data)
    outlet,       ///< socket that gives mains power
    inlet,        ///< socket that takes mains power
    plug,         ///< one end of a lead
    slot,         ///< takes one item (card, medium, SIM)
    holder,       ///< takes a paper roll
    tray,         ///< takes blank sheets
    door,         ///< door, cover, lid, flap: opened and closed
    compartment,  ///< holds ballots; opened, shown, emptied
    latch,        ///< bolt, latch, strap, lock of a wheel: fastened and released
    packing,      ///< foam, tie, tape: removed
    seal_point,   ///< place for one numbered seal; guards a door or compartment
    seal,         ///< a numbered seal
    indicator,    ///< lamp
    speaker,
    screen,   ///< touch screen
    target,   ///< something on a screen that can be touched
    entry,    ///< where sheets are fed
    path,     ///< paper path and outfeed: sheets are taken or freed
    surface,  ///< glass, rollers, finger sensor, reader window: wiped
    reader,   ///< document reader, camera, finger sensor
    antenna,  ///< moved between places
    battery,
    card,  ///< access card (amount: see CardRight)
    key,
    roll,    ///< thermal paper roll
    medium,  ///< memory stick
    sim_card,
    cloth,
    unit,       ///< a whole device or piece of furniture
    paper,      ///< printed report, list, form
    field,      ///< line of a form into which a number or words are written
    pile,       ///< what is counted: ballots, receipts, signatures, unused sheets
    person,     ///< a voter at a place, observers, queue, commission
    channel,    ///< support line, radio, report to the territorial commission
    topic,      ///< what is told or announced
    place,      ///< where something stands
    fault,      ///< entry of the catalogue (instructor)
    parameter,  ///< physical parameter (instructor)
    signal,     ///< reading (instructor)
    post,       ///< post of the commission
};
inline constexpr std::size_t part_kind_count = static_cast<std::size_t>(PartKind::post) + 1;

/// Name of a kind as written in equipment files.
std::string_view name_of(PartKind kind);
std::optional<PartKind> part_kind(std::string_view name);

/// What a part does for the behaviour of its device. A second maker's profile names and places its
/// parts differently; behaviour finds them by role.
enum class Role : std::uint8_t {
    none,
    // every device
    power_switch,
    mains_inlet,
    battery,
    screen,
    card_slot,
    status_light,
    speaker,
    data_port,
    // scanner and box
    entry,
    path,
    outfeed,
    glass,
    rollers,
    cover,
    box_door,
    box,
    invalid_bin,
    emergency_bin,
    bolt,
    double_sheet_detector,
    media_door,
    main_medium_slot,
    backup_medium_slot,
    diverter_cable,
    // printers
    roll_holder,
    printer_lid,
    paper_mouth,
    // voter-ID terminal
    document_reader,
    finger_sensor,
    camera,
    ballot_tray,
    ballot_mouth,
    peer_port,
    peer_lead,  ///< joins two terminals directly
    voter,
    // transmission unit
    sim_slot_1,
    sim_slot_2,
    antenna,
    network_port,
    pointing_light,  ///< shines when the antenna sees the satellite
    // power
    wall_outlet,
    strip_lead,
    strip_switch,
    ups_lead,
    ups_switch,
    ups_battery,
    generator_switch,
};
inline constexpr std::size_t role_count = static_cast<std::size_t>(Role::generator_switch) + 1;
std::string_view name_of(Role role);
std::optional<Role> role_named(std::string_view name);

/// Shape of a part for drawing and picking, in millimetres in its device's own frame.
struct PartShape {
    std::string face = "front";  ///< front, inside, back, top
    std::string form = "box";    ///< box, rounded, disc, slit, cylinder
    std::array<std::int32_t, 3> at{};
    std::array<std::int32_t, 3> size{};
    std::string colour = "#B7C6D4";
    std::string hinge;      ///< door: the edge on which it turns, or "slide"; empty: by its face
    std::int32_t tilt = 0;  ///< degrees by which it leans back from its lower front edge
    engine::LocalizedText text;  ///< printed on it; on the inner side of a door
};

/// A part as its profile (or the setup) declares it. Never changes after set-up.
struct PartSpec {
    std::string name;  ///< full name in sentences: "scanner.front_door"
    PartKind kind = PartKind::unit;
    Role role = Role::none;
    DeviceId device = no_device;
    engine::LocalizedText label;
    engine::LocalizedText hint;  ///< what it is for; may be empty
    PartShape shape;
    PartId guards = no_part;      ///< seal_point: the door it keeps shut
    PartId guarded_by = no_part;  ///< door: the seal point that guards it (set by index_names)
    PartId behind = no_part;      ///< can only be reached while that door is open
    PartId other_end = no_part;   ///< plug: the other plug of the same lead
    PartId starts_in = no_part;   ///< where an item is at the start of the day (slot, place, point)
    std::int32_t amount =
        0;  ///< start amount: seal number, metres of roll, sheets, right of a card
    std::int16_t index = -1;  ///< target: TargetId; fault, parameter, signal, post: its index
    bool open = false;        ///< starts open / on / fastened
    std::string type;         ///< item, plug: what it is ("poll_card", "roll_80", "mains_plug")
    std::vector<std::string> accepts;  ///< slot, socket, holder, point: types it takes; empty: any
};

/// What changes about a part. 24 bytes, plain.
struct PartState {
    PartId in = no_part;        ///< item, plug, seal: the part that holds it
    PartId holds = no_part;     ///< slot, socket, seal point: the item in it
    PostId holder = no_post;    ///< item: in whose hand
    std::uint8_t open = 0;      ///< door open; toggle on; latch fastened; packing removed
    std::uint8_t reversed = 0;  ///< roll, card: wrong way round
    std::uint8_t broken = 0;    ///< seal broken; sheet torn
    std::uint8_t recorded = 0;  ///< seal: number in the register; paper: read aloud
    std::uint8_t witnessed =
        0;  ///< seal: second person; paper: shown to observers; box: shown empty
    std::uint8_t signatures = 0;  ///< paper: bit per post that signed
    std::uint8_t flags = 0;       ///< see PartFlag
    std::int32_t amount = 0;      ///< number, length (mm), sheets, copies, value written
    std::int32_t dirt = 0;        ///< surface: permille

    template <class Archive>
    void serialize(Archive& ar) {
        ar(in, holds, holder, open, reversed, broken, recorded, witnessed, signatures, flags,
           amount, dirt);
    }
    friend bool operator==(const PartState&, const PartState&) = default;
};

/// Bits of PartState::flags.
namespace part_flag {
inline constexpr std::uint8_t exists = 1;   ///< paper printed, field written
inline constexpr std::uint8_t posted = 2;   ///< paper on the wall or attached
inline constexpr std::uint8_t voided = 4;   ///< paper cancelled
inline constexpr std::uint8_t counted = 8;  ///< pile counted by hand
inline constexpr std::uint8_t told = 16;    ///< topic announced
inline constexpr std::uint8_t taped = 32;   ///< lead taped to the floor
inline constexpr std::uint8_t packed = 64;  ///< sealed into an envelope, put away
inline constexpr std::uint8_t delivered = 128;
}  // namespace part_flag

enum class DeviceClass : std::uint8_t { scanner, terminal, transmitter, power, room };
inline constexpr std::size_t device_class_count = 5;
std::string_view name_of(DeviceClass device_class);
std::optional<DeviceClass> device_class_named(std::string_view name);

/// One device of this station: a profile under a name.
struct DeviceSpec {
    std::string name;     ///< "scanner", "terminal_2"
    std::string profile;  ///< id of the profile
    DeviceClass device_class = DeviceClass::room;
    std::int8_t number = 0;  ///< index within its class: Nth scanner, Nth terminal …
    engine::LocalizedText label;
    /// What its screen says where its maker has words of its own: name of the screen, words.
    std::vector<std::pair<std::string, engine::LocalizedText>> texts;
    std::vector<PartShape> body;  ///< of what its unit is made, where that is more than one box
    std::array<PartId, role_count> by_role{};          ///< first part with the role, or no_part
    std::array<std::int64_t, parameter_count> base{};  ///< parameters by profile, else neutral

    PartId part(Role role) const { return by_role[static_cast<std::size_t>(role)]; }
    bool has(Role role) const { return part(role) != no_part; }
};

/// All nouns of one station.
struct Layout {
    std::vector<PartSpec> parts;
    std::vector<DeviceSpec> devices;

    /// The part of that full name, or no_part. Needs `index_names` first.
    PartId find(std::string_view name) const;
    DeviceId find_device(std::string_view name) const;
    /// Whether any device has a part with the role.
    bool any_has(Role role) const;
    /// The nth device of a class, or no_device.
    DeviceId device_of(DeviceClass device_class, int number) const;
    const PartSpec& operator[](PartId id) const { return parts[static_cast<std::size_t>(id)]; }
    const DeviceSpec& device(DeviceId id) const { return devices[static_cast<std::size_t>(id)]; }

    /// Prepares `find`; call once after the last part was added.
    void index_names();

  private:
    std::vector<std::pair<std::uint64_t, PartId>> by_name_;  ///< hash of the name
};

}  // namespace sim
