#include "sim/recording/rows.h"

#include <doctest/doctest.h>

#include "sim/recording/nouns.h"

namespace {

sim::Setup bench() {
    sim::Setup setup;
    for (const char* name : {"door", "key", "lamp"}) {
        sim::PartSpec part;
        part.name = name;
        setup.layout.parts.push_back(part);
    }
    setup.layout.index_names();
    sim::DeviceSpec device;
    device.name = "scanner";
    setup.layout.devices.push_back(device);
    sim::FaultSpec fault;
    fault.id = "no_signal";
    setup.faults.push_back(fault);
    return setup;
}

}  // namespace

TEST_CASE("every message comes back from its row, whatever its numbers") {
    const sim::Setup setup = bench();
    for (std::size_t i = 0; i < sim::message_count(); ++i) {
        const auto message = static_cast<sim::Message>(i);
        CAPTURE(sim::spec(message).name);
        for (const sim::Observation& seen :
             {sim::Observation{5, message, 0, 1, {0, 2, -7}},
              sim::Observation{6, message, sim::no_device, sim::no_post, {1, 0, 99}},
              sim::Observation{7, message, 0, sim::no_post, {-1, 1LL << 40, 0}}}) {
            const sim::RecordedObservation row = sim::recorded(setup, seen);
            const auto back = sim::observation_of(setup, row);
            REQUIRE(back);
            CHECK(*back == seen);
        }
    }
}

TEST_CASE("nouns are kept by name, so that another numbering reads them") {
    sim::Setup setup = bench();
    const sim::Observation seen{0, sim::Message::inserted, sim::no_device, 0, {1, 2, 0}};
    const sim::RecordedObservation row = sim::recorded(setup, seen);
    CHECK(row.actor == "chair");
    CHECK(row.arguments[0].noun == "key");
    CHECK(row.arguments[1].noun == "lamp");
    sim::PartSpec fresh;
    fresh.name = "another";
    setup.layout.parts.insert(setup.layout.parts.begin(), fresh);
    setup.layout.index_names();
    CHECK(sim::observation_of(setup, row)->arguments == std::array<std::int64_t, 3>{2, 3, 0});
    setup.layout.parts.resize(2);
    setup.layout.index_names();
    CHECK_FALSE(sim::observation_of(setup, row));
}

TEST_CASE("which argument a place takes") {
    using sim::Noun;
    const auto nouns = [](sim::Message message, bool device, bool actor) {
        return sim::argument_nouns(message, device, actor);
    };
    const auto none = std::array<Noun, 3>{};
    CHECK(nouns(sim::Message::scanner_on, true, false) == none);
    CHECK(nouns(sim::Message::scanner_on, false, false)[0] == Noun::device);
    CHECK(nouns(sim::Message::refused_busy, false, false)[0] == Noun::post);
    CHECK(nouns(sim::Message::signed_paper, false, true) ==
          std::array<Noun, 3>{Noun::part, Noun::none, Noun::none});
    CHECK(nouns(sim::Message::overridden, false, false) ==
          std::array<Noun, 3>{Noun::signal, Noun::none, Noun::none});
}

TEST_CASE("held posts are written as their names") {
    std::array<bool, sim::post_count> held{};
    held[0] = held[5] = true;
    CHECK(sim::format_posts(held) == "chair scanner_operator");
    std::array<bool, sim::post_count> back{};
    CHECK(sim::parse_posts("chair scanner_operator", back));
    CHECK(back == held);
    CHECK(sim::parse_posts("", back));
    CHECK_FALSE(sim::parse_posts("chair chairman", back));
}
