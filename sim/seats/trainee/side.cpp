#include <algorithm>

#include "sim/seats/trainee/layout.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float block_gap = 12;

struct Block {
    SideTab tab;
    const char* name;
    std::string title;
    float height;
    void (*draw)(Scene&, const Rect&);
};

template <PostsLook look>
void draw_posts_as(Scene& scene, const Rect& rect) {
    draw_posts(scene, rect, look);
}

bool meets_people(const Scene& scene) {
    return holds(scene, static_cast<PostId>(Post::scanner_operator)) ||
           holds(scene, static_cast<PostId>(Post::operator_1)) ||
           holds(scene, static_cast<PostId>(Post::operator_2)) ||
           holds(scene, static_cast<PostId>(Post::list_keeper));
}

std::vector<Block> blocks(Scene& scene, float width, PostsLook look) {
    const engine::Translator& _ = scene.desk.translate();
    const float inner = width - 32;
    std::vector<Block> all;
    // Where people come and go their place stays open: nothing moves when the next one comes.
    constexpr float somebody = 260;
    if (meets_people(scene) && scene.me.bubbles != Bubbles::full) {
        all.push_back({SideTab::people, "person", std::string(_("Voter")),
                       std::max(person_height(scene, inner), somebody), draw_person});
    }
    all.push_back({SideTab::station, "station", std::string(_("Station")),
                   station_height(scene, inner), draw_station});
    if (const float high = posts_height(scene, inner, look); high > 0) {
        all.push_back({SideTab::posts, "posts", std::string(_("Posts")), high,
                       look == PostsLook::rows    ? draw_posts_as<PostsLook::rows>
                       : look == PostsLook::tight ? draw_posts_as<PostsLook::tight>
                                                  : draw_posts_as<PostsLook::slim>});
    }
    return all;
}

void draw_stack(Scene& scene, Rect rect, const std::vector<Block>& all) {
    for (const Block& block : all) {
        const Rect box = rect.cut_top(block.height + 24);
        panel(scene.ui, box, true);
        block.draw(scene, box.inset(16, 12));
        rect.cut_top(block_gap);
    }
}

void draw_tabbed(Scene& scene, const Rect& rect, const std::vector<Block>& all) {
    std::vector<Segment> choices;
    int chosen = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        choices.push_back({all[i].name, all[i].title});
        if (all[i].tab == scene.me.right) chosen = static_cast<int>(i);
    }
    panel(scene.ui, rect, true);
    Rect inside = rect.inset(2);
    if (const auto other = tabs(scene.ui, inside.cut_top(38), "trainee.right", choices, chosen)) {
        chosen = *other;
        scene.me.right = all[static_cast<std::size_t>(chosen)].tab;
    }
    const Block& block = all[static_cast<std::size_t>(chosen)];
    Rect body = inside.inset(14, 10);
    if (block.tab == SideTab::people) {
        block.draw(scene, body);
        return;
    }
    const Rect content = begin_scroll(scene.ui, "trainee.right.list", body);
    block.draw(scene, {content.x + 6, content.y, content.w - 6, std::max(body.h, block.height)});
    end_scroll(scene.ui, block.height);
}

/// Who acts and what they do stands beside the tabs where there is room for both.
std::optional<Block> kept_in_sight(Scene& scene, const Rect& rect) {
    constexpr float tabs_need = 320;
    for (const PostsLook look : {PostsLook::rows, PostsLook::tight, PostsLook::slim}) {
        for (const Block& block : blocks(scene, rect.w, look)) {
            if (block.tab != SideTab::posts) continue;
            if (block.height + 24 + block_gap + tabs_need <= rect.h) return block;
        }
    }
    return std::nullopt;
}

}  // namespace

void draw_side(Scene& scene, const Rect& rect) {
    // Once something had no room, it stays behind tabs in a place of this height.
    bool& tabbed =
        scene.me.tabbed[2 * static_cast<int>(rect.h) + (scene.me.bubbles == Bubbles::full ? 1 : 0)];
    for (const PostsLook look : {PostsLook::rows, PostsLook::tight}) {
        if (tabbed) break;
        const std::vector<Block> all = blocks(scene, rect.w, look);
        float total = -block_gap;
        for (const Block& block : all) total += block.height + 24 + block_gap;
        if (total <= rect.h) return draw_stack(scene, rect, all);
    }
    tabbed = true;
    Rect rest = rect;
    std::vector<Block> all = blocks(scene, rect.w, PostsLook::slim);
    if (const auto posts = kept_in_sight(scene, rect)) {
        const Rect box = rest.cut_bottom(posts->height + 24);
        rest.cut_bottom(block_gap);
        panel(scene.ui, box, true);
        posts->draw(scene, box.inset(16, 12));
        std::erase_if(all, [](const Block& block) { return block.tab == SideTab::posts; });
    }
    draw_tabbed(scene, rest, all);
}

}  // namespace sim::seats
