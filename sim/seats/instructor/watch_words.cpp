#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "sim/assessment/describe.h"
#include "sim/seats/instructor/watch.h"

namespace sim::seats {

using engine::view::Status;

namespace {

/// After this time a malfunction that shows and finds no response needs the instructor.
constexpr Time notices_within = 30 * engine::second;
/// A trainee who has something to do and does nothing for so long may be stuck.
constexpr Time stuck_after = 4 * engine::minute;

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Status status_of_scanner(std::string_view screen) {
    if (screen == "dark") return Status::idle;
    if (any_of(screen, {"jam", "outfeed_blocked", "software_bad", "insert_medium", "cover_open",
                        "restart_needed"})) {
        return Status::fault;
    }
    if (any_of(screen, {"card_backwards", "card_invalid", "printer_lid_open", "take_ballot",
                        "another_ballot", "review", "unconfigured"})) {
        return Status::care;
    }
    if (any_of(screen, {"polls_paused"})) return Status::paused;
    if (any_of(screen, {"insert_ballot", "busy", "processing", "thanks"})) return Status::ok;
    return Status::info;
}

Status status_of_terminal(std::string_view screen) {
    if (screen == "dark") return Status::idle;
    if (any_of(screen, {"fault", "no_paper", "no_printer", "no_sheets"})) return Status::fault;
    if (any_of(screen, {"unreadable", "not_in_list", "already_identified", "not_matched",
                        "lid_open", "locked"})) {
        return Status::care;
    }
    if (any_of(screen, {"starting", "self_test", "login", "menu", "test_menu", "closed",
                        "printing_summary", "exporting", "shutting_down"})) {
        return Status::info;
    }
    return Status::ok;
}

Status status_of_transmitter(std::string_view screen) {
    if (screen == "dark") return Status::idle;
    if (any_of(screen, {"insert_sim", "certificate", "clock", "refused", "not_sent"})) {
        return Status::fault;
    }
    if (screen == "waiting_to_retry") return Status::care;
    if (any_of(screen, {"acknowledged", "printing"})) return Status::ok;
    return Status::info;
}

DeviceLine power_line(const World& world, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    if (signal(world, "mains.live") == 0) {
        const bool generator = signal(world, "generator.running") != 0;
        return {no_device, "", generator ? Status::care : Status::fault,
                std::string(generator ? _("Generator") : _("Mains off"))};
    }
    if (signal(world, "ups.low") != 0) {
        return {no_device, "", Status::fault, std::string(_("UPS nearly empty"))};
    }
    if (signal(world, "ups.on_battery") != 0) {
        return {no_device, "", Status::care, std::string(_("UPS on battery"))};
    }
    return {no_device, "", Status::ok, std::string(_("Mains on"))};
}

std::string short_name(const DeviceSpec& device, const Layout& layout,
                       const engine::Translator& _) {
    switch (device.device_class) {
        case DeviceClass::scanner:
            return std::string(_("Scanner"));
        case DeviceClass::terminal: {
            const bool several = layout.device_of(DeviceClass::terminal, 1) != no_device;
            return several ? engine::fill(_("Terminal {}"),
                                          std::vector{std::to_string(device.number + 1)})
                           : std::string(_("Terminal"));
        }
        case DeviceClass::transmitter:
            return std::string(_("Transmission"));
        default:
            return std::string(_("Power"));
    }
}

DeviceLine line_of(const World& world, const DeviceSpec& device, const Reader& reader) {
    if (device.device_class == DeviceClass::power) return power_line(world, reader);
    const std::string_view screen = choice(world, device.name + ".screen");
    DeviceLine line;
    line.status = device.device_class == DeviceClass::scanner    ? status_of_scanner(screen)
                  : device.device_class == DeviceClass::terminal ? status_of_terminal(screen)
                                                                 : status_of_transmitter(screen);
    if (device.device_class == DeviceClass::scanner && signal(world, device.name + ".alarm") != 0 &&
        line.status != Status::fault) {
        line.status = Status::care;
    }
    line.word = screen == "dark" ? std::string(reader.translate(N_("off")))
                                 : describe_choice(screen, reader);
    return line;
}

const InPlay* first_where(const Watch& watch, const auto& wanted) {
    const auto found = std::find_if(watch.in_play.begin(), watch.in_play.end(), wanted);
    return found == watch.in_play.end() ? nullptr : &*found;
}

Time seen_at(const InPlay& item) {
    Time first = engine::never;
    for (const auto& sign : item.signs) first = std::min(first, sign.reached);
    return first;
}

bool done_anything(const InPlay& item, const Watch& watch) {
    return responded(item) || watch.last_act > seen_at(item);
}

std::string sentence(std::string_view text, std::vector<std::string> values) {
    return engine::fill(text, values);
}

std::optional<NowLine> of_faults(const Watch& watch, const Live& live, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const Time now = live.world().now;
    const auto title = [&](const InPlay& item) {
        return live.setup().faults[static_cast<std::size_t>(item.fault)].title.in(reader.language);
    };
    const InPlay* item = first_where(watch, [&](const InPlay& one) {
        return in_sight(one, now) && seen_at(one) != engine::never &&
               now - seen_at(one) > notices_within && !done_anything(one, watch);
    });
    if (item != nullptr) {
        return NowLine{
            Need::unnoticed, Status::fault,
            sentence(_("Unnoticed for {}: {}"), {span_words(now - seen_at(*item)), title(*item)})};
    }
    item = first_where(watch, [&](const InPlay& one) {
        return in_sight(one, now) && seen_at(one) != engine::never;
    });
    if (item != nullptr) {
        const bool handling = done_anything(*item, watch);
        return NowLine{Need::handling, handling ? Status::care : Status::fault,
                       sentence(handling ? _("{} for {}: being put right") : _("{} for {}"),
                                {title(*item), span_words(now - item->since)})};
    }
    return std::nullopt;
}

/// The first step that waits for a post of the trainee.
const Step* waiting_step(const Live& live, bool overdue) {
    for (const Step* step : live.session->grader().open_steps()) {
        if (step->routine || step->post == no_post ||
            !live.session->crew().holds_post(step->post)) {
            continue;
        }
        if (!overdue || (step->by != engine::never && step->by < live.world().now)) return step;
    }
    return nullptr;
}

}  // namespace

std::string span_words(Time span) {
    const std::int64_t seconds = std::max<Time>(0, span) / engine::second;
    if (seconds >= 3600) {
        return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

NowLine now_line(const Watch& watch, const Live& live, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const Time now = live.world().now;
    if (live.session->ended() || live.session->finished()) {
        return {Need::over, Status::ok, std::string(_("The drill is over"))};
    }
    if (auto fault = of_faults(watch, live, reader)) return *fault;
    const Time idle = now - std::max(watch.last_act, live.session->start());
    const Step* step = waiting_step(live, false);
    if (step != nullptr && idle > stuck_after) {
        return {Need::no_action, Status::care,
                sentence(_("{} without action"), {span_words(idle)})};
    }
    if (const Step* late = waiting_step(live, true)) {
        return {Need::overdue, Status::care,
                sentence(_("Overdue: {}"), {late->text.in(reader.language)})};
    }
    if (live.frozen) return {Need::frozen, Status::paused, std::string(_("Frozen"))};
    if (step != nullptr) return {Need::calm, Status::ok, step->text.in(reader.language)};
    return {Need::calm, Status::ok, std::string(_("Nothing needs the trainee now"))};
}

std::vector<DeviceLine> device_lines(const Live& live, const Reader& reader) {
    std::vector<DeviceLine> lines;
    const Layout& layout = live.layout();
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const DeviceSpec& device = layout.devices[i];
        if (device.device_class == DeviceClass::room) continue;
        DeviceLine line = line_of(live.world(), device, reader);
        line.device = static_cast<DeviceId>(i);
        line.name = short_name(device, layout, reader.translate);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::int64_t waiting(const World& world) {
    return signal(world, "queue.desk") + signal(world, "queue.list") +
           signal(world, "queue.booth") + signal(world, "queue.scanner");
}

std::string phase_words(const World& world, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const std::string_view polls = choice(world, "scanner.polls");
    if (polls == "open") return std::string(_("Voting"));
    if (polls == "paused") return std::string(_("Polls paused"));
    if (polls == "closed") return std::string(_("Closing"));
    return std::string(_("Set-up"));
}

std::string who(const Live& live, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    if (!live.session->info().trainee.empty()) return live.session->info().trainee;
    std::vector<std::string> names;
    for (const PostId post : held_posts(live)) names.emplace_back(title_of(post, reader));
    return names.empty() ? std::string(_("Nobody trains")) : engine::join(names);
}

}  // namespace sim::seats
