#include <fmt/format.h>

#include "sim/seats/trainee/panels.h"
#include "sim/station/verb.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float free_high = 32;

float share_done(const Scene& scene, const Actor& actor) {
    const Verb& row = verb(actor.doing.verb);
    const Time takes = row.takes != nullptr ? row.takes(scene.world(), actor.doing) : row.duration;
    if (takes <= 0) return 1;
    const Time left = std::max<Time>(0, actor.busy_until - scene.world().now);
    return 1 - static_cast<float>(left) / static_cast<float>(takes);
}

constexpr float doing_line = 18;

/// Lines of what is being done and the bar under them.
float doing_height(PostsLook look) {
    if (look == PostsLook::slim) return 2;
    return look == PostsLook::tight ? doing_line + 6 : 2 * doing_line + 12;
}

float title_height(const Scene& scene, PostId post, float width) {
    const float high =
        measure(scene.ui, Type::small_strong, title_of(post, scene.reader()), width - 28).y;
    return std::max(free_high, high + 12);
}

/// The same whether the post is busy or not: nothing moves under the mouse.
float row_height(const Scene& scene, PostId post, float width, PostsLook look) {
    return title_height(scene, post, width) + doing_height(look);
}

/// As many whole words as have room.
std::string shortened(const Scene& scene, std::string words, const Rect& room) {
    const auto fits = [&](const std::string& text) {
        return measure(scene.ui, Type::small, text, room.w).y <= room.h + 1;
    };
    if (fits(words)) return words;
    while (!words.empty() && !fits(words + "…")) {
        const std::size_t space = words.find_last_of(' ');
        words.resize(space == std::string::npos ? 0 : space);
    }
    return words + "…";
}

void stop_button(Scene& scene, const Rect& rect, PostId post) {
    const engine::Translator& _ = scene.desk.translate();
    Button stop{fmt::format("trainee.stop.{}", posts()[static_cast<std::size_t>(post)].name), "",
                fmt::format("{}: {}", _("Break this off"), post_doing(scene, post)), icons::close};
    if (!button(scene.ui, rect, stop)) return;
    const auto id = find_verb("stop", std::nullopt);
    Command command;
    command.verb = id.value_or(0);
    command.actor = post;
    if (id) act_as(scene, std::move(command));
}

void draw_doing(Scene& scene, const Rect& line, PostId post) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    const Rect column{line.x + 28, line.y, line.w - 28 - 40, line.h - 6};
    if (!post_busy(scene, post)) {
        paragraph(ui, column, Type::small, Token::ink_3, _("Free"));
        return;
    }
    paragraph(ui, column, Type::small, Token::ink_2,
              shortened(scene, post_doing(scene, post), column));
    draw_post_progress(scene, {column.x, line.bottom() - 5, column.w, 4}, post);
    stop_button(scene, {line.right() - 32, line.bottom() - 34, 32, 32}, post);
}

void draw_post(Scene& scene, const Rect& line, PostId post, PostsLook look) {
    Ui& ui = scene.ui;
    const bool chosen = scene.live.post == post;
    const std::string title(title_of(post, scene.reader()));
    const float high = measure(ui, Type::small_strong, title, line.w - 28).y;
    Rect rest = line;
    const bool slim = look == PostsLook::slim;
    Rect head = rest.cut_top(title_height(scene, post, line.w));
    if (slim && post_busy(scene, post)) {
        stop_button(scene, head.cut_right(32), post);
        draw_post_progress(scene, {line.x + 28, head.bottom() - 4, head.w - 28, 4}, post);
    }
    const std::string name =
        fmt::format("trainee.post.{}", posts()[static_cast<std::size_t>(post)].name);
    if (engine::view::row(ui, head.inset(-6, 1), name, title, chosen,
                          post_busy(scene, post) ? post_doing(scene, post) : std::string())
            .clicked) {
        act_from(scene, post);
    }
    const Point centre{line.x + 9, head.centre().y};
    ring(ui, centre, 8, chosen ? Token::action : Token::line_strong, 1.5F);
    if (chosen) disc(ui, centre, 4.5F, Token::action);
    paragraph(ui, {line.x + 28, head.centre().y - high / 2, line.w - 28, 0},
              chosen ? Type::small_strong : Type::small, Token::ink, title);
    if (!slim) draw_doing(scene, rest, post);
}

}  // namespace

bool post_busy(const Scene& scene, PostId post) {
    return post != no_post && scene.world().actors[static_cast<std::size_t>(post)].busy;
}

std::string post_doing(const Scene& scene, PostId post) {
    return sentence_words(scene.world(), scene.world().actors[static_cast<std::size_t>(post)].doing,
                          scene.reader());
}

void draw_post_progress(Scene& scene, const Rect& rect, PostId post) {
    const Actor& actor = scene.world().actors[static_cast<std::size_t>(post)];
    progress(scene.ui, rect, share_done(scene, actor));
    if (!scene.live.frozen) wake_in(scene.ui, scene.ui.still ? 0.5 : 0.05);
}

float posts_height(Scene& scene, float width, PostsLook look) {
    const auto held = held_posts(scene.live);
    if (held.empty()) return 0;
    float height = 34;
    for (const PostId post : held) height += row_height(scene, post, width, look);
    return height;
}

void draw_posts(Scene& scene, const Rect& rect, PostsLook look) {
    const engine::Translator& _ = scene.desk.translate();
    const auto held = held_posts(scene.live);
    Rect rest = rect;
    text_in(scene.ui, rest.cut_top(26), Type::head, Token::ink,
            held.size() > 1 ? _("You act as") : _("Your post"));
    rest.cut_top(8);
    for (const PostId post : held) {
        draw_post(scene, rest.cut_top(row_height(scene, post, rect.w, look)), post, look);
    }
}

}  // namespace sim::seats
