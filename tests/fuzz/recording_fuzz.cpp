// Any bytes as a recording: everything the program reads of it, or words why it cannot be read.
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

#include "sim/recording/recording.h"

namespace {

/// The bytes as a file, with a journal beside it when `split` says so.
void write(const std::filesystem::path& file, const char* data, std::size_t size) {
    std::ofstream(file, std::ios::binary).write(data, static_cast<std::streamsize>(size));
}

void read_all(const std::filesystem::path& file) {
    const sim::Recording recording = sim::Recording::open(file);
    (void)recording.damage();
    (void)recording.info();
    (void)recording.closed();
    (void)recording.reached();
    (void)recording.files();
    for (const sim::RecordedBranch& branch : recording.branches()) {
        (void)recording.commands(branch.number);
        (void)recording.observations(branch.number);
        (void)recording.hashes(branch.number);
        (void)recording.keyframes(branch.number);
    }
    (void)recording.grade();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const sim::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "fuzz.drill";
    const auto* bytes = reinterpret_cast<const char*>(data);
    // The first byte decides whether the second half is the journal of a drill that was cut off.
    if (size < 2) return 0;
    const bool cut = bytes[0] == 'j';
    const std::size_t own = cut ? (size - 1) / 2 : size - 1;
    write(file, bytes + 1, own);
    const std::filesystem::path journal = folder.path() / "fuzz.drill-journal";
    std::filesystem::remove(journal);
    if (cut) write(journal, bytes + 1 + own, size - 1 - own);
    try {
        read_all(file);
    } catch (const sim::RecordingError&) {
    }
    return 0;
}
