#include "sim/scenario/read_room.h"

#include <fmt/format.h>

#include <algorithm>

namespace sim {

namespace {

using engine::Node;

constexpr std::int64_t far_mm = 40000;
constexpr std::size_t rows_most = 200;  // of one list

/// Everything that is read lies in a room of this size.
class RoomReader {
  public:
    explicit RoomReader(Place& place) : place_(place) {}

    RoomPlan read(Form& form);

  private:
    template <std::size_t Count>
    std::array<std::int32_t, Count> whole(Form& form, std::string_view key, std::int64_t low,
                                          std::int64_t high) const {
        std::array<std::int32_t, Count> result{};
        const auto read = form.numbers(key, Count, low, high);
        for (std::size_t i = 0; i < read.size(); ++i) {
            result[i] = static_cast<std::int32_t>(read[i]);
        }
        return result;
    }

    template <class Make>
    void rows(Form& form, std::string_view key, std::string_view format, Make make) {
        const std::vector<Node>& items = form.list(key);
        if (items.size() > rows_most) {
            form.problem(key, fmt::format("{}: at most {} of them", key, rows_most));
            return;
        }
        for (const Node& item : items) {
            Form row(item, format, place_);
            make(row);
            row.finish();
        }
    }

    Wall wall(Form& row) const;
    OnWall on_wall(Form& row) const;
    Millimetres inside(Form& row, std::string_view key) const;
    OnFloor on_floor(Form& row, std::string_view key) const;
    std::int32_t turn(Form& row) const { return static_cast<std::int32_t>(row.whole("turn")); }
    std::int32_t number(Form& row) const {
        return static_cast<std::int32_t>(row.whole("number", 1));
    }

    void colours(Form& form);
    void walls(Form& form);
    void furniture(Form& form);
    void equipment(Form& form);
    void kit_places(Form& form);
    void people(Form& form);
    void cameras(Form& form);

    Place& place_;
    RoomPlan plan_;
};

/// The index of a choice whose words stand in the order of their enum.
template <class Enum>
Enum chosen(Form& row, std::string_view key, std::string_view format, Enum fallback) {
    const std::string word = row.choice(key);
    const auto allowed = find_format(format)->find(key)->choices();
    const auto at = std::find(allowed.begin(), allowed.end(), word);
    return at != allowed.end() ? static_cast<Enum>(at - allowed.begin()) : fallback;
}

Wall RoomReader::wall(Form& row) const {
    return chosen(row, "wall", "on_wall", Wall::back);
}

OnWall RoomReader::on_wall(Form& row) const {
    OnWall at;
    at.wall = wall(row);
    at.from = static_cast<std::int32_t>(row.whole("from"));
    at.size = whole<2>(row, "size", 1, far_mm);
    const bool wide = at.wall == Wall::back || at.wall == Wall::front;
    const std::int32_t room = wide ? plan_.size[0] : plan_.size[2];
    if (at.from < 0 || at.from + at.size[0] > room) {
        row.problem("from",
                    fmt::format("from: it reaches beyond the wall, which is {} mm wide", room));
    }
    return at;
}

/// With its height above the floor.
void raise(Form& row, OnWall& at, std::int32_t ceiling) {
    at.up = static_cast<std::int32_t>(row.whole("up"));
    if (at.up + at.size[1] > ceiling) {
        row.problem("up",
                    fmt::format("up: it reaches above the ceiling, which is {} mm high", ceiling));
    }
}

Millimetres RoomReader::inside(Form& row, std::string_view key) const {
    const auto at = whole<3>(row, key, -far_mm, far_mm);
    constexpr std::array<std::string_view, 3> axes = {"x", "y", "z"};
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (at[i] >= 0 && at[i] <= plan_.size[i]) continue;
        row.problem(key, fmt::format("{}: {} is outside the room: 0 to {} mm", key, axes[i],
                                     plan_.size[i]));
        break;
    }
    return at;
}

OnFloor RoomReader::on_floor(Form& row, std::string_view key) const {
    const auto at = whole<2>(row, key, -far_mm, far_mm);
    if (at[0] < 0 || at[0] > plan_.size[0] || at[1] < 0 || at[1] > plan_.size[2]) {
        row.problem(key, fmt::format("{}: outside the room, which is {} x {} mm", key,
                                     plan_.size[0], plan_.size[2]));
    }
    return at;
}

void RoomReader::colours(Form& form) {
    if (const Node* node = form.find("colours")) {
        Form row(*node, "room_colours", place_);
        RoomColours& c = plan_.colours;
        c.low = row.colour("low", c.low);
        c.high = row.colour("high", c.high);
        c.rail = row.colour("rail", c.rail);
        c.skirting = row.colour("skirting", c.skirting);
        c.ceiling = row.colour("ceiling", c.ceiling);
        c.wood = row.colour("wood", c.wood);
        row.finish();
    }
    if (const Node* node = form.find("floor")) {
        Form row(*node, "room_floor", place_);
        plan_.floor.kind = chosen(row, "kind", "room_floor", FloorKind::planks);
        plan_.floor.colour = row.colour("colour", plan_.floor.colour);
        plan_.floor.width = static_cast<std::int32_t>(row.whole("width", plan_.floor.width));
        plan_.floor.length = static_cast<std::int32_t>(row.whole("length", plan_.floor.length));
        row.finish();
    }
    if (const Node* node = form.find("sun")) {
        Form row(*node, "room_sun", place_);
        plan_.sun_turn = turn(row);
        plan_.sun_height = static_cast<std::int32_t>(row.whole("height"));
        row.finish();
    }
}

void RoomReader::walls(Form& form) {
    rows(form, "windows", "on_wall",
         [&](Form& row) { raise(row, plan_.windows.emplace_back(on_wall(row)), plan_.size[1]); });
    rows(form, "radiators", "on_wall",
         [&](Form& row) { raise(row, plan_.radiators.emplace_back(on_wall(row)), plan_.size[1]); });
    bool entrance = false;
    rows(form, "doors", "room_door", [&](Form& row) {
        RoomDoor door{on_wall(row), row.boolean("entrance"), row.localized("sign")};
        entrance = entrance || door.entrance;
        plan_.doors.push_back(std::move(door));
    });
    if (!plan_.doors.empty() && !entrance) {
        form.problem("doors", "doors: one of them must be the entrance");
    }
    rows(form, "boards", "room_board", [&](Form& row) {
        RoomBoard& board = plan_.boards.emplace_back();
        board.at = on_wall(row);
        raise(row, board.at, plan_.size[1]);
        board.kind = chosen(row, "kind", "room_board", BoardKind::notices);
        board.posters = static_cast<std::int32_t>(row.whole("posters"));
    });
    rows(form, "notices", "room_notice", [&](Form& row) {
        RoomNotice& notice = plan_.notices.emplace_back();
        notice.title = row.localized("title");
        rows(row, "lines", "notice_line",
             [&](Form& line) { notice.lines.push_back(line.localized("text")); });
    });
    if (const Node* node = form.find("clock")) {
        Form row(*node, "room_clock", place_);
        RoomClock clock;
        clock.wall = wall(row);
        clock.from = static_cast<std::int32_t>(row.whole("at"));
        clock.up = static_cast<std::int32_t>(row.whole("up"));
        clock.size = static_cast<std::int32_t>(row.whole("size", clock.size));
        row.finish();
        plan_.clock = clock;
    }
    if (const Node* node = form.find("form")) {
        Form row(*node, "on_wall", place_);
        raise(row, plan_.form.emplace(on_wall(row)), plan_.size[1]);
        row.finish();
    }
}

void RoomReader::furniture(Form& form) {
    rows(form, "tape", "floor_tape", [&](Form& row) {
        FloorTape tape{on_floor(row, "at"), whole<2>(row, "size", 100, far_mm), {}};
        if (row.has("for")) tape.stands_for = row.name("for");
        plan_.tapes.push_back(std::move(tape));
    });
    rows(form, "furniture", "furniture", [&](Form& row) {
        RoomFurniture piece;
        piece.kind = chosen(row, "kind", "furniture", FurnitureKind::desk);
        piece.at = inside(row, "at");
        piece.turn = turn(row);
        piece.size = whole<3>(row, "size", 20, far_mm);
        if (row.has("colour")) piece.colour = row.colour("colour", "");
        if (row.has("for")) piece.stands_for = row.name("for");
        plan_.furniture.push_back(std::move(piece));
    });
}

void RoomReader::equipment(Form& form) {
    rows(form, "devices", "device_place", [&](Form& row) {
        DevicePlace device;
        device.device_class =
            device_class_named(row.choice("class")).value_or(DeviceClass::scanner);
        device.number = number(row);
        if (place_of(plan_, device.device_class, device.number) != nullptr) {
            row.problem("number", fmt::format("number: {} {} has its place already",
                                              name_of(device.device_class), device.number));
        }
        device.at = inside(row, "at");
        device.turn = turn(row);
        plan_.devices.push_back(device);
    });
    rows(form, "parts", "part_place", [&](Form& row) {
        PartPlace part{row.text("part"), inside(row, "at"), turn(row), row.texts("carries")};
        const auto same = [&](const PartPlace& other) { return other.part == part.part; };
        if (std::any_of(plan_.parts.begin(), plan_.parts.end(), same)) {
            row.problem("part", fmt::format("part: {} has its place already",
                                            engine::quote(part.part, 40)));
        }
        plan_.parts.push_back(std::move(part));
    });
}

void RoomReader::kit_places(Form& form) {
    rows(form, "places", "kit_place", [&](Form& row) {
        KitPlace place{row.name("place"), row.localized("title"), row.texts("parts"),
                       row.boolean("behind")};
        const auto same = [&](const KitPlace& other) { return other.name == place.name; };
        if (std::any_of(plan_.places.begin(), plan_.places.end(), same)) {
            row.problem("place",
                        fmt::format("place: {} is there already", engine::quote(place.name, 40)));
        }
        plan_.places.push_back(std::move(place));
    });
}

void RoomReader::people(Form& form) {
    rows(form, "people", "person_place", [&](Form& row) {
        PersonPlace person{row.choice("who"), number(row), on_floor(row, "at"), turn(row),
                           row.boolean("seated")};
        if (place_of_person(plan_, person.who, person.number) != nullptr) {
            row.problem("who",
                        fmt::format("who: {} {} has a place already", person.who, person.number));
        }
        plan_.people.push_back(std::move(person));
    });
    rows(form, "queues", "queue_place", [&](Form& row) {
        QueuePlace queue;
        queue.who = row.choice("who");
        queue.number = number(row);
        rows(row, "points", "queue_point",
             [&](Form& point) { queue.points.push_back(on_floor(point, "at")); });
        queue.gap = static_cast<std::int32_t>(row.whole("gap", queue.gap));
        if (queue.points.size() == 1) {
            row.problem("points", "points: a line needs two points or more");
        }
        plan_.queues.push_back(std::move(queue));
    });
}

void RoomReader::cameras(Form& form) {
    std::array<bool, camera_names.size()> there{};
    rows(form, "cameras", "camera_place", [&](Form& row) {
        const std::string name = row.choice("camera");
        const auto at = std::find(camera_names.begin(), camera_names.end(), name);
        const CameraPlace camera{inside(row, "eye"), whole<3>(row, "target", -far_mm, far_mm),
                                 static_cast<std::int32_t>(row.whole("field", 50))};
        if (at == camera_names.end()) return;
        const auto index = static_cast<std::size_t>(at - camera_names.begin());
        if (there[index]) row.problem("camera", fmt::format("camera: {} is there twice", name));
        if (camera.eye == camera.target) {
            row.problem("target", "target: the camera must look somewhere else than where it is");
        }
        there[index] = true;
        plan_.cameras[index] = camera;
    });
    if (!form.has("cameras")) return;
    for (std::size_t i = 0; i < there.size(); ++i) {
        if (!there[i])
            form.problem("cameras", fmt::format("cameras: {} is missing", camera_names[i]));
    }
}

RoomPlan RoomReader::read(Form& form) {
    plan_.title = form.localized("title");
    const auto size = form.numbers("size", 3, 2000, far_mm);
    for (std::size_t i = 0; i < size.size(); ++i) {
        plan_.size[i] = static_cast<std::int32_t>(size[i]);
    }
    plan_.rail_up = static_cast<std::int32_t>(form.whole("rail", plan_.rail_up));
    if (plan_.rail_up >= plan_.size[1]) {
        form.problem("rail", "rail: it must be below the ceiling");
    }
    colours(form);
    walls(form);
    furniture(form);
    equipment(form);
    kit_places(form);
    people(form);
    cameras(form);
    return std::move(plan_);
}

}  // namespace

RoomPlan read_room(const Node& node, std::string_view id, Place& place) {
    Form form(node, "room", place);
    const std::string written = form.name("room");
    if (!written.empty() && written != id) {
        form.problem("room",
                     fmt::format("room: \"{}\" stands in a file called \"{}.yaml\"", written, id));
    }
    RoomPlan plan = RoomReader(place).read(form);
    plan.id = id;
    form.finish();
    return plan;
}

std::optional<RoomPlan> load_room(const FileSource& source, const std::string& id,
                                  engine::Problems& problems) {
    const std::string key = asset_key("rooms", id);
    const auto text = is_id(id) ? source.asset(key) : std::nullopt;
    if (!text) {
        problems.push_back(
            {"room", 0, 0,
             with_advice(fmt::format("there is no rooms/{}.yaml", id), id, source.ids("rooms"))});
        return std::nullopt;
    }
    const std::size_t before = problems.size();
    const std::string shown = source.shown(key);
    const auto node = engine::read_yaml(*text, shown, problems);
    if (!node) return std::nullopt;
    Place place{shown, problems};
    RoomPlan plan = read_room(*node, id, place);
    if (problems.size() != before) return std::nullopt;
    return plan;
}

}  // namespace sim
