// What befalls ballots and what voters do wrong with them when a parameter of the room says so.
// Each has its own draw, so that these causes act also where background chance is off.

#include <algorithm>

#include "sim/station/reach.h"
#include "sim/station/voters.h"

namespace sim {
namespace {

constexpr std::int16_t code_unreadable = 300;  // contrast; estimate
constexpr std::int16_t fed_crookedly = 1000;

/// Draws of one purpose each, after those of conduct().
enum Draw : std::uint64_t {
    draw_crooked = 100,
    draw_fold,
    draw_haste,
    draw_hands_over,
    draw_code_dirt,
    draw_stamp,
    draw_smudge,
    draw_wrong_station,
};

bool drawn(const World& world, VoterId id, Parameter share, Draw draw) {
    const std::int64_t value = room_value(world, share);
    if (value <= 0) return false;
    const engine::Stream draws{world.setup->seed, static_cast<std::uint32_t>(draws_of(world, id)),
                               static_cast<std::uint32_t>(Purpose::voter_conduct)};
    return engine::chance(draws, draw, value, 1000);
}

Sheet& sheet_of(World& world, VoterId id) {
    return world.sheets.edit(static_cast<std::size_t>(world.hall[id].ballot));
}

/// Wet ink prints off on the next square, much lighter than the mark itself.
void smudge(Sheet& sheet, std::size_t candidates) {
    const auto end = sheet.marks.begin() + static_cast<std::ptrdiff_t>(candidates);
    const auto mark = std::max_element(sheet.marks.begin(), end);
    const auto next = mark + 1 == end ? sheet.marks.begin() : mark + 1;
    if (next != mark) *next = static_cast<std::int16_t>(std::max<int>(*next, *mark * 4 / 10));
}

}  // namespace

std::int64_t share_of(const World& world, Parameter parameter) {
    const std::int64_t value = room_value(world, parameter);
    if (world.setup->chance && !world.prelude) return value;
    const DeviceId room = world.layout().device_of(DeviceClass::room, 0);
    const std::int64_t usual =
        room == no_device ? spec(parameter).neutral
                          : world.layout().device(room).base[static_cast<std::size_t>(parameter)];
    return std::max<std::int64_t>(value - usual, 0);
}

MarkShares mark_shares(const World& world) {
    MarkShares shares{
        share_of(world, Parameter::overvote_share), share_of(world, Parameter::blank_share),
        share_of(world, Parameter::faint_share), share_of(world, Parameter::stray_share), true};
    const bool any = shares.over + shares.blank + shares.faint + shares.stray > 0;
    shares.chance = any || (world.setup->chance && !world.prelude);
    return shares;
}

void spoil_handed(World& world, VoterId id) {
    if (drawn(world, id, Parameter::wrong_station_share, draw_wrong_station)) {
        ++sheet_of(world, id).station;
    }
    if (drawn(world, id, Parameter::stamp_share, draw_stamp)) {
        sheet_of(world, id).contrast = code_unreadable;
    }
}

void spoil_marked(World& world, VoterId id) {
    const std::size_t candidates = world.setup->election.candidates.size();
    if (drawn(world, id, Parameter::code_dirt_share, draw_code_dirt)) {
        sheet_of(world, id).contrast = code_unreadable;
    }
    if (drawn(world, id, Parameter::smudge_share, draw_smudge)) {
        smudge(sheet_of(world, id), std::min(candidates, candidates_most));
    }
    if (drawn(world, id, Parameter::crooked_share, draw_crooked)) {
        sheet_of(world, id).skew = fed_crookedly;
    }
    if (drawn(world, id, Parameter::fold_share, draw_fold)) sheet_of(world, id).folded = 1;
}

void darken(Sheet& sheet, const std::array<std::int16_t, candidates_most>& before) {
    for (std::size_t i = 0; i < sheet.marks.size(); ++i) {
        if (sheet.marks[i] == 0) continue;
        sheet.marks[i] =
            static_cast<std::int16_t>(std::min(sheet.marks[i] + std::max<int>(before[i], 0), 1000));
    }
}

bool stays_clumsy(const World& world, VoterId id) {
    return drawn(world, id, Parameter::crooked_share, draw_crooked) ||
           drawn(world, id, Parameter::fold_share, draw_fold);
}

bool pushes_in(World& world, VoterId id) {
    const Scanner& scanner = voters_scanner(world, id);
    if (scanner.path != PathState::accepted || world.hall[id].feeds != 0) return false;
    if (!drawn(world, id, Parameter::haste_share, draw_haste)) return false;
    const Context about = scanner_context(world, id);
    return scanner_enabled(scanner, about) &&
           !scanner_feed_check(scanner, about, world.hall[id].ballot);
}

bool hands_over(const World& world, VoterId id) {
    return world.hall[id].feeds == 0 && !world.hall[id].has(voter_flag::held_out) &&
           drawn(world, id, Parameter::hand_over_share, draw_hands_over);
}

}  // namespace sim
