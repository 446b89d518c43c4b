#include <algorithm>

#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float row_height = 28;
constexpr float indent = 26;
constexpr int most_difficult = 4;

const char* icon_of(DeviceClass device_class) {
    switch (device_class) {
        case DeviceClass::scanner:
            return icons::box;
        case DeviceClass::terminal:
            return icons::card;
        case DeviceClass::transmitter:
            return icons::signal;
        case DeviceClass::power:
            return icons::bolt;
        case DeviceClass::room:
            return icons::people;
    }
    return icons::box;
}

std::string_view title_of(DeviceClass device_class, const engine::Translator& _) {
    switch (device_class) {
        case DeviceClass::scanner:
            return _("Scanner");
        case DeviceClass::terminal:
            return _("Voter ID");
        case DeviceClass::transmitter:
            return _("Transmission");
        case DeviceClass::power:
            return _("Power");
        case DeviceClass::room:
            return _("People and room");
    }
    return {};
}

/// Whether a word of it is meant: of its name, its number, or what it looks like.
bool has_words(const View& view, const FaultSpec& fault, const std::string& search) {
    if (search.empty()) return true;
    const std::string& language = view.reader.language;
    const auto in = [&](std::string_view where) {
        return lower_case(where).find(search) != std::string::npos;
    };
    return in(fault.title.in(language)) || in(fault.title.en) || in(fault.number) || in(fault.id) ||
           std::any_of(fault.signs.begin(), fault.signs.end(),
                       [&](const sim::Sign& sign) { return in(sign.text.in(language)); });
}

bool matches(const View& view, const FaultSpec& fault, const std::string& search) {
    const InstructorState& state = view.state;
    if (state.only_device && *state.only_device != fault.device_class) return false;
    if (state.only_difficulty != 0 && state.only_difficulty != fault.difficulty) return false;
    return has_words(view, fault, search);
}

std::vector<std::int16_t> found(const View& view, DeviceClass device_class) {
    std::vector<std::int16_t> all;
    const auto& faults = view.live.setup().faults;
    const std::string search = lower_case(view.state.search);
    for (std::size_t i = 0; i < faults.size(); ++i) {
        if (faults[i].device_class == device_class && matches(view, faults[i], search)) {
            all.push_back(static_cast<std::int16_t>(i));
        }
    }
    return all;
}

/// What can be done with the chosen one.
float draw_choices(View& view, Point at, float width, const FaultSpec& fault) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    if (!can_be_injected(fault)) {
        return paragraph(ui, {at.x, at.y, width, 0}, Type::small_strong, Token::ink_2,
                         _("For reference only: nothing of it happens in a station"));
    }
    Button inject{"fault.inject", std::string(_("Inject now")),
                  std::string(_("Begins at once, as the catalogue says"))};
    inject.look = Look::primary;
    Button arm{"fault.arm", std::string(_("Arm…")),
               std::string(_("At a time, after a while or when a reading says so; how strong, how "
                             "long"))};
    // Enter belongs to the row that has the focus; the button shows it.
    if (ui.state.focus == "fault." + fault.id) {
        inject.key = {Key::enter};
        inject.show_key = width_of(ui, inject) + 70 + width_of(ui, arm) < width;
    }
    const bool beside = width_of(ui, inject) + width_of(ui, arm) + 8 <= width;
    const float inject_w = beside ? width_of(ui, inject) : width;
    const float inject_h = beside ? 36 : height_of(ui, inject, width);
    if (button(ui, {at.x, at.y, inject_w, inject_h}, inject)) {
        inject_now(view, view.state.chosen, "");
    }
    const Rect arm_at{beside ? at.x + inject_w + 8 : at.x, beside ? at.y : at.y + inject_h + 6,
                      beside ? width_of(ui, arm) : width, 36};
    if (button(ui, arm_at, arm)) {
        view.state.form = make_form(view.live, view.state.chosen);
        focus(ui, "form.back");
    }
    return arm_at.bottom() - at.y;
}

void choose(View& view, std::int16_t index) {
    view.state.chosen = index;
    view.state.reveal_chosen = true;
    wake_in(view.ui, 0);
}

/// A chosen one opens downwards: what it shows is brought into sight, its title first.
void reveal_chosen(View& view, float top, float bottom) {
    if (!view.state.reveal_chosen || view.ui.regions.empty()) return;
    view.state.reveal_chosen = false;
    const Ui::Region& region = view.ui.regions.back();
    float& offset = view.ui.state.scrolls[region.name];
    offset += std::clamp(bottom + 8 - region.view.bottom(), 0.0F,
                         std::max(0.0F, top - 4 - region.view.y));
    wake_in(view.ui, 0);
}

float draw_fault(View& view, Point at, float width, std::int16_t index) {
    Ui& ui = view.ui;
    const FaultSpec& fault = view.fault(index);
    const bool chosen = view.state.chosen == index;
    const std::string& title = fault.title.in(view.reader.language);
    constexpr float dots_w = 44;
    const float room = width - indent - dots_w - 16;
    const Type type = chosen ? Type::small_strong : Type::small;
    const float head = std::max(row_height, measure(ui, type, title, room).y + 10);
    const Response response = row(ui, {at.x, at.y, width, head}, "fault." + fault.id, title, false,
                                  chosen ? std::string() : about(fault, view.reader));
    float height = head;
    if (chosen) {
        // The ground is as high as it was in the frame before.
        float& known = ui.state.lengths["faults.chosen"];
        if (known > 0) fill(ui, {at.x, at.y, width, known}, Token::action_soft, 6);
        if (ui.theme.plain) outline(ui, {at.x, at.y, width, known}, Token::action, 6, 2);
        height += draw_choices(view, {at.x + indent, at.y + head}, width - indent - 10, fault) + 8;
        height += draw_entry(view, {at.x + indent, at.y + height}, width - indent - 12, fault) + 10;
        if (known != height) wake_in(ui, 0);
        known = height;
        reveal_chosen(view, at.y, at.y + height);
    }
    paragraph(ui, {at.x + indent, at.y + 5, room, 0}, type,
              can_be_injected(fault) ? Token::ink : Token::ink_3, title);
    dots(ui, {at.x + width - 8 - dots_w, at.y + 14}, fault.difficulty);
    if (response.by_keyboard && chosen && can_be_injected(fault)) {
        inject_now(view, index, "");
    } else if (!chosen && (response.clicked || response.ringed)) {
        choose(view, index);
    }
    return height;
}

float draw_group(View& view, Point at, float width, DeviceClass device_class) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const std::vector<std::int16_t> all = found(view, device_class);
    if (all.empty()) return 0;
    bool& closed = view.state.closed_groups[static_cast<std::size_t>(device_class)];
    const bool open = !closed || !view.state.search.empty() || view.state.only_device;
    const Rect rect{at.x, at.y, width, 30};
    const std::string_view title = title_of(device_class, _);
    const Response response =
        row(ui, rect, "group." + std::string(name_of(device_class)), title, false);
    if (response.clicked) closed = !closed;
    icon(ui, {rect.x + 2, rect.y, 20, rect.h}, open ? icons::down : icons::right, Token::ink_3,
         Type::body);
    icon(ui, {rect.x + 26, rect.y, 20, rect.h}, icon_of(device_class), Token::ink_2, Type::body);
    text_in(ui, {rect.x + 54, rect.y, rect.w - 100, rect.h}, Type::small_strong, Token::ink, title);
    text_in(ui, {rect.right() - 44, rect.y, 34, rect.h}, Type::small, Token::ink_3,
            std::to_string(all.size()), Align::right);
    float y = rect.bottom();
    if (open) {
        for (const std::int16_t fault : all) y += draw_fault(view, {at.x, y}, width, fault);
    }
    return y - at.y + 2;
}

void choose_first(View& view) {
    for (std::size_t i = 0; i < device_class_count; ++i) {
        const auto all = found(view, static_cast<DeviceClass>(i));
        if (all.empty()) continue;
        choose(view, all.front());
        focus(view.ui, "fault." + view.fault(all.front()).id);
        view.ui.state.ring = true;
        return;
    }
}

/// What cannot be seen any more can be neither injected nor armed by its key.
void forget_unseen(View& view) {
    InstructorState& state = view.state;
    if (state.chosen >= 0 && !matches(view, view.fault(state.chosen), lower_case(state.search))) {
        state.chosen = -1;
    }
}

struct Filter {
    const char* name;
    std::string label;
    std::vector<Segment> choices;
    int selected;
};

Filter device_filter(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    Filter filter{"faults.device", std::string(_("Device")), {}, 0};
    filter.choices.push_back({"all", std::string(_("All devices"))});
    for (std::size_t i = 0; i < device_class_count; ++i) {
        const auto device_class = static_cast<DeviceClass>(i);
        filter.choices.push_back(
            {std::string(name_of(device_class)), std::string(title_of(device_class, _))});
        if (view.state.only_device == device_class) filter.selected = static_cast<int>(i) + 1;
    }
    return filter;
}

Filter difficulty_filter(const View& view) {
    const engine::Translator& _ = view.reader.translate;
    Filter filter{"faults.difficulty", std::string(_("Difficulty")), {}, 0};
    filter.selected = view.state.only_difficulty;
    for (int i = 0; i <= most_difficult; ++i) {
        filter.choices.push_back(
            {i == 0 ? "all" : std::to_string(i),
             i == 0 ? std::string(_("Level 1–4"))
                    : engine::fill(_("Level {}"), std::vector{std::to_string(i)})});
    }
    return filter;
}

float width_of(const View& view, const Filter& filter) {
    constexpr float arrow = 46;
    const auto& shown = filter.choices[static_cast<std::size_t>(filter.selected)].label;
    return measure(view.ui, Type::body, shown).x + arrow;
}

/// Device and difficulty, beside each other where both have room. @return their height.
float draw_filters(View& view, const Rect& rect) {
    constexpr float control = 34;
    constexpr float gap = 6;
    const Filter device = device_filter(view);
    const Filter difficulty = difficulty_filter(view);
    const float second = width_of(view, difficulty);
    const bool beside = width_of(view, device) + gap + second <= rect.w;
    const Rect left{rect.x, rect.y, beside ? rect.w - second - gap : rect.w, control};
    const Rect right = beside ? Rect{left.right() + gap, rect.y, second, control}
                              : Rect{rect.x, rect.y + control + gap, rect.w, control};
    if (const auto chosen =
            choice(view.ui, left, device.name, device.label, device.choices, device.selected)) {
        view.state.only_device.reset();
        if (*chosen > 0) view.state.only_device = static_cast<DeviceClass>(*chosen - 1);
    }
    if (const auto chosen = choice(view.ui, right, difficulty.name, difficulty.label,
                                   difficulty.choices, difficulty.selected)) {
        view.state.only_difficulty = *chosen;
    }
    return right.bottom() - rect.y;
}

/// Nothing was found: why, and the way back to all.
float draw_nothing(View& view, Point at, float width) {
    const engine::Translator& _ = view.reader.translate;
    const float words = paragraph(view.ui, {at.x, at.y + 4, width, 0}, Type::small, Token::ink_2,
                                  _("No malfunction is like that. Try a shorter word.")) +
                        12;
    Button all{"faults.all", std::string(_("Show all"))};
    const Rect rect{at.x + 2, at.y + words, std::min(width - 4, width_of(view.ui, all)), 36};
    if (button(view.ui, rect, all)) {
        view.state.search.clear();
        view.state.only_device.reset();
        view.state.only_difficulty = 0;
        focus(view.ui, "faults.search");
    }
    return words + 44;
}

}  // namespace

void draw_palette(View& view, const Rect& rect) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    Rect rest = rect;
    const std::string target = engine::fill(
        _("To station {}"), std::vector{std::to_string(view.live.setup().station_number)});
    const float target_w = measure(ui, Type::small, target).x;
    const float title_w = measure(ui, Type::head, _("Malfunctions")).x;
    const bool beside = title_w + target_w + 12 <= rest.w;
    const Rect head = rest.cut_top(beside ? 28.0F : 46.0F);
    text(ui, {head.x, head.y + 2}, Type::head, Token::ink, _("Malfunctions"));
    text(ui, beside ? Point{head.right() - target_w, head.y + 4} : Point{head.x, head.y + 24},
         Type::small, Token::ink_3, target);
    rest.cut_top(6);
    const std::string placeholder = engine::fill(
        _("Search: {} malfunctions"), std::vector{std::to_string(view.live.setup().faults.size())});
    if (field(ui, rest.cut_top(38), "faults.search", _("Search malfunctions"), view.state.search,
              placeholder, icons::search)
            .submitted) {
        choose_first(view);
    }
    rest.cut_top(6);
    rest.cut_top(draw_filters(view, rest));
    rest.cut_top(6);
    forget_unseen(view);
    const Rect content = begin_scroll(ui, "faults", rest);
    float y = content.y;
    for (std::size_t i = 0; i < device_class_count; ++i) {
        y += draw_group(view, {content.x, y}, content.w, static_cast<DeviceClass>(i));
    }
    if (y == content.y) {
        y += draw_nothing(view, {content.x, y}, content.w);
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
