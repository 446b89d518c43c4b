#include "sim/scenario/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "engine/core/quantity.h"
#include "engine/core/text.h"
#include "sim/scenario/formats.h"

namespace sim {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view clock_pattern =
    R"(^(-[1-9]d )?[0-9]{2}:[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?$)";
constexpr std::string_view duration_pattern =
    R"(^[0-9]+(\.[0-9]+)? ?(us|ms|s|min|h)( [0-9]+(\.[0-9]+)? ?(us|ms|s|min|h))*$)";
constexpr std::string_view name_pattern = "^[a-z][a-z0-9_]*$";

Json reference(std::string_view definition) {
    return {{"$ref", fmt::format("#/$defs/{}", definition)}};
}

Json text_like(std::string_view pattern) {
    return {{"type", "string"}, {"pattern", pattern}};
}

Json list_of(const Json& items) {
    return {{"type", "array"}, {"items", items}};
}

/// One, or a list of them.
Json one_or_more(const Json& item) {
    return {{"anyOf", Json::array({item, list_of(item)})}};
}

Json whole(const KeySpec& key) {
    Json schema = {{"type", "integer"}};
    if (key.low != std::numeric_limits<std::int64_t>::min()) schema["minimum"] = key.low;
    if (key.high != std::numeric_limits<std::int64_t>::max()) schema["maximum"] = key.high;
    return schema;
}

/// A step for each device names its post by the device's number.
Json choice(const KeySpec& key) {
    const Json words = {{"enum", key.choices()}};
    if (key.name != "post") return words;
    return {{"anyOf", Json::array({words, text_like("\\{number\\}")})}};
}

Json parameters() {
    const Json scalar = {{"type", Json::array({"string", "number"})}};
    return {{"type", "object"},
            {"additionalProperties", {{"anyOf", Json::array({scalar, reference("setting")})}}}};
}

Json schema_of_key(const KeySpec& key) {
    switch (key.type) {
        case KeyType::text:
            return {{"type", Json::array({"string", "number", "boolean"})}};
        case KeyType::name:
            return text_like(name_pattern);
        case KeyType::localized:
            return reference("localized");
        case KeyType::whole:
            return whole(key);
        case KeyType::boolean:
            return {{"type", "boolean"}};
        case KeyType::clock:
            return text_like(clock_pattern);
        case KeyType::duration:
            return text_like(duration_pattern);
        case KeyType::quantity:
            return {{"type", Json::array({"string", "number"})}};
        case KeyType::choice:
            return choice(key);
        case KeyType::texts:
            return one_or_more({{"type", "string"}});
        case KeyType::names:
            return one_or_more(text_like(name_pattern));
        case KeyType::sentences:
            return one_or_more({{"type", "string"}});
        case KeyType::condition:
            return reference("condition");
        case KeyType::numbers:
            return list_of({{"type", "integer"}});
        case KeyType::map:
            return reference(key.of);
        case KeyType::maps:
            return list_of(reference(key.of));
        case KeyType::parameters:
            return parameters();
        case KeyType::anything:
            break;
    }
    return Json::object();
}

Json schema_of_format(const MapFormat& format) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeySpec& key : format.keys) {
        Json schema = schema_of_key(key);
        std::string help(key.help);
        if (key.type == KeyType::quantity) {
            help += fmt::format(" (in {})", engine::join(engine::quantity_units(key.unit)));
        }
        schema["description"] = help;
        properties[std::string(key.name)] = std::move(schema);
        if (key.required) required.push_back(key.name);
    }
    return {{"type", "object"},
            {"description", format.help},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

Json localized() {
    const Json text = {{"type", "string"}, {"minLength", 1}};
    return {{"type", "object"},
            {"description", "A text for people in the three languages"},
            {"properties", {{"en", text}, {"ru", text}, {"ky", text}}},
            {"required", Json::array({"en", "ru", "ky"})},
            {"additionalProperties", false}};
}

Json condition() {
    const Json scalar = {{"type", Json::array({"string", "number", "boolean"})}};
    const Json comparison = {{"type", "object"},
                             {"properties",
                              {{"at_least", scalar},
                               {"at_most", scalar},
                               {"more_than", scalar},
                               {"less_than", scalar},
                               {"not", scalar}}},
                             {"minProperties", 1},
                             {"additionalProperties", false}};
    return {
        {"type", "object"},
        {"description", "Signals and their values; several keys must all hold"},
        {"properties",
         {{"all", list_of(reference("condition"))},
          {"any", list_of(reference("condition"))},
          {"not", reference("condition")},
          {"for", text_like(duration_pattern)}}},
        {"minProperties", 1},
        {"additionalProperties", {{"anyOf", Json::array({scalar, list_of(scalar), comparison})}}}};
}

/// Adds the definitions that a format needs, and those that they need.
void define(const MapFormat& format, Json& definitions, std::set<std::string_view>& done) {
    for (const KeySpec& key : format.keys) {
        if (key.type == KeyType::localized) definitions["localized"] = localized();
        if (key.type == KeyType::condition) definitions["condition"] = condition();
        const std::string_view of = key.type == KeyType::parameters ? "setting" : key.of;
        if (of.empty() || !done.insert(of).second) continue;
        const MapFormat& inner = *find_format(of);
        definitions[std::string(of)] = schema_of_format(inner);
        define(inner, definitions, done);
    }
}

}  // namespace

std::optional<Json> schema_of(std::string_view kind) {
    const auto kinds = file_kinds();
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) return std::nullopt;
    const MapFormat& format = *find_format(kind);
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"title", fmt::format("Polldrill {}", kind)}};
    schema.update(schema_of_format(format));
    Json definitions = Json::object();
    std::set<std::string_view> done;
    define(format, definitions, done);
    schema["$defs"] = std::move(definitions);
    return schema;
}

}  // namespace sim
