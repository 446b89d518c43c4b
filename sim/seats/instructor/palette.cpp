#include <algorithm>

#include "sim/seats/instructor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr float row_height = 28;
constexpr float indent = 26;

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

/// How often it was seen, and by which sources.
std::string about(const View& view, const FaultSpec& fault) {
    std::string words = fault.number + " · ";
    words += kind_words(fault, view.reader.translate);
    if (!fault.rate.empty()) words += ": " + fault.rate.in(view.reader.language);
    if (!fault.sources.empty()) words += " [" + engine::join(fault.sources) + "]";
    return words;
}

float draw_facts(View& view, Point at, float width, const FaultSpec& fault) {
    float y = at.y;
    if (!fault.note.empty()) {
        y += paragraph(view.ui, {at.x, y, width, 0}, Type::small, Token::ink_2,
                       fault.note.in(view.reader.language)) +
             3;
    }
    y += paragraph(view.ui, {at.x, y, width, 0}, Type::small, Token::ink_3, about(view, fault));
    return y - at.y;
}

/// What can be done with the chosen one.
float draw_choices(View& view, Point at, float width, const FaultSpec& fault) {
    Ui& ui = view.ui;
    const engine::Translator& _ = view.reader.translate;
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
                                  chosen ? std::string() : about(view, fault));
    float height = head;
    if (chosen) {
        // The ground is as high as it was in the frame before.
        float& known = ui.state.lengths["faults.chosen"];
        if (known > 0) fill(ui, {at.x, at.y, width, known}, Token::action_soft, 6);
        if (ui.theme.plain) outline(ui, {at.x, at.y, width, known}, Token::action, 6, 2);
        height += draw_choices(view, {at.x + indent, at.y + head}, width - indent - 10, fault) + 8;
        height += draw_facts(view, {at.x + indent, at.y + height}, width - indent - 12, fault) + 10;
        if (known != height) wake_in(ui, 0);
        known = height;
        reveal_chosen(view, at.y, at.y + height);
    }
    paragraph(ui, {at.x + indent, at.y + 5, room, 0}, type, Token::ink, title);
    dots(ui, {at.x + width - 8 - dots_w, at.y + 14}, fault.difficulty);
    if (response.by_keyboard && chosen) {
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
        choose(view, all.front());
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
    const std::string placeholder = engine::fill(
        _("Search: {} malfunctions"), std::vector{std::to_string(view.live.setup().faults.size())});
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
