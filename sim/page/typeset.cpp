#include "sim/page/typeset.h"

#include <pango/pangocairo.h>

#include <memory>

#include "sim/page/drawing.h"

namespace sim {

namespace {

struct Free {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using TextLayout = std::unique_ptr<PangoLayout, Free>;

TextLayout lay_out(cairo_t* cairo, const std::string& text, double width, const TextStyle& style) {
    TextLayout layout(pango_cairo_create_layout(cairo));
    cairo_font_options_t* options = cairo_font_options_create();
    // A page is laid out alike whatever it is shown on.
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout.get()), options);
    cairo_font_options_destroy(options);

    const std::unique_ptr<PangoFontDescription, Free> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), "Inter,Noto Sans,DejaVu Sans");
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());

    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    // An address that is broken must not get a hyphen that is not in it.
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    if (style.spacing > 0) {
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(
                                               static_cast<int>(style.spacing * PANGO_SCALE)));
    }
    if (style.lead > 0) {
        PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD);
        bold->start_index = 0;
        bold->end_index = static_cast<guint>(style.lead);
        pango_attr_list_insert(attributes, bold);
    }
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);

    pango_layout_set_line_spacing(layout.get(), 1.1F);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    if (width >= 0) {
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    }
    pango_layout_set_text(layout.get(), valid_text(text).c_str(), -1);
    return layout;
}

double in_pixels(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

}  // namespace

double text_height(cairo_t* cairo, const std::string& text, double width, const TextStyle& style) {
    if (text.empty()) return 0;
    PangoRectangle box;
    pango_layout_get_extents(lay_out(cairo, text, width, style).get(), nullptr, &box);
    return in_pixels(box.height);
}

double text_width(cairo_t* cairo, const std::string& text, const TextStyle& style) {
    PangoRectangle box;
    pango_layout_get_extents(lay_out(cairo, text, -1, style).get(), nullptr, &box);
    return in_pixels(box.width);
}

double text_baseline(cairo_t* cairo, const TextStyle& style) {
    return in_pixels(pango_layout_get_baseline(lay_out(cairo, "x", -1, style).get()));
}

double draw_text(cairo_t* cairo, const std::string& text, PagePoint at, double width,
                 const TextStyle& style, Anchor anchor) {
    if (text.empty()) return 0;
    const TextLayout layout = lay_out(cairo, text, width, style);
    PangoRectangle box;
    pango_layout_get_extents(layout.get(), nullptr, &box);
    double left = at.x;
    if (anchor != Anchor::left) {
        const double space = width >= 0 ? width : in_pixels(box.width);
        left -= anchor == Anchor::middle ? space / 2 : space;
        pango_layout_set_alignment(
            layout.get(), anchor == Anchor::middle ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
    }
    set_colour(cairo, style.colour);
    cairo_move_to(cairo, left, at.y);
    pango_cairo_show_layout(cairo, layout.get());
    return in_pixels(box.height);
}

void set_colour(cairo_t* cairo, PageColour colour) {
    const auto digit = [](char letter) {
        return letter <= '9' ? letter - '0' : (letter | 0x20) - 'a' + 10;
    };
    const auto part = [&](std::size_t at) {
        if (at + 1 >= colour.size()) return 0.0;
        return (16 * digit(colour[at]) + digit(colour[at + 1])) / 255.0;
    };
    cairo_set_source_rgb(cairo, part(1), part(3), part(5));
}

}  // namespace sim
