#include "sim/seats/room/decals.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/core/phrase.h"
#include "engine/view/icons.h"
#include "sim/seats/room/device_body.h"
#include "sim/seats/shared/live.h"
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
constexpr float caption_most = 470;
constexpr float line_pixels = 30;  ///< of a printed line
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

/// What is printed in lines: as many pixels as its lines want, never stretched.
Wanted wanted_for_words(Decal& decal, float wide, float high, const engine::LocalizedText& text) {
    const auto lines = 1 + std::count(text.en.begin(), text.en.end(), '\n');
    const float scale =
        std::min(line_pixels * static_cast<float>(lines) / high, caption_most / wide);
    return {&decal, std::max(8, static_cast<int>(wide * scale)),
            std::max(8, static_cast<int>(high * scale))};
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

/// Lines of words, all of one size, from the left or in the middle.
void print_words(Ui& ui, const Rect& rect, std::string_view words, Colour ink) {
    constexpr Type face = Type::device_head;
    constexpr float face_size = 44;
    std::vector<std::string_view> lines;
    for (std::size_t from = 0; from <= words.size();) {
        const std::size_t end = std::min(words.find('\n', from), words.size());
        lines.push_back(words.substr(from, end - from));
        from = end + 1;
    }
    const float high = rect.h / static_cast<float>(lines.size());
    float share = 1e9F;
    for (const std::string_view line : lines) {
        const Point whole = measure(ui, face, line);
        if (whole.x <= 0) continue;
        share = std::min({share, rect.w / whole.x, high / whole.y});
    }
    float y = rect.y;
    for (const std::string_view line : lines) {
        const Point whole = measure(ui, face, line);
        const float x = lines.size() > 1 ? rect.x : rect.centre().x - whole.x * share / 2;
        text_scaled(ui, {x, y + (high - whole.y * share) / 2}, face, face_size * share, ink, line);
        y += high;
    }
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
          reader.translate(N_("TRAINING")), paint::dark);
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
    const bool down = piece.form == "mark_down";
    if (piece.form != "mark_arrow" && !down) {
        const Point whole = measure(ui, Type::icon, symbol_of(piece.form));
        const float share = std::min(rect.w / whole.x, rect.h / whole.y);
        constexpr float face_size = 20;
        text_scaled(ui,
                    {rect.centre().x - whole.x * share / 2, rect.centre().y - whole.y * share / 2},
                    Type::icon, face_size * share, ink, symbol_of(piece.form));
        return;
    }
    // The way the sheet goes, away from who feeds it; or the way in which a latch is pushed.
    const float x = rect.centre().x;
    const float head = std::min(rect.w, rect.h * 0.4F);
    const float tip_y = down ? rect.bottom() : rect.y;
    const float base_y = down ? tip_y - head : tip_y + head;
    fill(ui,
         {x - rect.w * 0.16F, down ? rect.y : rect.y + head * 0.8F, rect.w * 0.32F,
          rect.h - head * 0.8F},
         ink);
    const std::array<Point, 3> tip{
        {{x, tip_y}, {x + rect.w / 2, base_y}, {x - rect.w / 2, base_y}}};
    polygon(ui, tip, ink);
}

bool is_of_generator(const Layout& layout, DeviceId device, const PartShape& piece) {
    const PartId generator = layout.find("generator");
    return generator != no_part && layout[generator].device == device &&
           belongs_to(layout, piece, generator);
}

/// What a supply says of itself: whence it gives and how much is left; dark when it is off.
void draw_gauge(Ui& ui, const World& world, const Reader& reader, bool generator,
                const Rect& rect) {
    constexpr Colour off{14, 22, 30};
    constexpr Colour green{84, 214, 140};
    constexpr Colour amber{250, 190, 74};
    fill(ui, rect, off);
    const Rect inner = rect.inset(rect.w * 0.06F, rect.h * 0.08F);
    if (generator) {
        if (choice(world, "generator.state") == "running") {
            print_words(ui, inner, "220 V\n50 Hz", green);
        }
        return;
    }
    if (signal(world, "ups.live") == 0) return;
    const std::int64_t charge = signal(world, "ups.charge");
    const bool battery = signal(world, "ups.on_battery") != 0;
    const Colour ink = battery ? amber : green;
    const std::string share = std::to_string(charge / 10) + " %";
    Rect words = inner;
    const Rect bar = words.cut_bottom(inner.h * 0.18F);
    words.cut_bottom(inner.h * 0.08F);
    print_words(ui, words,
                battery ? engine::fill(reader.translate(N_("Battery {}")), {share})
                        : std::string(reader.translate(N_("Mains"))) + "\n" + share,
                ink);
    outline(ui, bar, ink, 0, 1);
    fill(ui, {bar.x, bar.y, bar.w * static_cast<float>(charge) / 1000, bar.h}, ink);
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
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartShape& shape = layout.parts[i].shape;
        if (layout.parts[i].device != device || shape.text.empty()) continue;
        const CaptionBand band = caption_band(shape);
        wanted.push_back(wanted_for_words(sheet.captions[static_cast<PartId>(i)],
                                          glm::length(band.right), glm::length(band.up),
                                          shape.text));
    }
    const std::vector<PartShape>& body = layout.device(device).body;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (!is_label(body[i])) continue;
        const PartBox box = box_of(body[i]);
        if (body[i].form == "caption") {
            wanted.push_back(wanted_for_words(sheet.labels[i], box.size.x,
                                              box.out.y > 0.5F ? box.size.z : box.size.y,
                                              body[i].text));
            continue;
        }
        wanted.push_back(wanted_for(sheet.labels[i], box.size.x,
                                    box.out.y > 0.5F ? box.size.z : box.size.y, label_most));
    }
    arrange(sheet, wanted);
    return sheet;
}

CaptionBand caption_band(const PartShape& door) {
    const PartBox box = box_of(door);
    const bool level = box.out.y > 0.5F;
    // From the hinge to the edge that opens, and across it.
    glm::vec3 up = level ? glm::vec3{0, 0, box.size.z} : glm::vec3{0, box.size.y, 0};
    if (level && door.hinge == "left") up = {box.size.x, 0, 0};
    if (level && door.hinge == "right") up = {-box.size.x, 0, 0};
    if (level && door.hinge == "front") up = -up;
    if (!level && door.hinge == "bottom" && box.out.z > 0) up = -up;
    const glm::vec3 inwards = -box.out;
    const glm::vec3 across = glm::normalize(glm::cross(glm::normalize(up), inwards));
    const float wide = glm::dot(glm::abs(across), box.size) * 0.76F;
    const float high = std::min(0.018F, glm::length(up) * 0.16F);
    constexpr float lift = 0.0068F;  // clear of the plate behind a cover
    CaptionBand band;
    band.right = across * (wide / 2);
    band.up = glm::normalize(up) * (high / 2);
    const float thick = glm::dot(glm::abs(box.out), box.size);
    band.middle = box.centre() + inwards * (thick / 2 + (level ? lift : 0.0006F)) + up * 0.5F -
                  glm::normalize(up) * (high * 0.5F + 0.024F);
    return band;
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
    for (const auto& [part, decal] : sheet.captions) {
        const PartSpec& spec = layout[part];
        const Colour ink = spec.role == Role::cover ? Colour{206, 214, 222} : paint::dark;
        paint(decal, [&](const Rect& at) {
            print_words(ui, at, spec.shape.text.in(reader.language), ink);
        });
    }
    for (const auto& [piece, decal] : sheet.labels) {
        const PartShape& shape = layout.device(sheet.device).body[piece];
        paint(decal, [&](const Rect& at) {
            if (shape.form == "plate") return draw_plate(ui, world, at);
            if (shape.form == "hazard") return draw_hazard(ui, reader, at);
            if (shape.form == "gauge") {
                return draw_gauge(ui, world, reader, is_of_generator(layout, sheet.device, shape),
                                  at);
            }
            if (shape.form == "caption") {
                return print_words(ui, at, shape.text.in(reader.language), colour_of(shape.colour));
            }
            draw_mark(ui, shape, at);
        });
    }
}

}  // namespace sim::seats
