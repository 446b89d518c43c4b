#include "sim/recording/database.h"

#include <sqlite3.h>

#include <utility>

namespace sim {

namespace {

// A day takes about a million steps of SQLite's machine for each full reading; only a file made to
// waste time takes this many.
constexpr int steps_between_looks = 1'000'000;
constexpr int looks_most = 2'000;

// Counts per statement: SQLite resets its own step counter when a statement starts, the total is
// kept over the life of a connection.
int too_long(void* looks) {
    return ++*static_cast<int*>(looks) > looks_most;
}

engine::Phrase words(int code, const char* detail) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return N_("the disk is full");
        case SQLITE_READONLY:
            return N_("the file or its folder is read-only");
        case SQLITE_CANTOPEN:
            return N_("the file cannot be opened");
        case SQLITE_NOTADB:
            return N_("the file is not a recording");
        case SQLITE_CORRUPT:
            return N_("the file is damaged");
        case SQLITE_INTERRUPT:
            return N_("reading the file takes too long; it is damaged");
        case SQLITE_TOOBIG:
            return N_("a value in the file is too large");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return N_("another program is using the file");
        case SQLITE_PERM:
            return N_("the file may not be opened");
        case SQLITE_IOERR:
            return N_("the disk reports an error");
        default:
            if (detail == nullptr) return N_("the file cannot be used");
            return {N_("the file cannot be used: {}"), detail};
    }
}

[[noreturn]] void fail(sqlite3* handle, int code) {
    throw StorageError(words(code, handle != nullptr ? sqlite3_errmsg(handle) : nullptr),
                       code & 0xff);
}

void limit(sqlite3* handle) {
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 32 * 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 64);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

}  // namespace

bool StorageError::damaged() const {
    return code_ == SQLITE_CORRUPT || code_ == SQLITE_NOTADB || code_ == SQLITE_INTERRUPT ||
           code_ == SQLITE_TOOBIG || code_ == SQLITE_ERROR || code_ == SQLITE_MISMATCH;
}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement& Statement::bind(int place, std::int64_t value) {
    sqlite3_bind_int64(statement_, place, value);
    return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
    sqlite3_bind_text64(statement_, place, text.data() != nullptr ? text.data() : "", text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind_blob(int place, std::string_view bytes) {
    sqlite3_bind_blob64(statement_, place, bytes.data() != nullptr ? bytes.data() : "",
                        bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind_null(int place) {
    sqlite3_bind_null(statement_, place);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    sqlite3* handle = sqlite3_db_handle(statement_);
    engine::Phrase what = words(code, sqlite3_errmsg(handle));
    reset();
    throw StorageError(std::move(what), code & 0xff);
}

void Statement::run() {
    while (step()) {
    }
}

void Statement::reset() {
    sqlite3_reset(statement_);
}

int Statement::columns() const {
    return sqlite3_column_count(statement_);
}

Statement::Type Statement::type(int column) const {
    switch (sqlite3_column_type(statement_, column)) {
        case SQLITE_INTEGER:
            return Type::integer;
        case SQLITE_FLOAT:
            return Type::real;
        case SQLITE_TEXT:
            return Type::text;
        case SQLITE_BLOB:
            return Type::blob;
        default:
            return Type::null;
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void Database::Closer::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

Database Database::open(const std::filesystem::path& file, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database;
    database.handle_.reset(handle);
    if (code != SQLITE_OK) fail(handle, code);
    limit(handle);
    return database;
}

Database Database::writable(const std::filesystem::path& file, bool create) {
    Database database = open(file, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0));
    sqlite3_busy_timeout(database.handle_.get(), 200);
    database.run(
        "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; "
        "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
    return database;
}

Database Database::readable(const std::filesystem::path& file) {
    Database database = open(file, SQLITE_OPEN_READONLY);
    database.looks_ = std::make_unique<int>(0);
    sqlite3_progress_handler(database.handle_.get(), steps_between_looks, too_long,
                             database.looks_.get());
    sqlite3_busy_timeout(database.handle_.get(), 1000);
    database.run("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
    return database;
}

Statement Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK) fail(handle_.get(), code);
    return Statement(statement);
}

void Database::run(const char* sql) const {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(handle_.get(), code);
}

std::int64_t Database::number(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

}  // namespace sim
