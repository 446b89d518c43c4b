#include "sim/seats/trainee/scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "engine/core/phrase.h"
#include "sim/seats/trainee/panels.h"
#include "sim/station/sentence.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr std::size_t most_lines = 200;

bool worth_telling(const Observation& seen) {
    const MessageSpec& message = spec(seen.message);
    return message.audience == Audience::everyone && message.level > Level::detail &&
           !message.name.starts_with("refused") && seen.message != Message::frozen &&
           seen.message != Message::resumed;
}

/// The words of a message stand in its command alone.
std::string words_of(const DrillSession& session, const Observation& seen) {
    if (seen.message != Message::instructor_message) return {};
    for (const Said& said : session.said()) {
        if (said.command.time == seen.time && verb(said.command.verb).name == "message") {
            return said.command.words;
        }
    }
    return {};
}

void follow_count(Trainee& me, const Observation& seen) {
    if (seen.message == Message::scanner_accepted) {
        me.count_now = seen.arguments[0];
    } else if (seen.message == Message::voter_feeds) {
        me.count_before = me.count_now;
    }
}

/// Who came and has not been called yet can be seen standing there.
void follow_queue(Trainee& me, const Observation& seen) {
    if (seen.message == Message::voter_arrived) {
        me.queue.emplace(seen.arguments[0], seen.time);
    } else if (seen.message == Message::voter_called || seen.message == Message::voter_left ||
               seen.message == Message::voter_sent_home) {
        me.queue.erase(seen.arguments[0]);
    }
}

void take(Scene& scene, const Observation& seen) {
    Trainee& me = scene.me;
    follow_queue(me, seen);
    follow_count(me, seen);
    if (!worth_telling(seen)) return;
    note_answer(scene, seen);
    me.feed.push_back({seen, words_of(*scene.live.session, seen)});
    ++me.fed;
    if (me.feed.size() > most_lines) me.feed.pop_front();
    if (spec(seen.message).level >= Level::warning) ++me.worry;
    if (seen.message == Message::instructor_message) me.message = me.feed.back();
}

/// A drill that was just opened, or gone back in: what never happened is forgotten.
void begin_anew(Scene& scene) {
    Trainee& me = scene.me;
    DrillSession& session = *scene.live.session;
    const bool other = me.of != &session;
    if (other) {
        const Lesson lesson = me.lesson;
        me = Trainee{};
        me.lesson = lesson;
    }
    me.of = &session;
    me.branch = session.branch();
    me.feed.clear();
    me.seen = 0;
    me.fed = 0;
    me.worry = 0;
    me.graded = -1;
    me.chosen = nullptr;
    me.show = {};
    me.demo = {};
    me.skip = {};
    me.end_told = false;
    me.end_promised = engine::never;
    me.queue.clear();
    me.current = nullptr;
    me.message.reset();
    me.count_now = 0;
    me.count_before = 0;
    me.ear = {};
}

void listen(Scene& scene, std::span<const Observation> fresh) {
    const Live& live = scene.live;
    Earshot shot{live.world(), fresh};
    for (const PostId post : held_posts(live)) shot.hands[static_cast<std::size_t>(post)] = true;
    shot.rate = live.rate;
    shot.frozen = live.frozen || live.session->finished();
    shot.skipping = scene.me.skip.on;
    shot.clock = scene.ui.time;
    hear(scene.me.ear, shot);
}

}  // namespace

void perceive(Scene& scene) {
    DrillSession& session = *scene.live.session;
    Trainee& me = scene.me;
    const bool anew = me.of != &session || me.branch != session.branch();
    if (anew) begin_anew(scene);
    const std::vector<Observation>& all = session.seen();
    me.seen = std::min(me.seen, all.size());
    const std::size_t before = me.seen;
    while (me.seen < all.size()) take(scene, all[me.seen++]);
    // What was said before the trainee came waits for nobody.
    if (anew) me.unheard[0] = me.unheard[1] = 0;
    listen(scene, std::span(all).subspan(before));
}

namespace {

/// What somebody is still at, and for how long: one's own act, not a fault of the program.
std::string busy_words(const Scene& scene, PostId post) {
    const engine::Translator& _ = scene.desk.translate();
    const Actor& actor = scene.world().actors[static_cast<std::size_t>(post)];
    const Time left = std::max<Time>(0, actor.busy_until - scene.world().now) + engine::second - 1;
    return engine::fill(
        _("{0} is still at it: {1} ({2} left)"),
        {std::string(title_of(post, scene.reader())),
         sentence_words(scene.world(), actor.doing, scene.reader()), minutes_seconds(left)});
}

}  // namespace

bool act_as(Scene& scene, Command command) {
    // Who is being shown something watches.
    if (scene.live.session->finished() || scene.me.demo.world) return false;
    const PartId part = command.object;
    const Refusal refusal = say(scene.live, std::move(command), Seat::trainee);
    if (!refusal) {
        if (scene.me.said_at == part) scene.me.said_at = no_part;
        wake_in(scene.ui, 0);
        return true;
    }
    std::string why = refusal.reason == Message::refused_busy
                          ? busy_words(scene, static_cast<PostId>(refusal.arguments[0]))
                          : describe(refusal, scene.live.setup(), scene.reader());
    const Status status = refusal.already ? Status::info : Status::care;
    scene.me.said = why;
    scene.me.said_at = part;
    if (part != no_part) tell_at(scene.me.plan, scene.ui, part, status, why);
    toast(scene.desk, scene.ui, status, std::move(why));
    return false;
}

bool act_as(Scene& scene, std::string_view sentence) {
    auto parsed = parse_sentence(scene.layout(), sentence);
    const Command* command = std::get_if<Command>(&parsed);
    return command != nullptr && act_as(scene, *command);
}

bool holds(const Scene& scene, PostId post) {
    return post != no_post && scene.live.session->crew().holds_post(post);
}

void act_from(Scene& scene, PostId post) {
    if (!holds(scene, post) || scene.live.post == post) return;
    scene.live.post = post;
    scene.me.plan.hand = no_part;
    const engine::Translator& _ = scene.desk.translate();
    toast(scene.desk, scene.ui, Status::info,
          engine::fill(_("You act as: {}"), {std::string(title_of(post, scene.reader()))}));
    wake_in(scene.ui, 0);
}

PartId seen_as(const Scene& scene, PartId part) {
    if (part == no_part) return part;
    const PartSpec& spec = scene.layout()[part];
    if (spec.kind == PartKind::target && spec.device != no_device) {
        return scene.layout().find(scene.layout().device(spec.device).name + ".screen");
    }
    if (spec.kind != PartKind::seal) return part;
    const PartId in = scene.world().part(part).in;
    return in != no_part ? in : part;
}

void look_at(Scene& scene, PartId part) {
    show_part(scene.me.plan, scene.layout(), seen_as(scene, part));
    scene.me.page = SideTab::plan;
    wake_in(scene.ui, 0);
}

void open_sheet(Scene& scene, Sheet sheet) {
    scene.me.sheet = sheet;
    scene.me.said_at = no_part;
    wake_in(scene.ui, 0);
}

Rect titled_panel(Scene& scene, const Rect& rect, std::string_view title) {
    panel(scene.ui, rect, true);
    Rect inside = rect.inset(16, 12);
    const Point size = measure(scene.ui, Type::head, title, inside.w);
    paragraph(scene.ui, inside.cut_top(size.y), Type::head, Token::ink, title);
    inside.cut_top(8);
    return inside;
}

std::string hour_minute(Time time) {
    // Of the night after the drill's day; its very end is 24:00.
    if (time > engine::day) time %= engine::day;
    return engine::format_clock(time).substr(0, 5);
}

std::string minutes_seconds(Time span) {
    const std::int64_t seconds = std::max<Time>(span, 0) / engine::second;
    if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void touch(Scene& scene, const Touched& touched) {
    const auto id = find_verb("touch", PartKind::target);
    if (!id) return;
    Command command;
    command.verb = *id;
    command.object = touched.target;
    command.has_value = touched.value.has_value();
    command.value = touched.value.value_or(0);
    act_as(scene, std::move(command));
}

}  // namespace sim::seats
