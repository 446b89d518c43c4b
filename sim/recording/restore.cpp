#include "sim/recording/restore.h"

#include <array>
#include <limits>
#include <variant>

#include "engine/core/text.h"
#include "sim/recording/guard.h"
#include "sim/recording/nouns.h"
#include "sim/station/sentence.h"

namespace sim {

namespace {

Seat seat_named(const RecordedCommand& row) {
    for (const Seat seat : {Seat::trainee, Seat::instructor, Seat::expert, Seat::scenario}) {
        if (name_of(seat) == row.author) return seat;
    }
    damaged({N_("commands: number {}: there is no author {}"), row.number,
             engine::quote(row.author, 40)});
}

PostId post_named(const RecordedCommand& row) {
    if (row.actor.empty()) return no_post;
    const PostId post = find_post(row.actor);
    if (post == no_post) {
        damaged({N_("commands: number {}: there is no post {}"), row.number,
                 engine::quote(row.actor, 40)});
    }
    return post;
}

}  // namespace

Drill RecordedDrill::make() const {
    return make_drill(loaded, info.seed, plan);
}

std::unique_ptr<RecordedDrill> restore(const Recording& recording) {
    auto drill = std::make_unique<RecordedDrill>();
    drill->info = recording.info();
    const auto plan = parse_crew(drill->info.crew);
    if (!plan) damaged({N_("meta: there is no crew {}"), engine::quote(drill->info.crew, 40)});
    drill->plan = *plan;
    engine::Problems problems;
    auto loaded = load_scenario(recording.files(), problems);
    if (!loaded) damaged({N_("files: {}"), engine::text_of(problems)});
    drill->loaded = std::move(*loaded);
    if (!parse_posts(drill->info.posts, drill->loaded.scenario.trainee)) {
        damaged({N_("meta: there are no posts {}"), engine::quote(drill->info.posts, 40)});
    }
    return drill;
}

std::vector<Command> commands_of(const std::vector<RecordedCommand>& rows, const Setup& setup) {
    std::vector<Command> commands;
    commands.reserve(rows.size());
    Time last = std::numeric_limits<Time>::min();
    for (const RecordedCommand& row : rows) {
        const auto parsed = parse_sentence(setup.layout, row.sentence);
        if (const auto* error = std::get_if<SentenceError>(&parsed)) {
            damaged(engine::Phrase(N_("commands: number {} ({}): {}"), row.number,
                                   engine::format_clock(row.time), engine::quote(row.sentence, 80))
                        .then(": ")
                        .then(error->message));
        }
        Command command = std::get<Command>(parsed);
        command.time = row.time;
        command.author = seat_named(row);
        if (command.actor != post_named(row)) {
            damaged({N_("commands: number {}: actor and sentence differ"), row.number});
        }
        const bool in_order = row.number == static_cast<std::int64_t>(commands.size());
        if (!in_order || row.time < last || row.time > 100 * engine::hour) {
            damaged({N_("commands: number {} ({}) is out of order"), row.number,
                     engine::format_clock(row.time)});
        }
        command.number = static_cast<std::int32_t>(row.number);
        last = row.time;
        commands.push_back(std::move(command));
    }
    return commands;
}

}  // namespace sim
