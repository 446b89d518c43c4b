#include "sim/seats/room/room_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/view/draw.h"
#include "sim/election/protocol.h"
#include "sim/seats/room/room_builder.h"
#include "sim/seats/room/room_signs.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float per_metre = 880;  ///< pixels
constexpr std::string_view prefix = "protocol.";
constexpr engine::view::Colour white{252, 251, 247};
constexpr engine::view::Colour ink{30, 40, 52};
constexpr engine::view::Colour pale{176, 186, 196};
constexpr engine::view::Colour pen{28, 62, 150};
constexpr engine::view::Colour head{14, 94, 104};

/// In two lines where that makes it larger.
void print_in_two(Ui& ui, const Rect& rect, const std::string& words) {
    const Point size = measure(ui, Type::device_head, words);
    std::size_t cut = std::string::npos;
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1)) {
        const auto far = [&](std::size_t from) {
            const std::size_t middle = words.size() / 2;
            return from > middle ? from - middle : middle - from;
        };
        if (cut == std::string::npos || far(at) < far(cut)) cut = at;
    }
    const float alone = std::min(rect.w / size.x, rect.h / size.y);
    const float both = std::min(rect.w / (size.x * 0.55F), rect.h / 2 / size.y);
    if (cut == std::string::npos || both <= alone)
        return print_words(ui, rect, words, ink, Align::left);
    Rect low = rect;
    const Rect high = low.cut_top(rect.h / 2);
    print_words(ui, high, words.substr(0, cut), ink, Align::left);
    print_words(ui, low, words.substr(cut + 1), ink, Align::left);
}

struct FormLine {
    PartId field = no_part;
    std::string label;
};

std::vector<FormLine> lines_of(const World& world, const Reader& reader) {
    const Layout& layout = world.layout();
    const Election& election = world.setup->election;
    std::vector<FormLine> lines;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& spec = layout.parts[i];
        if (spec.kind != PartKind::field || !spec.name.starts_with(prefix)) continue;
        if (!protocol_line(std::string_view(spec.name).substr(prefix.size()))) continue;
        FormLine line{static_cast<PartId>(i), spec.label.in(reader.language)};
        for (std::size_t n = 0; n < election.candidates.size(); ++n) {
            const std::string& candidate = election.candidates[n].name.in(reader.language);
            if (spec.name == fmt::format("protocol.candidate_{}", n + 1)) {
                line.label = fmt::format("{}. {}", n + 1, candidate);
            } else if (spec.name == fmt::format("protocol.machine_{}", n + 1)) {
                line.label = fmt::format(fmt::runtime(reader.translate(N_("{}, by the machine"))),
                                         candidate);
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

void draw_line(Ui& ui, Rect row, const World& world, const FormLine& line, std::size_t number) {
    fill(ui, {row.x, row.bottom() - 1, row.w, 1}, pale);
    row = row.inset(0, row.h * 0.18F);
    const float figure_wide = row.h * 2.6F;
    const Rect figure = row.cut_right(figure_wide);
    row.cut_right(row.h * 0.4F);
    print_words(ui, row.cut_left(row.h * 1.0F), std::to_string(number), pale, Align::left);
    row.cut_left(row.h * 0.2F);
    print_in_two(ui, row, line.label);
    const PartState& state = world.part(line.field);
    if ((state.flags & part_flag::exists) == 0) return;
    print_words(ui, figure, std::to_string(state.amount), pen, Align::right);
}

}  // namespace

PartId wall_form(const RoomPlan& plan, const Layout& layout) {
    return plan.form ? layout.find("protocol_wall") : no_part;
}

void add_wall_form(engine::scene::Mesh& mesh, const RoomPlan& plan, PartId part,
                   std::uint16_t image) {
    const OnWall& at = *plan.form;
    const WallFrame wall = wall_frame(plan, at.wall);
    const float from = metres(at.from);
    const float up = metres(at.up);
    const float wide = metres(at.size[0]);
    const float high = metres(at.size[1]);
    constexpr float thick = 0.032F;  // before the rail of the wall
    constexpr float rim = 0.02F;
    mesh.begin(part);
    add_wall_box(mesh, wall, from - rim, up - rim, wide + 2 * rim, high + 2 * rim, 0, thick,
                 shaded(colour_of(plan.colours.wood), 0.82F));
    mesh.begin(part, engine::scene::Surface::image, image);
    engine::scene::add_quad(mesh, wall.at(from + wide / 2, up + high / 2, thick + 0.002F),
                            wall.right() * (wide / 2), {0, high / 2, 0}, {255, 255, 255, 255},
                            {0, 0, 1, 1});
}

std::optional<BeforeForm> before_form(const RoomPlan& plan, const Layout& layout, DeviceId device) {
    const PartId part = wall_form(plan, layout);
    if (part == no_part || layout[part].device != device) return std::nullopt;
    const OnWall& at = *plan.form;
    const WallFrame wall = wall_frame(plan, at.wall);
    BeforeForm before{{}, wall.in};
    for (const float x : {0.0F, metres(at.size[0])}) {
        for (const float y : {0.0F, metres(at.size[1])}) {
            before.corners.push_back(wall.at(metres(at.from) + x, metres(at.up) + y, 0));
        }
    }
    return before;
}

std::uint64_t wall_form_version(const World& world) {
    std::uint64_t version = world.count.written;
    const auto& parts = world.layout().parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind != PartKind::field || !parts[i].name.starts_with(prefix)) continue;
        const PartState& state = world.part(static_cast<PartId>(i));
        version = version * 1099511628211U + static_cast<std::uint64_t>(state.amount);
    }
    return version;
}

void draw_wall_form(Ui& ui, Image& image, const RoomPlan& plan, const World& world,
                    const Reader& reader) {
    const OnWall& at = *plan.form;
    const int wide = static_cast<int>(metres(at.size[0]) * per_metre);
    const int high = static_cast<int>(metres(at.size[1]) * per_metre);
    const Painting painting(ui, image, wide, high);
    fill(ui, painting.rect, white);
    Rect rest = painting.rect.inset(painting.rect.w * 0.05F, painting.rect.w * 0.04F);
    print_words(ui, rest.cut_top(painting.rect.h * 0.05F),
                reader.translate(N_("RESULTS PROTOCOL, ENLARGED FORM")), head, Align::centre);
    print_words(
        ui, rest.cut_top(painting.rect.h * 0.03F),
        fmt::format(fmt::runtime(reader.translate(N_("Station {}"))), world.setup->station_number),
        ink, Align::centre);
    rest.cut_top(painting.rect.h * 0.015F);
    const std::vector<FormLine> lines = lines_of(world, reader);
    if (lines.empty()) return;
    // In two columns, so that it is read from across the room.
    const std::size_t half = (lines.size() + 1) / 2;
    const float row = rest.h / static_cast<float>(half);
    const float between = rest.w * 0.05F;
    const float column = (rest.w - between) / 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float x = i < half ? rest.x : rest.x + column + between;
        const Rect cell{x, rest.y + row * static_cast<float>(i % half), column, row};
        draw_line(ui, cell, world, lines[i], i + 1);
    }
}

}  // namespace sim::seats
