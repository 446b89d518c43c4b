/// Where a picture is drawn anew.
#pragma once

#include "engine/view/patches.h"

namespace engine::view {

inline bool covers(const Patches& patches, int x, int y) {
    for (const Patches::Patch& patch : patches.patches()) {
        const Area& area = patch.area;
        if (x >= area.left && x < area.right && y >= area.top && y < area.bottom) return true;
    }
    return false;
}

}  // namespace engine::view
