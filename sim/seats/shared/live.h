/// A drill in real time on this machine, seen from the seats: who runs it, how fast, and the one
/// way to say a sentence.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/seats/shared/arms.h"
#include "sim/session/pacer.h"
#include "sim/session/session.h"
#include "sim/station/signals.h"

namespace sim::seats {

struct Live {
    std::unique_ptr<DrillSession> session;
    Pacer pacer{0, 0};
    double rate = 1;  ///< to go on with after a freeze
    bool frozen = false;
    bool exam = false;  ///< no freeze by the trainee, hints cost points
    /// Which of the drill's posts the trainee works just now; the actor of what they say.
    PostId post = no_post;
    std::vector<Arm> arms;  ///< malfunctions that wait for their moment
    std::int32_t armed_so_far = 0;

    const World& world() const { return session->world(); }
    const Setup& setup() const { return session->setup(); }
    const Layout& layout() const { return session->setup().layout; }
};

/// Takes over a session: begins frozen or at rate 1.
Live make_live(std::unique_ptr<DrillSession> session, double rate);

/// Lets the drill run as far as wall time allows; at most some milliseconds of work a call, so that
/// the window stays alive at any rate. @return whether something happened.
bool step(Live& live);
/// Seconds of wall time until something will happen by itself; at most 3600.
double next_wake(const Live& live);

/// Says a command as that seat, now. The actor of a trainee's command is `live.post` when none is
/// named.
Refusal say(Live& live, Command command, Seat author);
/// The same for a written sentence; a sentence that cannot be read is a defect of the caller and
/// is refused without a reason.
Refusal say(Live& live, std::string_view sentence, Seat author);

/// Instructor's (and in practice the trainee's) hold on time; journaled.
void freeze(Live& live);
void go_on(Live& live);
void set_rate(Live& live, double rate);
/// Runs at once, without waiting for wall time, to a moment; the crew works meanwhile.
void skip_to(Live& live, Time time);
/// Back to a moment as a new branch, frozen there.
bool back_to(Live& live, Time time);

/// Reads a signal by its full name; `fallback` when the station has none of that name.
std::int64_t signal(const World& world, std::string_view name, std::int64_t fallback = 0);
/// Name of a choice signal's value ("ready_closed"); empty when there is no such signal.
std::string_view choice(const World& world, std::string_view name);

/// The posts that the trainee holds.
std::vector<PostId> held_posts(const Live& live);

}  // namespace sim::seats
