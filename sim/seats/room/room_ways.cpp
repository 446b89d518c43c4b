#include "sim/seats/room/room_ways.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "sim/seats/room/room_place.h"

namespace sim::seats {

namespace {

constexpr float body = 0.2F;  ///< m: how near to a thing one walks past it

}  // namespace

Ways::Ways(const RoomPlan& plan, const Layout& layout) {
    size_ = glm::max(
        glm::ivec2(glm::ceil(glm::vec2{metres(plan.size[0]), metres(plan.size[2])} / cell)),
        glm::ivec2(1));
    blocked_.resize(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y));
    for (const RoomFurniture& one : plan.furniture) {
        if (!stands(one.stands_for, layout)) continue;
        block(frame_at(one.at, one.turn), metres(one.size));
    }
    for (const DeviceSpec& device : layout.devices) {
        const DevicePlace* place = place_of(plan, device.device_class, device.number + 1);
        if (place != nullptr) block(frame_of(*place), {0.75F, 1, 0.8F});
    }
    close_pockets();
}

/// Between furniture there are places that no way leads to: only the largest floor is walked on.
void Ways::close_pockets() {
    std::vector<int> floor_of(blocked_.size(), -1);
    std::vector<std::size_t> sizes;
    for (std::size_t start = 0; start < blocked_.size(); ++start) {
        if (blocked_[start] || floor_of[start] >= 0) continue;
        const int floor = static_cast<int>(sizes.size());
        sizes.push_back(0);
        std::vector<std::size_t> open{start};
        floor_of[start] = floor;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            ++sizes.back();
            const glm::ivec2 here = cell_at(at);
            for (const glm::ivec2 by :
                 {glm::ivec2(1, 0), glm::ivec2(-1, 0), glm::ivec2(0, 1), glm::ivec2(0, -1)}) {
                const glm::ivec2 next = here + by;
                if (glm::clamp(next, glm::ivec2(0), size_ - 1) != next) continue;
                const std::size_t beside = index(next);
                if (blocked_[beside] || floor_of[beside] >= 0) continue;
                floor_of[beside] = floor;
                open.push_back(beside);
            }
        }
    }
    const auto largest =
        static_cast<int>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    for (std::size_t i = 0; i < blocked_.size(); ++i) blocked_[i] = floor_of[i] != largest;
}

void Ways::block(const glm::mat4& frame, const glm::vec3& size) {
    const glm::vec3 a(frame * glm::vec4(-body, 0, -body, 1));
    const glm::vec3 b(frame * glm::vec4(size.x + body, 0, size.z + body, 1));
    const glm::ivec2 low = cell_of({std::min(a.x, b.x), std::min(a.z, b.z)});
    const glm::ivec2 high = cell_of({std::max(a.x, b.x), std::max(a.z, b.z)});
    for (int y = low.y; y <= high.y; ++y) {
        for (int x = low.x; x <= high.x; ++x) blocked_[index({x, y})] = true;
    }
}

glm::ivec2 Ways::cell_of(glm::vec2 at) const {
    return glm::clamp(glm::ivec2(glm::floor(at / cell)), glm::ivec2(0), size_ - 1);
}

bool Ways::free(glm::vec2 at) const {
    return !blocked_[index(cell_of(at))];
}

glm::ivec2 Ways::nearest_free(glm::vec2 at) const {
    const glm::ivec2 own = cell_of(at);
    glm::ivec2 best = own;
    float least = 1e9F;
    for (int y = 0; y < size_.y; ++y) {
        for (int x = 0; x < size_.x; ++x) {
            const float away = glm::length(middle_of({x, y}) - at);
            if (blocked_[index({x, y})] || away >= least) continue;
            least = away;
            best = {x, y};
        }
    }
    return best;
}

bool Ways::straight(glm::vec2 from, glm::vec2 to) const {
    const int steps = std::max(1, static_cast<int>(glm::length(to - from) / (cell * 0.1F)));
    for (int i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(steps);
        if (!free(glm::mix(from, to, share))) return false;
    }
    return true;
}

std::vector<glm::vec2> Ways::way(glm::vec2 from, glm::vec2 to) const {
    // Whoever only moves up in a line looks for no way.
    if (glm::length(to - from) < 1 || straight(from, to)) return {to};
    const glm::ivec2 begin = nearest_free(from);
    const glm::ivec2 end = nearest_free(to);
    // From the end back, so that the way can be read forwards.
    std::vector<float> far(blocked_.size(), 1e9F);
    std::vector<glm::ivec2> next(blocked_.size(), glm::ivec2(-1));
    using Entry = std::pair<float, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    far[index(end)] = 0;
    open.emplace(0.0F, index(end));
    while (!open.empty()) {
        const auto [distance, at] = open.top();
        open.pop();
        if (distance > far[at]) continue;
        const glm::ivec2 here = cell_at(at);
        if (here == begin) break;
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const glm::ivec2 to_cell = here + glm::ivec2(dx, dy);
                const bool outside =
                    glm::clamp(to_cell, glm::ivec2(0), size_ - 1) != to_cell || to_cell == here;
                if (outside || blocked_[index(to_cell)]) continue;
                // No cutting of corners.
                if (blocked_[index({here.x + dx, here.y})] ||
                    blocked_[index({here.x, here.y + dy})]) {
                    continue;
                }
                const float step = distance + glm::length(glm::vec2(dx, dy));
                if (step >= far[index(to_cell)]) continue;
                far[index(to_cell)] = step;
                next[index(to_cell)] = here;
                open.emplace(step, index(to_cell));
            }
        }
    }
    std::vector<glm::vec2> cells;
    for (glm::ivec2 at = begin; at.x >= 0 && at != end; at = next[index(at)]) {
        cells.push_back(middle_of(at));
    }
    cells.push_back(middle_of(end));
    // Only the corners that are needed.
    std::vector<glm::vec2> corners{cells.front()};
    std::size_t at = 0;
    while (at + 1 < cells.size()) {
        std::size_t seen = cells.size() - 1;
        while (seen > at + 1 && !straight(cells[at], cells[seen])) --seen;
        corners.push_back(cells[seen]);
        at = seen;
    }
    corners.push_back(to);
    if (corners.size() > 2 && straight(from, corners[1])) corners.erase(corners.begin());
    return corners;
}

}  // namespace sim::seats
