#include <fmt/format.h>

#include <charconv>

#include "sim/election/protocol.h"
#include "sim/election/tally.h"
#include "sim/seats/trainee/panels.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

bool is_line(const PartSpec& spec) {
    return spec.kind == PartKind::field && spec.name.starts_with("protocol.");
}
bool is_reason(const PartSpec& spec) {
    return spec.name.starts_with("protocol.difference_");
}

void say_field(Scene& scene, PartId part, const char* word, std::string& typed) {
    const auto id = find_verb(word, PartKind::field);
    if (!id || typed.empty()) return;
    const engine::Translator& _ = scene.desk.translate();
    Command command;
    command.verb = *id;
    command.object = part;
    if (verb(*id).value_use == Use::required) {
        const char* last = typed.data() + typed.size();
        const auto [end, error] = std::from_chars(typed.data(), last, command.value);
        if (error != std::errc() || end != last) {
            scene.me.said = _("A whole number is wanted");
            scene.me.said_at = part;
            return;
        }
        command.has_value = true;
    } else {
        command.words = typed;
    }
    if (act_as(scene, std::move(command))) typed.clear();
}

void draw_entry(Scene& scene, Rect line, PartId part, const char* word) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    std::string& typed = scene.me.figures[part];
    const std::string name = "trainee." + scene.layout()[part].name;
    Button write{name + ".write", "", std::string(_("Write it into the protocol")), icons::check};
    write.enabled = !typed.empty();
    const bool clicked = button(ui, line.cut_right(40), write);
    line.cut_right(6);
    const bool entered =
        field(ui, line, name, label_of(scene.layout(), part, scene.reader()), typed,
              word == std::string_view("write") ? _("How many") : _("Reason"))
            .submitted;
    if (clicked || entered) say_field(scene, part, word, typed);
}

void draw_figure(Scene& scene, Rect& rest, PartId part) {
    Ui& ui = scene.ui;
    const std::string& label = label_of(scene.layout(), part, scene.reader());
    const PartState& state = scene.world().part(part);
    const bool written = (state.flags & part_flag::exists) != 0;
    const float entry = std::min(180.0F, rest.w * 0.42F);
    const float value = 64;
    const float room = std::max(80.0F, rest.w - entry - value - 16);
    const float high = measure(ui, Type::body, label, room).y;
    const Rect line = rest.cut_top(std::max(44.0F, high + 8));
    separator(ui, {line.x, line.y}, line.w);
    paragraph(ui, {line.x, line.centre().y - high / 2, room, 0}, Type::body, Token::ink, label);
    const std::string figure = written ? std::to_string(state.amount) : std::string("–");
    text_in(ui, {line.x + room + 4, line.y, value, line.h}, Type::body_strong,
            written ? Token::ink : Token::ink_3, figure, Align::right);
    draw_entry(scene, {line.right() - entry, line.centre().y - 18, entry, 36}, part, "write");
    draw_refusal(scene, rest, part);
}

std::string added(const std::vector<std::int64_t>& side) {
    std::string text;
    for (const std::int64_t figure : side) {
        if (figure == 0) continue;
        text += (text.empty() ? "" : " + ") + std::to_string(figure);
    }
    return text.empty() ? "0" : text;
}

/// What has to be compared; the adding up is left to who checks.
std::string to_compare(Scene& scene, ControlSum sum) {
    const engine::Translator& _ = scene.desk.translate();
    const Count& count = scene.world().count;
    const auto candidates = static_cast<int>(scene.world().setup->election.candidates.size());
    const SumSides sides = sum_sides(count.protocol, sum, count.machine_hand, candidates);
    if (sum != ControlSum::machine) {
        return fmt::format("{}  ?  {}", added(sides.left), added(sides.right));
    }
    std::string pairs;
    for (std::size_t i = 0; i < sides.left.size(); ++i) {
        if (!pairs.empty()) pairs += "   ";
        pairs += fmt::format("{}\u00a0|\u00a0{}", sides.left[i], sides.right[i]);
    }
    return std::string(_("Machine | hand:")) + " " + pairs;
}

struct SumState {
    Status status = Status::idle;
    std::string_view word;
    bool open = false;  ///< nobody has said anything of it that still stands
};

/// Who practises is told of a wrong answer after giving it; before, nobody is.
SumState state_of(Scene& scene, PartId part, ControlSum sum) {
    const engine::Translator& _ = scene.desk.translate();
    const World& world = scene.world();
    const auto bit = static_cast<unsigned>(sum);
    if (signal(world, "protocol.complete") == 0) return {Status::idle, _("lines are missing")};
    if ((world.part(part).flags & part_flag::exists) != 0) return {Status::info, _("explained")};
    if ((world.count.declared >> bit & 1U) == 0) return {Status::care, _("to be checked"), true};
    const auto candidates = static_cast<int>(world.setup->election.candidates.size());
    const bool wrong = protocol_difference(world.count, sum, candidates) != 0;
    if (wrong && !scene.live.exam) {
        return {Status::fault, _("said to add up: look again"), true};
    }
    return {Status::info, _("said to add up")};
}

void draw_answers(Scene& scene, Rect& rest, PartId part, bool declared) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const std::string name = "trainee." + scene.layout()[part].name;
    Button holds{name + ".holds", std::string(_("It adds up")), "", icons::check};
    Button differs{name + ".differs", std::string(_("It does not add up")), "", icons::close};
    holds.enabled = !declared;
    const float half = (rest.w - 8) / 2;
    const float high = std::max(height_of(ui, holds, half), height_of(ui, differs, half));
    Rect line = rest.cut_top(high);
    if (button(ui, line.cut_left(half), holds)) {
        scene.me.doubted.erase(part);
        if (const auto id = find_verb("reconcile", PartKind::field)) {
            Command command;
            command.verb = *id;
            command.object = part;
            act_as(scene, std::move(command));
        }
    }
    line.cut_left(8);
    if (button(ui, line, differs)) scene.me.doubted.insert(part);
    rest.cut_top(6);
    if (!scene.me.doubted.contains(part)) return;
    paragraph(ui, rest.cut_top(22), Type::small, Token::ink_2,
              _("Write into the protocol why it does not:"));
    draw_entry(scene, rest.cut_top(40).inset(0, 2), part, "explain");
}

void draw_sum(Scene& scene, Rect& rest, PartId part, ControlSum sum) {
    Ui& ui = scene.ui;
    const std::string& label = label_of(scene.layout(), part, scene.reader());
    const SumState state = state_of(scene, part, sum);
    const float high = measure(ui, Type::body, label, rest.w).y;
    const Rect head = rest.cut_top(high + 8);
    separator(ui, {head.x, head.y}, head.w);
    paragraph(ui, {head.x, head.y + 6, head.w, 0}, Type::body, Token::ink, label);
    if (signal(scene.world(), "protocol.complete") != 0) {
        const std::string figures = to_compare(scene, sum);
        const float tall = measure(ui, Type::body_strong, figures, rest.w).y;
        paragraph(ui, rest.cut_top(tall + 2), Type::body_strong, Token::ink, figures);
    }
    const Rect line = rest.cut_top(32);
    pill(ui, {line.x, line.y + 4}, state.status, state.word);
    const bool declared = (scene.world().count.declared >> static_cast<unsigned>(sum) & 1U) != 0;
    if (state.open) {
        draw_answers(scene, rest, part, declared);
    } else {
        scene.me.doubted.erase(part);
    }
    draw_refusal(scene, rest, part);
    rest.cut_top(6);
}

}  // namespace

void draw_protocol(Scene& scene, Rect rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const Rect content = begin_scroll(ui, "trainee.protocol.list", rect);
    Rect rest{content.x, content.y, content.w, 40000};
    const PartId protocol = scene.layout().find("protocol");
    if (protocol != no_part) {
        Button look{"trainee.protocol.look", std::string(_("Look at it, sign it, hand it over")),
                    "", icons::paper};
        const float high = height_of(ui, look, rest.w);
        if (button(ui, rest.cut_top(high), look)) {
            scene.me.paper = protocol;
            open_sheet(scene, Sheet::paper);
        }
        rest.cut_top(10);
    }
    const auto& parts = scene.layout().parts;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!is_line(parts[i])) continue;
        const auto part = static_cast<PartId>(i);
        if (!is_reason(parts[i])) {
            draw_figure(scene, rest, part);
        } else if (sum < control_sum_count) {
            draw_sum(scene, rest, part, static_cast<ControlSum>(sum++));
        }
    }
    end_scroll(ui, rest.y - content.y);
}

}  // namespace sim::seats
