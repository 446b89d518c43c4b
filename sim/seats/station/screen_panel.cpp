#include "sim/seats/station/screen_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/seats/station/plan_hands.h"
#include "sim/station/reach.h"
#include "sim/station/verb.h"

namespace sim::seats::machine {

namespace {

/// Reasons that a person can put right: the button is there, and says what is in the way.
bool stays_on_screen(Message reason) {
    return reason == Message::refused_empty || reason == Message::refused_door_open ||
           reason == Message::refused_not_now || reason == Message::refused_too_early ||
           reason == Message::refused_test_mode || reason == Message::refused_no_package;
}

float text_height(const Kit& kit, const Face& face, float wide) {
    float high = 0;
    if (!face.head.empty()) high += lines_height(kit, {34, true}, face.head, wide) + 4 * kit.k;
    if (!face.text.empty()) high += lines_height(kit, {17}, face.text, wide) + 8 * kit.k;
    if (face.verdict != Verdict::none) high += 52 * kit.k;
    if (!face.after.empty()) high += lines_height(kit, {17, true}, face.after, wide);
    return high;
}

bool words_fit(const Kit& kit, const Face& face, float wide) {
    std::string_view head = face.head;
    while (!head.empty()) {
        const std::size_t end = std::min(head.find(' '), head.size());
        if (width(kit, {34, true}, head.substr(0, end)) > wide) return false;
        head.remove_prefix(std::min(end + 1, head.size()));
    }
    return true;
}

void draw_verdict(Panel& panel, const Kit& kit, const Rect& rect, Verdict verdict) {
    const engine::Translator& _ = panel.reader.translate;
    Kit here = kit;
    const bool good = verdict == Verdict::counted;
    const Status status = good                          ? Status::ok
                          : verdict == Verdict::not_yet ? Status::care
                                                        : Status::fault;
    const std::string_view words = good                          ? _("COUNTED")
                                   : verdict == Verdict::not_yet ? _("NOT COUNTED YET")
                                                                 : _("NOT COUNTED");
    const Pen pen{26, true, paint::white};
    const float needed = std::max(260 * here.k, width(here, pen, words) + 68 * here.k);
    const Rect band{rect.x, rect.y, std::min(rect.w, needed), rect.h};
    engine::view::fill(here.ui, band, ink_for(status), 3 * here.k);
    Rect inner = band.inset(12 * here.k, 4 * here.k);
    const Rect sign = inner.cut_left(30 * here.k);
    status_sign(here, sign.centre(), 28 * here.k, status, paint::white);
    inner.cut_left(10 * here.k);
    one_line(here, inner, pen, words);
}

/// The message from the top of a rectangle, smaller when there is little room.
void draw_message(Panel& panel, const Rect& rect, const Face& face) {
    Kit kit = panel.kit;
    for (int i = 0; i < 12; ++i) {
        if (text_height(kit, face, rect.w) <= rect.h && words_fit(kit, face, rect.w)) break;
        kit.k *= 0.95F;
    }
    Rect left = rect;
    const float free = left.h - text_height(kit, face, left.w);
    left.cut_top(std::max(0.0F, std::min(free * 0.3F, 16 * kit.k)));
    const auto put = [&](const Pen& pen, const std::string& words, float gap) {
        if (words.empty()) return;
        left.cut_top(lines(kit, left, pen, words) + gap * kit.k);
    };
    put({34, true, face.head_ink}, face.head, 4);
    put({17, false, paint::ink_2}, face.text, 8);
    if (face.verdict != Verdict::none) {
        const Rect band = left.cut_top(44 * kit.k);
        draw_verdict(panel, kit, band, face.verdict);
        left.cut_top(8 * kit.k);
    }
    put({17, true}, face.after, 0);
}

/// Three dots that take turns, by the station's clock.
void draw_busy(Panel& panel, const Rect& rect) {
    const auto turn = static_cast<int>(panel.world.now / (400 * engine::millisecond) % 3);
    for (int i = 0; i < 3; ++i) {
        const Colour ink = i == turn || panel.kit.ui.still ? paint::navy : paint::steel;
        const float k = panel.kit.k;
        engine::view::disc(panel.kit.ui,
                           {rect.x + (6 + 20 * static_cast<float>(i)) * k, rect.centre().y}, 5 * k,
                           ink);
    }
}

void draw_menu(Panel& panel, Rect body, const Face& face) {
    Kit& kit = panel.kit;
    const Pen head{22, true, face.head_ink, 0.5F};
    const Pen text{14, false, paint::ink_2};
    const int columns = panel.targets.size() > 6 ? 3 : 2;
    if (panel.targets.size() > 9) {
        // Many buttons: the words stand beside the title.
        Rect top = body.cut_top(30 * kit.k);
        top.cut_left(one_line(kit, {top.x, top.y, top.w * 0.5F, top.h}, head, face.head) +
                     14 * kit.k);
        const Pen small{12, false, paint::ink_2};
        const float high = std::min(lines_height(kit, small, face.text, top.w), top.h);
        lines(kit, {top.x, top.centre().y - high / 2, top.w, high + 1}, small, face.text);
        body.cut_top(4 * kit.k);
        return draw_buttons(panel, body, panel.targets, columns);
    }
    body.cut_top(lines(kit, {body.x, body.y, body.w, 28 * kit.k}, head, face.head));
    if (!face.text.empty()) {
        const float high = std::min(lines_height(kit, text, face.text, body.w), 38 * kit.k);
        lines(kit, {body.x, body.y, body.w, high + 1}, text, face.text);
        body.cut_top(high);
    }
    body.cut_top(8 * kit.k);
    draw_buttons(panel, body, panel.targets, columns);
}

}  // namespace

const Target* Panel::target(std::string_view id) const {
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&](const Target& one) { return one.id == id; });
    return found == targets.end() ? nullptr : &*found;
}

std::optional<Target> Panel::take(std::string_view id) {
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&](const Target& one) { return one.id == id; });
    if (found == targets.end()) return std::nullopt;
    Target taken = *found;
    targets.erase(found);
    return taken;
}

std::vector<Target> targets_of(const World& world, DeviceId device, const Reader& reader) {
    std::vector<Target> result;
    const Layout& layout = world.layout();
    const auto touching = find_verb("touch", PartKind::target);
    if (!touching) return result;
    const std::string begin = layout.device(device).name + ".screen.";
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& part = layout.parts[i];
        if (part.device != device || part.kind != PartKind::target) continue;
        Command command;
        command.verb = *touching;
        command.object = static_cast<PartId>(i);
        Target target;
        target.part = command.object;
        target.id = std::string_view(part.name).substr(std::min(begin.size(), part.name.size()));
        target.label = label_of(layout, target.part, reader);
        Refusal refusal = verb(*touching).check(world, command);
        if (refusal.reason == Message::refused_value_needed) {
            target.takes_value = true;
            command.has_value = true;
            for (command.value = 1; command.value < 3; ++command.value) {
                refusal = verb(*touching).check(world, command);
                if (!refusal.already) break;
            }
        }
        if (refusal && (refusal.already || !stays_on_screen(refusal.reason))) continue;
        target.enabled = !refusal;
        if (refusal) target.reason = describe(refusal, *world.setup, reader);
        result.push_back(std::move(target));
    }
    return result;
}

namespace {

/// The station that the machine takes for its own.
std::int64_t named_station(const Panel& panel) {
    const std::uint16_t station = panel.world.setup->station_number;
    if (panel.spec().device_class != DeviceClass::scanner) return station;
    const Scanner& scanner = panel.world.scanners[static_cast<std::size_t>(panel.spec().number)];
    if (scanner.station == 0) return station;
    return scanner_station(scanner, looking(panel.world, panel.device));
}

}  // namespace

Rect draw_header(Panel& panel, Time clock) {
    const engine::Translator& _ = panel.reader.translate;
    Kit& kit = panel.kit;
    Rect rest = panel.rect;
    Rect band = rest.cut_top(header_height * kit.k);
    engine::view::fill(kit.ui, band, paint::navy);
    band = band.inset(12 * kit.k, 0);
    std::string time = engine::format_clock(clock);
    if (time.size() >= 8) time = time.substr(time.size() - 8, 5);
    const Pen clock_pen{16, true, paint::white};
    one_line(kit, band.cut_right(56 * kit.k), clock_pen, time, Align::right);
    const Pen chip_pen{12, true, paint::on_amber};
    const std::string_view training = _("TRAINING");
    const float chip = width(kit, chip_pen, training) + 20 * kit.k;
    // Its full name would be too small to read.
    const std::string title =
        fmt::format(fmt::runtime(_("Station {} · {}")), named_station(panel),
                    short_label(panel.world.layout(), panel.device, panel.reader));
    const Rect left = band.cut_left(band.w - chip - 24 * kit.k);
    const float used = one_line(kit, left, {14, true, paint::white, 0.5F}, title);
    // In the middle of the screen where the title leaves it free.
    const float middle = panel.rect.centre().x - chip / 2;
    const float x = std::clamp(middle, left.x + used + 12 * kit.k, band.x + 12 * kit.k);
    const Rect box{x, rest.y - 24 * kit.k, chip, 18 * kit.k};
    engine::view::fill(kit.ui, box, paint::amber);
    one_line(kit, box, chip_pen, training, Align::centre);
    return rest;
}

void draw_foot(Panel& panel, const Rect& rect, const Foot& foot) {
    Kit& kit = panel.kit;
    engine::view::fill(kit.ui, rect, paint::foot);
    engine::view::fill(kit.ui, {rect.x, rect.y, rect.w, std::max(1.0F, kit.k)}, paint::line);
    Rect inner = rect.inset(14 * kit.k, 0);
    if (!foot.label.empty()) {
        const Pen figure{26, true};
        const float wide = width(kit, figure, foot.figure);
        one_line(kit, inner.cut_right(wide), figure, foot.figure);
        inner.cut_right(8 * kit.k);
        const Pen pen{15, true};
        const float label = std::min(width(kit, pen, foot.label), inner.w * 0.45F);
        one_line(kit, inner.cut_right(label).moved(0, 2 * kit.k), pen, foot.label, Align::right);
        inner.cut_right(14 * kit.k);
    }
    const Rect sign = inner.cut_left(20 * kit.k);
    status_sign(kit, sign.centre(), 17 * kit.k, foot.status, ink_for(foot.status));
    inner.cut_left(8 * kit.k);
    const Pen words{15, true, paint::navy, 0.6F};
    if (width(kit, words, foot.words) <= inner.w) {
        one_line(kit, inner, words, foot.words);
    } else {
        Pen two = words;
        two.size = 13;
        const float high = std::min(lines_height(kit, two, foot.words, inner.w), inner.h);
        lines(kit, {inner.x, inner.centre().y - high / 2, inner.w, high + 1}, two, foot.words);
    }
}

void touch(Panel& panel, const Target& target) {
    if (panel.state == nullptr) return;
    if (target.takes_value) {
        panel.state->entry = target.part;
        panel.state->typed.clear();
        engine::view::wake_in(panel.kit.ui, 0);
        return;
    }
    panel.touched = Touched{target.part, std::nullopt};
}

void draw_buttons(Panel& panel, const Rect& rect, const std::vector<Target>& targets, int columns) {
    if (targets.empty()) return;
    Kit& kit = panel.kit;
    const float gap = 6 * kit.k;
    const auto count = static_cast<int>(targets.size());
    const int rows = (count + columns - 1) / columns;
    const float wide =
        (rect.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float high = std::min(
        46 * kit.k, (rect.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows));
    for (int i = 0; i < count; ++i) {
        const Target& target = targets[static_cast<std::size_t>(i)];
        const Rect place{rect.x + static_cast<float>(i % columns) * (wide + gap),
                         rect.y + static_cast<float>(i / columns) * (high + gap), wide, high};
        TouchButton button;
        button.name = panel.prefix + "." + std::string(target.id);
        button.label = target.label;
        button.help = target.reason;
        button.enabled = target.enabled;
        button.primary = target.primary;
        button.size = high > 40 * kit.k ? 15.0F : 13.0F;
        if (touch_button(kit, place, button, panel.live())) touch(panel, target);
    }
}

/// The maker's own words for this screen, where it has some; a small display has no drawings.
static Face in_own_words(const Panel& panel, Face face) {
    constexpr std::int32_t small_width = 160;  // mm
    const DeviceSpec& device = panel.spec();
    const std::string_view screen = panel.choice("screen");
    for (const auto& [name, text] : device.texts) {
        if (name != screen) continue;
        face.head = text.in(panel.reader.language);
        // They say themselves how a document is read there.
        if (screen == "next_voter") face.text.clear();
    }
    const PartSpec& display = panel.world.layout()[device.part(Role::screen)];
    if (!device.texts.empty() && display.shape.size[0] <= small_width) face.sketch = Sketch::none;
    return face;
}

void draw_face(Panel& panel, const Rect& body, const Face& wanted) {
    const Face face = in_own_words(panel, wanted);
    Kit& kit = panel.kit;
    engine::view::fill(kit.ui, body, paint::ground);
    Rect inner = body.inset(18 * kit.k, 12 * kit.k);
    if (face.menu || panel.targets.size() > 4) return draw_menu(panel, inner, face);
    const bool beside = panel.targets.size() == 1 && face.sketch != Sketch::none;
    if (!panel.targets.empty() && !beside) {
        const Rect row = inner.cut_bottom(46 * kit.k);
        inner.cut_bottom(8 * kit.k);
        draw_buttons(panel, row, panel.targets, static_cast<int>(panel.targets.size()));
    }
    if (face.sketch != Sketch::none) {
        Rect column = inner.cut_right(std::min(inner.w * 0.34F, inner.h));
        inner.cut_right(16 * kit.k);
        if (beside) {
            draw_buttons(panel, column.cut_bottom(42 * kit.k), panel.targets, 1);
            column.cut_bottom(8 * kit.k);
        }
        draw_sketch(kit, column, face.sketch);
    }
    if (face.busy) draw_busy(panel, inner.cut_bottom(20 * kit.k));
    draw_message(panel, inner, face);
}

}  // namespace sim::seats::machine
