#include "sim/scenario/read_procedure.h"

#include <fmt/format.h>

#include <set>

#include "sim/scenario/read_steps.h"
#include "sim/station/sentence.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::Node;

std::optional<Sentence> read_sentence(const Node& node, const Words& words, Speaker speaker,
                                      Place& place) {
    if (node.kind != Node::Kind::scalar) {
        place.report(node, fmt::format("expected a sentence, found {}", engine::describe(node)));
        return std::nullopt;
    }
    if (place.full()) return std::nullopt;
    auto parsed = parse_step_sentence(words.layout, node.scalar);
    if (const auto* error = std::get_if<SentenceError>(&parsed)) {
        const int quote = node.quoted ? 1 : 0;
        place.report(engine::Key{"", node.line, node.column + quote + error->column - 1},
                     error->message.english());
        return std::nullopt;
    }
    Sentence& sentence = std::get<Sentence>(parsed);
    const Verb& said = verb(sentence.command.verb);
    if (speaker == Speaker::commission && said.instructor) {
        place.report(node, fmt::format("\"{}\" is for the instructor and the scenario only: no "
                                       "step can ask for it",
                                       said.name));
    }
    sentence.text = node.scalar;
    sentence.line = node.line;
    return std::move(sentence);
}

Violation read_violation(const Node& node, const Words& words, Place& place) {
    Form form(node, "violation", place);
    Violation violation;
    violation.id = form.name("id");
    violation.text = form.localized("text");
    violation.when = read_condition(form, "when", words);
    violation.critical = form.boolean("critical");
    violation.competency = form.name("competency");
    violation.points = static_cast<int>(form.whole("points"));
    violation.source = form.text("source");
    form.finish();
    return violation;
}

}  // namespace

std::vector<Violation> read_violations(Form& form, const Words& words, Place& place) {
    std::vector<Violation> never;
    for (const Node& item : form.list("never")) {
        never.push_back(read_violation(item, words, place));
    }
    return never;
}

std::vector<Sentence> read_sentences(Form& form, std::string_view key, const Words& words,
                                     Speaker speaker) {
    std::vector<Sentence> sentences;
    const Node* node = form.find(key);
    if (node == nullptr) return sentences;
    const auto add = [&](const Node& item) {
        if (auto sentence = read_sentence(item, words, speaker, form.place())) {
            sentences.push_back(*std::move(sentence));
        }
    };
    if (node->kind == Node::Kind::scalar) {
        add(*node);
    } else {
        for (const Node& item : form.list(key)) add(item);
    }
    return sentences;
}

Condition read_condition(Form& form, std::string_view key, const Words& words) {
    const Node* node = form.find(key);
    if (node == nullptr) return {};
    return read_condition(*node, key, words.signals, form.place());
}

Procedure read_procedure(const Node& node, std::string_view id, const Words& words, Place& place) {
    Form form(node, "procedure", place);
    Procedure procedure;
    procedure.file = place.file;
    procedure.id = form.name("procedure");
    if (!procedure.id.empty() && procedure.id != id) {
        form.problem(
            "procedure",
            fmt::format("procedure: \"{}\" stands in a file called \"{}.yaml\"", procedure.id, id));
    }
    procedure.id = id;
    procedure.title = form.localized("title");
    procedure.priority = static_cast<int>(form.whole("priority"));
    procedure.steps = read_steps(form.list("steps"), words, place);
    std::set<std::string> ids;
    for (const Step& step : procedure.steps) ids.insert(step.id);
    for (const Node& item : form.list("never")) {
        procedure.never.push_back(read_violation(item, words, place));
        const std::string& name = procedure.never.back().id;
        if (!name.empty() && !ids.insert(name).second) {
            place.report(item, fmt::format("duplicate id \"{}\" in this procedure", name));
        }
    }
    form.finish();
    return procedure;
}

}  // namespace sim
