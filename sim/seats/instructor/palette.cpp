#include <algorithm>

#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float row_height = 28;

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

bool matches(const View& view, const FaultSpec& fault, const std::string& search) {
    if (search.empty()) return true;
    const std::string& title = fault.title.in(view.reader.language);
    for (const std::string_view where :
         {std::string_view(title), std::string_view(fault.number), std::string_view(fault.id),
          std::string_view(fault.title.en)}) {
        if (lower_case(where).find(search) != std::string::npos) return true;
    }
    return false;
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

std::string_view kind_words(const FaultSpec& fault, const engine::Translator& _) {
    if (fault.kind == "human_error") return _("Human error");
    if (fault.kind == "condition") return _("Condition");
    if (fault.kind == "reference") return _("Reference");
    return _("Malfunction");
}

/// Everything about the chosen one, and what can be done with it.
float draw_chosen(View& view, Point at, float width, const FaultSpec& fault) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    float y = at.y;
    std::string about(kind_words(fault, _));
    // How often it was seen is told in the words of its sources, which are English.
    if (view.reader.language == "en" && !fault.rate.empty()) about += ": " + fault.rate;
    if (!fault.sources.empty()) about += " [" + engine::join(fault.sources) + "]";
    y += paragraph(ui, {at.x, y, width, 0}, Type::small, Token::ink_2, about) + 4;
    if (!fault.note.empty()) {
        y += paragraph(ui, {at.x, y, width, 0}, Type::small, Token::ink_2,
                       fault.note.in(view.reader.language)) +
             4;
    }
    Button inject{"fault.inject", std::string(_("Inject now")),
                  std::string(_("Begins at once, as the catalogue says"))};
    inject.look = Look::primary;
    inject.key = {Key::enter};
    inject.show_key = true;
    Button arm{"fault.arm", std::string(_("Arm…")),
               std::string(_("At a time, after a while or when a reading says so; how strong, how "
                             "long"))};
    arm.key = view.desk.key("instructor.arm");
    const float both = width_of(ui, inject) + width_of(ui, arm) + 8;
    const bool beside = both <= width;
    // The key belongs to the row with the focus; the button only shows it.
    const bool row_focused = ui.state.ring && ui.state.focus == "fault." + fault.id;
    const float inject_w = beside ? width_of(ui, inject) : width;
    if (!row_focused) inject.key = {};
    inject.show_key = row_focused && beside;
    if (button(ui, {at.x, y, inject_w, 36}, inject)) {
        inject_now(view, view.state.chosen, "");
    }
    const Point arm_at = beside ? Point{at.x + inject_w + 8, y} : Point{at.x, y + 42};
    if (button(ui, {arm_at.x, arm_at.y, beside ? width_of(ui, arm) : width, 36}, arm)) {
        view.state.form = make_form(view.live, view.state.chosen);
        focus(ui, "form.back");
    }
    return arm_at.y + 36 - at.y;
}

float draw_fault(View& view, Point at, float width, std::int16_t index) {
    Ui& ui = view.ui;
    const FaultSpec& fault = view.fault(index);
    const bool chosen = view.state.chosen == index;
    const std::string& title = fault.title.in(view.reader.language);
    constexpr float dots_w = 48;
    const float number_w = measure(ui, Type::label, fault.number).x + 10;
    const float room = width - 34 - dots_w - number_w - 18;
    const Type type = chosen ? Type::small_strong : Type::small;
    const float head = std::max(row_height, measure(ui, type, title, room).y + 10);
    const Rect rect{at.x, at.y, width, head};
    const Response response = row(ui, rect, "fault." + fault.id, title, chosen);
    paragraph(ui, {rect.x + 34, rect.y + 5, room, 0}, type, Token::ink, title);
    text(ui, {rect.right() - 10 - dots_w - number_w, rect.y + 6}, Type::label, Token::ink_3,
         fault.number);
    dots(ui, {rect.right() - 8 - dots_w, rect.y + 14}, fault.difficulty);
    if (response.by_keyboard && chosen) {
        inject_now(view, index, "");
    } else if (response.clicked || (response.ringed && !chosen)) {
        view.state.chosen = index;
        wake_in(ui, 0);
    }
    if (!chosen) return head;
    return head + 4 + draw_chosen(view, {at.x + 34, at.y + head + 2}, width - 44, fault) + 10;
}

float draw_group(View& view, Point at, float width, DeviceClass device_class) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
    const std::vector<std::int16_t> all = found(view, device_class);
    if (all.empty()) return 0;
    bool& closed = view.state.closed_groups[static_cast<std::size_t>(device_class)];
    const bool open = !closed || !view.state.search.empty();
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
        view.state.chosen = all.front();
        focus(view.ui, "fault." + view.fault(all.front()).id);
        view.ui.state.ring = true;
        return;
    }
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
    const auto count = static_cast<long long>(view.live.setup().faults.size());
    const std::string placeholder =
        engine::fill(_.plural("Search {} malfunction", "Search {} malfunctions", count),
                     std::vector{std::to_string(count)});
    if (field(ui, rest.cut_top(38), "faults.search", _("Search malfunctions"), view.state.search,
              placeholder, icons::search)
            .submitted) {
        choose_first(view);
    }
    rest.cut_top(8);
    const Rect content = begin_scroll(ui, "faults", rest);
    float y = content.y;
    for (std::size_t i = 0; i < device_class_count; ++i) {
        y += draw_group(view, {content.x, y}, content.w, static_cast<DeviceClass>(i));
    }
    if (y == content.y) {
        y += paragraph(ui, {content.x, y + 4, content.w, 0}, Type::small, Token::ink_2,
                       _("No malfunction has these words. Try a shorter one.")) +
             8;
    }
    end_scroll(ui, y - content.y);
}

}  // namespace sim::seats
