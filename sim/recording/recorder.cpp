#include "sim/recording/recorder.h"

#include <fmt/format.h>

#include "engine/core/archive.h"
#include "engine/core/translate.h"
#include "sim/recording/compress.h"
#include "sim/recording/format.h"
#include "sim/recording/seal.h"
#include "sim/station/sentence.h"

namespace sim {

std::uint64_t layout_version(const World& start) {
    return engine::hash_bytes(engine::save(start));
}

Recorder::Recorder(std::filesystem::path file, RecordingInfo info, Files files, const World& start)
    : file_(std::move(file)),
      setup_(start.setup),
      info_(std::move(info)),
      files_(std::move(files)),
      layout_(layout_version(start)) {
    branches_.push_back({0, -1, start.now, 0, start.now});
}

Recorder Recorder::resume(std::filesystem::path file, const World& start) {
    Recorder recorder;
    recorder.file_ = std::move(file);
    recorder.setup_ = start.setup;
    recorder.layout_ = layout_version(start);
    recorder.began_ = true;
    recorder.created_ = true;
    recorder.open();
    const Database& database = *recorder.database_;
    Statement words = database.prepare("SELECT number, word FROM words");
    while (words.step()) recorder.words_.emplace(words.text(1), words.integer(0));
    recorder.branch_ = database.number("SELECT max(number) FROM branches");
    recorder.info_.prelude =
        database.number("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'prelude'");
    if (database.number("SELECT count(*) FROM hashes") > 0) {
        recorder.last_minute_ = database.number("SELECT max(time) FROM hashes");
    }
    return recorder;
}

void Recorder::append(const Command& command, const Refusal& refusal) {
    said_.push_back({branch_, command, refusal});
}

void Recorder::append(std::span<const Observation> observations) {
    for (const Observation& observation : observations) seen_.push_back({branch_, observation});
}

void Recorder::minute(Time time, std::uint64_t hash) {
    hashes_.push_back({branch_, time, hash});
}

void Recorder::keyframe(const World& world) {
    keyframes_.push_back(
        {branch_, world.now, world.commands, layout_, compress(engine::save(world))});
}

void Recorder::branch(std::int64_t parent, Time start, std::int64_t commands, Time reached) {
    reached_[branch_] = reached;
    ++branch_;
    last_minute_ = start - 1;
    branches_.push_back({branch_, parent, start, commands, start});
}

bool Recorder::commit(Time reached) {
    return attempt(reached, false);
}

bool Recorder::close(Time reached, std::vector<RecordedGrade> grade) {
    grade_ = std::move(grade);
    return attempt(reached, true);
}

std::optional<engine::Phrase> Recorder::take_problem() {
    return std::exchange(problem_, {});
}

bool Recorder::attempt(Time reached, bool closing) {
    try {
        open();
        database_->run("BEGIN IMMEDIATE");
        if (!created_) create();
        write(reached);
        if (closing) {
            write_grade();
            set_meta("state", "closed");
            store_seal(*database_, compute_seal(*database_));
        }
        database_->run("COMMIT");
        created_ = true;
        failing_ = false;
        forget();
        if (closing) database_.reset();
        return true;
    } catch (const StorageError& error) {
        if (!failing_) problem_ = error.text();
        failing_ = true;
        database_.reset();  // rolls back; the next attempt begins afresh
        return false;
    }
}

void Recorder::open() {
    if (database_) return;
    std::error_code ignored;
    if (!began_ && std::filesystem::exists(file_, ignored)) {
        throw StorageError(N_("a file of that name exists"), 0);
    }
    database_ = Database::writable(file_, !created_);
    began_ = true;
}

void Recorder::create() {
    const Database& database = *database_;
    database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                             recording_application, recording_format)
                     .c_str());
    for (const Table& table : recording_tables()) database.run(create_statement(table).c_str());
    database.run(create_statement(seal_table()).c_str());
    set_meta("program", info_.program);
    set_meta("scenario", info_.scenario);
    set_meta("seed", std::to_string(info_.seed));
    set_meta("trainee", info_.trainee);
    set_meta("crew", info_.crew);
    set_meta("posts", info_.posts);
    set_meta("started", info_.started);
    set_meta("exam", info_.exam ? "yes" : "no");
    set_meta("state", "open");
    Statement insert = database.prepare("INSERT INTO files VALUES (?, ?)");
    for (const auto& [path, text] : files_) {
        insert.bind(1, path).bind(2, text);
        insert.run();
    }
}

void Recorder::write(Time reached) {
    reached_[branch_] = reached;
    set_meta("prelude", std::to_string(info_.prelude));
    write_branches();
    write_commands();
    write_observations();
    write_states();
    write_words();
}

void Recorder::write_branches() {
    Statement insert = database_->prepare("INSERT INTO branches VALUES (?, ?, ?, ?, ?)");
    for (const RecordedBranch& branch : branches_) {
        insert.bind(1, branch.number).bind(3, branch.start).bind(4, branch.commands);
        insert.bind(5, branch.reached);
        if (branch.parent < 0) {
            insert.bind_null(2);
        } else {
            insert.bind(2, branch.parent);
        }
        insert.run();
    }
    Statement update = database_->prepare("UPDATE branches SET reached = ? WHERE number = ?");
    for (const auto& [number, reached] : reached_) {
        update.bind(1, reached).bind(2, number);
        update.run();
    }
}

void Recorder::write_commands() {
    if (said_.empty()) return;
    Statement insert =
        database_->prepare("INSERT INTO commands VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& [branch, command, refusal] : said_) {
        insert.bind(1, branch).bind(2, std::int64_t{command.number}).bind(3, command.time);
        insert.bind(4, word(name_of(command.author)));
        insert.bind_null(5);
        if (command.actor != no_post) insert.bind(5, word(Noun::post, command.actor));
        insert.bind(6, format_sentence(setup_->layout, command));
        Nouns nouns{};
        insert.bind_null(7);
        if (refusal) {
            insert.bind(7, word(spec(refusal.reason).name));
            nouns = argument_nouns(refusal.reason, false, false);
        }
        insert.bind(8, std::int64_t{refusal.already});
        bind(insert, 9, nouns, refusal.arguments);
        insert.run();
    }
}

void Recorder::write_observations() {
    if (seen_.empty()) return;
    Statement insert =
        database_->prepare("INSERT INTO observations VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& [branch, seen] : seen_) {
        insert.bind(1, branch).bind(2, seen.time).bind(3, word(spec(seen.message).name));
        insert.bind_null(4).bind_null(5);
        if (seen.device != no_device) insert.bind(4, word(Noun::device, seen.device));
        if (seen.actor != no_post) insert.bind(5, word(Noun::post, seen.actor));
        bind(insert, 6,
             argument_nouns(seen.message, seen.device != no_device, seen.actor != no_post),
             seen.arguments);
        insert.run();
    }
}

void Recorder::write_states() {
    if (!hashes_.empty()) {
        Statement insert = database_->prepare("INSERT INTO hashes VALUES (NULL, ?, ?, ?)");
        for (const RecordedHash& row : hashes_) {
            insert.bind(1, row.branch).bind(2, row.time);
            insert.bind(3, static_cast<std::int64_t>(row.hash));
            insert.run();
        }
    }
    if (keyframes_.empty()) return;
    Statement insert = database_->prepare("INSERT INTO keyframes VALUES (NULL, ?, ?, ?, ?, ?)");
    for (const RecordedKeyframe& row : keyframes_) {
        insert.bind(1, row.branch).bind(2, row.time).bind(3, row.commands);
        insert.bind(4, static_cast<std::int64_t>(row.layout)).bind_blob(5, row.state);
        insert.run();
    }
}

void Recorder::write_grade() {
    database_->run("DELETE FROM grade");
    Statement insert = database_->prepare("INSERT INTO grade VALUES (NULL, ?, ?)");
    for (const RecordedGrade& row : grade_) {
        insert.bind(1, row.item).bind(2, row.value);
        insert.run();
    }
}

void Recorder::write_words() {
    if (new_words_.empty()) return;
    Statement insert = database_->prepare("INSERT INTO words VALUES (?, ?)");
    for (const auto& [number, text] : new_words_) {
        insert.bind(1, number).bind(2, text);
        insert.run();
    }
}

void Recorder::set_meta(const std::string& name, const std::string& value) {
    Statement statement = database_->prepare(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    statement.bind(1, name).bind(2, value);
    statement.run();
}

std::int64_t Recorder::word(std::string_view text) {
    const auto known = words_.find(text);
    if (known != words_.end()) return known->second;
    const auto number = static_cast<std::int64_t>(words_.size()) + 1;
    words_.emplace(text, number);
    new_words_.emplace_back(number, text);
    return number;
}

std::int64_t Recorder::word(Noun noun, std::int64_t number) {
    const auto known = noun_words_.find({noun, number});
    if (known != noun_words_.end()) return known->second;
    const std::int64_t found = word(noun_word(*setup_, noun, number));
    noun_words_.emplace(std::pair{noun, number}, found);
    return found;
}

void Recorder::bind(Statement& statement, int place, const Nouns& nouns,
                    const Arguments& arguments) {
    for (std::size_t i = 0; i < nouns.size(); ++i) {
        const int at = place + static_cast<int>(i);
        statement.bind(at, nouns[i] == Noun::none ? arguments[i] : word(nouns[i], arguments[i]));
    }
}

void Recorder::forget() {
    branches_.clear();
    reached_.clear();
    said_.clear();
    seen_.clear();
    hashes_.clear();
    keyframes_.clear();
    grade_.clear();
    new_words_.clear();
}

}  // namespace sim
