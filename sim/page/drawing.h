/// A drawing as a list of shapes: painted on a page, or written as SVG.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

typedef struct _cairo cairo_t;

namespace sim {

/// A state as a shape, beside which a word always stands.
enum class Mark : std::uint8_t { ok, care, fault, idle, info, paused };

struct PagePoint {
    double x = 0;
    double y = 0;
};

/// "#14263A"; empty paints nothing.
using PageColour = std::string_view;

// The tokens of the light theme that print.
namespace colour {
inline constexpr PageColour paper = "#FFFFFF", ground = "#F1F4F6", sunken = "#E8EDF1";
inline constexpr PageColour line = "#D3DCE3", line_strong = "#7E909F";
inline constexpr PageColour ink = "#14263A", ink_2 = "#3A4D60", ink_3 = "#566777";
inline constexpr PageColour action = "#0B6E78", training = "#F2B233";
inline constexpr PageColour ok = "#1B7340", care = "#8A5200", fault = "#B3261E", idle = "#566777";
inline constexpr PageColour info = "#1B5FAA";
}  // namespace colour

enum class ShapeKind : std::uint8_t { polygon, polyline, circle, box, text };
enum class Anchor : std::uint8_t { left, middle, right };

/// Lengths in pixels, 96 to the inch.
struct Shape {
    ShapeKind kind{};
    std::vector<PagePoint> points;  ///< circle: centre; box: two corners; text: on the base line
    double radius = 0;              ///< of a circle, or of a box's corners
    PageColour fill;
    PageColour stroke;
    double width = 1;  ///< of the stroke
    std::string text;
    double size = 12;
    bool bold = false;
    Anchor anchor = Anchor::left;
};

struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<Shape> shapes;

    Shape& add(ShapeKind kind, std::vector<PagePoint> points, PageColour fill,
               PageColour stroke = {}, double stroke_width = 1);
    void circle(PagePoint centre, double radius, PageColour fill, PageColour stroke = {},
                double stroke_width = 1);
    void box(PagePoint from, PagePoint to, double corners, PageColour fill, PageColour stroke = {},
             double stroke_width = 1);
    void line(PagePoint from, PagePoint to, PageColour stroke, double stroke_width = 1);
    void text(PagePoint at, std::string words, double size, bool bold, PageColour fill,
              Anchor anchor = Anchor::left);
    /// Everything of another drawing, moved.
    void place(const Drawing& other, PagePoint at);
};

/// The status shape of a mark, `size` across.
Drawing mark_drawing(Mark mark, double size);
PageColour colour_of(Mark mark);

/// An SVG element; with `words` it is a picture with that description, else decoration.
std::string svg_of(const Drawing& drawing, std::string_view words = {});
void paint(cairo_t* cairo, const Drawing& drawing, PagePoint at);

/// Text as HTML and XML want it; what XML cannot hold is left out.
std::string escaped(std::string_view text);

/// The text with a sign for every byte that is no letter.
std::string valid_text(const std::string& text);

/// The first letter made large.
std::string capital(std::string_view text);

}  // namespace sim
