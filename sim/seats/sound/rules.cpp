#include "sim/seats/sound/rules.h"

#include "engine/core/translate.h"

namespace sim::seats {

namespace {

using M = Message;

constexpr const char* two_buzzes = N_("two low buzzes");
constexpr const char* harsh_beep = N_("harsh beep");
constexpr const char* click = N_("click of a relay");
constexpr const char* bright_note = N_("bright note");

constexpr RoomRule room[] = {
    {M::scanner_accepted, Cue::accept, N_("two rising notes")},
    {M::scanner_test_ballot, Cue::accept, N_("two rising notes")},
    {M::scanner_review, Cue::ask, N_("two even notes")},
    {M::scanner_rejected, Cue::refuse, two_buzzes},
    {M::scanner_returned, Cue::refuse, two_buzzes},
    {M::scanner_pin_wrong, Cue::refuse, two_buzzes},
    {M::scanner_pin_locked, Cue::refuse, two_buzzes},
    {M::scanner_jammed_entry, Cue::harsh, harsh_beep},
    {M::scanner_jammed_outfeed, Cue::harsh, harsh_beep},
    {M::scanner_double_sheet, Cue::harsh, harsh_beep},
    {M::scanner_both_sides, Cue::harsh, harsh_beep},
    {M::scanner_box_full, Cue::harsh, harsh_beep},
    {M::scanner_unrecoverable, Cue::harsh, harsh_beep},
    {M::scanner_disconnected, Cue::harsh, harsh_beep},
    {M::scanner_software_bad, Cue::harsh, harsh_beep},
    {M::scanner_open_refused_not_zero, Cue::harsh, harsh_beep},
    {M::scanner_diagnostic_failed, Cue::harsh, harsh_beep},
    {M::printer_out_of_paper, Cue::harsh, harsh_beep},
    {M::printer_error, Cue::harsh, harsh_beep},
    {M::scanner_self_test_passed, Cue::chime, bright_note},
    {M::scanner_diagnostic_passed, Cue::chime, bright_note},
    {M::scanner_calibrated, Cue::chime, bright_note},
    {M::scanner_media_synchronised, Cue::chime, bright_note},
    {M::terminal_self_test_passed, Cue::chime, bright_note},
    {M::terminal_identified, Cue::chime, bright_note},
    {M::terminal_unreadable, Cue::refuse, two_buzzes},
    {M::terminal_not_in_list, Cue::refuse, two_buzzes},
    {M::terminal_already, Cue::refuse, two_buzzes},
    {M::terminal_finger_failed, Cue::refuse, two_buzzes},
    {M::terminal_no_finger_match, Cue::refuse, two_buzzes},
    {M::terminal_face_failed, Cue::refuse, two_buzzes},
    {M::terminal_pin_wrong, Cue::refuse, two_buzzes},
    {M::terminal_pin_locked, Cue::refuse, two_buzzes},
    {M::terminal_blocked, Cue::harsh, harsh_beep},
    {M::terminal_register_fault, Cue::harsh, harsh_beep},
    {M::scanner_on, Cue::relay, click},
    {M::scanner_off, Cue::relay, click},
    {M::scanner_lost_power, Cue::relay, N_("falls silent")},
    {M::scanner_overheated, Cue::relay, N_("falls silent")},
    {M::terminal_on, Cue::relay, click},
    {M::terminal_off, Cue::relay, click},
    {M::terminal_battery_empty, Cue::relay, N_("falls silent")},
    {M::terminal_dead, Cue::relay, N_("falls silent")},
    {M::modem_on, Cue::relay, click},
    {M::modem_off, Cue::relay, click},
    {M::mains_gone, Cue::relay, N_("The hum of the room stops")},
    {M::mains_back, Cue::relay, N_("The hum of the room is back")},
    {M::strip_tripped, Cue::relay, N_("Click of a circuit breaker")},
    {M::strip_overloaded, Cue::relay, N_("Click of a circuit breaker")},
    {M::ups_on_mains, Cue::relay, N_("UPS: click, no more beeps")},
    {M::ups_empty, Cue::relay, N_("UPS: click, no more beeps")},
    {M::ups_test_passed, Cue::chime, N_("UPS: bright note")},
    {M::ups_test_failed, Cue::harsh, N_("UPS: harsh beep")},
    {M::generator_failed, Cue::relay, N_("The generator falls silent")},
    {M::generator_stopped, Cue::relay, N_("The generator falls silent")},
    {M::call_answered, Cue::phone, N_("Telephone: somebody picks up")},
    {M::instructor_message, Cue::radio, N_("Radio: squelch")},
};

constexpr const char* clicks_in = N_("It clicks into its place");
constexpr const char* comes_out = N_("It comes out with a click");
constexpr const char* rustle = N_("Rustle of paper");

constexpr HandRule hands[] = {
    {M::pressed, {}, Cue::key, N_("Click of a button")},
    {M::touched, {}, Cue::key, N_("Tap on the screen")},
    {M::connected, {}, Cue::plug, N_("Plug goes in")},
    {M::disconnected, {}, Cue::plug, N_("Plug comes out")},
    {M::opened, {}, Cue::door, N_("It opens")},
    {M::closed, {}, Cue::door, N_("It falls shut")},
    {M::fastened, {}, Cue::latch, N_("Click of a latch")},
    {M::released, {}, Cue::latch, N_("Click of a latch")},
    {M::removed_packing, {}, Cue::paper, N_("Rustle of the packing")},
    {M::inserted, PartKind::paper, Cue::paper, rustle},
    {M::inserted, {}, Cue::latch, clicks_in},
    {M::removed, PartKind::paper, Cue::paper, rustle},
    {M::removed, {}, Cue::latch, comes_out},
    {M::seal_applied, {}, Cue::latch, N_("Seal clicks shut")},
    {M::seal_broken, {}, Cue::snap, N_("Seal snaps")},
    {M::torn_off, {}, Cue::tear, N_("Paper tears")},
    {M::taped, {}, Cue::tear, N_("Tape is torn off")},
    {M::taken, PartKind::entry, Cue::paper, rustle},
    {M::taken, PartKind::path, Cue::paper, rustle},
    {M::taken, PartKind::paper, Cue::paper, rustle},
    {M::levelled, {}, Cue::paper, rustle},
    {M::emptied, {}, Cue::paper, rustle},
    {M::terminal_filled, {}, Cue::paper, rustle},
    {M::packed, {}, Cue::paper, rustle},
};

const LoopRule loops[] = {
    {Loop::motor,
     DeviceClass::scanner,
     "path",
     {"scanning", "accepting", "accepting_after_review", "returning", "rejecting",
      "diagnostic_running"},
     0.5F,
     true,
     N_("motor of the feeder")},
    {Loop::printer, DeviceClass::scanner, "printer", {"printing"}, 0.6F, true, N_("prints")},
    {Loop::printer,
     DeviceClass::terminal,
     "state",
     {"print_receipt", "print_ballot", "print_summary"},
     0.5F,
     true,
     N_("prints")},
    {Loop::alarm, DeviceClass::scanner, "alarm", {}, 0.7F, false, N_("alarm")},
    {Loop::fan, DeviceClass::scanner, "hot", {}, 0.5F, false, N_("loud fan")},
    {Loop::ups_low, DeviceClass::room, "ups.low", {}, 0.6F, false, N_("UPS: fast beeps")},
    {Loop::ups, DeviceClass::room, "ups.on_battery", {}, 0.6F, false, N_("UPS: slow beeps")},
    {Loop::starter,
     DeviceClass::room,
     "generator.state",
     {"starting"},
     0.5F,
     true,
     N_("The generator is being started")},
    {Loop::generator,
     DeviceClass::room,
     "generator.running",
     {},
     0.35F,
     false,
     N_("The generator runs")},
    {Loop::ringing,
     DeviceClass::room,
     "call.waiting",
     {},
     0.5F,
     true,
     N_("Telephone: ringing tone")},
    {Loop::hum, DeviceClass::room, "mains.live", {}, 0.15F, false, ""},
};

}  // namespace

std::span<const RoomRule> room_rules() {
    return room;
}

std::span<const HandRule> hand_rules() {
    return hands;
}

std::span<const LoopRule> loop_rules() {
    return loops;
}

}  // namespace sim::seats
