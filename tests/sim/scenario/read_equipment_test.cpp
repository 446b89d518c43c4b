#include "sim/scenario/read_equipment.h"

#include "sim/scenario/build_layout.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

constexpr std::string_view names = "{en: A, ru: Б, ky: В}";

sim::EquipmentProfile profile(const std::string& id, const std::string& body,
                              engine::Problems& problems) {
    const std::string text = "equipment: " + id + "\nname: " + std::string(names) + "\n" + body;
    const auto node = engine::read_yaml(text, id + ".yaml", problems);
    REQUIRE(node);
    sim::Place place{id + ".yaml", problems};
    return sim::read_equipment(*node, id, place);
}

std::string part(const std::string& keys) {
    return "  - {label: " + std::string(names) + ", " + keys + "}\n";
}

struct Station {
    engine::Problems problems;
    sim::Profiles profiles;
    sim::Layout layout;

    void add(const std::string& id, const std::string& body) {
        profiles.emplace(id, profile(id, body, problems));
    }
    void build(const std::vector<sim::DevicePlan>& devices) {
        sim::Place place{"station", problems};
        layout = sim::build_layout(devices, profiles, place);
        sim::add_nouns(layout, {{"no_signal", {"No signal", "Нет связи", "Байланыш жок"}}});
    }
    const sim::PartSpec& operator[](std::string_view name) const {
        const sim::PartId id = layout.find(name);
        REQUIRE_MESSAGE(id != sim::no_part, std::string(name));
        return layout[id];
    }
};

}  // namespace

TEST_CASE("parts of a device go by its name, furniture by its own") {
    Station station;
    station.add("kit", "class: terminal\nparts:\n" + part("id: lid, kind: door, role: cover") +
                           part("id: sensor, kind: reader, role: finger_sensor, behind: lid"));
    station.add("hall", "class: room\nparts:\n" + part("id: safe, kind: place"));
    station.build({{"terminal_1", "kit"}, {"hall", "hall"}, {"terminal_2", "kit"}});
    CHECK(engine::text_of(station.problems) == "");
    CHECK(station["safe"].kind == sim::PartKind::place);
    const sim::PartId lid = station.layout.find("terminal_2.lid");
    CHECK(station["terminal_2.sensor"].behind == lid);
    const sim::DeviceSpec& second = station.layout.device(station.layout.find_device("terminal_2"));
    CHECK(second.number == 1);
    CHECK(second.part(sim::Role::cover) == lid);
    CHECK(second.part(sim::Role::camera) == sim::no_part);
    CHECK(second.label.en == "A 2");
}

TEST_CASE("a numbered row becomes many parts, the number is their amount") {
    Station station;
    station.add("hall", "class: room\nparts:\n" + part("id: safe, kind: place") +
                            "  - id: seal_{n}\n    numbers: [101, 104]\n    kind: seal\n"
                            "    starts_in: safe\n"
                            "    label: {en: \"Seal {n}\", ru: \"Пломба {n}\", ky: \"{n}\"}\n");
    station.build({{"hall", "hall"}});
    CHECK(engine::text_of(station.problems) == "");
    CHECK(station["seal_104"].amount == 104);
    CHECK(station["seal_104"].label.ru == "Пломба 104");
    CHECK(station["seal_104"].starts_in == station.layout.find("safe"));
    CHECK(station.layout.find("seal_105") == sim::no_part);
}

TEST_CASE("a lead's plugs know each other though only one says so") {
    Station station;
    station.add("hall", "class: room\nparts:\n" +
                            part("id: plug_a, kind: plug, other_end: plug_b") +
                            part("id: plug_b, kind: plug"));
    station.build({{"hall", "hall"}});
    CHECK(station["plug_b"].other_end == station.layout.find("plug_a"));
    CHECK(station["plug_a"].other_end == station.layout.find("plug_b"));
}

TEST_CASE("targets get the index of their device's table") {
    Station station;
    station.add("kit", "class: terminal\nparts:\n" + part("id: screen.face, kind: target"));
    station.build({{"terminal_1", "kit"}});
    const auto targets = sim::targets_of(sim::DeviceClass::terminal);
    const auto index = static_cast<std::size_t>(station["terminal_1.screen.face"].index);
    REQUIRE(index < targets.size());
    CHECK(targets[index] == "face");
}

TEST_CASE("instructor's nouns stand under a prefix") {
    Station station;
    station.add("kit", "class: terminal\nparts:\n" + part("id: lid, kind: door"));
    station.build({{"terminal_1", "kit"}});
    CHECK(station["fault:no_signal"].label.ru == "Нет связи");
    CHECK(station["parameter:terminal_1.finger_time"].device == 0);
    CHECK(station["post:chair"].index == 0);
    CHECK(station["signal:clock"].device == sim::no_device);
}

TEST_CASE("what cannot be is reported once, though two devices have the profile") {
    Station station;
    station.add("kit", "class: terminal\nparts:\n" + part("id: lid, kind: door") +
                           part("id: sensor, kind: reader, behind: lit"));
    station.build({{"terminal_1", "kit"}, {"terminal_2", "kit"}});
    CHECK(engine::text_of(station.problems) ==
          "kit.yaml:6:70: unknown part \"lit\"; did you mean \"lid\"?\n");
}

TEST_CASE("a slot holds one item, of a type it takes") {
    Station station;
    station.add("hall", "class: room\nparts:\n" +
                            part("id: slot, kind: slot, accepts: [poll_card]") +
                            part("id: card_a, kind: card, type: poll_card, starts_in: slot") +
                            part("id: card_b, kind: card, type: poll_card, starts_in: slot") +
                            part("id: stick, kind: medium, type: stick, starts_in: slot"));
    station.build({{"hall", "hall"}});
    CHECK(engine::text_of(station.problems) ==
          "hall.yaml:7:5: starts_in: \"slot\" holds \"card_a\" already\n"
          "hall.yaml:8:5: starts_in: \"slot\" takes only poll_card, not \"stick\"\n");
}

TEST_CASE("a profile like another says only what is different") {
    engine::Problems problems;
    const sim::EquipmentProfile base = profile(
        "first",
        "class: scanner\nparts:\n" + part("id: case, kind: unit") + part("id: lid, kind: door") +
            part("id: bolt, kind: latch") + "parameters: {scan_time: 3 s, drop_time: 1 s}\n",
        problems);
    sim::EquipmentProfile own =
        profile("second",
                "class: scanner\nlike: first\nwithout: [bolt]\nparts:\n" +
                    part("id: lid, kind: door, open: true") + part("id: lamp, kind: indicator") +
                    "parameters: {scan_time: 5 s}\n",
                problems);
    sim::Place place{"second.yaml", problems};
    const sim::EquipmentProfile whole = sim::joined(base, std::move(own), place);
    REQUIRE_MESSAGE(problems.empty(), engine::text_of(problems));
    REQUIRE(whole.parts.size() == 3);
    CHECK(whole.parts[0].spec.name == "case");
    CHECK(whole.parts[1].spec.name == "lid");
    CHECK(whole.parts[1].spec.open);
    CHECK(whole.parts[2].spec.name == "lamp");
    const auto value = [&](sim::Parameter parameter) {
        return whole.parameters[static_cast<std::size_t>(parameter)].value_or(0);
    };
    CHECK(value(sim::Parameter::scan_time) == 5 * engine::second);
    CHECK(value(sim::Parameter::drop_time) == engine::second);
}

TEST_CASE("a profile cannot lack what the other has not, nor be like one of another class") {
    engine::Problems problems;
    const sim::EquipmentProfile base =
        profile("first", "class: scanner\nparts:\n" + part("id: case, kind: unit"), problems);
    sim::Place place{"second.yaml", problems};
    sim::joined(
        base,
        profile("second", "class: scanner\nlike: first\nwithout: [lid]\nparts: []\n", problems),
        place);
    CHECK(engine::text_of(problems).find("has no part \"lid\"") != std::string::npos);
    problems.clear();
    sim::joined(base, profile("third", "class: power\nlike: first\nparts: []\n", problems), place);
    CHECK(engine::text_of(problems).find("of another class") != std::string::npos);
}
