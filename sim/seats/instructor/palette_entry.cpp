// An entry of the catalogue, as the instructor reads it before it is used.

#include <algorithm>

#include "engine/core/quantity.h"
#include "sim/assessment/describe.h"
#include "sim/seats/instructor/state.h"
#include "sim/seats/station/acts.h"

namespace sim::seats {

using namespace engine::view;

namespace {

std::string_view kind_words(const FaultSpec& fault, const engine::Translator& _) {
    if (fault.kind == "human_error") return _("Human error");
    if (fault.kind == "condition") return _("Condition");
    if (fault.kind == "reference") return _("Reference");
    return _("Malfunction");
}

/// "Grip of the rollers…: 40 %, within 2 min, for 5 min".
std::string cause_words(const Cause& cause, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    const ParameterSpec& row = spec(cause.parameter);
    std::string words = std::string(_(row.help)) + ": ";
    words += engine::format_quantity(cause.value, row.unit);
    const auto add = [&](std::string_view pattern, Time span) {
        words += ", " + engine::fill(pattern, {engine::format_duration(span)});
    };
    if (cause.delay > 0) add(_("after {}"), cause.delay);
    if (cause.ramp > 0) add(_("within {}"), cause.ramp);
    if (cause.duration != engine::never) add(_("for {}"), cause.duration);
    return words;
}

/// "Secretary: Open: Cover".
std::string slip_words(const View& view, const Slip& slip) {
    std::string words;
    for (const Sentence& sentence : slip.sentences) {
        words += (words.empty() ? "" : "; ") +
                 sentence_words(view.world(), sentence.command, view.reader);
    }
    if (slip.by == no_post) return words;
    return std::string(title_of(slip.by, view.reader)) + ": " + words;
}

struct Pen {
    Ui& ui;
    float x;
    float y;
    float width;

    void head(std::string_view words) { y += caption(ui, {x, y + 4, width, 0}, words) + 4; }
    void line(std::string_view mark, std::string_view words) {
        constexpr float room = 18;
        text(ui, {x, y}, Type::small, Token::ink_3, mark);
        y += paragraph(ui, {x + room, y, width - room, 0}, Type::small, Token::ink, words) + 3;
    }
};

void draw_response(Pen& pen, const FaultSpec& fault, const Reader& reader) {
    const engine::Translator& _ = reader.translate;
    if (fault.recovery.steps.empty()) return;
    pen.head(_("Expected response"));
    int number = 0;
    std::string before;
    for (const Step& step : fault.recovery.steps) {
        const std::string& words = step.text.in(reader.language);
        // What several do alike is one step.
        if (words != before) pen.line(std::to_string(++number), words);
        before = words;
    }
}

}  // namespace

bool can_be_injected(const FaultSpec& fault) {
    return fault.kind != "reference";
}

std::string about(const FaultSpec& fault, const Reader& reader) {
    std::string words = fault.number + " · ";
    words += kind_words(fault, reader.translate);
    if (!fault.rate.empty()) words += ": " + fault.rate.in(reader.language);
    if (!fault.sources.empty()) words += " [" + engine::join(fault.sources) + "]";
    return words;
}

float draw_entry(View& view, Point at, float width, const FaultSpec& fault) {
    const Reader& reader = view.reader;
    const engine::Translator& _ = reader.translate;
    Pen pen{view.ui, at.x, at.y, width};
    if (!fault.signs.empty()) pen.head(_("Signs"));
    for (const sim::Sign& sign : fault.signs) pen.line("•", sign.text.in(reader.language));
    if (!fault.causes.empty() || !fault.slips.empty()) pen.head(_("Cause"));
    for (const Cause& cause : fault.causes) pen.line("•", cause_words(cause, reader));
    for (const Slip& slip : fault.slips) pen.line("•", slip_words(view, slip));
    draw_response(pen, fault, reader);
    if (!fault.note.empty()) {
        pen.head(_("Note"));
        pen.line("•", fault.note.in(reader.language));
    }
    pen.head(_("Sources"));
    pen.line("•", about(fault, reader));
    return pen.y - at.y;
}

}  // namespace sim::seats
