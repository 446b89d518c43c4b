/// The drawing library around a screen: one context, one atlas of faces, one full-window surface.
/// Without a renderer it is the null backend: screens run in microseconds, and their register tells
/// what they show.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/view/ui.h"

struct ImDrawData;

namespace engine::view {

struct Looks {
    float scale = 1;  ///< 1 to 2
    bool high_contrast = false;
    bool reduced_motion = false;

    friend bool operator==(const Looks&, const Looks&) = default;
};

class Host {
  public:
    explicit Host(const Looks& looks);
    ~Host();
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    /// Other looks from the next frame on; faces are made anew when the scale changes.
    void set_looks(const Looks& looks);
    const Looks& looks() const { return looks_; }
    /// Grows by one with each set of faces: a renderer then makes its texture anew.
    int faces() const { return faces_; }

    /// Runs one frame of a screen. @param width, height in pixels. @param time in seconds.
    void frame(InputQueue& queue, int width, int height, double time,
               const std::function<void(Ui&)>& screen);
    /// What the frame drew; nothing before the first.
    ImDrawData* drawn() const;

    /// The register of the last frame.
    const Items& items() const { return ui_.state.last; }
    /// Seconds until the screen wants to be drawn again.
    double wake() const { return ui_.wake; }
    /// False for a frame in which a panel came, went or moved over a space: where it was the space
    /// is missing. Another frame, asked for at once, has it.
    bool settled() const { return ui_.settled; }
    long frames() const { return frames_; }
    /// Packages whose faces are missing.
    const std::vector<std::string>& missing() const { return missing_; }
    Ui& ui() { return ui_; }

    /// For text fields: the clipboard's two ends. Empty ones keep it within the program.
    std::function<std::string()> get_clipboard;
    std::function<void(const std::string&)> set_clipboard;

  private:
    void load_faces();
    void feed(const Input& input);

    Looks looks_;
    Ui ui_;
    int faces_ = 0;
    long frames_ = 0;
    double time_ = 0;
    std::vector<std::string> missing_;
    std::string clipboard_;
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace engine::view
