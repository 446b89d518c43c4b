// What proves a line of the grade: what made it due, what the trainee said then, what was seen.
#include <algorithm>
#include <charconv>

#include "sim/report/parts.h"
#include "sim/report/words.h"
#include "sim/seats/assessor/condition_words.h"
#include "sim/seats/assessor/state.h"
#include "sim/seats/station/acts.h"
#include "sim/station/signals.h"

namespace sim::seats {

using engine::view::Status;

namespace {

constexpr std::size_t sentences_shown = 6;
constexpr std::size_t others_shown = 3;
constexpr Time just_before = 20 * engine::second;

/// The parts that a step is about.
std::vector<PartId> parts_of(const LineSource& source) {
    std::vector<PartId> parts;
    const auto add = [&](PartId part) {
        if (part != no_part) parts.push_back(part);
    };
    const auto add_condition = [&](const Condition& condition) {
        for (const Condition::Node& node : condition.nodes) {
            const bool of_part = node.kind == Condition::Kind::compare && node.signal.signal <= -2;
            if (of_part) add(static_cast<PartId>(node.signal.unit));
        }
    };
    if (source.step != nullptr) {
        for (const Sentence& sentence : source.step->sentences) {
            add(sentence.command.object);
            add(sentence.command.target);
        }
        add_condition(source.step->done);
    }
    if (source.violation != nullptr) add_condition(source.violation->when);
    return parts;
}

std::int64_t value_of(const SignalSpec& row, const std::string& text, bool& known) {
    known = true;
    if (row.type == SignalType::boolean) return text == "true" || text == "1" ? 1 : 0;
    for (std::size_t i = 0; i < row.choices.size(); ++i) {
        if (row.choices[i] == text) return static_cast<std::int64_t>(i);
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    known = error == std::errc() && end == text.data() + text.size() && row.unit == "count";
    return value;
}

std::string evidence_words(const Evidence& evidence, const Layout& layout, const Reader& reader) {
    const auto signal = find_signal(layout, evidence.signal);
    if (!signal) return evidence.signal + ": " + evidence.value;
    bool known = false;
    const std::int64_t value = value_of(spec(*signal), evidence.value, known);
    if (known) return reading_words(layout, *signal, value, reader);
    return words(reader, N_("{0}: {1}"),
                 {std::string(reader.translate(spec(*signal).help)), evidence.value});
}

class Collector {
  public:
    Collector(const AssessorState& state, const GradeLine& line, const World& world,
              const Reader& reader)
        : analysis_(*state.analysis),
          commands_(state.player->commands()),
          line_(line),
          world_(world),
          reader_(reader),
          end_(state.last()),
          parts_(parts_of(source_of(state.analysis->facts.plan, line.id))) {}

    std::vector<EvidenceRow> collect() {
        const LineSource source = source_of(analysis_.facts.plan, line_.id);
        if (line_.asked != engine::never) add_asked(source);
        add_sentences();
        if (line_.due != engine::never && line_.due <= end_ &&
            (line_.decided == engine::never || line_.decided > line_.due)) {
            add(line_.due, Status::care, {}, words(reader_, N_("The time limit")));
        }
        if (line_.decided != engine::never) {
            add_decision();
        } else if (line_.state == GradeState::missed) {
            add(end_, Status::fault, {}, words(reader_, N_("Not done up to here")), true);
        }
        std::stable_sort(rows_.begin(), rows_.end(),
                         [](const auto& a, const auto& b) { return a.time < b.time; });
        return std::move(rows_);
    }

  private:
    void add(Time time, Status status, std::string lead, std::string text, bool decisive = false) {
        rows_.push_back({time, status, std::move(lead), std::move(text), decisive});
    }

    void add_asked(const LineSource& source) {
        std::string text;
        if (source.step != nullptr) {
            text = condition_words(source.step->when, world_.layout(), reader_);
        }
        if (text.empty()) text = words(reader_, N_("Its turn comes"));
        add(line_.asked, Status::info, {}, std::move(text));
        for (const Observation& one : analysis_.tracks.observed) {
            const bool then = one.time == line_.asked && spec(one.message).level >= Level::event;
            if (!then || spec(one.message).audience != Audience::everyone) continue;
            add(one.time, Status::info, {}, describe(one, analysis_.setup(), reader_));
            break;
        }
    }

    bool about_it(const Command& command) const {
        const auto has = [&](PartId part) {
            return part != no_part && std::find(parts_.begin(), parts_.end(), part) != parts_.end();
        };
        return has(command.object) || has(command.target);
    }

    const Command* command_of(const HandBlock& block) const {
        const auto at = static_cast<std::size_t>(block.command);
        return at < commands_.size() ? &commands_[at] : nullptr;
    }

    /// What the trainee said about it, and where that is nothing, what was said instead.
    void add_sentences() {
        // What never had its turn may yet have been tried.
        const bool no_turn = line_.asked == engine::never;
        const Time from = !no_turn                         ? line_.asked
                          : line_.decided != engine::never ? line_.decided - just_before
                                                           : analysis_.tracks.start;
        const Time to = line_.decided != engine::never ? line_.decided : end_;
        std::vector<const HandBlock*> own;
        std::vector<const HandBlock*> others;
        for (const HandBlock& block : analysis_.tracks.hands) {
            const Command* command = command_of(block);
            if (command == nullptr || block.to < from || block.from > to) continue;
            (about_it(*command) ? own : others).push_back(&block);
        }
        if (own.empty() && !no_turn) {
            others.resize(std::min(others.size(), others_shown));
            own = others;
        }
        if (own.size() > sentences_shown) {
            own.erase(own.begin() + sentences_shown / 2,
                      own.end() - static_cast<std::ptrdiff_t>(sentences_shown / 2));
        }
        for (const HandBlock* block : own) add_sentence(*block);
    }

    void add_sentence(const HandBlock& block) {
        const Command& command = *command_of(block);
        std::string text = sentence_words(world_, command, reader_);
        Status status = Status::info;
        const auto at = static_cast<std::size_t>(block.command);
        if (block.refused && at < analysis_.tracks.outcomes.size()) {
            const Refusal& refusal = analysis_.tracks.outcomes[at].refusal;
            text = words(reader_, N_("{0} – refused: {1}"),
                         {text, describe(refusal, analysis_.setup(), reader_)});
            status = Status::care;
        }
        add(block.from, status, std::string(title_of(block.post, reader_)), std::move(text));
    }

    /// What was seen at the moment of the decision and has to do with it.
    const Observation* decisive() const {
        const PostId post = find_post(line_.post);
        for (const Observation& one : analysis_.tracks.observed) {
            if (one.time != line_.decided) continue;
            const bool of_part =
                std::any_of(one.arguments.begin(), one.arguments.end(), [&](std::int64_t argument) {
                    return std::find(parts_.begin(), parts_.end(), argument) != parts_.end();
                });
            if (of_part && (post == no_post || one.actor == post)) return &one;
        }
        return nullptr;
    }

    void add_decision() {
        const Status status = status_of(line_);
        std::string text;
        for (const Evidence& evidence : line_.evidence) {
            const std::string next = evidence_words(evidence, world_.layout(), reader_);
            text = text.empty() ? next : words(reader_, N_("{0}; {1}"), {text, next});
        }
        std::string lead;
        const Observation* seen = text.empty() ? decisive() : nullptr;
        if (seen != nullptr) {
            text = describe(*seen, analysis_.setup(), reader_);
            if (seen->actor != no_post) lead = title_of(seen->actor, reader_);
        }
        if (text.empty()) {
            text = line_.asked == line_.decided ? words(reader_, N_("It was so already"))
                                                : state_text(line_, reader_);
        }
        add(line_.decided, status, std::move(lead), std::move(text), true);
    }

    const Analysis& analysis_;
    const std::vector<Command>& commands_;
    const GradeLine& line_;
    const World& world_;
    const Reader& reader_;
    Time end_;
    std::vector<PartId> parts_;
    std::vector<EvidenceRow> rows_;
};

}  // namespace

const ItemText& item_text(AssessorState& state, const Reader& reader) {
    ItemText& item = state.item;
    const GradeLine* line = state.line();
    const World* world = shown_world(state);
    if (line == nullptr || world == nullptr) {
        item = {};
        return item;
    }
    if (item.line == line->id && item.language == reader.language && item.judged == state.judged) {
        return item;
    }
    item = {};
    item.line = line->id;
    item.language = reader.language;
    item.judged = state.judged;
    item.title = line_title(*line, state.analysis->facts, reader);
    item.state = state_text(*line, reader);
    const LineSource source = source_of(state.analysis->facts.plan, line->id);
    if (source.step != nullptr) item.condition = step_words(*source.step, *world, reader);
    if (source.violation != nullptr) {
        item.condition = violation_words(*source.violation, world->layout(), reader);
    }
    item.evidence = Collector(state, *line, *world, reader).collect();
    return item;
}

}  // namespace sim::seats
