#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "engine/core/text.h"
#include "sim/recording/format.h"
#include "sim/recording/guard.h"
#include "sim/recording/recording.h"

namespace sim {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t file_size_most = 512ULL * 1024 * 1024;
constexpr std::size_t words_most = 1'000'000;

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

}  // namespace sim
