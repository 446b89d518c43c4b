#include "sim/world/command.h"

namespace sim {

std::string_view name_of(Seat seat) {
    switch (seat) {
        case Seat::trainee:
            return "trainee";
        case Seat::instructor:
            return "instructor";
        case Seat::expert:
            return "expert";
        case Seat::scenario:
            return "scenario";
    }
    return "";
}

}  // namespace sim
