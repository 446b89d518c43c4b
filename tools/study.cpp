#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/core/paths.h"
#include "engine/core/phrase.h"
#include "sim/assessment/study.h"
#include "sim/faults/injection.h"
#include "sim/session/pacer.h"
#include "tools/program.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

struct StudyOptions {
    std::string scenario;
    std::string seeds = "1..100";
    std::vector<std::string> settings;
    std::string csv;
    bool json = false;
    unsigned jobs = 0;
};

struct Seeds {
    std::uint64_t first = 1, last = 1;
    std::size_t count() const { return static_cast<std::size_t>(last - first + 1); }
};

constexpr std::uint64_t days_most = 1'000'000;

std::optional<std::uint64_t> parse_whole(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "A..B", or one seed.
std::optional<Seeds> parse_seeds(const std::string& text) {
    const std::size_t dots = text.find("..");
    const auto first = parse_whole(text.substr(0, dots));
    const auto last = dots == text.npos ? first : parse_whole(text.substr(dots + 2));
    if (!first || !last || *last < *first || *last - *first >= days_most) return std::nullopt;
    return Seeds{*first, *last};
}

/// "scanner.jam_chance=0.2 %" to a setting, or what is wrong with it.
std::variant<sim::StudySetting, engine::Phrase> parse_setting(const std::string& text,
                                                              const sim::Setup& setup) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const sim::PartId noun = setup.layout.find(name);
    if (noun == sim::no_part || setup.layout[noun].kind != sim::PartKind::parameter) {
        std::vector<std::string> names;
        for (const sim::PartSpec& part : setup.layout.parts) {
            if (part.kind == sim::PartKind::parameter) names.push_back(part.name);
        }
        const std::string near = engine::nearest(name, names);
        engine::Phrase wrong(N_("--set {}: there is no such parameter"), engine::quote(text));
        if (!near.empty()) wrong.then({N_("; did you mean {}?"), engine::quote(near)});
        return wrong;
    }
    const auto parameter = static_cast<sim::Parameter>(setup.layout[noun].index);
    const auto value = equals == text.npos
                           ? std::nullopt
                           : sim::parse_parameter_value(parameter, text.substr(equals + 1));
    if (!value) {
        return engine::Phrase(N_("--set {}: the value can be {}"), engine::quote(text),
                              sim::parameter_values(parameter));
    }
    return sim::StudySetting{noun, *value};
}

struct Study {
    std::vector<sim::StudyDay> days;  ///< by seed; those not played are empty
    std::int64_t events = 0;
    double seconds = 0;
    std::size_t played = 0;
};

/// Plays the days on so many threads; each takes the next seed. Stops early when asked to.
Study play_days(const sim::LoadedScenario& loaded, const Seeds& seeds,
                const std::vector<sim::StudySetting>& settings, unsigned jobs, bool shows) {
    Study study;
    study.days.resize(seeds.count());
    std::atomic<std::size_t> next = 0, done = 0;
    std::atomic<std::int64_t> events = 0;
    const auto begun = sim::WallClock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(sim::WallClock::now() - begun).count();
    };
    const auto work = [&] {
        for (std::size_t i = next++; i < study.days.size() && !stop_asked(); i = next++) {
            std::int64_t happened = 0;
            study.days[i] = sim::study_day(loaded, seeds.first + i, settings, happened);
            events += happened;
            ++done;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(work);
        if (shows) {
            std::jthread progress([&](const std::stop_token& stop) {
                while (!stop.stop_requested()) {
                    const auto now = static_cast<double>(done);
                    fmt::print(stderr, "\r{:5.1f} %  {} / {}  {:.0f}/s\033[K",
                               100 * now / static_cast<double>(study.days.size()),
                               static_cast<std::size_t>(done), study.days.size(),
                               now / std::max(elapsed(), 0.001));
                    std::fflush(stderr);
                    std::this_thread::sleep_for(std::chrono::milliseconds(100));
                }
                fmt::print(stderr, "\r\033[K");
            });
            work();
        } else {
            work();
        }
    }
    study.seconds = elapsed();
    study.events = events;
    study.played = done;
    return study;
}

Exit write_csv(const std::string& path, const Study& study, const Seeds& seeds,
               const sim::Reader& reader) {
    std::ofstream file(path);
    file << "seed";
    for (const sim::StudyFigure& figure : sim::study_figures()) file << ',' << figure.name;
    file << '\n';
    for (std::size_t i = 0; i < study.days.size(); ++i) {
        if (study.days[i].empty()) continue;
        file << seeds.first + i;
        for (const std::int64_t value : study.days[i]) file << ',' << value;
        file << '\n';
    }
    file.close();
    if (file) return Exit::well;
    return bad_use(engine::Phrase(N_("{}: it cannot be written"), path).in(reader.translate));
}

void print_json(const Study& study, std::span<const sim::StudySum> sums) {
    nlohmann::ordered_json json;
    json["days"] = study.played;
    json["seconds"] = study.seconds;
    json["events"] = study.events;
    auto& figures = json["figures"] = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const sim::StudyFigure& figure = sim::study_figures()[i];
        const sim::StudySum& sum = sums[i];
        figures[std::string(figure.name)] = {{"unit", figure.unit},
                                             {"mean", sum.mean},
                                             {"low", sum.low},
                                             {"high", sum.high},
                                             {"deviation", sum.deviation},
                                             {"least", sum.least},
                                             {"median", sum.median},
                                             {"most", sum.most}};
    }
    fmt::print("{}\n", json.dump(2));
}

void print_table(const Study& study, std::span<const sim::StudySum> sums,
                 const sim::Reader& reader) {
    const engine::Translator& _ = reader.translate;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const sim::StudyFigure& figure = sim::study_figures()[i];
        const sim::StudySum& sum = sums[i];
        const std::string unit = figure.unit == "permille" ? " ‰"
                                 : figure.unit.empty()     ? ""
                                                           : " " + std::string(figure.unit);
        fmt::print("{:>10.1f}{} ({:.1f} … {:.1f})  {}: {} … {}  {}\n", sum.mean, unit, sum.low,
                   sum.high, _("days"), sum.least, sum.most, _(figure.help));
    }
    fmt::print(
        "{}\n",
        engine::fill(_("{} days in {} s: {} days a second, {} events a second"),
                     {std::to_string(study.played), fmt::format("{:.1f}", study.seconds),
                      fmt::format("{:.1f}", static_cast<double>(study.played) / study.seconds),
                      fmt::format("{:.0f}", static_cast<double>(study.events) / study.seconds)}));
}

Exit run_study(const Program& program, const StudyOptions& options) {
    const sim::Reader reader = program.reader();
    const auto seeds = parse_seeds(options.seeds);
    if (!seeds) {
        return bad_use(engine::Phrase(N_("--seeds is A..B with A not above B, at most a million "
                                         "days, not {}"),
                                      engine::quote(options.seeds))
                           .in(reader.translate));
    }
    engine::Problems problems;
    const auto loaded =
        sim::load_scenario(sim::disk_files(engine::assets_folder()), options.scenario, problems);
    if (!loaded) {
        fmt::print(stderr, "{}", engine::text_of(problems));
        return Exit::bad_use;
    }
    std::vector<sim::StudySetting> settings;
    for (const std::string& text : options.settings) {
        const auto setting = parse_setting(text, *loaded->prototype);
        if (const auto* wrong = std::get_if<engine::Phrase>(&setting)) {
            return bad_use(wrong->in(reader.translate));
        }
        settings.push_back(std::get<sim::StudySetting>(setting));
    }
    watch_for_stop();
    const unsigned cores = std::max(std::thread::hardware_concurrency(), 1U);
    const unsigned jobs = std::clamp(options.jobs == 0 ? cores : options.jobs, 1U, 256U);
    const bool shows = isatty(STDERR_FILENO) != 0;
    const Study study = play_days(*loaded, *seeds, settings, jobs, shows);
    std::vector<sim::StudyDay> played;
    for (const sim::StudyDay& day : study.days) {
        if (!day.empty()) played.push_back(day);
    }
    const std::vector<sim::StudySum> sums = sim::sum_up(played);
    if (options.json) {
        print_json(study, sums);
    } else {
        print_table(study, sums, reader);
    }
    if (!options.csv.empty()) {
        const Exit written = write_csv(options.csv, study, *seeds, reader);
        if (written != Exit::well) return written;
    }
    if (study.played == seeds->count()) return Exit::well;
    fmt::print(stderr, "{}\n", reader.translate(N_("Stopped before its end.")));
    return Exit::failed;
}

}  // namespace

void add_study(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("study", "Play many days on all processors and sum them up");
    command->footer(
        "Each figure with its mean over the days, the 95 % confidence interval of the mean, and "
        "the\n"
        "least and the most of a day. The same whatever the number of jobs.\n\n"
        "Examples:\n"
        "  polldrill study scenarios/polling_day.yaml --seeds 1..2000\n"
        "  polldrill study scenarios/polling_day.yaml --set \"scanner.jam_chance=0.5 %\" --csv "
        "a.csv");
    auto options = std::make_shared<StudyOptions>();
    command->add_option("SCENARIO", options->scenario, "Scenario file")->required();
    command->add_option("--seeds", options->seeds, "A..B: the days to play (default 1..100)");
    command
        ->add_option("--set", options->settings,
                     "PARAMETER=VALUE for every day; may be given many times")
        ->allow_extra_args(false);
    command->add_option("--csv", options->csv, "Write every day's figures into this file");
    command->add_flag("--json", options->json, "Print the sums as JSON");
    command->add_option("--jobs", options->jobs, "Threads; 0 (default): one a processor");
    command->callback([&program, options] {
        program.run = [&program, options] { return run_study(program, *options); };
    });
}

}  // namespace polldrill
