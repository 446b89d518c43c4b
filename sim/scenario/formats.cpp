#include "sim/scenario/formats.h"

#include <algorithm>
#include <array>

#include "sim/scenario/study_figure.h"
#include "sim/world/fault.h"
#include "sim/world/part.h"
#include "sim/world/post.h"
#include "sim/world/room_plan.h"

namespace sim {

namespace {

template <class Enum, std::size_t Count>
std::vector<std::string> names_of_all() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < Count; ++i) names.emplace_back(name_of(static_cast<Enum>(i)));
    return names;
}

std::vector<std::string> fault_kinds() {
    return {"malfunction", "human_error", "condition", "reference"};
}
std::vector<std::string> fault_phases() {
    return {phase_names.begin(), phase_names.end()};
}
std::vector<std::string> faces() {
    return {"front", "inside", "back", "top"};
}
std::vector<std::string> hinges() {
    return {"left", "right", "top", "bottom", "back", "front", "slide"};
}
std::vector<std::string> shape_forms() {
    return {"box",        "rounded",   "disc",      "slit",        "cylinder",
            "wedge",      "vents",     "keys",      "plate",       "hazard",
            "mark_power", "mark_data", "mark_card", "mark_memory", "mark_print",
            "mark_arrow", "mark_down", "caption",   "gauge"};
}
std::vector<std::string> role_names() {
    return names_of_all<Role, role_count>();
}
std::vector<std::string> each_classes() {
    return {"scanner", "terminal", "transmitter"};
}
std::vector<std::string> post_names() {
    std::vector<std::string> names;
    for (const PostSpec& post : posts()) names.emplace_back(post.name);
    return names;
}

using enum KeyType;

constexpr KeySpec only_with = {
    "with",
    choice,
    false,
    "Only where a device has a part with this role; a step for each device: where that one has",
    {},
    0,
    0,
    {},
    role_names};

constexpr KeySpec localized_title = {"title", localized, true, "What people call it"};

// -- scenario

constexpr std::array scenario_keys = {
    KeySpec{"scenario", name, true, "Id of the drill; the file has the same name"},
    localized_title,
    KeySpec{"about", localized, true, "What the drill is about, for the person who picks one"},
    KeySpec{"difficulty", whole, true, "1 easy … 4 hard", {}, 1, 4},
    KeySpec{"minutes", whole, true, "Simulated minutes from the start to the end", {}, 1, 10000},
    KeySpec{"station", map, true, "The polling station: its number and devices", "station"},
    KeySpec{"election", name, true, "Election, a file of assets/elections"},
    KeySpec{"crew", map, false, "Who works at the posts; default: the expert everywhere", "crew"},
    KeySpec{"start", map, false, "When the drill begins", "start"},
    KeySpec{"polls", map, false, "Hours of voting; default 08:00 to 20:00", "polls"},
    KeySpec{"voters", map, false, "The register and how many come", "voters"},
    KeySpec{"set", parameters, false,
            "Physical parameters of this drill by full name, such as scanner.jam_chance: 0 ppm"},
    KeySpec{"procedures", names, true, "Procedures in force, files of assets/procedures"},
    KeySpec{"timeline", maps, false, "What happens when, by the scenario", "trigger"},
    KeySpec{"objectives", maps, false, "What has to be reached", "objective"},
    KeySpec{"grading", map, false, "What is graded", "grading"},
    KeySpec{"finish", condition, true, "The drill is over when this holds"},
    KeySpec{"end", clock, false, "The drill ends at this time whatever the state; default 30:00"},
};
constexpr std::array station_keys = {
    KeySpec{"number", whole, true, "Number of the polling station", {}, 1, 65535},
    KeySpec{"devices", maps, true, "Devices and furniture", "device"},
    KeySpec{"room", name, false, "Where it is shown, a file of assets/rooms"},
};
constexpr std::array device_keys = {
    KeySpec{"name", name, true, "Name in sentences and signals: scanner, terminal_1"},
    KeySpec{"equipment", name, true, "Profile, a file of assets/equipment"},
};
constexpr std::array crew_keys = {
    KeySpec{"trainee", anything, false, "Posts the trainee holds: a list of posts, all or none"},
    KeySpec{"others", text, false, "Who works at the other posts: expert, idle or skip:N"},
};
constexpr std::array start_keys = {
    KeySpec{"at", clock, true, "The drill begins here; the expert brings the station there"},
    KeySpec{"begin", clock, false, "Where the expert begins; default the earlier of 06:30 and at"},
};
constexpr std::array polls_keys = {
    KeySpec{"open", clock, true, "Voting begins"},
    KeySpec{"close", clock, true, "Voting ends"},
};
constexpr std::array voters_keys = {
    KeySpec{"register", whole, false, "Voters in this station's register", {}, 1, 20000},
    KeySpec{"turnout", quantity, false, "Share of them who come", {}, 0, 1000, "permille"},
    KeySpec{"chance", boolean, false,
            "Background chance: worn fingers, one jam in a thousand ballots; default true"},
};
constexpr std::array trigger_keys = {
    KeySpec{"when", condition, false, "Said once, when this becomes true"},
    KeySpec{"between", texts, false, "Two times; the seed picks a moment between them"},
    KeySpec{"chance", quantity, false, "Chance that it happens at all", {}, 0, 1000, "permille"},
    KeySpec{"then", sentences, true, "Sentences the scenario says"},
};
constexpr std::array objective_keys = {
    KeySpec{"id", name, true, "Name of the objective"},
    KeySpec{"text", localized, true, "What has to be reached"},
    KeySpec{"when", condition, true, "It is reached when this holds"},
    KeySpec{"within", duration, false, "How long after the start"},
    KeySpec{"by", clock, false, "Until when"},
    KeySpec{"points", whole, false, "Weight in the grade", {}, 0, 100},
    KeySpec{"critical", boolean, false, "Missing it fails the drill"},
    KeySpec{"competency", name, false, "Competency it shows"},
    KeySpec{"source", text, false, "Key of the public source, or estimate"},
};
constexpr std::array grading_keys = {
    KeySpec{"procedures", names, false,
            "Graded procedures and recoveries of faults; default: all procedures"},
    KeySpec{"pass",
            quantity,
            false,
            "Share of the points to pass; default 80 %",
            {},
            0,
            1000,
            "permille"},
};

// -- equipment

constexpr std::array equipment_keys = {
    KeySpec{"equipment", name, true, "Id of the profile; the file has the same name"},
    KeySpec{"class",
            choice,
            true,
            "Kind of device",
            {},
            0,
            0,
            {},
            names_of_all<DeviceClass, device_class_count>},
    KeySpec{"name", localized, true, "What people call it; {number} is its number in the station"},
    KeySpec{"note", localized, false, "What is known about it"},
    KeySpec{"source", text, false, "Key of the public source of what is not said otherwise"},
    KeySpec{"like", name, false,
            "A profile of the same class that this one is like: parts with the same id take the "
            "place of its parts, others are added"},
    KeySpec{"without", texts, false, "Parts of that profile that this one lacks"},
    KeySpec{"parts", maps, true, "Everything of it that a sentence can name", "part"},
    KeySpec{"body", maps, false, "Of what its unit is made, where that is more than one box",
            "shape"},
    KeySpec{"texts", maps, false, "What its screen says in words of its own", "screen_text"},
    KeySpec{"parameters", parameters, false, "Timings and capacities that are not neutral"},
};
constexpr std::array part_keys = {
    KeySpec{"id", text, true,
            "Name; in full DEVICE.id, but of power and room the id alone; {n} in a numbered row"},
    KeySpec{"numbers", numbers, false, "[first, last]: as many parts, {n} is the number"},
    KeySpec{"kind",
            choice,
            true,
            "What it is, which decides what hands can do with it",
            {},
            0,
            0,
            {},
            names_of_all<PartKind, part_kind_count>},
    KeySpec{"role",
            choice,
            false,
            "What it does for its device",
            {},
            0,
            0,
            {},
            names_of_all<Role, role_count>},
    KeySpec{"label", localized, true, "What people call it"},
    KeySpec{"hint", localized, false, "What it is for"},
    KeySpec{"shape", map, false, "Where it sits and how it looks", "shape"},
    KeySpec{"guards", text, false, "Seal point: the part it keeps shut"},
    KeySpec{"behind", text, false, "Can only be reached while that part is open"},
    KeySpec{"other_end", text, false, "Plug: the other plug of the lead"},
    KeySpec{"starts_in", text, false, "Where it is at the start of the day"},
    KeySpec{"type", text, false, "Item or plug: what it is"},
    KeySpec{"accepts", texts, false, "Slot, socket, holder: types it takes; default: any"},
    KeySpec{"amount",
            whole,
            false,
            "Start amount: seal number, mm of roll, sheets, right of a card",
            {},
            -2147483648LL,
            2147483647LL},
    KeySpec{"open", boolean, false, "Starts open, on or fastened"},
    KeySpec{"source", text, false, "Key of the public source, or estimate"},
};
constexpr std::array screen_text_keys = {
    KeySpec{"screen", name, true, "Name of the screen, as in the signal DEVICE.screen"},
    KeySpec{"text", localized, true, "The words it shows"},
};
constexpr std::array setting_keys = {
    KeySpec{"value", text, true, "Value with its unit"},
    KeySpec{"source", text, false, "Key of the public source, or estimate"},
};
constexpr std::array shape_keys = {
    KeySpec{"face", choice, false, "Side of the device", {}, 0, 0, {}, faces},
    KeySpec{"form", choice, false, "Form", {}, 0, 0, {}, shape_forms},
    KeySpec{"at", numbers, true, "[x, y, z] in mm"},
    KeySpec{"size", numbers, true, "[x, y, z] in mm"},
    KeySpec{"colour", text, false, "#RRGGBB"},
    KeySpec{
        "hinge", choice, false, "Door: the edge on which it turns, or slide", {}, 0, 0, {}, hinges},
    KeySpec{"tilt", whole, false, "Degrees by which it leans back", {}, -90, 90},
    KeySpec{"text", localized, false, "Printed on it; on the inner side of a door"},
};

// -- procedure

constexpr std::array procedure_keys = {
    KeySpec{"procedure", name, true, "Id of the procedure; the file has the same name"},
    localized_title,
    KeySpec{
        "priority", whole, false, "Higher is done first; the day 0, recoveries 10", {}, -100, 100},
    KeySpec{"steps", maps, true, "What is done, in order", "step"},
    KeySpec{"never", maps, false, "What must not become true", "violation"},
};
constexpr std::array step_keys = {
    KeySpec{"id", name, true, "Name of the step in its procedure"},
    KeySpec{"text", localized, true, "What to do, for people"},
    KeySpec{"hint", localized, false, "How"},
    KeySpec{"each",
            choice,
            false,
            "Once for every device of the class; {device} and {number} are its name and number",
            {},
            0,
            0,
            {},
            each_classes},
    only_with,
    KeySpec{"post", choice, true, "Who does it", {}, 0, 0, {}, post_names},
    KeySpec{"when", condition, false, "May be done while this holds; default: always"},
    KeySpec{"after", names, false, "Steps that come first"},
    KeySpec{"do", sentences, false, "The sentences; {signal} may stand as the number"},
    KeySpec{"done", condition, false, "It is done when this holds; default: every sentence is so"},
    KeySpec{"by", clock, false, "Until when"},
    KeySpec{"within", duration, false, "How long after when came true"},
    KeySpec{"routine", boolean, false, "Done again whenever when holds; not graded"},
    KeySpec{"critical", boolean, false, "Missing it fails the drill"},
    KeySpec{"competency", name, false, "Competency it shows"},
    KeySpec{"points", whole, false, "Weight in the grade", {}, 0, 100},
    KeySpec{"source", text, false, "Key of the public source, or estimate"},
};
constexpr std::array violation_keys = {
    KeySpec{"id", name, true, "Name of the breach"},
    KeySpec{"text", localized, true, "What must not happen"},
    KeySpec{"when", condition, true, "It has happened when this holds"},
    KeySpec{"critical", boolean, false, "Fails the drill"},
    KeySpec{"competency", name, false, "Competency it shows"},
    KeySpec{"points", whole, false, "Points it costs", {}, 0, 100},
    KeySpec{"source", text, false, "Key of the public source, or estimate"},
};

// -- fault

constexpr std::array fault_keys = {
    KeySpec{"fault", name, true, "Id of the fault; the file has the same name"},
    KeySpec{"number", text, false, "Number in the notes on the domain: a letter and two figures"},
    KeySpec{"kind", choice, false, "Sort of entry; default malfunction", {}, 0, 0, {}, fault_kinds},
    localized_title,
    KeySpec{"note", localized, false, "What is behind it, for the instructor"},
    KeySpec{"device",
            choice,
            true,
            "Class of device it befalls",
            {},
            0,
            0,
            {},
            names_of_all<DeviceClass, device_class_count>},
    only_with,
    KeySpec{"phase",
            choice,
            false,
            "Part of the day in which it can be met; default voting",
            {},
            0,
            0,
            {},
            fault_phases},
    KeySpec{"difficulty", whole, false, "1 easy … 4 hard", {}, 1, 4},
    KeySpec{"cause", maps, false,
            "Parameters it takes to other values, acts of a colleague; not for a reference",
            "cause"},
    KeySpec{"signs", maps, false, "What can be seen, heard or read", "sign"},
    KeySpec{"recovery", maps, false, "The right answer", "step"},
    KeySpec{"never", maps, false, "What must not become true while it is put right", "violation"},
    KeySpec{"mistakes", maps, false, "Usual wrong answers", "mistake"},
    KeySpec{"rate", localized, false, "How often it was seen"},
    KeySpec{"sources", texts, false, "Keys of the public sources"},
};
constexpr std::array cause_keys = {
    KeySpec{"parameter", text, false, "Parameter of the class, or room.NAME, power.NAME …"},
    KeySpec{"value", text, false, "Value with its unit"},
    KeySpec{"do", sentences, false, "Instead of a parameter: what a colleague does"},
    KeySpec{"by", choice, false, "The colleague's post", {}, 0, 0, {}, post_names},
    KeySpec{"delay", duration, false, "After the injection"},
    KeySpec{"ramp", duration, false, "Time to get there"},
    KeySpec{"duration", duration, false, "How long it lasts; default: until it is put right"},
};
constexpr std::array sign_keys = {
    KeySpec{"text", localized, true, "What is perceived"},
    KeySpec{"when", condition, true, "It is there when this holds"},
    KeySpec{"within", duration, false, "Until when after the injection; default 1 h"},
};
constexpr std::array mistake_keys = {
    KeySpec{"text", localized, true, "What people do wrong"},
    KeySpec{"do", sentences, false, "The same in sentences"},
    KeySpec{"consequence", condition, false, "What follows"},
};

// -- election

constexpr std::array election_keys = {
    KeySpec{"election", name, true, "Id of the election; the file has the same name"},
    localized_title,
    KeySpec{"votes_allowed", whole, false, "Marks a voter may make; default 1", {}, 1, 12},
    KeySpec{"candidates", maps, true, "In the order of the ballot; at most 12", "candidate"},
};
constexpr std::array candidate_keys = {
    KeySpec{"id", name, true, "Name in signals and fields"},
    KeySpec{"name", localized, true, "As printed on the ballot"},
};

// -- kit

constexpr std::array kit_keys = {
    KeySpec{"kit", name, true, "Id of the kit; the file has the same name"},
    localized_title,
    KeySpec{"note", localized, false, "What is known about it"},
    KeySpec{"replace", maps, false, "Which profile stands for which", "replacement"},
    KeySpec{"add", maps, false, "Devices beside those of the drill", "device"},
    KeySpec{"procedures", names, false, "Procedures beside those of the drill"},
};
constexpr std::array replacement_keys = {
    KeySpec{"equipment", name, true, "The profile that the scenario names"},
    KeySpec{"with", name, true, "The profile that takes its place"},
};

// -- evidence

constexpr std::array evidence_keys = {
    KeySpec{"evidence", name, true, "Id of the collection; the file has the same name"},
    localized_title,
    KeySpec{"figures", maps, true, "What was published", "public_figure"},
};
constexpr std::array public_figure_keys = {
    KeySpec{"figure",
            choice,
            true,
            "Figure of a study it is laid beside",
            {},
            0,
            0,
            {},
            study_figure_names},
    KeySpec{"text", localized, true, "What was published, where and when"},
    KeySpec{"low", text, false, "Least published value, with its unit"},
    KeySpec{"high", text, false, "Highest published value, with its unit"},
    KeySpec{"sources", texts, true, "Keys of the public sources"},
};

// -- publications

constexpr std::array publications_keys = {
    KeySpec{"publications", name, true, "Id of the list; the file has the same name"},
    localized_title,
    KeySpec{"rows", maps, true, "One for each short key", "publication"},
};
constexpr std::array publication_keys = {
    KeySpec{"source", text, true, "Short key that other files name it by"},
    KeySpec{"where", text, true, "Its address"},
};

#include "sim/scenario/formats_room.inl"

constexpr std::array all_formats = {
    MapFormat{"scenario", "A drill", scenario_keys},
    MapFormat{"station", "A polling station", station_keys},
    MapFormat{"device", "A device of a station", device_keys},
    MapFormat{"crew", "Who works at which post", crew_keys},
    MapFormat{"start", "When a drill begins", start_keys},
    MapFormat{"polls", "Hours of voting", polls_keys},
    MapFormat{"voters", "The voters of a drill", voters_keys},
    MapFormat{"trigger", "Something that happens", trigger_keys},
    MapFormat{"objective", "Something to be reached", objective_keys},
    MapFormat{"grading", "What is graded", grading_keys},
    MapFormat{"equipment", "A profile of a piece of equipment", equipment_keys},
    MapFormat{"part", "A part", part_keys},
    MapFormat{"shape", "Place and look of a part", shape_keys},
    MapFormat{"screen_text", "Words of a screen", screen_text_keys},
    MapFormat{"setting", "Value of a parameter", setting_keys},
    MapFormat{"procedure", "A procedure", procedure_keys},
    MapFormat{"step", "A step", step_keys},
    MapFormat{"violation", "Something that must never be", violation_keys},
    MapFormat{"fault", "An entry of the catalogue of malfunctions", fault_keys},
    MapFormat{"cause", "A cause: one parameter", cause_keys},
    MapFormat{"sign", "A sign", sign_keys},
    MapFormat{"mistake", "A usual wrong answer", mistake_keys},
    MapFormat{"election", "An election", election_keys},
    MapFormat{"candidate", "A candidate", candidate_keys},
    MapFormat{"kit", "Other equipment for any drill", kit_keys},
    MapFormat{"replacement", "One profile for another", replacement_keys},
    MapFormat{"evidence", "Public figures to lay a study beside", evidence_keys},
    MapFormat{"public_figure", "A published figure", public_figure_keys},
    MapFormat{"publications", "Where the sources stand", publications_keys},
    MapFormat{"publication", "A source", publication_keys},
    MapFormat{"room", "A room in space: walls, furniture, places of equipment and people",
              room_keys},
    MapFormat{"room_colours", "Colours of a room", room_colours_keys},
    MapFormat{"room_floor", "The floor of a room", room_floor_keys},
    MapFormat{"room_sun", "Where the sun shines from", room_sun_keys},
    MapFormat{"on_wall", "A rectangle on a wall", on_wall_keys},
    MapFormat{"room_door", "A door", room_door_keys},
    MapFormat{"room_board", "A board on a wall", room_board_keys},
    MapFormat{"room_notice", "What a sheet on a board says", room_notice_keys},
    MapFormat{"notice_line", "A line of it", notice_line_keys},
    MapFormat{"room_clock", "The clock", room_clock_keys},
    MapFormat{"floor_tape", "Hazard tape round a rectangle of the floor", floor_tape_keys},
    MapFormat{"furniture", "A piece of furniture", furniture_keys},
    MapFormat{"device_place", "Where a device stands", device_place_keys},
    MapFormat{"part_place", "Where a part stands", part_place_keys},
    MapFormat{"kit_place", "A place that is looked at by itself", kit_place_keys},
    MapFormat{"person_place", "Where somebody stands or sits", person_place_keys},
    MapFormat{"queue_place", "Where people wait in line", queue_place_keys},
    MapFormat{"queue_point", "A corner of a line of people", queue_point_keys},
    MapFormat{"camera_place", "From where the room is looked at", camera_place_keys},
};

constexpr std::array<std::string_view, 9> kinds = {"scenario", "equipment",    "procedure",
                                                   "fault",    "election",     "kit",
                                                   "evidence", "publications", "room"};

}  // namespace

const KeySpec* MapFormat::find(std::string_view key) const {
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&](const KeySpec& spec) { return spec.name == key; });
    return found != keys.end() ? &*found : nullptr;
}

std::span<const MapFormat> formats() {
    return all_formats;
}

const MapFormat* find_format(std::string_view name) {
    const auto found = std::find_if(all_formats.begin(), all_formats.end(),
                                    [&](const MapFormat& format) { return format.name == name; });
    return found != all_formats.end() ? &*found : nullptr;
}

std::span<const std::string_view> file_kinds() {
    return kinds;
}

}  // namespace sim
