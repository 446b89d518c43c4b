/// Shared by the files that move voters about; for nobody else.
#pragma once

#include "sim/people/voter.h"
#include "sim/station/reach.h"
#include "sim/station/world.h"

namespace sim {

/// By all terminals together.
std::int32_t identified(const World& world);
std::int32_t receipts(const World& world);
/// Printed ballots that lie in the terminals' mouths.
std::int32_t ballots_ready(const World& world);
/// The one handed out next: of the terminal that identified the voter if it has one; no_ballot
/// when none lies ready. `terminal` is set to where it lies, -1 for the list desk.
BallotId next_ballot(const World& world, int& terminal);

const Arrival& arrival_of(const World& world, VoterId voter);
/// Number in Setup::arrivals: the subject of the voter's random draws.
VoterId draws_of(const World& world, VoterId voter);
/// What the voter lays on the reader of a terminal.
Presented present(const World& world, VoterId voter, DeviceId terminal);
int finger_of(const World& world, VoterId voter, int finger);
int face_of(const World& world, VoterId voter);
/// Entitled to vote here and not identified yet.
bool eligible(const World& world, VoterId voter);

/// The device of the nth terminal.
DeviceId terminal_device(const World& world, int number);
/// The scanner at which the voter stands; of whoever stands at none the first.
Scanner& voters_scanner(World& world, VoterId voter);
const Scanner& voters_scanner(const World& world, VoterId voter);
Context scanner_context(World& world, VoterId voter);
Context looking_at_scanner(const World& world, VoterId voter);

bool doors_open(const World& world);
/// Numbers of the terminals that this one is linked with, by its lead or by way of a hub; the
/// nearest first.
std::vector<int> linked_terminals(const World& world, int number);
/// The nearest of them; -1 when there is none.
int linked_terminal(const World& world, int number);
/// The two know of each other's voters up to now, where their link allows.
void sync_terminal(World& world, int number);

enum class Leaving : std::uint8_t { voted, sent_home, impatient, carries_ballot };
/// Goes out of the door, with whatever is in the hand.
void leave_hall(World& world, VoterId voter, Leaving how);

/// Takes the ballot back into the hand from the slot or from the machine's top. False when it is
/// in neither place and not in the hand: in the machine, in a box.
bool take_ballot_back(World& world, VoterId voter);
/// With a ballot that can no longer be cast: to the list desk for another.
void go_to_list_desk(World& world, VoterId voter);
/// What the commission did to a ballot before it handed it over.
void spoil_handed(World& world, VoterId voter);
/// What befell a ballot in the booth, beside its marks.
void spoil_marked(World& world, VoterId voter);
/// Whoever marks the same ballot again goes over the mark that is there.
void darken(Sheet& sheet, const std::array<std::int16_t, candidates_most>& before);
/// Feeds the ballot as crooked or creased as before: nobody has said how.
bool stays_clumsy(const World& world, VoterId voter);
/// The sheet before is just done and the light not green yet: the voter feeds all the same.
bool pushes_in(World& world, VoterId voter);
/// Holds the open ballot out to the staff instead of feeding it.
bool hands_over(const World& world, VoterId voter);
/// A share of the room that acts in any drill: without background chance only what a cause adds.
std::int64_t share_of(const World& world, Parameter parameter);
MarkShares mark_shares(const World& world);
/// Begins to sign; the timer ends it.
void start_signing(World& world, VoterId voter);
/// Hands the next ballot to the voter at the list desk.
void hand_ballot(World& world, VoterId voter, PostId by);
/// The ready-made ballot that lies on the list desk; no_ballot when none does.
BallotId ready_ballot(const World& world);
/// Whoever was identified at a terminal that prints no ballots gets one from the pile: the next is
/// laid on the desk.
void lay_ready_ballot(World& world);
/// Takes the ballot that lies on the list desk.
BallotId take_ready_ballot(World& world);

inline void observe_voter(World& world, Message message, std::int64_t a = 0, std::int64_t b = 0,
                          PostId actor = no_post) {
    world.observations.push_back({world.now, message, no_device, actor, {a, b, 0}});
}

}  // namespace sim
