#include "sim/seats/trainee/help.h"

#include <fmt/format.h>

#include <utility>

#include "sim/seats/shared/arrow.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

/// The noun that stands for a post.
PartId part_of(const Layout& layout, PostId post) {
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        if (layout.parts[i].kind == PartKind::post && layout.parts[i].index == post) {
            return static_cast<PartId>(i);
        }
    }
    return no_part;
}

/// Written down, so that the assessor sees it and the grade can take it into account.
void write_down(Scene& scene, const CheckRow& row, HintLevel level) {
    const PostId post = row.step->post != no_post ? row.step->post : scene.live.post;
    const auto hint = find_verb("hint", PartKind::post);
    if (!hint || post == no_post) return;
    Command command;
    command.verb = *hint;
    command.actor = post;
    command.object = part_of(scene.layout(), post);
    if (command.object == no_part) return;
    command.has_value = true;
    command.value = scene.live.exam ? cost_of(level) : 0;
    command.words = id_of(row);
    say(scene.live, std::move(command), Seat::trainee);
}

void start_showing(Scene& scene, const CheckRow& row) {
    ShowMe& show = scene.me.show;
    show = {};
    show.step = row.step;
    show.post = row.step->post;
    act_from(scene, row.step->post);
    show.sentences = pending(scene.world(), carried_by(scene, row));
    look_at(scene, place_of(show.sentences));
}

void turn_to(Scene& scene, std::size_t at) {
    ShowMe& show = scene.me.show;
    show.at = at;
    const Command& command = show.sentences[at];
    look_at(scene, command.target != no_part ? command.target : command.object);
}

/// After an act the place of the next one is shown; when the step is done, none.
void follow_pointer(Scene& scene) {
    Pointer& pointer = scene.me.pointer;
    if (pointer.step == nullptr || pointer.commands == scene.world().commands) return;
    pointer.commands = scene.world().commands;
    pointer.part = place_of(pending(scene.world(), *pointer.step));
    scene.me.plan.target = seen_as(scene, pointer.part);
    if (scene.me.plan.target == no_part) pointer = {};
}

/// The button behind which a thing is found that has no place in the picture; empty for others.
std::string_view button_of(const Scene& scene, PartId part) {
    const PartSpec& spec = scene.layout()[part];
    switch (spec.kind) {
        case PartKind::field:
        case PartKind::paper:
            return spec.kind == PartKind::field || spec.type == "act" || spec.type == "log"
                       ? "trainee.log"
                       : "";
        case PartKind::channel:
            return "trainee.support";
        case PartKind::topic:
        case PartKind::person:
            return "trainee.other";
        default:
            return "";
    }
}

}  // namespace

void point_help(Scene& scene) {
    const ShowMe& show = scene.me.show;
    PartId part = scene.me.pointer.step != nullptr ? scene.me.pointer.part : no_part;
    if (show.step != nullptr && show.at < show.sentences.size()) {
        part = place_of({show.sentences[show.at]});
    }
    if (part == no_part || scene.me.sheet != Sheet::none || scene.desk.covered()) return;
    const auto seen = [&](const std::string& name) -> const Item* {
        const Item* item = name.empty() ? nullptr : scene.ui.items.find(name);
        return item != nullptr && item->visible ? item : nullptr;
    };
    const std::string& name = scene.layout()[part].name;
    const Item* item = nullptr;
    if (scene.layout()[part].kind == PartKind::target) {
        // On a screen: the field that is to be touched, or the keys for what is to be typed.
        const std::size_t dot = name.find(".screen.");
        if (dot == std::string::npos) return;
        const std::string screen = "screen." + name.substr(0, dot) + ".";
        item = seen(screen + name.substr(dot + 8));
        if (item == nullptr) item = seen(screen + "key_5");
    } else if (seen("plan.part." + name) == nullptr && seen("plan.list." + name) == nullptr) {
        item = seen(std::string(button_of(scene, part)));
    }
    if (item == nullptr) return;
    outline(scene.ui, item->rect.inset(-4), Token::focus, 10, 3);
    point_at(scene.ui, item->rect);
}

int cost_of(HintLevel level) {
    switch (level) {
        case HintLevel::none:
            return 0;
        case HintLevel::nudge:
        case HintLevel::where:
            return 1;
        case HintLevel::show:
            return 2;
    }
    return 0;
}

std::string cost_words(const Scene& scene, HintLevel level) {
    const engine::Translator& _ = scene.desk.translate();
    if (!scene.live.exam) return std::string(_("costs no points here"));
    return engine::fill(_("points: {}"), {fmt::format("\u2212{}", cost_of(level))});
}

HintLevel level_of(const Scene& scene, const CheckRow& row) {
    const auto found = scene.me.hints.find(id_of(row));
    return found == scene.me.hints.end() ? HintLevel::none
                                         : static_cast<HintLevel>(found->second.level);
}

void give_hint(Scene& scene, const CheckRow& row, HintLevel level) {
    // What cannot be shown costs nothing.
    if (level != HintLevel::nudge && pending(scene.world(), carried_by(scene, row)).empty()) {
        const engine::Translator& _ = scene.desk.translate();
        toast(scene.desk, scene.ui, Status::info,
              std::string(
                  _("No single action does this step: it is done by what happens, or by waiting")));
        return;
    }
    HintState& state = scene.me.hints[id_of(row)];
    state.step = row.step;
    // What was paid for once may be looked at again.
    if (state.level < static_cast<int>(level)) {
        state.level = static_cast<int>(level);
        write_down(scene, row, level);
    }
    scene.me.chosen = row.step;
    if (level == HintLevel::where) {
        const PartId part = place_of(pending(scene.world(), carried_by(scene, row)));
        if (part == no_part) return;
        act_from(scene, row.step->post);
        look_at(scene, part);
        scene.me.plan.target = seen_as(scene, part);
        scene.me.pointer = {&carried_by(scene, row), scene.world().commands, part};
    } else if (level == HintLevel::show) {
        start_showing(scene, row);
    }
    wake_in(scene.ui, 0);
}

void follow_help(Scene& scene) {
    ShowMe& show = scene.me.show;
    if (scene.me.demo.world) return;
    if (show.step == nullptr) return follow_pointer(scene);
    scene.me.pointer = {};
    // What was carried out meanwhile is not shown any more.
    while (!show.sentences.empty()) {
        Command command = show.sentences.front();
        command.time = scene.world().now;
        if (!check(scene.world(), command).already) break;
        show.sentences.erase(show.sentences.begin());
        if (show.at > 0) --show.at;
        if (!show.sentences.empty()) turn_to(scene, show.at);
    }
    if (show.sentences.empty()) {
        show = {};
        scene.me.plan.target = no_part;
        return;
    }
    const Command& command = show.sentences[show.at];
    const PartId part = command.target != no_part ? command.target : command.object;
    scene.me.plan.target = seen_as(scene, part);
}

float draw_show_me(Scene& scene, const Rect& rect) {
    if (const float shown = draw_demo(scene, rect); shown > 0) return shown;
    ShowMe& show = scene.me.show;
    if (show.step == nullptr || show.sentences.empty()) return 0;
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const Command& command = show.sentences[show.at];
    std::string words = sentence_words(scene.world(), command, scene.reader());
    // Who is shown a code has to read it.
    constexpr std::string_view hidden = "••••";
    const std::size_t code = words.find(hidden);
    if (code != std::string::npos && !scene.live.exam) {
        words.replace(code, hidden.size(), std::to_string(command.value));
    }
    std::string caption =
        engine::fill(_("Show me: {} of {}"),
                     {std::to_string(show.at + 1), std::to_string(show.sentences.size())});
    if (command.actor != no_post) {
        caption += fmt::format(" · {}", title_of(command.actor, scene.reader()));
    }
    Button watch{"trainee.show.watch", std::string(_("Watch it done")),
                 std::string(_("It is done before your eyes, and then undone")), icons::eye};
    // In an exam nothing is done for anybody.
    const float watch_wide = scene.live.exam ? 0 : std::min(width_of(ui, watch) + 8, rect.w * 0.4F);
    const float room = rect.w - 16 - 3 * 36 - 24 - watch_wide;
    const float caption_high = measure(ui, Type::small, caption, room).y;
    const float words_high = measure(ui, Type::body_strong, words, room).y;
    const Rect strip{rect.x, rect.y, rect.w, std::max(52.0F, caption_high + words_high + 16)};
    shadow(ui, strip);
    fill(ui, strip, Token::focus, 8);
    paragraph(ui, {strip.x + 16, strip.y + 8, room, 0}, Type::small, Token::on_action, caption);
    paragraph(ui, {strip.x + 16, strip.y + 8 + caption_high, room, 0}, Type::body_strong,
              Token::on_action, words);
    if (watch_wide > 0) {
        const Rect at{strip.right() - 16 - 3 * 36 - watch_wide, strip.centre().y - 20,
                      watch_wide - 4, 40};
        if (button(ui, at, watch)) start_demo(scene, show.sentences);
    }
    Rect buttons{strip.right() - 8 - 3 * 36, strip.centre().y - 16, 3 * 36, 32};
    const auto small = [&](const char* name, const char* symbol, std::string_view help, bool on) {
        Button one{name, "", std::string(help), symbol};
        one.look = Look::band;
        one.enabled = on;
        return button(ui, buttons.cut_left(36).inset(2, 0), one);
    };
    if (small("trainee.show.back", icons::left, _("The one before"), show.at > 0)) {
        turn_to(scene, show.at - 1);
    }
    const bool more = show.at + 1 < show.sentences.size();
    if (small("trainee.show.next", icons::right, _("The next one"), more)) {
        turn_to(scene, show.at + 1);
    }
    if (small("trainee.show.close", icons::close, _("Enough"), true)) {
        show = {};
        scene.me.plan.target = no_part;
    }
    return strip.h;
}

}  // namespace sim::seats
