/// What `window` and `picture` read from the command line.
#pragma once

#include <optional>
#include <string>

#include "sim/seats/shared/settings.h"
#include "tools/program.h"

namespace polldrill {

struct PictureSize {
    int width = 0;
    int height = 0;
};

/// "1280x800", within reason.
std::optional<PictureSize> parse_size(const std::string& text);
std::string bad_size(const std::string& text, const sim::Reader& reader);

/// "trainee", "instructor" or "assessor".
std::optional<sim::seats::SeatId> parse_seat(const std::string& text);

}  // namespace polldrill
