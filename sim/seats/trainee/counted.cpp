// "Was it counted?": what can be perceived stands above, the choices below look alike. Which of
// them is right is for the trainee to know.

#include <fmt/format.h>

#include <utility>

#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Choice {
    const char* name;
    const char* key;    ///< act of the table of keys
    const char* title;  ///< msgid
    const char* about;  ///< msgid
};
constexpr Choice choices[] = {
    {"trainee.counted.again", "trainee.choice_1", N_("The voter feeds it again"),
     N_("Say that it was not counted")},
    {"trainee.counted.counted", "trainee.choice_2", N_("It is in the count"),
     N_("Say that it was counted")},
    {"trainee.counted.emergency", "trainee.choice_3", N_("Put it into the emergency bin"),
     N_("It is kept apart and scanned later")},
    {"trainee.counted.another", "trainee.choice_4", N_("Have another ballot issued"),
     N_("The voter goes to the list desk with it")},
};
constexpr float choice_high = 54;
constexpr float fact_high = 32;

std::string scanner_name(const Scene& scene) {
    const DeviceId device = scene.layout().device_of(DeviceClass::scanner, 0);
    return device == no_device ? std::string() : scene.layout().device(device).name;
}

/// What the scanner tells about the last sheet, by screen and sound.
std::pair<Status, const char*> verdict(const World& world, const std::string& scanner) {
    const std::string_view screen = choice(world, scanner + ".screen");
    const std::string_view outcome = choice(world, scanner + ".outcome");
    if (screen == "jam" || outcome == "jammed") return {Status::fault, N_("Jam, not counted")};
    if (screen == "outfeed_blocked") return {Status::fault, N_("Way into the box blocked")};
    if (outcome == "rejected") return {Status::care, N_("Not counted")};
    if (outcome == "returned") return {Status::care, N_("Returned")};
    if (outcome == "accepted" || outcome == "accepted_invalid") return {Status::ok, N_("Counted")};
    if (outcome == "taken") return {Status::idle, N_("Taken out")};
    return {Status::idle, N_("Nothing")};
}

const char* sheet_place(const World& world, const std::string& scanner) {
    if (signal(world, scanner + ".sheet_loose") != 0) return N_("lies on the scanner");
    if (signal(world, scanner + ".two_sheets_at_entry") != 0) return N_("two sheets at the entry");
    if (choice(world, scanner + ".path") == "jammed") return N_("at the entry, drawn in");
    if (signal(world, scanner + ".sheet_at_entry") != 0) return N_("sticks out of the entry");
    if (signal(world, scanner + ".outfeed_blocked") != 0) return N_("on the way into the box");
    return N_("not to be seen");
}

struct Fact {
    std::string name;
    std::string value;
    Status status = Status::idle;
    bool pill = false;
};

std::vector<Fact> facts(const Scene& scene) {
    const engine::Translator& _ = scene.desk.translate();
    const World& world = scene.world();
    const std::string scanner = scanner_name(scene);
    const auto [status, word] = verdict(world, scanner);
    const std::int64_t now = signal(world, scanner + ".ballots");
    std::vector<Fact> all;
    all.push_back({std::string(_("The scanner says")), std::string(_(word)), status, true});
    all.push_back({std::string(_("Count")),
                   engine::fill(_("{} before, {} now"),
                                {std::to_string(scene.me.count_before), std::to_string(now)})});
    all.push_back({std::string(_("Sheet")), std::string(_(sheet_place(world, scanner)))});
    return all;
}

/// Name and value beside each other where there is room, else one under the other.
bool beside(const Scene& scene, const Fact& fact, float width) {
    const float value = fact.pill ? pill_width(scene.ui, fact.value)
                                  : measure(scene.ui, Type::body_strong, fact.value).x;
    return measure(scene.ui, Type::body, fact.name).x + 12 + value <= width;
}

float fact_height(const Scene& scene, const Fact& fact, float width) {
    if (beside(scene, fact, width)) return fact_high;
    const float value = fact.pill ? 26 : measure(scene.ui, Type::body_strong, fact.value, width).y;
    return 6 + measure(scene.ui, Type::small, fact.name, width).y + value + 6;
}

void draw_fact(Scene& scene, const Rect& line, const Fact& fact) {
    Ui& ui = scene.ui;
    separator(ui, {line.x, line.y}, line.w);
    const bool row = beside(scene, fact, line.w);
    float y = line.y + 6;
    if (row) {
        text_in(ui, line, Type::body, Token::ink_2, fact.name);
    } else {
        y += paragraph(ui, {line.x, y, line.w, 0}, Type::small, Token::ink_2, fact.name);
    }
    const float x = line.right() - (fact.pill ? pill_width(ui, fact.value) : 0);
    if (fact.pill) {
        pill(ui, {row ? x : line.x, row ? line.centre().y - 12 : y + 1}, fact.status, fact.value);
    } else if (row) {
        text_in(ui, line, Type::body_strong, Token::ink, fact.value, Align::right);
    } else {
        paragraph(ui, {line.x, y, line.w, 0}, Type::body_strong, Token::ink, fact.value);
    }
}

/// The card comes by itself, perhaps under a mouse that is just clicking something else.
constexpr double settling = 0.8;  ///< seconds

bool settled(const Scene& scene) {
    return scene.desk.for_picture || scene.ui.time >= scene.me.asked_at + settling;
}

/// Nobody can feed a sheet again while it is still stuck.
bool may_choose(const Scene& scene, const Choice& choice) {
    if (&choice != &choices[0]) return true;
    const std::string scanner = scanner_name(scene);
    return sim::seats::choice(scene.world(), scanner + ".path") != "jammed" &&
           signal(scene.world(), scanner + ".outfeed_blocked") == 0;
}

/// What stands below a choice: what it means, or why it has to wait.
std::string about(const Scene& scene, const Choice& choice) {
    const engine::Translator& _ = scene.desk.translate();
    if (!may_choose(scene, choice)) return std::string(_("Once the way of the sheet is clear"));
    const bool chosen = scene.me.counted_choice == static_cast<int>(&choice - choices);
    return std::string(chosen ? _("Once more, and it is said") : _(choice.about));
}

/// Before the words of a choice, for its key.
float key_room(const Scene& scene, const Choice& choice) {
    const std::string name = name_of(scene.desk.key(choice.key));
    return std::max(46.0F, measure(scene.ui, Type::label, name).x + 34);
}

float choice_height(const Scene& scene, const Choice& choice, float width) {
    const engine::Translator& _ = scene.desk.translate();
    const float room = width - 14 - key_room(scene, choice);
    const float high = measure(scene.ui, Type::body_strong, _(choice.title), room).y +
                       measure(scene.ui, Type::small, about(scene, choice), room).y;
    return std::max(choice_high, high + 14);
}

void carry_out(Scene& scene, std::size_t index) {
    const World& world = scene.world();
    const std::string scanner = scanner_name(scene);
    const bool loose = signal(world, scanner + ".sheet_loose") != 0;
    act_from(scene, static_cast<PostId>(Post::scanner_operator));
    bool done = false;
    switch (index) {
        case 0:
            done = act_as(scene, "tell scanner.voter ballot_not_counted");
            break;
        case 1:
            done = act_as(scene, "tell scanner.voter ballot_counted");
            break;
        case 2:
            done =
                act_as(scene, loose ? "put scanner.emergency_bin" : "send scanner.voter emergency");
            break;
        default:
            done = act_as(scene, "send scanner.voter list_desk");
            break;
    }
    const engine::Translator& _ = scene.desk.translate();
    if (done)
        toast(scene.desk, scene.ui, Status::info, std::string(_("Your choice is written down")));
}

void draw_choice(Scene& scene, const Rect& rect, const Choice& choice, std::size_t index) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    Item item;
    item.name = choice.name;
    item.label = _(choice.title);
    item.help = about(scene, choice);
    const bool possible = may_choose(scene, choice);
    item.enabled = possible && settled(scene);
    const KeyPress key = scene.desk.key(choice.key);
    item.value = name_of(key);
    item.rect = rect;
    const Response response = act(ui, item);
    fill(ui, rect, response.hovered && item.enabled ? Token::sunken : Token::paper, 8);
    const bool chosen = scene.me.counted_choice == static_cast<int>(index);
    item.selected = chosen;
    outline(ui, rect,
            chosen     ? Token::action
            : possible ? Token::line_strong
                       : Token::line,
            8, chosen ? 2 : ui.theme.border);
    if (possible) {
        key_cap(ui, {rect.x + 12, rect.centre().y - 10}, item.value);
    } else {
        icon(ui, {rect.x + 8, rect.centre().y - 14, 28, 28}, icons::lock, Token::ink_3, Type::body);
    }
    const float left = key_room(scene, choice);
    const float room = rect.w - 14 - left;
    const float title = measure(ui, Type::body_strong, item.label, room).y;
    const float words = measure(ui, Type::small, item.help, room).y;
    const float top = rect.centre().y - (title + words) / 2;
    paragraph(ui, {rect.x + left, top, room, 0}, Type::body_strong,
              possible ? Token::ink : Token::ink_3, item.label);
    paragraph(ui, {rect.x + left, top + title, room, 0}, Type::small, Token::ink_2, item.help);
    const bool free = scene.me.sheet == Sheet::none;
    if (!item.enabled) return;
    if (!response.clicked && !(free && shortcut(ui, key))) return;
    // Nothing of such weight by one stray click.
    if (std::exchange(scene.me.counted_choice, static_cast<int>(index)) !=
        static_cast<int>(index)) {
        return wake_in(ui, 0);
    }
    scene.me.counted_choice = -1;
    carry_out(scene, index);
}

}  // namespace

bool asks_whether_counted(const Scene& scene) {
    if (!holds(scene, static_cast<PostId>(Post::scanner_operator))) return false;
    const World& world = scene.world();
    const std::string scanner = scanner_name(scene);
    if (scanner.empty()) return false;
    if (choice(world, "feeding.step") == "unsure") return true;
    const std::string_view path = choice(world, scanner + ".path");
    return path == "jammed" || signal(world, scanner + ".outfeed_blocked") != 0 ||
           signal(world, scanner + ".sheet_loose") != 0 ||
           signal(world, scanner + ".two_sheets_at_entry") != 0;
}

float counted_height(Scene& scene, float width) {
    float height = 34 + 18 + 44;
    for (const Fact& fact : facts(scene)) height += fact_height(scene, fact, width);
    for (const Choice& choice : choices) height += choice_height(scene, choice, width) + 8;
    return height;
}

void draw_counted(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    if (!settled(scene)) wake_in(ui, scene.me.asked_at + settling - ui.time);
    const Rect content = begin_scroll(ui, "trainee.counted", rect);
    Rect rest{content.x, content.y, content.w, 4000};
    text_in(ui, rest.cut_top(26), Type::title, Token::ink, _("Was it counted?"));
    rest.cut_top(8);
    for (const Fact& fact : facts(scene)) {
        draw_fact(scene, rest.cut_top(fact_height(scene, fact, content.w)), fact);
    }
    const std::string_view question = _("What happens to this ballot?");
    const float high = measure(ui, Type::body_strong, question, rest.w).y;
    separator(ui, {rest.x, rest.y}, rest.w);
    rest.cut_top(10);
    paragraph(ui, rest.cut_top(high), Type::body_strong, Token::ink, question);
    rest.cut_top(8);
    for (std::size_t i = 0; i < std::size(choices); ++i) {
        const float tall = choice_height(scene, choices[i], content.w);
        draw_choice(scene, rest.cut_top(tall), choices[i], i);
        rest.cut_top(8);
    }
    end_scroll(ui, rest.y - content.y);
}

}  // namespace sim::seats
