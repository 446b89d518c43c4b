#pragma once

#include <string>

#include "engine/core/phrase.h"
#include "sim/recording/recording.h"
#include "tools/program.h"

namespace polldrill {

/// Does something with a file; what is wrong with it is said in the reader's language.
template <class Function>
Exit with_file(const std::string& file, const sim::Reader& reader, const Function& function) {
    const auto message = [&](const engine::Phrase& text) {
        return file + ": " + text.in(reader.translate);
    };
    try {
        return function();
    } catch (const sim::RecordingError& error) {
        const bool missing = error.kind() == sim::RecordingError::Kind::missing;
        return missing ? bad_use(message(error.text())) : damaged_file(message(error.text()));
    } catch (const sim::StorageError& error) {
        return error.damaged() ? damaged_file(message(error.text()))
                               : bad_use(message(error.text()));
    }
}

/// Opens a recording and does something with it.
template <class Function>
Exit with_recording(const std::string& file, const sim::Reader& reader, const Function& function) {
    return with_file(file, reader, [&] { return function(sim::Recording::open(file)); });
}

}  // namespace polldrill
