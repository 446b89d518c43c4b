#include "sim/seats/station/lead.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sim::seats {

using namespace engine::view;

Colour lead_colour(const World& world, PartId plug) {
    const std::string& type = world.layout()[plug].type;
    if (type == "mains_plug" || type == "device_plug") return {52, 60, 72};
    if (type == "peer_plug") return {47, 109, 181};
    return {74, 138, 160};
}

void draw_lead(Ui& ui, Point a, Point b, Colour colour, float width) {
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    const float sag = std::clamp(length * 0.16F, 8.0F, 60.0F);
    if (!ui.theme.plain) {
        curve(ui, {a.x, a.y + 3}, {b.x, b.y + 3}, sag, Colour{20, 38, 58, 36}, width + 2);
    }
    curve(ui, a, b, sag, colour, width);
}

void draw_floor_lead(Ui& ui, Point a, Point b, Colour colour, float width) {
    constexpr int steps = 24;
    std::array<Point, steps + 1> way;
    const float bend = std::abs(b.y - a.y) * 0.6F * (b.y >= a.y ? 1.0F : -1.0F);
    for (int i = 0; i <= steps; ++i) {
        const float t = static_cast<float>(i) / steps;
        const float u = 1 - t;
        const float y = u * u * u * a.y + 3 * u * u * t * (a.y + bend) +
                        3 * u * t * t * (b.y - bend) + t * t * t * b.y;
        const float x = (u * u * u + 3 * u * u * t) * a.x + (3 * u * t * t + t * t * t) * b.x;
        way[static_cast<std::size_t>(i)] = {x, y};
    }
    if (!ui.theme.plain) {
        std::array<Point, steps + 1> shade = way;
        for (Point& point : shade) point.y += 2;
        polyline(ui, shade, Colour{20, 38, 58, 30}, width + 2);
    }
    polyline(ui, way, colour, width);
}

void draw_lead_end(Ui& ui, Point from, Point to, Colour colour, float width) {
    curve(ui, from, to, 4, colour, width);
    disc(ui, to, width * 0.9F, colour);
}

DeviceId plugged_into(const World& world, PartId plug) {
    const PartId in = world.part(plug).in;
    return in == no_part ? no_device : world.layout()[in].device;
}

}  // namespace sim::seats
