#include <fmt/format.h>

#include <algorithm>

#include "sim/assessment/describe.h"
#include "sim/seats/instructor/state.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

Command plain(std::string_view verb_name, std::string words = {}) {
    Command command;
    if (const auto id = find_verb(verb_name, std::nullopt)) command.verb = *id;
    command.words = std::move(words);
    return command;
}

}  // namespace

bool tell_refusal(View& view, const Refusal& refusal) {
    if (!refusal) return false;
    toast(view.desk, view.ui, Status::care, describe(refusal, view.live.setup(), view.reader));
    return true;
}

void inject_now(View& view, std::int16_t fault, const std::string& words) {
    const engine::Translator& _ = view.reader.translate;
    const FaultSpec& spec = view.fault(fault);
    const Refusal refusal = say(view.live, "inject " + spec.id + " " + words, Seat::instructor);
    if (tell_refusal(view, refusal)) return;
    toast(view.desk, view.ui, Status::fault,
          engine::fill(_("Injected: {}"), {spec.title.in(view.reader.language)}));
}

void undo_last(View& view) {
    const engine::Translator& _ = view.reader.translate;
    if (say(view.live, plain("undo"), Seat::instructor)) {
        toast(view.desk, view.ui, Status::info, std::string(_("There is no injection to undo")));
        return;
    }
    toast(view.desk, view.ui, Status::ok,
          std::string(_("The last injection was undone; what it left behind stays")));
}

void clear_fault(View& view, std::int16_t fault) {
    tell_refusal(view, say(view.live, "clear " + view.fault(fault).id, Seat::instructor));
}

void bookmark_now(View& view) {
    const engine::Translator& _ = view.reader.translate;
    if (tell_refusal(view, say(view.live, plain("bookmark"), Seat::instructor))) return;
    view.live.session->keep_moment();
    toast(view.desk, view.ui, Status::ok,
          engine::fill(_("Bookmark at {}"), {engine::format_clock(view.now())}));
}

void say_words(View& view, std::string_view verb_name, const std::string& words) {
    const engine::Translator& _ = view.reader.translate;
    if (tell_refusal(view, say(view.live, plain(verb_name, words), Seat::instructor))) return;
    toast(view.desk, view.ui, Status::ok,
          std::string(verb_name == "note" ? _("Note kept for the debrief")
                                          : _("Message sent to the trainee")));
}

void assign_post(View& view, PostId post, bool to_trainee) {
    const engine::Translator& _ = view.reader.translate;
    const auto& parts = view.live.layout().parts;
    const auto noun = std::find_if(parts.begin(), parts.end(), [post](const PartSpec& part) {
        return part.kind == PartKind::post && part.index == post;
    });
    Command command;
    command.object = static_cast<PartId>(noun - parts.begin());
    if (const auto id = find_verb("assign", PartKind::post)) command.verb = *id;
    command.words = to_trainee ? "trainee" : "expert";
    if (tell_refusal(view, say(view.live, command, Seat::instructor))) return;
    const std::vector<PostId> held = held_posts(view.live);
    if (std::find(held.begin(), held.end(), view.live.post) == held.end()) {
        view.live.post = held.empty() ? no_post : held.front();
    }
    toast(view.desk, view.ui, Status::info,
          engine::fill(
              to_trainee ? _("{}: the trainee from now on") : _("{}: the expert from now on"),
              {std::string(title_of(post, view.reader))}));
}

void faster(View& view, int steps) {
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        if (rates[i] <= view.live.rate + 0.01) nearest = i;
    }
    const auto last = static_cast<int>(rates.size()) - 1;
    const int wanted = std::clamp(static_cast<int>(nearest) + steps, 0, last);
    set_rate(view.live, rates[static_cast<std::size_t>(wanted)]);
}

void ask_back(View& view, WayBack way) {
    view.state.way_back = std::move(way);
    focus(view.ui, "back.stay");
}

std::string lower_case(std::string_view text) {
    // Latin, and the Cyrillic letters of two bytes that differ by case alone.
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto& c = out[i];
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c != '\xd0' || i + 1 >= out.size()) continue;
        const auto next = static_cast<unsigned char>(out[i + 1]);
        if (next >= 0x90 && next <= 0x9f) {
            out[i + 1] = static_cast<char>(next + 0x20);
        } else if (next >= 0xa0 && next <= 0xaf) {
            c = '\xd1';
            out[i + 1] = static_cast<char>(next - 0x20);
        }
    }
    return out;
}

float caption(Ui& ui, const Rect& at, std::string_view words) {
    return paragraph(ui, {at.x, at.y, at.w, 0}, Type::label, Token::ink_3, words) + 4;
}

}  // namespace sim::seats
