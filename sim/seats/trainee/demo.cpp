#include "sim/seats/trainee/demo.h"

#include <algorithm>
#include <utility>

#include "sim/seats/trainee/scene.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr double reading = 1.6;  ///< s to read what comes
constexpr double longest = 4;    ///< s for an act that takes longer
constexpr double seeing = 1;     ///< s to see what one act of several came to
constexpr double looking = 2.5;  ///< s to look at what it came to

bool at_end(const Demo& demo) {
    return demo.at >= demo.sentences.size();
}

/// What comes next is looked at before it is done, and what is put somewhere is in the hand.
void announce(Scene& scene) {
    Demo& demo = scene.me.demo;
    demo.said = false;
    demo.pace = 1;
    demo.until = scene.ui.time + (at_end(demo) ? looking : reading);
    if (at_end(demo)) return;
    const Command& command = demo.sentences[demo.at];
    const bool carried = command.target != no_part;
    scene.me.room.pointed_at = no_part;
    look_at(scene, carried ? command.target : command.object);
    scene.me.plan.hand = carried ? command.object : no_part;
}

/// Says it in the copy; whoever is still busy there is waited for.
void carry_out(Scene& scene) {
    Demo& demo = scene.me.demo;
    World& world = *demo.world;
    Command command = demo.sentences[demo.at];
    command.time = world.now;
    demo.said = true;
    demo.until = scene.ui.time;
    if (apply(world, command) || command.actor == no_post) return;
    const Time busy = world.actors[static_cast<std::size_t>(command.actor)].busy_until - world.now;
    const double takes = static_cast<double>(std::max<Time>(busy, 0)) / engine::second;
    const double shown = std::min(takes, longest);
    demo.pace = shown > 0 ? takes / shown : 1;
    demo.until = scene.ui.time + shown;
}

void let_run(Scene& scene, double seconds) {
    World& world = *scene.me.demo.world;
    const auto span = static_cast<Time>(std::clamp(seconds, 0.0, 60.0) * engine::second);
    advance(world, world.now + span);
}

}  // namespace

void start_demo(Scene& scene, std::vector<Command> sentences) {
    if (scene.live.exam || sentences.empty() || scene.live.session->finished()) return;
    Demo& demo = scene.me.demo;
    if (demo.world) return;
    demo = {};
    demo.frozen = scene.live.frozen;
    demo.hand = scene.me.plan.hand;
    freeze(scene.live);
    demo.world = std::make_unique<World>(scene.live.world());
    demo.sentences = std::move(sentences);
    demo.last = scene.ui.time;
    announce(scene);
}

void go_on_showing(Scene& scene) {
    Demo& demo = scene.me.demo;
    if (!demo.world) return;
    wake_in(scene.ui, 0);
    const double passed = std::exchange(demo.last, scene.ui.time);
    if (demo.said) let_run(scene, (scene.ui.time - passed) * demo.pace);
    if (scene.ui.time < demo.until) return;
    if (at_end(demo)) return stop_demo(scene);
    if (!demo.said) return carry_out(scene);
    if (demo.pace > 0) {
        demo.pace = 0;
        demo.until = scene.ui.time + seeing;
        return;
    }
    ++demo.at;
    announce(scene);
}

void stop_demo(Scene& scene) {
    Demo& demo = scene.me.demo;
    if (!demo.world) return;
    const engine::Translator& _ = scene.desk.translate();
    const bool frozen = demo.frozen;
    scene.me.plan.hand = demo.hand;
    demo = {};
    scene.me.plan.target = no_part;
    scene.me.graded = -1;
    if (!frozen) go_on(scene.live);
    toast(scene.desk, scene.ui, Status::info,
          std::string(_("It was only shown: all is as before. Now you.")));
    wake_in(scene.ui, 0);
}

float draw_demo(Scene& scene, const Rect& rect) {
    Demo& demo = scene.me.demo;
    if (!demo.world) return 0;
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const bool end = at_end(demo);
    const std::string caption(end ? _("That is how it is done. It will be undone.")
                                  : _("Watch: it is shown to you, and nothing of it stays."));
    const std::string words = sentence_words(
        *demo.world, demo.sentences[end ? demo.sentences.size() - 1 : demo.at], scene.reader());
    Button enough{"trainee.demo.stop", std::string(_("Enough"))};
    enough.key = scene.desk.key("back");
    const float wide = width_of(ui, enough);
    const float room = rect.w - wide - 48;
    const float caption_high = measure(ui, Type::small, caption, room).y;
    const float words_high = measure(ui, Type::body_strong, words, room).y;
    const Rect strip{rect.x, rect.y, rect.w, std::max(56.0F, caption_high + words_high + 16)};
    shadow(ui, strip);
    fill(ui, strip, Token::focus, 8);
    paragraph(ui, {strip.x + 16, strip.y + 8, room, 0}, Type::small, Token::on_action, caption);
    paragraph(ui, {strip.x + 16, strip.y + 8 + caption_high, room, 0}, Type::body_strong,
              Token::on_action, words);
    if (button(ui, {strip.right() - wide - 16, strip.centre().y - 20, wide, 40}, enough)) {
        stop_demo(scene);
    }
    return strip.h;
}

}  // namespace sim::seats
