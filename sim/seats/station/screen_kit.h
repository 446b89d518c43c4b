/// What the makers of machines draw their screens and strips with: text of any size, touch buttons,
/// a palette of their own. Positions are in units of layout, sizes in units of the maker's design;
/// `k` turns the second into the first.
#pragma once

#include <string>
#include <string_view>

#include "engine/view/draw.h"

namespace sim::seats::machine {

using engine::view::Align;
using engine::view::Colour;
using engine::view::Point;
using engine::view::Rect;
using engine::view::Status;
using engine::view::Ui;

namespace paint {
inline constexpr Colour navy{20, 36, 62};
inline constexpr Colour navy_2{44, 66, 102};
inline constexpr Colour ground{244, 247, 251};
inline constexpr Colour foot{226, 232, 241};
inline constexpr Colour line{190, 201, 215};
inline constexpr Colour ink_2{66, 80, 102};
inline constexpr Colour white{255, 255, 255};
inline constexpr Colour amber{242, 178, 51};
inline constexpr Colour on_amber{23, 26, 29};
inline constexpr Colour green{24, 110, 58};
inline constexpr Colour red{179, 38, 30};
inline constexpr Colour brown{138, 82, 0};
inline constexpr Colour blue{27, 95, 170};
inline constexpr Colour grey{86, 103, 119};
inline constexpr Colour steel{163, 182, 199};
inline constexpr Colour pale{226, 233, 241};
inline constexpr Colour tint_green{221, 242, 228};
inline constexpr Colour tint_red{252, 228, 226};
inline constexpr Colour tint_amber{255, 239, 208};
inline constexpr Colour tint_blue{224, 236, 250};
}  // namespace paint

/// The colour and its tint for a status, in the maker's palette.
Colour ink_for(Status status);
Colour tint_for(Status status);

struct Kit {
    Ui& ui;
    float k = 1;
};

struct Pen {
    float size = 15;  ///< of the letters, in units of the design
    bool bold = false;
    Colour ink = paint::navy;
    float least = 0.62F;  ///< how much smaller it may become to fit
};

float width(const Kit& kit, const Pen& pen, std::string_view text);
/// Distance of two lines, in units of layout.
float pitch(const Kit& kit, const Pen& pen);

/// One line within a rectangle, in the middle of its height; smaller letters when it is too long,
/// noted as cut when even those do not do. Returns the width.
float one_line(Kit& kit, const Rect& rect, const Pen& pen, std::string_view text,
               Align align = Align::left);
/// Several lines from the top of a rectangle, smaller letters when they are too many. Returns the
/// height used. A rectangle without height takes as much as it needs.
float lines(Kit& kit, const Rect& rect, const Pen& pen, std::string_view text,
            Align align = Align::left);
/// The height `lines` would use at the pen's full size.
float lines_height(const Kit& kit, const Pen& pen, std::string_view text, float wide);

/// Lines in the middle of a rectangle in both directions.
void label(Kit& kit, const Rect& rect, const Pen& pen, std::string_view text);

struct TouchButton {
    std::string name;
    std::string label;
    std::string help;  ///< why it cannot be touched
    bool enabled = true;
    bool primary = false;
    bool selected = false;
    float size = 14;
};
/// Draws it, and registers it when `live`. Returns whether it was touched.
bool touch_button(Kit& kit, const Rect& rect, const TouchButton& button, bool live);

/// The shape of a status with an outline, for coloured grounds.
void status_sign(Kit& kit, Point centre, float size, Status status, Colour ink);

}  // namespace sim::seats::machine
