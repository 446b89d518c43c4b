#include <array>

#include "sim/equipment/transmitter.h"

namespace sim {

std::span<const std::string_view> transmitter_state_names() {
    static constexpr std::array<std::string_view, 19> names{
        "off",          "boot",    "idle",   "armed",
        "sim_check",    "signal",  "attach", "tunnel",
        "authenticate", "send",    "verify", "acknowledgement",
        "done",         "retry",   "no_sim", "certificate_error",
        "clock_error",  "refused", "gave_up"};
    return names;
}

std::span<const std::string_view> transmitter_screen_names() {
    static constexpr std::array<std::string_view, 19> names{"dark",
                                                            "starting",
                                                            "connect_scanner",
                                                            "ready_to_send",
                                                            "checking_sim",
                                                            "searching",
                                                            "attaching",
                                                            "tunnelling",
                                                            "authenticating",
                                                            "sending",
                                                            "waiting_for_centre",
                                                            "printing",
                                                            "acknowledged",
                                                            "waiting_to_retry",
                                                            "insert_sim",
                                                            "certificate",
                                                            "clock",
                                                            "refused",
                                                            "not_sent"};
    return names;
}

std::span<const std::string_view> transmitter_failure_names() {
    static constexpr std::array<std::string_view, 9> names{
        "none",        "no_sim", "no_signal", "no_network", "lost_connection",
        "certificate", "clock",  "refused",   "stopped"};
    return names;
}

TransmitterScreen transmitter_screen(const Transmitter& unit) {
    // One screen for each state, in the same order.
    static_assert(static_cast<int>(TransmitterScreen::not_sent) ==
                  static_cast<int>(TransmitterState::gave_up));
    return static_cast<TransmitterScreen>(unit.state);
}

}  // namespace sim
