#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/trainee/layout.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct TalkButton {
    const char* name;
    const char* key;
    const char* label;  ///< msgid
    const char* tile;   ///< msgid, short
    const char* symbol;
};
constexpr TalkButton talk_buttons[] = {
    {"trainee.support", "trainee.support", N_("Call support"), N_("Support"), icons::phone},
    {"trainee.radio", "trainee.radio", N_("Radio"), N_("Radio"), icons::radio},
    {"trainee.log", "trainee.log", N_("Log book"), N_("Log book"), icons::book},
    {"trainee.other", "search", N_("Other actions"), N_("More"), icons::list},
};
constexpr float gap = 6;

Button made(const Scene& scene, const TalkButton& one) {
    Button made{one.name, std::string(scene.desk.translate()(one.label)), "", one.symbol};
    made.key = scene.desk.key(one.key);
    made.show_key = true;
    return made;
}

void press(Scene& scene, const char* name) {
    const std::string_view which(name);
    if (which == "trainee.log") {
        scene.me.form = FormTab::log_book;
        open_sheet(scene, Sheet::forms);
    } else if (which == "trainee.other") {
        scene.me.search.clear();
        open_sheet(scene, Sheet::acts);
        focus(scene.ui, "trainee.acts.search");
    } else {
        scene.me.talk = which == "trainee.radio" ? TalkTab::radio : TalkTab::support;
        open_sheet(scene, Sheet::talk);
    }
}

/// What belongs to a channel in what was said and answered.
bool belongs(const Scene& scene, TalkTab tab, const Observation& seen) {
    const auto is = [&](std::string_view name) {
        return seen.arguments[0] == scene.layout().find(name);
    };
    switch (seen.message) {
        case Message::advice_power:
        case Message::advice_jam:
        case Message::advice_signal:
        case Message::advice_card:
            return tab == TalkTab::support;
        case Message::called:
        case Message::call_answered:
        case Message::answer:
            return is("hotline") ? tab == TalkTab::support : tab == TalkTab::radio;
        case Message::reported:
        case Message::turnout_reported:
        case Message::medium_arrived:
            return tab == TalkTab::radio;
        case Message::announced:
        case Message::announcement:
        case Message::convened:
        case Message::lots_drawn:
            return tab == TalkTab::chair;
        default:
            return false;
    }
}

bool of_channel(const Scene& scene, TalkTab tab, const Act& act) {
    if (act.command.object == no_part) return false;
    const PartSpec& noun = scene.layout()[act.command.object];
    const std::string_view word = verb(act.command.verb).name;
    switch (tab) {
        case TalkTab::support:
            return noun.name == "hotline";
        case TalkTab::radio:
            return (noun.kind == PartKind::channel && noun.name != "hotline") || word == "report";
        case TalkTab::chair:
            return word == "announce" || word == "convene" || word == "draw";
    }
    return false;
}

PostId speaker(const Scene& scene, TalkTab tab) {
    const auto chair = static_cast<PostId>(Post::chair);
    return tab == TalkTab::chair && holds(scene, chair) ? chair : scene.live.post;
}

float draw_heard(Scene& scene, const Rect& rect, TalkTab tab) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    float y = rect.y;
    bool any = false;
    for (auto line = scene.me.feed.rbegin(); line != scene.me.feed.rend(); ++line) {
        if (!belongs(scene, tab, line->seen)) continue;
        any = true;
        const std::string words = describe(line->seen, scene.live.setup(), scene.reader());
        const std::string when = engine::format_clock(line->seen.time);
        y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::small, Token::ink_2, when);
        y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::body, Token::ink, words) + 8;
    }
    if (!any) {
        y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::body, Token::ink_2,
                       tab == TalkTab::chair ? _("Nothing has been said to all yet.")
                                             : _("No call yet.")) +
             8;
    }
    return y - rect.y;
}

float draw_chair(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const auto chair = static_cast<PostId>(Post::chair);
    const Actor& actor = scene.world().actors[static_cast<std::size_t>(chair)];
    const std::string doing = actor.busy
                                  ? sentence_words(scene.world(), actor.doing, scene.reader())
                                  : std::string(_("The chair is free."));
    float y =
        rect.y + paragraph(ui, {rect.x, rect.y, rect.w, 0}, Type::body, Token::ink, doing) + 8;
    if (holds(scene, chair)) {
        Button act{"trainee.chair.act", std::string(_("Act as the chair"))};
        act.enabled = scene.live.post != chair;
        const float high = height_of(ui, act, rect.w);
        if (button(ui, {rect.x, y, rect.w, high}, act)) act_from(scene, chair);
        y += high + 10;
    } else {
        y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::small, Token::ink_2,
                       _("Somebody else is the chair and looks after the chair's part.")) +
             10;
    }
    return y - rect.y;
}

}  // namespace

float talk_buttons_height(Scene& scene, float width) {
    float height = 0;
    for (const TalkButton& one : talk_buttons) {
        height += std::max(36.0F, height_of(scene.ui, made(scene, one), width) - 4) + gap;
    }
    return height - gap;
}

void draw_talk_buttons(Scene& scene, const Rect& rect) {
    Rect rest = rect;
    for (const TalkButton& one : talk_buttons) {
        const Button choice = made(scene, one);
        const float high = std::max(36.0F, height_of(scene.ui, choice, rect.w) - 4);
        if (button(scene.ui, rest.cut_top(high), choice)) press(scene, one.name);
        rest.cut_top(gap);
    }
}

float talk_tiles_width(const Scene& scene) {
    const engine::Translator& _ = scene.desk.translate();
    float widest = 60;
    for (const TalkButton& one : talk_buttons) {
        widest = std::max(widest, measure(scene.ui, Type::small, _(one.tile)).x + 10);
    }
    return static_cast<float>(std::size(talk_buttons)) * (widest + 4) + 20;
}

void draw_talk_tiles(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    Rect rest = rect.inset(10);
    const float wide = rest.w / static_cast<float>(std::size(talk_buttons));
    for (const TalkButton& one : talk_buttons) {
        const Rect box = rest.cut_left(wide).inset(2, 0);
        const KeyPress key = scene.desk.key(one.key);
        Item item;
        item.name = one.name;
        item.label = _(one.label);
        item.value = name_of(key);
        item.rect = box;
        const Response response = act(ui, item);
        if (response.clicked || shortcut(ui, key)) press(scene, one.name);
        const Rect tile{box.x, box.y, box.w, box.h - 22};
        fill(ui, tile, response.hovered ? Token::line : Token::paper, 6);
        outline(ui, tile, Token::line_strong, 6, ui.theme.border);
        icon(ui, {tile.x, tile.y + 22, tile.w, tile.h - 24}, one.symbol, Token::action, Type::icon);
        key_cap(ui, {tile.x + 4, tile.y + 4}, item.value);
        const std::string_view which(one.name);
        const int unheard = which == "trainee.support" ? scene.me.unheard[0]
                            : which == "trainee.radio" ? scene.me.unheard[1]
                                                       : 0;
        if (unheard > 0) {
            const Point at{tile.right() - 12, tile.y + 12};
            disc(ui, at, 10, Token::fault);
            text_in(ui, centred({at.x, at.y, 0, 0}, 24, 16), Type::label, Token::on_action,
                    std::to_string(std::min(unheard, 9)), Align::centre);
        }
        text_in(ui, {box.x - 2, tile.bottom() + 3, box.w + 4, 18}, Type::small, Token::ink_2,
                _(one.tile), Align::centre);
    }
}

void talk_keys(Scene& scene) {
    for (const TalkButton& one : talk_buttons) {
        if (shortcut(scene.ui, scene.desk.key(one.key))) press(scene, one.name);
    }
}

void note_answer(Scene& scene, const Observation& seen) {
    if (seen.message == Message::called || seen.message == Message::reported) return;
    for (const TalkTab tab : {TalkTab::support, TalkTab::radio}) {
        const bool open = scene.me.sheet == Sheet::talk && scene.me.talk == tab;
        if (!open && belongs(scene, tab, seen)) ++scene.me.unheard[static_cast<int>(tab)];
    }
}

void draw_talk(Scene& scene, Rect rect) {
    Ui& ui = scene.ui;
    if (scene.me.talk != TalkTab::chair) scene.me.unheard[static_cast<int>(scene.me.talk)] = 0;
    const engine::Translator& _ = scene.desk.translate();
    const Segment choices[] = {{"support", std::string(_("Support line"))},
                               {"radio", std::string(_("Radio"))},
                               {"chair", std::string(_("Chair"))}};
    const int tab = static_cast<int>(scene.me.talk);
    if (const auto other = tabs(ui, rect.cut_top(40), "trainee.talk.tab", choices, tab)) {
        scene.me.talk = static_cast<TalkTab>(*other);
    }
    rect.cut_top(10);
    const Rect content = begin_scroll(ui, "trainee.talk.list", rect);
    float y = content.y;
    if (scene.me.talk == TalkTab::chair) y += draw_chair(scene, {content.x, y, content.w, 0});
    for (const Act& one :
         station_acts(scene.world(), speaker(scene, scene.me.talk), scene.reader())) {
        if (!of_channel(scene, scene.me.talk, one)) continue;
        Button measured{one.name, one.label};
        const float high = height_of(ui, measured, content.w);
        act_button(scene, {content.x, y, content.w, high}, "trainee.talk." + one.name, one);
        y += high + 6;
    }
    if (scene.me.talk != TalkTab::chair && signal(scene.world(), "call.waiting") != 0) {
        status_shape(ui, {content.x + 9, y + 11}, 16, Status::info);
        y += paragraph(ui, {content.x + 26, y, content.w - 26, 0}, Type::body, Token::ink,
                       _("It rings; nobody has answered yet.")) +
             8;
    }
    separator(ui, {content.x, y + 4}, content.w);
    y += 14;
    y += draw_heard(scene, {content.x, y, content.w, 0}, scene.me.talk);
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
