#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <thread>
#include <variant>

#include "sim/faults/injection.h"
#include "sim/session/session.h"
#include "sim/station/sentence.h"
#include "sim/station/verb.h"
#include "tools/live.h"
#include "tools/outcome.h"
#include "tools/program.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

struct PlayOptions {
    SessionPlan plan;
    std::string crew;
    std::vector<std::string> at;
    std::string rate = "max";
    bool json = false;
    bool quiet = false;
};

}  // namespace

std::optional<double> parse_rate(const std::string& text) {
    if (text == "max") return rate_max;
    double rate = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || !(rate >= 0) || rate > 1e6) return std::nullopt;
    return rate;
}

/// What is wrong with the words of an injection, said before the drill begins.
static std::optional<engine::Phrase> injection_mistake(const sim::Setup& setup,
                                                       const sim::Command& command) {
    if (sim::verb(command.verb).name != "inject") return std::nullopt;
    const auto fault = static_cast<std::size_t>(setup.layout[command.object].index);
    const auto words = sim::read_injection(setup.faults.at(fault), setup.layout, command.words);
    const auto* mistake = std::get_if<sim::InjectionMistake>(&words);
    return mistake != nullptr ? std::optional(mistake->text) : std::nullopt;
}

Exit bad_rate(const sim::Reader& reader) {
    return bad_use(
        std::string(reader.translate(N_("--rate is a number from 0 to 1000000, or max"))));
}

std::variant<Scheduled, engine::Phrase> parse_scheduled(const std::string& text,
                                                        const sim::Setup& setup) {
    // The time may be two words: "-1d 15:00".
    std::size_t space = text.find(' ');
    if (text.starts_with('-') && space != text.npos) space = text.find(' ', space + 1);
    const auto time = engine::parse_clock(text.substr(0, space));
    if (!time || space == text.npos) {
        return engine::Phrase(N_("--at {}: a time and a sentence are wanted, such as \"11:00:00 "
                                 "inject ID\""),
                              engine::quote(text));
    }
    const std::string sentence = text.substr(space + 1);
    const auto parsed = sim::parse_sentence(setup.layout, sentence);
    if (const auto* error = std::get_if<sim::SentenceError>(&parsed)) {
        return engine::Phrase(N_("--at {}: column {}: "), engine::quote(text),
                              error->column + static_cast<int>(space) + 1)
            .then(error->message);
    }
    Scheduled scheduled{*time, std::get<sim::Command>(parsed)};
    if (const auto mistake = injection_mistake(setup, scheduled.command)) {
        return engine::Phrase("--at {}: ", engine::quote(text)).then(*mistake);
    }
    scheduled.command.author =
        scheduled.command.actor == sim::no_post ? sim::Seat::instructor : sim::Seat::trainee;
    return scheduled;
}

void run_live(Session& session, const LivePlan& plan) {
    watch_for_stop();
    std::size_t next = 0;
    const auto due = [&] {
        return next < plan.scheduled.size() ? plan.scheduled[next].time : engine::never;
    };
    auto shown = sim::WallClock::now();
    const auto look = [&] {
        if (!plan.progress || sim::WallClock::now() - shown < std::chrono::milliseconds(100))
            return;
        plan.progress(session.world());
        shown = sim::WallClock::now();
    };
    // As fast as possible it runs in one stretch, so that nothing depends on the machine's speed.
    const bool paced = plan.rate != rate_max;
    if (!paced) session.look_in(look);
    sim::Pacer pacer(session.world().now, paced ? plan.rate : 0);
    while (!session.finished() && !stop_asked()) {
        const sim::Time now = session.world().now;
        const sim::Time wanted = paced ? std::max(pacer.target(), now) : session.setup().latest_end;
        session.run_until(std::min(wanted, due()));
        while (!session.finished() && due() <= session.world().now) {
            session.say(plan.scheduled[next++].command);
        }
        if (!paced) continue;
        session.tick();
        tell_problem(session, plan.reader);
        look();
        const sim::Time event = std::min(sim::next_event(session.world()), due());
        std::this_thread::sleep_for(pacer.sleep_before(event, std::chrono::milliseconds(20)));
    }
    session.look_in({});
    tell_problem(session, plan.reader);
    if (plan.progress) plan.progress(session.world());
}

namespace {

Exit play(const Program& program, PlayOptions options) {
    const auto rate = parse_rate(options.rate);
    const sim::Reader reader = program.reader();
    if (!rate) return bad_rate(reader);
    options.plan.crew = sim::CrewPlan{};
    if (!options.crew.empty()) {
        options.plan.crew = sim::parse_crew(options.crew);
        if (!options.plan.crew) {
            return bad_use(engine::Phrase(N_("--crew is expert, idle or skip:N with N from 2 to "
                                             "1000, not {}"),
                                          engine::quote(options.crew))
                               .in(reader.translate));
        }
    }
    options.plan.posts = std::array<bool, sim::post_count>{};  // no trainee is here
    const std::unique_ptr<Session> session = begin_session(options.plan);
    if (!session) return Exit::bad_use;
    LivePlan live;
    live.rate = *rate;
    live.reader = reader;
    for (const std::string& text : options.at) {
        auto scheduled = parse_scheduled(text, session->setup());
        if (const auto* error = std::get_if<engine::Phrase>(&scheduled)) {
            return bad_use(error->in(reader.translate));
        }
        live.scheduled.push_back(std::get<Scheduled>(std::move(scheduled)));
    }
    std::stable_sort(live.scheduled.begin(), live.scheduled.end(),
                     [](const Scheduled& a, const Scheduled& b) { return a.time < b.time; });
    const bool shows = !options.quiet && !options.json && isatty(STDERR_FILENO) != 0;
    if (shows) live.progress = terminal_progress(reader);
    run_live(*session, live);
    if (shows) fmt::print(stderr, "\n");
    return conclude(*session, reader, options.json, options.quiet);
}

}  // namespace

std::function<void(const sim::World&)> terminal_progress(const sim::Reader& reader) {
    return [reader](const sim::World& world) {
        fmt::print(stderr, "\r{}\033[K", progress_line(world, reader));
        std::fflush(stderr);
    };
}

Exit conclude(Session& session, const sim::Reader& reader, bool json, bool quiet) {
    if (!session.finished() && stop_asked()) {
        session.leave();
        fmt::print(stderr, "{}\n", reader.translate(N_("Stopped before its end.")));
        return Exit::failed;
    }
    session.end();
    tell_problem(session, reader);
    if (json) {
        fmt::print("{}\n", outcome_json(session).dump(2));
    } else if (!quiet) {
        fmt::print("{}", outcome_text(session, reader));
    }
    return outcome_exit(session);
}

void add_play(CLI::App& app, Program& program) {
    CLI::App* command = app.add_subcommand("play", "Play a scenario with a crew at every post");
    command->footer(
        "Ends with 0 when the drill came to its end, passed and everything adds up, else with "
        "1.\n\n"
        "Examples:\n"
        "  polldrill play scenarios/polling_day.yaml --seed 7 --json\n"
        "  polldrill play scenarios/polling_day.yaml --rate 60 --record day.drill --trainee Asel\n"
        "  polldrill play scenarios/polling_day.yaml --at \"11:00 inject ID\"   an ID of "
        "\"polldrill "
        "list faults\"\n"
        "  polldrill play scenarios/opening.yaml --crew skip:3 "
        "--at \"07:10 as chair: open scanner.cover\"");
    auto options = std::make_shared<PlayOptions>();
    command->add_option("SCENARIO", options->plan.scenario, "Scenario file")->required();
    add_equipment(*command, options->plan.kit);
    command->add_option("--seed", options->plan.seed, "Decides voters and chance (default 1)");
    command->add_option(
        "--crew", options->crew,
        "Who works: expert (default), idle, or skip:N, who leaves out every Nth step");
    command
        ->add_option("--at", options->at,
                     "\"HH:MM:SS SENTENCE\": said then, by the instructor, or by a post when it "
                     "begins with \"as POST:\"; may be given many times")
        ->allow_extra_args(false);
    command->add_option("--rate", options->rate,
                        "Simulated seconds a second, or max (default): as fast as possible");
    command->add_option("--record", options->plan.record, "Write the drill down in this file");
    command->add_option("--trainee", options->plan.trainee, "Name that the recording keeps");
    command->add_flag("--json", options->json, "Print the outcome as JSON");
    command->add_flag("--quiet", options->quiet, "Print no progress and no account");
    command->callback([&program, options] {
        program.run = [&program, options] { return play(program, *options); };
    });
}

}  // namespace polldrill
