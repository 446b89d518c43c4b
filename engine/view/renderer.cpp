#include "engine/view/renderer.h"

#include <epoxy/gl.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "engine/view/shader.h"

namespace engine::view {

namespace {

constexpr const char* vertex_code = R"(#version 330
uniform vec2 frame;
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 within;
layout(location = 2) in vec4 colour;
noperspective out vec2 texel;
noperspective out vec4 ink;
flat out vec4 single_ink;
void main() {
    texel = within;
    ink = colour;
    single_ink = colour;
    gl_Position = vec4(place.x * frame.x - 1.0, 1.0 - place.y * frame.y, 0.0, 1.0);
}
)";

constexpr const char* texel_code = R"(#version 330
uniform sampler2D faces;
noperspective in vec2 texel;
noperspective in vec4 ink;
layout(location = 0) out vec4 pixel;
void main() {
    pixel = ink * texture(faces, texel);
}
)";

constexpr const char* view_code = R"(#version 330
uniform sampler2D faces;
noperspective in vec2 texel;
layout(location = 0) out vec4 pixel;
void main() {
    pixel = texture(faces, texel);
}
)";

constexpr const char* plain_code = R"(#version 330
noperspective in vec4 ink;
layout(location = 0) out vec4 pixel;
void main() {
    pixel = ink;
}
)";

constexpr const char* solid_code = R"(#version 330
flat in vec4 single_ink;
layout(location = 0) out vec4 pixel;
void main() {
    pixel = single_ink;
}
)";

/// Software renderers copy the window's back buffer to the screen and leave it as it is; others
/// exchange it for an older one.
bool keeps_back_buffer() {
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string_view renderer = name == nullptr ? "" : name;
    return renderer.find("llvmpipe") != std::string_view::npos ||
           renderer.find("softpipe") != std::string_view::npos;
}

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

}  // namespace

Renderer::Renderer(ImFontAtlas& faces)
    : solid_(link_program(vertex_code, solid_code)),
      plain_(link_program(vertex_code, plain_code)),
      texels_(link_program(vertex_code, texel_code)),
      view_(link_program(vertex_code, view_code)) {
    glGenSamplers(1, &nearest_);
    glSamplerParameteri(nearest_, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glSamplerParameteri(nearest_, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glGenVertexArrays(1, &corners_);
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindVertexArray(corners_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    constexpr int step = sizeof(ImDrawVert);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, step, offset(offsetof(ImDrawVert, pos)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, step, offset(offsetof(ImDrawVert, uv)));
    glEnableVertexAttribArray(2);
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, step, offset(offsetof(ImDrawVert, col)));
    glGenTextures(1, &faces_);
    if (!keeps_back_buffer()) {
        glGenTextures(1, &picture_);
        glGenFramebuffers(1, &kept_);
    }
    set_faces(faces);
}

Renderer::~Renderer() {
    glDeleteFramebuffers(1, &kept_);
    glDeleteTextures(1, &picture_);
    glDeleteTextures(1, &faces_);
    glDeleteBuffers(1, &indices_);
    glDeleteBuffers(1, &vertices_);
    glDeleteVertexArrays(1, &corners_);
    glDeleteSamplers(1, &nearest_);
    glDeleteProgram(view_);
    glDeleteProgram(texels_);
    glDeleteProgram(plain_);
    glDeleteProgram(solid_);
}

void Renderer::set_faces(ImFontAtlas& faces) {
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    faces.GetTexDataAsRGBA32(&pixels, &width, &height);
    glBindTexture(GL_TEXTURE_2D, faces_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    forget();
}

void Renderer::set_size(int width, int height) {
    if (width == width_ && height == height_) return;
    width_ = width;
    height_ = height;
    forget();
    if (kept_ == 0) return;
    glBindTexture(GL_TEXTURE_2D, picture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glBindFramebuffer(GL_FRAMEBUFFER, kept_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture_, 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        throw std::runtime_error("no OpenGL 3.3: it draws into no texture");
    }
}

void Renderer::draw(const ImDrawData& drawn, unsigned ground, std::span<const unsigned> views) {
    set_size(static_cast<int>(drawn.DisplaySize.x), static_cast<int>(drawn.DisplaySize.y));
    patches_.update(drawn, ground);
    if (!patches_.patches().empty()) draw_patches(ground, views);
}

void Renderer::draw_patches(unsigned ground, std::span<const unsigned> views) {
    glBindFramebuffer(GL_FRAMEBUFFER, kept_);
    glViewport(0, 0, width_, height_);
    for (const unsigned program : {solid_, plain_, texels_, view_}) {
        glUseProgram(program);
        glUniform2f(glGetUniformLocation(program, "frame"), 2.0F / static_cast<float>(width_),
                    2.0F / static_cast<float>(height_));
    }
    glBindVertexArray(corners_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    const auto& vertices = patches_.vertices();
    const auto& indices = patches_.indices();
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof vertices[0]),
                 vertices.data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(indices.size() * sizeof indices[0]), indices.data(),
                 GL_STREAM_DRAW);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    const auto scissor = [&](const Area& area) {
        glScissor(area.left, height_ - area.bottom, area.right - area.left, area.bottom - area.top);
    };
    const auto share = [&](unsigned shift) {
        return static_cast<float>(ground >> shift & 0xFFU) / 255;
    };
    glClearColor(share(IM_COL32_R_SHIFT), share(IM_COL32_G_SHIFT), share(IM_COL32_B_SHIFT), 1);
    for (const Patches::Patch& patch : patches_.patches()) {
        scissor(patch.area);
        if (!patch.filled) glClear(GL_COLOR_BUFFER_BIT);
        for (std::size_t i = 0; i < patch.runs; ++i) {
            const Patches::Run& run = patches_.runs()[patch.first_run + i];
            scissor(run.clip);
            take(run, views);
            glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(run.count), GL_UNSIGNED_INT,
                           offset(run.first * sizeof(std::uint32_t)));
        }
    }
    glDisable(GL_SCISSOR_TEST);
    glBindSampler(0, 0);
}

void Renderer::take(const Patches::Run& run, std::span<const unsigned> views) const {
    const Fill fill = run.fill;
    const bool opaque = fill == Fill::solid || fill == Fill::view;
    (opaque ? glDisable : glEnable)(GL_BLEND);
    glUseProgram(fill == Fill::solid  ? solid_
                 : fill == Fill::tint ? plain_
                 : fill == Fill::view ? view_
                                      : texels_);
    glBindSampler(0, fill == Fill::glyph ? nearest_ : 0);
    const bool view = (fill == Fill::view || fill == Fill::veil) && run.view < views.size();
    glBindTexture(GL_TEXTURE_2D, view ? views[run.view] : faces_);
}

void Renderer::present() const {
    if (kept_ == 0) return;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, kept_);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
}

void Renderer::read(unsigned char* bytes) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, kept_);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, bytes);
}

}  // namespace engine::view
