#include <array>

#include "sim/equipment/terminal.h"

namespace sim {

std::span<const std::string_view> terminal_state_names() {
    static constexpr std::array<std::string_view, 22> names = {
        "off",          "boot",       "self_test", "fault",          "operator_login",
        "ready",        "open",       "lookup",    "capture_finger", "match",
        "capture_face", "match_face", "decision",  "print_receipt",  "print_ballot",
        "blocked",      "hand_over",  "closed",    "print_summary",  "exporting",
        "shutdown",     "locked"};
    return names;
}

std::span<const std::string_view> terminal_result_names() {
    static constexpr std::array<std::string_view, 9> names = {
        "none",           "unreadable",         "not_in_list",  "already_identified",
        "finger_matched", "finger_not_matched", "face_matched", "face_not_matched",
        "photo_accepted"};
    return names;
}

std::span<const std::string_view> terminal_screen_names() {
    static constexpr std::array<std::string_view, 29> names = {"dark",
                                                               "starting",
                                                               "self_test",
                                                               "fault",
                                                               "login",
                                                               "menu",
                                                               "test_menu",
                                                               "next_voter",
                                                               "reading",
                                                               "finger",
                                                               "comparing",
                                                               "face",
                                                               "unreadable",
                                                               "not_in_list",
                                                               "already_identified",
                                                               "confirm",
                                                               "not_matched",
                                                               "printing_receipt",
                                                               "printing_ballot",
                                                               "no_paper",
                                                               "lid_open",
                                                               "no_printer",
                                                               "no_sheets",
                                                               "hand_over",
                                                               "closed",
                                                               "printing_summary",
                                                               "exporting",
                                                               "shutting_down",
                                                               "locked"};
    return names;
}

std::span<const std::string_view> terminal_targets() {
    static constexpr std::array<std::string_view, 21> names = {"pin",
                                                               "retest",
                                                               "test_mode",
                                                               "live_mode",
                                                               "dummy_match",
                                                               "dummy_no_match",
                                                               "dummy_already",
                                                               "print_test_receipt",
                                                               "open_polls",
                                                               "close_polls",
                                                               "enter_number",
                                                               "face",
                                                               "finger",
                                                               "photo_check",
                                                               "confirm",
                                                               "dismiss",
                                                               "reprint_receipt",
                                                               "print_ballot",
                                                               "print_summary",
                                                               "export",
                                                               "shut_down"};
    return names;
}

}  // namespace sim
