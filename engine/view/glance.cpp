#include "engine/view/glance.h"

#include <imgui.h>

#include <cmath>

#include "engine/view/draw.h"
#include "engine/view/ui.h"

namespace engine::view {

void show_glance(Ui& ui, const Rect& rect, const Space& space, const scene::Camera& camera,
                 Glance& glance, bool fresh, Detail detail, float radius) {
    const Rect at = pixels(ui, rect);
    if (fresh) glance.camera = camera;
    SpaceView view;
    view.space = &space;
    view.camera = glance.camera;
    view.width = static_cast<int>(std::lround(at.w));
    view.height = static_cast<int>(std::lround(at.h));
    view.detail = detail;
    // So small that what is thinner than a pixel matters: four dots make one.
    view.share = 2;
    if (view.width <= 0 || view.height <= 0) return;
    if (fresh) glance.look = look_of(view);
    if (glance.look == 0) return;
    view.look = glance.look;
    view.of = &glance;
    ui.spaces.push_back(view);
    const std::uint64_t name = (view.look << 8U) | ui.spaces.size();
    ui.list->AddImageRounded(reinterpret_cast<ImTextureID>(name), {at.x, at.y},
                             {at.right(), at.bottom()}, {0, 1}, {1, 0}, IM_COL32_WHITE,
                             radius * ui.scale);
}

}  // namespace engine::view
