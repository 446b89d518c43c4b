#include "engine/view/space.h"

#include <imgui.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "engine/view/draw.h"
#include "engine/view/ui.h"

namespace engine::view {

Image::Image() = default;
Image::~Image() = default;
Image::Image(Image&&) noexcept = default;
Image& Image::operator=(Image&&) noexcept = default;

std::uint64_t version_of(const scene::Mesh& mesh) {
    std::uint64_t hash =
        XXH3_64bits(mesh.vertices.data(), mesh.vertices.size() * sizeof(scene::Vertex));
    for (const scene::Piece& piece : mesh.pieces) {
        const std::uint32_t words[] = {static_cast<std::uint32_t>(piece.owner),
                                       static_cast<std::uint32_t>(piece.surface), piece.image,
                                       piece.first, piece.count};
        hash = XXH3_64bits_withSeed(words, sizeof words, hash);
    }
    return hash;
}

std::uint64_t version_of(const scene::LightMap& map) {
    return XXH3_64bits(map.texels.data(), map.texels.size() * sizeof(scene::Colour));
}

std::uint64_t look_of(const SpaceView& view) {
    const Space& space = *view.space;
    std::uint64_t hash =
        XXH3_64bits_withSeed(&view.camera, sizeof view.camera, space.fixed_version);
    const std::uint64_t words[] = {
        space.moving_version, space.map_version, static_cast<std::uint64_t>(view.width),
        static_cast<std::uint64_t>(view.height), static_cast<std::uint64_t>(view.detail)};
    hash = XXH3_64bits_withSeed(words, sizeof words, hash);
    hash = XXH3_64bits_withSeed(&view.share, sizeof view.share, hash);
    hash = XXH3_64bits_withSeed(&space.dim, sizeof space.dim, hash);
    for (const Image& image : space.images) {
        hash = XXH3_64bits_withSeed(&image.look, sizeof image.look, hash);
    }
    return hash;
}

namespace {

/// Panels that lie over a view. Those that are drawn before the view lie below it.
std::span<const Rect> panels_over(const Ui& ui) {
    return std::span(ui.state.panels).subspan(std::min(ui.panels.size(), ui.state.panels.size()));
}

constexpr float panel_corner = 9;  ///< more than it is rounded by

/// What lies over a view for sure, and far enough from where it is seen that nothing is missed.
std::vector<Rect> hidden_in(const Ui& ui, const Rect& at) {
    std::vector<Rect> hidden;
    for (const Rect& panel : panels_over(ui)) {
        const Rect inner = pixels(ui, common(panel.inset(panel_corner), ui.screen));
        const Rect part = common(inner, at);
        if (part.w > 32 && part.h > 32) hidden.push_back(part);
    }
    return hidden;
}

/// Where a view need not be put on the screen: below panels all but their rounded corners.
std::vector<Rect> covered_in(const Ui& ui, const Rect& at) {
    constexpr float line = 1;
    std::vector<Rect> covered;
    for (const Rect& panel : panels_over(ui)) {
        for (const auto& [x, y] : {std::pair(panel_corner, line), {line, panel_corner}}) {
            const Rect inner{panel.x + x, panel.y + y, panel.w - 2 * x, panel.h - 2 * y};
            const Rect part = common(pixels(ui, common(inner, ui.screen)), at);
            if (part.w > 0 && part.h > 0) covered.push_back(part);
        }
    }
    return covered;
}

/// An eye that moves on and on sees no detail: fewer pixels then keep its way smooth.
bool hurries(Ui& ui, const scene::Camera& camera, ViewState& state) {
    constexpr double close_by = 0.2;  // seconds
    const std::uint64_t eye = XXH3_64bits(&camera, sizeof camera);
    if (eye != state.eye) {
        if (ui.time < state.moved_at + close_by) state.hurry_until = ui.time + close_by;
        state.moved_at = state.eye == 0 ? -1 : ui.time;
        state.eye = eye;
    }
    if (state.hurry) state.hurry_until = ui.time + close_by;
    const double left = state.hurry_until - ui.time;
    if (left > 0) wake_in(ui, left);
    return left > 0;
}

float share_of(Detail detail, bool hurried) {
    switch (detail) {
        case Detail::low:
            return hurried ? 0.5F : 0.75F;
        case Detail::middle:
            return hurried ? 0.75F : 1;
        case Detail::high:
        case Detail::print:
            break;
    }
    return 1;
}

/// The rectangle without those, in rectangles: bands from edge to edge, joined where they may be.
std::vector<Rect> left_of(const Rect& all, const std::vector<Rect>& covered) {
    std::vector<float> edges{all.y, all.bottom()};
    for (const Rect& rect : covered) {
        edges.push_back(rect.y);
        edges.push_back(rect.bottom());
    }
    std::sort(edges.begin(), edges.end());
    std::vector<Rect> left;
    const auto add = [&left](const Rect& rect) {
        const auto above = std::find_if(left.begin(), left.end(), [&](const Rect& one) {
            return one.x == rect.x && one.w == rect.w && one.bottom() == rect.y;
        });
        if (above != left.end()) {
            above->h += rect.h;
        } else {
            left.push_back(rect);
        }
    };
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const float top = edges[i];
        const float bottom = edges[i + 1];
        if (bottom <= top) continue;
        std::vector<std::pair<float, float>> taken;
        for (const Rect& rect : covered) {
            if (rect.y < bottom && rect.bottom() > top) taken.emplace_back(rect.x, rect.right());
        }
        std::sort(taken.begin(), taken.end());
        float x = all.x;
        for (const auto& [from, to] : taken) {
            if (from > x) add({x, top, from - x, bottom - top});
            x = std::max(x, to);
        }
        if (x < all.right()) add({x, top, all.right() - x, bottom - top});
    }
    return left;
}

}  // namespace

void show_space(Ui& ui, const Rect& rect, const Space& space, const scene::Camera& camera,
                Detail detail, ViewState& state, float radius) {
    static_assert(sizeof(ImTextureID) == sizeof(std::uint64_t));
    const Rect at = pixels(ui, rect);
    SpaceView view{&space,
                   camera,
                   static_cast<int>(std::lround(at.w)),
                   static_cast<int>(std::lround(at.h)),
                   detail,
                   share_of(detail, hurries(ui, camera, state)),
                   {}};
    if (view.width <= 0 || view.height <= 0) return;
    if (radius == 0) view.hidden = hidden_in(ui, at);
    std::uint64_t look = look_of(view);
    // What was hidden and is seen again was never drawn: the mean begins anew.
    for (const Rect& one : view.hidden) look = XXH3_64bits_withSeed(&one, sizeof one, look);
    constexpr double rest = 0.6;  // seconds
    const bool smoothed = detail == Detail::print || state.sample + 1 >= most_samples;
    if (look != state.shown) {
        state.shown = look;
        state.sample = 0;
        state.changed_at = ui.time;
        wake_in(ui, rest);
    } else if (!smoothed && ui.time < state.changed_at + rest) {
        wake_in(ui, state.changed_at + rest - ui.time);
    } else if (!smoothed) {
        ++state.sample;
        wake_in(ui, 0);
    }
    view.of = &state;
    view.sample = state.sample;
    view.look = look + static_cast<std::uint64_t>(state.sample) * 0x9E3779B97F4A7C15U;
    ui.spaces.push_back(view);
    for (Rect& one : ui.spaces.back().hidden) one = one.moved(-at.x, -at.y);
    // The picture's name tells which view it is and how it looks: another look is drawn anew.
    const std::uint64_t name = (view.look << 8U) | ui.spaces.size();
    if (radius > 0) {
        ui.list->AddImageRounded(reinterpret_cast<ImTextureID>(name), {at.x, at.y},
                                 {at.right(), at.bottom()}, {0, 1}, {1, 0}, IM_COL32_WHITE,
                                 radius * ui.scale);
        return;
    }
    for (const Rect& part : left_of(at, covered_in(ui, at))) {
        const auto texel = [&](float x, float y) {
            return ImVec2{(x - at.x) / at.w, 1 - (y - at.y) / at.h};
        };
        ui.list->AddImage(reinterpret_cast<ImTextureID>(name), {part.x, part.y},
                          {part.right(), part.bottom()}, texel(part.x, part.y),
                          texel(part.right(), part.bottom()));
    }
}

struct Painting::Kept {
    ImDrawList* list = nullptr;
    std::vector<Rect> clips;
    Items items;
    std::vector<std::function<void(Ui&)>> later;
    float scale = 1;
    Rect screen;
};

Painting::Painting(Ui& ui, Image& image, int width, int height)
    : rect{0, 0, static_cast<float>(width) / ui.scale, static_cast<float>(height) / ui.scale},
      ui_(ui),
      image_(image),
      kept_(std::make_unique<Kept>()) {
    image.width = width;
    image.height = height;
    if (!image.list) image.list = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
    image.list->_ResetForNewFrame();
    image.list->PushClipRect({0, 0}, {static_cast<float>(width), static_cast<float>(height)});
    image.list->PushTextureID(ImGui::GetIO().Fonts->TexID);
    kept_->list = std::exchange(ui.list, image.list.get());
    kept_->clips = std::exchange(ui.clips, {});
    kept_->items = std::exchange(ui.items, {});
    kept_->later = std::exchange(ui.later, {});
    kept_->screen = std::exchange(ui.screen, rect);
}

Painting::~Painting() {
    std::uint64_t look =
        XXH3_64bits(image_.list->VtxBuffer.Data,
                    static_cast<std::size_t>(image_.list->VtxBuffer.size_in_bytes()));
    look = XXH3_64bits_withSeed(image_.list->IdxBuffer.Data,
                                static_cast<std::size_t>(image_.list->IdxBuffer.size_in_bytes()),
                                look);
    image_.look = look;
    ui_.list = kept_->list;
    ui_.clips = std::move(kept_->clips);
    ui_.items = std::move(kept_->items);
    ui_.later = std::move(kept_->later);
    ui_.screen = kept_->screen;
}

}  // namespace engine::view
