/// Text on a page: wrapped, never cut.
#pragma once

#include <string>

#include "sim/page/drawing.h"

namespace sim {

struct TextStyle {
    double size = 12;
    int weight = 400;
    PageColour colour = colour::ink;
    double spacing = 0;    ///< between letters
    std::size_t lead = 0;  ///< so many bytes at the beginning are bold
};

/// How high a text stands in a column; a width below 0 is one without a limit.
double text_height(cairo_t* cairo, const std::string& text, double width, const TextStyle& style);
double text_width(cairo_t* cairo, const std::string& text, const TextStyle& style);
/// The line that letters stand on, below the top of the text.
double text_baseline(cairo_t* cairo, const TextStyle& style);

/// Draws it with its top left (or top right, or top middle) corner at a point. Returns its height.
double draw_text(cairo_t* cairo, const std::string& text, PagePoint at, double width,
                 const TextStyle& style, Anchor anchor = Anchor::left);

void set_colour(cairo_t* cairo, PageColour colour);

}  // namespace sim
