/// The transmission unit: a cellular modem that takes the results package from the scanner over a
/// data lead and sends it to the centre (domain.md A3). It stays off the network while polls are
/// open; joining earlier is a breach the station notices (Transmitter::joined).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/world/context.h"

namespace sim {

/// domain.md A3.2 in the modem's own words.
enum class TransmitterState : std::uint8_t {
    off,
    boot,
    idle,   ///< on, off the network, no package
    armed,  ///< package taken over from the scanner
    sim_check,
    signal,  ///< looks for the network
    attach,
    tunnel,
    authenticate,  ///< certificate and clock
    send,
    verify,           ///< the centre checks
    acknowledgement,  ///< prints the centre's answer
    done,
    retry,  ///< waits before the next try
    no_sim,
    certificate_error,
    clock_error,
    refused,  ///< by the centre; it says why
    gave_up,  ///< after the tries it makes by itself: antenna, other SIM, or carry
};
std::span<const std::string_view> transmitter_state_names();

enum class TransmitterScreen : std::uint8_t {
    dark,
    starting,
    connect_scanner,
    ready_to_send,
    checking_sim,
    searching,
    attaching,
    tunnelling,
    authenticating,
    sending,
    waiting_for_centre,
    printing,
    acknowledged,
    waiting_to_retry,
    insert_sim,
    certificate,
    clock,
    refused,
    not_sent,
};
std::span<const std::string_view> transmitter_screen_names();

/// Why the last try failed.
enum class TransmitterFailure : std::uint8_t {
    none,
    no_sim,
    no_signal,
    no_network,
    lost_connection,
    certificate,
    clock,
    refused,
    stopped,
};
std::span<const std::string_view> transmitter_failure_names();

struct Transmitter {
    TransmitterState state = TransmitterState::off;
    TransmitterFailure failure = TransmitterFailure::none;
    bool powered = false;
    bool package = false;       ///< holds a package
    bool mirrored = false;      ///< the mirror server has it too
    bool joined = false;        ///< on the network, or on the scanner's data lead
    bool joined_early = false;  ///< was so before the polls closed; set by the station
    std::uint8_t sim = 1;       ///< slot in use
    std::uint8_t refusal = 0;   ///< the centre's reason (Verdict)
    std::int32_t tries = 0;     ///< of this sending, the running one included
    std::int32_t tries_total = 0;
    Time sent_at = engine::never;
    Time acknowledged_at = engine::never;
    std::uint32_t token = 0;

    template <class Archive>
    void serialize(Archive& ar) {
        ar(state, failure, powered, package, mirrored, joined, joined_early, sim, refusal, tries,
           tries_total, sent_at, acknowledged_at, token);
    }
};

/// Tries a unit makes by itself before it gives up (four failed attempts in the case of [P24]).
inline constexpr std::int32_t transmitter_tries_most = 4;

void transmitter_timer(Transmitter& unit, Context& context, const Event& event);
void transmitter_power(Transmitter& unit, Context& context, bool live);
void transmitter_part_changed(Transmitter& unit, Context& context, PartId part);
void transmitter_pressed(Transmitter& unit, Context& context, PartId part);

/// What can be touched: names by TargetId, as in the profile's `screen.NAME`.
std::span<const std::string_view> transmitter_targets();
Refusal transmitter_touch_check(const Transmitter& unit, const Context& context, int target,
                                bool has_value, std::int64_t value);
void transmitter_touch(Transmitter& unit, Context& context, int target, std::int64_t value);

/// Whether the data lead joins the unit to a scanner: that scanner, or no_device.
DeviceId transmitter_source(const Context& context);

/// The scanner at the other end of the data lead has a package ready: it is taken over.
void transmitter_offer(Transmitter& unit, Context& context);

/// The centre's answer (EventKind::centre_reply with this unit's token): 0 for acknowledged, else
/// the reason.
void transmitter_reply(Transmitter& unit, Context& context, std::uint8_t refusal);

/// How long the centre has let the unit wait for its answer; 0 when it waits for none.
Time transmitter_answer_wait(const Transmitter& unit, Time now);

/// Signal at the antenna's place with the SIM in use, dBm.
std::int64_t transmitter_dbm(const Transmitter& unit, const Context& context);

TransmitterScreen transmitter_screen(const Transmitter& unit);
bool transmitter_shows(const Transmitter& unit, int target);

}  // namespace sim
