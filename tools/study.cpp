#include "tools/study.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <thread>

#include "engine/core/paths.h"
#include "engine/core/phrase.h"
#include "engine/core/text.h"
#include "sim/faults/injection.h"
#include "sim/scenario/check.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

struct StudyOptions {
    std::string scenario;
    std::string kit;
    std::string seeds = "1..100";
    std::vector<std::string> settings;
    std::string crew = "expert";
    std::string csv;
    std::string against;
    bool json = false;
    unsigned jobs = 0;
};

/// "scanner.jam_chance=0.2 %" to a setting, or what is wrong with it.
std::variant<sim::StudySetting, engine::Phrase> parse_setting(const std::string& text,
                                                              const sim::Setup& setup) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const auto named = sim::named_parameters(setup.layout);
    const auto found = std::find_if(named.begin(), named.end(),
                                    [&](const auto& one) { return one.first == name; });
    if (found == named.end()) {
        std::vector<std::string> names;
        for (const auto& one : named) names.push_back(one.first);
        const std::string near = engine::nearest(name, names);
        engine::Phrase wrong(N_("--set {}: there is no such parameter"), engine::quote(text));
        if (!near.empty()) wrong.then({N_("; did you mean {}?"), engine::quote(near)});
        return wrong;
    }
    const sim::Parameter parameter = found->second.parameter;
    const auto value = equals == text.npos
                           ? std::nullopt
                           : sim::parse_parameter_value(parameter, text.substr(equals + 1));
    if (!value) {
        return engine::Phrase(N_("--set {}: the value can be {}"), engine::quote(text),
                              sim::parameter_values(parameter));
    }
    return sim::StudySetting{found->second, *value};
}

/// A file of public figures; what is wrong with it is printed.
std::optional<sim::PublicFigures> load_evidence(const std::string& path) {
    engine::Problems problems;
    const auto text = sim::read_text(path);
    if (!text) {
        problems.push_back({path, 0, 0, "there is no such file, or it cannot be read"});
    }
    std::optional<sim::PublicFigures> evidence;
    const auto node = text ? engine::read_yaml(*text, path, problems) : std::nullopt;
    if (node) {
        sim::Place place{path, problems};
        evidence = sim::read_evidence(*node, std::filesystem::path(path).stem().string(), place);
    }
    if (problems.empty()) return evidence;
    sim::tidy(problems);
    fmt::print(stderr, "{}", engine::text_of(problems));
    return std::nullopt;
}

/// The parameters that were set, or what is wrong with one.
std::variant<std::vector<sim::StudySetting>, engine::Phrase> parse_settings(
    const std::vector<std::string>& texts, const sim::Setup& setup) {
    std::vector<sim::StudySetting> settings;
    for (const std::string& text : texts) {
        auto setting = parse_setting(text, setup);
        if (auto* wrong = std::get_if<engine::Phrase>(&setting)) return std::move(*wrong);
        settings.push_back(std::get<sim::StudySetting>(setting));
    }
    return settings;
}

void show_study(const Study& study, const std::optional<sim::PublicFigures>& evidence, bool json,
                const sim::Reader& reader) {
    if (json) {
        auto all = study_json(study);
        if (evidence) all["evidence"] = comparison_json(study, *evidence);
        fmt::print("{}\n", all.dump(2));
        return;
    }
    print_study(study, reader);
    if (evidence) print_comparison(study, *evidence, reader);
}

/// Speed goes to the error stream: what is found out is the same on every machine.
void tell_speed(const Study& study, unsigned jobs, const sim::Reader& reader) {
    const double seconds = std::max(study.seconds, 0.001);
    const auto rate = [&](double count) { return fmt::format("{:.0f}", count / seconds); };
    fmt::print(stderr, "{}\n",
               engine::fill(reader.translate(N_("{} days in {} s by {} jobs: {} days a second, {} "
                                                "events a second")),
                            {std::to_string(study.played), fmt::format("{:.1f}", seconds),
                             std::to_string(jobs),
                             fmt::format("{:.1f}", static_cast<double>(study.played) / seconds),
                             rate(static_cast<double>(study.events))}));
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
    const auto crew = sim::parse_crew(options.crew);
    if (!crew) {
        return bad_use(engine::Phrase(N_("--crew is expert, idle or skip:N with N from 2 to "
                                         "1000, not {}"),
                                      engine::quote(options.crew))
                           .in(reader.translate));
    }
    engine::Problems problems;
    const auto loaded = sim::load_scenario(sim::disk_files(engine::assets_folder()),
                                           options.scenario, problems, options.kit);
    if (!loaded) {
        fmt::print(stderr, "{}", engine::text_of(problems));
        return Exit::bad_use;
    }
    const auto settings = parse_settings(options.settings, *loaded->prototype);
    if (const auto* wrong = std::get_if<engine::Phrase>(&settings)) {
        return bad_use(wrong->in(reader.translate));
    }
    std::optional<sim::PublicFigures> evidence;
    if (!options.against.empty()) {
        evidence = load_evidence(options.against);
        if (!evidence) return Exit::bad_use;
    }
    // Before the days are played, not after.
    std::ofstream csv;
    const auto cannot_write = [&] {
        return bad_use(
            engine::Phrase(N_("{}: it cannot be written"), options.csv).in(reader.translate));
    };
    if (!options.csv.empty()) {
        csv.open(options.csv);
        if (!csv) return cannot_write();
    }
    watch_for_stop();
    const unsigned cores = std::max(std::thread::hardware_concurrency(), 1U);
    const unsigned wanted = options.jobs == 0 ? cores : std::min(options.jobs, 256U);
    const unsigned jobs = static_cast<unsigned>(std::min<std::size_t>(wanted, seeds->count()));
    const Study study =
        play_days(sim::with_settings(*loaded, std::get<std::vector<sim::StudySetting>>(settings)),
                  *seeds, *crew, jobs, isatty(STDERR_FILENO) != 0);
    if (study.played > 0) show_study(study, evidence, options.json, reader);
    if (csv.is_open()) {
        csv << study_csv(study);
        csv.close();
        if (!csv) return cannot_write();
    }
    tell_speed(study, jobs, reader);
    if (study.played == seeds->count()) return Exit::well;
    fmt::print(stderr, "{}\n",
               engine::fill(reader.translate(N_("Stopped: the figures are of {} of {} days.")),
                            {std::to_string(study.played), std::to_string(seeds->count())}));
    return Exit::failed;
}

}  // namespace

void add_study(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("study", "Play many days on all processors and sum them up");
    command->footer(
        "Each figure with its mean over the days, the 95 % confidence interval of the mean, and "
        "the\n"
        "least and the most of a day. The same whatever the number of jobs. Ctrl-C stops and "
        "shows\n"
        "the days played so far.\n\n"
        "Examples:\n"
        "  polldrill study scenarios/polling_day.yaml --seeds 1..2000\n"
        "  polldrill study scenarios/polling_day.yaml --set \"scanner.jam_chance=0.5 %\" --csv "
        "a.csv\n"
        "  polldrill study scenarios/polling_day.yaml --against assets/evidence.yaml");
    auto options = std::make_shared<StudyOptions>();
    command->add_option("SCENARIO", options->scenario, "Scenario file")->required();
    add_equipment(*command, options->kit);
    command->add_option("--seeds", options->seeds, "A..B: the days to play (default 1..100)");
    command
        ->add_option("--set", options->settings,
                     "PARAMETER=VALUE for every day; may be given many times")
        ->allow_extra_args(false);
    command->add_option("--crew", options->crew, "expert (default), idle, or skip:N");
    command->add_option("--against", options->against,
                        "A file of public figures to lay the study beside");
    command->add_option("--csv", options->csv, "Write every day's figures into this file");
    command->add_flag("--json", options->json, "Print the sums as JSON");
    command->add_option("--jobs", options->jobs, "Threads; 0 (default): one a processor");
    command->callback([&program, options] {
        program.run = [&program, options] { return run_study(program, *options); };
    });
}

}  // namespace polldrill
