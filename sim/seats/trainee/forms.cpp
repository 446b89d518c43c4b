#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/station/paper.h"
#include "sim/seats/trainee/panels.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

void draw_refusal(Scene& scene, Rect& rest, PartId part) {
    if (part == no_part || scene.me.said_at != part) return;
    const float high = measure(scene.ui, Type::small_strong, scene.me.said, rest.w).y;
    paragraph(scene.ui, rest.cut_top(high), Type::small_strong, Token::care, scene.me.said);
    rest.cut_top(8);
}

namespace {

void write_words(Scene& scene, PartId paper, std::string words) {
    const auto id = find_verb("write", PartKind::paper);
    if (!id || paper == no_part) return;
    Command command;
    command.verb = *id;
    command.object = paper;
    command.words = std::move(words);
    if (act_as(scene, std::move(command))) scene.me.log_words.clear();
}

/// What was written into a paper, newest first.
float draw_entries(Scene& scene, const Rect& rect, std::string_view type) {
    Ui& ui = scene.ui;
    float y = rect.y;
    const auto& all = scene.live.session->said();
    for (auto said = all.rbegin(); said != all.rend(); ++said) {
        const Command& command = said->command;
        if (said->refusal || command.object == no_part || command.words.empty()) continue;
        if (verb(command.verb).name != "write") continue;
        const PartSpec& noun = scene.layout()[command.object];
        if (noun.kind != PartKind::paper || noun.type != type) continue;
        std::string who = hour_minute(command.time);
        if (command.actor != no_post) {
            who += fmt::format(" · {}", title_of(command.actor, scene.reader()));
        }
        if (type == "act")
            who += fmt::format(" · {}", label_of(scene.layout(), command.object, scene.reader()));
        y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::small, Token::ink_2, who);
        y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::body, Token::ink, command.words) + 10;
    }
    return y - rect.y;
}

/// A line to write in, and the button that writes it down.
bool entry_line(Scene& scene, Rect& rest, std::string_view name, std::string_view label) {
    Ui& ui = scene.ui;
    const bool entered =
        field(ui, rest.cut_top(40), std::string(name) + ".entry", label, scene.me.log_words, label)
            .submitted;
    rest.cut_top(8);
    const engine::Translator& _ = scene.desk.translate();
    Button write{std::string(name) + ".write", std::string(_("Write it down")), "", icons::pencil};
    write.look = Look::primary;
    write.enabled = !scene.me.log_words.empty();
    const float high = height_of(ui, write, rest.w);
    const float wide = std::min(rest.w, width_of(ui, write));
    const bool clicked = button(ui, {rest.x, rest.y, wide, high}, write);
    rest.cut_top(high + 8);
    return (clicked || entered) && write.enabled;
}

void draw_log(Scene& scene, Rect rect) {
    const engine::Translator& _ = scene.desk.translate();
    const Rect content = begin_scroll(scene.ui, "trainee.log.list", rect);
    Rect rest{content.x, content.y, content.w, 40000};
    const PartId book = scene.layout().find("log_book");
    if (entry_line(scene, rest, "trainee.log_book", _("What happened, what was done"))) {
        write_words(scene, book, scene.me.log_words);
    }
    draw_refusal(scene, rest, book);
    const float used = draw_entries(scene, rest, "log");
    if (used == 0) {
        paragraph(scene.ui, rest, Type::body, Token::ink_2, _("No entry yet."));
        rest.cut_top(30);
    }
    rest.cut_top(used);
    end_scroll(scene.ui, rest.y - content.y);
}

std::vector<PartId> acts_of_incident(const Scene& scene) {
    std::vector<PartId> acts;
    const auto& parts = scene.layout().parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind == PartKind::paper && parts[i].type == "act") {
            acts.push_back(static_cast<PartId>(i));
        }
    }
    return acts;
}

bool paper_row(Scene& scene, Rect& rest, PartId paper) {
    Ui& ui = scene.ui;
    const std::string label = full_label(scene.layout(), paper, scene.reader());
    const std::string state = state_words(scene.world(), paper, scene.reader());
    const float high = measure(ui, Type::body_strong, label, rest.w - 48).y;
    const float state_high = state.empty() ? 0 : measure(ui, Type::small, state, rest.w - 48).y;
    const Rect line = rest.cut_top(high + state_high + 16);
    const Response response =
        engine::view::row(ui, line, "trainee.papers." + scene.layout()[paper].name, label, false);
    icon(ui, {line.x + 4, line.y, 28, line.h}, icons::paper, Token::action, Type::icon);
    paragraph(ui, {line.x + 40, line.y + 8, line.w - 48, 0}, Type::body_strong, Token::ink, label);
    paragraph(ui, {line.x + 40, line.y + 8 + high, line.w - 48, 0}, Type::small, Token::ink_2,
              state);
    rest.cut_top(4);
    if (!response.clicked) return false;
    scene.me.paper = paper;
    open_sheet(scene, Sheet::paper);
    return true;
}

void draw_incident(Scene& scene, Rect rect) {
    const engine::Translator& _ = scene.desk.translate();
    const std::vector<PartId> acts = acts_of_incident(scene);
    if (acts.empty()) return;
    const Rect content = begin_scroll(scene.ui, "trainee.incident.list", rect);
    Rect rest{content.x, content.y, content.w, 40000};
    std::vector<Segment> kinds;
    for (const PartId act : acts) {
        kinds.push_back({scene.layout()[act].name, label_of(scene.layout(), act, scene.reader())});
    }
    scene.me.act_kind = std::clamp(scene.me.act_kind, 0, static_cast<int>(acts.size()) - 1);
    if (const auto other = choice(scene.ui, rest.cut_top(40), "trainee.incident.kind",
                                  _("Kind of act"), kinds, scene.me.act_kind)) {
        scene.me.act_kind = *other;
    }
    rest.cut_top(8);
    const PartId paper = acts[static_cast<std::size_t>(scene.me.act_kind)];
    if (entry_line(scene, rest, "trainee.incident", _("Time, what happened, what was done"))) {
        write_words(scene, paper, scene.me.log_words);
    }
    draw_refusal(scene, rest, paper);
    bool any = false;
    for (const PartId act : acts) {
        if (!has_paper(scene.world(), act)) continue;
        any = true;
        if (paper_row(scene, rest, act)) break;
    }
    if (!any) {
        paragraph(scene.ui, rest, Type::body, Token::ink_2, _("No act has been drawn up yet."));
        rest.cut_top(30);
    }
    rest.cut_top(draw_entries(scene, rest, "act"));
    end_scroll(scene.ui, rest.y - content.y);
}

void draw_papers(Scene& scene, Rect rect) {
    const engine::Translator& _ = scene.desk.translate();
    const Rect content = begin_scroll(scene.ui, "trainee.papers.list", rect);
    Rect rest{content.x, content.y, content.w, 40000};
    const auto& parts = scene.layout().parts;
    bool any = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (parts[i].kind != PartKind::paper || !has_paper(scene.world(), part)) continue;
        if (parts[i].name.starts_with("test_ballot")) continue;
        any = true;
        if (paper_row(scene, rest, part)) break;
    }
    if (!any) empty_state(scene.ui, rect, Status::info, _("No paper is here yet."));
    end_scroll(scene.ui, rest.y - content.y);
}

bool is_applied(const Scene& scene, PartId part) {
    const PartSpec& spec = scene.layout()[part];
    if (spec.kind != PartKind::seal) return false;
    const PartState& state = scene.world().part(part);
    return state.in != no_part && scene.layout()[state.in].kind == PartKind::seal_point;
}

void seal_button(Scene& scene, const Rect& rect, PartId seal, const char* word,
                 std::string_view label, bool done) {
    Button one{fmt::format("trainee.seal.{}.{}", scene.layout()[seal].name, word),
               std::string(label)};
    one.enabled = !done;
    if (done) one.icon = icons::check;
    if (!button(scene.ui, rect, one)) return;
    const auto id = find_verb(word, PartKind::seal);
    if (!id) return;
    Command command;
    command.verb = *id;
    command.object = seal;
    act_as(scene, std::move(command));
}

void draw_seal(Scene& scene, Rect& rest, PartId seal) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const PartState& state = scene.world().part(seal);
    const std::string title = fmt::format("{} · {}", label_of(scene.layout(), seal, scene.reader()),
                                          label_of(scene.layout(), state.in, scene.reader()));
    const float high = measure(ui, Type::body_strong, title, rest.w - 26).y;
    const Rect head = rest.cut_top(high + 6);
    status_shape(ui, {head.x + 9, head.y + 12}, 16, state.broken != 0 ? Status::fault : Status::ok);
    paragraph(ui, {head.x + 26, head.y + 1, head.w - 26, 0}, Type::body_strong, Token::ink, title);
    if (state.broken != 0) {
        paragraph(ui, {head.x + 26, rest.y, head.w - 26, 0}, Type::small, Token::fault,
                  _("broken"));
        rest.cut_top(20);
    } else {
        const float half = (rest.w - 34) / 2;
        Button record{"", std::string(_("Compare and record"))};
        Button witness{"", std::string(_("Look as second person"))};
        record.icon = witness.icon = icons::check;
        const float row = std::max(height_of(ui, record, half), height_of(ui, witness, half));
        Rect line = rest.cut_top(row);
        line.cut_left(26);
        seal_button(scene, line.cut_left(half), seal, "record", record.label, state.recorded != 0);
        line.cut_left(8);
        seal_button(scene, line, seal, "witness", witness.label, state.witnessed != 0);
    }
    rest.cut_top(4);
    draw_refusal(scene, rest, seal);
    separator(ui, {rest.x, rest.y}, rest.w);
    rest.cut_top(10);
}

}  // namespace

void draw_seal_register(Scene& scene, Rect rect) {
    const engine::Translator& _ = scene.desk.translate();
    const Rect content = begin_scroll(scene.ui, "trainee.seals.list", rect);
    Rect rest{content.x, content.y, content.w, 40000};
    const std::string who =
        engine::fill(_("You act as: {}"), {std::string(title_of(scene.live.post, scene.reader()))});
    paragraph(scene.ui, rest.cut_top(measure(scene.ui, Type::small, who, rest.w).y + 8),
              Type::small, Token::ink_2, who);
    bool any = false;
    for (std::size_t i = 0; i < scene.layout().parts.size(); ++i) {
        const auto part = static_cast<PartId>(i);
        if (!is_applied(scene, part)) continue;
        any = true;
        draw_seal(scene, rest, part);
    }
    if (!any) empty_state(scene.ui, rect, Status::info, _("No seal is on anything."));
    end_scroll(scene.ui, rest.y - content.y);
}

void draw_forms(Scene& scene, Rect rect) {
    const engine::Translator& _ = scene.desk.translate();
    const Segment choices[] = {{"log_book", std::string(_("Log book"))},
                               {"incident", std::string(_("Acts"))},
                               {"seals", std::string(_("Seals"))},
                               {"protocol", std::string(_("Protocol"))},
                               {"papers", std::string(_("Papers"))}};
    const int tab = static_cast<int>(scene.me.form);
    if (const auto other = tabs(scene.ui, rect.cut_top(40), "trainee.forms.tab", choices, tab)) {
        scene.me.form = static_cast<FormTab>(*other);
        scene.me.said_at = no_part;
    }
    rect.cut_top(10);
    switch (scene.me.form) {
        case FormTab::log_book:
            draw_log(scene, rect);
            break;
        case FormTab::incident:
            draw_incident(scene, rect);
            break;
        case FormTab::seals:
            draw_seal_register(scene, rect);
            break;
        case FormTab::protocol:
            draw_protocol(scene, rect);
            break;
        case FormTab::papers:
            draw_papers(scene, rect);
            break;
    }
}

}  // namespace sim::seats
