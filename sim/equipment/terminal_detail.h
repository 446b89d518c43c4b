/// Shared by the files of the terminal; for nobody else.
#pragma once

#include "sim/equipment/terminal.h"

namespace sim::terminal_detail {

/// Event::value of the terminal's timers.
enum Timer : std::int32_t {
    timer_boot,
    timer_self_test,
    timer_lookup,
    timer_finger,
    timer_face,
    timer_dummy,
    timer_receipt,
    timer_test_receipt,
    timer_ballot,
    timer_summary,
    timer_export,
    timer_stopped,
    timer_idle,
    timer_battery,
};

/// What can be touched, in the order of terminal_targets().
enum class Target {
    pin,
    retest,
    test_mode,
    live_mode,
    dummy_match,
    dummy_no_match,
    dummy_already,
    print_test_receipt,
    open_polls,
    close_polls,
    enter_number,
    face,
    finger,
    photo_check,
    confirm,
    dismiss,
    reprint_receipt,
    print_ballot,
    print_summary,
    exporting,
    shut_down,
};

inline constexpr int readable_from = 300;  ///< permille; a document below is not read
inline constexpr int dirt_alarm = 700;     ///< sensor dirt from which the self-test complains
inline constexpr std::int32_t summary_length = 300;        ///< mm; an estimate
inline constexpr Time summary_time = 10 * engine::second;  // estimate
inline constexpr Time export_time = 10 * engine::second;   // estimate
inline constexpr Time stop_time = 8 * engine::second;      // estimate
inline constexpr Time dummy_time = 6 * engine::second;     // estimate
inline constexpr Time number_time = 8 * engine::second;    // keying in a number; estimate
inline constexpr Time pin_wait = 60 * engine::second;      // after three wrong ones; estimate
inline constexpr std::int32_t operator_right = 4;          ///< card's amount: right × 10000 + PIN

void identification_timer(Terminal& terminal, Context& context, const Event& event);
/// Goes to a state; earlier timers no longer count.
void enter(Terminal& terminal, Context& context, TerminalState state);
/// Back to where voters are waited for, or to the menu.
void next_voter(Terminal& terminal, Context& context);
void go_dark(Terminal& terminal, Context& context);
/// The program breaks down at a look-up and starts anew.
void break_down(Terminal& terminal, Context& context);
/// What a start finds out about the unit itself: adds to its problems.
void examine_unit(Terminal& terminal, Context& context);
void forget_voter(Terminal& terminal);
void start_boot(Terminal& terminal, Context& context);
void start_self_test(Terminal& terminal, Context& context);
void logged_in(Terminal& terminal, Context& context);
void start_lookup(Terminal& terminal, Context& context, Time takes);
void start_receipt(Terminal& terminal, Context& context);
void start_test_receipt(Terminal& terminal, Context& context);
void start_ballot(Terminal& terminal, Context& context);
void start_summary(Terminal& terminal, Context& context);
void printing_timer(Terminal& terminal, Context& context, const Event& event);
/// Tries again what was blocked, when paper and lid are right now.
void unblock(Terminal& terminal, Context& context);
/// The operator accepts the voter: counted, printed.
void identify(Terminal& terminal, Context& context);
/// The operator's card lies the right way round in the slot.
bool operator_card(const Context& context);

inline void wait_for(Terminal& terminal, Context& context, Time delay, Timer timer) {
    context.schedule(delay, timer, terminal.token);
}

}  // namespace sim::terminal_detail
