/// A thermal printer: one-sided paper on a roll in a holder behind a lid. Used by the scanner for
/// reports and by the voter-ID terminal for receipts. Its device keeps the time: it starts a job,
/// sets its own timer for the duration returned, and then finishes the job.
#pragma once

#include "sim/world/context.h"

namespace sim {

/// domain.md A1.3: printer ready, no paper, cover open, error.
enum class PrinterState : std::uint8_t { ready, printing, no_paper, lid_open, error };
std::span<const std::string_view> printer_state_names();

enum class PrintResult : std::uint8_t {
    printed,
    blank,         ///< the roll's coated side is turned away from the head
    out_of_paper,  ///< stopped in the middle; printing begins again after a new roll
    lid_open,
    failed,  ///< the print head is too hot or broken
};

struct Printer {
    PartId job = no_part;     ///< paper being printed; no_part when idle
    std::int32_t length = 0;  ///< of the job, mm

    template <class Archive>
    void serialize(Archive& ar) {
        ar(job, length);
    }
};

PrinterState printer_state(const Printer& printer, const Context& context);

/// Starts printing `length` mm of `paper`; returns how long it takes at print_speed (or
/// `fixed_time` when positive). Call only when ready.
Time printer_start(Printer& printer, Context& context, PartId paper, std::int32_t length,
                   Time fixed_time = 0);

/// Ends the job: takes the paper from the roll, marks the paper part as existing (one copy more)
/// when it was printed, observes what came out. Parts: roll_holder, printer_lid.
PrintResult printer_finish(Printer& printer, Context& context);

}  // namespace sim
