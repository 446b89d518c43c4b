#include "sim/recording/recording.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <charconv>
#include <fstream>
#include <map>
#include <utility>

#include "sim/recording/format.h"
#include "sim/recording/nouns.h"

namespace sim {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t file_size_most = 512ULL * 1024 * 1024;
constexpr std::size_t words_most = 1'000'000;
constexpr std::size_t branches_most = 1'000;

[[noreturn]] void damaged(engine::Phrase what) {
    throw RecordingError(RecordingError::Kind::damaged, std::move(what));
}

template <class Function>
auto guarded(const Function& function) {
    try {
        return function();
    } catch (const StorageError& error) {
        damaged(error.text());
    }
}

std::string bytes_of(const fs::path& file, std::uintmax_t from, std::size_t size) {
    std::ifstream in(file, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(from));
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return bytes;
}

void check_header(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        throw RecordingError(RecordingError::Kind::missing, fs::exists(file, error)
                                                                ? N_("this is not a file")
                                                                : N_("there is no such file"));
    }
    const std::uintmax_t size = fs::file_size(file, error);
    if (error)
        throw RecordingError(RecordingError::Kind::missing,
                             engine::Phrase::verbatim(error.message()));
    if (size > file_size_most) damaged(N_("the file is too large to be a recording"));
    const std::string head = bytes_of(file, 0, 20);
    if (head.empty()) {
        if (size > 0) {
            throw RecordingError(RecordingError::Kind::missing, N_("the file may not be read"));
        }
        damaged(N_("the file is empty: the drill was cut off before anything was kept"));
    }
    using namespace std::string_view_literals;
    if (head.size() < 20 || head.substr(0, 16) != "SQLite format 3\0"sv) {
        damaged(N_("the file is not a recording"));
    }
    // Only a rollback journal: another program's log must not be replayed into the file.
    if (head[18] != 1 || head[19] != 1) damaged(N_("the file is not a recording of this program"));
}

// The journal of a cut-off drill names no other files; one that does could make SQLite touch them.
bool names_other_files(const fs::path& journal) {
    using namespace std::string_view_literals;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(journal, error);
    if (error || size < 8) return false;
    return bytes_of(journal, size - 8, 8) == "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"sv;
}

fs::path beside(fs::path file, const char* ending) {
    return file += ending;
}

void check_tables(const Database& database) {
    if (database.number("PRAGMA application_id") != recording_application) {
        damaged(N_("the file is not a recording of this program"));
    }
    const std::int64_t version = database.number("PRAGMA user_version");
    if (version != recording_format) {
        damaged(
            {N_("the recording has format {}, this program reads {}"), version, recording_format});
    }
    std::map<std::string, std::string, std::less<>> wanted;
    for (const Table& table : recording_tables())
        wanted[std::string(table.name)] = create_statement(table);
    wanted[std::string(seal_table().name)] = create_statement(seal_table());
    Statement rows =
        database.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master");
    while (rows.step()) {
        const std::string name(rows.text(1));
        if (rows.text(0) == "index" && rows.text(3).empty() &&
            name.starts_with("sqlite_autoindex_")) {
            continue;
        }
        const auto found = wanted.find(name);
        if (rows.text(0) != "table" || found == wanted.end()) {
            damaged({N_("the file holds something that is no part of a recording: {}"),
                     engine::quote(name, 40)});
        }
        if (rows.text(3) != found->second || rows.text(2) != name) {
            damaged({N_("table {} is not as it must be"), name});
        }
        wanted.erase(found);
    }
    if (!wanted.empty()) damaged({N_("table {} is missing"), wanted.begin()->first});
}

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

std::vector<std::string> read_words(const Database& database) {
    std::vector<std::string> words(1);
    Statement rows = database.prepare("SELECT number, word FROM words ORDER BY number");
    while (rows.step()) {
        const std::int64_t number = rows.integer(0);
        // A gap is kept as a gap: the seal, or the replay, says that something is missing there.
        if (number < 1 || static_cast<std::size_t>(number) > words_most) {
            damaged({N_("words: there is no number {}"), number});
        }
        words.resize(static_cast<std::size_t>(number) + 1);
        words.back() = rows.text(1);
    }
    return words;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "polldrill-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw RecordingError(
            RecordingError::Kind::missing,
            {N_("no folder for a copy can be made in {}"), fs::temp_directory_path().string()});
    }
    path_ = name;
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

Recording Recording::open(const fs::path& file) {
    check_header(file);
    return guarded([&] {
        Recording recording;
        fs::path source = file;
        const fs::path journal = beside(file, "-journal");
        std::error_code error;
        if (fs::exists(journal, error) && fs::file_size(journal, error) > 0) {
            recording.copy_ = std::make_unique<TemporaryFolder>();
            source = recording.copy_->path() / "copy.drill";
            fs::copy_file(file, source, error);
            if (!error && !names_other_files(journal)) {
                fs::copy_file(journal, beside(source, "-journal"), error);
            }
            if (error)
                throw RecordingError(RecordingError::Kind::missing,
                                     engine::Phrase::verbatim(error.message()));
            // The first look at the content rolls back what was half written.
            Database::writable(source, false).number("SELECT count(*) FROM sqlite_master");
        }
        recording.database_ = std::make_unique<Database>(Database::readable(source));
        check_tables(*recording.database_);
        recording.words_ = read_words(*recording.database_);
        return recording;
    });
}

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
                             meta("started")};
    });
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
