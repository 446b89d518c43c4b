#include "engine/view/space_sight.h"

namespace engine::view {

bool can_be_seen(const scene::Box& box, const glm::mat4& lens, float pixels) {
    constexpr float least = 1.5F;  ///< pixels
    unsigned outside = 0x1F;
    glm::vec2 low{1e9F};
    glm::vec2 high{-1e9F};
    bool behind = false;
    for (int i = 0; i < 8; ++i) {
        const glm::vec3 corner{(i & 1) != 0 ? box.high.x : box.low.x,
                               (i & 2) != 0 ? box.high.y : box.low.y,
                               (i & 4) != 0 ? box.high.z : box.low.z};
        const glm::vec4 at = lens * glm::vec4(corner, 1);
        unsigned out = 0;
        if (at.x < -at.w) out |= 1U;
        if (at.x > at.w) out |= 2U;
        if (at.y < -at.w) out |= 4U;
        if (at.y > at.w) out |= 8U;
        if (at.w <= 0) out |= 16U;
        outside &= out;
        if (at.w <= 0.01F) {
            behind = true;
            continue;
        }
        const glm::vec2 place = glm::vec2(at) / at.w;
        low = glm::min(low, place);
        high = glm::max(high, place);
    }
    if (outside != 0) return false;
    const glm::vec2 size = (high - low) * (pixels * 0.5F);
    return behind || size.x > least || size.y > least;
}

}  // namespace engine::view
