#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/archive.h"
#include "engine/core/time.h"

namespace engine {

/// What can be run on a timeline: a copyable value that saves and loads (archive.h) and in which
/// advance(t) handles every event up to and including t; going there in one step or in many must
/// make no difference. apply() happens between events, at now().
template <class Model>
concept Replayable = std::copyable<Model> &&
    requires(Model model, const Model& fixed, typename Model::Command command, Time time) {
    { fixed.now() } -> std::same_as<Time>;
    model.advance(time);
    model.apply(std::as_const(command));
    { command.time } -> std::convertible_to<Time>;
};

/// Runs a model from its beginning, remembers every command, and goes to any moment of what was
/// run. The model at a moment of a branch is bit-identical however it was reached: by running, by
/// seeking forth or back, with many keyframes or with none.
///
/// A command given at t takes effect after the events of t and before anything later; events that
/// it schedules for t itself are handled before the next command.
template <Replayable Model>
class Timeline {
  public:
    using Command = typename Model::Command;

    struct Settings {
        Time keyframe_every = 5 * minute;       ///< of simulated time; doubles when over budget
        std::size_t budget = 64 * 1024 * 1024;  ///< bytes of all keyframes together
    };

    /// A saved state: the model at `time` with the first `commands` commands applied.
    struct Keyframe {
        Time time = 0;
        std::size_t commands = 0;
        std::string bytes;
    };

    struct Branch {
        std::optional<std::size_t> parent;  ///< empty for the first
        Time from = 0;                      ///< where it left its parent, or the start
        Time end = 0;                       ///< how far it was run
        std::vector<Command> commands;      ///< from the very start, those of its parents included
        std::size_t own_from = 0;           ///< the first command that is its own
    };

    explicit Timeline(Model model, Settings settings = {})
        : initial_(std::move(model)),
          model_(initial_),
          settings_(settings),
          spacing_(std::max<Time>(settings.keyframe_every, 1)) {
        const Time start = model_.now();
        branches_.push_back(Branch{std::nullopt, start, start, {}, 0});
        model_.advance(start);
    }

    const Model& model() const { return model_; }
    Time now() const { return model_.now(); }

    /// How far the current branch was run.
    Time end() const { return current().end; }

    /// Whether the model stands at the end of its branch, where new commands go.
    bool at_end() const { return now() == current().end && applied_ == current().commands.size(); }

    /// Runs to `time`, giving the recorded commands on the way; beyond the end the branch grows. A
    /// time in the past is no error and does nothing.
    void advance(Time time) {
        while (applied_ < current().commands.size() && current().commands[applied_].time <= time) {
            run_to(current().commands[applied_].time);
            give(current().commands[applied_]);
        }
        run_to(time);
        Branch& branch = branches_[current_];
        branch.end = std::max(branch.end, now());
    }

    /// Gives a command now: stamps its time, appends it to the journal, applies it. Given in the
    /// past (after a seek) it begins a new branch there.
    void apply(Command command) {
        if (!at_end()) branch(now());
        command.time = now();
        branches_[current_].commands.push_back(command);
        give(command);
    }

    /// Goes to a moment of the current branch, from its start to its end (others are moved to the
    /// nearer of the two), with all commands of that very moment given.
    void seek(Time time) {
        time = std::clamp(time, branches_.front().from, current().end);
        const Keyframe* from = nullptr;
        for (const Keyframe& frame : keyframes_) {
            if (frame.time <= time) from = &frame;
        }
        const bool ahead = now() <= time && (from == nullptr || from->time <= now());
        if (now() > time || !ahead) restore(from);
        advance(time);
    }

    /// Goes back to a moment of the current branch and starts a new one there, which becomes
    /// current. The old one is kept. Returns the number of the new branch.
    std::size_t branch(Time time) {
        seek(time);
        Branch next{current_, now(), now(), current().commands, applied_};
        next.commands.resize(applied_, Command{});
        forget_keyframes_after(now(), applied_);
        branches_.push_back(std::move(next));
        current_ = branches_.size() - 1;
        return current_;
    }

    /// Makes another branch current and goes to its end.
    void select(std::size_t number) {
        if (number >= branches_.size()) throw std::out_of_range("no such branch");
        if (number == current_) return seek(end());
        const auto [time, commands] = common_past(number);
        forget_keyframes_after(time, commands);
        current_ = number;
        restore(keyframes_.empty() ? nullptr : &keyframes_.back());
        advance(end());
    }

    const std::vector<Branch>& branches() const { return branches_; }
    std::size_t current_branch() const { return current_; }

    /// The commands of the current branch, or of a given one, from the very start.
    const std::vector<Command>& journal() const { return current().commands; }
    const std::vector<Command>& journal(std::size_t number) const {
        return branches_.at(number).commands;
    }

    /// Takes over a recorded journal (ordered by time) of a fresh timeline, to be replayed by
    /// advance or seek; the model stays at the start.
    void adopt(std::vector<Command> commands, Time end) {
        Branch& branch = branches_[current_];
        if (branches_.size() > 1 || !branch.commands.empty()) {
            throw std::logic_error("a journal can be adopted by a fresh timeline only");
        }
        branch.end = std::max(end, now());
        branch.commands = std::move(commands);
    }

    const std::vector<Keyframe>& keyframes() const { return keyframes_; }

    /// Adds a keyframe that was saved with a recording. It is believed.
    void add_keyframe(Keyframe frame) {
        const auto place =
            std::upper_bound(keyframes_.begin(), keyframes_.end(), frame.time,
                             [](Time time, const Keyframe& other) { return time < other.time; });
        kept_bytes_ += frame.bytes.size();
        keyframes_.insert(place, std::move(frame));
    }

    std::size_t keyframe_bytes() const { return kept_bytes_; }
    Time keyframe_spacing() const { return spacing_; }

  private:
    const Branch& current() const { return branches_[current_]; }

    void give(const Command& command) {
        model_.apply(command);
        model_.advance(now());
        ++applied_;
    }

    static Time floor_to(Time time, Time step) { return time - ((time % step) + step) % step; }

    void run_to(Time time) {
        while (now() < time) {
            const Time grid = floor_to(now(), spacing_) + spacing_;
            if (grid > time) break;
            model_.advance(grid);
            if (keyframes_.empty() || keyframes_.back().time < grid) keep();
        }
        if (now() < time) model_.advance(time);
    }

    void keep() {
        keyframes_.push_back(Keyframe{now(), applied_, save(model_)});
        kept_bytes_ += keyframes_.back().bytes.size();
        while (kept_bytes_ > settings_.budget && !keyframes_.empty()) {
            spacing_ *= 2;
            drop_if([&](const Keyframe& frame) { return frame.time % spacing_ != 0; });
            if (keyframes_.size() == 1 && kept_bytes_ > settings_.budget) {
                drop_if([](const Keyframe&) { return true; });
            }
        }
    }

    template <class Predicate>
    void drop_if(Predicate predicate) {
        std::erase_if(keyframes_, [&](const Keyframe& frame) {
            if (!predicate(frame)) return false;
            kept_bytes_ -= frame.bytes.size();
            return true;
        });
    }

    void forget_keyframes_after(Time time, std::size_t commands) {
        drop_if(
            [&](const Keyframe& frame) { return frame.time > time || frame.commands > commands; });
    }

    void restore(const Keyframe* frame) {
        Model fresh = initial_;
        if (frame != nullptr) {
            load(fresh, frame->bytes);
        } else {
            fresh.advance(fresh.now());
        }
        model_ = std::move(fresh);
        applied_ = frame != nullptr ? frame->commands : 0;
    }

    /// How long the current branch and another were one: the time and the number of commands.
    std::pair<Time, std::size_t> common_past(std::size_t other) const {
        std::size_t left = current_;
        std::size_t right = other;
        Time time = never;
        std::size_t commands =
            std::min(current().commands.size(), branches_[other].commands.size());
        while (left != right) {  // a branch's number is greater than its parent's
            std::size_t& later = left > right ? left : right;
            time = std::min(time, branches_[later].from);
            commands = std::min(commands, branches_[later].own_from);
            later = *branches_[later].parent;
        }
        return {time, commands};
    }

    Model initial_;
    Model model_;
    Settings settings_;
    Time spacing_;
    std::vector<Branch> branches_;
    std::size_t current_ = 0;
    std::size_t applied_ = 0;          // commands of the current branch that the model has seen
    std::vector<Keyframe> keyframes_;  // of the current branch, by time
    std::size_t kept_bytes_ = 0;
};

}  // namespace engine
