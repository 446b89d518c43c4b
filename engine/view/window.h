/// A window of the desktop, or a surface that nobody sees: both with OpenGL 3.3.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/view/host.h"
#include "engine/view/input.h"

namespace engine::view {

/// Rows from the top, four bytes a pixel: red, green, blue, alpha.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bytes;
};

/// Writes a PNG. Returns whether it is on the disk.
bool save_png(const Picture& picture, const std::filesystem::path& file);

struct WindowPlan {
    std::string title;
    int width = 1280;
    int height = 800;
    bool offscreen = false;  ///< no display is needed, and nothing is shown
};

class Window {
  public:
    /// Opens it. Throws std::runtime_error with a sentence for the person when there is no display
    /// or no OpenGL.
    explicit Window(const WindowPlan& plan);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    int width() const;  ///< of the drawable, in pixels
    int height() const;

    /// Waits for something to happen, at most so many seconds, and hands over all that happened.
    void gather(InputQueue& queue, double wait);
    /// Draws what the host's last frame drew and shows it.
    void show(Host& host);
    /// Waits until what was shown is drawn: for measurements.
    void finish();
    /// The next picture is drawn anew in all its parts.
    void forget();
    /// The same into memory.
    Picture picture(Host& host);

    /// The letter on a key in the active layout of the keyboard: "Я" for Key::z in a Russian one.
    std::string cap(Key key) const;
    void set_title(const std::string& title);
    std::string clipboard() const;
    void set_clipboard(const std::string& text);

  private:
    struct Parts;
    bool draw(Host& host);
    void make_context();
    void drop_context();
    std::unique_ptr<Parts> parts_;
};

/// Seconds since the program began.
double seconds();

}  // namespace engine::view
