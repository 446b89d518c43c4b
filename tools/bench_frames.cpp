#include "tools/bench_frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "engine/core/paths.h"
#include "engine/core/random.h"
#include "engine/view/window.h"
#include "sim/seats/program/shell.h"

namespace polldrill {

namespace {

namespace view = engine::view;
namespace seats = sim::seats;

constexpr int wide = 1280;
constexpr int high = 800;

/// Seconds of wall time, and of all processors that this program uses.
struct Cost {
    double wall = 0;
    double cpu = 0;
};

Cost used_so_far() {
    timespec cpu{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
    return {view::seconds(),
            static_cast<double>(cpu.tv_sec) + 1e-9 * static_cast<double>(cpu.tv_nsec)};
}

Cost used_since(const Cost& start) {
    const Cost end = used_so_far();
    return {end.wall - start.wall, end.cpu - start.cpu};
}

struct FrameCost {
    Cost all;
    Cost layout;   ///< the seat's own code
    Cost library;  ///< its triangles, by the drawing library
    Cost picture;  ///< until the last pixel is there
};

/// Milliseconds below which a share of the frames lies.
double at_share(const std::vector<FrameCost>& frames, Cost FrameCost::*part, double Cost::*kind,
                double share) {
    std::vector<double> values;
    values.reserve(frames.size());
    for (const FrameCost& frame : frames) values.push_back(1e3 * (frame.*part).*kind);
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values.empty() ? 0 : values[static_cast<std::size_t>(share * last)];
}

void print_heading() {
    fmt::print("frames: {:22} {:5}  {:>20}  {:>20}  {:>6} {:>6} {:>6}\n", "", "",
               "ms p50   p95   p99", "CPU p50   p95   p99", "layout", "lists", "OpenGL");
}

void print_frames(const std::string& screen, const char* phase,
                  const std::vector<FrameCost>& frames) {
    const auto all = [&](double Cost::*kind, double share) {
        return at_share(frames, &FrameCost::all, kind, share);
    };
    const auto part = [&](Cost FrameCost::*which) {
        return at_share(frames, which, &Cost::cpu, 0.5);
    };
    fmt::print(
        "frames: {:22} {:5}  {:8.2f} {:5.2f} {:5.2f}  {:8.2f} {:5.2f} {:5.2f}  {:6.2f} "
        "{:6.2f} {:6.2f}\n",
        screen, phase, all(&Cost::wall, 0.5), all(&Cost::wall, 0.95), all(&Cost::wall, 0.99),
        all(&Cost::cpu, 0.5), all(&Cost::cpu, 0.95), all(&Cost::cpu, 0.99),
        part(&FrameCost::layout), part(&FrameCost::library), part(&FrameCost::picture));
    std::fflush(stdout);
}

/// The program's window, seen by nobody.
struct Stage {
    explicit Stage(const seats::Opening& opening)
        : shell(seats::make_shell(opening)),
          window({"Polldrill", wide, high, true}),
          host(shell.desk.settings.looks()) {
        if (shell.assessor) seats::settle(*shell.assessor);
    }

    /// @param before runs within the frame, ahead of the seat.
    template <class Before>
    FrameCost frame(const Before& before) {
        FrameCost cost;
        time += 0.033;
        const Cost start = used_so_far();
        host.frame(queue, wide, high, time, [&](view::Ui& ui) {
            const Cost began = used_so_far();
            before();
            seats::draw_shell(ui, shell);
            cost.layout = used_since(began);
        });
        cost.library = used_since(start);
        cost.library.wall -= cost.layout.wall;
        cost.library.cpu -= cost.layout.cpu;
        const Cost drawn = used_so_far();
        window.show(host);
        window.finish();
        cost.picture = used_since(drawn);
        cost.all = used_since(start);
        return cost;
    }
    FrameCost frame() {
        return frame([] {});
    }

    void mouse(view::Point at) {
        view::InputEvent event;
        event.kind = view::InputEvent::Kind::move;
        event.at = at;
        queue.push(event);
    }
    void button(bool down) {
        view::InputEvent event;
        event.kind = view::InputEvent::Kind::button;
        event.down = down;
        queue.push(event);
    }
    bool click(const std::string& name) {
        const view::Item* item = host.items().find(name);
        if (item == nullptr) return false;
        mouse(item->rect.centre());
        button(true);
        button(false);
        for (int i = 0; i < 6; ++i) frame();
        return true;
    }

    seats::Shell shell;
    view::Window window;
    view::Host host;
    view::InputQueue queue;
    double time = 1;
};

struct Scene {
    const char* name;
    const char* file;  ///< of a scenario; empty: the recording
    const char* at;
    seats::SeatId seat;
    std::vector<std::string> clicks;
    std::optional<view::Detail> detail{};  ///< the station as a room, drawn like that
};

std::vector<Scene> busy_scenes() {
    using enum seats::SeatId;
    return {
        {"trainee room", "polling_day.yaml", "11:00", trainee, {}},
        {"trainee checklist", "opening.yaml", "06:40", trainee, {}},
        {"trainee scanner", "paper_jam.yaml", "10:20", trainee, {"plan.device.scanner"}},
        {"trainee terminal", "no_match.yaml", "09:20", trainee, {"plan.device.terminal_1"}},
        {"instructor", "paper_jam.yaml", "10:20", instructor, {}},
        {"assessor", "", "11:30", assessor, {}},
        {"room full, low", "closing.yaml", "20:05", trainee, {}, view::Detail::low},
        {"room full, middle", "closing.yaml", "20:05", trainee, {}, view::Detail::middle},
        {"room full, high", "closing.yaml", "20:05", trainee, {}, view::Detail::high},
        {"room, scanner, middle",
         "paper_jam.yaml",
         "10:20",
         trainee,
         {"trainee.view.scanner"},
         view::Detail::middle},
        {"assessor, room", "", "11:30", assessor, {}, view::Detail::middle},
    };
}

void bring_to(seats::Shell& shell, sim::Time time) {
    if (shell.live) seats::skip_to(*shell.live, time);
    if (shell.live) seats::freeze(*shell.live);
    if (shell.assessor) seats::seek(*shell.assessor, time);
}

void second_on(seats::Shell& shell) {
    if (shell.live) seats::skip_to(*shell.live, shell.live->world().now + engine::second);
    if (shell.assessor) {
        seats::seek(*shell.assessor, seats::shown_time(*shell.assessor) + engine::second);
    }
}

bool measure(const Scene& scene, const std::string& recording) {
    seats::Opening opening;
    opening.keep = false;
    opening.language = "ru";  // the longest texts
    opening.file = recording;
    if (*scene.file != 0) opening.file = (engine::scenarios_folder() / scene.file).string();
    opening.seat = scene.seat;
    opening.plan = !scene.detail;
    Stage stage(opening);
    stage.shell.desk.settings.reduced_motion = true;
    stage.host.set_looks(stage.shell.desk.settings.looks());
    if (!stage.shell.live && !stage.shell.assessor) {
        fmt::print(stderr, "frames: {}: {}\n", scene.name, stage.shell.problem);
        return false;
    }
    bring_to(stage.shell, *engine::parse_clock(scene.at));
    const double opened = view::seconds();
    stage.frame();
    stage.frame();
    if (stage.shell.trainee && scene.detail) stage.shell.trainee->room.wanted = scene.detail;
    if (scene.detail) {
        fmt::print("frames: {:22} first picture after {:.2f} s\n", scene.name,
                   view::seconds() - opened);
    }
    for (int i = 0; i < 6; ++i) stage.frame();
    for (const std::string& name : scene.clicks) {
        if (stage.click(name)) continue;
        fmt::print(stderr, "frames: {}: nothing is called {}\n", scene.name, name);
        return false;
    }
    constexpr int count = 200;
    std::vector<FrameCost> frames;
    std::vector<view::Point> places;
    for (const view::Item& item : stage.host.items().items) {
        if (item.visible) places.push_back(item.rect.centre());
    }
    for (std::size_t i = 0; i < count && !places.empty(); ++i) {
        stage.mouse(places[i % places.size()]);
        frames.push_back(stage.frame());
    }
    print_frames(scene.name, "mouse", frames);
    frames.clear();
    if (stage.shell.live) seats::go_on(*stage.shell.live);
    stage.frame();
    for (int i = 0; i < count; ++i) {
        frames.push_back(stage.frame([&] { second_on(stage.shell); }));
    }
    print_frames(scene.name, "clock", frames);
    frames.clear();
    for (int i = 0; i < count / 2; ++i) {
        stage.window.forget();
        frames.push_back(stage.frame());
    }
    print_frames(scene.name, "whole", frames);
    if (!scene.detail || !stage.shell.trainee) return true;
    frames.clear();
    // The mouse takes hold of the floor, where nobody speaks, and pulls the room round.
    const view::Rect middle = stage.shell.trainee->room.middle;
    view::Point hand{middle.x + middle.w * 0.5F, middle.y + middle.h * 0.7F};
    stage.mouse(hand);
    stage.frame();
    stage.button(true);
    stage.frame();
    for (int i = 0; i < count; ++i) {
        hand.x += i / 50 % 2 == 0 ? 5.0F : -5.0F;
        stage.mouse(hand);
        frames.push_back(stage.frame());
    }
    stage.button(false);
    print_frames(scene.name, "turn", frames);
    return true;
}

}  // namespace

Exit bench_frames(const std::string& recording) {
    print_heading();
    bool all = true;
    for (const Scene& scene : busy_scenes()) all = measure(scene, recording) && all;
    return all ? Exit::well : Exit::failed;
}

namespace {

bool drag_through(const std::string& recording, bool plan) {
    seats::Opening opening;
    opening.keep = false;
    opening.file = recording;
    opening.plan = plan;
    Stage stage(opening);
    for (int i = 0; i < 6; ++i) stage.frame();
    const view::Item* slider = stage.host.items().find("assessor.seek");
    if (slider == nullptr) return false;
    const view::Rect rect = slider->rect;
    stage.mouse(rect.centre());
    stage.button(true);
    stage.frame();
    stage.frame();
    engine::SeatRandom random(1);
    std::vector<FrameCost> places;
    for (int i = 0; i < 300; ++i) {
        const auto share = static_cast<float>(random.between(0, 1000)) / 1000;
        stage.mouse({rect.x + rect.w * share, rect.centre().y});
        FrameCost cost;
        const Cost start = used_so_far();
        // Panels drawn before the slider follow in a second frame. A room that rests is smoothed
        // in many more: what the mouse asked for is seen by then.
        for (int frame = 0; frame < 2; ++frame) {
            const FrameCost part = stage.frame();
            cost.layout.cpu += part.layout.cpu;
            cost.library.cpu += part.library.cpu;
            cost.picture.cpu += part.picture.cpu;
            if (stage.host.wake() > 0) break;
        }
        cost.all = used_since(start);
        places.push_back(cost);
    }
    print_frames(plan ? "dragging, plan" : "dragging, room", "", places);
    return true;
}

}  // namespace

Exit bench_dragging(const std::string& recording) {
    print_heading();
    const bool plan = drag_through(recording, true);
    const bool room = drag_through(recording, false);
    return plan && room ? Exit::well : Exit::failed;
}

}  // namespace polldrill
