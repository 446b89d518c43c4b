/// The assets a station is read from: profiles, faults, procedures, elections, each file read once,
/// its text kept.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/build_layout.h"
#include "sim/scenario/files.h"
#include "sim/scenario/read_fault.h"
#include "sim/scenario/read_kit.h"

namespace sim {

/// A parsed file.
struct Document {
    engine::Node node;
    std::string text;
    std::string shown;  ///< how messages call it
};

class Library {
  public:
    Library(const FileSource& source, engine::Problems& problems)
        : source_(source), problems_(problems) {}

    /// Reads and parses assets ahead, on all processors: parsing is most of the time it takes to
    /// load a drill. What is wrong with them is told when they are opened.
    void prefetch(const std::vector<std::string>& keys);
    /// The keys of what every station needs: these devices' profiles and the catalogue of faults.
    std::vector<std::string> station_keys(const std::vector<DevicePlan>& devices) const;

    /// Opens an asset; a missing or unreadable one is reported at `at`.
    std::optional<Document> open(std::string_view folder, std::string_view id,
                                 const engine::Node& at, Place& place);

    /// All profiles that these devices name.
    Profiles profiles(const std::vector<DevicePlan>& devices, Place& place);

    /// A profile, completed by the one that it is like.
    EquipmentProfile joined_with_base(EquipmentProfile own, Place& place);
    /// Other equipment; nothing of it when it cannot be read, which is reported.
    Kit kit(const std::string& id);

    /// Opens the whole catalogue of faults; those of a class that no device has, or of a part that
    /// none has, are left out.
    void open_faults(const Layout& layout);
    std::vector<FaultNoun> fault_nouns() const;
    std::vector<FaultSpec> faults(const Words& words);

    /// Ids of the files in a folder; empty where they are not kept.
    std::vector<std::string> known(const std::string& folder) const { return source_.ids(folder); }

    engine::Problems& problems() { return problems_; }
    Files& files() { return files_; }

  private:
    struct OpenFault {
        FaultHead head;
        Document document;
    };

    /// A file that was read ahead.
    struct Parsed {
        std::optional<std::string> text;
        std::optional<engine::Node> node;
        engine::Problems problems;
    };

    const FileSource& source_;
    engine::Problems& problems_;
    Files files_;
    std::map<std::string, Parsed> parsed_;
    std::vector<OpenFault> faults_;
};

}  // namespace sim
