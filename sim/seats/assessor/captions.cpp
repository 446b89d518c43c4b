// What is said below the picture: the sentence of the hands, and the critical window that is open.
#include <algorithm>

#include "sim/report/words.h"
#include "sim/seats/assessor/state.h"

namespace sim::seats {

using namespace engine::view;

namespace {

constexpr Time caption_time = 12 * engine::second;
constexpr float title_from = 560;  ///< narrower pictures have short captions
constexpr float caption_pad = 12;
constexpr float shape_room = 22;
constexpr float caption_gap = 3;

struct Caption {
    std::optional<Status> status;
    Token ink = Token::ink;
    std::string lead;  ///< who, before the words
    std::string text;
};

/// The last sentence of the trainee's hands before the shown moment.
const HandBlock* last_said(const AssessorState& state) {
    const std::vector<HandBlock>& hands = state.analysis->tracks.hands;
    const auto after =
        std::upper_bound(hands.begin(), hands.end(), state.now,
                         [](Time time, const HandBlock& block) { return time < block.from; });
    if (after == hands.begin()) return nullptr;
    const HandBlock& block = *(after - 1);
    return state.now - std::max(block.from, block.to) > caption_time ? nullptr : &block;
}

std::optional<Caption> said_caption(const AssessorState& state, const World& world,
                                    const Reader& reader) {
    const HandBlock* block = last_said(state);
    if (block == nullptr) return std::nullopt;
    const auto at = static_cast<std::size_t>(block->command);
    if (at >= state.player->commands().size()) return std::nullopt;
    Caption caption;
    if (block->refused) caption.status = Status::care;
    caption.lead = title_of(block->post, reader);
    caption.text = sentence_words(world, state.player->commands()[at], reader);
    return caption;
}

bool worth_a_caption(const AssessorState& state, const CriticalWindow& window) {
    return state.grade.lines[window.line].state != GradeState::committed;
}

std::optional<Caption> critical_caption(const AssessorState& state, float width,
                                        const Reader& reader) {
    for (const CriticalWindow& window : state.windows) {
        if (state.now < window.from || state.now > window.to) continue;
        if (!worth_a_caption(state, window)) continue;
        Caption caption;
        caption.status = window.met ? Status::info : Status::fault;
        caption.ink = window.met ? Token::ink : Token::fault;
        const std::string span = span_text(state.now - window.from);
        caption.text = width < title_from
                           ? words(reader, N_("Critical, open for {}"), {span})
                           : words(reader, N_("Critical, open for {0}: {1}"),
                                   {span, state.grade.lines[window.line].text.in(reader.language)});
        return caption;
    }
    return std::nullopt;
}

float lead_width(const Ui& ui, const Caption& caption) {
    return caption.lead.empty() ? 0 : measure(ui, Type::small, caption.lead).x + 8;
}

float words_room(const Ui& ui, const Caption& caption, float width) {
    return std::max(60.0F, width - 2 * caption_pad - lead_width(ui, caption) -
                               (caption.status ? shape_room : 0));
}

float caption_height(const Ui& ui, const std::optional<Caption>& caption, float width, int least) {
    const float line = spec(Type::small_strong).line;
    const float reserved = line * static_cast<float>(least);
    if (!caption) return reserved;
    const float room = words_room(ui, *caption, width);
    return std::max(reserved, measure(ui, Type::small_strong, caption->text, room).y);
}

void draw_caption(Ui& ui, const std::optional<Caption>& caption, const Rect& rect) {
    if (!caption) return;
    float x = rect.x + caption_pad;
    if (caption->status) {
        status_shape(ui, {x + 8, rect.y + 9}, 14, *caption->status);
        x += shape_room;
    }
    if (!caption->lead.empty()) text(ui, {x, rect.y}, Type::small, Token::ink_3, caption->lead);
    paragraph(ui,
              {x + lead_width(ui, *caption), rect.y, words_room(ui, *caption, rect.w) + 1, rect.h},
              Type::small_strong, caption->ink, caption->text);
}

/// Their lines are kept free while nothing is said.
int said_lines(float width) {
    return width < title_from ? 2 : 1;
}

int critical_lines(const AssessorState& state) {
    return std::any_of(state.windows.begin(), state.windows.end(),
                       [&](const auto& window) { return worth_a_caption(state, window); })
               ? 1
               : 0;
}

}  // namespace

float captions_height(const Ui& ui, AssessorState& state, const World& world, float width,
                      const Reader& reader) {
    if (!state.ready()) return 0;
    CaptionRoom& room = state.caption_room;
    if (room.width != width || room.language != reader.language) room = {width, reader.language};
    const int critical = critical_lines(state);
    room.said = std::max(room.said, caption_height(ui, said_caption(state, world, reader), width,
                                                   said_lines(width)));
    room.critical = std::max(
        room.critical, caption_height(ui, critical_caption(state, width, reader), width, critical));
    return 2 * caption_gap + room.said + (critical > 0 ? caption_gap : 0.0F) + room.critical;
}

void draw_captions(Ui& ui, const AssessorState& state, const World& world, Rect rect,
                   const Reader& reader) {
    if (!state.ready()) return;
    rect.cut_top(caption_gap);
    if (critical_lines(state) > 0) {
        draw_caption(ui, critical_caption(state, rect.w, reader),
                     rect.cut_top(state.caption_room.critical));
        rect.cut_top(caption_gap);
    }
    draw_caption(ui, said_caption(state, world, reader), rect);
}

}  // namespace sim::seats
