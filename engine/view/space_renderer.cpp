#include "engine/view/space_renderer.h"

#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>

#include "engine/view/shader.h"
#include "engine/view/space_shaders.h"
#include "engine/view/space_sight.h"
#include "engine/view/window.h"

namespace engine::view {

using scene::Surface;

namespace {

const void* bytes_in(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

constexpr std::array<float, 4> sky{0.80F, 0.88F, 0.95F, 1};

/// Where samples lie within a pixel: spread evenly, the first in its middle.
constexpr std::array<std::array<float, 2>, most_samples> jitter{{{0, 0},
                                                                 {0.25F, -0.375F},
                                                                 {-0.375F, 0.125F},
                                                                 {0.4375F, 0.1875F},
                                                                 {-0.125F, -0.4375F},
                                                                 {-0.25F, 0.4375F},
                                                                 {0.125F, 0.3125F},
                                                                 {-0.4375F, -0.1875F}}};

}  // namespace

/// What a space has on the graphics card.
struct SpaceRenderer::Store {
    /// An image as it was painted.
    struct Painted {
        unsigned texture = 0;
        unsigned frame = 0;
        int width = 0, height = 0;
        std::uint64_t look = 0;
    };
    SpaceBuffers fixed, moving;
    unsigned map = 0;
    std::uint64_t map_version = 0;
    std::vector<Painted> images;
    long used = 0;

    Store() { glGenTextures(1, &map); }
    ~Store() {
        glDeleteTextures(1, &map);
        for (const Painted& image : images) {
            glDeleteTextures(1, &image.texture);
            glDeleteFramebuffers(1, &image.frame);
        }
    }
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
};

SpaceRenderer::SpaceRenderer() {
    const auto make = [](const char* kind) {
        const std::string head = std::string("#version 330\n#define ") + kind + "\n";
        Program program;
        program.name = link_program(head + corner_code, head + pixel_code);
        program.lens = glGetUniformLocation(program.name, "lens");
        program.eye = glGetUniformLocation(program.name, "eye");
        program.dim = glGetUniformLocation(program.name, "dim");
        return program;
    };
    plain_ = make("PLAIN");
    mapped_ = make("MAPPED");
    matte_plain_ = make("MATTE\n#define PLAIN");
    matte_mapped_ = make("MATTE\n#define MAPPED");
    lamp_ = make("MATTE\n#define LAMP");
    image_ = make("MATTE\n#define IMAGE");
    flat_ = link_program(flat_corner_code, flat_pixel_code);
    average_ = link_program(cover_corner_code, cover_pixel_code);
    glGenVertexArrays(1, &empty_);
    glGenVertexArrays(1, &flat_array_);
    glGenBuffers(1, &flat_vertices_);
    glGenBuffers(1, &flat_indices_);
    glBindVertexArray(flat_array_);
    glBindBuffer(GL_ARRAY_BUFFER, flat_vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, flat_indices_);
    constexpr int step = sizeof(ImDrawVert);
    for (const unsigned place : {0U, 1U, 2U}) glEnableVertexAttribArray(place);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, step, bytes_in(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, step, bytes_in(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, step,
                          bytes_in(offsetof(ImDrawVert, col)));
}

SpaceRenderer::~SpaceRenderer() {
    targets_.clear();
    stores_.clear();
    glDeleteBuffers(1, &flat_indices_);
    glDeleteBuffers(1, &flat_vertices_);
    glDeleteVertexArrays(1, &flat_array_);
    glDeleteVertexArrays(1, &empty_);
    for (const Program& program : {plain_, mapped_, matte_plain_, matte_mapped_, lamp_, image_}) {
        glDeleteProgram(program.name);
    }
    glDeleteProgram(average_);
    glDeleteProgram(flat_);
}

std::span<const unsigned> SpaceRenderer::draw(std::span<const SpaceView> views, unsigned faces) {
    ++frame_;
    textures_.clear();
    glDisable(GL_SCISSOR_TEST);
    glBindSampler(0, 0);
    glActiveTexture(GL_TEXTURE0);
    for (std::size_t i = 0; i < views.size(); ++i) {
        const SpaceView& view = views[i];
        // One that belongs to nobody is known by its place.
        const void* of = view.of != nullptr ? view.of : bytes_in(i + 1);
        std::unique_ptr<SpaceTarget>& kept = targets_[of];
        if (!kept) kept = std::make_unique<SpaceTarget>();
        SpaceTarget& target = *kept;
        target.used = frame_;
        std::unique_ptr<Store>& store = stores_[view.space];
        if (!store) store = std::make_unique<Store>();
        if (store->used != frame_) update(*store, *view.space, faces);
        store->used = frame_;
        draw_view(target, view, *store);
        textures_.push_back(target.shown);
    }
    constexpr long most = 300;
    std::erase_if(stores_, [&](const auto& one) { return one.second->used + most < frame_; });
    std::erase_if(targets_, [&](const auto& one) { return one.second->used + most < frame_; });
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    return textures_;
}

void SpaceRenderer::update(Store& store, const Space& space, unsigned faces) {
    store.fixed.take(space.fixed, space.fixed_version);
    store.moving.take(space.moving, space.moving_version);
    if (store.map_version != space.map_version && !space.map.texels.empty()) {
        store.map_version = space.map_version;
        glBindTexture(GL_TEXTURE_2D, store.map);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, space.map.width, space.map.height, 0, GL_RGBA,
                     GL_UNSIGNED_BYTE, space.map.texels.data());
    }
    for (std::size_t i = 0; i < space.images.size(); ++i) {
        if (space.images[i].list) paint(store, space.images[i], i, faces);
    }
}

void SpaceRenderer::paint(Store& store, const Image& image, std::size_t index, unsigned faces) {
    if (store.images.size() <= index) store.images.resize(index + 1);
    Store::Painted& painted = store.images[index];
    if (painted.look == image.look && painted.texture != 0) return;
    painted.look = image.look;
    if (painted.texture == 0 || painted.width != image.width || painted.height != image.height) {
        glDeleteTextures(1, &painted.texture);
        painted.texture = SpaceTarget::texture(image.width, image.height);
        painted.width = image.width;
        painted.height = image.height;
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
        if (painted.frame == 0) glGenFramebuffers(1, &painted.frame);
        glBindFramebuffer(GL_FRAMEBUFFER, painted.frame);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, painted.texture,
                               0);
        SpaceTarget::complete();
    }
    glBindFramebuffer(GL_FRAMEBUFFER, painted.frame);
    glViewport(0, 0, image.width, image.height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(flat_);
    glUniform2f(glGetUniformLocation(flat_, "frame"), 2.0F / static_cast<float>(image.width),
                2.0F / static_cast<float>(image.height));
    glBindTexture(GL_TEXTURE_2D, faces);
    glBindVertexArray(flat_array_);
    glBindBuffer(GL_ARRAY_BUFFER, flat_vertices_);
    const ImDrawList& list = *image.list;
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                 GL_STREAM_DRAW);
    glEnable(GL_SCISSOR_TEST);
    constexpr unsigned kind =
        sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;  // set by the library's build
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const auto left = static_cast<int>(command.ClipRect.x);
        const auto top = static_cast<int>(command.ClipRect.y);
        const int wide = static_cast<int>(command.ClipRect.z) - left;
        const int high = static_cast<int>(command.ClipRect.w) - top;
        if (wide <= 0 || high <= 0) continue;
        // The picture's top is the texture's first row.
        glScissor(left, top, wide, high);
        glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<int>(command.ElemCount), kind,
                                 bytes_in(command.IdxOffset * sizeof(ImDrawIdx)),
                                 static_cast<int>(command.VtxOffset));
    }
    glDisable(GL_SCISSOR_TEST);
    glBindTexture(GL_TEXTURE_2D, painted.texture);
    glGenerateMipmap(GL_TEXTURE_2D);
}

void SpaceRenderer::draw_view(SpaceTarget& target, const SpaceView& view, const Store& store) {
    const auto size = [&](int pixels) {
        return std::max(1, static_cast<int>(static_cast<float>(pixels) * view.share));
    };
    target.resize(size(view.width), size(view.height), view.share);
    if (target.look == view.look) return;
    const bool follows = target.look != 0 && view.sample > 0;
    target.look = view.look;
    // The first large ones tell what this machine can do.
    constexpr int few = 6;
    const bool measure = measured_ < few && target.width * target.height > 500'000;
    const double began = measure ? seconds() : 0;
    // The first of a picture goes straight to where it is shown.
    glBindFramebuffer(GL_FRAMEBUFFER, follows ? target.drawn_frame : target.shown_frame);
    draw_scene(view, store, target, view.sample);
    if (measure) {
        glFinish();
        ++measured_;
        // The first one compiles shaders.
        if (measured_ > 1) {
            const double one = seconds() - began;
            cost_ = measured_ == 2 ? one : cost_ * 0.7 + one * 0.3;
        }
    }
    if (follows) add_sample(target, view.sample);
    for (int sample = 1; view.detail == Detail::print && sample < most_samples; ++sample) {
        glBindFramebuffer(GL_FRAMEBUFFER, target.drawn_frame);
        draw_scene(view, store, target, sample);
        add_sample(target, sample);
    }
    if (view.share <= 1) return;
    glBindTexture(GL_TEXTURE_2D, target.shown);
    glGenerateMipmap(GL_TEXTURE_2D);
}

/// Makes what is shown the mean of one more picture.
void SpaceRenderer::add_sample(const SpaceTarget& target, int sample) const {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glBindFramebuffer(GL_FRAMEBUFFER, target.shown_frame);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(average_);
    glUniform1f(glGetUniformLocation(average_, "share"), 1.0F / static_cast<float>(sample + 1));
    glBindTexture(GL_TEXTURE_2D, target.drawn);
    glBindVertexArray(empty_);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void SpaceRenderer::draw_scene(const SpaceView& view, const Store& store, const SpaceTarget& target,
                               int number) {
    const int width = target.width;
    const int height = target.height;
    glViewport(0, 0, width, height);
    glClearColor(sky[0], sky[1], sky[2], 1);
    glDepthMask(GL_TRUE);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    // Where something lies over the picture nothing is nearer than that.
    if (!view.hidden.empty()) {
        const float across = static_cast<float>(width) / static_cast<float>(view.width);
        const float down = static_cast<float>(height) / static_cast<float>(view.height);
        glEnable(GL_SCISSOR_TEST);
        glClearDepth(0);
        for (const Rect& rect : view.hidden) {
            const auto from_x = static_cast<int>(std::ceil(rect.x * across));
            const auto to_x = static_cast<int>(std::floor(rect.right() * across));
            const auto from_y = static_cast<int>(std::ceil(rect.y * down));
            const auto to_y = static_cast<int>(std::floor(rect.bottom() * down));
            glScissor(from_x, height - to_y, to_x - from_x, to_y - from_y);
            glClear(GL_DEPTH_BUFFER_BIT);
        }
        glClearDepth(1);
        glDisable(GL_SCISSOR_TEST);
    }
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    // What lies below the picture in the window never shines through it.
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);
    scene::Camera camera = view.camera;
    const auto sample = static_cast<std::size_t>(std::clamp(number, 0, most_samples - 1));
    camera.shift += glm::vec2(jitter[sample][0] * 2 / static_cast<float>(width),
                              jitter[sample][1] * 2 / static_cast<float>(height));
    const glm::mat4 lens = scene::view_projection(
        camera, static_cast<float>(view.width) / static_cast<float>(view.height));
    const auto use = [&](const Program& program) {
        glUseProgram(program.name);
        glUniformMatrix4fv(program.lens, 1, GL_FALSE, &lens[0][0]);
        glUniform3f(program.eye, camera.eye.x, camera.eye.y, camera.eye.z);
        const glm::vec3& dim = view.space->dim;
        glUniform3f(program.dim, dim.x, dim.y, dim.z);
    };
    const auto both = [&](Surface surface) {
        draw_mesh(store.moving, store, surface, lens, static_cast<float>(width));
        draw_mesh(store.fixed, store, surface, lens, static_cast<float>(width));
    };
    const bool matte = view.detail == Detail::low;
    use(matte ? matte_plain_ : plain_);
    both(Surface::plain);
    use(matte ? matte_mapped_ : mapped_);
    both(Surface::mapped);
    use(lamp_);
    both(Surface::lamp);
    // What lies on something lies a little nearer.
    glEnable(GL_POLYGON_OFFSET_FILL);
    glPolygonOffset(-1, -2);
    use(image_);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    both(Surface::image);
    glUniform3f(image_.dim, 1, 1, 1);
    both(Surface::screen);
    glDisable(GL_POLYGON_OFFSET_FILL);
    use(matte ? matte_plain_ : plain_);
    glDepthMask(GL_FALSE);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    both(Surface::glass);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
}

void SpaceRenderer::draw_mesh(const SpaceBuffers& buffers, const Store& store, Surface surface,
                              const glm::mat4& lens, float pixels) {
    glBindVertexArray(buffers.array);
    for (const SpaceBuffers::Run& run : buffers.runs) {
        if (run.surface != surface) continue;
        counts_.clear();
        firsts_.clear();
        for (std::size_t i = 0; i < run.ranges; ++i) {
            const SpaceBuffers::Range& range = buffers.ranges[run.first_range + i];
            if (!can_be_seen(range.bounds, lens, pixels)) continue;
            const void* first = bytes_in(range.first * sizeof(std::uint32_t));
            const auto* end = firsts_.empty() ? nullptr
                                              : static_cast<const std::uint32_t*>(firsts_.back()) +
                                                    counts_.back();
            if (end == first && end != nullptr) {
                counts_.back() += static_cast<int>(range.count);
            } else {
                firsts_.push_back(first);
                counts_.push_back(static_cast<int>(range.count));
            }
        }
        if (counts_.empty()) continue;
        if (surface == Surface::mapped) glBindTexture(GL_TEXTURE_2D, store.map);
        if (surface == Surface::image || surface == Surface::screen) {
            if (run.image >= store.images.size()) continue;
            glBindTexture(GL_TEXTURE_2D, store.images[run.image].texture);
        }
        glMultiDrawElements(GL_TRIANGLES, counts_.data(), GL_UNSIGNED_INT, firsts_.data(),
                            static_cast<int>(counts_.size()));
    }
}

}  // namespace engine::view
