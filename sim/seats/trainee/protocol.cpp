#include <fmt/format.h>

#include <charconv>

#include "sim/seats/trainee/panels.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr std::string_view sums[] = {"protocol.sum_ballots_ok",    "protocol.sum_voters_ok",
                                     "protocol.sum_boxes_ok",      "protocol.sum_valid_ok",
                                     "protocol.sum_candidates_ok", "protocol.sum_machine_ok"};

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

void draw_reason(Scene& scene, Rect& rest, PartId part) {
    if (scene.me.said_at != part) return;
    const float high = measure(scene.ui, Type::small_strong, scene.me.said, rest.w).y;
    paragraph(scene.ui, rest.cut_top(high), Type::small_strong, Token::care, scene.me.said);
    rest.cut_top(4);
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
    draw_reason(scene, rest, part);
}

void draw_sum(Scene& scene, Rect& rest, PartId part, std::string_view sum) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const std::string& label = label_of(scene.layout(), part, scene.reader());
    const bool complete = signal(scene.world(), "protocol.complete") != 0;
    const bool holds = signal(scene.world(), sum) != 0;
    const bool explained = (scene.world().part(part).flags & part_flag::exists) != 0;
    const Status status = !complete   ? Status::idle
                          : holds     ? Status::ok
                          : explained ? Status::info
                                      : Status::care;
    const std::string_view word = !complete   ? _("lines are missing")
                                  : holds     ? _("adds up")
                                  : explained ? _("explained")
                                              : _("does not add up");
    const float high = measure(ui, Type::body, label, rest.w).y;
    const Rect head = rest.cut_top(high + 6);
    separator(ui, {head.x, head.y}, head.w);
    paragraph(ui, {head.x, head.y + 6, head.w, 0}, Type::body, Token::ink, label);
    rest.cut_top(2);
    const Rect line = rest.cut_top(40);
    const float wide = pill_width(ui, word);
    pill(ui, {line.x, line.centre().y - 12}, status, word);
    if (complete && !holds && !explained) {
        const Rect entry{line.x + wide + 10, line.y + 2, line.w - wide - 10, 36};
        if (entry.w > 140) {
            draw_entry(scene, entry, part, "explain");
        } else {
            draw_entry(scene, rest.cut_top(40).inset(0, 2), part, "explain");
        }
    }
    draw_reason(scene, rest, part);
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
        } else if (sum < std::size(sums)) {
            draw_sum(scene, rest, part, sums[sum++]);
        }
    }
    end_scroll(ui, rest.y - content.y);
}

}  // namespace sim::seats
