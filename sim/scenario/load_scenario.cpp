#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "engine/core/archive.h"
#include "engine/core/random.h"
#include "sim/scenario/read_scenario.h"
#include "sim/station/signals.h"
#include "sim/world/context.h"

namespace sim {

namespace {

/// The trigger's condition with the moment the seed picked, or one that never holds.
void settle(Setup& setup, const RandomTrigger& random, const SignalRef& clock) {
    const engine::Stream stream{setup.seed, static_cast<std::uint32_t>(random.trigger),
                                static_cast<std::uint32_t>(Purpose::fault_time)};
    Condition::Node moment;
    moment.kind = Condition::Kind::compare;
    moment.comparison = Condition::Comparison::at_least;
    moment.signal = clock;
    moment.value = engine::uniform(stream, 0, random.earliest, random.latest);
    Trigger& trigger = setup.triggers[random.trigger];
    if (!engine::chance(stream, 1, random.chance, 1000)) {
        moment.value = engine::never;
        trigger.when = {{moment}, {}, 0};
        return;
    }
    if (!random.timed) return;
    setup.looks.push_back(moment.value);
    Condition& when = trigger.when;
    if (when.empty()) {
        when = {{moment}, {}, 0};
        return;
    }
    // The old root moves to the end; the new one joins it with the moment.
    const auto old_root = static_cast<std::int16_t>(when.nodes.size());
    when.nodes.push_back(when.nodes[0]);
    when.nodes.push_back(moment);
    Condition::Node both;
    both.kind = Condition::Kind::all;
    both.first = static_cast<std::int16_t>(when.children.size());
    both.count = 2;
    when.nodes[0] = both;
    when.children.push_back(old_root);
    when.children.push_back(static_cast<std::int16_t>(old_root + 1));
}

std::optional<LoadedScenario> load(const FileSource& source, const std::string& path,
                                   const std::string& text, const std::string& kit,
                                   engine::Problems& problems) {
    const std::size_t before = problems.size();
    const auto node = engine::read_yaml(text, path, problems);
    if (!node) return std::nullopt;
    const std::string id = std::filesystem::path(path).stem().string();
    LoadedScenario loaded = read_scenario(source, *node, path, id, problems, kit);
    if (problems.size() > before) return std::nullopt;
    loaded.files[asset_key("scenarios", id)] = text;
    loaded.digest = files_digest(loaded.files);
    return loaded;
}

}  // namespace

std::optional<CrewPlan> parse_crew(std::string_view text) {
    if (text == "expert") return CrewPlan{};
    if (text == "idle") return CrewPlan{CrewKind::idle, 0};
    constexpr std::string_view skip = "skip:";
    if (!text.starts_with(skip)) return std::nullopt;
    text.remove_prefix(skip.size());
    CrewPlan plan{CrewKind::skip, 0};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), plan.skip);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || plan.skip < 2 || plan.skip > 1000) return std::nullopt;
    return plan;
}

std::string format_crew(const CrewPlan& plan) {
    switch (plan.kind) {
        case CrewKind::expert:
            return "expert";
        case CrewKind::idle:
            return "idle";
        case CrewKind::skip:
            break;
    }
    return fmt::format("skip:{}", plan.skip);
}

std::optional<LoadedScenario> load_scenario(const FileSource& source, const std::string& path,
                                            engine::Problems& problems, const std::string& kit) {
    const auto text = source.scenario(path);
    if (!text) {
        problems.push_back({path, 0, 0, "there is no such file, or it cannot be read"});
        return std::nullopt;
    }
    return load(source, path, *text, kit, problems);
}

std::optional<LoadedScenario> load_scenario(const Files& files, engine::Problems& problems) {
    const std::string key = scenario_key(files);
    if (key.empty()) {
        problems.push_back({"scenarios", 0, 0, "the recording holds no scenario"});
        return std::nullopt;
    }
    const std::string kit = kit_among(files);
    return load(stored_files(files), key, files.at(key), kit, problems);
}

std::shared_ptr<const Setup> make_setup(const LoadedScenario& loaded, std::uint64_t seed) {
    auto setup = std::make_shared<Setup>(*loaded.prototype);
    setup->seed = seed;
    setup->digest = engine::hash_of(std::pair(loaded.digest, seed));
    const SignalRef clock = find_signal(setup->layout, "clock").value_or(SignalRef{});
    for (const RandomTrigger& random : loaded.random) settle(*setup, random, clock);
    std::sort(setup->looks.begin(), setup->looks.end());
    setup->looks.erase(std::unique(setup->looks.begin(), setup->looks.end()), setup->looks.end());
    setup->voters = make_register(seed, loaded.register_size);
    ArrivalPlan plan;
    plan.seed = seed;
    plan.register_size = loaded.register_size;
    plan.polls_open = setup->polls_open;
    plan.polls_close = setup->polls_close;
    plan.chance = setup->chance;
    const DeviceId room = setup->layout.device_of(DeviceClass::room, 0);
    if (room != no_device) {
        const auto& base = setup->layout.device(room).base;
        plan.turnout = base[static_cast<std::size_t>(Parameter::turnout)];
        plan.factor = base[static_cast<std::size_t>(Parameter::arrival_factor)];
    }
    setup->arrivals = make_arrivals(plan);
    return setup;
}

}  // namespace sim
