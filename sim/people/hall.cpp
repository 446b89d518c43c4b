#include "sim/people/hall.h"

#include <algorithm>

namespace sim {
namespace {

std::vector<VoterId>* queue_of(Hall& hall, VoterPlace place) {
    switch (place) {
        case VoterPlace::desk_queue:
            return &hall.desk_queue;
        case VoterPlace::list_queue:
            return &hall.list_queue;
        case VoterPlace::booth_queue:
            return &hall.booth_queue;
        case VoterPlace::scanner_queue:
            return &hall.scanner_queue;
        default:
            return nullptr;
    }
}

/// The place at the nth scanner.
VoterId& place_at(Hall& hall, int scanner) {
    return scanner <= 0 ? hall.at_scanner
                        : hall.more_scanners[static_cast<std::size_t>(scanner - 1)].voter;
}

}  // namespace

VoterId Hall::voter_at(int scanner) const {
    return scanner <= 0 ? at_scanner : more_scanners[static_cast<std::size_t>(scanner - 1)].voter;
}

int Hall::scanner_of(VoterId voter) const {
    if (voter == no_voter) return 0;
    for (std::size_t i = 0; i < more_scanners.size(); ++i) {
        if (more_scanners[i].voter == voter) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::span<const std::string_view> voter_place_names() {
    static constexpr std::array<std::string_view, 9> names = {
        "desk_queue", "terminal",      "list_queue", "list_desk", "booth_queue",
        "booth",      "scanner_queue", "scanner",    "gone"};
    return names;
}

std::span<const std::string_view> scanner_step_names() {
    static constexpr std::array<std::string_view, 7> names = {
        "none", "waiting", "feeding", "in_scanner", "deciding", "unsure", "returned"};
    return names;
}

void leave_place(Hall& hall, VoterId id) {
    const Voter& voter = hall[id];
    if (std::vector<VoterId>* queue = queue_of(hall, voter.place)) {
        const auto found = std::find(queue->begin(), queue->end(), id);
        if (found != queue->end()) queue->erase(found);
        return;
    }
    switch (voter.place) {
        case VoterPlace::terminal:
            hall.at_terminal[static_cast<std::size_t>(voter.terminal)] = no_voter;
            break;
        case VoterPlace::list_desk:
            hall.at_list = no_voter;
            break;
        case VoterPlace::booth:
            --hall.booths_taken;
            break;
        case VoterPlace::scanner:
            place_at(hall, hall.scanner_of(id)) = no_voter;
            break;
        default:
            break;
    }
}

void move_to(Hall& hall, VoterId id, VoterPlace place, Time now, int number) {
    leave_place(hall, id);
    Voter& voter = hall.edit(id);
    voter.place = place;
    voter.step = ScannerStep::none;
    voter.since = now;
    ++voter.token;
    voter.clear(voter_flag::signing);
    if (std::vector<VoterId>* queue = queue_of(hall, place)) {
        queue->push_back(id);
        return;
    }
    switch (place) {
        case VoterPlace::terminal:
            voter.terminal = static_cast<std::int8_t>(number);
            hall.at_terminal[static_cast<std::size_t>(number)] = id;
            break;
        case VoterPlace::list_desk:
            hall.at_list = id;
            break;
        case VoterPlace::booth:
            ++hall.booths_taken;
            break;
        case VoterPlace::scanner:
            place_at(hall, number) = id;
            break;
        default:
            break;
    }
}

}  // namespace sim
