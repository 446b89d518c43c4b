// What printers put out: reports of the scanner, strips of the terminals, the slip of the centre.

#include <fmt/format.h>

#include <algorithm>

#include "sim/seats/shared/live.h"
#include "sim/seats/station/paper_model.h"
#include "sim/seats/station/portrait.h"
#include "sim/seats/station/voter_facts.h"
#include "sim/station/results.h"
#include "sim/station/signals.h"

namespace sim::seats::papers {

namespace {

std::string number(std::int64_t value) {
    return std::to_string(value);
}

const DeviceSpec* device_with(const Source& source, DeviceClass device_class) {
    const Layout& layout = source.world.layout();
    const DeviceId own = source.spec().device;
    if (own != no_device && layout.device(own).device_class == device_class) {
        return &layout.device(own);
    }
    const DeviceId first = layout.device_of(device_class, 0);
    return first == no_device ? nullptr : &layout.device(first);
}

std::string label_in(const Source& source, const DeviceSpec* device) {
    return device == nullptr ? std::string() : device->label.in(source.reader.language);
}

void votes(const Source& source, Sheet& sheet, const ScannerTally& tally) {
    const Election& election = source.world.setup->election;
    const std::size_t most = std::min(election.candidates.size(), tally.votes.size());
    for (std::size_t i = 0; i < most; ++i) {
        pair(sheet,
             fmt::format("{}. {}", i + 1, election.candidates[i].name.in(source.reader.language)),
             number(tally.votes[i]));
    }
}

void tally_lines(const Source& source, Sheet& sheet, const ScannerTally& tally) {
    const engine::Translator& _ = source.reader.translate;
    pair(sheet, _("Ballots counted"), number(tally.ballots));
    rule(sheet);
    votes(source, sheet, tally);
    rule(sheet);
    pair(sheet, _("Without a mark"), number(tally.undervotes));
    pair(sheet, _("With too many marks"), number(tally.overvotes));
}

void printed_at(const Source& source, Sheet& sheet, Time fallback = engine::never) {
    const engine::Translator& _ = source.reader.translate;
    const Time printed = last_time(source, Message::printer_printed, source.part);
    const std::string time = source.clock(printed == engine::never ? fallback : printed);
    if (!time.empty()) pair(sheet, _("Printed at"), time);
}

std::string yes_or_no(const Source& source, bool good) {
    const engine::Translator& _ = source.reader.translate;
    return std::string(good ? _("passed") : _("NOT passed"));
}

/// What it prints is what it held at that moment: nothing before the first ballot.
ScannerTally zero_tally(const Scanner& scanner) {
    return scanner.polls == Polls::initial ? scanner.tally : ScannerTally{};
}

void zero_report(const Source& source, Sheet& sheet, const Scanner& scanner) {
    const engine::Translator& _ = source.reader.translate;
    title(sheet, _("ZERO REPORT"));
    printed_at(source, sheet, scanner.times.zero_report);
    pair(sheet, _("Polls"), std::string(_("not open")));
    tally_lines(source, sheet, zero_tally(scanner));
}

void test_report(const Source& source, Sheet& sheet, const Scanner& scanner) {
    const engine::Translator& _ = source.reader.translate;
    title(sheet, _("TEST REPORT"));
    printed_at(source, sheet);
    if (scanner.mode == ScannerMode::test) {
        pair(sheet, _("Test ballots read"), number(scanner.test_sheets));
        tally_lines(source, sheet, scanner.tally);
    } else {
        text(sheet, _("Counts of the test; set to zero since."));
    }
}

void readiness_report(const Source& source, Sheet& sheet, const Scanner& scanner) {
    const engine::Translator& _ = source.reader.translate;
    title(sheet, _("READINESS REPORT"));
    printed_at(source, sheet);
    pair(sheet, _("Software"), std::string(_("approved")));
    pair(sheet, _("Date and time confirmed"), yes_or_no(source, scanner.clock_confirmed));
    pair(sheet, _("Election data"), source.world.setup->election.hash);
    pair(sheet, _("Detector of double sheets"), yes_or_no(source, scanner.double_detection));
    pair(sheet, _("Blank-sheet test"), yes_or_no(source, scanner.streak_test_passed));
    pair(sheet, _("Printer"), yes_or_no(source, true));
}

void results_tape(const Source& source, Sheet& sheet, const Scanner& scanner) {
    const engine::Translator& _ = source.reader.translate;
    title(sheet, _("RESULTS"));
    text(sheet, _("Preliminary figures of the machine"));
    printed_at(source, sheet, source.world.count.package_at);
    pair(sheet, _("Polls opened"), source.clock(scanner.times.opened));
    pair(sheet, _("Polls closed"), source.clock(scanner.times.closed));
    tally_lines(source, sheet, scanner.tally);
    if (source.world.count.package.made()) {
        rule(sheet);
        pair(sheet, _("Digest"), hex(source.world.count.package.digest).substr(0, 16));
    }
}

void paused_report(const Source& source, Sheet& sheet, const Scanner& scanner) {
    const engine::Translator& _ = source.reader.translate;
    title(sheet, _("POLLS SUSPENDED"));
    printed_at(source, sheet);
    pair(sheet, _("Ballots counted"), number(scanner.paused_count));
}

Sheet strip() {
    Sheet sheet;
    sheet.look = Look::strip;
    sheet.wide = 330;
    return sheet;
}

/// A report of the scanner by the name of its paper.
void report_lines(const Source& source, Sheet& sheet, const Scanner& scanner,
                  const std::string& name) {
    const engine::Translator& _ = source.reader.translate;
    if (name == "zero_report") return zero_report(source, sheet, scanner);
    if (name == "test_report") return test_report(source, sheet, scanner);
    if (name == "readiness_report") return readiness_report(source, sheet, scanner);
    if (name == "results_tape") return results_tape(source, sheet, scanner);
    if (name == "paused_report") return paused_report(source, sheet, scanner);
    title(sheet, _("PRINTER TEST"));
    printed_at(source, sheet);
    sheet.lines.push_back({LineKind::bars, {}, {}, {}, false, 0});
    text(sheet, "0123456789 АӨБВГҮЁ abcdefgh");
}

bool needs_signatures(const std::string& name) {
    return name == "zero_report" || name == "results_tape" || name == "test_report" ||
           name == "paused_report";
}

}  // namespace

Sheet scanner_strip(const Source& source) {
    const DeviceSpec* device = device_with(source, DeviceClass::scanner);
    Sheet sheet = strip();
    if (device == nullptr || source.world.scanners.empty()) return sheet;
    const Scanner& scanner = source.world.scanners[static_cast<std::size_t>(device->number)];
    const std::string& name = source.spec().name;
    if (source.spec().role == Role::paper_mouth) {
        // A strip that the head could not print on.
        for (int i = 0; i < 16; ++i) gap(sheet);
        return sheet;
    }
    head_of_strip(source, sheet, label_in(source, device));
    if (name != "partial_strip") {
        report_lines(source, sheet, scanner, name);
        if (needs_signatures(name)) signatures(source, sheet);
        return sheet;
    }
    const std::string begun =
        scanner.pending == no_part ? "zero_report" : source.world.layout()[scanner.pending].name;
    report_lines(source, sheet, scanner, begun);
    sheet.lines.resize(std::min<std::size_t>(sheet.lines.size(), 8));
    sheet.torn = true;
    return sheet;
}

Sheet terminal_strip(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    const DeviceSpec* device = device_with(source, DeviceClass::terminal);
    Sheet sheet = strip();
    sheet.wide = 290;
    if (device == nullptr || source.world.terminals.empty()) return sheet;
    const Terminal& terminal = source.world.terminals[static_cast<std::size_t>(device->number)];
    head_of_strip(source, sheet, label_in(source, device));
    const std::string& name = source.spec().name;
    if (name.ends_with(".summary")) {
        title(sheet, _("SUMMARY OF THE DAY"));
        printed_at(source, sheet);
        pair(sheet, _("Voters identified"), number(terminal.identified));
        pair(sheet, _("Receipts printed"), number(terminal.receipts));
        signatures(source, sheet);
    } else if (name.ends_with(".counter")) {
        title(sheet, _("COUNTER"));
        sheet.lines.push_back(
            {LineKind::title,
             fmt::format("{:03}", signal(source.world, device->name + ".identified")),
             {},
             {},
             false,
             0});
    } else if (name.ends_with(".test_receipt")) {
        title(sheet, _("TEST RECEIPT"));
        text(sheet, _("Made-up voter. Gives no right to a ballot."));
    } else {
        title(sheet, _("RECEIPT"));
        pair(sheet, _("Number"), fmt::format("{:04}", terminal.receipts));
        if (!terminal.log.empty()) {
            pair(sheet, _("Time"), source.clock(terminal.log_times.back()));
            text(sheet, machine::name_of_voter(source.world.setup->voters, terminal.log.back(),
                                               source.reader.language));
            pair(sheet, _("No. in the list"), number(terminal.log.back() + 1));
        }
        rule(sheet);
        text(sheet, _("To be exchanged for one ballot"));
    }
    return sheet;
}

Sheet receipt_at_desk(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet = strip();
    sheet.wide = 290;
    const VoterId voter = source.world.hall.at_list;
    if (voter == no_voter) return sheet;
    const int entry = entry_of(source.world, voter);
    const int number_of_terminal = source.world.hall[voter].terminal;
    const DeviceId device =
        source.world.layout().device_of(DeviceClass::terminal, std::max(number_of_terminal, 0));
    head_of_strip(source, sheet,
                  device == no_device ? std::string()
                                      : label_in(source, &source.world.layout().device(device)));
    title(sheet, _("RECEIPT"));
    if (number_of_terminal >= 0) {
        const Terminal& terminal =
            source.world.terminals[static_cast<std::size_t>(number_of_terminal)];
        const auto found = std::find(terminal.log.begin(), terminal.log.end(), entry);
        if (found != terminal.log.end()) {
            const auto at = static_cast<std::size_t>(found - terminal.log.begin());
            pair(sheet, _("Number"), fmt::format("{:04}", at + 1));
            pair(sheet, _("Time"), source.clock(terminal.log_times[at]));
        }
    }
    text(sheet, machine::name_of_voter(source.world.setup->voters, entry, source.reader.language));
    pair(sheet, _("No. in the list"), number(entry + 1));
    rule(sheet);
    text(sheet, _("To be exchanged for one ballot"));
    return sheet;
}

Sheet slip_of_centre(const Source& source) {
    const engine::Translator& _ = source.reader.translate;
    Sheet sheet = strip();
    head_of_strip(source, sheet, _("Results centre"));
    title(sheet, _("ACKNOWLEDGEMENT"));
    const Centre& centre = source.world.centre;
    if (centre.acknowledged) {
        pair(sheet, _("Received at"), source.clock(centre.acknowledged_at));
        pair(sheet, _("Ballots"), number(machine_tally(source.world).ballots));
        pair(sheet, _("Digest"), hex(centre.digest).substr(0, 16));
        text(sheet, centre.by_medium ? _("Read from a medium") : _("Sent over the mobile network"));
    }
    return sheet;
}

}  // namespace sim::seats::papers
