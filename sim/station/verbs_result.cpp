#include "engine/core/translate.h"
#include "sim/station/reach.h"
#include "sim/station/results.h"
#include "sim/station/verb.h"

namespace sim {
namespace {

using engine::minute;
using engine::second;

bool is_chair(const Command& command) {
    return command.actor == static_cast<PostId>(Post::chair);
}

Refusal convene_check(const World& world, const Command& command) {
    if (world.layout()[command.object].name != "commission") {
        return {Message::refused_kind, {command.object}};
    }
    if (world.count.convened) return already(command.object);
    if (!is_chair(command)) return {Message::refused_not_your_post, {command.actor}};
    if (room_value(world, Parameter::quorum) == 0) return {Message::refused_no_quorum, {}};
    return {};
}

void convene_effect(World& world, const Command& command) {
    world.count.convened = true;
    world.edit(command.object).flags |= part_flag::told;
    observe(world, Message::convened, command);
}

Refusal draw_check(const World& world, const Command& command) {
    if (world.layout()[command.object].name != "lots") {
        return {Message::refused_kind, {command.object}};
    }
    const bool stands = (world.part(command.object).flags & part_flag::voided) == 0;
    if (world.count.lots_drawn && stands) return already(command.object);
    if (!is_chair(command)) return {Message::refused_not_your_post, {command.actor}};
    if (!world.count.convened) return {Message::refused_not_now, {command.object}};
    return {};
}

void draw_effect(World& world, const Command& command) {
    world.count.lots_drawn = true;
    const bool in_order = room_value(world, Parameter::lots_in_order) != 0;
    std::uint8_t& flags = world.edit(command.object).flags;
    flags = static_cast<std::uint8_t>((flags & ~part_flag::voided) | part_flag::told |
                                      (in_order ? 0 : part_flag::voided));
    observe(world, in_order ? Message::lots_drawn : Message::lots_out_of_order, command);
}

constexpr Kinds piles{PartKind::pile};
constexpr Kinds papers{PartKind::paper};
constexpr Kinds fields{PartKind::field};
constexpr Kinds topics{PartKind::topic};
constexpr Kinds packable{PartKind::pile, PartKind::paper, PartKind::medium,
                         PartKind::card, PartKind::key,   PartKind::sim_card};

constexpr Verb table[] = {
    verb_row("convene", Kinds{PartKind::person}, 3 * minute,
             N_("Open the sitting of the commission and call the quorum"), convene_check,
             convene_effect),
    verb_row("draw", topics, 3 * minute, N_("Draw lots for the posts"), draw_check, draw_effect),
    {"count",
     piles,
     {},
     Use::none,
     Use::none,
     Use::none,
     0,
     false,
     N_("Count a pile by hand, sheet by sheet, in view of all"),
     count_check,
     count_effect,
     count_takes},
    verb_row("cancel", piles, 2 * minute,
             N_("Cancel unused ballots by cutting the lower corner off"), cancel_check,
             cancel_effect),
    verb_row("compare", topics, minute,
             N_("Lay receipts, signatures, ballots and the scanner's count side by side"),
             compare_check, compare_effect),
    {"write",
     fields,
     {},
     Use::none,
     Use::required,
     Use::none,
     8 * second,
     false,
     N_("Write a figure into a line of the protocol"),
     write_field_check,
     write_field_effect},
    {"write",
     papers,
     {},
     Use::none,
     Use::none,
     Use::optional,
     90 * second,
     false,
     N_("Draw up an act of incident or make an entry in the log book"),
     write_paper_check,
     write_paper_effect},
    {"explain",
     fields,
     {},
     Use::none,
     Use::none,
     Use::required,
     60 * second,
     false,
     N_("Write into the protocol why figures differ"),
     explain_check,
     explain_effect},
    verb_row("reconcile", fields, 15 * second,
             N_("Say of a control sum of the protocol that it adds up"), reconcile_check,
             reconcile_effect),
    {"copy",
     papers,
     {},
     Use::none,
     Use::optional,
     Use::none,
     5 * minute,
     false,
     N_("Make copies of a signed paper and hand them to the observers"),
     copy_check,
     copy_effect},
    verb_row("pack", packable, 40 * second,
             N_("Put something into its envelope or bag and seal it"), pack_check, pack_effect),
    verb_row("deliver", papers, 2 * minute, N_("Hand a paper over for the territorial commission"),
             deliver_paper_check, deliver_paper_effect),
    verb_row("deliver", Kinds{PartKind::medium}, 2 * minute,
             N_("Hand a packed medium to the courier and the escort, with an act"),
             deliver_medium_check, deliver_medium_effect),
    {"call",
     Kinds{PartKind::channel},
     {},
     Use::none,
     Use::none,
     Use::optional,
     20 * second,
     false,
     N_("Call the support line or the territorial commission"),
     call_check,
     call_effect},
    {"report",
     fields,
     {},
     Use::none,
     Use::required,
     Use::none,
     30 * second,
     false,
     N_("Report a figure to the territorial commission"),
     report_figure_check,
     report_figure_effect},
    {"report",
     topics,
     {},
     Use::none,
     Use::none,
     Use::optional,
     30 * second,
     false,
     N_("Report something to the territorial commission"),
     report_topic_check,
     report_topic_effect},
};

}  // namespace

std::span<const Verb> result_verbs() {
    return table;
}

}  // namespace sim
