/// The little drawings on the screens of machines: what to do, without words.
#pragma once

#include "sim/seats/station/screen_kit.h"

namespace sim::seats::machine {

enum class Sketch : std::uint8_t {
    none,
    insert,       ///< a sheet goes into the slot
    give_back,    ///< a sheet comes out of the slot
    in_box,       ///< a sheet falls into the box
    two_sheets,   ///< several sheets at once
    review,       ///< a sheet with marks that are asked about
    jam,          ///< a crumpled sheet at the entry
    blocked,      ///< a sheet stuck above the box
    cover,        ///< the cover stands open
    lid,          ///< the printer's lid stands open
    roll,         ///< a roll of paper
    card,         ///< a card goes into its slot
    card_turned,  ///< a card the wrong way round
    medium,       ///< a memory stick
    closed,       ///< a lock
    pause,
    wait,     ///< an hourglass
    printer,  ///< a strip comes out
    stop,     ///< the machine stops
    wipe,     ///< a cloth on the glass
    document,
    finger,
    face,
    receipt,
    blank_sheets,
    lead,  ///< a lead between two machines
    send,
    sim,
    clock,
    seal,  ///< a certificate
    done,
};

/// Draws it on its own ground within the rectangle, as large a square as fits.
void draw_sketch(Kit& kit, const Rect& rect, Sketch sketch);

}  // namespace sim::seats::machine
