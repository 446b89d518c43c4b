/// A drill that runs by itself, at a rate or as fast as possible.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/phrase.h"
#include "tools/program.h"

namespace polldrill {

/// As fast as possible.
inline constexpr double rate_max = std::numeric_limits<double>::infinity();

/// "4", "0.5", "0" or "max"; nothing when it is none of them.
std::optional<double> parse_rate(const std::string& text);

/// A sentence to be said at a time.
struct Scheduled {
    sim::Time time = 0;
    sim::Command command;
};

/// Says what `--rate` may be.
Exit bad_rate(const sim::Reader& reader);

/// "HH:MM:SS SENTENCE"; the message when it is not.
std::variant<Scheduled, engine::Phrase> parse_scheduled(const std::string& text,
                                                        const sim::Setup& setup);

struct LivePlan {
    double rate = rate_max;
    sim::Reader reader;
    std::vector<Scheduled> scheduled;                 ///< by time
    std::function<void(const sim::World&)> progress;  ///< called now and then; may be empty
};

/// Runs to the drill's end, or until the person stops the program.
void run_live(Session& session, const LivePlan& plan);

/// A progress line that is written over and over on the terminal.
std::function<void(const sim::World&)> terminal_progress(const sim::Reader& reader);

/// Ends the session (or leaves it, when the person stopped the program), prints how it went.
Exit conclude(Session& session, const sim::Reader& reader, bool json, bool quiet);

}  // namespace polldrill
