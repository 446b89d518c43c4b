#include "sim/assessment/study.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/scenario/read_settings.h"
#include "sim/station/results.h"

namespace sim {
namespace {

constexpr std::int64_t million = 1'000'000;

/// What is noted while a day goes on.
class Notes {
  public:
    Notes() : said_(message_count()) {}

    void note(const World& world, std::span<const Observation> observations) {
        for (const Observation& one : observations) note(world, one);
    }

    /// The time since the last look counts for what was seen then.
    void look(const World& world) {
        const Setup& setup = *world.setup;
        if (standing_ && world.now > looked_) {
            const Time from = std::max(looked_, setup.polls_open);
            standstill_ += std::max<Time>(std::min(world.now, setup.polls_close) - from, 0);
            longest_ = std::max(longest_, std::min(world.now, setup.polls_close) -
                                              std::max(since_, setup.polls_open));
        }
        const bool stands = !takes_ballots(world);
        if (stands && !standing_) since_ = world.now;
        standing_ = stands;
        looked_ = world.now;
        if (world.now < setup.polls_close) broken_at_close_ = stands;
    }

    std::int64_t count(Message message) const { return said_[static_cast<std::size_t>(message)]; }
    bool any(std::initializer_list<Message> messages) const {
        return std::any_of(messages.begin(), messages.end(),
                           [&](Message message) { return count(message) > 0; });
    }
    /// Identified before that hour by the clock.
    std::int64_t by(int hour) const {
        std::int64_t sum = 0;
        for (int i = 0; i < hour; ++i) sum += hours_[static_cast<std::size_t>(i)];
        return sum;
    }
    std::int64_t busiest() const { return *std::max_element(hours_.begin(), hours_.end()); }
    std::int64_t missed_first() const { return missed_first_; }
    std::int64_t troubled() const { return troubled_; }
    Time identification() const { return served_ > 0 ? spent_ / served_ : 0; }
    Time standstill() const { return standstill_; }
    Time longest_standstill() const { return longest_; }
    bool first_try_failed() const { return first_failed_; }
    bool scanner_replaced() const { return scanner_swapped_ || broken_at_close_; }

  private:
    struct Desk {
        Time called = engine::never;
        Time served = engine::never;  ///< receipt or ballot came out last
        bool trouble = false;
    };

    void note(const World& world, const Observation& one) {
        ++said_[static_cast<std::size_t>(one.message)];
        if (one.device == no_device) return note_voter(world, one);
        const std::size_t device = static_cast<std::size_t>(one.device) % desks_.size();
        Desk& desk = desks_[device];
        switch (one.message) {
            case Message::terminal_finger_failed:
                if (one.arguments[0] == 1) ++missed_first_;
                desk.trouble = true;
                break;
            case Message::terminal_no_finger_match:
            case Message::terminal_unreadable:
            case Message::terminal_face_failed:
                desk.trouble = true;
                break;
            case Message::terminal_identified: {
                const auto hour = static_cast<std::size_t>(one.time / engine::hour);
                ++hours_[std::min(hour, hours_.size() - 1)];
                if (desk.trouble) ++troubled_;
                desk.trouble = false;
                break;
            }
            case Message::terminal_receipt:
            case Message::terminal_ballot_printed:
                desk.served = one.time;
                break;
            case Message::terminal_dismissed:
                if (desk.trouble) ++troubled_;
                desk = {};
                break;
            case Message::modem_waiting:
            case Message::modem_gave_up:
            case Message::modem_refused:
            case Message::modem_certificate:
            case Message::modem_clock:
            case Message::modem_no_sim:
                if (!acknowledged_) first_failed_ = true;
                break;
            case Message::modem_acknowledged:
                acknowledged_ = true;
                break;
            case Message::swapped:
                scanner_swapped_ =
                    scanner_swapped_ ||
                    world.setup->layout.device(one.device).device_class == DeviceClass::scanner;
                break;
            default:
                break;
        }
    }

    void note_voter(const World& world, const Observation& one) {
        if (one.message != Message::voter_called) return;
        const auto part = static_cast<PartId>(one.arguments[1]);
        const DeviceId device = world.setup->layout[part].device;
        if (device == no_device) return;
        Desk& desk = desks_[static_cast<std::size_t>(device) % desks_.size()];
        if (desk.served != engine::never && desk.called != engine::never) {
            spent_ += desk.served - desk.called;
            ++served_;
        }
        desk = {one.time, engine::never, false};
    }

    static bool takes_ballots(const World& world) {
        return std::any_of(world.scanners.begin(), world.scanners.end(), [](const Scanner& one) {
            switch (one.path) {
                case PathState::connecting:
                case PathState::disconnected:
                case PathState::jammed:
                case PathState::cover_open:
                case PathState::both_sides_have_paper:
                case PathState::resetting:
                case PathState::unrecoverable:
                case PathState::paused:
                    return false;
                default:
                    return one.power == ScannerPower::running && one.polls == Polls::open;
            }
        });
    }

    std::vector<std::int64_t> said_;
    std::array<std::int64_t, 48> hours_{};
    std::array<Desk, 32> desks_{};
    std::int64_t missed_first_ = 0, troubled_ = 0, served_ = 0;
    Time spent_ = 0;
    bool standing_ = false, broken_at_close_ = false, scanner_swapped_ = false;
    bool acknowledged_ = false, first_failed_ = false;
    Time since_ = 0, looked_ = 0, standstill_ = 0, longest_ = 0;
};

/// A day that has ended.
struct Played {
    const World& world;
    Reconciliation day;
    const Notes& notes;
};

std::int64_t share(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? (part * million + whole / 2) / whole : no_figure;
}

std::int64_t seconds(Time span) {
    return span / engine::second;
}

std::int64_t yes(bool happened) {
    return happened ? million : 0;
}

std::int64_t tries(const World& world) {
    std::int64_t all = 0;
    for (const Transmitter& unit : world.transmitters) all += unit.tries_total;
    return all;
}

/// Ballots that the hand puts elsewhere than the machine, candidates and invalid ones together.
std::int64_t disagreement(const World& world) {
    const ScannerTally machine = machine_tally(world);
    std::int64_t apart = 0;
    const auto shown = static_cast<std::size_t>(candidates(world));
    std::array<std::int64_t, candidates_most> hand{};
    for (std::size_t i = 0; i < world.sheets.size(); ++i) {
        const Sheet& sheet = world.sheets[i];
        if (sheet.test != 0 || sheet.times_counted == 0) continue;
        const int read = read_by_hand(sheet, candidates(world));
        if (read >= 0) ++hand[static_cast<std::size_t>(read)];
    }
    for (std::size_t i = 0; i < shown; ++i) apart += std::abs(hand[i] - machine.votes[i]);
    return apart;
}

/// From the close to the centre's answer.
std::int64_t results_after(const Played& day) {
    if (day.day.acknowledged_at == engine::never) return no_figure;
    return seconds(day.day.acknowledged_at - day.world.setup->polls_close);
}

std::int64_t value_of(StudyFigure figure, const Played& day) {
    const VoterCounts& voters = day.world.hall.counts;
    const Notes& notes = day.notes;
    const std::int64_t identified = day.day.identified;
    const std::int64_t counted = day.day.scanner_count;
    const std::int64_t jams =
        notes.count(Message::scanner_jammed_entry) + notes.count(Message::scanner_jammed_outfeed);
    const bool acknowledged = day.day.acknowledged_at != engine::never;
    switch (figure) {
        case StudyFigure::identified:
            return identified;
        case StudyFigure::turnout:
            return share(identified, day.world.setup->voters.size());
        case StudyFigure::by_10:
            return share(notes.by(10), notes.by(24));
        case StudyFigure::by_12:
            return share(notes.by(12), notes.by(24));
        case StudyFigure::by_14:
            return share(notes.by(14), notes.by(24));
        case StudyFigure::by_16:
            return share(notes.by(16), notes.by(24));
        case StudyFigure::by_18:
            return share(notes.by(18), notes.by(24));
        case StudyFigure::busiest_hour:
            return notes.busiest();
        case StudyFigure::turned_away:
            return day.day.turned_away;
        case StudyFigure::left:
            return day.day.left;
        case StudyFigure::mean_wait:
            return voters.waits > 0 ? seconds(voters.waited / voters.waits) : no_figure;
        case StudyFigure::longest_wait:
            return seconds(voters.longest_wait);
        case StudyFigure::longest_queue:
            return voters.longest_queue;
        case StudyFigure::identification:
            return identified > 0 ? seconds(notes.identification()) : no_figure;
        case StudyFigure::first_finger:
            return share(notes.missed_first(), identified);
        case StudyFigure::no_finger:
            return share(notes.count(Message::terminal_no_finger_match), identified);
        case StudyFigure::id_trouble:
            return share(notes.troubled(), identified + day.day.turned_away);
        case StudyFigure::fingers_refused:
            return notes.count(Message::terminal_finger_failed) +
                   notes.count(Message::terminal_no_finger_match);
        case StudyFigure::documents_refused:
            return notes.count(Message::terminal_unreadable);
        case StudyFigure::not_in_list:
            return notes.count(Message::terminal_not_in_list);
        case StudyFigure::terminal_stopped:
            return yes(notes.any({Message::terminal_dead, Message::terminal_no_start,
                                  Message::terminal_broke_down, Message::terminal_printer_lost,
                                  Message::terminal_register_fault, Message::terminal_wrong_station,
                                  Message::terminal_battery_empty}));
        case StudyFigure::paper_events:
            return notes.count(Message::printer_out_of_paper) +
                   notes.count(Message::terminal_no_paper) +
                   notes.count(Message::terminal_no_sheets);
        case StudyFigure::ballots:
            return counted;
        case StudyFigure::jams:
            return jams;
        case StudyFigure::jam_share:
            return share(jams, counted);
        case StudyFigure::returned:
            return notes.count(Message::scanner_rejected);
        case StudyFigure::emergency_bin:
            return day.day.emergency_bin;
        case StudyFigure::standstill:
            return seconds(notes.standstill());
        case StudyFigure::scanner_stopped:
            return yes(notes.longest_standstill() >= engine::minute);
        case StudyFigure::scanner_replaced:
            return yes(notes.scanner_replaced());
        case StudyFigure::mains_cut:
            return yes(notes.any({Message::mains_gone}));
        case StudyFigure::disagreement:
            return disagreement(day.world);
        case StudyFigure::disagreement_share:
            return share(disagreement(day.world), counted);
        case StudyFigure::reconciled:
            return yes(day.day.reconciled);
        case StudyFigure::send_tries:
            return tries(day.world);
        case StudyFigure::first_try_failed:
            return tries(day.world) > 0 ? yes(notes.first_try_failed()) : no_figure;
        case StudyFigure::no_network:
            return yes(!notes.any({Message::modem_acknowledged}));
        case StudyFigure::acknowledged:
            return yes(acknowledged);
        case StudyFigure::results_after:
            return results_after(day);
        case StudyFigure::within_2_h:
            return yes(acknowledged && results_after(day) <= 2 * 3600);
    }
    return no_figure;
}

/// Two-sided 95 % quantile of the normal distribution.
constexpr double quantile = 1.959964;

/// The same of Student's t, by the expansion of Cornish and Fisher around the normal one; right to
/// three digits from 3 degrees of freedom on.
double student(std::size_t freedom) {
    constexpr double z = quantile;
    const auto v = static_cast<double>(freedom);
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) +
           (3 * z5 * z * z + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
}

/// Wilson's score interval of a share, given in parts in a million.
void score_interval(StudySum& sum) {
    const auto count = static_cast<double>(sum.days);
    const double part = sum.mean / static_cast<double>(million);
    const double z2 = quantile * quantile;
    const double middle = (part + z2 / (2 * count)) / (1 + z2 / count);
    const double reach = quantile / (1 + z2 / count) *
                         std::sqrt(part * (1 - part) / count + z2 / (4 * count * count));
    sum.low = std::max(0.0, middle - reach) * static_cast<double>(million);
    sum.high = std::min(1.0, middle + reach) * static_cast<double>(million);
    if (part <= 0) sum.low = 0;
    if (part >= 1) sum.high = static_cast<double>(million);
}

StudySum sum_of(std::vector<std::int64_t> values, FigureKind kind) {
    StudySum sum;
    sum.days = static_cast<std::int64_t>(values.size());
    if (values.empty()) return sum;
    const auto count = static_cast<double>(values.size());
    for (const std::int64_t value : values) sum.mean += static_cast<double>(value);
    sum.mean /= count;
    double squares = 0;
    for (const std::int64_t value : values) {
        const double apart = static_cast<double>(value) - sum.mean;
        squares += apart * apart;
    }
    sum.low = sum.high = sum.mean;
    if (values.size() > 1) {
        sum.deviation = std::sqrt(squares / (count - 1));
        const double reach = student(values.size() - 1) * sum.deviation / std::sqrt(count);
        sum.low = sum.mean - reach;
        sum.high = sum.mean + reach;
    }
    if (kind == FigureKind::days) score_interval(sum);
    std::sort(values.begin(), values.end());
    sum.least = values.front();
    sum.median = values[values.size() / 2];
    sum.most = values.back();
    return sum;
}

}  // namespace

LoadedScenario with_settings(LoadedScenario loaded, std::span<const StudySetting> settings) {
    auto prototype = std::make_shared<Setup>(*loaded.prototype);
    for (const StudySetting& setting : settings) {
        set_parameter(prototype->layout, setting.parameter, setting.value);
    }
    loaded.prototype = std::move(prototype);
    return loaded;
}

StudyDay study_day(const LoadedScenario& loaded, std::uint64_t seed, CrewPlan crew,
                   std::int64_t& events) {
    Drill drill = make_drill(loaded, seed, crew);
    Notes notes;
    Sink sink;
    sink.observations = [&](std::span<const Observation> observations) {
        notes.note(drill.world, observations);
    };
    sink.moment = [&](const World& world) {
        ++events;
        notes.look(world);
    };
    play_to_start(drill, sink);
    run_until(drill, drill.setup->latest_end, sink);
    const Played played{drill.world, reconcile(drill.world), notes};
    StudyDay day;
    for (std::size_t i = 0; i < study_figures().size(); ++i) {
        day.push_back(value_of(static_cast<StudyFigure>(i), played));
    }
    return day;
}

std::vector<StudySum> sum_up(std::span<const StudyDay> days) {
    std::vector<StudySum> sums;
    for (std::size_t figure = 0; figure < study_figures().size(); ++figure) {
        std::vector<std::int64_t> values;
        for (const StudyDay& day : days) {
            if (day[figure] != no_figure) values.push_back(day[figure]);
        }
        sums.push_back(sum_of(std::move(values), study_figures()[figure].kind));
    }
    return sums;
}

}  // namespace sim
