#include <fmt/format.h>

#include "sim/seats/trainee/panels.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float free_high = 32;

bool busy(const Scene& scene, PostId post) {
    return scene.world().actors[static_cast<std::size_t>(post)].busy;
}

std::string doing(const Scene& scene, PostId post) {
    return sentence_words(scene.world(), scene.world().actors[static_cast<std::size_t>(post)].doing,
                          scene.reader());
}

float share_done(const Scene& scene, const Actor& actor) {
    const Verb& row = verb(actor.doing.verb);
    const Time takes = row.takes != nullptr ? row.takes(scene.world(), actor.doing) : row.duration;
    if (takes <= 0) return 1;
    const Time left = std::max<Time>(0, actor.busy_until - scene.world().now);
    return 1 - static_cast<float>(left) / static_cast<float>(takes);
}

float row_height(const Scene& scene, PostId post, float width) {
    const float high =
        measure(scene.ui, Type::small_strong, title_of(post, scene.reader()), width - 28).y;
    if (!busy(scene, post)) return std::max(free_high, high + 12);
    return high + 12 + measure(scene.ui, Type::small, doing(scene, post), width - 28 - 40).y + 12;
}

void draw_doing(Scene& scene, const Rect& line, float y, PostId post) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const Actor& actor = scene.world().actors[static_cast<std::size_t>(post)];
    const std::string words = doing(scene, post);
    const Rect column{line.x + 28, y, line.w - 28 - 40, 0};
    const float high = paragraph(ui, column, Type::small, Token::ink_2, words);
    progress(ui, {column.x, y + high + 2, column.w, 4}, share_done(scene, actor));
    Button stop{fmt::format("trainee.stop.{}", posts()[static_cast<std::size_t>(post)].name), "",
                std::string(_("Break this off")), icons::close};
    if (button(ui, {line.right() - 32, line.bottom() - 36, 32, 32}, stop)) {
        const auto id = find_verb("stop", std::nullopt);
        Command command;
        command.verb = id.value_or(0);
        command.actor = post;
        if (id) act_as(scene, std::move(command));
    }
    if (!scene.live.frozen) wake_in(ui, ui.still ? 0.5 : 0.05);
}

void draw_post(Scene& scene, const Rect& line, PostId post) {
    Ui& ui = scene.ui;
    const bool chosen = scene.live.post == post;
    const std::string title(title_of(post, scene.reader()));
    const float high = measure(ui, Type::small_strong, title, line.w - 28).y;
    const Rect head = busy(scene, post) ? Rect{line.x, line.y, line.w, high + 12} : line;
    const std::string name =
        fmt::format("trainee.post.{}", posts()[static_cast<std::size_t>(post)].name);
    if (engine::view::row(ui, head.inset(-6, 1), name, title, chosen).clicked) {
        act_from(scene, post);
    }
    const Point centre{line.x + 9, head.centre().y};
    ring(ui, centre, 8, chosen ? Token::action : Token::line_strong, 1.5F);
    if (chosen) disc(ui, centre, 4.5F, Token::action);
    paragraph(ui, {line.x + 28, head.centre().y - high / 2, line.w - 28, 0},
              chosen ? Type::small_strong : Type::small, Token::ink, title);
    if (busy(scene, post)) draw_doing(scene, line, head.bottom() - 2, post);
}

}  // namespace

float posts_height(Scene& scene, float width) {
    const auto held = held_posts(scene.live);
    float height = 34;
    for (const PostId post : held) height += row_height(scene, post, width);
    return held.empty() ? 0 : height;
}

void draw_posts(Scene& scene, const Rect& rect) {
    const engine::Translator& _ = scene.desk.translate();
    const auto held = held_posts(scene.live);
    Rect rest = rect;
    text_in(scene.ui, rest.cut_top(26), Type::head, Token::ink,
            held.size() > 1 ? _("You act as") : _("Your post"));
    rest.cut_top(8);
    for (const PostId post : held) {
        draw_post(scene, rest.cut_top(row_height(scene, post, rect.w)), post);
    }
}

}  // namespace sim::seats
