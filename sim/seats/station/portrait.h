/// A drawn face for an entry of the register: always the same one, nobody's.
#pragma once

#include "sim/election/register.h"
#include "sim/seats/station/screen_kit.h"

namespace sim::seats::machine {

/// `today`: as the camera sees the person, with today's hair; else as in the document.
void draw_portrait(Kit& kit, const Rect& rect, const Register& voters, int entry, bool today);

/// Family and given name in the reader's script.
std::string name_of_voter(const Register& voters, int entry, const std::string& language);

}  // namespace sim::seats::machine
