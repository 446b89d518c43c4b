#include <algorithm>
#include <cmath>

#include "engine/scene/pick.h"
#include "sim/seats/room/room_view.h"

namespace sim::seats {

using engine::view::Point;
using engine::view::Rect;
using namespace engine::scene;

namespace {

/// What is smaller than that is too far away to be pointed at.
constexpr float least_seen = 3;

/// Andrew's monotone chain (1979).
std::vector<Point> hull(std::vector<Point> points) {
    std::sort(points.begin(), points.end(),
              [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    const auto turn = [](const Point& o, const Point& a, const Point& b) {
        return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
    };
    std::vector<Point> around;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t start = around.size();
        for (const Point& point : points) {
            while (around.size() >= start + 2 &&
                   turn(around[around.size() - 2], around.back(), point) <= 0) {
                around.pop_back();
            }
            around.push_back(point);
        }
        around.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return around;
}

struct Looker {
    const RoomScene& scene;
    const Camera& camera;
    const Rect& all;
    const Rect& middle;
    std::span<const Rect> covers;
    glm::mat4 lens;

    std::optional<Point> on_screen(const glm::vec3& point) const {
        const auto place = project(lens, point, all.w, all.h);
        if (!place) return std::nullopt;
        return Point{all.x + place->x, all.y + place->y};
    }

    /// On a whole pixel, for that is where a mouse can be.
    std::optional<Point> meets(PartId part, const Point& near) const {
        const Point at{std::round(near.x), std::round(near.y)};
        if (!middle.contains(at)) return std::nullopt;
        for (const Rect& cover : covers) {
            if (cover.inset(-1).contains(at)) return std::nullopt;
        }
        const Mesh* meshes[] = {&scene.space().moving, &scene.space().fixed};
        const auto hit =
            pick(meshes, ray_through(camera, at.x - all.x, at.y - all.y, all.w, all.h));
        if (!hit || hit->owner != part) return std::nullopt;
        return at;
    }

    /// A place where the part is met: the middle of what is seen of it, then here and there on it.
    std::optional<Point> place_on(PartId part, const Rect& rect, const Mesh& mesh,
                                  const std::vector<const Piece*>& pieces) const {
        if (const auto at = meets(part, rect.centre())) return at;
        std::size_t triangles = 0;
        for (const Piece* piece : pieces) triangles += piece->count / 3;
        const std::size_t step = std::max<std::size_t>(1, triangles / 24);
        std::size_t at = 0;
        for (const Piece* piece : pieces) {
            for (std::uint32_t i = 0; i + 2 < piece->count; i += 3, ++at) {
                if (at % step != 0) continue;
                const std::uint32_t* corner = &mesh.indices[piece->first + i];
                const glm::vec3 centre =
                    (mesh.vertices[corner[0]].at + mesh.vertices[corner[1]].at +
                     mesh.vertices[corner[2]].at) /
                    3.0F;
                const auto place = on_screen(centre);
                if (!place) continue;
                if (const auto met = meets(part, *place)) return met;
            }
        }
        return std::nullopt;
    }
};

}  // namespace

std::vector<RoomView::Seen> seen_parts(const RoomScene& scene, const World& world,
                                       const Camera& camera, const Rect& all, const Rect& middle,
                                       std::span<const Rect> covers) {
    const Looker looker{scene, camera, all, middle, covers, view_projection(camera, all.w / all.h)};
    const auto parts = static_cast<std::int32_t>(world.layout().parts.size());
    std::vector<RoomView::Seen> seen;
    for (const Mesh* mesh : {&scene.space().moving, &scene.space().fixed}) {
        std::map<std::int32_t, std::vector<const Piece*>> owners;
        for (const Piece& piece : mesh->pieces) {
            if (piece.owner >= 0 && piece.owner < parts && piece.count > 0) {
                owners[piece.owner].push_back(&piece);
            }
        }
        for (const auto& [owner, pieces] : owners) {
            std::vector<Point> points;
            for (const Piece* piece : pieces) {
                for (std::uint32_t i = 0; i < piece->count; ++i) {
                    const auto at =
                        looker.on_screen(mesh->vertices[mesh->indices[piece->first + i]].at);
                    if (at) points.push_back(*at);
                }
            }
            if (points.size() < 3) continue;
            RoomView::Seen one;
            one.part = static_cast<PartId>(owner);
            // Of one that is partly fixed what moves is enough: a name twice would lead keys round.
            const bool known = std::any_of(seen.begin(), seen.end(), [&](const auto& other) {
                return other.part == one.part;
            });
            if (known) continue;
            one.outline = hull(std::move(points));
            Point low = one.outline.front();
            Point high = low;
            for (const Point& point : one.outline) {
                low = {std::min(low.x, point.x), std::min(low.y, point.y)};
                high = {std::max(high.x, point.x), std::max(high.y, point.y)};
            }
            const Rect rect{low.x, low.y, high.x - low.x, high.y - low.y};
            one.rect = engine::view::common(rect, middle);
            if (one.rect.empty() || std::max(one.rect.w, one.rect.h) < least_seen) continue;
            const auto at = looker.place_on(one.part, one.rect, *mesh, pieces);
            if (!at) continue;
            one.at = *at;
            seen.push_back(std::move(one));
        }
    }
    return seen;
}

}  // namespace sim::seats
