/// What the scanner says: shared by the files that draw its screens.
#pragma once

#include "sim/equipment/scanner.h"
#include "sim/seats/station/screen_panel.h"

namespace sim::seats::machine {

/// Head and text are msgids; an empty text is left out.
Face scanner_message(const Panel& panel, const char* head, const char* text, Sketch sketch);

/// A msgid with a place for the count of ballots.
std::string with_count(const char* text, const Panel& panel);

/// Screens about a sheet: from the empty slot to the box, and all that can come between.
Face sheet_face(const Panel& panel, ScannerScreen screen);

}  // namespace sim::seats::machine
