#include "sim/scenario/placeholder.h"

namespace sim {

std::string filled(std::string_view text, const Placeholders& placeholders) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
        if (close == text.npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        result += text.substr(0, open);
        const std::string* value = nullptr;
        for (const auto& [key, replacement] : placeholders) {
            if (key == name) value = &replacement;
        }
        if (value != nullptr) {
            result += *value;
            text.remove_prefix(close + 1);
        } else {
            result += '{';
            text.remove_prefix(open + 1);
        }
    }
    result += text;
    return result;
}

engine::LocalizedText filled(const engine::LocalizedText& text, const Placeholders& placeholders) {
    return {filled(text.en, placeholders), filled(text.ru, placeholders),
            filled(text.ky, placeholders)};
}

engine::Node filled(const engine::Node& node, const Placeholders& placeholders) {
    engine::Node copy = node;
    copy.scalar = filled(node.scalar, placeholders);
    for (engine::Node& item : copy.items) item = filled(item, placeholders);
    for (auto& [key, value] : copy.entries) {
        key.name = filled(key.name, placeholders);
        value = filled(value, placeholders);
    }
    return copy;
}

}  // namespace sim
