// Keys of rooms; part of formats.cpp.

std::vector<std::string> wall_names() {
    return {"back", "left", "front", "right"};
}
std::vector<std::string> floor_kinds() {
    return {"planks", "tiles", "linoleum"};
}
std::vector<std::string> board_kinds() {
    return {"notices", "chalk"};
}
std::vector<std::string> furniture_kinds() {
    return {"desk", "table", "chair", "cupboard", "bench", "booth", "screen",
            "stack", "shelf", "cabinet", "plant", "coats", "stage"};
}
std::vector<std::string> placed_classes() {
    return {"scanner", "terminal", "transmitter"};
}
std::vector<std::string> person_place_names() {
    return {person_places().begin(), person_places().end()};
}
std::vector<std::string> queue_names() {
    return {"desk", "list", "booth", "scanner"};
}
std::vector<std::string> camera_place_names() {
    return {camera_names.begin(), camera_names.end()};
}

constexpr std::int64_t room_far = 40000;
constexpr KeySpec wall_key = {
    "wall", choice, true, "Which wall; back is ahead of who looks from the front one", {}, 0, 0, {},
    wall_names};
constexpr KeySpec from_key = {"from", whole,  true, "Where it begins along the wall, mm of x or z",
                              {},     -room_far, room_far};
constexpr KeySpec wall_size_key = {"size", numbers, true, "[width, height] in mm"};
constexpr KeySpec at_key = {"at", numbers, true,
                            "[x, y, z] in mm of the left, bottom, back corner of its own box"};
constexpr KeySpec spot_key = {"at", numbers, true, "[x, z] in mm"};
constexpr KeySpec turn_key = {
    "turn", whole, false,
    "Degrees about that corner: 0 faces the front wall, 90 the right one; default 0",
    {},     -360,  360};
constexpr KeySpec number_key = {"number", whole, false, "1 is the first; default 1", {}, 1, 40};
constexpr KeySpec up_key = {"up", whole, false, "Height of its lower edge in mm", {}, 0, room_far};

constexpr KeySpec for_key = {
    "for", name, false,
    "Only there where the station has it: a part such as booth_3, or terminal_3"};

constexpr std::array room_keys = {
    KeySpec{"room", name, true, "Id of the room; the file has the same name"},
    localized_title,
    KeySpec{"size", numbers, true, "[width, height, depth] in mm: x, y, z"},
    KeySpec{"colours", map, false, "Colours of walls, ceiling and wood", "room_colours"},
    KeySpec{"rail", whole, false,
            "Height of the rail between the colours of the walls; default 1100 mm", {}, 100, room_far},
    KeySpec{"floor", map, false, "What the floor is of", "room_floor"},
    KeySpec{"sun", map, false, "Where the sun shines from", "room_sun"},
    KeySpec{"windows", maps, false, "Windows", "on_wall"},
    KeySpec{"doors", maps, true, "Doors, the entrance among them", "room_door"},
    KeySpec{"boards", maps, false, "Boards on the walls", "room_board"},
    KeySpec{"notices", maps, false, "What the sheets on the boards say, in turn", "room_notice"},
    KeySpec{"radiators", maps, false, "Radiators", "on_wall"},
    KeySpec{"clock", map, false, "The clock that shows simulated time", "room_clock"},
    KeySpec{"form", map, false, "Where the enlarged protocol hangs", "on_wall"},
    KeySpec{"tape", maps, false, "Hazard tape on the floor", "floor_tape"},
    KeySpec{"furniture", maps, true, "Desks, chairs, booths and what else stands there",
            "furniture"},
    KeySpec{"devices", maps, true, "Where scanners, terminals and transmitters stand",
            "device_place"},
    KeySpec{"parts", maps, true, "Where parts of the power kit, the hall and the room kit stand",
            "part_place"},
    KeySpec{"places", maps, true, "What is looked at by itself of those parts", "kit_place"},
    KeySpec{"people", maps, true, "Where people stand and sit", "person_place"},
    KeySpec{"queues", maps, true, "Where people wait in line", "queue_place"},
    KeySpec{"cameras", maps, true, "The five camera places", "camera_place"},
};
constexpr std::array room_colours_keys = {
    KeySpec{"low", text, false, "Of the walls below the rail, #RRGGBB"},
    KeySpec{"high", text, false, "Of the walls above it"},
    KeySpec{"rail", text, false, "Of the rail"},
    KeySpec{"skirting", text, false, "Of the skirting boards"},
    KeySpec{"ceiling", text, false, "Of the ceiling"},
    KeySpec{"wood", text, false, "Of doors, sills and frames"},
};
constexpr std::array room_floor_keys = {
    KeySpec{"kind", choice, true, "What it is of", {}, 0, 0, {}, floor_kinds},
    KeySpec{"colour", text, true, "#RRGGBB"},
    KeySpec{"width", whole, false, "Width of a plank or tile in mm", {}, 60, 2000},
    KeySpec{"length", whole, false, "Length of a plank in mm", {}, 60, 6000},
};
constexpr std::array room_sun_keys = {
    KeySpec{"turn", whole, true, "From where: 90 through the right wall, 270 the left one", {},
            -360, 360},
    KeySpec{"height", whole, true, "Degrees above the horizon", {}, 5, 85},
};
constexpr std::array on_wall_keys = {wall_key, from_key, up_key, wall_size_key};
constexpr std::array room_door_keys = {
    wall_key, from_key, wall_size_key,
    KeySpec{"entrance", boolean, false, "It is the entrance of the station"},
    KeySpec{"sign", localized, false, "What the sign over it says"},
};
constexpr std::array room_board_keys = {
    wall_key, from_key, up_key, wall_size_key,
    KeySpec{"kind", choice, false, "What it is; default notices", {}, 0, 0, {}, board_kinds},
    KeySpec{"posters", whole, false, "Sheets that hang on it", {}, 0, 12},
};
constexpr std::array room_notice_keys = {
    KeySpec{"title", localized, true, "The head of the sheet"},
    KeySpec{"lines", maps, true, "What stands under it, numbered", "notice_line"},
};
constexpr std::array notice_line_keys = {
    KeySpec{"text", localized, true, "The words"},
};
constexpr std::array room_clock_keys = {
    wall_key,
    KeySpec{"at", whole, true, "Its middle along the wall in mm", {}, 0, room_far},
    KeySpec{"up", whole, true, "Height of its middle in mm", {}, 0, room_far},
    KeySpec{"size", whole, false, "How wide it is in mm; default 340", {}, 100, 1000},
};
constexpr std::array floor_tape_keys = {
    spot_key,
    KeySpec{"size", numbers, true, "[x, z] in mm"},
    for_key,
};
constexpr std::array furniture_keys = {
    KeySpec{"kind", choice, true, "What it is", {}, 0, 0, {}, furniture_kinds},
    at_key,
    turn_key,
    KeySpec{"size", numbers, true, "[width, height, depth] in mm"},
    KeySpec{"colour", text, false, "#RRGGBB"},
    for_key,
};
constexpr std::array device_place_keys = {
    KeySpec{"class", choice, true, "Kind of device", {}, 0, 0, {}, placed_classes},
    number_key,
    at_key,
    turn_key,
};
constexpr std::array part_place_keys = {
    KeySpec{"part", text, true, "Name of the part; parts named after it stand with it"},
    at_key,
    turn_key,
    KeySpec{"carries", texts, false, "Parts that keep their place beside it"},
};
constexpr std::array kit_place_keys = {
    KeySpec{"place", name, true, "Name of the place"},
    KeySpec{"title", localized, true, "What people call it"},
    KeySpec{"parts", texts, true, "Begin of the names of the parts that are there"},
    KeySpec{"behind", boolean, false, "They are at the back of what stands there"},
};
constexpr std::array person_place_keys = {
    KeySpec{"who", choice, true, "Who is there", {}, 0, 0, {}, person_place_names},
    number_key,
    spot_key,
    KeySpec{"turn", whole, false, "Where they look: 0 to the front wall, 90 to the right one", {},
            -360, 360},
    KeySpec{"seated", boolean, false, "They sit there"},
};
constexpr std::array queue_place_keys = {
    KeySpec{"who", choice, true, "What they wait for", {}, 0, 0, {}, queue_names},
    number_key,
    KeySpec{"points", maps, true, "Corners of the line from its head on", "queue_point"},
    KeySpec{"gap", whole, false, "From one person to the next in mm; default 650", {}, 300, 3000},
};
constexpr std::array queue_point_keys = {spot_key};
constexpr std::array camera_place_keys = {
    KeySpec{"camera", choice, true, "Which", {}, 0, 0, {}, camera_place_names},
    KeySpec{"eye", numbers, true, "[x, y, z] in mm"},
    KeySpec{"target", numbers, true, "[x, y, z] in mm"},
    KeySpec{"field", whole, false, "Degrees from top to bottom; default 50", {}, 15, 90},
};
