#include "sim/seats/assessor/condition_words.h"

#include <array>

#include "engine/core/phrase.h"
#include "sim/report/words.h"
#include "sim/seats/station/acts.h"
#include "sim/station/signals.h"

namespace sim::seats {

namespace {

/// How an attribute of a part reads when it is so and when it is not.
struct AttributeWords {
    std::string_view name;
    const char* so;
    const char* not_so;
};

constexpr AttributeWords attribute_words[] = {
    {"open", N_("open"), N_("closed")},
    {"on", N_("on"), N_("off")},
    {"holds", N_("something is in it"), N_("empty")},
    {"in", N_("put in"), N_("not put in")},
    {"connected", N_("plugged in"), N_("not plugged in")},
    {"broken", N_("broken"), N_("whole")},
    {"recorded", N_("number written down"), N_("number not written down")},
    {"witnessed", N_("seen by a second person"), N_("not seen by a second person")},
    {"read", N_("read aloud"), N_("not read aloud")},
    {"shown", N_("shown to all"), N_("not shown to all")},
    {"exists", N_("there is one"), N_("there is none")},
    {"posted", N_("put up"), N_("not put up")},
    {"voided", N_("cancelled"), N_("not cancelled")},
    {"counted", N_("counted"), N_("not counted")},
    {"told", N_("told"), N_("not told")},
    {"taped", N_("taped down"), N_("not taped down")},
    {"packed", N_("packed and sealed"), N_("not packed")},
    {"delivered", N_("delivered"), N_("not delivered")},
    {"reversed", N_("wrong way round"), N_("right way round")},
};

/// Where the same attribute means another thing for another kind of part.
AttributeWords words_for(std::string_view attribute, PartKind kind) {
    if (attribute == "open") {
        switch (kind) {
            case PartKind::latch:
                return {"", N_("fastened"), N_("released")};
            case PartKind::packing:
                return {"", N_("taken out"), N_("still inside")};
            case PartKind::toggle:
            case PartKind::unit:
                return {"", N_("on"), N_("off")};
            default:
                break;
        }
    }
    if (attribute == "holds" && kind == PartKind::seal_point) {
        return {"", N_("sealed"), N_("not sealed")};
    }
    if (attribute == "in" && kind == PartKind::plug) {
        return {"", N_("plugged in"), N_("not plugged in")};
    }
    if (attribute == "witnessed" && kind == PartKind::paper) {
        return {"", N_("shown to all"), N_("not shown to all")};
    }
    if (attribute == "recorded" && kind == PartKind::paper) {
        return {"", N_("read aloud"), N_("not read aloud")};
    }
    for (const AttributeWords& row : attribute_words) {
        if (row.name == attribute) return row;
    }
    return {};
}

const char* number_words(std::string_view attribute) {
    if (attribute == "signed" || attribute == "signatures") return N_("signatures");
    if (attribute == "dirt") return N_("dirt, in thousandths");
    return N_("number or amount");
}

std::string device_label(const Layout& layout, const SignalSpec& row, int unit,
                         const Reader& reader) {
    const DeviceId device = layout.device_of(row.scope, unit);
    if (device == no_device) return {};
    const DeviceSpec& spec = layout.device(device);
    const std::string& label = spec.label.in(reader.language);
    return label.empty() ? spec.name : label;
}

/// What is read: "Ballot scanner: what the screen shows".
std::string subject(const Layout& layout, SignalRef signal, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const SignalSpec& row = spec(signal);
    if (signal.signal <= -2) {
        const std::string& label = label_of(layout, static_cast<PartId>(signal.unit), reader);
        if (row.type == SignalType::boolean) return label;
        return label + ", " + std::string(_(number_words(row.name)));
    }
    const std::string help(_(row.help));
    if (row.scope == DeviceClass::room) return help;
    const std::string device = device_label(layout, row, signal.unit, reader);
    return device.empty() ? help : words(reader, N_("{0} – {1}"), {device, help});
}

std::string part_words(const Layout& layout, SignalRef signal, bool so, const Reader& reader) {
    const AttributeWords row =
        words_for(spec(signal).name, layout[static_cast<PartId>(signal.unit)].kind);
    if (row.so == nullptr) return std::string(reader.translate(so ? N_("yes") : N_("no")));
    return std::string(reader.translate(so ? row.so : row.not_so));
}

std::string value_words(const Layout& layout, SignalRef signal, std::int64_t value,
                        const Reader& reader) {
    if (spec(signal).type == SignalType::boolean && signal.signal <= -2) {
        return part_words(layout, signal, value != 0, reader);
    }
    return describe_value(layout, signal, value, reader);
}

/// The value for a comparison: "12 or more".
std::string compared(const Condition::Node& node, const std::string& value, const Reader& reader) {
    switch (node.comparison) {
        case Condition::Comparison::equal:
            return value;
        case Condition::Comparison::unequal:
            return words(reader, N_("not {}"), {value});
        case Condition::Comparison::less:
            return words(reader, N_("less than {}"), {value});
        case Condition::Comparison::at_most:
            return words(reader, N_("{} or less"), {value});
        case Condition::Comparison::more:
            return words(reader, N_("more than {}"), {value});
        case Condition::Comparison::at_least:
            return words(reader, N_("{} or more"), {value});
    }
    return value;
}

std::string comparison(const Condition::Node& node, const Layout& layout, const Reader& reader) {
    const SignalSpec& row = spec(node.signal);
    if (row.type == SignalType::time && row.name == "clock") {
        const bool later = node.comparison == Condition::Comparison::at_least ||
                           node.comparison == Condition::Comparison::more;
        return words(reader, later ? N_("it is {} or later") : N_("it is before {}"),
                     {clock_text(node.value, node.value % engine::minute == 0)});
    }
    std::string value;
    if (row.type == SignalType::boolean) {
        const bool unequal = node.comparison == Condition::Comparison::unequal;
        const bool so = (node.value != 0) != unequal;
        value = value_words(layout, node.signal, so ? 1 : 0, reader);
    } else {
        value = compared(node, value_words(layout, node.signal, node.value, reader), reader);
    }
    return words(reader, N_("{0}: {1}"), {subject(layout, node.signal, reader), value});
}

class Speaker {
  public:
    Speaker(const Condition& condition, const Layout& layout, const Reader& reader)
        : condition_(condition), layout_(layout), reader_(reader) {}

    std::string say(std::size_t at, bool inner) const {
        const Condition::Node& node = condition_.nodes[at];
        switch (node.kind) {
            case Condition::Kind::always:
                return {};
            case Condition::Kind::compare:
                return comparison(node, layout_, reader_);
            case Condition::Kind::negation:
                return words(reader_, N_("not so: {}"), {say(child(node, 0), true)});
            case Condition::Kind::lasting:
                return words(reader_, N_("{0}, for {1}"),
                             {say(child(node, 0), true), span_text(node.value)});
            case Condition::Kind::all:
                return join(node, N_("{0} and {1}"), N_("{0}; {1}"), inner);
            case Condition::Kind::any:
                return join(node, N_("{0} or {1}"), N_("{0} or {1}"), inner);
        }
        return {};
    }

  private:
    std::size_t child(const Condition::Node& node, int i) const {
        return static_cast<std::size_t>(
            condition_.children[static_cast<std::size_t>(node.first + i)]);
    }

    std::string join(const Condition::Node& node, const char* within, const char* outside,
                     bool inner) const {
        std::string text;
        for (int i = 0; i < node.count; ++i) {
            const std::string next = say(child(node, i), true);
            if (next.empty()) continue;
            text = text.empty() ? next : words(reader_, inner ? within : outside, {text, next});
        }
        return inner && node.count > 1 ? "(" + text + ")" : text;
    }

    const Condition& condition_;
    const Layout& layout_;
    const Reader& reader_;
};

}  // namespace

std::string condition_words(const Condition& condition, const Layout& layout,
                            const Reader& reader) {
    return condition.empty() ? std::string() : Speaker(condition, layout, reader).say(0, false);
}

std::string reading_words(const Layout& layout, SignalRef signal, std::int64_t value,
                          const Reader& reader) {
    return words(reader, N_("{0}: {1}"),
                 {subject(layout, signal, reader), value_words(layout, signal, value, reader)});
}

std::vector<std::string> step_words(const Step& step, const World& world, const Reader& reader) {
    const Layout& layout = world.layout();
    std::vector<std::string> list;
    if (step.post != no_post) {
        list.push_back(words(reader, N_("For: {}"), {std::string(title_of(step.post, reader))}));
    }
    const std::string when = condition_words(step.when, layout, reader);
    if (!when.empty()) list.push_back(words(reader, N_("Asked for when: {}"), {when}));
    std::string done = condition_words(step.done, layout, reader);
    if (done.empty()) {
        for (const Sentence& sentence : step.sentences) {
            const std::string said = sentence_words(world, sentence.command, reader);
            done = done.empty() ? said : words(reader, N_("{0}; {1}"), {done, said});
        }
    }
    if (!done.empty()) list.push_back(words(reader, N_("Done when: {}"), {done}));
    if (step.by != engine::never) {
        list.push_back(words(reader, N_("Not later than {}"),
                             {clock_text(step.by, step.by % engine::minute == 0)}));
    }
    if (step.within != engine::never) {
        list.push_back(words(reader, N_("Within {} of being asked for"), {span_text(step.within)}));
    }
    return list;
}

std::vector<std::string> violation_words(const Violation& violation, const Layout& layout,
                                         const Reader& reader) {
    return {words(reader, N_("Must never be so: {}"),
                  {condition_words(violation.when, layout, reader)})};
}

}  // namespace sim::seats
