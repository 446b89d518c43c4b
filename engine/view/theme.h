/// Colours by what they are for. One table a theme; screens name tokens and never colours.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace engine::view {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    Colour with_alpha(double share) const {
        return {r, g, b, static_cast<std::uint8_t>(a * share)};
    }
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// "#RRGGBB"; grey when it is none.
Colour colour_of(std::string_view hex);

/// WCAG 2 contrast ratio, 1 to 21.
double contrast(Colour a, Colour b);

enum class Token : std::uint8_t {
    ground,       ///< of the window
    paper,        ///< of a panel
    sunken,       ///< wells and tracks
    line,         ///< between things
    line_strong,  ///< round what can be pressed
    ink,          ///< text
    ink_2,        ///< secondary text
    ink_3,        ///< captions
    band,         ///< the top band
    band_2,       ///< its buttons
    on_band,
    on_band_2,
    action,  ///< the one thing to do next; what is chosen
    action_hover,
    action_press,
    on_action,
    action_soft,  ///< chosen row or card
    focus,        ///< keyboard focus; the part under the hand
    training,
    on_training,
    ok,
    ok_soft,
    care,
    care_soft,
    fault,
    fault_soft,
    idle,
    idle_soft,
    info,
    info_soft,
};
inline constexpr std::size_t token_count = static_cast<std::size_t>(Token::info_soft) + 1;

struct Theme {
    std::array<Colour, token_count> colours;
    float border = 1;    ///< width of borders
    float focus = 3;     ///< width of the focus ring
    bool plain = false;  ///< high contrast: no soft fills, no shadows

    Colour operator[](Token token) const { return colours[static_cast<std::size_t>(token)]; }
};

Theme light_theme();
Theme high_contrast_theme();

/// How a thing is. Always shown as shape, word and colour together.
enum class Status : std::uint8_t {
    ok,      ///< disc with tick
    care,    ///< triangle with bar
    fault,   ///< octagon with cross
    idle,    ///< ring with dash: off, unknown, offline
    info,    ///< square with i: in progress, message
    paused,  ///< disc with two bars
};
Token colour_of(Status status);
Token soft_of(Status status);

}  // namespace engine::view
