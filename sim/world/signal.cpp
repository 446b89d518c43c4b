#include "sim/world/signal.h"

namespace sim {

std::string_view name_of(Channel channel) {
    switch (channel) {
        case Channel::sight:
            return "sight";
        case Channel::sound:
            return "sound";
        case Channel::paper:
            return "paper";
        case Channel::screen:
            return "screen";
        case Channel::told:
            return "told";
        case Channel::hidden:
            return "hidden";
    }
    return "";
}

}  // namespace sim
