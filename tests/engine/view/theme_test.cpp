#include "engine/view/theme.h"

#include <doctest/doctest.h>

using namespace engine::view;

TEST_CASE("Text of every theme has the contrast that WCAG asks for") {
    for (const Theme& theme : {light_theme(), high_contrast_theme()}) {
        CAPTURE(theme.plain);
        for (const Token ink : {Token::ink, Token::ink_2, Token::ink_3, Token::action, Token::ok,
                                Token::care, Token::fault, Token::idle, Token::info}) {
            CAPTURE(static_cast<int>(ink));
            CHECK(contrast(theme[ink], theme[Token::ground]) >= 4.5);
            CHECK(contrast(theme[ink], theme[Token::paper]) >= 4.5);
        }
        CHECK(contrast(theme[Token::on_band], theme[Token::band]) >= 4.5);
        CHECK(contrast(theme[Token::on_band_2], theme[Token::band]) >= 4.5);
        CHECK(contrast(theme[Token::on_action], theme[Token::action]) >= 4.5);
        CHECK(contrast(theme[Token::on_action], theme[Token::action_hover]) >= 4.5);
        CHECK(contrast(theme[Token::on_training], theme[Token::training]) >= 4.5);
        CHECK(contrast(theme[Token::line_strong], theme[Token::paper]) >= 3);
        CHECK(contrast(theme[Token::focus], theme[Token::ground]) >= 3);
    }
}

TEST_CASE("A status stays readable on its own soft ground") {
    for (const Theme& theme : {light_theme(), high_contrast_theme()}) {
        for (const Status status : {Status::ok, Status::care, Status::fault, Status::idle,
                                    Status::info, Status::paused}) {
            CHECK(contrast(theme[colour_of(status)], theme[soft_of(status)]) >= 4.5);
        }
    }
}

TEST_CASE("A colour that is none is grey, and never a crash") {
    CHECK(colour_of("#0B6E78") == Colour{11, 110, 120});
    CHECK(colour_of("") == Colour{128, 128, 128});
    CHECK(colour_of("#xyzxyz") == Colour{128, 128, 128});
}
