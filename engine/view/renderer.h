/// Puts the library's triangles on the screen by OpenGL 3.3. The picture is kept, and only what
/// changed of it is drawn: a software renderer pays for every pixel.
#pragma once

#include <span>

#include "engine/view/patches.h"

struct ImFontAtlas;

namespace engine::view {

class Renderer {
  public:
    /// Needs a current context. Throws std::runtime_error when it cannot be used.
    explicit Renderer(ImFontAtlas& faces);
    /// Needs the same context.
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// Other faces from now on.
    void set_faces(ImFontAtlas& faces);
    /// Brings the kept picture up to date.
    /// @param ground colour where nothing is drawn. @param views textures of what is seen in space,
    /// by number.
    void draw(const ImDrawData& drawn, unsigned ground, std::span<const unsigned> views = {});
    unsigned faces() const { return faces_; }
    /// Copies the kept picture into the window's back buffer.
    void present() const;
    /// The kept picture's rows from the bottom, four bytes a pixel.
    void read(unsigned char* bytes) const;
    /// The next picture is drawn as a whole.
    void forget() { patches_.forget(); }

  private:
    void set_size(int width, int height);
    void draw_patches(unsigned ground, std::span<const unsigned> views);
    void take(const Patches::Run& run, std::span<const unsigned> views) const;

    Patches patches_;
    int width_ = 0;
    int height_ = 0;
    unsigned solid_ = 0;    ///< program of triangles of one colour
    unsigned plain_ = 0;    ///< program of what has no texels
    unsigned texels_ = 0;   ///< program of what has texels
    unsigned view_ = 0;     ///< program of looks into space
    unsigned nearest_ = 0;  ///< sampler of texels that fall on pixels
    unsigned corners_ = 0;
    unsigned vertices_ = 0;
    unsigned indices_ = 0;
    unsigned faces_ = 0;
    // Where the picture is kept; 0: in the window's own back buffer.
    unsigned picture_ = 0;
    unsigned kept_ = 0;
};

}  // namespace engine::view
