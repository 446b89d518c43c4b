/// The trainee's seat without a window: a drill, and a hand that finds things by their names.
#pragma once

#include <string>
#include <string_view>

#include "engine/core/paths.h"
#include "sim/seats/trainee/steps.h"
#include "sim/seats/trainee/trainee.h"
#include "sim/station/sentence.h"
#include "tests/engine/view/screen.h"

// Last: it has a macro of the same name as the table of messages.
#include <doctest/doctest.h>

namespace sim::seats {

struct Hand {
    Desk desk;
    Live live;
    Trainee trainee;
    engine::view::Screen screen;

    static Live begin(const std::string& scenario, bool all_posts) {
        SessionPlan plan;
        plan.scenario = scenario.ends_with(".yaml") ? scenario : "scenarios/" + scenario + ".yaml";
        plan.rewind = true;
        if (all_posts) plan.posts.emplace().fill(true);
        std::string problems;
        auto session = DrillSession::begin(plan, problems);
        REQUIRE_MESSAGE(session, problems);
        Live live = make_live(std::move(session), 1);
        live.frozen = true;  // time passes only by `pass`
        return live;
    }

    explicit Hand(const std::string& scenario, bool all_posts = false, int width = 1280,
                  int height = 800, engine::view::Looks looks = {},
                  const std::string& language = "en")
        : desk{{engine::Translator(language, engine::translations_folder()), language},
               {},
               {},
               {},
               false,
               false},
          live(begin(scenario, all_posts)),
          screen([this](engine::view::Ui& ui) { draw_trainee(ui, desk, live, trainee); }, looks,
                 width, height) {}

    const World& world() const { return live.world(); }
    std::int64_t value(std::string_view name) const { return signal(world(), name); }
    bool has(std::string_view name) const { return screen.find(name) != nullptr; }

    void pass(Time span) {
        skip_to(live, world().now + span);
        screen.frames(3);
    }
    void until(Time time) {
        skip_to(live, time);
        screen.frames(3);
    }
    /// Until the acting post has finished what it does.
    void finish_action() {
        const PostId post = live.post;
        const Actor& actor = world().actors[static_cast<std::size_t>(post)];
        if (actor.busy) skip_to(live, actor.busy_until);
        screen.frames(2);
    }

    /// What can be seen of the same list: there the wheel turns.
    std::string neighbour(const std::string& name) const {
        const std::string list = name.substr(0, name.find('.', name.find('.') + 1) + 1);
        for (const engine::view::Item& item : screen.items().items) {
            if (item.name.starts_with(list) && item.visible && item.rect.h >= 16) return item.name;
        }
        return name;
    }

    /// Scrolls the list in which it is until it can be hit.
    bool reveal(const std::string& name) {
        constexpr float enough = 16;
        const auto seen = [&] {
            const engine::view::Item* item = screen.find(name);
            return item != nullptr && item->visible && item->rect.h >= enough &&
                   screen.items().at(item->rect.centre()) == item;
        };
        if (!has(name)) return false;
        if (seen()) return true;
        screen.move_to(neighbour(name));
        screen.wheel(200);
        for (int i = 0; i < 200 && !seen(); ++i) screen.wheel(-2);
        return seen();
    }
    bool click(const std::string& name, int button = 0) {
        return reveal(name) && screen.click(name, button);
    }
};

}  // namespace sim::seats
