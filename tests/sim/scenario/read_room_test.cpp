// Rooms: files that say where things stand.

#include "sim/scenario/read_room.h"

#include <algorithm>

#include "engine/core/paths.h"
#include "sim/scenario/check.h"

#include <doctest/doctest.h>  // after the messages, whose MESSAGE it would take

namespace {

const sim::FileSource& assets() {
    static const sim::FileSource source = sim::disk_files(engine::assets_folder());
    return source;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

/// Reads it; every problem must say where it is.
std::size_t problems_of(const std::string& text) {
    const auto problems = sim::check_text(assets(), "school_classroom.yaml", text);
    for (const engine::Problem& problem : problems) {
        CHECK(problem.line > 0);
        CHECK(problem.column > 0);
        CHECK(!problem.message.empty());
    }
    return problems.size();
}

}  // namespace

TEST_CASE("every room that ships reads") {
    const std::vector<std::string> ids = assets().ids("rooms");
    CHECK(ids.size() >= 3);
    for (const std::string& id : ids) {
        engine::Problems problems;
        const auto room = sim::load_room(assets(), id, problems);
        CHECK_MESSAGE(room.has_value(), engine::text_of(problems));
        CHECK(room->id == id);
        CHECK(!room->title.empty());
        for (const sim::CameraPlace& camera : room->cameras) CHECK(camera.eye != camera.target);
    }
}

TEST_CASE("a room that is not there is told, with the nearest name") {
    engine::Problems problems;
    CHECK_FALSE(sim::load_room(assets(), "school_clasroom", problems));
    CHECK(engine::text_of(problems).find("school_classroom") != std::string::npos);
    for (const std::string id : {"", "../kits/large_station", "a/b"}) {
        CHECK_FALSE(sim::load_room(assets(), id, problems));
    }
}

TEST_CASE("a room that lacks any of its lines is read or refused with a place") {
    const std::vector<std::string> lines =
        lines_of(assets().asset("rooms/school_classroom.yaml").value());
    std::size_t refused = 0;
    for (std::size_t left_out = 0; left_out < lines.size(); ++left_out) {
        std::string text;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i != left_out) text += lines[i] + '\n';
        }
        if (problems_of(text) > 0) ++refused;
    }
    CHECK(refused > 15);
}

TEST_CASE("a room with any number replaced by a word is refused where it stands") {
    const std::string text = assets().asset("rooms/school_classroom.yaml").value();
    std::size_t replaced = 0;
    for (std::size_t at = text.find("size: ["); at != std::string::npos;
         at = text.find("size: [", at + 1)) {
        std::string wrong = text;
        wrong.replace(at + 7, 1, "many ");
        CHECK(problems_of(wrong) > 0);
        ++replaced;
    }
    CHECK(replaced > 20);
}

TEST_CASE("places are found by class and number, by part, and by what carries or names a part") {
    engine::Problems problems;
    const auto room = sim::load_room(assets(), "school_classroom", problems);
    REQUIRE(room);
    CHECK(sim::place_of(*room, sim::DeviceClass::scanner, 1) != nullptr);
    CHECK(sim::place_of(*room, sim::DeviceClass::scanner, 9) == nullptr);
    CHECK(sim::place_of(*room, sim::DeviceClass::power, 1) == nullptr);
    CHECK(sim::place_of(*room, "strip.outlet_3") == sim::place_of(*room, "strip"));
    CHECK(sim::place_of(*room, "mobile_lid") == sim::place_of(*room, "mobile_box"));
    CHECK(sim::place_of(*room, "poll_card") == nullptr);
    CHECK(sim::place_of_person(*room, "chair")->seated);
    CHECK(sim::place_of_person(*room, "chair", 2) == nullptr);
    CHECK(sim::queue_of(*room, "desk")->points.size() >= 2);
}
