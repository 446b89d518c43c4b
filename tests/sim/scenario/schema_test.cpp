#include "sim/scenario/schema.h"

#include <set>

#include "sim/scenario/formats.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

using Json = nlohmann::ordered_json;

void references(const Json& json, std::set<std::string>& found) {
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            if (key == "$ref") found.insert(value.get<std::string>());
            references(value, found);
        }
    } else if (json.is_array()) {
        for (const Json& item : json) references(item, found);
    }
}

}  // namespace

TEST_CASE("every kind of file has a schema whose references all stand in it") {
    for (const std::string_view kind : sim::file_kinds()) {
        CAPTURE(std::string(kind));
        const auto schema = sim::schema_of(kind);
        REQUIRE(schema);
        CHECK((*schema)["$schema"] == "https://json-schema.org/draft/2020-12/schema");
        CHECK((*schema)["additionalProperties"] == false);
        std::set<std::string> found;
        references(*schema, found);
        CHECK(!found.empty());
        for (const std::string& reference : found) {
            CAPTURE(reference);
            REQUIRE(reference.starts_with("#/$defs/"));
            CHECK((*schema)["$defs"].contains(reference.substr(8)));
        }
    }
    CHECK(!sim::schema_of("colour"));
}

TEST_CASE("a schema says what the reader demands and allows") {
    const auto schema = sim::schema_of("fault");
    REQUIRE(schema);
    const Json& cause = (*schema)["$defs"]["cause"];
    CHECK(cause["required"].empty());  // a parameter's value, or a colleague's acts
    CHECK(cause["properties"].contains("parameter"));
    CHECK(cause["properties"].contains("do"));
    CHECK((*schema)["$defs"]["step"]["required"] == Json::array({"id", "text", "post"}));
    const Json& properties = (*schema)["properties"];
    CHECK(properties["difficulty"]["maximum"] == 4);
    CHECK(properties["kind"]["enum"][1] == "human_error");
}

TEST_CASE("each format is named once and its references exist") {
    std::set<std::string_view> names;
    for (const sim::MapFormat& format : sim::formats()) {
        CAPTURE(std::string(format.name));
        CHECK(names.insert(format.name).second);
        std::set<std::string_view> keys;
        for (const sim::KeySpec& key : format.keys) {
            CAPTURE(std::string(key.name));
            CHECK(keys.insert(key.name).second);
            CHECK(!key.help.empty());
            const bool inner = key.type == sim::KeyType::map || key.type == sim::KeyType::maps;
            CHECK(inner == (!key.of.empty() && sim::find_format(key.of) != nullptr));
            CHECK((key.type == sim::KeyType::choice) == (key.choices != nullptr));
        }
    }
}
