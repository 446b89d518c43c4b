#include <array>

#include "sim/equipment/scanner.h"

namespace sim {

std::span<const std::string_view> scanner_power_names() {
    static constexpr std::array<std::string_view, 6> names = {"off",     "booting", "self_test",
                                                              "running", "halted",  "stopping"};
    return names;
}

std::span<const std::string_view> scanner_mode_names() {
    static constexpr std::array<std::string_view, 3> names = {"unconfigured", "test", "live"};
    return names;
}

std::span<const std::string_view> polls_names() {
    static constexpr std::array<std::string_view, 4> names = {"initial", "open", "paused",
                                                              "closed"};
    return names;
}

std::span<const std::string_view> session_names() {
    static constexpr std::array<std::string_view, 7> names = {
        "nobody",      "pin_poll_worker", "pin_manager",  "pin_administrator",
        "poll_worker", "manager",         "administrator"};
    return names;
}

std::span<const std::string_view> path_state_names() {
    static constexpr std::array<std::string_view, 25> names = {"connecting",
                                                               "disconnected",
                                                               "waiting",
                                                               "scanning",
                                                               "interpreting",
                                                               "accepting",
                                                               "accepted",
                                                               "needs_review",
                                                               "accepting_after_review",
                                                               "returning",
                                                               "returned",
                                                               "rejecting",
                                                               "rejected",
                                                               "jammed",
                                                               "cover_open",
                                                               "both_sides_have_paper",
                                                               "resetting",
                                                               "unrecoverable",
                                                               "paused",
                                                               "calibrating_double",
                                                               "calibrating_single",
                                                               "calibrating_image",
                                                               "diagnostic_running",
                                                               "diagnostic_done",
                                                               "calibration_done"};
    return names;
}

std::span<const std::string_view> scan_outcome_names() {
    static constexpr std::array<std::string_view, 8> names = {
        "none",     "accepted", "accepted_invalid", "rejected",
        "returned", "jammed",   "review",           "taken"};
    return names;
}

std::span<const std::string_view> scan_reason_names() {
    static constexpr std::array<std::string_view, 18> names = {"none",
                                                               "double_sheet",
                                                               "streaks",
                                                               "wrong_station",
                                                               "test_in_live",
                                                               "live_in_test",
                                                               "unreadable",
                                                               "torn",
                                                               "scanning_failed",
                                                               "scanning_timed_out",
                                                               "outfeed_blocked",
                                                               "paper_in_back_after_reconnect",
                                                               "paper_in_front_after_reconnect",
                                                               "overvote",
                                                               "blank",
                                                               "box_full",
                                                               "calibration_failed",
                                                               "layout_differs"};
    return names;
}

std::span<const std::string_view> scanner_screen_names() {
    static constexpr std::array<std::string_view, 33> names = {"dark",
                                                               "starting",
                                                               "self_test",
                                                               "software_bad",
                                                               "card_backwards",
                                                               "card_invalid",
                                                               "pin",
                                                               "calibration",
                                                               "administrator_menu",
                                                               "synchronise",
                                                               "manager_menu",
                                                               "restart_needed",
                                                               "login",
                                                               "unconfigured",
                                                               "poll_worker_menu",
                                                               "insert_medium",
                                                               "polls_not_open",
                                                               "polls_paused",
                                                               "polls_closed",
                                                               "cover_open",
                                                               "printer_lid_open",
                                                               "insert_ballot",
                                                               "busy",
                                                               "processing",
                                                               "thanks",
                                                               "review",
                                                               "take_ballot",
                                                               "jam",
                                                               "outfeed_blocked",
                                                               "another_ballot",
                                                               "printing",
                                                               "shutting_down",
                                                               "diagnostic"};
    return names;
}

std::span<const std::string_view> scanner_targets() {
    static constexpr std::array<std::string_view, 30> names = {"pin",
                                                               "clock_correct",
                                                               "set_station",
                                                               "configure",
                                                               "set_test_mode",
                                                               "set_live_mode",
                                                               "zero_counts",
                                                               "print_test_report",
                                                               "print_readiness_report",
                                                               "blank_sheet_test",
                                                               "printer_test",
                                                               "sound_test",
                                                               "screen_test",
                                                               "calibrate_double",
                                                               "toggle_double",
                                                               "reset_to_paused",
                                                               "restart",
                                                               "print_zero_report",
                                                               "open_polls",
                                                               "suspend_polls",
                                                               "resume_polls",
                                                               "close_polls",
                                                               "print_results",
                                                               "print_paused_report",
                                                               "synchronise",
                                                               "silence_alarm",
                                                               "shut_down",
                                                               "return_ballot",
                                                               "cast_ballot",
                                                               "acknowledge"};
    return names;
}

}  // namespace sim
