// What hangs on walls and ceiling and is stuck to the floor: boards, radiators, clock, lamps, tape.

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>

#include "sim/seats/room/room_builder.h"

namespace sim::seats {

using namespace engine::scene;

namespace {

constexpr Colour white{250, 249, 246, 255};
constexpr Colour dark{43, 50, 58, 255};

/// A sheet of paper with a coloured head and lines like print.
void add_poster(RoomMesh& room, const RoomPlan& plan, const WallFrame& wall, float from, float up,
                float width, float height, std::uint32_t number) {
    constexpr std::array<Colour, 4> heads = {
        {{46, 111, 142, 255}, {11, 110, 120, 255}, {163, 72, 62, 255}, {74, 98, 128, 255}}};
    constexpr float out = 0.020F;
    Mesh& mesh = room.mesh;
    add_wall_sheet(mesh, wall, from, up, width, height, out, white);
    if (!plan.notices.empty()) {
        const std::size_t which = number % plan.notices.size();
        const RoomNotice& notice = plan.notices[which];
        room.signs.push_back({wall.at(from + width / 2, up + height / 2, out + 0.002F),
                              wall.right() * (width / 2),
                              {0, height / 2, 0},
                              notice.title,
                              notice.lines,
                              heads[which % heads.size()]});
        return;
    }
    const float margin = width * 0.1F;
    const float top = up + height;
    add_wall_sheet(mesh, wall, from, top - height * 0.16F, width, height * 0.16F, out + 0.002F,
                   heads[number % heads.size()]);
    const Colour ink{158, 166, 174, 255};
    const bool picture = number % 3 == 1;
    float line = top - height * 0.26F;
    if (picture) {
        const float side = height * 0.3F;
        add_wall_sheet(mesh, wall, from + margin, line - side, width - 2 * margin, side,
                       out + 0.002F, {203, 214, 222, 255});
        line -= side + height * 0.08F;
    }
    for (std::uint32_t i = 0; line > up + height * 0.08F; ++i, line -= height * 0.085F) {
        const float share = 0.7F + 0.3F * variation(number, i);
        const float wide = (width - 2 * margin) * (i % 4 == 3 ? 0.5F * share : share);
        // Lines begin on the left as seen from inside.
        const bool grows = glm::dot(wall.right(), wall.along) > 0;
        const float left = grows ? from + margin : from + width - margin - wide;
        add_wall_sheet(mesh, wall, left, line - height * 0.028F, wide, height * 0.03F, out + 0.002F,
                       ink);
    }
}

void add_board(RoomMesh& room, const RoomPlan& plan, const RoomBoard& board) {
    Mesh& mesh = room.mesh;
    const WallFrame wall = wall_frame(plan, board.at.wall);
    const float from = metres(board.at.from);
    const float up = metres(board.at.up);
    const float width = metres(board.at.size[0]);
    const float height = metres(board.at.size[1]);
    const bool chalk = board.kind == BoardKind::chalk;
    const Colour ground = chalk ? Colour{58, 84, 74, 255} : Colour{196, 164, 120, 255};
    const Colour frame =
        chalk ? Colour{150, 122, 88, 255} : shaded(colour_of(plan.colours.wood), 0.82F);
    constexpr float bar = 0.045F;
    add_wall_box(mesh, wall, from + bar, up + bar, width - 2 * bar, height - 2 * bar, 0, 0.014F,
                 ground);
    for (const float side : {from, from + width - bar}) {
        add_wall_box(mesh, wall, side, up, bar, height, 0, 0.03F, frame, 0.006F);
    }
    for (const float side : {up, up + height - bar}) {
        add_wall_box(mesh, wall, from + bar, side, width - 2 * bar, bar, 0, 0.03F, frame, 0.006F);
    }
    if (chalk) {
        add_wall_box(mesh, wall, from + 0.1F, up - 0.02F, width - 0.2F, 0.02F, 0.02F, 0.09F, frame,
                     0.004F);
    }
    // In as many rows as leave the pages largest.
    int rows = 1;
    int columns = 1;
    float page_high = 0;
    for (int n = 1; n <= 3 && n <= board.posters; ++n) {
        const int across = (board.posters + n - 1) / n;
        const float high = std::min((height - 2 * bar) / static_cast<float>(n) * 0.86F,
                                    (width - 2 * bar) / static_cast<float>(across) * 0.82F * 1.41F);
        if (high <= page_high) continue;
        rows = n;
        columns = across;
        page_high = high;
    }
    const float cell_wide = (width - 2 * bar) / static_cast<float>(columns);
    const float cell_high = (height - 2 * bar) / static_cast<float>(rows);
    if (page_high < 0.05F) return;
    for (int i = 0; i < board.posters; ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        const float tall = page_high * (0.94F + 0.06F * variation(number, 31));
        const float wide = tall / 1.41F;
        const float x =
            from + bar + cell_wide * (static_cast<float>(i % columns) + 0.5F) - wide / 2;
        const float y = up + bar + cell_high * (static_cast<float>(i / columns) + 0.5F) - tall / 2;
        add_poster(room, plan, wall, x, y + (variation(number, 32) - 0.5F) * 0.03F, wide, tall,
                   number);
    }
}

void add_radiator(Mesh& mesh, const RoomPlan& plan, const OnWall& radiator) {
    const WallFrame wall = wall_frame(plan, radiator.wall);
    const float from = metres(radiator.from);
    const float up = metres(radiator.up);
    const float width = metres(radiator.size[0]);
    const float height = metres(radiator.size[1]);
    const Colour iron{233, 232, 226, 255};
    const int ribs = std::max(2, static_cast<int>(width / 0.08F));
    const float pitch = width / static_cast<float>(ribs);
    for (int i = 0; i < ribs; ++i) {
        add_wall_box(mesh, wall, from + pitch * static_cast<float>(i), up, pitch * 0.78F, height,
                     0.04F, 0.1F, iron);
    }
    for (const float level : {up + 0.05F, up + height - 0.08F}) {
        add_wall_box(mesh, wall, from - 0.02F, level, width + 0.04F, 0.03F, 0.06F, 0.06F,
                     shaded(iron, 0.94F));
    }
    const float pipe = from + width + 0.06F;
    add_cylinder(mesh, wall.at(pipe, 0, 0.09F), wall.at(pipe, up + height - 0.06F, 0.09F), 0.014F,
                 0.014F, shaded(iron, 0.92F), 8);
    add_cylinder(mesh, wall.at(from + width, up + height - 0.065F, 0.09F),
                 wall.at(pipe + 0.01F, up + height - 0.065F, 0.09F), 0.014F, 0.014F,
                 shaded(iron, 0.92F), 8);
}

/// From the clock's own frame (its middle, x right, y up, z into the room, metres).
glm::mat4 clock_frame(const RoomPlan& plan, const RoomClock& clock) {
    const WallFrame wall = wall_frame(plan, clock.wall);
    return {glm::vec4(wall.right(), 0), glm::vec4(0, 1, 0, 0), glm::vec4(wall.in, 0),
            glm::vec4(wall.at(metres(clock.from), metres(clock.up), 0), 1)};
}

/// A bar from the middle of the clock's face outwards.
void add_spoke(Mesh& mesh, float turns, float from, float to, float wide, float out,
               Colour colour) {
    const float angle = turns * glm::two_pi<float>();
    const glm::vec3 way{std::sin(angle), std::cos(angle), 0};
    const glm::vec3 across{way.y, -way.x, 0};
    add_quad(mesh, way * ((from + to) / 2) + glm::vec3(0, 0, out), across * (wide / 2),
             way * ((to - from) / 2), colour);
}

void add_clock(Mesh& mesh, const RoomPlan& plan, const RoomClock& clock) {
    const std::size_t first = mesh.vertices.size();
    const float radius = metres(clock.size) / 2;
    add_cylinder(mesh, {0, 0, 0}, {0, 0, 0.045F}, radius, radius * 0.97F, dark, 28);
    add_cylinder(mesh, {0, 0, 0.04F}, {0, 0, 0.047F}, radius * 0.9F, radius * 0.9F, white, 28);
    for (int hour = 0; hour < 12; ++hour) {
        const bool quarter = hour % 3 == 0;
        add_spoke(mesh, static_cast<float>(hour) / 12.0F, radius * (quarter ? 0.66F : 0.72F),
                  radius * 0.82F, radius * (quarter ? 0.075F : 0.045F), 0.0485F, dark);
    }
    transform(mesh, first, clock_frame(plan, clock));
}

/// Yellow with black slanting stripes along a strip of the floor from `from` on.
void add_tape_strip(Mesh& mesh, const glm::vec2& from, const glm::vec2& to, float wide) {
    const glm::vec2 way = to - from;
    const float length = glm::length(way);
    const glm::vec2 along = way / length;
    const glm::vec2 left{along.y, -along.x};
    const auto at = [&](float along_by, float left_by, float up) {
        const glm::vec2 flat = from + along * along_by + left * left_by;
        return glm::vec3(flat.x, up, flat.y);
    };
    const auto patch = [&](const std::array<glm::vec3, 4>& corners, Colour colour) {
        const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
        for (const glm::vec3& corner : corners) {
            Vertex vertex;
            vertex.at = corner;
            vertex.normal = {0, 1, 0};
            vertex.colour = colour;
            mesh.add(vertex);
        }
        mesh.triangle(first, first + 1, first + 2);
        mesh.triangle(first, first + 2, first + 3);
    };
    patch({at(0, 0, 0.002F), at(length, 0, 0.002F), at(length, wide, 0.002F), at(0, wide, 0.002F)},
          {242, 178, 51, 255});
    constexpr float stripe = 0.055F;
    for (float x = 0; x + stripe + wide <= length; x += 2 * stripe) {
        patch({at(x, 0, 0.004F), at(x + stripe, 0, 0.004F), at(x + stripe + wide, wide, 0.004F),
               at(x + wide, wide, 0.004F)},
              {38, 40, 43, 255});
    }
}

void add_tape(Mesh& mesh, const FloorTape& tape) {
    constexpr float wide = 0.05F;
    const glm::vec2 low{metres(tape.at[0]), metres(tape.at[1])};
    const glm::vec2 high = low + glm::vec2(metres(tape.size[0]), metres(tape.size[1]));
    // Each strip lies to the left of its way, which is inside.
    add_tape_strip(mesh, {low.x, high.y}, {high.x, high.y}, wide);
    add_tape_strip(mesh, {high.x, high.y - wide}, {high.x, low.y + wide}, wide);
    add_tape_strip(mesh, {high.x, low.y}, {low.x, low.y}, wide);
    add_tape_strip(mesh, {low.x, low.y + wide}, {low.x, high.y - wide}, wide);
}

/// Middles of the lamps, in rows under the ceiling.
std::vector<glm::vec3> lamps_of(const RoomPlan& plan) {
    const glm::vec3 size = metres(plan.size);
    const int columns = std::max(1, static_cast<int>(size.x / 4.0F));
    const int rows = std::max(1, static_cast<int>(size.z / 3.2F));
    std::vector<glm::vec3> lamps;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            lamps.emplace_back(
                size.x * (static_cast<float>(column) + 0.5F) / static_cast<float>(columns), size.y,
                size.z * (static_cast<float>(row) + 0.5F) / static_cast<float>(rows));
        }
    }
    return lamps;
}

void add_lamps(Mesh& mesh, const RoomPlan& plan) {
    for (const glm::vec3& lamp : lamps_of(plan)) {
        add_box(mesh, lamp - glm::vec3{0.65F, 0.09F, 0.09F}, {1.3F, 0.09F, 0.18F},
                {238, 238, 234, 255}, 0.008F);
    }
}

}  // namespace

void add_fittings(RoomMesh& room, const RoomPlan& plan, const Layout& layout) {
    for (const RoomBoard& board : plan.boards) add_board(room, plan, board);
    for (const OnWall& radiator : plan.radiators) add_radiator(room.mesh, plan, radiator);
    for (const FloorTape& tape : plan.tapes) {
        if (stands(tape.stands_for, layout)) add_tape(room.mesh, tape);
    }
    if (plan.clock) add_clock(room.mesh, plan, *plan.clock);
    add_lamps(room.mesh, plan);
}

void add_lamp_light(Mesh& mesh, const RoomPlan& plan) {
    mesh.begin(nobody, Surface::lamp);
    for (const glm::vec3& lamp : lamps_of(plan)) {
        add_box(mesh, lamp - glm::vec3{0.63F, 0.094F, 0.075F}, {1.26F, 0.05F, 0.15F},
                {255, 250, 232, 255}, 0.004F);
    }
}

void add_clock_hands(Mesh& mesh, const RoomPlan& plan, int hour, int minute) {
    if (!plan.clock) return;
    const std::size_t first = mesh.vertices.size();
    const float radius = metres(plan.clock->size) / 2;
    const float minutes = static_cast<float>(minute) / 60.0F;
    add_spoke(mesh, (static_cast<float>(hour % 12) + minutes) / 12.0F, -radius * 0.1F,
              radius * 0.48F, radius * 0.08F, 0.052F, dark);
    add_spoke(mesh, minutes, -radius * 0.12F, radius * 0.72F, radius * 0.05F, 0.055F, dark);
    add_cylinder(mesh, {0, 0, 0.048F}, {0, 0, 0.06F}, radius * 0.06F, radius * 0.06F, dark, 10);
    transform(mesh, first, clock_frame(plan, *plan.clock));
}

}  // namespace sim::seats
