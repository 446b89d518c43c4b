/// How the readers of recordings say that a file is damaged; nobody else includes it.
#pragma once

#include <utility>

#include "sim/recording/recording.h"

namespace sim {

[[noreturn]] inline void damaged(engine::Phrase what) {
    throw RecordingError(RecordingError::Kind::damaged, std::move(what));
}

/// What SQLite finds wrong while `function` reads is damage.
template <class Function>
auto guarded(const Function& function) {
    try {
        return function();
    } catch (const StorageError& error) {
        damaged(error.text());
    }
}

}  // namespace sim
