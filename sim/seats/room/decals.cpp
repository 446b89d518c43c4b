#include "sim/seats/room/decals.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/view/icons.h"
#include "sim/seats/room/device_body.h"
#include "sim/seats/station/plan_layout.h"
#include "sim/seats/station/plan_shapes.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr int sheet_width = 512;
constexpr float dots = 2200;  ///< a metre
constexpr float least = 36;
constexpr float most = 230;
constexpr float label_most = 330;
constexpr int tag_wide = 96;
constexpr int gap = 4;

bool has_picture(PartKind kind) {
    constexpr Kinds kinds{PartKind::port,       PartKind::outlet,  PartKind::inlet,
                          PartKind::seal_point, PartKind::button,  PartKind::toggle,
                          PartKind::reader,     PartKind::speaker, PartKind::key_switch,
                          PartKind::card,       PartKind::medium,  PartKind::sim_card};
    return kinds.has(kind);
}

/// What wants room in the image.
struct Wanted {
    Decal* decal = nullptr;
    int w = 0, h = 0;
};

Wanted wanted_for(Decal& decal, float wide, float high, float largest) {
    const float scale =
        std::clamp(dots, least / std::min(wide, high), largest / std::max(wide, high));
    return {&decal, static_cast<int>(std::min(wide * scale, largest)),
            static_cast<int>(std::min(high * scale, largest))};
}

/// On shelves, high ones first.
void arrange(DecalSheet& sheet, std::vector<Wanted>& wanted) {
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const Wanted& a, const Wanted& b) { return a.h > b.h; });
    int x = gap;
    int y = gap;
    int shelf = 0;
    for (const Wanted& one : wanted) {
        if (x + one.w + gap > sheet_width) {
            x = gap;
            y += shelf + gap;
            shelf = 0;
        }
        one.decal->at = {static_cast<float>(x), static_cast<float>(y), static_cast<float>(one.w),
                         static_cast<float>(one.h)};
        x += one.w + gap;
        shelf = std::max(shelf, one.h);
    }
    sheet.width = sheet_width;
    sheet.height = y + shelf + gap;
    for (const Wanted& one : wanted) {
        const auto wide = static_cast<float>(sheet.width);
        const auto high = static_cast<float>(sheet.height);
        const Rect& at = one.decal->at;
        one.decal->texels = {at.x / wide, at.y / high, at.right() / wide, at.bottom() / high};
    }
}

/// In the middle, as large as fits.
void print(Ui& ui, const Rect& rect, std::string_view run, Colour ink) {
    constexpr Type face = Type::device_head;
    const Point whole = measure(ui, face, run);
    if (whole.x <= 0 || whole.y <= 0) return;
    const float share = std::min(rect.w / whole.x, rect.h / whole.y);
    constexpr float face_size = 44;
    text_scaled(ui, {rect.centre().x - whole.x * share / 2, rect.centre().y - whole.y * share / 2},
                face, face_size * share, ink, run);
}

/// A tag with its number over the bars that machines read.
void draw_tag(Ui& ui, const World& world, PartId point, const Rect& rect) {
    const PartId held = world.part(point).holds;
    fill(ui, rect, paint::seal);
    if (held == no_part) return;
    print(ui, {rect.x + 2, rect.y, rect.w - 4, rect.h * 0.76F},
          std::to_string(world.part(held).amount), paint::dark);
    const float low = rect.y + rect.h * 0.76F;
    for (int i = 0; i < 14; ++i) {
        const float x = rect.x + rect.w * (0.1F + 0.057F * static_cast<float>(i));
        fill(ui, {x, low, rect.w * (i % 3 == 0 ? 0.034F : 0.018F), rect.h * 0.16F}, paint::dark);
    }
}

void draw_plate(Ui& ui, const World& world, const Rect& rect) {
    fill(ui, rect, Colour{248, 250, 251});
    outline(ui, rect.inset(1), paint::steel, 0, 1);
    fill(ui, {rect.x, rect.y, rect.w * 0.06F, rect.h}, paint::teal);
    print(ui, {rect.x + rect.w * 0.1F, rect.y, rect.w * 0.86F, rect.h},
          "№ " + std::to_string(world.setup->station_number), paint::dark);
}

void draw_hazard(Ui& ui, const Reader& reader, const Rect& rect) {
    constexpr Colour amber{242, 178, 51};
    fill(ui, rect, amber);
    const float band = rect.h * 0.17F;
    const float step = band * 1.6F;
    for (const float y : {rect.y, rect.bottom() - band}) {
        for (float x = rect.x - step; x < rect.right(); x += step) {
            const std::array<Point, 4> bar{
                {{x, y + band}, {x + step * 0.5F, y + band}, {x + step, y}, {x + step * 0.5F, y}}};
            polygon(ui, bar, paint::dark);
        }
    }
    print(ui, {rect.x + rect.w * 0.06F, rect.y + band, rect.w * 0.88F, rect.h - 2 * band},
          reader.translate("TRAINING"), paint::dark);
}

const char* symbol_of(std::string_view mark) {
    if (mark == "mark_power") return icons::bolt;
    if (mark == "mark_data") return icons::signal;
    if (mark == "mark_card") return icons::card;
    if (mark == "mark_memory") return icons::box;
    return icons::print;
}

/// What a socket or lid is for, printed on the body beside it.
void draw_mark(Ui& ui, const PartShape& piece, const Rect& rect) {
    const Colour ink = colour_of(piece.colour);
    if (piece.form != "mark_arrow") {
        const Point whole = measure(ui, Type::icon, symbol_of(piece.form));
        const float share = std::min(rect.w / whole.x, rect.h / whole.y);
        constexpr float face_size = 20;
        text_scaled(ui,
                    {rect.centre().x - whole.x * share / 2, rect.centre().y - whole.y * share / 2},
                    Type::icon, face_size * share, ink, symbol_of(piece.form));
        return;
    }
    // The way the sheet goes: away from who feeds it.
    const float x = rect.centre().x;
    const float head = std::min(rect.w, rect.h * 0.4F);
    fill(ui, {x - rect.w * 0.16F, rect.y + head * 0.8F, rect.w * 0.32F, rect.h - head * 0.8F}, ink);
    const std::array<Point, 3> tip{
        {{x, rect.y}, {x + rect.w / 2, rect.y + head}, {x - rect.w / 2, rect.y + head}}};
    polygon(ui, tip, ink);
}

}  // namespace

DecalSheet decal_sheet(const Layout& layout, DeviceId device, std::uint16_t image) {
    DecalSheet sheet;
    sheet.device = device;
    sheet.image = image;
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || !has_picture(spec.kind) || !has_shape(spec)) continue;
        if (spec.kind == PartKind::seal_point) {
            wanted.push_back({&sheet.decals[part], tag_wide, tag_wide / 2});
            continue;
        }
        const PartBox box = box_of(layout, part);
        wanted.push_back(wanted_for(sheet.decals[part], box.size.x,
                                    box.out.y > 0.5F ? box.size.z : box.size.y, most));
    }
    const std::vector<PartShape>& body = layout.device(device).body;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (!is_label(body[i])) continue;
        const PartBox box = box_of(body[i]);
        wanted.push_back(wanted_for(sheet.labels[i], box.size.x,
                                    box.out.y > 0.5F ? box.size.z : box.size.y, label_most));
    }
    arrange(sheet, wanted);
    return sheet;
}

void draw_decals(engine::view::Ui& ui, engine::view::Image& image, const DecalSheet& sheet,
                 const World& world, const Reader& reader) {
    const engine::view::Painting painting(ui, image, sheet.width, sheet.height);
    Brush brush{ui, world, reader};
    brush.tags = false;
    const auto paint = [&](const Decal& decal, const auto& draw) {
        const Rect at{decal.at.x / ui.scale, decal.at.y / ui.scale, decal.at.w / ui.scale,
                      decal.at.h / ui.scale};
        push_clip(ui, at);
        draw(at);
        pop_clip(ui);
    };
    const Layout& layout = world.layout();
    for (const auto& [part, decal] : sheet.decals) {
        const PartId of = part;
        paint(decal, [&](const Rect& at) {
            if (layout[of].kind == PartKind::seal_point) return draw_tag(ui, world, of, at);
            draw_part(brush, of, at.inset(1));
        });
    }
    for (const auto& [piece, decal] : sheet.labels) {
        const PartShape& shape = layout.device(sheet.device).body[piece];
        paint(decal, [&](const Rect& at) {
            if (shape.form == "plate") return draw_plate(ui, world, at);
            if (shape.form == "hazard") return draw_hazard(ui, reader, at);
            draw_mark(ui, shape, at);
        });
    }
}

}  // namespace sim::seats
