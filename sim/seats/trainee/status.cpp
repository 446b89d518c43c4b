#include <fmt/format.h>

#include "sim/seats/trainee/panels.h"

namespace sim::seats {

using namespace engine::view;

namespace {

struct Known {
    std::string_view choice;
    Status status;
    const char* word;  ///< msgid
};

constexpr Known scanner_words[] = {
    {"dark", Status::idle, N_("Off")},
    {"starting", Status::info, N_("Starts")},
    {"self_test", Status::info, N_("Self-test")},
    {"software_bad", Status::fault, N_("Stopped")},
    {"restart_needed", Status::fault, N_("Stopped")},
    {"card_backwards", Status::care, N_("Card")},
    {"card_invalid", Status::care, N_("Card")},
    {"insert_medium", Status::care, N_("Medium")},
    {"synchronise", Status::care, N_("Medium")},
    {"polls_not_open", Status::info, N_("Not open")},
    {"polls_paused", Status::paused, N_("Paused")},
    {"polls_closed", Status::info, N_("Closed")},
    {"cover_open", Status::care, N_("Cover open")},
    {"printer_lid_open", Status::care, N_("Lid open")},
    {"insert_ballot", Status::ok, N_("Ready")},
    {"busy", Status::info, N_("Works")},
    {"processing", Status::info, N_("Works")},
    {"thanks", Status::ok, N_("Accepted")},
    {"review", Status::info, N_("Asks")},
    {"take_ballot", Status::care, N_("Gives back")},
    {"jam", Status::fault, N_("Jam")},
    {"outfeed_blocked", Status::fault, N_("Blocked")},
    {"another_ballot", Status::care, N_("Gives back")},
    {"printing", Status::info, N_("Prints")},
};
constexpr Known terminal_words[] = {
    {"off", Status::idle, N_("Off")},
    {"boot", Status::info, N_("Starts")},
    {"self_test", Status::info, N_("Self-test")},
    {"fault", Status::fault, N_("Fault")},
    {"operator_login", Status::info, N_("Log in")},
    {"ready", Status::info, N_("Not open")},
    {"open", Status::ok, N_("Ready")},
    {"decision", Status::info, N_("Asks")},
    {"blocked", Status::care, N_("No printing")},
    {"closed", Status::info, N_("Closed")},
    {"locked", Status::care, N_("Locked")},
};
constexpr Known modem_words[] = {
    {"off", Status::idle, N_("Off")},
    {"boot", Status::info, N_("Starts")},
    {"idle", Status::info, N_("Works")},
    {"done", Status::ok, N_("Sent")},
    {"no_sim", Status::care, N_("No SIM")},
    {"retry", Status::care, N_("Tries again")},
    {"certificate_error", Status::fault, N_("Certificate")},
    {"clock_error", Status::fault, N_("Clock")},
    {"refused", Status::fault, N_("Refused")},
    {"gave_up", Status::fault, N_("Not sent")},
};

DeviceStatus named(const Scene& scene, DeviceId device, std::string_view choice,
                   std::span<const Known> words) {
    const engine::Translator& _ = scene.desk.translate();
    const DeviceSpec& spec = scene.layout().device(device);
    DeviceStatus result{device, spec.name, spec.label.in(scene.reader().language), Status::info,
                        std::string(_("Works"))};
    for (const Known& known : words) {
        if (known.choice != choice) continue;
        result.status = known.status;
        result.word = _(known.word);
    }
    return result;
}

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

float row_height(const Scene& scene, const DeviceStatus& row, float width) {
    const float pill_wide = pill_width(scene.ui, row.word);
    const float room = width - pill_wide - 8;
    const float high = measure(scene.ui, Type::small_strong, row.label, std::max(60.0F, room)).y;
    return std::max(row_high, high + 12);
}

}  // namespace

std::vector<DeviceStatus> device_statuses(const Scene& scene) {
    std::vector<DeviceStatus> rows;
    const World& world = scene.world();
    const auto& devices = scene.layout().devices;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        const std::string& name = devices[i].name;
        if (devices[i].device_class == DeviceClass::scanner) {
            rows.push_back(named(scene, device, choice(world, name + ".screen"), scanner_words));
        } else if (devices[i].device_class == DeviceClass::terminal) {
            rows.push_back(named(scene, device, choice(world, name + ".state"), terminal_words));
        } else if (devices[i].device_class == DeviceClass::transmitter) {
            rows.push_back(named(scene, device, choice(world, name + ".state"), modem_words));
        }
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
        const float room = line.w - pill_wide - 8;
        const float high = measure(ui, Type::small_strong, row.label, room).y;
        paragraph(ui, {line.x, line.centre().y - high / 2, room, 0}, Type::small_strong, Token::ink,
                  row.label);
        pill(ui, {line.right() - pill_wide, line.centre().y - 12}, row.status, row.word);
    }
}

}  // namespace sim::seats
