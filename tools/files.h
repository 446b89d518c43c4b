#pragma once

#include <string>

#include "sim/recording/recording.h"
#include "tools/program.h"

namespace polldrill {

/// Opens a recording and does something with it; what is wrong with the file is said.
template <class Function>
Exit with_recording(const std::string& file, const Function& function) {
    try {
        return function(sim::Recording::open(file));
    } catch (const sim::RecordingError& error) {
        const std::string message = file + ": " + error.what();
        return error.kind() == sim::RecordingError::Kind::missing ? bad_use(message)
                                                                  : damaged_file(message);
    } catch (const sim::StorageError& error) {
        const std::string message = file + ": " + error.what();
        return error.damaged() ? damaged_file(message) : bad_use(message);
    }
}

}  // namespace polldrill
