#include "tools/outcome.h"

#include <fmt/format.h>
#include <algorithm>

#include "engine/core/text.h"
#include "sim/station/results.h"
#include "sim/station/sentence.h"

namespace polldrill {

namespace {

using Json = nlohmann::ordered_json;

double seconds(sim::Time span) {
    return static_cast<double>(span / engine::millisecond) / 1000;
}

Json time_json(sim::Time time) {
    return time == engine::never ? Json() : Json(engine::format_clock_exact(time));
}

Json refused_json(const Session& session) {
    const sim::Reader english;
    Json list = Json::array();
    for (const sim::Said& said : session.refused()) {
        Json row;
        row["time"] = engine::format_clock_exact(said.command.time);
        row["author"] = sim::name_of(said.command.author);
        row["sentence"] = sim::format_sentence(session.setup().layout, said.command);
        row["reason"] = sim::spec(said.refusal.reason).name;
        row["text"] = sim::describe(said.refusal, session.setup(), english);
        list.push_back(std::move(row));
    }
    return list;
}

void add_figures(Json& json, const sim::World& world) {
    const sim::Reconciliation day = sim::reconcile(world);
    const sim::VoterCounts& counts = world.hall.counts;
    json["reconciled"] = day.reconciled;
    json["receipts"] = day.receipts;
    json["voters"] = {{"arrived", day.arrived},
                      {"identified", day.identified},
                      {"turned_away", day.turned_away},
                      {"left", day.left}};
    json["ballots"] = {{"received", day.received}, {"issued", day.issued},
                       {"unused", day.unused},     {"replaced", day.replaced},
                       {"scanned", day.scanned},   {"emergency_bin", day.emergency_bin},
                       {"spoiled", day.spoiled},   {"carried_away", day.carried_away}};
    json["unclaimed"] = day.unclaimed;
    json["unreceipted"] = day.unreceipted;
    json["scanner_count"] = day.scanner_count;
    json["hand_count"] = day.hand_count;
    Json accounts = Json::array();
    for (const sim::Account& account : day.accounts) {
        accounts.push_back({{"name", account.name},
                            {"left", account.left},
                            {"right", account.right},
                            {"explained", account.explained}});
    }
    json["accounts"] = std::move(accounts);
    json["protocol_complete"] = day.protocol_complete;
    json["results"] = {{"digest_tape", day.digest_tape},
                       {"digest_centre", day.digest_centre},
                       {"acknowledged_at", time_json(day.acknowledged_at)}};
    const double mean = counts.waits > 0 ? seconds(counts.waited / counts.waits) : 0.0;
    json["queue"] = {{"mean_wait_s", mean},
                     {"longest_wait_s", seconds(counts.longest_wait)},
                     {"longest", counts.longest_queue}};
}

/// How many voters were identified in each hour from the opening on, up to the last.
Json identified_by_hour(const Session& session) {
    Json hours = Json::object();
    std::int64_t before = 0;
    std::vector<std::pair<std::string, std::int64_t>> quiet;
    for (const auto& [hour, until] : session.account().figures("voters.identified")) {
        const bool open = hour + engine::hour > session.setup().polls_open;
        if (open) quiet.emplace_back(engine::format_clock(hour).substr(0, 5), until - before);
        if (until != before) {
            for (const auto& [name, count] : quiet) hours[name] = count;
            quiet.clear();
        }
        before = until;
    }
    return hours;
}

const char* phase(const sim::World& world) {
    if (world.finished_at != engine::never) return N_("finished");
    if (world.now < world.setup->polls_open) return N_("before opening");
    if (world.now < world.setup->polls_close) return N_("voting");
    return N_("after closing");
}

}  // namespace

/// Only a drill that goes past the close of the polls has accounts that must add up.
static bool counted(const sim::World& world) {
    return std::any_of(
        world.scanners.begin(), world.scanners.end(),
        [](const sim::Scanner& scanner) { return scanner.polls == sim::Polls::closed; });
}

bool finished_well(const sim::World& world) {
    return world.finished_at < world.setup->latest_end;
}

Json outcome_json(const Session& session) {
    const sim::World& world = session.world();
    const sim::Grade& grade = session.grade();
    Json json;
    json["scenario"] = session.info().scenario;
    json["seed"] = session.info().seed;
    json["crew"] = session.info().crew;
    json["program"] = session.info().program;
    json["finished"] = finished_well(world);
    json["ended_at"] = engine::format_clock_exact(world.now);
    add_figures(json, world);
    json["identified_by_hour"] = identified_by_hour(session);
    json["refused"] = refused_json(session);
    json["commands"] = world.commands;
    json["observations"] = world.observed;
    json.update(sim::json_of(grade));
    Json lines = Json::array();
    for (const sim::GradeLine& line : grade.lines) lines.push_back(sim::json_of(line));
    json["grade"] = std::move(lines);
    json["recorded"] = session.recorded();
    json["state_hash"] = fmt::format("{:016x}", sim::state_hash(world));
    return json;
}

std::string outcome_text(const Session& session, const sim::Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const sim::World& world = session.world();
    const sim::Reconciliation day = sim::reconcile(world);
    std::string text = fmt::format("{}\n\n{}\n", session.scenario().title.in(reader.language),
                                   session.account().text(session.setup(), reader));
    text += sim::grade_text(session.grade(), _, reader.language);
    if (counted(world)) {
        text += fmt::format("{}: {} = {} − {} + {}\n",
                            _("Ballots issued = receipts − unclaimed + replaced"), day.issued,
                            day.receipts, day.unclaimed, day.replaced);
        text +=
            fmt::format("{}: {} + {} + {} + {} = {}\n",
                        _("Scanned + emergency bin + spoiled + carried away = issued"), day.scanned,
                        day.emergency_bin, day.spoiled, day.carried_away, day.issued);
        text += fmt::format("{}: {} + {} = {}\n", _("Issued + unused = received"), day.issued,
                            day.unused, day.received);
        text += fmt::format("{}: {}\n", _("Everything adds up, or the protocol says why not"),
                            day.reconciled ? _("yes") : _("no"));
    }
    const auto end = finished_well(world) ? _("The drill came to its end at")
                                          : _("The drill did not come to its end; it stopped at");
    text += fmt::format("{} {}\n", end, engine::format_clock(world.now));
    return text;
}

std::string progress_line(const sim::World& world, const sim::Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const sim::Reconciliation day = sim::reconcile(world);
    return fmt::format("{}  {}  {} {}  {} {}  {} {}  {} {}", engine::format_clock(world.now),
                       engine::pad(_(phase(world)), 16), _("arrived"), day.arrived, _("identified"),
                       day.identified, _("scanned"), day.scanned, _("waiting"),
                       world.hall.desk_queue.size());
}

Exit outcome_exit(const Session& session) {
    const sim::World& world = session.world();
    const bool well = finished_well(world) && session.grade().passed() &&
                      (!counted(world) || sim::reconcile(world).reconciled) && session.recorded();
    return well ? Exit::well : Exit::failed;
}

}  // namespace polldrill
