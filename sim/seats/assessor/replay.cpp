// The station as it was at the shown moment, and what plays it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/report/words.h"
#include "sim/seats/assessor/state.h"
#include "sim/seats/room/room_sides.h"
#include "sim/seats/station/screen.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float camera_strip = 42;
constexpr float low_picture = 150;  ///< lower ones get the strip of the cameras as well
constexpr float rate_width = 84;
constexpr float buttons_width = 4 * 38 + 48;
constexpr float one_row = 600;  ///< from this width on the transport stands in one row

std::string device_words(const Layout& layout, DeviceId device, const Reader& reader) {
    const DeviceSpec& spec = layout.device(device);
    const std::string& label = spec.label.in(reader.language);
    return label.empty() ? spec.name : label;
}

std::vector<Segment> camera_choices(const AssessorState& state, const Layout& layout,
                                    const Reader& reader) {
    std::vector<Segment> choices;
    for (const Camera& camera : state.cameras) {
        Segment choice;
        if (camera.device == no_device) {
            choice = {"room", words(reader, N_("The whole room"))};
        } else {
            choice.name = layout.device(camera.device).name;
            choice.label = device_words(layout, camera.device, reader);
            if (camera.screen) {
                choice.name += ".screen";
                choice.label = words(reader, N_("Screen: {}"), {choice.label});
            }
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

/// The faces of a device on which there is something, in a fixed order.
std::vector<std::string> faces_of(const Layout& layout, DeviceId device) {
    std::vector<std::string> faces;
    for (const char* face : {"front", "inside", "back", "top"}) {
        const bool used =
            std::any_of(layout.parts.begin(), layout.parts.end(), [&](const PartSpec& part) {
                return part.device == device && part.shape.face == face && part.shape.size[0] > 0;
            });
        if (used) faces.emplace_back(face);
    }
    return faces;
}

const char* face_words(std::string_view face) {
    if (face == "inside") return N_("Inside");
    if (face == "back") return N_("Back");
    if (face == "top") return N_("Top");
    return N_("Front");
}

/// In the room its own sides, as the trainee has them.
std::vector<Side> sides_shown(const AssessorState& state, const World& world, bool in_room,
                              const Reader& reader) {
    if (in_room && state.room.plan) {
        return sides_of(world, *state.room.plan, state.plan.device, reader);
    }
    std::vector<Side> sides;
    for (const std::string& face : faces_of(world.layout(), state.plan.device)) {
        sides.push_back({face, words(reader, face_words(face))});
    }
    return sides;
}

void draw_faces(Ui& ui, AssessorState& state, const World& world, const Rect& rect, bool in_room,
                const Reader& reader) {
    const std::vector<Side> sides = sides_shown(state, world, in_room, reader);
    if (sides.size() < 2) return;
    std::vector<Segment> choices;
    float widest = 0;
    int chosen = -1;
    for (const Side& side : sides) {
        if (side.face == state.plan.face) chosen = static_cast<int>(choices.size());
        choices.push_back({side.face, side.label});
        widest = std::max(widest, measure(ui, Type::small_strong, side.label).x + 24);
    }
    const float width = widest * static_cast<float>(sides.size()) + 6;
    Rect place = rect;
    place = place.cut_right(std::min(rect.w, width));
    const auto clicked =
        width <= rect.w
            ? segments(ui, place, "assessor.face", choices, chosen)
            : choice(ui, place.cut_right(std::min(place.w, widest + 40)), "assessor.face",
                     words(reader, N_("What is shown")), choices, std::max(0, chosen));
    if (clicked) state.plan.face = sides[static_cast<std::size_t>(*clicked)].face;
}

void choose_camera(AssessorState& state, int camera) {
    if (camera < 0 || camera >= static_cast<int>(state.cameras.size())) return;
    state.camera = camera;
    state.plan.device = state.cameras[static_cast<std::size_t>(camera)].device;
    state.plan.face = "front";
}

void draw_cameras(Ui& ui, Desk& desk, AssessorState& state, const World& world, Rect rect) {
    const std::vector<Segment> choices = camera_choices(state, world.layout(), desk.reader);
    float width = 0;
    for (const Segment& choice : choices) {
        width = std::max(width, measure(ui, Type::body, choice.label).x + 56);
    }
    Rect top = rect;
    const Rect place = top.cut_left(std::min(width, top.w));
    top.cut_left(12);
    if (const auto chosen =
            choice(ui, place, "assessor.camera", words(desk.reader, N_("What is shown")), choices,
                   state.camera)) {
        choose_camera(state, *chosen);
    }
    const bool device = state.plan.device != no_device &&
                        !state.cameras[static_cast<std::size_t>(state.camera)].screen;
    if (device) draw_faces(ui, state, world, top, shows_room(ui, desk), desk.reader);
    for (int i = 0; i < 4; ++i) {
        if (shortcut(ui, desk.key("assessor.camera_" + std::to_string(i + 1)))) {
            choose_camera(state, i);
        }
    }
}

/// A day that is dragged through flies past; it is drawn well again where it comes to rest.
bool flies_past(const Ui& ui, AssessorState& state) {
    constexpr double close_by = 0.2;  // seconds
    const Time leap =
        state.now > state.pictured ? state.now - state.pictured : state.pictured - state.now;
    state.pictured = state.now;
    if (leap < engine::second) return false;
    const bool again = ui.time < state.leapt_at + close_by;
    state.leapt_at = ui.time;
    return again;
}

void draw_picture(Ui& ui, Desk& desk, AssessorState& state, const World& world, const Rect& rect) {
    push_clip(ui, rect);
    const Camera camera =
        state.cameras.empty() ? Camera{} : state.cameras[static_cast<std::size_t>(state.camera)];
    if (camera.screen) {
        fill(ui, rect, Token::sunken);
        const Rect free = rect.inset(12, 12);
        const float width = std::min(free.w, free.h * 16 / 9);
        draw_device_screen(ui, centred(free, width, width * 9 / 16), world, camera.device,
                           desk.reader, "assessor.screen", nullptr);
    } else if (shows_room(ui, desk)) {
        state.room.for_picture = desk.for_picture;
        state.room.shown.hurry = flies_past(ui, state);
        draw_room_view(ui, rect, rect, world, desk.reader, state.plan, state.room, no_post,
                       "assessor.plan", false);
    } else {
        draw_plan(ui, rect, world, desk.reader, state.plan, no_post, "assessor.plan", false);
    }
    pop_clip(ui);
}

/// The row of the buttons has room for the cameras between them and the rate.
Rect between_buttons(Rect transport) {
    transport = transport.inset(12, 6);
    transport.cut_top(36);
    transport.cut_left(buttons_width + 8);
    transport.cut_right(rate_width + 8);
    return centred(transport, transport.w, 32);
}

Button step_button(const Desk& desk, const char* name, const char* symbol, const char* help,
                   const char* key) {
    Button button{std::string("assessor.") + name, "", words(desk.reader, help), symbol};
    button.key = desk.key(key);
    button.look = Look::quiet;
    return button;
}

void draw_buttons(Ui& ui, Desk& desk, AssessorState& state, Rect row) {
    constexpr float side = 34;
    const auto place = [&](float w) {
        const Rect strip = row.cut_left(w);
        row.cut_left(4);
        return centred(strip, w, side);
    };
    if (button(ui, place(side),
               step_button(desk, "critical_previous", icons::warning, N_("Previous critical step"),
                           "assessor.critical_previous"))) {
        seek_critical(state, false);
    }
    if (button(ui, place(side),
               step_button(desk, "previous", icons::step_back, N_("Previous event"),
                           "assessor.previous"))) {
        set_playing(state, false);
        seek_event(state, false);
    }
    Button play = step_button(desk, "play", state.playing ? icons::pause : icons::play,
                              state.playing ? N_("Pause") : N_("Play"), "assessor.play");
    play.look = Look::primary;
    if (button(ui, place(44), play)) set_playing(state, !state.playing);
    if (button(ui, place(side),
               step_button(desk, "next", icons::step_on, N_("Next event"), "assessor.next"))) {
        set_playing(state, false);
        seek_event(state, true);
    }
    if (button(ui, place(side),
               step_button(desk, "critical_next", icons::flag, N_("Next critical step"),
                           "assessor.critical_next"))) {
        seek_critical(state, true);
    }
}

std::string rate_text(double rate) {
    return rate < 1 ? "½×" : fmt::format("{:.0f}×", rate);
}

void draw_rate(Ui& ui, Desk& desk, AssessorState& state, const Rect& rect) {
    std::vector<Segment> choices;
    int chosen = 1;
    for (const double rate : rates()) {
        if (rate == state.rate) chosen = static_cast<int>(choices.size());
        choices.push_back({fmt::format("{}", rate), rate_text(rate)});
    }
    if (const auto clicked = choice(ui, rect, "assessor.rate",
                                    words(desk.reader, N_("How fast it plays")), choices, chosen)) {
        state.rate = rates()[static_cast<std::size_t>(*clicked)];
    }
}

void draw_marks(Ui& ui, const AssessorState& state, const Rect& track) {
    const auto x_of = [&](Time time) {
        const auto span = static_cast<float>(std::max<Time>(1, state.last() - state.first()));
        return track.x + track.w * static_cast<float>(time - state.first()) / span;
    };
    float before = -10;
    for (const Loss& loss : state.losses) {
        const float x = x_of(loss.time);
        if (x - before < 3) continue;
        before = x;
        const GradeLine& line = state.grade.lines[loss.line];
        fill(ui, {x - 1.5F, track.centre().y - 7, 3, 14},
             line.critical ? Token::fault : Token::care, 1);
    }
}

void draw_slider(Ui& ui, Desk& desk, AssessorState& state, Rect row) {
    const std::string clock = clock_text(state.now);
    const float wide = figures_width(ui, Type::head, "00:00:00") + 12;
    const Rect clock_at = row.cut_left(wide);
    figures(ui, {clock_at.x, row.centre().y - 11}, Type::head, Token::ink, clock);
    const std::string end = clock_text(state.last());
    const Rect end_at = row.cut_right(figures_width(ui, Type::small, "00:00:00") + 12);
    figures(ui, {end_at.x + 12, row.centre().y - 9}, Type::small, Token::ink_3, end);
    const Rect track{row.x, row.centre().y - 2, row.w, 4};
    const auto span = static_cast<float>(std::max<Time>(1, state.last() - state.first()));
    const float share = static_cast<float>(state.now - state.first()) / span;
    fill(ui, track, Token::line, 2);
    fill(ui, {track.x, track.y, track.w * share, track.h}, Token::action, 2);
    draw_marks(ui, state, track);
    const Rect grip{row.x, row.centre().y - 16, row.w, 32};
    const float step = static_cast<float>(engine::second) / span;
    if (const auto moved =
            drag(ui, grip, "assessor.seek", words(desk.reader, N_("Moment shown")), share, step)) {
        set_playing(state, false);
        seek(state, state.first() +
                        static_cast<Time>(static_cast<double>(*moved) * static_cast<double>(span)));
    }
    const float x = track.x + track.w * std::clamp(share, 0.0F, 1.0F);
    disc(ui, {x, track.centre().y}, 8, Token::action);
    disc(ui, {x, track.centre().y}, 5, Token::paper);
}

}  // namespace

float transport_height(float width) {
    return width >= one_row ? 54.0F : 92.0F;
}

void draw_transport(Ui& ui, Desk& desk, AssessorState& state, Rect rect) {
    rect = rect.inset(12, 6);
    if (rect.w + 24 >= one_row) {
        draw_buttons(ui, desk, state, rect.cut_left(buttons_width));
        rect.cut_left(12);
        draw_rate(ui, desk, state, centred(rect.cut_right(rate_width), rate_width, 32));
        rect.cut_right(12);
        draw_slider(ui, desk, state, rect);
        return;
    }
    Rect top = rect.cut_top(36);
    draw_slider(ui, desk, state, top);
    draw_buttons(ui, desk, state, rect.cut_left(buttons_width));
    draw_rate(ui, desk, state, centred(rect.cut_right(rate_width), rate_width, 32));
}

void draw_replay(Ui& ui, Desk& desk, AssessorState& state, Rect rect) {
    panel(ui, rect);
    Rect inner = rect.inset(1);
    if (!state.failure.empty()) {
        Button home{"assessor.home", words(desk.reader, N_("Back to the start")), {}, icons::left};
        const std::string why =
            words(desk.reader,
                  N_("This recording cannot be played: {}. What it says of itself is shown; "
                     "open another one, or ask for a copy made by the same program."),
                  {state.failure.in(desk.reader.translate)});
        if (empty_state(ui, inner, Status::fault, why, &home)) {
            desk.request.kind = Request::Kind::start;
        }
        return;
    }
    if (!state.player) {
        empty_state(ui, inner, Status::info,
                    words(desk.reader, N_("The recording is being opened…")));
        return;
    }
    const Rect bottom = inner.cut_bottom(transport_height(inner.w));
    separator(ui, {bottom.x, bottom.y}, bottom.w);
    // First what moves the moment, then the picture of it: no frame shows an older one.
    draw_transport(ui, desk, state, bottom);
    const World* world = shown_world(state);
    if (world == nullptr) return;
    const Rect captions =
        inner.cut_bottom(captions_height(ui, state, *world, inner.w, desk.reader));
    Rect cameras = between_buttons(bottom);
    const bool low = inner.w < one_row && inner.h - camera_strip < low_picture && cameras.w > 120;
    Rect strip;
    if (!low) {
        strip = inner.cut_top(camera_strip);
        cameras = strip.inset(8, 5);
    }
    draw_picture(ui, desk, state, *world, inner);
    draw_captions(ui, state, *world, captions, desk.reader);
    if (!low) separator(ui, {strip.x, strip.bottom() - 1}, strip.w);
    draw_cameras(ui, desk, state, *world, cameras);
}

}  // namespace sim::seats
