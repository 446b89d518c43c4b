/// What the handbook's pages are drawn with, and an entry.
#pragma once

#include <optional>

#include "sim/handbook/handbook.h"
#include "sim/page/layout.h"

namespace sim::handbook {

inline constexpr double page_top = 84;
inline constexpr double page_bottom = page_height - 58;
inline constexpr double between = 26;  // two entries of a page
inline constexpr double views_gap = 22, rows_gap = 14;
inline constexpr double half = (page_bottom - page_top - between) / 2;

inline constexpr TextStyle scaled(TextStyle style, double scale) {
    style.size *= scale;
    return style;
}

inline constexpr TextStyle title_style{40, 700, colour::ink, 0, 0};
inline constexpr TextStyle lead_style{17, 400, colour::ink_2, 0, 0};
inline constexpr TextStyle device_style{24, 700, colour::ink, 0, 0};
inline constexpr TextStyle entry_style{17, 600, colour::ink, 0, 0};
inline constexpr TextStyle number_style{14, 700, colour::ink, 0, 0};
inline constexpr TextStyle step_style{12.5, 500, colour::ink, 0, 0};
inline constexpr TextStyle text_style{12.5, 400, colour::ink_2, 0, 0};
inline constexpr TextStyle part_style{12, 400, colour::ink_2, 0, 0};
inline constexpr TextStyle hint_style{11, 400, colour::ink_3, 0, 0};
inline constexpr TextStyle label_style{12, 600, colour::action, 0, 0};

/// Writes and draws, or only measures.
struct Pen {
    cairo_t* cairo;
    bool draws = true;

    double text(const std::string& words, PagePoint at, double width, const TextStyle& style,
                Anchor anchor = Anchor::left) const {
        return draws ? draw_text(cairo, words, at, width, style, anchor)
                     : text_height(cairo, words, width, style);
    }
    void drawing(const Drawing& shapes, PagePoint at, double scale = 1) const;
    void line(double y, PageColour colour = colour::line) const {
        Drawing drawing;
        drawing.line({page_left, y}, {page_right, y}, colour);
        this->drawing(drawing, {0, 0});
    }
};

/// A number in a ring, as on the pictures.
Drawing numbered_circle(const std::string& number, double radius);

/// Draws an entry, or only measures it; returns its height.
/// @param scale of the letters
double entry_height(const Pen& pen, const Handbook& book, const HandbookEntry& entry, double top,
                    double scale);

/// The largest size of letters at which the entry takes half a page at most; nothing when none
/// does.
std::optional<double> scale_for_half(cairo_t* cairo, const Handbook& book,
                                     const HandbookEntry& entry);

}  // namespace sim::handbook
