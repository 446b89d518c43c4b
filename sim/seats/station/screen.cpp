#include "sim/seats/station/screen.h"

#include <algorithm>

#include "sim/seats/station/screen_panel.h"

namespace sim::seats {

namespace {

constexpr float smallest_readable = 0.6F;

}  // namespace

bool has_screen(const World& world, DeviceId device) {
    return device != no_device && world.layout().device(device).part(Role::screen) != no_part;
}

std::optional<Touched> draw_device_screen(engine::view::Ui& ui, const engine::view::Rect& rect,
                                          const World& world, DeviceId device, const Reader& reader,
                                          std::string_view prefix, ScreenState* state) {
    if (!has_screen(world, device) || rect.empty()) return std::nullopt;
    const float k = std::min(rect.w / 480, rect.h / 270);
    machine::Panel panel{{ui, k},     rect,
                         world,       device,
                         reader,      std::string(prefix),
                         state,       machine::targets_of(world, device, reader),
                         std::nullopt};
    const std::size_t cut_before = ui.items.cut.size();
    engine::view::push_clip(ui, rect);
    engine::view::fill(ui, rect, machine::Colour{8, 12, 18});
    if (panel.choice("screen") == "dark") {
        if (state != nullptr) {
            *state = {};
            // Where one looks at it apart from the device, black alone would look broken.
            const engine::Translator& _ = reader.translate;
            engine::view::text_in(ui, rect.inset(16), engine::view::Type::small,
                                  engine::view::Colour{128, 140, 154}, _("The screen is dark"),
                                  engine::view::Align::centre);
        }
    } else {
        switch (panel.spec().device_class) {
            case DeviceClass::scanner:
                machine::draw_scanner(panel);
                break;
            case DeviceClass::terminal:
                machine::draw_terminal(panel);
                break;
            case DeviceClass::transmitter:
                machine::draw_transmitter(panel);
                break;
            default:
                break;
        }
    }
    engine::view::pop_clip(ui);
    // On a picture so small nobody reads; whether a word found its room is of no account.
    if (k < smallest_readable) ui.items.cut.resize(cut_before);
    return panel.touched;
}

}  // namespace sim::seats
