// How devices look from where one stands.

#include <algorithm>
#include <span>

#include "engine/core/phrase.h"
#include "sim/seats/shared/live.h"
#include "sim/seats/station/plan_hands.h"

namespace sim::seats {

using engine::view::Status;

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
    {"busy", Status::info, N_("Busy")},
    {"processing", Status::info, N_("Busy")},
    {"thanks", Status::ok, N_("Accepted")},
    {"review", Status::info, N_("Asks the voter")},
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
    {"decision", Status::info, N_("Asks the operator")},
    {"blocked", Status::care, N_("No printing")},
    {"closed", Status::info, N_("Closed")},
    {"locked", Status::care, N_("Locked")},
    {"shutdown", Status::info, N_("Shutting down")},
};
constexpr Known modem_words[] = {
    {"off", Status::idle, N_("Off")},
    {"boot", Status::info, N_("Starts")},
    {"idle", Status::info, N_("Switched on")},
    {"done", Status::ok, N_("Sent")},
    {"no_sim", Status::care, N_("No SIM")},
    {"retry", Status::care, N_("Tries again")},
    {"certificate_error", Status::fault, N_("Certificate")},
    {"clock_error", Status::fault, N_("Clock")},
    {"refused", Status::fault, N_("Refused")},
    {"gave_up", Status::fault, N_("Not sent")},
};

/// What it does besides what its screen is at, by what is heard and seen of it.
DeviceState beside_its_words(const World& world, DeviceId device, const DeviceState& told,
                             bool known, const engine::Translator& _) {
    const DeviceSpec& spec = world.layout().device(device);
    const auto number = static_cast<std::size_t>(spec.number);
    if (spec.device_class == DeviceClass::scanner) {
        const Scanner& scanner = world.scanners[number];
        if (scanner.alarm) return {Status::fault, std::string(_("Alarm sounds"))};
        if (scanner.power == ScannerPower::stopping) {
            return {Status::info, std::string(_("Shutting down"))};
        }
    }
    if (spec.device_class != DeviceClass::terminal) return told;
    const Terminal& terminal = world.terminals[number];
    const bool calm = told.status == Status::ok || told.status == Status::info;
    if (calm && !terminal.live) return {Status::care, std::string(_("On battery"))};
    if (!known && terminal.receipts_out != 0) {
        return {Status::info, std::string(_("Receipt is out"))};
    }
    return told;
}

DeviceState power_state(const World& world, const engine::Translator& _) {
    const Power& power = world.power;
    if (power.mains) return {Status::ok, std::string(_("Mains on"))};
    if (power.generator == GeneratorState::running) {
        return {Status::care, std::string(_("Generator runs"))};
    }
    if (power.ups_output) return {Status::care, std::string(_("On the UPS"))};
    return {Status::fault, std::string(_("No mains"))};
}

DeviceState room_state(const World& world, DeviceId device, const engine::Translator& _) {
    const Layout& layout = world.layout();
    const PartId safe = layout.find("safe");
    const PartId door = layout.find("entrance_door");
    if (safe != no_part && layout[safe].device == device) {
        const bool open = world.part(safe).open != 0;
        const PartId point = layout[safe].guarded_by;
        const bool sealed = point != no_part && world.part(point).holds != no_part;
        if (open) return {Status::info, std::string(_("Safe open"))};
        return {Status::idle, std::string(sealed ? _("Safe sealed") : _("Safe closed"))};
    }
    if (door != no_part && layout[door].device == device) {
        const bool open = world.part(door).open != 0;
        return open ? DeviceState{Status::ok, std::string(_("Doors open"))}
                    : DeviceState{Status::idle, std::string(_("Doors closed"))};
    }
    return {Status::idle, {}};
}

}  // namespace

DeviceState device_state(const World& world, DeviceId device, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const DeviceSpec& spec = world.layout().device(device);
    std::span<const Known> words;
    switch (spec.device_class) {
        case DeviceClass::scanner:
            words = scanner_words;
            break;
        case DeviceClass::terminal:
            words = terminal_words;
            break;
        case DeviceClass::transmitter:
            words = modem_words;
            break;
        case DeviceClass::power:
            return power_state(world, _);
        case DeviceClass::room:
            return room_state(world, device, _);
    }
    const bool scanner = spec.device_class == DeviceClass::scanner;
    const std::string_view said = choice(world, spec.name + (scanner ? ".screen" : ".state"));
    const auto known = std::find_if(words.begin(), words.end(),
                                    [&](const Known& one) { return one.choice == said; });
    const bool is_known = known != words.end();
    const DeviceState told = is_known ? DeviceState{known->status, std::string(_(known->word))}
                                      : DeviceState{Status::info, std::string(_("Busy"))};
    return beside_its_words(world, device, told, is_known, _);
}

const std::string& device_label(const Layout& layout, DeviceId device, const Reader& reader) {
    const DeviceSpec& spec = layout.device(device);
    const std::string& label = spec.label.in(reader.language);
    return label.empty() ? spec.name : label;
}

std::string short_label(const Layout& layout, DeviceId device, const Reader& reader) {
    const DeviceSpec& spec = layout.device(device);
    const engine::Translator& _ = reader.translate;
    const bool several = layout.device_of(spec.device_class, 1) != no_device;
    const auto numbered = [&](std::string_view one, std::string_view of_many) {
        if (!several) return std::string(one);
        return engine::fill(of_many, {std::to_string(spec.number + 1)});
    };
    if (spec.device_class == DeviceClass::scanner) return numbered(_("Scanner"), _("Scanner {}"));
    if (spec.device_class == DeviceClass::terminal) {
        return numbered(_("Terminal"), _("Terminal {}"));
    }
    return device_label(layout, device, reader);
}

}  // namespace sim::seats
