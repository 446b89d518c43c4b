// What people say, at their heads in the room.

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/seats/station/voice.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float pad = 14;
constexpr float away = 10;   ///< of a bubble from the face, and of its tail
constexpr float near = 170;  ///< so long a tail is no matter

float overlap(const Rect& a, const Rect& b) {
    const Rect both = common(a, b);
    return both.empty() ? 0.0F : both.w * both.h;
}

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
    Point size;  ///< of what is said, with its margin
};

/// Where on the edge of a bubble its tail begins.
Point edge_towards(const Rect& box, Point to) {
    constexpr float corner = 22;
    const Point at{std::clamp(to.x, box.x + corner, box.right() - corner),
                   std::clamp(to.y, box.y + corner, box.bottom() - corner)};
    if (to.x > box.right()) return {box.right() - 1, at.y};
    if (to.x < box.x) return {box.x + 1, at.y};
    return {at.x, to.y > box.centre().y ? box.bottom() - 1 : box.y + 1};
}

struct Frame {
    Scene& scene;
    Rect all;
    Rect free;
    std::vector<Rect> taken{};
    std::map<std::int64_t, Rect> spoken{};
};

/// Faces that no panel lies over, of those who are near: far ones may be behind anything.
std::vector<Rect> faces_seen(const Frame& frame) {
    const RoomView& room = frame.scene.me.room;
    constexpr float near_face = 24;
    std::vector<Rect> faces = faces_in(room, frame.all);
    std::erase_if(faces, [&](const Rect& face) {
        return face.w < near_face || !room.middle.contains(face.centre());
    });
    return faces;
}

/// What one stands before, in the picture.
Rect device_in(const Frame& frame) {
    const RoomView& room = frame.scene.me.room;
    const DeviceId device = frame.scene.me.plan.device;
    if (device == no_device) return {};
    const engine::scene::Box body = room.scene->body_of(frame.scene.layout(), device);
    if (body.empty()) return {};
    const Rect& all = frame.all;
    const glm::mat4 lens = engine::scene::view_projection(room.camera, all.w / all.h);
    Rect around;
    for (int i = 0; i < 8; ++i) {
        const glm::vec3 corner{(i & 1) != 0 ? body.high.x : body.low.x,
                               (i & 2) != 0 ? body.high.y : body.low.y,
                               (i & 4) != 0 ? body.high.z : body.low.z};
        const auto at = engine::scene::project(lens, corner, all.w, all.h);
        if (!at) return {};
        const Point point{all.x + at->x, all.y + at->y};
        if (i == 0) around = {point.x, point.y, 0, 0};
        const Point low{std::min(around.x, point.x), std::min(around.y, point.y)};
        const Point high{std::max(around.right(), point.x), std::max(around.bottom(), point.y)};
        around = {low.x, low.y, high.x - low.x, high.y - low.y};
    }
    return around;
}

/// At the upper left, near the head, over no face.
Rect place(const Frame& frame, const Speaker& speaker) {
    const Rect& free = frame.free;
    const std::vector<Rect> faces = faces_seen(frame);
    const Rect worked_with = device_in(frame);
    constexpr int steps = 8;
    const float across = std::max(0.0F, free.w - speaker.size.x);
    const float down = std::max(0.0F, free.h - speaker.size.y);
    float best = 1e9F;
    Rect chosen{free.x, free.y, speaker.size.x, speaker.size.y};
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const Rect at{free.x + across * static_cast<float>(column) / steps,
                          free.y + down * static_cast<float>(row) / steps, speaker.size.x,
                          speaker.size.y};
            float cost = 0.25F * (at.x - free.x) + 0.35F * (at.y - free.y);
            if (speaker.face) {
                const Point head = speaker.face->centre();
                const Point edge = edge_towards(at, head);
                cost += std::max(0.0F, std::hypot(edge.x - head.x, edge.y - head.y) - near);
                cost += 20 * overlap(at, speaker.face->inset(-away));
            }
            for (const Rect& face : faces) cost += 4 * overlap(at, face);
            for (const Rect& other : frame.taken) cost += 40 * overlap(at.inset(-6), other);
            cost += 0.09F * overlap(at, worked_with);
            if (cost >= best) continue;
            best = cost;
            chosen = at;
        }
    }
    return chosen;
}

/// From the edge of the bubble to beside the mouth.
void draw_tail(Ui& ui, const Rect& box, const Rect& face) {
    const Point head = face.centre();
    const Point root = edge_towards(box, head);
    const float length = std::hypot(head.x - root.x, head.y - root.y);
    const float free = length - face.w / 2 - 4;
    if (length < 1) return;
    const Point way{(head.x - root.x) / length, (head.y - root.y) / length};
    // To one who is far away it only shows the way: it would lie over others.
    constexpr float longest_tail = 110;
    constexpr float pointing = 26;
    const float reach = free > longest_tail ? pointing : std::max(free, 0.0F);
    const Point tip{root.x + way.x * reach, root.y + way.y * reach};
    if (box.contains(tip)) return;
    const Point aside{-way.y * 12, way.x * 12};
    const std::array<Point, 3> tail{
        {{root.x + aside.x, root.y + aside.y}, tip, {root.x - aside.x, root.y - aside.y}}};
    polygon(ui, tail, Token::paper);
    polyline(ui, tail, Token::line, 1);
}

bool spoken(std::string_view verb) {
    return verb == "tell" || verb == "ask" || verb == "send" || verb == "announce";
}

/// It stays where it was as long as nothing speaks against it: words that jump are not read.
Rect settled(const Frame& frame, const Speaker& speaker) {
    const auto& spoken = frame.scene.me.spoken;
    const Rect& free = frame.free;
    if (const auto before = spoken.find(speaker.who); before != spoken.end()) {
        const Rect at{before->second.x, before->second.y, speaker.size.x, speaker.size.y};
        const bool inside = at.x >= free.x && at.y >= free.y && at.right() <= free.right() + 1 &&
                            at.bottom() <= free.bottom() + 1;
        const bool clear = std::none_of(frame.taken.begin(), frame.taken.end(),
                                        [&](const Rect& other) { return overlap(at, other) > 0; });
        if (inside && clear && (!speaker.face || overlap(at, *speaker.face) == 0)) return at;
    }
    return place(frame, speaker);
}

std::optional<Rect> face_of(const Frame& frame, const std::optional<glm::vec3>& head) {
    const RoomView& room = frame.scene.me.room;
    if (!head) return std::nullopt;
    const auto face = face_in(room, frame.all, *head);
    if (!face || !room.middle.contains(face->centre())) return std::nullopt;
    return face;
}

struct Ground {
    Rect box;
    bool clicked = false;
};

Ground ground(Frame& frame, const Speaker& speaker, const std::string& name) {
    Scene& scene = frame.scene;
    const Rect box = settled(frame, speaker);
    frame.taken.push_back(box);
    frame.spoken[speaker.who] = box;
    // What lies under it is not meant by a click on it.
    Item item;
    item.name = name;
    item.role = engine::view::Role::area;
    item.rect = box;
    const bool clicked = act(scene.ui, std::move(item)).clicked;
    panel(scene.ui, box, true);
    if (speaker.face) draw_tail(scene.ui, box, *speaker.face);
    return {box, clicked};
}

void draw_voter(Frame& frame) {
    Scene& scene = frame.scene;
    const PartId person = chosen_person(scene);
    if (person == no_part) return;
    const bool full = scene.me.bubbles == Bubbles::full;
    const float width = std::clamp(frame.free.w * 0.46F, 232.0F, 320.0F);
    const float inner = width - 2 * pad;
    const float wanted = full ? person_height(scene, inner - 8) : words_height(scene, inner);
    const float most = frame.free.h * (full ? 0.64F : 0.5F) - 2 * pad;
    Speaker speaker;
    speaker.who = person;
    speaker.face = face_of(frame, scene.me.room.scene->head_of(person));
    speaker.size = {width, std::min(wanted, most) + 2 * pad};
    const auto [box, clicked] = ground(frame, speaker, "trainee.speech");
    if (clicked && !full) show_people(scene);
    if (full) {
        draw_person(scene, box.inset(pad));
    } else {
        push_clip(scene.ui, box.inset(pad));
        draw_words(scene, box.inset(pad));
        pop_clip(scene.ui);
    }
}

/// Colleagues who speak while one looks at them.
void draw_crew(Frame& frame) {
    Scene& scene = frame.scene;
    for (std::size_t i = 0; i < scene.world().actors.size(); ++i) {
        const Actor& actor = scene.world().actors[i];
        const auto post = static_cast<PostId>(i);
        if (!actor.busy || holds(scene, post) || !spoken(verb(actor.doing.verb).name)) continue;
        const std::string words = spoken_words(scene.world(), actor.doing, scene.reader());
        const auto face = face_of(frame, scene.me.room.scene->head_at(post));
        if (words.empty() || !face) continue;
        const std::string title(title_of(post, scene.reader()));
        const float widest = std::min(240.0F, frame.free.w - 2 * pad);
        const Point name = measure(scene.ui, Type::small_strong, title, widest);
        const Point said = measure(scene.ui, Type::body, words, widest);
        Speaker speaker;
        speaker.who = -1 - post;
        speaker.face = face;
        speaker.size = {std::max(name.x, said.x) + 2 * pad + 1, name.y + said.y + 2 * pad};
        const Rect box =
            ground(frame, speaker, "trainee.speech." + std::to_string(i)).box.inset(pad);
        paragraph(scene.ui, {box.x, box.y, box.w + 1, 0}, Type::small_strong, Token::ink_2, title);
        paragraph(scene.ui, {box.x, box.y + name.y, box.w + 1, 0}, Type::body, Token::ink, words);
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
    return small || works || free.w < 560 || free.h < 280 ? Bubbles::words : Bubbles::full;
}

void draw_bubbles(Scene& scene, const Rect& all) {
    RoomView& room = scene.me.room;
    room.over.clear();
    const bool moving = !(room.camera == room.to);
    if (scene.me.bubbles == Bubbles::none || moving || !room.scene) return;
    // Seen from elsewhere the same person is elsewhere in the picture. Who only turns the head does
    // not want words to jump.
    const bool turning = !(room.grip == Point{});
    if (!turning && !(scene.me.spoken_from == room.to)) scene.me.spoken.clear();
    if (!turning) scene.me.spoken_from = room.to;
    Frame frame{scene, all, free_of(scene)};
    draw_voter(frame);
    draw_crew(frame);
    room.over = frame.taken;
    scene.me.spoken = std::move(frame.spoken);
}

}  // namespace sim::seats
