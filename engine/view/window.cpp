#include "engine/view/window.h"

#include <SDL.h>
#include <epoxy/gl.h>
#include <fmt/format.h>
#include <imgui.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/view/draw.h"
#include "engine/view/renderer.h"
#include "engine/view/sdl_keys.h"
#include "engine/view/space_renderer.h"

namespace engine::view {

struct Window::Parts {
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    bool offscreen = false;
    std::unique_ptr<Renderer> renderer;
    std::unique_ptr<SpaceRenderer> spaces;  ///< once something is shown in space
    bool flat_only = false;                 ///< this machine could not draw a space
    int faces = 0;                          ///< that it has
};

namespace {

[[noreturn]] void fail(const char* what) {
    throw std::runtime_error(fmt::format("{}: {}", what, SDL_GetError()));
}

void gather_one(const SDL_Event& event, SDL_Window* window, InputQueue& queue) {
    InputEvent made;
    using Kind = InputEvent::Kind;
    switch (event.type) {
        case SDL_QUIT:
            made.kind = Kind::quit;
            break;
        case SDL_MOUSEMOTION: {
            int ww = 1;
            int wh = 1;
            int dw = 1;
            int dh = 1;
            SDL_GetWindowSize(window, &ww, &wh);
            SDL_GL_GetDrawableSize(window, &dw, &dh);
            made.kind = Kind::move;
            made.at = {static_cast<float>(event.motion.x) * static_cast<float>(dw) /
                           static_cast<float>(std::max(ww, 1)),
                       static_cast<float>(event.motion.y) * static_cast<float>(dh) /
                           static_cast<float>(std::max(wh, 1))};
            break;
        }
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            made.kind = Kind::button;
            made.button = event.button.button == SDL_BUTTON_LEFT    ? 0
                          : event.button.button == SDL_BUTTON_RIGHT ? 1
                                                                    : 2;
            made.down = event.type == SDL_MOUSEBUTTONDOWN;
            made.clicks = event.button.clicks;
            break;
        case SDL_MOUSEWHEEL:
            made.kind = Kind::wheel;
            made.wheel = event.wheel.preciseY;
            break;
        case SDL_KEYDOWN:
        case SDL_KEYUP: {
            made.kind = Kind::key;
            made.down = event.type == SDL_KEYDOWN;
            const auto mods = event.key.keysym.mod;
            made.key = {key_of(event.key.keysym.scancode), (mods & KMOD_SHIFT) != 0,
                        (mods & KMOD_CTRL) != 0, (mods & KMOD_ALT) != 0, event.key.repeat != 0};
            if (made.key.key == Key::none) return;
            break;
        }
        case SDL_TEXTINPUT:
            made.kind = Kind::text;
            made.text = event.text.text;
            break;
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_LEAVE) {
                made.kind = Kind::leave;
            } else if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
                made.kind = Kind::focus;
            } else {
                made.kind = Kind::size;
            }
            break;
        default:
            return;
    }
    queue.push(std::move(made));
}

}  // namespace

Window::Window(const WindowPlan& plan) : parts_(std::make_unique<Parts>()) {
    parts_->offscreen = plan.offscreen;
    if (plan.offscreen) SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) fail("no display");
    // Without a display the library falls back on surfaces that nobody would see.
    const std::string driver = SDL_GetCurrentVideoDriver();
    if (!plan.offscreen && (driver == "offscreen" || driver == "dummy")) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        throw std::runtime_error("no display");
    }
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    const unsigned flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    parts_->window = SDL_CreateWindow(plan.title.c_str(), SDL_WINDOWPOS_CENTERED,
                                      SDL_WINDOWPOS_CENTERED, plan.width, plan.height, flags);
    if (parts_->window == nullptr) fail("no window");
    SDL_SetWindowMinimumSize(parts_->window, 640, 440);
    make_context();
    SDL_StartTextInput();
}

Window::~Window() {
    drop_context();
    if (parts_->window != nullptr) SDL_DestroyWindow(parts_->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void Window::make_context() {
    parts_->context = SDL_GL_CreateContext(parts_->window);
    if (parts_->context == nullptr) fail("no OpenGL 3.3");
    SDL_GL_SetSwapInterval(parts_->offscreen ? 0 : 1);
}

void Window::drop_context() {
    parts_->spaces.reset();
    parts_->renderer.reset();
    if (parts_->context != nullptr) SDL_GL_DeleteContext(parts_->context);
    parts_->context = nullptr;
}

int Window::width() const {
    int w = 0;
    SDL_GL_GetDrawableSize(parts_->window, &w, nullptr);
    return std::max(w, 1);
}

int Window::height() const {
    int h = 0;
    SDL_GL_GetDrawableSize(parts_->window, nullptr, &h);
    return std::max(h, 1);
}

void Window::gather(InputQueue& queue, double wait) {
    SDL_Event event;
    const int most = static_cast<int>(std::clamp(wait, 0.0, 3600.0) * 1000);
    if (most > 0) {
        if (SDL_WaitEventTimeout(&event, most) == 0) return;
        gather_one(event, parts_->window, queue);
    }
    while (SDL_PollEvent(&event) != 0) gather_one(event, parts_->window, queue);
}

bool Window::draw(Host& host) {
    if (SDL_GL_MakeCurrent(parts_->window, parts_->context) != 0) {
        drop_context();
        make_context();
    }
    const ImDrawData* drawn = host.drawn();
    if (drawn == nullptr) return false;
    if (!parts_->flat_only && !host.ui().space_works) {
        host.ui().space_works = true;
        wake_in(host.ui(), 0);
    }
    ImFontAtlas& faces = *ImGui::GetIO().Fonts;
    if (!parts_->renderer) {
        parts_->renderer = std::make_unique<Renderer>(faces);
    } else if (parts_->faces != host.faces()) {
        parts_->renderer->set_faces(faces);
    }
    parts_->faces = host.faces();
    std::span<const unsigned> views;
    if (!host.ui().spaces.empty()) {
        try {
            if (!parts_->spaces) parts_->spaces = std::make_unique<SpaceRenderer>();
            views = parts_->spaces->draw(host.ui().spaces, parts_->renderer->faces());
            host.ui().space_cost = parts_->spaces->cost();
        } catch (const std::runtime_error&) {
            parts_->spaces.reset();
            parts_->flat_only = true;
            host.ui().space_works = false;
            wake_in(host.ui(), 0);
        }
    }
    parts_->renderer->draw(*drawn, packed(host.ui(), Token::ground), views);
    return true;
}

void Window::show(Host& host) {
    if (draw(host)) parts_->renderer->present();
    SDL_GL_SwapWindow(parts_->window);
}

void Window::finish() {
    glFinish();
}

void Window::forget() {
    if (parts_->renderer) parts_->renderer->forget();
}

Picture Window::picture(Host& host) {
    if (!draw(host)) return {};
    const ImVec2 size = host.drawn()->DisplaySize;
    Picture picture{static_cast<int>(size.x), static_cast<int>(size.y), {}};
    const auto row = static_cast<std::size_t>(picture.width) * 4;
    std::vector<std::uint8_t> upside(row * static_cast<std::size_t>(picture.height));
    parts_->renderer->read(upside.data());
    picture.bytes.reserve(upside.size());
    for (int y = picture.height - 1; y >= 0; --y) {
        const auto from =
            upside.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row);
        picture.bytes.insert(picture.bytes.end(), from, from + static_cast<std::ptrdiff_t>(row));
    }
    for (std::size_t i = 3; i < picture.bytes.size(); i += 4) picture.bytes[i] = 255;
    return picture;
}

std::string Window::cap(Key key) const {
    const SDL_Keycode code = SDL_GetKeyFromScancode(scancode_of(key));
    const std::string name = SDL_GetKeyName(code);
    return name.empty() ? name_of(KeyPress{key}) : name;
}

void Window::set_title(const std::string& title) {
    SDL_SetWindowTitle(parts_->window, title.c_str());
}

std::string Window::clipboard() const {
    char* text = SDL_GetClipboardText();
    std::string copy = text == nullptr ? "" : text;
    SDL_free(text);
    return copy;
}

void Window::set_clipboard(const std::string& text) {
    SDL_SetClipboardText(text.c_str());
}

bool save_png(const Picture& picture, const std::filesystem::path& file) {
    return stbi_write_png(file.c_str(), picture.width, picture.height, 4, picture.bytes.data(),
                          picture.width * 4) != 0;
}

double seconds() {
    static_assert(sizeof(Uint64) == 8);
    return static_cast<double>(SDL_GetPerformanceCounter()) /
           static_cast<double>(SDL_GetPerformanceFrequency());
}

}  // namespace engine::view
