/// A recording, opened to be read. The file itself is never touched: one that was cut off is
/// recovered on a copy.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/recording/database.h"
#include "sim/recording/rows.h"
#include "sim/recording/seal.h"
#include "sim/scenario/files.h"

namespace sim {

/// Why a file cannot be read as a recording, in words: what() in English, text() for a reader.
class RecordingError : public std::runtime_error {
  public:
    enum class Kind : std::uint8_t { missing, damaged };
    RecordingError(Kind kind, engine::Phrase text)
        : std::runtime_error(text.english()), kind_(kind), text_(std::move(text)) {}

    Kind kind() const { return kind_; }
    const engine::Phrase& text() const { return text_; }

  private:
    Kind kind_;
    engine::Phrase text_;
};

/// A folder that vanishes with its owner.
class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    ~TemporaryFolder();

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Every function throws RecordingError (damaged) when what it reads makes no sense.
class Recording {
  public:
    /// Opens and checks that the file has the tables of a recording and nothing else.
    static Recording open(const std::filesystem::path& file);

    RecordingInfo info() const;
    /// The drill was ended and the file sealed.
    bool closed() const;
    /// How far the drill had come.
    Time reached() const;
    Files files() const;
    std::vector<RecordedBranch> branches() const;
    /// All commands of a branch from the very start, those of its parents included.
    std::vector<RecordedCommand> commands(std::int64_t branch) const;
    // What belongs to a branch alone:
    std::vector<RecordedObservation> observations(std::int64_t branch) const;
    std::vector<RecordedHash> hashes(std::int64_t branch) const;
    /// With their states.
    std::vector<RecordedKeyframe> keyframes(std::int64_t branch) const;
    std::vector<RecordedGrade> grade() const;

    /// The seal's digest over all, BLAKE2b in hexadecimal, as the file keeps it; empty when it was
    /// never closed.
    std::string digest() const;
    /// Where the file differs from its seal; empty for one that was never closed.
    std::vector<Damage> damage() const;

  private:
    Recording() = default;
    std::string meta(const std::string& name) const;
    bool is_exam() const;
    std::string word(const Statement& row, int column) const;
    RecordedArgument argument(const Statement& row, int column, bool noun) const;

    std::unique_ptr<TemporaryFolder> copy_;
    std::unique_ptr<Database> database_;
    std::vector<std::string> words_;
};

}  // namespace sim
