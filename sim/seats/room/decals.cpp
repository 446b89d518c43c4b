#include "sim/seats/room/decals.h"

#include <algorithm>

#include "sim/seats/room/part_frame.h"
#include "sim/seats/station/plan_layout.h"
#include "sim/seats/station/plan_shapes.h"

namespace sim::seats {

using engine::view::Rect;

namespace {

constexpr int sheet_width = 512;
constexpr float dots = 2200;  ///< a metre
constexpr float least = 36;
constexpr float most = 230;
constexpr int gap = 4;

bool has_picture(PartKind kind) {
    constexpr Kinds kinds{PartKind::port,       PartKind::outlet,  PartKind::inlet,
                          PartKind::seal_point, PartKind::button,  PartKind::toggle,
                          PartKind::reader,     PartKind::speaker, PartKind::key_switch,
                          PartKind::card,       PartKind::medium,  PartKind::sim_card};
    return kinds.has(kind);
}

}  // namespace

DecalSheet decal_sheet(const Layout& layout, DeviceId device, std::uint16_t image) {
    DecalSheet sheet;
    sheet.image = image;
    sheet.width = sheet_width;
    struct Wanted {
        PartId part;
        int w, h;
    };
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        const PartSpec& spec = layout.parts[i];
        if (spec.device != device || !has_picture(spec.kind) || !has_shape(spec)) continue;
        const PartBox box = box_of(layout, part);
        const bool level = box.out.y > 0.5F;
        const float w = box.size.x;
        const float h = level ? box.size.z : box.size.y;
        const float scale = std::clamp(dots, least / std::min(w, h), most / std::max(w, h));
        wanted.push_back({part, static_cast<int>(std::min(w * scale, most)),
                          static_cast<int>(std::min(h * scale, most))});
    }
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
        sheet.decals[one.part].at = {static_cast<float>(x), static_cast<float>(y),
                                     static_cast<float>(one.w), static_cast<float>(one.h)};
        x += one.w + gap;
        shelf = std::max(shelf, one.h);
    }
    sheet.height = y + shelf + gap;
    for (auto& [part, decal] : sheet.decals) {
        const auto wide = static_cast<float>(sheet.width);
        const auto high = static_cast<float>(sheet.height);
        decal.texels = {decal.at.x / wide, decal.at.y / high, decal.at.right() / wide,
                        decal.at.bottom() / high};
    }
    return sheet;
}

void draw_decals(engine::view::Ui& ui, engine::view::Image& image, const DecalSheet& sheet,
                 const World& world, const Reader& reader) {
    const engine::view::Painting painting(ui, image, sheet.width, sheet.height);
    Brush brush{ui, world, reader};
    brush.tags = false;
    for (const auto& [part, decal] : sheet.decals) {
        const Rect at{decal.at.x / ui.scale, decal.at.y / ui.scale, decal.at.w / ui.scale,
                      decal.at.h / ui.scale};
        engine::view::push_clip(ui, at);
        draw_part(brush, part, at.inset(1));
        engine::view::pop_clip(ui);
    }
}

}  // namespace sim::seats
