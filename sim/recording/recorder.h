/// Writes a drill down while it runs. What cannot be written (the disk is full, the folder is
/// read-only) is kept and tried again at the next commit, so that the drill goes on and nothing is
/// lost if room is found.
#pragma once

#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/phrase.h"
#include "sim/recording/database.h"
#include "sim/recording/nouns.h"
#include "sim/recording/rows.h"
#include "sim/scenario/files.h"
#include "sim/station/world.h"

namespace sim {

/// What tells the saved states of different programs apart: a hash of the first state, saved.
std::uint64_t layout_version(const World& start);

class Recorder {
  public:
    /// A new recording; it appears on the disk with the first commit. A file that exists is never
    /// written over: that is a problem of the first commit.
    /// @param start the world before anyone has done anything.
    Recorder(std::filesystem::path file, RecordingInfo info, Files files, const World& start);

    /// Goes on with a recording that was cut off. Throws StorageError when it cannot be opened.
    static Recorder resume(std::filesystem::path file, const World& start);

    void append(const Command& command, const Refusal& refusal);
    void append(std::span<const Observation> observations);
    void minute(Time time, std::uint64_t hash);
    void keyframe(const World& world);

    /// The drill proper begins: the commands so far only brought the station there.
    void begin(std::int64_t commands) { info_.prelude = commands; }

    /// Goes back: what follows belongs to a new branch, which left `parent` at `start` with
    /// `commands` commands in common. The branch left behind was run up to `reached`.
    void branch(std::int64_t parent, Time start, std::int64_t commands, Time reached);

    /// Writes all that waits as one transaction. In real time call it at least every 0.4 s, for
    /// what is not committed is lost with the process. Never throws.
    /// @param reached how far the drill has come.
    /// @return whether everything is on the disk.
    bool commit(Time reached);

    /// Commits, adds the grade and seals the file. Never throws.
    /// @return whether everything is on the disk.
    bool close(Time reached, std::vector<RecordedGrade> grade);

    /// What went wrong, in words, once each time that it begins
    /// to go wrong.
    std::optional<engine::Phrase> take_problem();

    const std::filesystem::path& file() const { return file_; }

  private:
    struct Said {
        std::int64_t branch;
        Command command;
        Refusal refusal;
    };
    struct Seen {
        std::int64_t branch;
        Observation observation;
    };
    using Nouns = std::array<Noun, 3>;
    using Arguments = std::array<std::int64_t, 3>;

    Recorder() = default;
    bool attempt(Time reached, bool closing);
    void open();
    void create();
    void write(Time reached);
    void write_branches();
    void write_commands();
    void write_observations();
    void write_states();
    void write_grade();
    void write_words();
    void set_meta(const std::string& name, const std::string& value);
    std::int64_t word(std::string_view text);
    std::int64_t word(Noun noun, std::int64_t number);
    void bind(Statement& statement, int place, const Nouns& nouns, const Arguments& arguments);
    void forget();

    std::filesystem::path file_;
    std::shared_ptr<const Setup> setup_;
    RecordingInfo info_;
    Files files_;
    std::uint64_t layout_ = 0;
    std::optional<Database> database_;

    std::map<std::string, std::int64_t, std::less<>> words_;
    std::map<std::pair<Noun, std::int64_t>, std::int64_t> noun_words_;
    std::vector<std::pair<std::int64_t, std::string>> new_words_;

    std::int64_t branch_ = 0;
    std::vector<RecordedBranch> branches_;
    std::map<std::int64_t, Time> reached_;  ///< how far the branches have come since a commit
    std::vector<Said> said_;
    std::vector<Seen> seen_;
    std::vector<RecordedHash> hashes_;
    std::vector<RecordedKeyframe> keyframes_;
    std::vector<RecordedGrade> grade_;

    Time last_minute_ = std::numeric_limits<Time>::min();  ///< whose hash is kept
    bool began_ = false;                                   ///< the file is this recorder's own
    bool created_ = false;                                 ///< its tables are on the disk
    bool failing_ = false;
    std::optional<engine::Phrase> problem_;
};

}  // namespace sim
