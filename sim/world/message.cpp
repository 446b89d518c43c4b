#include "sim/world/message.h"

#include <iterator>

#include "engine/core/translate.h"

namespace sim {

namespace {

constexpr MessageSpec table[] = {
#define MESSAGE(id, level, audience, text) {#id, Level::level, Audience::audience, text},
#include "sim/world/messages.inl"
#undef MESSAGE
};

}  // namespace

const MessageSpec& spec(Message message) {
    return table[static_cast<std::size_t>(message)];
}

std::size_t message_count() {
    return std::size(table);
}

std::optional<Message> find_message(std::string_view name) {
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (table[i].name == name) return static_cast<Message>(i);
    }
    return std::nullopt;
}

}  // namespace sim
