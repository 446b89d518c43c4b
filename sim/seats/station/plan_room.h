/// The room from above: where each kind of device stands. For plan_room*.cpp only.
#pragma once

#include "sim/seats/station/plan_hands.h"

namespace sim::seats {

struct Card {
    DeviceId device = no_device;
    engine::view::Rect at;
};

/// Small: a mirror or replay picture, without words.
struct Room {
    engine::view::Rect floor;
    bool small = false;
    std::vector<Card> cards;

    const engine::view::Rect* card(DeviceId device) const;
    /// A rectangle in thousandths of the floor.
    engine::view::Rect share(float x, float y, float w, float h) const;
};

Room room_in(const World& world, const engine::view::Rect& rect);

void open_device(Hands& hands, DeviceId device);
/// A small picture of a device.
void draw_device_mark(Hands& hands, const engine::view::Rect& rect, DeviceId device);
/// Where the window is too small for the room: all that is in it, one below the other.
void draw_room_list(Hands& hands, const engine::view::Rect& rect);

void draw_floor(Hands& hands, const Room& room);
void draw_card(Hands& hands, const Room& room, const Card& card);
void draw_room_leads(Hands& hands, const Room& room);
/// The power kit in its card: outlets by supply. Where an outlet was drawn is kept in the spots.
void draw_power(Hands& hands, const engine::view::Rect& rect, DeviceId device, bool small);
bool has_booth_shape(const PartSpec& spec);
/// Entrance, booths, queues, people.
void draw_people(Hands& hands, const Room& room);

}  // namespace sim::seats
