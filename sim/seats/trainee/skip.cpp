#include <algorithm>
#include <chrono>

#include "sim/seats/trainee/panels.h"
#include "sim/seats/trainee/steps.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr Time longest = 2 * engine::hour;
constexpr Time patience = 5 * engine::minute;  ///< with something to be done
constexpr Time in_good_time = 5 * engine::minute;
constexpr Time stride = 5 * engine::second;
constexpr auto most_work = std::chrono::milliseconds(10);

int busy_posts(const Scene& scene) {
    int busy = 0;
    for (const PostId post : held_posts(scene.live)) {
        busy += scene.world().actors[static_cast<std::size_t>(post)].busy ? 1 : 0;
    }
    return busy;
}

/// People before the posts that the trainee holds, and for whom a free terminal could be.
int people(const Scene& scene) {
    int count = static_cast<int>(people_to_talk_to(scene).size());
    return count + (operates(scene) && people_waiting(scene) > 0 ? 1 : 0);
}

std::vector<const Step*> open_now(const Scene& scene) {
    std::vector<const Step*> mine;
    for (const Step* step : scene.live.session->grader().open_steps()) {
        if (is_asked_of_trainee(scene, *step)) mine.push_back(step);
    }
    return mine;
}

bool has_new(const std::vector<const Step*>& now, const std::vector<const Step*>& before) {
    for (const Step* step : now) {
        if (std::find(before.begin(), before.end(), step) == before.end()) return true;
    }
    return false;
}

/// Why it has to stop here (msgid); nothing as long as nobody is needed.
const char* reason_to_stop(const Scene& scene) {
    const Skip& skip = scene.me.skip;
    // These two speak for themselves.
    if (scene.live.session->finished() || scene.me.message) return "";
    if (asks_whether_counted(scene) && !skip.asked) return N_("A ballot needs you");
    if (static_cast<std::size_t>(scene.me.worry) > skip.feed) return N_("Something has happened");
    if (people(scene) > skip.people) return N_("Somebody waits for you");
    if (busy_posts(scene) < skip.busy) return N_("What you were doing is done");
    if (has_new(open_now(scene), skip.open)) return N_("The next step can be done");
    if (scene.me.unheard[0] + scene.me.unheard[1] > skip.unheard) return N_("You are answered");
    const Time now = scene.world().now;
    const Time ending = scene.live.setup().latest_end - in_good_time;
    if (skip.from < ending && now >= ending) return N_("The drill's time runs out");
    if (!skip.open.empty() && now - skip.from >= patience) {
        return N_("What is to be done is still to be done");
    }
    if (scene.world().now - skip.from >= longest) return N_("Nothing has needed you for two hours");
    return nullptr;
}

}  // namespace

void start_skip(Scene& scene) {
    if (scene.me.demo.world) return;
    Skip& skip = scene.me.skip;
    if (skip.on || scene.live.session->finished()) return;
    if (scene.live.exam) {
        const engine::Translator& _ = scene.desk.translate();
        toast(scene.desk, scene.ui, Status::info,
              std::string(_("In an exam nothing can be skipped")));
        return;
    }
    // With the ballot undecided and nobody at work nothing else would stop it before the end.
    if (asks_whether_counted(scene) && busy_posts(scene) == 0) {
        const engine::Translator& _ = scene.desk.translate();
        scene.me.side = SideTab::counted;
        scene.me.page = SideTab::counted;
        toast(scene.desk, scene.ui, Status::info,
              std::string(_("The ballot needs you now: was it counted?")));
        return;
    }
    // Who stands there already would stop nothing: one is shown them first, and may skip on then.
    const auto waiting = people_to_talk_to(scene);
    if (!waiting.empty() && waiting != skip.shown) {
        const engine::Translator& _ = scene.desk.translate();
        skip.shown = waiting;
        show_people(scene);
        toast(scene.desk, scene.ui, Status::info,
              std::string(
                  _("Somebody stands before you and waits. Skip once more to let them wait.")));
        return;
    }
    // Likewise who could be called; the next skip is meant.
    if (can_call(scene) && skip.left_waiting != scene.world().hall.counts.waits) {
        const engine::Translator& _ = scene.desk.translate();
        skip.left_waiting = scene.world().hall.counts.waits;
        toast(scene.desk, scene.ui, Status::info,
              std::string(_("People are waiting, and a terminal is free. Skip once more to let "
                            "them wait.")));
        return;
    }
    skip.on = true;
    skip.from = scene.world().now;
    skip.open = open_now(scene);
    skip.feed = static_cast<std::size_t>(scene.me.worry);
    skip.people = people(scene);
    skip.unheard = scene.me.unheard[0] + scene.me.unheard[1];
    skip.busy = busy_posts(scene);
    skip.asked = asks_whether_counted(scene);
    wake_in(scene.ui, 0);
}

void stop_skip(Scene& scene) {
    scene.me.skip.on = false;
    wake_in(scene.ui, 0);
}

void go_on_skipping(Scene& scene) {
    if (!scene.me.skip.on) return;
    const auto began = sim::WallClock::now();
    do {
        Time next = next_event(scene.world());
        next = std::min(next == engine::never ? longest : next, scene.world().now + stride);
        skip_to(scene.live, std::max(next, scene.world().now + 1));
        perceive(scene);
        if (const char* reason = reason_to_stop(scene)) {
            const engine::Translator& _ = scene.desk.translate();
            if (*reason != 0) {
                toast(scene.desk, scene.ui, Status::info,
                      engine::fill(_("Stopped at {0}: {1}"),
                                   {hour_minute(scene.world().now), std::string(_(reason))}));
            }
            if (people(scene) > scene.me.skip.people) show_people(scene);
            return stop_skip(scene);
        }
        // A ballot that is settled and jams again is asked about again.
        if (!asks_whether_counted(scene)) scene.me.skip.asked = false;
    } while (sim::WallClock::now() - began < most_work);
    wake_in(scene.ui, 0);
}

}  // namespace sim::seats
