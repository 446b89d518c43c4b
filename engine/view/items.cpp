#include "engine/view/items.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace engine::view {

std::string_view name_of(Role role) {
    constexpr std::array<std::string_view, 10> names{
        "button", "toggle", "tab", "option", "field", "row", "part", "slider", "link", "area"};
    return names[static_cast<std::size_t>(role)];
}

const Item* Items::find(std::string_view name) const {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item& item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

const Item* Items::at(Point point) const {
    const Item* top = nullptr;
    for (const Item& item : items) {
        if (!item.visible || !item.rect.contains(point)) continue;
        if (top == nullptr || item.layer >= top->layer) top = &item;
    }
    return top;
}

std::string json_of(const Items& items, float scale, long frame) {
    nlohmann::ordered_json json;
    json["frame"] = frame;
    json["screen"] = items.screen;
    json["items"] = nlohmann::ordered_json::array();
    const auto pixels = [scale](float units) { return std::lround(units * scale); };
    for (const Item& item : items.items) {
        nlohmann::ordered_json entry{
            {"name", item.name},         {"label", item.label},      {"role", name_of(item.role)},
            {"x", pixels(item.rect.x)},  {"y", pixels(item.rect.y)}, {"w", pixels(item.rect.w)},
            {"h", pixels(item.rect.h)},  {"layer", item.layer},      {"enabled", item.enabled},
            {"selected", item.selected}, {"focused", item.focused},  {"hovered", item.hovered},
            {"visible", item.visible}};
        if (!item.value.empty()) entry["value"] = item.value;
        if (!item.help.empty()) entry["help"] = item.help;
        json["items"].push_back(std::move(entry));
    }
    json["cut"] = nlohmann::ordered_json::array();
    for (const CutText& cut : items.cut) json["cut"].push_back(cut.text);
    return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace engine::view
