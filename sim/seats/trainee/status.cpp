#include <fmt/format.h>

#include "sim/seats/station/plan_hands.h"
#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

DeviceStatus power_row(const Scene& scene, const char* name, std::string_view label, Status status,
                       std::string word) {
    return {scene.layout().device_of(DeviceClass::power, 0), name, std::string(label), status,
            std::move(word)};
}

void add_power(const Scene& scene, std::vector<DeviceStatus>& rows) {
    const engine::Translator& _ = scene.desk.translate();
    const World& world = scene.world();
    const bool mains = signal(world, "mains.live") != 0;
    rows.push_back(power_row(scene, "mains", _("Mains"), mains ? Status::ok : Status::fault,
                             std::string(mains ? _("Works") : _("No power"))));
    const std::string charge = fmt::format("{} %", signal(world, "ups.charge") / 10);
    if (signal(world, "ups.live") == 0) {
        rows.push_back(power_row(scene, "ups", _("UPS"), Status::idle, std::string(_("Off"))));
    } else if (signal(world, "ups.on_battery") != 0) {
        const bool low = signal(world, "ups.low") != 0;
        rows.push_back(power_row(scene, "ups", _("UPS"), low ? Status::fault : Status::care,
                                 engine::fill(_("Battery {}"), {charge})));
    } else {
        rows.push_back(power_row(scene, "ups", _("UPS"), Status::ok, charge));
    }
    if (choice(world, "generator.state") == "running") {
        rows.push_back(
            power_row(scene, "generator", _("Generator"), Status::ok, std::string(_("Runs"))));
    }
}

constexpr float row_high = 32;

/// The state stands beside the name, or below it where a word would have to be broken.
bool beside(const Scene& scene, const DeviceStatus& row, float width) {
    const float room = width - pill_width(scene.ui, row.word) - 8;
    return room >= 60 && whole_words(scene.ui, Type::small_strong, row.label, room);
}

float name_width(const Scene& scene, const DeviceStatus& row, float width) {
    return beside(scene, row, width) ? width - pill_width(scene.ui, row.word) - 8 : width;
}

float row_height(const Scene& scene, const DeviceStatus& row, float width) {
    const float room = name_width(scene, row, width);
    const float high = measure(scene.ui, Type::small_strong, row.label, room).y;
    const float below = beside(scene, row, width) ? 0.0F : 28.0F;
    return std::max(row_high, high + below + 12);
}

}  // namespace

std::vector<DeviceStatus> device_statuses(const Scene& scene) {
    std::vector<DeviceStatus> rows;
    const World& world = scene.world();
    const auto& devices = scene.layout().devices;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        const DeviceClass kind = devices[i].device_class;
        // Power has rows of its own; of the room there is nothing to look after.
        if (kind == DeviceClass::power || kind == DeviceClass::room) continue;
        DeviceState told = device_state(world, device, scene.reader());
        rows.push_back({device, devices[i].name, devices[i].label.in(scene.reader().language),
                        told.status, std::move(told.word)});
    }
    add_power(scene, rows);
    return rows;
}

float station_height(Scene& scene, float width) {
    float height = 34;
    for (const DeviceStatus& row : device_statuses(scene)) height += row_height(scene, row, width);
    return height;
}

void draw_station(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const engine::Translator& _ = scene.desk.translate();
    Rect rest = rect;
    const std::string title =
        engine::fill(_("Station {}"), {std::to_string(scene.live.setup().station_number)});
    text_in(ui, rest.cut_top(26), Type::head, Token::ink, title);
    rest.cut_top(8);
    for (const DeviceStatus& row : device_statuses(scene)) {
        const Rect line = rest.cut_top(row_height(scene, row, rect.w));
        separator(ui, {line.x, line.y}, line.w);
        const Response response =
            engine::view::row(ui, line.inset(-6, 1), "trainee.station." + row.name,
                              row.label + ": " + row.word, false);
        if (response.clicked && row.device != no_device) {
            scene.me.plan.device = row.device;
            scene.me.plan.face = "front";
            scene.me.page = SideTab::plan;
        }
        const float pill_wide = pill_width(ui, row.word);
        const float room = name_width(scene, row, line.w);
        const float high = measure(ui, Type::small_strong, row.label, room).y;
        const bool aside = beside(scene, row, line.w);
        const float top = aside ? line.centre().y - high / 2 : line.y + 6;
        paragraph(ui, {line.x, top, room, 0}, Type::small_strong, Token::ink, row.label);
        const Point at = aside ? Point{line.right() - pill_wide, line.centre().y - 12}
                               : Point{line.x, top + high + 4};
        pill(ui, at, row.status, row.word);
    }
}

}  // namespace sim::seats
