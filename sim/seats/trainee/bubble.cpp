// What people say, at their heads in the room.

#include <algorithm>
#include <array>

#include "sim/seats/station/voice.h"
#include "sim/seats/trainee/bubble_place.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float pad = 14;
constexpr float line_high = 36;  ///< of words on one line

/// What of the room neither its bar nor the list of parts takes.
Rect free_of(const Scene& scene) {
    const RoomView& room = scene.me.room;
    Rect free = room.middle;
    if (scene.me.plan.device == no_device) {
        free.cut_bottom(std::min(80.0F, free.h / 4));
    } else {
        free.cut_top(room.bar + 8);
        if (scene.me.plan.list_open) free.cut_left(std::min(300.0F, free.w * 0.7F) + 8);
    }
    return free;
}

/// One who speaks.
struct Speaker {
    std::int64_t who = 0;  ///< a part, or a post counted downward
    std::optional<Rect> face;
    std::vector<Point> forms;  ///< sizes of what is said, with its margin: the more the better
};

struct Frame {
    Scene& scene;
    Rect all;
    BubbleGround ground{};
    std::map<std::int64_t, Trainee::Spoken> spoken{};
    std::vector<Rect> over{};
};

/// Far ones may be behind anything.
constexpr float near_face = 16;

/// Faces that no panel lies over.
std::vector<Rect> faces_seen(const Frame& frame) {
    const RoomView& room = frame.scene.me.room;
    std::vector<Rect> faces = faces_in(room, frame.all);
    std::erase_if(faces, [&](const Rect& face) {
        return face.w < near_face || !room.middle.contains(face.centre());
    });
    return faces;
}

/// The sides of a device's body, in the picture.
std::vector<std::vector<Point>> sides_of(const Frame& frame, DeviceId device) {
    const RoomView& room = frame.scene.me.room;
    const engine::scene::Box body = room.scene->body_of(frame.scene.layout(), device);
    if (body.empty()) return {};
    const Rect& all = frame.all;
    const glm::mat4 lens = engine::scene::view_projection(room.camera, all.w / all.h);
    std::array<Point, 8> corners;
    for (unsigned i = 0; i < 8; ++i) {
        const glm::vec3 corner{(i & 1U) != 0 ? body.high.x : body.low.x,
                               (i & 2U) != 0 ? body.high.y : body.low.y,
                               (i & 4U) != 0 ? body.high.z : body.low.z};
        const auto at = engine::scene::project(lens, corner, all.w, all.h);
        if (!at) return {};
        corners[i] = {all.x + at->x, all.y + at->y};
    }
    constexpr std::size_t sides[][4] = {{0, 1, 3, 2}, {4, 5, 7, 6}, {0, 1, 5, 4},
                                        {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 3, 7, 5}};
    std::vector<std::vector<Point>> outlines;
    for (const auto& side : sides) {
        outlines.push_back(
            {corners[side[0]], corners[side[1]], corners[side[2]], corners[side[3]]});
    }
    return outlines;
}

bool a_machine(DeviceClass kind) {
    return kind != DeviceClass::power && kind != DeviceClass::room;
}

/// While the room is pulled round words stay where they are.
bool turns(const RoomView& room) {
    return !(room.grip == Point{});
}

/// Heads, whoever stands there, and what is worked with: before a device that, else the scanners.
BubbleGround ground_of(const Frame& frame) {
    BubbleGround ground;
    ground.free = free_of(frame.scene);
    ground.heads = faces_seen(frame);
    if (turns(frame.scene.me.room)) return ground;
    for (const Rect& face : ground.heads) {
        ground.kept.push_back(kept_in_sight(face, 4, true));
        const Rect body{face.x - face.w * 0.3F, face.bottom(), face.w * 1.6F, face.h * 1.6F};
        ground.kept.push_back(kept_in_sight(body, 0.4F, true));
    }
    const std::vector<DeviceSpec>& devices = frame.scene.layout().devices;
    const DeviceId near = frame.scene.me.plan.device;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        const DeviceClass kind = devices[i].device_class;
        const bool meant = near == no_device ? kind == DeviceClass::scanner : device == near;
        if (!meant) continue;
        const bool machine = a_machine(kind);
        ground.kept.push_back({sides_of(frame, device), machine ? 1.0F : 0.09F, machine});
    }
    return ground;
}

bool spoken(std::string_view verb) {
    return verb == "tell" || verb == "ask" || verb == "send" || verb == "announce";
}

/// It stays where it was as long as nothing speaks against it: words that jump are not read.
std::optional<Trainee::Spoken> settled(const Frame& frame, const Speaker& speaker) {
    const auto& spoken = frame.scene.me.spoken;
    const Rect& free = frame.ground.free;
    const auto before = spoken.find(speaker.who);
    if (before == spoken.end() || before->second.form >= speaker.forms.size()) return {};
    const Point size = speaker.forms[before->second.form];
    const Rect at{before->second.box.x, before->second.box.y, size.x, size.y};
    if (turns(frame.scene.me.room)) return Trainee::Spoken{at, before->second.form};
    const bool inside = at.x >= free.x && at.y >= free.y && at.right() <= free.right() + 1 &&
                        at.bottom() <= free.bottom() + 1;
    const auto& taken = frame.ground.taken;
    const bool clear = std::none_of(taken.begin(), taken.end(),
                                    [&](const Rect& other) { return !common(at, other).empty(); });
    if (!inside || !clear || (speaker.face && !common(at, *speaker.face).empty())) return {};
    return Trainee::Spoken{at, before->second.form};
}

/// The most that can be shown where nothing lies that must stay in sight.
Trainee::Spoken place(const Frame& frame, const Speaker& speaker) {
    if (const auto before = settled(frame, speaker)) return *before;
    Trainee::Spoken chosen;
    for (std::size_t form = 0; form < speaker.forms.size(); ++form) {
        const BubblePlace found = place_bubble(frame.ground, speaker.forms[form], speaker.face);
        chosen = {found.box, form};
        if (found.clear) break;
    }
    return chosen;
}

std::optional<Rect> face_of(const Frame& frame, const std::optional<glm::vec3>& head) {
    const RoomView& room = frame.scene.me.room;
    if (!head) return std::nullopt;
    const auto face = face_in(room, frame.all, *head);
    if (!face || !room.middle.contains(face->centre())) return std::nullopt;
    return face;
}

/// Labels keep off it as well.
void draw_tail(Frame& frame, const std::array<Point, 3>& tail) {
    polygon(frame.scene.ui, tail, Token::paper);
    polyline(frame.scene.ui, tail, Token::line, 1);
    const Point root{(tail[0].x + tail[2].x) / 2, (tail[0].y + tail[2].y) / 2};
    constexpr int pieces = 5;
    for (int i = 1; i <= pieces; ++i) {
        const float share = static_cast<float>(i) / pieces;
        const Point at{root.x + (tail[1].x - root.x) * share,
                       root.y + (tail[1].y - root.y) * share};
        frame.over.push_back({at.x - 6, at.y - 6, 12, 12});
    }
}

struct Ground {
    Rect box;
    bool clicked = false;
    bool pointed = false;  ///< a tail leads to who speaks
};

Ground ground(Frame& frame, const Speaker& speaker, const Trainee::Spoken& placed,
              const std::string& name) {
    Scene& scene = frame.scene;
    const Rect box = placed.box;
    // What lies under it is not meant by a click on it.
    Item item;
    item.name = name;
    item.role = engine::view::Role::area;
    item.rect = box;
    const bool clicked = act(scene.ui, std::move(item)).clicked;
    panel(scene.ui, box, true);
    const auto tail = speaker.face ? tail_of(frame.ground, box, *speaker.face) : std::nullopt;
    if (tail) draw_tail(frame, *tail);
    frame.ground.taken.push_back(box);
    frame.over.push_back(box);
    frame.spoken[speaker.who] = placed;
    return {box, clicked, tail.has_value()};
}

/// What is said, in words of a size that is read from where one sits.
struct Said {
    std::string by;     ///< by name, where something points at who speaks
    std::string place;  ///< where they stand
    std::string words;
    Type type = Type::head;

    float height(Ui& ui, float wide) const {
        const float title = std::max(measure(ui, Type::small_strong, by, wide).y,
                                     measure(ui, Type::small_strong, place, wide).y);
        return title + 2 + measure(ui, type, words, wide).y;
    }
    std::string line() const { return place + ": " + words; }
};

void add_forms(Frame& frame, Speaker& speaker, const Said& said, float widest) {
    Ui& ui = frame.scene.ui;
    const Rect& free = frame.ground.free;
    for (const float wide : {widest, 200.0F}) {
        if (wide > widest || wide > free.w) continue;
        const float inner = wide - 2 * pad;
        const float title = std::max(measure(ui, Type::small_strong, said.by).x,
                                     measure(ui, Type::small_strong, said.place).x);
        const float longest = std::max(title, measure(ui, said.type, said.words).x);
        const float high = said.height(ui, inner) + 2 * pad;
        speaker.forms.push_back(
            {std::min(wide, longest + 2 * pad + 1), std::min(high, free.h * 0.5F)});
    }
    const float line = measure(ui, Type::small_strong, said.line()).x + 2 * pad + 2;
    speaker.forms.push_back({std::min(line, free.w), line_high});
}

void draw_said(Frame& frame, const Ground& where, const Said& said) {
    Ui& ui = frame.scene.ui;
    if (where.box.h <= line_high) {
        text_in(ui, where.box.inset(pad - 2, 0), Type::small_strong, Token::ink, said.line());
        return;
    }
    const Rect box = where.box.inset(pad);
    push_clip(ui, where.box.inset(pad - 1));
    const float high = paragraph(ui, {box.x, box.y, box.w + 1, 0}, Type::small_strong, Token::ink_2,
                                 where.pointed ? said.by : said.place);
    paragraph(ui, {box.x, box.y + high + 2, box.w + 1, 0}, said.type, Token::ink, said.words);
    pop_clip(ui);
}

void draw_voter(Frame& frame) {
    Scene& scene = frame.scene;
    const PartId person = chosen_person(scene);
    if (person == no_part) return;
    const Rect& free = frame.ground.free;
    const Said said{who_speaks(scene, person, true), who_speaks(scene, person, false),
                    speech_of(scene, person)};
    Speaker speaker;
    speaker.who = person;
    speaker.face = face_of(frame, scene.me.room.scene->head_of(person));
    const float wide = std::clamp(free.w * 0.46F, 232.0F, 320.0F);
    const bool full = scene.me.bubbles == Bubbles::full;
    if (full) {
        const float wanted = person_height(scene, wide - 2 * pad - 8);
        speaker.forms.push_back({wide, std::min(wanted, free.h * 0.64F - 2 * pad) + 2 * pad});
    }
    add_forms(frame, speaker, said, wide);
    const Trainee::Spoken placed = place(frame, speaker);
    const Ground where = ground(frame, speaker, placed, "trainee.speech");
    if (full && placed.form == 0) {
        draw_person(scene, where.box.inset(pad));
        return;
    }
    draw_said(frame, where, said);
    if (!full) {
        if (where.clicked) show_people(scene);
        return;
    }
    // From here the replies go to the side.
    scene.me.no_room_from = scene.me.room.to;
    frame.spoken.erase(speaker.who);
    wake_in(scene.ui, 0);
}

/// Colleagues who speak while one looks at them.
void draw_crew(Frame& frame) {
    Scene& scene = frame.scene;
    for (std::size_t i = 0; i < scene.world().actors.size(); ++i) {
        const Actor& actor = scene.world().actors[i];
        const auto post = static_cast<PostId>(i);
        if (!actor.busy || holds(scene, post) || !spoken(verb(actor.doing.verb).name)) continue;
        std::string words = spoken_words(scene.world(), actor.doing, scene.reader());
        const auto face = face_of(frame, scene.me.room.scene->head_at(post));
        if (words.empty() || !face) continue;
        const std::string title(title_of(post, scene.reader()));
        const Said said{title, title, std::move(words), Type::body};
        Speaker speaker;
        speaker.who = -1 - post;
        speaker.face = face;
        add_forms(frame, speaker, said, 240 + 2 * pad);
        const Ground where =
            ground(frame, speaker, place(frame, speaker), "trainee.speech." + std::to_string(i));
        draw_said(frame, where, said);
    }
}

}  // namespace

Bubbles bubbles_fit(const Scene& scene, bool small) {
    const RoomView& room = scene.me.room;
    // Before the first picture of the room nothing is said anywhere.
    if (!room.scene || room.middle.empty()) return small ? Bubbles::words : Bubbles::full;
    const Rect free = free_of(scene);
    if (free.w < 260 || free.h < 160) return Bubbles::none;
    // Before a device the replies would lie over what one works with.
    const bool works = scene.me.plan.device != no_device;
    const bool crowded = scene.me.no_room_from && *scene.me.no_room_from == room.to;
    return small || works || crowded || free.w < 560 || free.h < 280 ? Bubbles::words
                                                                     : Bubbles::full;
}

void draw_bubbles(Scene& scene, const Rect& all) {
    RoomView& room = scene.me.room;
    room.over.clear();
    const bool moving = !(room.camera == room.to);
    if (scene.me.bubbles == Bubbles::none || moving || !room.scene) return;
    // Seen from elsewhere the same person is elsewhere in the picture. Who only turns the head does
    // not want words to jump.
    const bool turning = turns(room);
    if (!turning && !(scene.me.spoken_from == room.to)) scene.me.spoken.clear();
    if (!turning) scene.me.spoken_from = room.to;
    Frame frame{scene, all};
    frame.ground = ground_of(frame);
    draw_voter(frame);
    draw_crew(frame);
    room.over = std::move(frame.over);
    scene.me.spoken = std::move(frame.spoken);
}

}  // namespace sim::seats
