/// Shapes and text, in units of layout. Nothing here can be acted on.
#pragma once

#include <span>
#include <string_view>

#include "engine/view/ui.h"

namespace engine::view {

/// A token of the theme or a colour of its own.
struct Ink {
    Ink(Token t) : token(t) {}               // NOLINT: both are meant to be passed as they are
    Ink(Colour c) : colour(c), own(true) {}  // NOLINT
    Token token = Token::ink;
    Colour colour;
    bool own = false;
};
/// As the drawing library wants it.
unsigned packed(const Ui& ui, const Ink& ink);

/// Rounded to whole pixels.
Rect pixels(const Ui& ui, const Rect& rect);

void fill(Ui& ui, const Rect& rect, const Ink& ink, float radius = 0);
void outline(Ui& ui, const Rect& rect, const Ink& ink, float radius = 0, float width = 1);
void dashed(Ui& ui, const Rect& rect, const Ink& ink, float radius = 0, float width = 1);
void line(Ui& ui, Point a, Point b, const Ink& ink, float width = 1);
void polyline(Ui& ui, std::span<const Point> points, const Ink& ink, float width = 1);
void polygon(Ui& ui, std::span<const Point> points, const Ink& ink);  ///< convex
void disc(Ui& ui, Point centre, float radius, const Ink& ink);
void ring(Ui& ui, Point centre, float radius, const Ink& ink, float width = 1);
/// Hanging curve between two points, for leads.
void curve(Ui& ui, Point a, Point b, float sag, const Ink& ink, float width);
/// Soft shadow under what floats.
void shadow(Ui& ui, const Rect& rect);

/// The shape of a status, `size` high, its middle at `centre`.
void status_shape(Ui& ui, Point centre, float size, Status status);

enum class Align : std::uint8_t { left, centre, right };

/// Width and height of a text; wrapped at `width` when that is given.
Point measure(const Ui& ui, Type type, std::string_view text, float width = 0);

/// One line in its line box: top left at `at`. Returns its width.
float text(Ui& ui, Point at, Type type, const Ink& ink, std::string_view text);
/// One line in the middle of a rectangle's height; noted as cut when it is wider.
float text_in(Ui& ui, const Rect& rect, Type type, const Ink& ink, std::string_view text,
              Align align = Align::left);
/// Wrapped at the rectangle's width. Returns the height used; noted as cut when that is more than
/// the rectangle has (a height of 0 means: as much as needed).
float paragraph(Ui& ui, const Rect& rect, Type type, const Ink& ink, std::string_view text,
                Align align = Align::left);
/// One line whose figures all have the same width, so that nothing jumps. Returns its width.
float figures(Ui& ui, Point at, Type type, const Ink& ink, std::string_view text);
float figures_width(const Ui& ui, Type type, std::string_view text);

/// A symbol of the icon font (icons.h) in the middle of a rectangle.
void icon(Ui& ui, const Rect& rect, const char* symbol, const Ink& ink, Type type = Type::head);

/// A text at any size, for small pictures of screens; sharp only near the sizes of the faces.
void text_scaled(Ui& ui, Point at, Type type, float size, const Ink& ink, std::string_view text);

}  // namespace engine::view
