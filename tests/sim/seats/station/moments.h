/// Worlds in which the machines show each of their screens: those of a day that the expert plays,
/// and those that are put together by hand.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/session/session.h"
#include "tests/sim/drills.h"

namespace sim::test {

struct Shown {
    std::string name;
    World world;
    DeviceId device = no_device;
};

/// What tells one look of a device's screen from another.
inline std::string look_of(const World& world, DeviceId device) {
    const DeviceSpec& spec = world.layout().device(device);
    std::string look = spec.name;
    for (const char* name : {"screen", "path", "reason", "session", "state", "result", "failure"}) {
        const auto ref = find_signal(world.layout(), spec.name + "." + name);
        if (!ref || ref->signal < 0) continue;
        const auto& choices = sim::spec(*ref).choices;
        look += "." + std::string(choices[static_cast<std::size_t>(read(world, *ref))]);
    }
    return look;
}

inline std::vector<DeviceId> devices_with_screens(const Layout& layout) {
    std::vector<DeviceId> found;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const auto device = static_cast<DeviceId>(i);
        if (layout.device(device).part(Role::screen) != no_part) found.push_back(device);
    }
    return found;
}

/// Plays a drill to its end and keeps each look of each screen once.
inline std::vector<Shown> looks_of_day(Bench& bench) {
    std::vector<Shown> kept;
    std::set<std::string> seen;
    for (std::size_t post = 0; post < post_count; ++post) {
        bench.drill.crew.hold(static_cast<PostId>(post), false);
    }
    const std::vector<DeviceId> devices = devices_with_screens(bench.drill.setup->layout);
    bench.sink.moment = [&](const World& world) {
        for (const DeviceId device : devices) {
            std::string look = look_of(world, device);
            if (seen.insert(look).second) kept.push_back({std::move(look), world, device});
        }
    };
    run_until(bench.drill, bench.drill.setup->latest_end, bench.sink);
    bench.sink.moment = nullptr;
    return kept;
}

namespace by_hand {

inline void put(World& world, DeviceId device, Role role, PartId item) {
    world.edit(world.layout().device(device).part(role)).holds = item;
}

inline void open(World& world, DeviceId device, Role role) {
    world.edit(world.layout().device(device).part(role)).open = 1;
}

using Change = std::pair<std::string, std::function<void(World&, DeviceId)>>;

inline Scanner& scanner(World& world) {
    return world.scanners.front();
}

inline std::vector<Change> scanner_changes() {
    std::vector<Change> all;
    const auto add = [&](std::string name, std::function<void(World&, DeviceId)> change) {
        all.emplace_back(std::move(name), std::move(change));
    };
    for (const ScannerPower power :
         {ScannerPower::off, ScannerPower::booting, ScannerPower::self_test, ScannerPower::halted,
          ScannerPower::stopping}) {
        add("power", [power](World& w, DeviceId) { scanner(w).power = power; });
    }
    for (int i = 1; i < 7; ++i) {
        add("session", [i](World& w, DeviceId) { scanner(w).session = static_cast<Session>(i); });
    }
    for (int i = 0; i < 25; ++i) {
        add("path", [i](World& w, DeviceId) { scanner(w).path = static_cast<PathState>(i); });
    }
    for (int i = 0; i < 17; ++i) {
        add("reason", [i](World& w, DeviceId) {
            scanner(w).path = PathState::rejected;
            scanner(w).reason = static_cast<ScanReason>(i);
        });
    }
    for (const ScanReason reason : {ScanReason::overvote, ScanReason::blank}) {
        add("review", [reason](World& w, DeviceId) {
            scanner(w).path = PathState::needs_review;
            scanner(w).reason = reason;
        });
    }
    add("outfeed", [](World& w, DeviceId) {
        scanner(w).path = PathState::jammed;
        scanner(w).reason = ScanReason::outfeed_blocked;
    });
    add("glass", [](World& w, DeviceId) {
        scanner(w).path = PathState::diagnostic_done;
        scanner(w).streak_test_passed = false;
    });
    for (const Polls polls : {Polls::initial, Polls::paused, Polls::closed}) {
        add("polls", [polls](World& w, DeviceId) { scanner(w).polls = polls; });
        for (const Session who : {Session::poll_worker, Session::administrator}) {
            add("polls with card", [=](World& w, DeviceId) {
                scanner(w).polls = polls;
                scanner(w).session = who;
            });
        }
    }
    for (const ScannerMode mode : {ScannerMode::unconfigured, ScannerMode::test}) {
        for (const Session who : {Session::nobody, Session::manager, Session::administrator}) {
            add("mode", [=](World& w, DeviceId) {
                scanner(w).mode = mode;
                scanner(w).polls = Polls::initial;
                scanner(w).session = who;
            });
        }
    }
    for (const Session who : {Session::nobody, Session::poll_worker, Session::manager}) {
        add("out of step", [who](World& w, DeviceId device) {
            const PartId slot = w.layout().device(device).part(Role::main_medium_slot);
            w.edit(w.part(slot).holds).amount += 3;
            scanner(w).session = who;
        });
    }
    add("medium gone", [](World& w, DeviceId device) {
        put(w, device, Role::main_medium_slot, no_part);
        scanner(w).alarm = true;
    });
    add("alarm", [](World& w, DeviceId) { scanner(w).alarm = true; });
    add("alarm with card", [](World& w, DeviceId) {
        scanner(w).alarm = true;
        scanner(w).session = Session::poll_worker;
    });
    add("cover", [](World& w, DeviceId device) { open(w, device, Role::cover); });
    for (const ScanReason reason : {ScanReason::scanning_failed, ScanReason::outfeed_blocked}) {
        add("cover over a jam", [reason](World& w, DeviceId device) {
            open(w, device, Role::cover);
            scanner(w).path = PathState::jammed;
            scanner(w).reason = reason;
        });
    }
    add("lid", [](World& w, DeviceId device) { open(w, device, Role::printer_lid); });
    add("lid with card", [](World& w, DeviceId device) {
        open(w, device, Role::printer_lid);
        scanner(w).session = Session::poll_worker;
        scanner(w).polls = Polls::closed;
    });
    add("printing", [](World& w, DeviceId) {
        scanner(w).printer.job = w.layout().find("results_tape");
        scanner(w).session = Session::poll_worker;
    });
    add("card backwards", [](World& w, DeviceId device) {
        const PartId card = w.layout().find("card_poll_worker");
        const PartId other = card == no_part ? 0 : card;
        put(w, device, Role::card_slot, other);
        w.edit(other).reversed = 1;
    });
    add("wrong card", [](World& w, DeviceId device) { put(w, device, Role::card_slot, 0); });
    add("pin locked", [](World& w, DeviceId) {
        scanner(w).session = Session::pin_poll_worker;
        scanner(w).pin_locked_until = w.now + 90 * engine::second;
    });
    return all;
}

inline std::vector<Change> terminal_changes() {
    std::vector<Change> all;
    for (int i = 0; i <= static_cast<int>(TerminalState::locked); ++i) {
        for (int tries = 0; tries < 3; tries += 2) {
            all.emplace_back("state", [i, tries](World& w, DeviceId) {
                Terminal& terminal = w.terminals.front();
                terminal.state = static_cast<TerminalState>(i);
                terminal.result = TerminalResult::none;
                terminal.document = {317, 317, 900};
                terminal.tries = static_cast<std::uint8_t>(tries);
                terminal.reading = 310;
                terminal.problems = 15;
            });
        }
    }
    for (int i = 1; i <= static_cast<int>(TerminalResult::photo_accepted); ++i) {
        all.emplace_back("result", [i](World& w, DeviceId) {
            Terminal& terminal = w.terminals.front();
            terminal.state = TerminalState::decision;
            terminal.result = static_cast<TerminalResult>(i);
            terminal.document = {317, 317, 900};
            terminal.tries = 3;
            terminal.reading = 250;
            if (i == static_cast<int>(TerminalResult::finger_matched)) terminal.reading = 780;
            if (i == static_cast<int>(TerminalResult::face_matched)) terminal.reading = 640;
        });
    }
    for (const TerminalState resume : {TerminalState::print_receipt, TerminalState::print_ballot,
                                       TerminalState::print_summary}) {
        for (const int trouble : {0, 1, 2}) {
            all.emplace_back("blocked", [=](World& w, DeviceId device) {
                Terminal& terminal = w.terminals.front();
                terminal.state = TerminalState::blocked;
                terminal.resume = resume;
                terminal.document = {317, 317, 900};
                terminal.finished = resume == TerminalState::print_summary;
                terminal.printer_lost = trouble == 1;
                if (trouble == 2) open(w, device, Role::printer_lid);
            });
        }
    }
    for (const TerminalState state : {TerminalState::ready, TerminalState::match}) {
        all.emplace_back("test", [state](World& w, DeviceId) {
            w.terminals.front().state = state;
            w.terminals.front().test = true;
            w.terminals.front().tests = 5;
            w.terminals.front().live = false;
        });
    }
    all.emplace_back("owed", [](World& w, DeviceId) {
        Terminal& terminal = w.terminals.front();
        terminal.state = TerminalState::open;
        terminal.ballots_owed = 1;
        --terminal.receipts;
    });
    all.emplace_back("pin", [](World& w, DeviceId device) {
        w.terminals.front().state = TerminalState::operator_login;
        put(w, device, Role::card_slot, w.layout().find("terminal_1.card"));
    });
    return all;
}

inline std::vector<Change> transmitter_changes() {
    std::vector<Change> all;
    for (int i = 0; i <= static_cast<int>(TransmitterState::gave_up); ++i) {
        for (const bool package : {false, true}) {
            if (!package && i > 2) continue;
            all.emplace_back("state", [=](World& w, DeviceId) {
                Transmitter& unit = w.transmitters.front();
                unit.state = static_cast<TransmitterState>(i);
                unit.package = package;
                unit.tries = 2;
                if (i >= static_cast<int>(TransmitterState::retry)) {
                    unit.failure = static_cast<TransmitterFailure>(1 + i % 8);
                }
            });
        }
    }
    for (std::uint8_t i = 1; i < 7; ++i) {
        all.emplace_back("refused", [i](World& w, DeviceId) {
            Transmitter& unit = w.transmitters.front();
            unit.state = TransmitterState::refused;
            unit.package = true;
            unit.refusal = i;
        });
    }
    return all;
}

}  // namespace by_hand

/// Every look that can be put together from a moment in the middle of the day.
inline std::vector<Shown> looks_by_hand(const World& noon) {
    std::vector<Shown> kept;
    std::set<std::string> seen;
    const auto keep = [&](DeviceId device, const std::vector<by_hand::Change>& changes) {
        for (const auto& [name, change] : changes) {
            World world = noon;
            change(world, device);
            std::string look = name + " " + look_of(world, device);
            if (seen.insert(look).second) kept.push_back({std::move(look), world, device});
        }
    };
    const Layout& layout = noon.layout();
    keep(layout.device_of(DeviceClass::scanner, 0), by_hand::scanner_changes());
    keep(layout.device_of(DeviceClass::terminal, 0), by_hand::terminal_changes());
    keep(layout.device_of(DeviceClass::transmitter, 0), by_hand::transmitter_changes());
    return kept;
}

}  // namespace sim::test
