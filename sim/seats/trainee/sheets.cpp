// What lies over the plan: a sheet with a title and a way to close it, and the small box that asks
// for a number or for words.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sim/seats/station/paper.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Frame {
    const char* name;
    const char* title;  ///< msgid
    float width;
    float height;
};

Frame frame_of(Sheet sheet) {
    switch (sheet) {
        case Sheet::screen:
            return {"trainee.screen", N_("Screen"), 980, 640};
        case Sheet::paper:
            return {"trainee.paper", N_("Paper"), 720, 680};
        case Sheet::forms:
            return {"trainee.forms", N_("Books and forms"), 860, 680};
        case Sheet::talk:
            return {"trainee.talk", N_("Calls"), 620, 620};
        case Sheet::acts:
            return {"trainee.acts", N_("Everything that can be done"), 720, 660};
        case Sheet::hand:
            return {"trainee.hand", N_("What can be taken"), 480, 620};
        case Sheet::none:
            break;
    }
    return {"trainee.sheet", "", 480, 300};
}

/// Draws the ground with title and close button; what is left is for the content.
Rect open_frame(Scene& scene, const Frame& frame) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const float foot = captions_height(scene);
    const Rect free{8, band_height + 8, ui.screen.w - 16, ui.screen.h - band_height - foot - 16};
    Item beside;
    beside.name = std::string(frame.name) + ".beside";
    beside.role = engine::view::Role::area;
    beside.rect = {0, band_height, ui.screen.w, ui.screen.h - band_height};
    act(ui, beside);
    fill(ui, beside.rect, Colour{20, 38, 58, 90});
    Rect box = centred(free, std::min(frame.width, free.w), std::min(frame.height, free.h));
    box.h = fitted_height(scene, box.h);
    panel(ui, box, true);
    Rect inside = box.inset(std::min(20.0F, box.w / 24), 12);
    Rect head = inside.cut_top(36);
    Button close{std::string(frame.name) + ".close", "", std::string(_("Close")), icons::close};
    close.look = Look::quiet;
    close.key = scene.desk.key("back");
    if (button(ui, head.cut_right(36), close)) open_sheet(scene, Sheet::none);
    text_in(ui, head, head.w < 300 ? Type::head : Type::title, Token::ink, _(frame.title));
    inside.cut_top(6);
    return inside;
}

void draw_screen_sheet(Scene& scene, const Rect& rect) {
    const DeviceId device = scene.me.screen;
    if (device == no_device) return;
    const std::string prefix = "screen." + scene.layout().device(device).name;
    const auto touched = draw_device_screen(scene.ui, rect, scene.world(), device, scene.reader(),
                                            prefix, &scene.me.screens[device]);
    if (touched) touch(scene, *touched);
}

void draw_paper_sheet(Scene& scene, Rect rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const PartId paper = scene.me.paper;
    if (paper == no_part || !has_paper(scene.world(), paper)) {
        empty_state(ui, rect, Status::info, _("This paper is not here any more."));
        return;
    }
    const bool beside = rect.w > 520;
    Rect acts = beside ? rect.cut_right(std::min(260.0F, rect.w * 0.4F))
                       : rect.cut_bottom(std::min(150.0F, rect.h * 0.5F));
    if (beside) {
        rect.cut_right(16);
    } else {
        rect.cut_bottom(8);
    }
    const DrillSession& session = *scene.live.session;
    const PaperTrail trail = paper_trail(session.said(), session.seen());
    draw_paper(ui, rect, scene.world(), paper, scene.reader(), &trail);
    const Rect content = begin_scroll(ui, "trainee.paper.acts", acts);
    const float used = draw_paper_acts(scene, content, paper);
    end_scroll(ui, used);
}

void draw_found(Scene& scene, const Rect& rect, const std::vector<Act>& acts) {
    Ui& ui = scene.ui;
    const Rect content = begin_scroll(ui, "trainee.acts.list", rect);
    float y = content.y;
    std::string group;
    for (const Act& one : acts) {
        if (one.group != group) {
            group = one.group;
            y += 6;
            y += paragraph(ui, {content.x, y, content.w, 0}, Type::small_strong, Token::ink_2,
                           group) +
                 4;
        }
        Button measured{one.name, one.label};
        const float high = height_of(ui, measured, content.w);
        act_button(scene, {content.x, y, content.w, high}, "trainee.acts." + one.name, one);
        y += high + 6;
        if (scene.me.said_at == one.command.object && scene.me.said_at != no_part && !one.enabled) {
            y += paragraph(ui, {content.x + 8, y, content.w - 8, 0}, Type::small, Token::care,
                           scene.me.said) +
                 6;
        }
    }
    end_scroll(ui, y - content.y);
}

std::string lower(std::string_view text) {
    // Letters of one byte and the Cyrillic of two, which is what labels are written with.
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            result += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        } else if (c == 0xD0 && i + 1 < text.size()) {
            const auto d = static_cast<unsigned char>(text[++i]);
            if (d >= 0x90 && d <= 0x9F) {
                result += {'\xD0', static_cast<char>(d + 0x20)};
            } else if (d >= 0xA0 && d <= 0xAF) {
                result += {'\xD1', static_cast<char>(d - 0x20)};
            } else {
                result += {'\xD0', static_cast<char>(d)};
            }
        } else {
            result += static_cast<char>(c);
        }
    }
    return result;
}

void add_parts(Scene& scene, const std::string& wanted, std::vector<Act>& found) {
    constexpr std::size_t most_parts = 12;
    std::size_t parts = 0;
    const Layout& layout = scene.layout();
    for (std::size_t i = 0; i < layout.parts.size() && parts < most_parts; ++i) {
        const auto part = static_cast<PartId>(i);
        if (layout.parts[i].kind == PartKind::target || !can_be_acted_on(layout, part)) continue;
        const std::string& label = label_of(layout, part, scene.reader());
        if (lower(label).find(wanted) == std::string::npos) continue;
        ++parts;
        for (Act& one :
             acts_on(scene.world(), part, scene.live.post, scene.reader(), scene.me.plan.hand)) {
            if (!one.enabled && !one.is_default) continue;
            one.group = label;
            one.name = layout.parts[i].name + "." + one.name;
            // What stands nowhere in the room is among the acts of the station already.
            const bool known = std::any_of(found.begin(), found.end(), [&](const Act& other) {
                return other.name == one.name;
            });
            if (!known) found.push_back(std::move(one));
        }
    }
}

void draw_acts_sheet(Scene& scene, Rect rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    field(ui, rect.cut_top(38), "trainee.acts.search", _("Search"), scene.me.search,
          _("Part or action: seal, announce, count …"), icons::search);
    rect.cut_top(8);
    const std::string wanted = lower(scene.me.search);
    std::vector<Act> found;
    for (Act& one : station_acts(scene.world(), scene.live.post, scene.reader())) {
        if (wanted.size() < 2 || lower(one.label).find(wanted) != std::string::npos ||
            lower(one.group).find(wanted) != std::string::npos) {
            found.push_back(std::move(one));
        }
    }
    if (wanted.size() >= 2) add_parts(scene, wanted, found);
    if (found.empty()) {
        empty_state(ui, rect, Status::info, _("Nothing has that name. Try another word."));
        return;
    }
    draw_found(scene, rect, found);
}

/// A whole number that fits, or nothing.
std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

void answer(Scene& scene) {
    Act& ask = *scene.me.ask;
    const engine::Translator& _ = scene.desk.translate();
    Command command = ask.command;
    const bool number = ask.needs_value || ask.takes_value;
    if (number && !scene.me.ask_text.empty()) {
        const auto value = number_of(scene.me.ask_text);
        if (!value) {
            toast(scene.desk, scene.ui, Status::care, std::string(_("A whole number is wanted")));
            return;
        }
        command.has_value = true;
        command.value = *value;
    } else if (!number) {
        command.words = scene.me.ask_text;
    }
    scene.me.ask.reset();
    act_as(scene, std::move(command));
}

void draw_ask(Scene& scene) {
    if (!scene.me.ask) return;
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    push_layer(ui);
    Item beside;
    beside.name = "trainee.ask.beside";
    beside.role = engine::view::Role::area;
    beside.rect = ui.screen;
    act(ui, beside);
    const Act& ask = *scene.me.ask;
    const float width = std::min(420.0F, ui.screen.w - 24);
    const float title_high = measure(ui, Type::head, ask.label, width - 32).y;
    const Rect box = centred(ui.screen, width, 16 + title_high + 10 + 40 + 12 + 40 + 16);
    panel(ui, box, true);
    Rect inside = box.inset(16);
    paragraph(ui, inside.cut_top(title_high), Type::head, Token::ink, ask.label);
    inside.cut_top(10);
    const bool number = ask.needs_value || ask.takes_value;
    const bool entered =
        field(ui, inside.cut_top(40), "trainee.ask.entry", number ? _("Number") : _("Words"),
              scene.me.ask_text, number ? _("Number") : _("Words"))
            .submitted;
    inside.cut_top(12);
    Button ok{"trainee.ask.ok", std::string(_("Do it"))};
    ok.look = Look::primary;
    ok.enabled = !scene.me.ask_text.empty() || (!ask.needs_value && !ask.needs_words);
    Button cancel{"trainee.ask.cancel", std::string(_("Cancel"))};
    cancel.key = scene.desk.key("back");
    Rect row = inside.cut_top(40);
    const bool done = button(ui, row.cut_right(row.w / 2 - 4), ok);
    row.cut_right(8);
    const bool away = button(ui, row, cancel);
    pop_layer(ui);
    if ((done || entered) && ok.enabled) {
        answer(scene);
    } else if (away) {
        scene.me.ask.reset();
    }
}

}  // namespace

bool act_button(Scene& scene, const Rect& rect, const std::string& name, const Act& one) {
    Button choice{name, one.label, one.enabled ? std::string() : one.reason};
    choice.enabled = one.enabled;
    if (!button(scene.ui, rect, choice)) return false;
    if (one.kind == ActKind::take_up || one.kind == ActKind::put_down) {
        scene.me.plan.hand = one.kind == ActKind::take_up ? one.command.object : no_part;
        return true;
    }
    if (one.kind == ActKind::look) {
        scene.me.paper = one.command.object;
        open_sheet(scene, Sheet::paper);
        return true;
    }
    if (one.needs_value || one.needs_words || one.takes_value || one.takes_words) {
        scene.me.ask = one;
        scene.me.ask_text.clear();
        focus(scene.ui, "trainee.ask.entry");
        return true;
    }
    return act_as(scene, one.command);
}

float draw_paper_acts(Scene& scene, const Rect& rect, PartId paper) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    float y = rect.y;
    y += paragraph(ui, {rect.x, y, rect.w, 0}, Type::small_strong, Token::ink_2,
                   title_of(scene.live.post, scene.reader())) +
         6;
    for (const Act& one : acts_on(scene.world(), paper, scene.live.post, scene.reader())) {
        if (one.kind != ActKind::say) continue;
        Button measured{one.name, one.label};
        const float high = height_of(ui, measured, rect.w);
        act_button(scene, {rect.x, y, rect.w, high}, "trainee.paper." + one.name, one);
        y += high + 6;
        if (!one.enabled && !one.already) {
            y += paragraph(ui, {rect.x + 4, y - 2, rect.w - 4, 0}, Type::small, Token::ink_3,
                           one.reason) +
                 4;
        } else if (one.already) {
            y += paragraph(ui, {rect.x + 4, y - 2, rect.w - 4, 0}, Type::small, Token::ok,
                           _("Done")) +
                 4;
        }
    }
    return y - rect.y;
}

void draw_sheets(Scene& scene) {
    Ui& ui = scene.ui;
    if (scene.me.sheet != Sheet::none) {
        push_layer(ui);
        const Frame frame = frame_of(scene.me.sheet);
        const Rect inside = open_frame(scene, frame);
        switch (scene.me.sheet) {
            case Sheet::screen:
                draw_screen_sheet(scene, inside);
                break;
            case Sheet::paper:
                draw_paper_sheet(scene, inside);
                break;
            case Sheet::forms:
                draw_forms(scene, inside);
                break;
            case Sheet::talk:
                draw_talk(scene, inside);
                break;
            case Sheet::acts:
                draw_acts_sheet(scene, inside);
                break;
            case Sheet::hand:
                draw_loose(scene, inside);
                break;
            case Sheet::none:
                break;
        }
        pop_layer(ui);
    }
    draw_ask(scene);
}

}  // namespace sim::seats
