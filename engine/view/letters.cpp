#include "engine/view/letters.h"

#include <imgui.h>

namespace engine::view {

bool can_write(const Ui& ui, unsigned letter) {
    const ImFont* face = ui.fonts.faces[static_cast<std::size_t>(Type::body)];
    return face != nullptr && face->FindGlyphNoFallback(static_cast<ImWchar>(letter)) != nullptr;
}

}  // namespace engine::view
