#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/station/voice.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr Time goal = 5 * engine::minute;
constexpr const char* reply_keys[] = {"trainee.reply_1", "trainee.reply_2", "trainee.reply_3",
                                      "trainee.reply_4"};

/// Who works where the person stands.
PostId post_for(const Scene& scene, const PartSpec& spec) {
    if (spec.name == "desk.voter") return static_cast<PostId>(Post::list_keeper);
    if (spec.name == "scanner.voter") return static_cast<PostId>(Post::scanner_operator);
    if (spec.device == no_device) return scene.live.post;
    const DeviceSpec& device = scene.layout().device(spec.device);
    if (device.device_class != DeviceClass::terminal) return scene.live.post;
    return operator_at(device.number);
}

/// It cannot be said as long as the sheet sticks in the scanner.
bool jams_before(const Scene& scene, PartId person, const Act& act) {
    return !act.enabled && !act.already && scene.layout()[person].name == "scanner.voter" &&
           answers(scene.world(), person, act.command) &&
           choice(scene.world(), "scanner.screen") == "jam";
}

/// What can be said or done to the person, all of it.
std::vector<Act> replies(const Scene& scene, PartId person) {
    const PostId post = post_for(scene, scene.layout()[person]);
    std::vector<Act> acts = acts_on(scene.world(), person, post, scene.reader());
    std::erase_if(acts, [](const Act& act) { return act.kind != ActKind::say; });
    for (Act& act : acts) {
        std::string words = spoken_words(scene.world(), act.command, scene.reader());
        if (!words.empty()) act.label = std::move(words);
        if (jams_before(scene, person, act)) {
            act.reason = scene.desk.translate()(N_("Clear the jam first"));
        }
    }
    // What answers the voter's words comes first, be it possible yet or not: else the one word
    // about a ballot that can be said would look like the right one. What cannot be said now comes
    // last, and before that what sends people away.
    const auto rank = [&](const Act& act) {
        if (answers(scene.world(), person, act.command)) return 0;
        if (!act.enabled) return 3;
        return verb(act.command.verb).name == "send" ? 2 : 1;
    };
    // Over the room there is a place for what can be said alone.
    if (scene.me.bubbles == Bubbles::full) {
        std::erase_if(acts, [&](const Act& act) { return rank(act) == 3; });
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [&](const Act& left, const Act& right) { return rank(left) < rank(right); });
    return acts;
}

/// Before the words of a reply, for its key.
float key_room(const Scene& scene, std::size_t index) {
    if (index >= std::size(reply_keys)) return 32;
    const std::string name = name_of(scene.desk.key(reply_keys[index]));
    return std::max(32.0F, measure(scene.ui, Type::label, name).x + 20);
}

float reply_height(const Scene& scene, const Act& act, float width, std::size_t index) {
    const float room = width - 8 - key_room(scene, index);
    float high = measure(scene.ui, Type::body, act.label, room).y;
    if (!act.enabled) high += measure(scene.ui, Type::small, act.reason, room).y;
    return std::max(36.0F, high + 12);
}

/// Another person came into the panel a moment ago: a click that was meant for the one before, or
/// the second half of a double click, answers nobody.
bool may_be_answered(const Scene& scene) {
    constexpr double settling = 0.8;  // s
    const double left = scene.me.person_at + settling - scene.ui.time;
    if (left > 0) wake_in(scene.ui, left);
    return left <= 0;
}

void draw_reply(Scene& scene, const Rect& line, const Act& act, std::size_t index) {
    Ui& ui = scene.ui;
    Item item;
    item.name = "trainee.reply." + act.name;
    item.label = act.label;
    item.help = act.reason;
    item.enabled = act.enabled && may_be_answered(scene);
    item.rect = line;
    const bool has_key = index < std::size(reply_keys) && act.enabled;
    const KeyPress key = has_key ? scene.desk.key(reply_keys[index]) : KeyPress{};
    if (has_key) item.value = name_of(key);
    const bool live = item.enabled;
    const Response response = engine::view::act(ui, item);
    separator(ui, {line.x, line.y}, line.w);
    if (response.hovered && act.enabled) fill(ui, line.inset(-6, 1), Token::sunken, 6);
    if (has_key) key_cap(ui, {line.x, line.centre().y - 10}, item.value);
    if (!act.enabled) {
        icon(ui, {line.x, line.centre().y - 10, 24, 20}, icons::lock, Token::ink_3, Type::icon);
    }
    const float left = key_room(scene, index);
    const float room = line.w - 8 - left;
    const float high = measure(ui, Type::body, act.label, room).y;
    const float why = act.enabled ? 0 : measure(ui, Type::small, act.reason, room).y;
    const float top = line.centre().y - (high + why) / 2;
    paragraph(ui, {line.x + left, top, room, 0}, Type::body,
              act.enabled ? Token::action : Token::ink_3, act.label);
    if (!act.enabled) {
        paragraph(ui, {line.x + left, top + high, room, 0}, Type::small, Token::ink_3, act.reason);
    }
    const bool typed = has_key && live && scene.me.sheet == Sheet::none && shortcut(ui, key);
    if (response.clicked || typed) act_as(scene, act.command);
}

/// With a number where there are several such places.
std::string person_title(const Scene& scene, PartId person) {
    const Layout& layout = scene.layout();
    const std::string& label = label_of(layout, person, scene.reader());
    const DeviceId device = layout[person].device;
    if (device == no_device) return label;
    const DeviceClass device_class = layout.device(device).device_class;
    const bool several = layout.device_of(device_class, 1) != no_device;
    if (device_class != DeviceClass::terminal || !several) return label;
    return engine::fill(scene.desk.translate()(N_("Voter at terminal {}")),
                        {std::to_string(layout.device(device).number + 1)});
}

void draw_chips(Scene& scene, Rect& rest, const std::vector<PartId>& there) {
    Ui& ui = scene.ui;
    if (there.size() < 2) return;
    for (const PartId person : there) {
        const std::string label = person_title(scene, person);
        const float high =
            std::max(30.0F, measure(ui, Type::small_strong, label, rest.w - 16).y + 10);
        const Rect line = rest.cut_top(high);
        const bool chosen = person == scene.me.person;
        const std::string name = "trainee.person." + scene.layout()[person].name;
        if (engine::view::row(ui, line, name, label, chosen).clicked) scene.me.person = person;
        paragraph(ui, {line.x + 8, line.y + 5, line.w - 16, 0},
                  chosen ? Type::small_strong : Type::small, Token::ink, label);
        rest.cut_top(2);
    }
    rest.cut_top(6);
}

}  // namespace

int people_waiting(const Scene& scene) {
    return static_cast<int>(signal(scene.world(), "queue.desk"));
}

bool operates(const Scene& scene) {
    return holds(scene, static_cast<PostId>(Post::operator_1)) ||
           holds(scene, static_cast<PostId>(Post::operator_2));
}

namespace {

/// "At the terminals 8, at the scanner 2"; nothing while nobody waits at the scanner.
std::string where_they_wait(const Scene& scene) {
    const std::int64_t scanner = signal(scene.world(), "queue.scanner");
    if (scanner == 0) return {};
    const engine::Translator& _ = scene.desk.translate();
    return engine::fill(_("At the terminals {0}, at the scanner {1}"),
                        {std::to_string(people_waiting(scene)), std::to_string(scanner)});
}

constexpr float waiting_head = 44;   ///< how many, and for how long
constexpr float waiting_title = 26;  ///< above it, where it does not fit beside
constexpr float waiting_bar = 22;

/// Whether the title stands between the number and the time, whatever they are.
bool titled_beside(const Scene& scene, float width) {
    const Ui& ui = scene.ui;
    const float figures =
        figures_width(ui, Type::display, "88") + figures_width(ui, Type::head, "88:88") + 20;
    return measure(ui, Type::head, scene.desk.translate()(N_("Voters waiting"))).x + figures <=
           width;
}

/// One line for where they wait or for what can be done about it.
float waiting_words(const Scene& scene, float width) {
    const std::string longest = engine::fill(
        scene.desk.translate()(N_("At the terminals {0}, at the scanner {1}")), {"88", "88"});
    return measure(scene.ui, Type::small, longest, width).y + 6;
}

}  // namespace

float waiting_height(Scene& scene, float width) {
    // Its place stays the same whoever waits where.
    return (titled_beside(scene, width) ? 0.0F : waiting_title) + waiting_head + waiting_bar +
           waiting_words(scene, width) + calls_height(scene);
}

void draw_waiting(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const Time now = scene.world().now;
    Time longest = 0;
    for (const auto& [voter, since] : scene.me.queue) longest = std::max(longest, now - since);
    Rect rest = rect;
    const bool beside = titled_beside(scene, rect.w);
    if (!beside) {
        text_in(ui, rest.cut_top(waiting_title), Type::head, Token::ink, _("Voters waiting"));
    }
    const Rect line = rest.cut_top(waiting_head);
    const std::int64_t all = people_waiting(scene) + signal(scene.world(), "queue.scanner");
    const std::string number = std::to_string(all);
    figures(ui, {line.x, line.y + 1}, Type::display, Token::ink, number);
    const std::string wait = minutes_seconds(longest);
    const float wait_wide = figures_width(ui, Type::head, wait);
    figures(ui, {line.right() - wait_wide, line.y + 1}, Type::head, Token::ink, wait);
    const float after = figures_width(ui, Type::display, number) + 10;
    if (beside) text(ui, {line.x + after, line.y + 1}, Type::head, Token::ink, _("Voters waiting"));
    const std::string caption = engine::fill(_("longest, goal {}"), {minutes_seconds(goal)});
    text_in(ui, {line.x + after, line.y + 23, line.w - after, 18}, Type::small, Token::ink_2,
            caption, Align::right);
    const float share = static_cast<float>(longest) / static_cast<float>(goal);
    progress(ui, rest.cut_top(waiting_bar).cut_top(14).cut_bottom(8), share,
             share < 0.6F ? Token::ok
             : share < 1  ? Token::care
                          : Token::fault);
    std::string words = where_they_wait(scene);
    if (words.empty() && calls_height(scene) > 0) words = _("Call the next voter to");
    paragraph(ui, rest.cut_top(waiting_words(scene, rect.w)), Type::small, Token::ink_2, words);
    draw_calls(scene, rest);
}

std::vector<PartId> people_to_talk_to(const Scene& scene) {
    std::vector<PartId> there;
    const World& world = scene.world();
    const auto add = [&](const std::string& person, std::string_view name, PostId post) {
        const PartId part = world.layout().find(person);
        if (part != no_part && holds(scene, post) && signal(world, name) != 0) {
            there.push_back(part);
        }
    };
    add("scanner.voter", "feeding.voter_waiting", static_cast<PostId>(Post::scanner_operator));
    for (const DeviceSpec& device : world.layout().devices) {
        if (device.device_class != DeviceClass::terminal) continue;
        add(device.name + ".voter", device.name + ".voter_waiting", operator_at(device.number));
    }
    add("desk.voter", "desk.voter_waiting", static_cast<PostId>(Post::list_keeper));
    return there;
}

void show_people(Scene& scene) {
    // A ballot that has to be decided on keeps its place.
    if (!scene.me.asked) scene.me.side = SideTab::people;
    scene.me.right = SideTab::people;
    scene.me.page = SideTab::people;
    wake_in(scene.ui, 0);
}

void go_to_person(Scene& scene, PartId person) {
    scene.me.person = person;
    show_people(scene);
    const PartSpec& spec = scene.layout()[person];
    if (spec.device == no_device) return;
    const DeviceClass device_class = scene.layout().device(spec.device).device_class;
    if (device_class == DeviceClass::room) return;
    scene.me.plan.device = spec.device;
    scene.me.plan.face = "front";
    act_from(scene, post_for(scene, spec));
}

PartId chosen_person(Scene& scene) {
    const std::vector<PartId> there = people_to_talk_to(scene);
    // Who steps up to a device turns to whoever stands there.
    if (scene.me.person_before != scene.me.plan.device) {
        scene.me.person_before = scene.me.plan.device;
        for (const PartId person : there) {
            const DeviceId device = scene.layout()[person].device;
            if (device != no_device && device == scene.me.plan.device) scene.me.person = person;
        }
    }
    const bool still = std::find(there.begin(), there.end(), scene.me.person) != there.end();
    if (!still) scene.me.person = there.empty() ? no_part : there.front();
    std::string shown = scene.me.person == no_part ? "" : who_speaks(scene, scene.me.person, true);
    if (shown != scene.me.person_shown) {
        scene.me.person_shown = std::move(shown);
        scene.me.person_at = scene.ui.time;
    }
    return scene.me.person;
}

std::string who_speaks(const Scene& scene, PartId person, bool pointed_at) {
    std::string name = voter_title(scene.world(), person, scene.reader());
    return name.empty() || !pointed_at ? person_title(scene, person) : name;
}

std::string speech_of(const Scene& scene, PartId person) {
    std::string words;
    for (const std::string& one : voter_says(scene.world(), person, scene.reader())) {
        words += (words.empty() ? "" : " ") + one;
    }
    return words.empty() ? "…" : words;
}

namespace {

/// What the person says, with who it is.
float words_height(const Scene& scene, PartId person, float width) {
    return measure(scene.ui, Type::small_strong, who_speaks(scene, person, true), width).y + 2 +
           measure(scene.ui, Type::head, speech_of(scene, person), width).y;
}

void draw_words(Scene& scene, PartId person, const Rect& rect) {
    Ui& ui = scene.ui;
    const float high =
        paragraph(ui, rect, Type::small_strong, Token::ink_2, who_speaks(scene, person, true));
    paragraph(ui, {rect.x, rect.y + high + 2, rect.w, 0}, Type::head, Token::ink,
              speech_of(scene, person));
}

/// Who is there, and what the one says who is answered.
float before_replies(const Scene& scene, PartId person, float width) {
    const auto there = people_to_talk_to(scene);
    const float others = there.size() < 2 ? 0.0F : static_cast<float>(there.size()) * 34 + 6;
    return others + words_height(scene, person, width) + 10;
}

/// So much of the height that no reply is cut: half a line does not look as if more came.
float whole_rows(const Scene& scene, PartId person, const Rect& rect) {
    constexpr float bar = 14;
    const float width = rect.w - bar;
    float height = before_replies(scene, person, width);
    std::size_t index = 0;
    for (const Act& act : replies(scene, person)) {
        const float row = reply_height(scene, act, width, index++);
        if (height + row > rect.h) break;
        height += row;
    }
    return index <= 1 ? rect.h : height;
}

}  // namespace

float person_height(Scene& scene, float width) {
    const PartId person = chosen_person(scene);
    if (person == no_part) return 0;
    float height = before_replies(scene, person, width);
    std::size_t index = 0;
    for (const Act& act : replies(scene, person)) {
        height += reply_height(scene, act, width, index++);
    }
    return height;
}

void draw_person(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const PartId person = chosen_person(scene);
    if (person == no_part) {
        const bool calls = can_call(scene);
        const Button call = call_button(scene, "trainee.call.next");
        if (empty_state(ui, rect, Status::info, _("Nobody stands before you."),
                        calls ? &call : nullptr)) {
            call_next(scene);
        }
        return;
    }
    Rect area = rect;
    if (person_height(scene, rect.w) > rect.h) area.h = whole_rows(scene, person, rect);
    const Rect content = begin_scroll(ui, "trainee.person", area);
    Rect rest{content.x, content.y, content.w, 4000};
    draw_chips(scene, rest, people_to_talk_to(scene));
    draw_words(scene, person, rest.cut_top(words_height(scene, person, rest.w)));
    rest.cut_top(10);
    std::size_t index = 0;
    for (const Act& act : replies(scene, person)) {
        draw_reply(scene, rest.cut_top(reply_height(scene, act, content.w, index)), act, index);
        ++index;
    }
    end_scroll(ui, rest.y - content.y);
}

}  // namespace sim::seats
