#include "tools/hand.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/core/paths.h"
#include "engine/core/text.h"
#include "tools/conversation.h"
#include "tools/line_reader.h"
#include "tools/live.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

struct HandOptions {
    SessionPlan plan;
    std::vector<std::string> posts;
    std::string rate;
};

Exit hand(const Program& program, HandOptions options) {
    std::optional<double> rate = 0.0;
    if (!options.rate.empty()) rate = parse_rate(options.rate);
    const sim::Reader reader = program.reader();
    if (!rate || *rate == rate_max) {
        return bad_use(std::string(reader.translate(N_("--rate is a number from 0 to 1000000"))));
    }
    if (!options.posts.empty()) {
        options.plan.posts.emplace();
        for (const std::string& name : options.posts) {
            (*options.plan.posts)[static_cast<std::size_t>(sim::find_post(name))] = true;
        }
    }
    std::unique_ptr<Session> session = begin_session(options.plan);
    if (!session) return Exit::bad_use;
    return converse(*session, reader, *rate);
}

std::vector<std::string> post_names() {
    std::vector<std::string> names;
    for (const sim::PostSpec& post : sim::posts()) names.emplace_back(post.name);
    return names;
}

}  // namespace

Exit converse(Session& session, const sim::Reader& reader, double rate) {
    watch_for_stop();
    std::unique_ptr<Conversation> conversation;
    LineReader lines([&](const std::string& typed) { return conversation->complete(typed); },
                     [&] { return conversation->idle(); });
    conversation = std::make_unique<Conversation>(session, reader, rate, lines.interactive());
    fmt::print("{}", conversation->greeting());
    while (!conversation->over() && !stop_asked()) {
        std::fflush(stdout);
        if (lines.would_wait()) session.save();
        const std::string prompt = conversation->prompt();
        const auto line = lines.read(prompt);
        if (!line) break;
        if (!lines.interactive()) fmt::print("{}{}\n", prompt, engine::quote(*line, 2000));
        fmt::print("{}", conversation->answer(*line));
        tell_problem(session, reader);
    }
    return conclude(session, reader, false, false);
}

void add_hand(CLI::App& app, Program& program) {
    CLI::App* command =
        app.add_subcommand("hand", "Work a drill by hand: a conversation in the terminal");
    command->footer(
        "Without --rate, and when the input comes from a file, simulated time passes only by what\n"
        "actions take and by wait, so that the same input gives the same drill.\n\n"
        "Examples:\n"
        "  polldrill hand scenarios/opening.yaml --record opening.drill --trainee Asel\n"
        "  polldrill hand scenarios/polling_day.yaml --post chair --rate 1\n"
        "  polldrill hand scenarios/opening.yaml < sentences.txt");
    auto options = std::make_shared<HandOptions>();
    command->add_option("SCENARIO", options->plan.scenario, "Scenario file")->required();
    command
        ->add_option("--post", options->posts,
                     "A post you hold; may be given many times (default: the scenario's)")
        ->check(CLI::IsMember(post_names()))
        ->allow_extra_args(false);
    add_equipment(*command, options->plan.kit);
    command->add_option("--record", options->plan.record, "Write the drill down in this file");
    command->add_option("--trainee", options->plan.trainee, "Your name, for the recording");
    command->add_option("--seed", options->plan.seed, "Decides voters and chance (default 1)");
    command->add_option("--rate", options->rate,
                        "Simulated seconds a second while you type; default: time waits for you");
    command->callback([&program, options] {
        program.run = [&program, options] { return hand(program, *options); };
    });
}

}  // namespace polldrill
