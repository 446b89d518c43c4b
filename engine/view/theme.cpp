#include "engine/view/theme.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engine::view {

namespace {

void set(Theme& theme, Token token, std::string_view hex) {
    theme.colours[static_cast<std::size_t>(token)] = colour_of(hex);
}

/// Relative luminance as WCAG 2 defines it.
double luminance(Colour colour) {
    const auto channel = [](std::uint8_t value) {
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
}

}  // namespace

Colour colour_of(std::string_view hex) {
    unsigned value = 0x808080;
    if (hex.size() == 7 && hex.front() == '#') {
        std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
    }
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 255U),
            static_cast<std::uint8_t>(value & 255U)};
}

double contrast(Colour a, Colour b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

Theme light_theme() {
    Theme theme;
    set(theme, Token::ground, "#F1F4F6");
    set(theme, Token::paper, "#FFFFFF");
    set(theme, Token::sunken, "#E8EDF1");
    set(theme, Token::line, "#D3DCE3");
    set(theme, Token::line_strong, "#7E909F");
    set(theme, Token::ink, "#14263A");
    set(theme, Token::ink_2, "#3A4D60");
    set(theme, Token::ink_3, "#566777");
    set(theme, Token::band, "#14263A");
    set(theme, Token::band_2, "#20374F");
    set(theme, Token::on_band, "#FFFFFF");
    set(theme, Token::on_band_2, "#B7C6D4");
    set(theme, Token::action, "#0B6E78");
    set(theme, Token::action_hover, "#095C65");
    set(theme, Token::action_press, "#074A51");
    set(theme, Token::on_action, "#FFFFFF");
    set(theme, Token::action_soft, "#DDF0F1");
    set(theme, Token::focus, "#1664E0");
    set(theme, Token::training, "#F2B233");
    set(theme, Token::on_training, "#171A1D");
    set(theme, Token::ok, "#1B7340");
    set(theme, Token::ok_soft, "#DDF2E4");
    set(theme, Token::care, "#8A5200");
    set(theme, Token::care_soft, "#FFEFD0");
    set(theme, Token::fault, "#B3261E");
    set(theme, Token::fault_soft, "#FCE4E2");
    set(theme, Token::idle, "#566777");
    set(theme, Token::idle_soft, "#E8EDF1");
    set(theme, Token::info, "#1B5FAA");
    set(theme, Token::info_soft, "#E0ECFA");
    return theme;
}

Theme high_contrast_theme() {
    Theme theme = light_theme();
    for (const Token token :
         {Token::ground, Token::paper, Token::sunken, Token::action_soft, Token::ok_soft,
          Token::care_soft, Token::fault_soft, Token::idle_soft, Token::info_soft}) {
        set(theme, token, "#FFFFFF");
    }
    for (const Token token : {Token::line, Token::line_strong, Token::ink, Token::ink_2,
                              Token::ink_3, Token::band, Token::idle}) {
        set(theme, token, "#000000");
    }
    set(theme, Token::band_2, "#26323D");
    set(theme, Token::on_band_2, "#FFFFFF");
    set(theme, Token::action, "#00434A");
    set(theme, Token::focus, "#0040C0");
    set(theme, Token::ok, "#0B5229");
    set(theme, Token::care, "#5E3800");
    set(theme, Token::fault, "#8C1009");
    set(theme, Token::info, "#0A3F7A");
    theme.border = 2;
    theme.focus = 4;
    theme.plain = true;
    return theme;
}

Token colour_of(Status status) {
    switch (status) {
        case Status::ok:
            return Token::ok;
        case Status::care:
            return Token::care;
        case Status::fault:
            return Token::fault;
        case Status::idle:
            return Token::idle;
        case Status::info:
            return Token::info;
        case Status::paused:
            return Token::idle;
    }
    return Token::idle;
}

Token soft_of(Status status) {
    switch (status) {
        case Status::ok:
            return Token::ok_soft;
        case Status::care:
            return Token::care_soft;
        case Status::fault:
            return Token::fault_soft;
        case Status::idle:
            return Token::idle_soft;
        case Status::info:
            return Token::info_soft;
        case Status::paused:
            return Token::idle_soft;
    }
    return Token::idle_soft;
}

}  // namespace engine::view
