#include "sim/assessment/describe.h"

#include <doctest/doctest.h>

#include "engine/core/paths.h"

namespace {

sim::Setup two_parts() {
    sim::Setup setup;
    sim::PartSpec door;
    door.name = "door";
    door.label = {"Door", "Дверь", "Эшик"};
    sim::PartSpec key;
    key.name = "key";
    key.label = {"Key", "Ключ", "Ачкыч"};
    setup.layout.parts = {door, key};
    return setup;
}

sim::Reader reader(const char* language) {
    return {engine::Translator(language, engine::translations_folder()), language};
}

}  // namespace

TEST_CASE("an observation is told with the labels of its nouns") {
    const sim::Setup setup = two_parts();
    const sim::Observation seen{0, sim::Message::inserted, sim::no_device, 0, {1, 0, 0}};
    CHECK(sim::describe(seen, setup, reader("en")) == "Key put into Door");
    const std::string russian = sim::describe(seen, setup, reader("ru"));
    CHECK(russian.find("Ключ") < russian.find("Дверь"));
}

TEST_CASE("a post is the actor where there is one, else an argument") {
    const sim::Setup setup = two_parts();
    const sim::Observation signed_paper{
        0, sim::Message::signed_paper, sim::no_device, 1, {0, 1, 0}};
    CHECK(sim::describe(signed_paper, setup, reader("en")) == "Door signed by Secretary");
    const sim::Refusal busy{sim::Message::refused_busy, {0, 0, 0}};
    CHECK(sim::describe(busy, setup, reader("en")) == "Chair is still busy");
}

TEST_CASE("a translation may turn the places round") {
    // Every message, in every language, names the same things as in English.
    const sim::Setup setup = two_parts();
    for (const char* language : {"ru", "ky"}) {
        const sim::Reader other = reader(language);
        REQUIRE(other.translate.translates());
        for (std::size_t i = 1; i < sim::message_count(); ++i) {
            const auto message = static_cast<sim::Message>(i);
            const std::string_view english = sim::spec(message).text;
            if (english.find("{part}") == english.npos) continue;
            if (english.find("{count}") == english.npos &&
                english.find("{number}") == english.npos) {
                continue;
            }
            const bool part_first = english.find("{part}") <
                                    std::min(english.find("{count}"), english.find("{number}"));
            const sim::Observation seen{0, message, sim::no_device, sim::no_post,
                                        part_first ? std::array<std::int64_t, 3>{1, 417, 417}
                                                   : std::array<std::int64_t, 3>{417, 1, 1}};
            CAPTURE(sim::spec(message).name);
            const std::string text = sim::describe(seen, setup, other);
            CHECK(text.find("417") != text.npos);
            CHECK(text.find(setup.layout.parts[1].label.in(language)) != text.npos);
        }
    }
}

TEST_CASE("a number that names nothing is no crash") {
    const sim::Setup setup = two_parts();
    for (std::size_t i = 0; i < sim::message_count(); ++i) {
        for (const std::int64_t wild : {-1L, 99L, 1L << 62, -(1L << 62)}) {
            const sim::Observation seen{
                0, static_cast<sim::Message>(i), sim::no_device, sim::no_post, {wild, wild, wild}};
            CHECK_FALSE(sim::describe(seen, setup, reader("en")).empty());
        }
    }
}
