#include <algorithm>

#include "sim/assessment/describe.h"
#include "sim/seats/instructor/state.h"
#include "sim/seats/station/acts.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

/// What the person at a post does just now.
std::string doing(const View& view, PostId post) {
    const Actor& actor = view.world().actors[static_cast<std::size_t>(post)];
    if (!actor.busy) return {};
    return sentence_words(view.world(), actor.doing, view.reader);
}

float draw_post(View& view, Point at, float width, PostId post) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const bool trainee = view.live.session->crew().holds_post(post);
    const std::string name(posts()[static_cast<std::size_t>(post)].name);
    Button hand{"post." + name + (trainee ? ".expert" : ".trainee"),
                std::string(trainee ? _("To the expert") : _("To the trainee")),
                std::string(trainee ? _("The expert works this post from now on")
                                    : _("The trainee works this post from now on"))};
    hand.look = Look::quiet;
    const float button_w = width_of(ui, hand);
    const float room = std::max(80.0F, width - button_w - 8);
    const std::string title(title_of(post, view.reader));
    float y = at.y + 3;
    status_shape(ui, {at.x + 8, y + 10}, 14, trainee ? Status::info : Status::idle);
    y += paragraph(ui, {at.x + 22, y, room - 22, 0}, Type::small_strong, Token::ink, title);
    std::string words(trainee ? _("Trainee") : _("Expert"));
    const std::string act = doing(view, post);
    if (!act.empty()) words += " · " + act;
    y += paragraph(ui, {at.x + 22, y, room - 22, 0}, Type::small, Token::ink_2, words);
    if (button(ui, {at.x + width - button_w, at.y + 3, button_w, 32}, hand)) {
        assign_post(view, post, !trainee);
    }
    return std::max(y, at.y + 38) - at.y + 3;
}

float draw_sentence(View& view, Point at, float width, const Said& said) {
    Ui& ui = view.ui;
    const Command& command = said.command;
    const float clock_w = figures_width(ui, Type::small, "00:00:00") + 10;
    figures(ui, at, Type::small, Token::ink_3, engine::format_clock(command.time));
    const float room = width - clock_w;
    std::string words = sentence_words(view.world(), command, view.reader);
    float y = at.y + paragraph(ui, {at.x + clock_w, at.y, room, 0}, Type::small, Token::ink, words);
    if (said.refusal) {
        status_shape(ui, {at.x + clock_w + 7, y + 9}, 13, Status::care);
        y += paragraph(ui, {at.x + clock_w + 20, y, room - 20, 0}, Type::small, Token::care,
                       describe(said.refusal, view.live.setup(), view.reader));
    }
    return y - at.y + 6;
}

float draw_sentences(View& view, Point at, float width) {
    constexpr std::size_t most = 12;
    const engine::Translator& _ = view.reader.translate;
    float y = at.y;
    std::size_t shown = 0;
    const auto& said = view.live.session->said();
    for (auto it = said.rbegin(); it != said.rend() && shown < most; ++it) {
        if (it->command.author != Seat::trainee) continue;
        y += draw_sentence(view, {at.x, y}, width, *it);
        ++shown;
    }
    if (shown == 0) {
        y += paragraph(view.ui, {at.x, y, width, 0}, Type::small, Token::ink_2,
                       _("The trainee has not done anything yet."));
    }
    return y - at.y;
}

}  // namespace

void draw_work(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const Rect content = begin_scroll(ui, "work", rect);
    float y = content.y;
    y += caption(ui, {content.x, y, content.w, 0}, _("The trainee's last actions"));
    y += draw_sentences(view, {content.x, y}, content.w) + 8;
    separator(ui, {content.x, y}, content.w);
    y += 9;
    y += caption(ui, {content.x, y, content.w, 0}, _("Who works where"));
    for (std::size_t post = 0; post < post_count; ++post) {
        y += draw_post(view, {content.x, y}, content.w, static_cast<PostId>(post));
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
