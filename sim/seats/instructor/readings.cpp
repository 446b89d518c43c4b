#include <algorithm>

#include "engine/core/quantity.h"
#include "sim/assessment/describe.h"
#include "sim/assessment/reading.h"
#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

SignalRef ref_of(const Layout& layout, PartId noun) {
    const PartSpec& part = layout[noun];
    const int unit = part.device == no_device ? 0 : layout.device(part.device).number;
    return {part.index, static_cast<std::int16_t>(unit)};
}

/// As the model has it, whatever the instructor makes the machine say.
std::int64_t true_value(const World& world, SignalRef ref) {
    return spec(ref).read(world, ref.unit);
}

bool overridden(const World& world, SignalRef ref) {
    return std::any_of(world.overrides.begin(), world.overrides.end(),
                       [&](const Override& lie) { return lie.signal == ref; });
}

bool wanted(const View& view, const PartSpec& noun, SignalRef ref) {
    if (noun.kind != PartKind::signal) return false;
    if (view.state.only_hidden && spec(ref).channel != Channel::hidden) return false;
    const std::string search = lower_case(view.state.reading_search);
    if (search.empty()) return true;
    return lower_case(signal_name(view.live.layout(), ref)).find(search) != std::string::npos ||
           lower_case(view.reader.translate(spec(ref).help)).find(search) != std::string::npos;
}

void override_reading(View& view, PartId noun) {
    const engine::Translator& _ = view.reader.translate;
    const Layout& layout = view.live.layout();
    const auto value = parse_reading(layout, ref_of(layout, noun), view.state.reading_value);
    if (!value) {
        view.state.reading_problem =
            engine::fill(_("{} is no value of this reading"),
                         std::vector{engine::quote(view.state.reading_value)});
        return;
    }
    view.state.reading_problem.clear();
    tell_refusal(view, say(view.live,
                           "override " + signal_name(layout, ref_of(layout, noun)) + " " +
                               view.state.reading_value,
                           Seat::instructor));
}

/// The value as it can be chosen or typed.
void draw_value(View& view, const Rect& rect, SignalRef ref) {
    const SignalSpec& row = spec(ref);
    std::vector<Segment> choices;
    if (row.type == SignalType::boolean) {
        choices = {{"true", std::string(view.reader.translate(N_("yes")))},
                   {"false", std::string(view.reader.translate(N_("no")))}};
    }
    for (const std::string_view name : row.choices) {
        choices.push_back({std::string(name), describe_choice(name, view.reader)});
    }
    const engine::Translator& _ = view.reader.translate;
    if (choices.empty()) {
        if (field(view.ui, rect, "reading.value", _("Value"), view.state.reading_value).submitted) {
            override_reading(view, view.state.reading);
        }
        return;
    }
    int selected = -1;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].name == view.state.reading_value) selected = static_cast<int>(i);
    }
    if (const auto chosen = choice(view.ui, rect, "reading.value", _("Value"), choices, selected)) {
        view.state.reading_value = choices[static_cast<std::size_t>(*chosen)].name;
    }
}

float draw_editor(View& view, Point at, float width, PartId noun) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const SignalRef ref = ref_of(view.live.layout(), noun);
    float y = at.y;
    draw_value(view, {at.x, y, width, 36}, ref);
    y += 42;
    Button lie{"reading.override", std::string(_("Make it read so")),
               std::string(_("The model beneath stays true"))};
    lie.look = Look::primary;
    const float lie_h = height_of(ui, lie, width);
    if (button(ui, {at.x, y, std::min(width, width_of(ui, lie)), lie_h}, lie)) {
        override_reading(view, noun);
    }
    y += lie_h + 6;
    if (overridden(view.world(), ref)) {
        const Button truth{"reading.restore", std::string(_("Let it tell the truth again"))};
        const float h = height_of(ui, truth, width);
        if (button(ui, {at.x, y, std::min(width, width_of(ui, truth)), h}, truth)) {
            tell_refusal(view, say(view.live, "restore " + signal_name(view.live.layout(), ref),
                                   Seat::instructor));
        }
        y += h + 6;
    }
    if (!view.state.reading_problem.empty()) {
        y += paragraph(ui, {at.x, y, width, 0}, Type::small, Token::fault,
                       view.state.reading_problem);
    }
    return y - at.y;
}

void choose_reading(View& view, PartId noun) {
    const SignalRef ref = ref_of(view.live.layout(), noun);
    view.state.reading = view.state.reading == noun ? no_part : noun;
    view.state.reading_value = value_text(view.live.layout(), ref, read(view.world(), ref));
    view.state.reading_problem.clear();
}

float value_width(const View& view, const std::string& value, float width) {
    return std::min(measure(view.ui, Type::small_strong, value).x, width * 0.4F);
}

/// One reading: what it is, its name, its value; and what is really so when it lies.
float draw_reading(View& view, Point at, float width, PartId noun, bool seen) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const Layout& layout = view.live.layout();
    const SignalRef ref = ref_of(layout, noun);
    const bool lies = overridden(view.world(), ref);
    const std::string value = describe_value(layout, ref, read(view.world(), ref), view.reader);
    const float value_w = value_width(view, value, width);
    const float room = width - value_w - 30;
    const std::string_view help = _(spec(ref).help);
    const std::string truth =
        lies ? engine::fill(_("Overridden; really {}"),
                            std::vector{describe_value(layout, ref, true_value(view.world(), ref),
                                                       view.reader)})
             : std::string();
    const float help_h = measure(ui, Type::small, help, room).y;
    const float value_h = measure(ui, Type::small_strong, value, value_w + 1).y;
    const std::string name = signal_name(layout, ref);
    const float name_h = measure(ui, Type::label, name, width - 20).y;
    const float truth_h = lies ? measure(ui, Type::small_strong, truth, width - 42).y : 0;
    const float height = std::max(help_h, value_h) + name_h + truth_h + 10;
    if (!seen) return height;
    const bool selected = view.state.reading == noun;
    const Rect rect{at.x, at.y, width, height};
    if (row(ui, rect, "reading." + name, help, selected).clicked) choose_reading(view, noun);
    paragraph(ui, {at.x + 10, at.y + 5, room, 0}, Type::small, Token::ink, help);
    paragraph(ui, {at.x + width - value_w - 10, at.y + 5, value_w + 1, 0}, Type::small_strong,
              lies ? Token::care : Token::ink, value, Align::right);
    float y = at.y + 5 + std::max(help_h, value_h);
    paragraph(ui, {at.x + 10, y, width - 20, 0}, Type::label, Token::ink_3, name);
    y += name_h;
    if (lies) {
        status_shape(ui, {at.x + 17, y + 9}, 13, Status::care);
        paragraph(ui, {at.x + 30, y, width - 42, 0}, Type::small_strong, Token::care, truth);
    }
    return height;
}

}  // namespace

void draw_readings(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Rect rest = rect;
    field(ui, rest.cut_top(36).inset(2, 0), "readings.search", _("Search readings"),
          view.state.reading_search, _("Search readings"), icons::search);
    rest.cut_top(6);
    const std::string_view label = _("Only what the trainee cannot see");
    const float toggle_h = std::max(28.0F, measure(ui, Type::body, label, rest.w - 56).y + 4);
    if (toggle(ui, rest.cut_top(toggle_h).inset(2, 0), "readings.hidden", label,
               view.state.only_hidden)) {
        view.state.only_hidden = !view.state.only_hidden;
    }
    rest.cut_top(6);
    const Layout& layout = view.live.layout();
    const Rect content = begin_scroll(ui, "readings", rest);
    float y = content.y;
    bool any = false;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const auto noun = static_cast<PartId>(i);
        if (layout[noun].kind != PartKind::signal) continue;
        if (!wanted(view, layout[noun], ref_of(layout, noun))) continue;
        any = true;
        const bool seen = y < rest.bottom() + 60 && y > rest.y - 160;
        y += draw_reading(view, {content.x, y}, content.w, noun, seen);
        if (view.state.reading == noun) {
            y += draw_editor(view, {content.x + 10, y + 4}, content.w - 20, noun) + 8;
        }
    }
    if (!any) {
        y += paragraph(ui, {content.x, y, content.w, 0}, Type::small, Token::ink_2,
                       _("No reading has these words. Try a shorter one."));
    }
    end_scroll(ui, y - content.y);
}

namespace {

/// What an instructor looks at first, of each class.
std::vector<const char*> key_readings(DeviceClass device_class) {
    switch (device_class) {
        case DeviceClass::scanner:
            return {"polls", "ballots", "path", "outcome", "alarm", "printer", "roll_left"};
        case DeviceClass::terminal:
            return {"result",    "identified", "receipts_owed", "sheets_left",
                    "roll_left", "battery",    "peer_linked"};
        case DeviceClass::transmitter:
            return {"state", "signal", "sim", "tries", "package", "acknowledged"};
        default:
            return {"mains.voltage", "ups.charge", "ups.on_battery", "generator.state"};
    }
}

float draw_key_readings(View& view, Point at, float width, const DeviceLine& line) {
    Ui& ui = view.ui;
    const Layout& layout = view.live.layout();
    const DeviceSpec& device = layout.device(line.device);
    const bool power = device.device_class == DeviceClass::power;
    float y = at.y;
    for (const char* name : key_readings(device.device_class)) {
        const auto ref = find_signal(layout, power ? name : device.name + "." + name);
        if (!ref || ref->signal < 0) continue;
        const std::string value =
            describe_value(layout, *ref, read(view.world(), *ref), view.reader);
        const std::string_view help = view.reader.translate(spec(*ref).help);
        const float value_w = std::min(measure(ui, Type::small_strong, value).x, width * 0.45F);
        const float help_h =
            paragraph(ui, {at.x, y, width - value_w - 12, 0}, Type::small, Token::ink_2, help);
        const float value_h = paragraph(ui, {at.x + width - value_w, y, value_w + 1, 0},
                                        Type::small_strong, Token::ink, value, Align::right);
        y += std::max(help_h, value_h) + 4;
    }
    return y - at.y;
}

}  // namespace

void draw_devices(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const Rect content = begin_scroll(ui, "devices", rect);
    float y = content.y;
    for (const DeviceLine& line : device_lines(view.live, view.reader)) {
        const float name_w = measure(ui, Type::body_strong, line.name).x;
        text(ui, {content.x, y}, Type::body_strong, Token::ink, line.name);
        const float room = content.w - name_w - 40;
        const float words_w = std::min(measure(ui, Type::small_strong, line.word).x, room);
        const float x = content.x + content.w - words_w;
        status_shape(ui, {x - 14, y + 11}, 15, line.status);
        const float h = paragraph(ui, {x, y + 2, words_w + 1, 0}, Type::small_strong,
                                  colour_of(line.status), line.word, Align::right);
        y += std::max(24.0F, h + 4);
        y += draw_key_readings(view, {content.x, y}, content.w, line) + 6;
        separator(ui, {content.x, y}, content.w);
        y += 10;
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
