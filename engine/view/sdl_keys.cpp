#include "engine/view/sdl_keys.h"

#include <utility>

namespace engine::view {

namespace {

constexpr std::pair<SDL_Scancode, Key> table[] = {
    {SDL_SCANCODE_TAB, Key::tab},
    {SDL_SCANCODE_RETURN, Key::enter},
    {SDL_SCANCODE_KP_ENTER, Key::enter},
    {SDL_SCANCODE_ESCAPE, Key::escape},
    {SDL_SCANCODE_SPACE, Key::space},
    {SDL_SCANCODE_BACKSPACE, Key::backspace},
    {SDL_SCANCODE_DELETE, Key::remove},
    {SDL_SCANCODE_INSERT, Key::insert},
    {SDL_SCANCODE_HOME, Key::home},
    {SDL_SCANCODE_END, Key::end},
    {SDL_SCANCODE_PAGEUP, Key::page_up},
    {SDL_SCANCODE_PAGEDOWN, Key::page_down},
    {SDL_SCANCODE_LEFT, Key::left},
    {SDL_SCANCODE_RIGHT, Key::right},
    {SDL_SCANCODE_UP, Key::up},
    {SDL_SCANCODE_DOWN, Key::down},
    {SDL_SCANCODE_APPLICATION, Key::menu},
    {SDL_SCANCODE_MENU, Key::menu},
    {SDL_SCANCODE_COMMA, Key::comma},
    {SDL_SCANCODE_PERIOD, Key::period},
    {SDL_SCANCODE_LEFTBRACKET, Key::left_bracket},
    {SDL_SCANCODE_RIGHTBRACKET, Key::right_bracket},
    {SDL_SCANCODE_SLASH, Key::slash},
    {SDL_SCANCODE_KP_DIVIDE, Key::slash},
    {SDL_SCANCODE_EQUALS, Key::plus},
    {SDL_SCANCODE_KP_PLUS, Key::plus},
    {SDL_SCANCODE_MINUS, Key::minus},
    {SDL_SCANCODE_KP_MINUS, Key::minus},
    {SDL_SCANCODE_0, Key::n0},
};

Key offset(Key from, int by) {
    return static_cast<Key>(static_cast<int>(from) + by);
}

}  // namespace

Key key_of(SDL_Scancode code) {
    if (code >= SDL_SCANCODE_A && code <= SDL_SCANCODE_Z) {
        return offset(Key::a, code - SDL_SCANCODE_A);
    }
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_9) {
        return offset(Key::n1, code - SDL_SCANCODE_1);
    }
    if (code >= SDL_SCANCODE_F1 && code <= SDL_SCANCODE_F12) {
        return offset(Key::f1, code - SDL_SCANCODE_F1);
    }
    for (const auto& [scancode, key] : table) {
        if (scancode == code) return key;
    }
    return Key::none;
}

SDL_Scancode scancode_of(Key key) {
    if (key >= Key::a && key <= Key::z) {
        return static_cast<SDL_Scancode>(SDL_SCANCODE_A + static_cast<int>(key) -
                                         static_cast<int>(Key::a));
    }
    if (key >= Key::n1 && key <= Key::n9) {
        return static_cast<SDL_Scancode>(SDL_SCANCODE_1 + static_cast<int>(key) -
                                         static_cast<int>(Key::n1));
    }
    if (key >= Key::f1 && key <= Key::f12) {
        return static_cast<SDL_Scancode>(SDL_SCANCODE_F1 + static_cast<int>(key) -
                                         static_cast<int>(Key::f1));
    }
    for (const auto& [scancode, own] : table) {
        if (own == key) return scancode;
    }
    return SDL_SCANCODE_UNKNOWN;
}

}  // namespace engine::view
