/// The polling hall: who stands where. Plain data; people move when the station tells them to
/// (sim/station/voters.cpp) or when their time or their patience is over.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/blocks.h"
#include "sim/world/ids.h"

namespace sim {

enum class VoterPlace : std::uint8_t {
    desk_queue,  ///< at the door, waiting for a terminal
    terminal,
    list_queue,  ///< with a receipt, waiting for the list desk
    list_desk,
    booth_queue,
    booth,
    scanner_queue,
    scanner,
    gone,
};
std::span<const std::string_view> voter_place_names();

/// What a voter's timer is for (Event::value).
enum class VoterTimer : std::int32_t { sign, mark, feed, take_back, decide, patience };

/// What a voter at the scanner is about.
enum class ScannerStep : std::uint8_t {
    none,
    waiting,     ///< for the green light
    feeding,     ///< bringing the ballot to the slot
    in_scanner,  ///< the scanner has it
    deciding,    ///< asked to return or cast
    unsure,      ///< does not know whether the ballot counted; waits to be told
    returned,    ///< takes it from the slot
};
std::span<const std::string_view> scanner_step_names();

/// Bits of Voter::flags.
namespace voter_flag {
inline constexpr std::uint16_t identified = 1;
inline constexpr std::uint16_t has_receipt = 2;    ///< in the hand
inline constexpr std::uint16_t receipt_taken = 4;  ///< list keeper has it
inline constexpr std::uint16_t signed_list = 8;
inline constexpr std::uint16_t signing = 16;
inline constexpr std::uint16_t replacing = 32;     ///< handed a spoiled ballot back, gets another
inline constexpr std::uint16_t spoils = 64;        ///< goes to the list desk with a spoiled ballot
inline constexpr std::uint16_t marks_again = 128;  ///< back to the booth with the same ballot
inline constexpr std::uint16_t enquiry = 256;      ///< told where to ask about the list
inline constexpr std::uint16_t told_wait = 512;
inline constexpr std::uint16_t asked = 1024;         ///< asked how long it will take
inline constexpr std::uint16_t in_emergency = 2048;  ///< put the ballot into the emergency bin
inline constexpr std::uint16_t patient = 4096;       ///< was told to wait and stays longer for it
inline constexpr std::uint16_t held_out = 8192;      ///< held the open ballot out to the staff
}  // namespace voter_flag

struct Voter {
    VoterPlace place = VoterPlace::desk_queue;
    ScannerStep step = ScannerStep::none;
    std::int8_t terminal = -1;  ///< number of the terminal stood at, or identified by
    std::uint8_t ballots = 0;   ///< given so far
    std::uint8_t feeds = 0;     ///< times this ballot was fed
    std::uint16_t flags = 0;
    BallotId ballot = no_ballot;  ///< in the hand or at the scanner; forgotten when cast
    Time since = 0;               ///< when the voter came to the place
    std::uint32_t token = 0;      ///< of the timer that counts; others are stale

    bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
    void set(std::uint16_t flag) { flags = static_cast<std::uint16_t>(flags | flag); }
    void clear(std::uint16_t flag) { flags = static_cast<std::uint16_t>(flags & ~flag); }

    template <class Archive>
    void serialize(Archive& ar) {
        ar(place, step, terminal, ballots, feeds, flags, ballot, since, token);
    }
    friend bool operator==(const Voter&, const Voter&) = default;
};

inline constexpr std::size_t terminals_most = 8;

/// Accounts of the day. domain.md C3.33: identified, receipts, signatures, ballots and the
/// scanner's count are compared every hour.
struct VoterCounts {
    std::int32_t arrived = 0;
    std::int32_t turned_away = 0;  ///< sent home before they were identified
    std::int32_t left = 0;         ///< patience over before they had voted
    std::int32_t voted = 0;        ///< left after casting
    std::int32_t signatures = 0;
    std::int32_t receipts_taken = 0;   ///< lying at the list desk
    std::int32_t claimed = 0;          ///< receipts exchanged for a ballot
    std::int32_t without_receipt = 0;  ///< ballots given without one
    std::int32_t replaced = 0;         ///< ballots given for a spoiled one
    std::int32_t spoiled = 0;
    std::int32_t emergency = 0;  ///< put into the emergency bin by voters
    std::int32_t identified_twice = 0;
    std::int32_t discarded = 0;  ///< badly printed, put aside unused
    std::int32_t longest_queue = 0;
    std::int32_t waits = 0;  ///< how many have been called to a terminal
    Time waited = 0;         ///< by all of them together
    Time longest_wait = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(arrived, turned_away, left, voted, signatures, receipts_taken, claimed, without_receipt,
           replaced, spoiled, emergency, identified_twice, discarded, longest_queue, waits, waited,
           longest_wait);
    }
    /// Ballots handed out.
    std::int32_t issued() const { return claimed + replaced + without_receipt; }
};

/// Where voters feed the second scanner and further ones.
struct ScannerPlace {
    VoterId voter = no_voter;
    std::uint32_t seen = 0;  ///< Scanner::outcomes already acted on

    template <class Archive>
    void serialize(Archive& ar) {
        ar(voter, seen);
    }
};

struct Hall {
    engine::Blocks<Voter> voters;  ///< those who have come, in order of arrival
    std::vector<VoterId> desk_queue, list_queue, booth_queue, scanner_queue;
    std::array<VoterId, terminals_most> at_terminal{no_voter, no_voter, no_voter, no_voter,
                                                    no_voter, no_voter, no_voter, no_voter};
    VoterId at_list = no_voter;
    VoterId at_scanner = no_voter;
    std::int32_t booths_taken = 0;
    std::int32_t inside = 0;
    std::int32_t next_arrival = 0;      ///< of Setup::arrivals
    std::int32_t skipped_arrivals = 0;  ///< came before the drill's start; not in `voters`
    VoterCounts counts;
    std::uint32_t scanner_seen = 0;  ///< Scanner::outcomes already acted on
    std::array<std::int32_t, terminals_most> terminal_identified{};  ///< as last seen
    BallotId inspected = no_ballot;  ///< the ballot the list keeper looked at last
    /// Beside the first scanner's place; saved by the world, where there are several scanners.
    std::vector<ScannerPlace> more_scanners;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(voters, desk_queue, list_queue, booth_queue, scanner_queue, at_terminal, at_list,
           at_scanner, booths_taken, inside, next_arrival, skipped_arrivals, counts, scanner_seen,
           terminal_identified, inspected);
    }

    const Voter& operator[](VoterId id) const { return voters[static_cast<std::size_t>(id)]; }
    Voter& edit(VoterId id) { return voters.edit(static_cast<std::size_t>(id)); }

    /// Who stands at the nth scanner.
    VoterId voter_at(int scanner) const;
    /// Number of the scanner at which the voter stands; 0 for whoever stands at none.
    int scanner_of(VoterId voter) const;
};

/// Takes the voter out of whatever queue or place holds them.
void leave_place(Hall& hall, VoterId voter);

/// Moves a voter: out of the old place, to the end of the queue or into the free place. Stale
/// timers are cancelled. The place must be free where only one fits.
/// @param number of the terminal, or of the scanner (the first unless one is named).
void move_to(Hall& hall, VoterId voter, VoterPlace place, Time now, int number = -1);

}  // namespace sim
