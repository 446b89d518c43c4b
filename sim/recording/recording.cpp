#include "sim/recording/recording.h"

#include <charconv>
#include <utility>

#include "engine/core/text.h"
#include "sim/recording/guard.h"
#include "sim/recording/nouns.h"

namespace sim {

namespace {

constexpr std::size_t branches_most = 1'000;

std::int64_t whole_number(std::string_view name, std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        damaged({N_("meta: {} is no number: {}"), name, engine::quote(text, 40)});
    }
    return value;
}

std::uint64_t seed_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        damaged({N_("meta: seed is no number: {}"), engine::quote(text, 40)});
    }
    return value;
}

}  // namespace

std::string Recording::meta(const std::string& name) const {
    Statement row = database_->prepare("SELECT value FROM meta WHERE name = ?");
    row.bind(1, name);
    if (!row.step()) damaged({N_("meta: {} is missing"), name});
    return std::string(row.text(0));
}

RecordingInfo Recording::info() const {
    return guarded([&] {
        return RecordingInfo{meta("program"),
                             meta("scenario"),
                             seed_number(meta("seed")),
                             meta("trainee"),
                             meta("crew"),
                             meta("posts"),
                             whole_number("prelude", meta("prelude")),
                             meta("started"),
                             is_exam()};
    });
}

bool Recording::is_exam() const {
    // Older recordings do not say.
    Statement row = database_->prepare("SELECT value FROM meta WHERE name = 'exam'");
    return row.step() && row.text(0) == "yes";
}

bool Recording::closed() const {
    return guarded([&] {
        const std::string state = meta("state");
        if (state != "open" && state != "closed") {
            damaged({N_("meta: state is {}, neither open nor closed"), engine::quote(state, 40)});
        }
        return state == "closed";
    });
}

Time Recording::reached() const {
    return branches().back().reached;
}

Files Recording::files() const {
    return guarded([&] {
        Files files;
        Statement rows = database_->prepare("SELECT path, text FROM files ORDER BY path");
        while (rows.step()) files[std::string(rows.text(0))] = rows.text(1);
        return files;
    });
}

std::vector<RecordedBranch> Recording::branches() const {
    return guarded([&] {
        std::vector<RecordedBranch> branches;
        Statement rows = database_->prepare(
            "SELECT number, coalesce(parent, -1), start, commands, reached FROM branches ORDER BY "
            "number");
        while (rows.step()) {
            const RecordedBranch row{rows.integer(0), rows.integer(1), rows.integer(2),
                                     rows.integer(3), rows.integer(4)};
            const auto expected = static_cast<std::int64_t>(branches.size());
            const bool rooted = expected == 0 ? row.parent == -1 : row.parent >= 0;
            if (row.number != expected || row.parent >= row.number || !rooted || row.commands < 0) {
                damaged({N_("branches: row {} makes no sense"), expected + 1});
            }
            branches.push_back(row);
        }
        if (branches.empty()) damaged(N_("branches: there is none"));
        if (branches.size() > branches_most) damaged(N_("branches: there are too many"));
        return branches;
    });
}

std::string Recording::word(const Statement& row, int column) const {
    if (row.type(column) == Statement::Type::null) return {};
    const std::int64_t number = row.integer(column);
    if (number < 1 || number >= static_cast<std::int64_t>(words_.size())) {
        damaged({N_("words: number {} is missing"), number});
    }
    return words_[static_cast<std::size_t>(number)];
}

RecordedArgument Recording::argument(const Statement& row, int column, bool noun) const {
    if (noun) return {0, word(row, column)};
    return {row.integer(column), {}};
}

std::vector<RecordedCommand> Recording::commands(std::int64_t branch) const {
    return guarded([&] {
        std::vector<RecordedCommand> commands;
        const std::vector<RecordedBranch> all = branches();
        if (branch < 0 || branch >= static_cast<std::int64_t>(all.size())) return commands;
        const RecordedBranch& own = all[static_cast<std::size_t>(branch)];
        if (own.parent >= 0) {
            commands = this->commands(own.parent);
            if (static_cast<std::int64_t>(commands.size()) < own.commands) {
                damaged({N_("branches: row {}: its parent has fewer commands"), branch + 1});
            }
            commands.resize(static_cast<std::size_t>(own.commands));
        }
        Statement rows = database_->prepare(
            "SELECT number, time, author, actor, sentence, refused, already, a, b, c "
            "FROM commands WHERE branch = ? ORDER BY id");
        rows.bind(1, branch);
        while (rows.step()) {
            RecordedCommand row{branch,        rows.integer(0),      rows.integer(1),
                                word(rows, 2), word(rows, 3),        std::string(rows.text(4)),
                                word(rows, 5), rows.integer(6) != 0, {}};
            const auto message = find_message(row.refused);
            const auto nouns = message && !row.refused.empty()
                                   ? argument_nouns(*message, false, false)
                                   : std::array<Noun, 3>{};
            for (int i = 0; i < 3; ++i) {
                const auto at = static_cast<std::size_t>(i);
                row.arguments[at] = argument(rows, 7 + i, nouns[at] != Noun::none);
            }
            commands.push_back(std::move(row));
        }
        return commands;
    });
}

std::vector<RecordedObservation> Recording::observations(std::int64_t branch) const {
    return guarded([&] {
        std::vector<RecordedObservation> observations;
        Statement rows = database_->prepare(
            "SELECT time, message, device, actor, a, b, c FROM observations WHERE branch = ? "
            "ORDER BY id");
        rows.bind(1, branch);
        while (rows.step()) {
            RecordedObservation row{branch,        rows.integer(0), word(rows, 1),
                                    word(rows, 2), word(rows, 3),   {}};
            const auto message = find_message(row.message);
            const auto nouns =
                message ? argument_nouns(*message, !row.device.empty(), !row.actor.empty())
                        : std::array<Noun, 3>{};
            for (int i = 0; i < 3; ++i) {
                const auto at = static_cast<std::size_t>(i);
                row.arguments[at] = argument(rows, 4 + i, nouns[at] != Noun::none);
            }
            observations.push_back(std::move(row));
        }
        return observations;
    });
}

std::vector<RecordedHash> Recording::hashes(std::int64_t branch) const {
    return guarded([&] {
        std::vector<RecordedHash> hashes;
        Statement rows =
            database_->prepare("SELECT time, hash FROM hashes WHERE branch = ? ORDER BY id");
        rows.bind(1, branch);
        while (rows.step()) {
            hashes.push_back(
                {branch, rows.integer(0), static_cast<std::uint64_t>(rows.integer(1))});
        }
        return hashes;
    });
}

std::vector<RecordedKeyframe> Recording::keyframes(std::int64_t branch) const {
    return guarded([&] {
        std::vector<RecordedKeyframe> keyframes;
        Statement rows = database_->prepare(
            "SELECT time, commands, layout, state FROM keyframes WHERE branch = ? ORDER BY id");
        rows.bind(1, branch);
        while (rows.step()) {
            keyframes.push_back({branch, rows.integer(0), rows.integer(1),
                                 static_cast<std::uint64_t>(rows.integer(2)),
                                 std::string(rows.blob(3))});
        }
        return keyframes;
    });
}

std::vector<RecordedGrade> Recording::grade() const {
    return guarded([&] {
        std::vector<RecordedGrade> grade;
        Statement rows = database_->prepare("SELECT item, value FROM grade ORDER BY number");
        while (rows.step()) grade.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
        return grade;
    });
}

std::string Recording::digest() const {
    return guarded([&] {
        std::string text;
        Statement row = database_->prepare("SELECT digest FROM seal WHERE part = 'total'");
        if (!row.step()) return text;
        for (const char byte : row.blob(0)) {
            text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
        }
        return text;
    });
}

std::vector<Damage> Recording::damage() const {
    return guarded([&] {
        Statement check = database_->prepare("PRAGMA quick_check(1)");
        if (check.step() && check.text(0) != "ok") {
            return std::vector<Damage>{
                {"", 0, "", {N_("the file is damaged: {}"), engine::quote(check.text(0), 200)}}};
        }
        if (!has_seal(*database_)) {
            Statement state = database_->prepare("SELECT value FROM meta WHERE name = 'state'");
            if (state.step() && state.text(0) == "closed") {
                return std::vector<Damage>{
                    {"seal", 0, "", N_("seal: the digests of a closed recording are missing")}};
            }
            return std::vector<Damage>{};
        }
        return broken_seal(*database_);
    });
}

}  // namespace sim
