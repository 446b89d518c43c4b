#include "tools/terminal.h"

#include <fmt/format.h>

#include <atomic>
#include <csignal>

namespace polldrill {

namespace {

std::atomic<bool> stop{false};

}  // namespace

std::unique_ptr<Session> begin_session(const SessionPlan& plan) {
    std::string mistakes;
    std::unique_ptr<Session> session = Session::begin(plan, mistakes);
    if (!session) fmt::print(stderr, "{}", mistakes);
    return session;
}

void tell_problem(Session& session, const sim::Reader& reader) {
    const auto problem = session.take_problem();
    if (!problem) return;
    const engine::Translator& _ = reader.translate;
    fmt::print(stderr, "{}: {}: {}\n", session.file(), _("not recorded; the drill goes on"),
               problem->in(_));
}

bool stop_asked() {
    return stop.load();
}

void watch_for_stop() {
    struct sigaction action {};
    action.sa_handler = [](int) { stop.store(true); };  // no SA_RESTART: a wait for a line ends
    for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

}  // namespace polldrill
