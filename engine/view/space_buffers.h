/// Meshes and pictures on the graphics card. All of it needs a current context. For
/// space_renderer.cpp only.
#pragma once

#include <epoxy/gl.h>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <vector>

#include "engine/view/space.h"

namespace engine::view {

using scene::Surface;

/// A mesh on the graphics card.
struct SpaceBuffers {
    unsigned array = 0, vertices = 0, indices = 0;
    std::uint64_t version = 0;
    struct Run {
        Surface surface{};
        std::uint16_t image = 0;
        std::size_t first_range = 0, ranges = 0;
    };
    /// Triangles that lie together: drawn when what bounds them can be seen.
    struct Range {
        std::uint32_t first = 0, count = 0;
        scene::Box bounds;
    };
    std::vector<Run> runs;
    std::vector<Range> ranges;

    SpaceBuffers() {
        glGenVertexArrays(1, &array);
        glGenBuffers(1, &vertices);
        glGenBuffers(1, &indices);
        glBindVertexArray(array);
        glBindBuffer(GL_ARRAY_BUFFER, vertices);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
        constexpr int step = sizeof(scene::Vertex);
        const auto floats = [&](unsigned place, int count, std::size_t at) {
            glEnableVertexAttribArray(place);
            glVertexAttribPointer(place, count, GL_FLOAT, GL_FALSE, step,
                                  reinterpret_cast<const void*>(at));
        };
        const auto bytes = [&](unsigned place, std::size_t at) {
            glEnableVertexAttribArray(place);
            glVertexAttribPointer(place, 4, GL_UNSIGNED_BYTE, GL_TRUE, step,
                                  reinterpret_cast<const void*>(at));
        };
        floats(0, 3, offsetof(scene::Vertex, at));
        floats(1, 3, offsetof(scene::Vertex, normal));
        floats(2, 2, offsetof(scene::Vertex, texel));
        bytes(3, offsetof(scene::Vertex, colour));
        bytes(4, offsetof(scene::Vertex, light));
    }
    ~SpaceBuffers() {
        glDeleteBuffers(1, &indices);
        glDeleteBuffers(1, &vertices);
        glDeleteVertexArrays(1, &array);
    }
    SpaceBuffers(const SpaceBuffers&) = delete;
    SpaceBuffers& operator=(const SpaceBuffers&) = delete;

    /// Triangles of one surface and image lie together, whatever piece they are of.
    void take(const scene::Mesh& mesh, std::uint64_t as) {
        if (version == as && !runs.empty()) return;
        version = as;
        runs.clear();
        ranges.clear();
        std::vector<std::uint32_t> sorted;
        sorted.reserve(mesh.indices.size());
        std::vector<const scene::Piece*> pieces;
        for (const scene::Piece& piece : mesh.pieces) pieces.push_back(&piece);
        std::stable_sort(pieces.begin(), pieces.end(), [](const auto* a, const auto* b) {
            return a->surface != b->surface ? a->surface < b->surface : a->image < b->image;
        });
        for (const scene::Piece* piece : pieces) {
            if (piece->count == 0) continue;
            if (runs.empty() || runs.back().surface != piece->surface ||
                runs.back().image != piece->image) {
                runs.push_back({piece->surface, piece->image, ranges.size(), 0});
            }
            const std::size_t first = sorted.size();
            const auto from = mesh.indices.begin() + piece->first;
            sorted.insert(sorted.end(), from, from + piece->count);
            ranges.push_back({static_cast<std::uint32_t>(first), piece->count, piece->bounds});
            ++runs.back().ranges;
        }
        glBindVertexArray(array);
        glBindBuffer(GL_ARRAY_BUFFER, vertices);
        glBufferData(GL_ARRAY_BUFFER,
                     static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(scene::Vertex)),
                     mesh.vertices.data(), GL_DYNAMIC_DRAW);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                     static_cast<GLsizeiptr>(sorted.size() * sizeof(std::uint32_t)), sorted.data(),
                     GL_DYNAMIC_DRAW);
    }
};

/// What a view is drawn into: `shown` is what is put on the screen.
struct SpaceTarget {
    int width = 0, height = 0;
    std::uint64_t look = 0;
    unsigned shown = 0, shown_frame = 0;
    unsigned drawn = 0, drawn_frame = 0, depth = 0;  ///< a single picture, with its depth
    long used = 0;                                   ///< in which frame

    ~SpaceTarget() { drop(); }
    SpaceTarget() = default;
    SpaceTarget(const SpaceTarget&) = delete;
    SpaceTarget& operator=(const SpaceTarget&) = delete;

    void drop() {
        for (unsigned* name : {&shown, &drawn}) glDeleteTextures(1, name);
        for (unsigned* name : {&shown_frame, &drawn_frame}) glDeleteFramebuffers(1, name);
        glDeleteRenderbuffers(1, &depth);
        shown = shown_frame = drawn = drawn_frame = depth = 0;
    }

    /// One to draw into.
    static unsigned texture(int w, int h) {
        unsigned name = 0;
        glGenTextures(1, &name);
        glBindTexture(GL_TEXTURE_2D, name);
        for (const unsigned filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
            glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
        }
        for (const unsigned wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) {
            glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
        }
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, w, h, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        return name;
    }

    static void complete() {
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
            throw std::runtime_error("no OpenGL 3.3: it draws into no texture");
        }
    }

    /// @param share of the pixels where it is shown.
    void resize(int w, int h, float share) {
        if (w == width && h == height) return;
        drop();
        width = w;
        height = h;
        look = 0;
        shown = texture(w, h);
        if (share > 1) {
            glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
        } else if (share == 1) {
            for (const unsigned filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
                glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
            }
        }
        glGenFramebuffers(1, &shown_frame);
        glBindFramebuffer(GL_FRAMEBUFFER, shown_frame);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, shown, 0);
        complete();
        glClearColor(0, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        drawn = texture(w, h);
        glGenRenderbuffers(1, &depth);
        glBindRenderbuffer(GL_RENDERBUFFER, depth);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, w, h);
        glGenFramebuffers(1, &drawn_frame);
        glBindFramebuffer(GL_FRAMEBUFFER, drawn_frame);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, drawn, 0);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
        complete();
        glBindFramebuffer(GL_FRAMEBUFFER, shown_frame);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
        complete();
    }
};

}  // namespace engine::view
