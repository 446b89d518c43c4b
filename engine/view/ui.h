/// One frame of the screen: what the person did, what is shown, what can be acted on. Every
/// interactive thing goes through `act`, which registers it, tells how it is pointed at, pressed or
/// focused, and so makes it work by mouse and by keyboard alike.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/view/fonts.h"
#include "engine/view/geometry.h"
#include "engine/view/input.h"
#include "engine/view/items.h"
#include "engine/view/space.h"
#include "engine/view/theme.h"

struct ImDrawList;

namespace engine::view {

/// What a person does to an item during this frame.
struct Response {
    bool hovered = false;
    bool held = false;         ///< the left button went down on it and is still down
    bool pressed = false;      ///< the left button went down on it during this frame
    bool clicked = false;      ///< pressed and released on it, or Enter or Space on the focused one
    bool doubled = false;      ///< double click
    bool menu = false;         ///< right click, Menu key or Shift+F10
    bool focused = false;      ///< has the keyboard's focus
    bool ringed = false;       ///< and it is to be seen, for the keyboard was used last
    bool by_keyboard = false;  ///< clicked by Enter or Space
};

struct MenuEntry {
    std::string name;  ///< of the item, after the menu's name and a dot
    std::string label;
    std::string help;  ///< why it cannot be done
    std::string key;   ///< shown at the right
    bool enabled = true;
    bool selected = false;
};

struct Ui {
    // What holds during the frame.
    Rect screen;         ///< all of the window, in units of layout
    double time = 0;     ///< seconds since the program began, for motion
    float scale = 1;     ///< pixels a unit
    bool still = false;  ///< no motion
    Theme theme;
    Fonts fonts;
    Input input;
    Items items;        ///< being filled
    std::string lead;   ///< pointed out: the next Tab goes there
    Rect spared;        ///< what is told of it: explanations keep off
    double wake = 1e9;  ///< seconds until the next frame is wanted
    Colour operator[](Token token) const { return theme[token]; }

    // What lasts from frame to frame; screens do not touch it.
    struct State {
        Items last;          ///< register of the frame before
        std::string hot;     ///< under the mouse
        std::string active;  ///< the left button went down on it
        std::string focus;
        std::string field;              ///< the text field that is being typed into
        std::string led;                ///< was last reached with Tab because it is pointed out
        bool ring = false;              ///< the keyboard was used last: show the focus
        bool reveal = false;            ///< bring the focused item into sight
        std::vector<std::string> kept;  ///< by layer: what had the focus while it was the topmost
        int top = 0;                    ///< topmost layer of the frame before
        std::string was;                ///< focus of the frame before
        double hot_since = 0;
        std::map<std::string, float, std::less<>> scrolls;  ///< offset by name of the area
        std::map<std::string, float, std::less<>> lengths;  ///< length of content likewise
        std::vector<Rect> panels;                           ///< those of the frame before
        std::string menu;                                   ///< the open menu
        std::optional<int> chosen;
    } state;

    struct Region {
        std::string name;
        Rect view;
    };
    std::vector<Region> regions;
    std::vector<Rect> clips;
    std::vector<int> layers;
    int top_layer = 0;
    std::vector<std::function<void(Ui&)>> later;  ///< drawn above all, at the end of the frame
    std::vector<Rect> panels;                     ///< grounds that hide what lies below them
    std::vector<SpaceView> spaces;                ///< what this frame shows in space
    double space_cost = 0;     ///< seconds that drawing it took of late; 0: not known
    bool settled = true;       ///< spaces were hidden by the panels that this frame has
    bool space_works = false;  ///< a window shows the frames, and its machine can draw spaces
    ImDrawList* list = nullptr;
};

/// Registers an item for this frame. Rectangle in the same units as everything else; what lies
/// outside the clip cannot be hit. Disabled items can be focused, so that their help says why.
Response act(Ui& ui, Item item);

/// The person pressed this key and nobody has used it yet. Plain Enter and Space belong to the
/// focused item as long as the focus is to be seen.
bool shortcut(Ui& ui, const KeyPress& press);

/// Gives the keyboard's focus to an item (of this or the next frame).
void focus(Ui& ui, std::string_view name);

/// Points an item out to who works with the keyboard: the next Tab goes there, once.
void lead_focus(Ui& ui, std::string_view name);

/// Asks for another frame in so many seconds at most.
void wake_in(Ui& ui, double seconds);

/// What follows lies above everything before and takes the focus with it, until `pop_layer`.
void push_layer(Ui& ui);
void pop_layer(Ui& ui);

void push_clip(Ui& ui, Rect rect);
void pop_clip(Ui& ui);

/// An area that scrolls when its content is longer. Returns where the content begins: same width
/// (less a bar when one is needed), moved up by the offset.
Rect begin_scroll(Ui& ui, std::string_view name, Rect area);
/// @param length of all the content.
void end_scroll(Ui& ui, float length);

/// Opens a menu or list of choices below (or above) a rectangle; `menu` draws it while it is open.
void open_menu(Ui& ui, std::string_view name);
bool menu_open(const Ui& ui, std::string_view name);
void close_menu(Ui& ui);
/// To be called in every frame in which the menu may be open. @return the index of what was chosen.
std::optional<int> menu(Ui& ui, std::string_view name, Rect anchor, std::string_view title,
                        std::vector<MenuEntry> entries);

// Called by the host around a screen.
void begin_frame(Ui& ui, const Input& input);
void end_frame(Ui& ui);

}  // namespace engine::view
