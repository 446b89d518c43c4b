#include <algorithm>

#include "engine/core/quantity.h"
#include "sim/assessment/describe.h"
#include "sim/faults/injection.h"
#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float control = 36;

float labelled(Ui& ui, Point at, float width, std::string_view label) {
    return paragraph(ui, {at.x, at.y, width, 0}, Type::small_strong, Token::ink_2, label) + 3;
}

float text_field(View& view, Point at, float width, const char* name, std::string_view label,
                 std::string& value, std::string_view placeholder = {}) {
    float y = at.y + labelled(view.ui, at, width, label);
    field(view.ui, {at.x, y, width, control}, name, label, value, placeholder);
    return y + control + 10 - at.y;
}

/// Choices one under the other where they have no room side by side.
std::optional<int> pick(Ui& ui, Point at, float width, std::string_view name,
                        std::string_view label, std::span<const Segment> choices, int selected,
                        float& height) {
    float widest = 0;
    for (const Segment& one : choices) {
        widest = std::max(widest, measure(ui, Type::small_strong, one.label).x);
    }
    height = control;
    if ((widest + 12) * static_cast<float>(choices.size()) + 6 <= width) {
        return segments(ui, {at.x, at.y, width, control}, name, choices, selected);
    }
    return choice(ui, {at.x, at.y, width, control}, name, label, choices, selected);
}

/// The list of readings that match what is typed, to choose one.
float draw_signal(View& view, Point at, float width) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Form& form = view.state.form;
    const Layout& layout = view.live.layout();
    float y = at.y + labelled(ui, at, width, _("Reading"));
    const std::string known = form.signal ? signal_name(layout, *form.signal) : std::string();
    field(ui, {at.x, y, width, control}, "form.signal", _("Reading"), form.signal_search,
          known.empty() ? _("Search readings") : std::string_view(known), icons::search);
    y += control + 4;
    if (form.signal) {
        y += paragraph(ui, {at.x, y, width, 0}, Type::small, Token::ink_2,
                       _(spec(*form.signal).help));
    }
    const std::string search = lower_case(form.signal_search);
    if (search.empty()) return y + 6 - at.y;
    int shown = 0;
    for (const std::string& name : signal_names(layout)) {
        const auto ref = find_signal(layout, name);
        if (!ref || shown >= 6) continue;
        const std::string_view help = _(spec(*ref).help);
        if (lower_case(name).find(search) == std::string::npos &&
            lower_case(help).find(search) == std::string::npos) {
            continue;
        }
        ++shown;
        const float h = measure(ui, Type::small, help, width - 20).y + 24;
        const Rect rect{at.x, y, width, h};
        if (row(ui, rect, "form.signal." + name, help, false).clicked) {
            form.signal = *ref;
            form.signal_search.clear();
            form.value.clear();
        }
        paragraph(ui, {rect.x + 10, rect.y + 3, width - 20, 0}, Type::small, Token::ink, help);
        text(ui, {rect.x + 10, rect.bottom() - 19}, Type::label, Token::ink_3, name);
        y += h;
    }
    return y + 6 - at.y;
}

float draw_comparison(View& view, Point at, float width) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Form& form = view.state.form;
    if (!form.signal) return 0;
    const SignalSpec& row = spec(*form.signal);
    float y = at.y;
    std::vector<Segment> signs;
    constexpr const char* names[] = {"equal", "unequal", "less", "at_most", "more", "at_least"};
    for (int i = 0; i < 6; ++i) {
        signs.push_back({names[i], sign_of(static_cast<Condition::Comparison>(i))});
    }
    const bool number = row.choices.empty() && row.type != SignalType::boolean;
    if (!number) {
        signs.resize(2);
        if (static_cast<int>(form.comparison) > 1) {
            form.comparison = Condition::Comparison::equal;
        }
    }
    if (const auto sign = segments(ui, {at.x, y, width, control}, "form.sign", signs,
                                   static_cast<int>(form.comparison))) {
        form.comparison = static_cast<Condition::Comparison>(*sign);
    }
    y += control + 6;
    if (number) {
        field(ui, {at.x, y, width, control}, "form.value", _("Value"), form.value, _("Value"));
    } else {
        std::vector<Segment> values;
        if (row.type == SignalType::boolean) {
            values = {{"true", std::string(_("yes"))}, {"false", std::string(_("no"))}};
        }
        for (const std::string_view name : row.choices) {
            values.push_back({std::string(name), describe_choice(name, view.reader)});
        }
        int selected = -1;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i].name == form.value) selected = static_cast<int>(i);
        }
        if (const auto chosen =
                choice(ui, {at.x, y, width, control}, "form.value", _("Value"), values, selected)) {
            form.value = values[static_cast<std::size_t>(*chosen)].name;
        }
    }
    y += control + 4;
    const std::string now = engine::fill(
        _("Now: {}"), std::vector{describe_value(view.live.layout(), *form.signal,
                                                 read(view.world(), *form.signal), view.reader)});
    y += paragraph(ui, {at.x, y, width, 0}, Type::small, Token::ink_2, now) + 10;
    return y - at.y;
}

float draw_when(View& view, Point at, float width) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Form& form = view.state.form;
    float y = at.y + labelled(ui, at, width, _("When"));
    const Segment choices[] = {{"now", std::string(_("Now"))},
                               {"time", std::string(_("At a time"))},
                               {"after", std::string(_("After a while"))},
                               {"reading", std::string(_("By a reading"))}};
    float h = 0;
    if (const auto when = pick(ui, {at.x, y}, width, "form.when", _("When"), choices,
                               static_cast<int>(form.when), h)) {
        form.when = static_cast<Form::When>(*when);
    }
    y += h + 10;
    switch (form.when) {
        case Form::When::now:
            break;
        case Form::When::time:
            y += text_field(view, {at.x, y}, width, "form.at", _("Time of day"), form.at);
            break;
        case Form::When::after:
            y += text_field(view, {at.x, y}, width, "form.after", _("After"), form.after);
            break;
        case Form::When::reading:
            y += draw_signal(view, {at.x, y}, width);
            y += draw_comparison(view, {at.x, y}, width);
            break;
    }
    return y - at.y;
}

float draw_strengths(View& view, Point at, float width) {
    const engine::Translator& _ = view.reader.translate;
    Form& form = view.state.form;
    const FaultSpec& fault = view.fault(form.fault);
    float y = at.y;
    for (std::size_t i = 0; i < fault.causes.size(); ++i) {
        const ParameterSpec& row = spec(fault.causes[i].parameter);
        const std::string name = "form.cause." + std::string(row.name);
        const std::string label =
            std::string(_(row.help)) + " (" + parameter_values(fault.causes[i].parameter) + ")";
        y += text_field(view, {at.x, y}, width, name.c_str(), label, form.strengths[i]);
    }
    return y - at.y;
}

float draw_device(View& view, Point at, float width) {
    const engine::Translator& _ = view.reader.translate;
    Form& form = view.state.form;
    const FaultSpec& fault = view.fault(form.fault);
    const Layout& layout = view.live.layout();
    const std::vector<DeviceId> devices = devices_for(fault, layout);
    if (fault.device_class == DeviceClass::room || devices.size() < 2) return 0;
    std::vector<Segment> choices;
    int selected = 0;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const DeviceSpec& device = layout.device(devices[i]);
        std::string label = device.name;
        for (const DeviceLine& line : device_lines(view.live, view.reader)) {
            if (line.device == devices[i]) label = line.name;
        }
        choices.push_back({device.name, label});
        if (devices[i] == form.device) selected = static_cast<int>(i);
    }
    float y = at.y + labelled(view.ui, at, width, _("Device"));
    float h = 0;
    if (const auto device =
            pick(view.ui, {at.x, y}, width, "form.device", _("Device"), choices, selected, h)) {
        form.device = devices[static_cast<std::size_t>(*device)];
    }
    return y + h + 10 - at.y;
}

float draw_course(View& view, Point at, float width) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Form& form = view.state.form;
    float y = at.y;
    y += text_field(view, {at.x, y}, width, "form.ramp", _("Comes on slowly within"), form.ramp,
                    _("at once"));
    y += text_field(view, {at.x, y}, width, "form.duration", _("Ends by itself after"),
                    form.duration, _("as the catalogue says"));
    const std::string_view label = _("Comes and goes");
    const float h = std::max(32.0F, measure(ui, Type::body, label, width - 56).y + 6);
    if (toggle(ui, {at.x, y, width, h}, "form.repeats", label, form.repeats)) {
        form.repeats = !form.repeats;
        if (form.repeats && form.duration.empty()) form.duration = "1 min";
    }
    y += h + 8;
    if (form.repeats) {
        y += text_field(view, {at.x, y}, width, "form.off", _("Quiet between for"), form.off);
        y += text_field(view, {at.x, y}, width, "form.times", _("How many times"), form.times);
    }
    return y - at.y;
}

void commit(View& view, const Arm& ready) {
    const engine::Translator& _ = view.reader.translate;
    Form& form = view.state.form;
    if (form.when == Form::When::now && ready.times == 1) {
        inject_now(view, form.fault, ready.words);
    } else {
        arm(view.live, ready);
        toast(view.desk, view.ui, Status::care,
              engine::fill(_("Armed: {}"),
                           std::vector{view.fault(form.fault).title.in(view.reader.language)}));
    }
    form.open = false;
    focus(view.ui, "faults.search");
}

/// The acts of the form, with what is wrong or what will be said above them.
void draw_foot(View& view, const Rect& rect, const FormResult& result, const std::string& words) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const Form& form = view.state.form;
    const float h = measure(ui, Type::small, words, rect.w - (result.arm ? 0 : 22)).y;
    if (result.arm) {
        paragraph(ui, {rect.x, rect.y, rect.w, 0}, Type::small, Token::ink_3, words);
    } else {
        status_shape(ui, {rect.x + 8, rect.y + 9}, 14, Status::care);
        paragraph(ui, {rect.x + 22, rect.y, rect.w - 22, 0}, Type::small, Token::care, words);
    }
    const bool now = form.when == Form::When::now;
    Button go{"form.go", std::string(now ? _("Inject now") : _("Arm"))};
    go.look = Look::primary;
    go.enabled = result.arm.has_value();
    go.help = go.enabled ? std::string() : words;
    go.key = view.desk.key("instructor.arm");
    Button back{"form.back", std::string(_("Cancel"))};
    const float y = rect.y + h + 8;
    const float w = std::min(width_of(ui, go) + 20, rect.w - width_of(ui, back) - 8);
    if (button(ui, {rect.x, y, w, 40}, go) && result.arm) commit(view, *result.arm);
    if (button(ui, {rect.x + w + 8, y, width_of(ui, back), 40}, back) ||
        shortcut(ui, view.desk.key("back"))) {
        view.state.form.open = false;
        focus(ui, "faults.search");
    }
}

}  // namespace

void draw_form(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const Form& form = view.state.form;
    const FaultSpec& fault = view.fault(form.fault);
    Rect rest = rect;
    const std::string& title = fault.title.in(view.reader.language);
    const float title_h = measure(ui, Type::head, title, rest.w).y;
    paragraph(ui, rest.cut_top(title_h), Type::head, Token::ink, title);
    const std::string target = engine::fill(
        _("To station {}"), std::vector{std::to_string(view.live.setup().station_number)});
    paragraph(ui, rest.cut_top(22), Type::small, Token::ink_3, target);
    rest.cut_top(6);
    const FormResult result = read_form(form, view.live);
    const std::string said = "inject " + fault.id + " " + words_of(form, view.live);
    const std::string words = result.arm ? said : result.problem.in(_);
    const float foot = measure(ui, Type::small, words, rest.w - (result.arm ? 0 : 22)).y + 50;
    const Rect bottom = rest.cut_bottom(std::min(foot, rest.h * 0.6F));
    rest.cut_bottom(8);
    const Rect content = begin_scroll(ui, "form", rest);
    const float x = content.x + 3;
    const float width = content.w - 6;
    float y = content.y;
    y += draw_when(view, {x, y}, width);
    y += draw_strengths(view, {x, y}, width);
    y += draw_device(view, {x, y}, width);
    y += draw_course(view, {x, y}, width);
    end_scroll(ui, y - content.y);
    draw_foot(view, bottom, result, words);
}

}  // namespace sim::seats
