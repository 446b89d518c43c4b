/// Parts as clear flat shapes with their states to be seen: doors, switches, seals, plugs, paper.
#pragma once

#include "engine/view/draw.h"
#include "sim/assessment/describe.h"

namespace sim::seats {

struct Brush {
    engine::view::Ui& ui;
    const World& world;
    const Reader& reader;
    bool simple = false;  ///< small pictures: what matters, no ornaments, no texts
    bool tags = true;     ///< the number of a seal stands below it
};

/// Rubber, lamps and what a hand may work; the machines' own colours, the same in all themes.
namespace paint {
using engine::view::Colour;
inline constexpr Colour slate{46, 56, 70};
inline constexpr Colour dark{22, 30, 42};
inline constexpr Colour steel{133, 146, 160};
inline constexpr Colour light{243, 246, 249};
inline constexpr Colour teal{30, 138, 132};
inline constexpr Colour paper{253, 253, 250};
inline constexpr Colour seal{238, 183, 60};
inline constexpr Colour green{46, 170, 98};
inline constexpr Colour red{196, 62, 52};
inline constexpr Colour wood{201, 172, 128};
}  // namespace paint

engine::view::Colour lighter(engine::view::Colour colour, float share);
engine::view::Colour darker(engine::view::Colour colour, float share);

/// A matte block with a soft shadow, a lit upper edge and a darker outline.
void block(engine::view::Ui& ui, const engine::view::Rect& rect, engine::view::Colour colour,
           float radius, bool shade = true);

/// Whether a lamp shines.
bool lit(const World& world, PartId part);

/// How much paper is to be seen at a slit, in sheets.
int sheets_seen(const World& world, PartId part);

/// How crooked the sheet lies that is seen at an entry, degrees to the right.
float lean_seen(const World& world, PartId part);

/// The body of a machine or a piece of furniture; its back has vents.
void draw_body(const Brush& brush, PartId body, const engine::view::Rect& rect, bool rear);

/// One part in its rectangle, which may be larger than to scale.
void draw_part(const Brush& brush, PartId part, const engine::view::Rect& rect);

/// A thing that lies about, as a picture in a square.
void draw_thing(const Brush& brush, PartId part, const engine::view::Rect& rect);

/// A person from above or as a small figure, `tone` picks the clothes.
void draw_figure(engine::view::Ui& ui, engine::view::Point foot, float height, int tone);

/// The number of a seal on a tag of its own.
void draw_seal_number(const Brush& brush, PartId seal, const engine::view::Rect& tag);

/// The smallest at which a part is still to be seen.
float least_size(PartKind kind);

// For the files of shapes only.
void draw_door(const Brush& brush, PartId part, const engine::view::Rect& rect);
void draw_compartment(const Brush& brush, PartId part, const engine::view::Rect& rect);
void draw_opening(const Brush& brush, PartId part, const engine::view::Rect& rect);
void draw_socket(const Brush& brush, PartId part, const engine::view::Rect& rect);
void draw_plug(const Brush& brush, PartId part, const engine::view::Rect& rect);
void draw_seal(const Brush& brush, PartId seal, const engine::view::Rect& rect);
void draw_roll(const Brush& brush, PartId roll, const engine::view::Rect& rect);
bool draw_mechanism(const Brush& brush, PartId part, const engine::view::Rect& rect);
bool draw_electric(const Brush& brush, PartId part, const engine::view::Rect& rect);
bool draw_furniture(const Brush& brush, PartId part, const engine::view::Rect& rect);

}  // namespace sim::seats
