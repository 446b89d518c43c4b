#include "engine/view/host.h"

#include <imgui.h>

#include <algorithm>

namespace engine::view {

struct Host::Context {
    ImGuiContext* imgui = nullptr;
};

namespace {

constexpr std::pair<ImGuiKey, Key> field_keys[] = {
    {ImGuiKey_LeftArrow, Key::left},
    {ImGuiKey_RightArrow, Key::right},
    {ImGuiKey_Home, Key::home},
    {ImGuiKey_End, Key::end},
    {ImGuiKey_Delete, Key::remove},
    {ImGuiKey_Backspace, Key::backspace},
    {ImGuiKey_A, Key::a},
    {ImGuiKey_C, Key::c},
    {ImGuiKey_V, Key::v},
    {ImGuiKey_X, Key::x},
    {ImGuiKey_Z, Key::z},
    {ImGuiKey_Y, Key::y},
};

}  // namespace

Host::Host(const Looks& looks) : looks_(looks), context_(std::make_unique<Context>()) {
    context_->imgui = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_->imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    io.ClipboardUserData = this;
    io.GetClipboardTextFn = [](void* self) {
        auto* host = static_cast<Host*>(self);
        if (host->get_clipboard) host->clipboard_ = host->get_clipboard();
        return host->clipboard_.c_str();
    };
    io.SetClipboardTextFn = [](void* self, const char* text) {
        auto* host = static_cast<Host*>(self);
        host->clipboard_ = text;
        if (host->set_clipboard) host->set_clipboard(host->clipboard_);
    };
    for (const auto& [library, own] : field_keys) io.KeyMap[library] = static_cast<int>(own);
    load_faces();
}

Host::~Host() {
    ImGui::DestroyContext(context_->imgui);
}

void Host::set_looks(const Looks& looks) {
    const bool other_scale = looks.scale != looks_.scale;
    looks_ = looks;
    looks_.scale = std::clamp(looks_.scale, 0.5F, 3.0F);
    if (other_scale) load_faces();
}

void Host::load_faces() {
    ImGui::SetCurrentContext(context_->imgui);
    missing_.clear();
    ui_.fonts = load_fonts(*ImGui::GetIO().Fonts, looks_.scale, missing_);
    ++faces_;
}

void Host::feed(const Input& input) {
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = input.mouse_inside
                      ? ImVec2{input.mouse.x * looks_.scale, input.mouse.y * looks_.scale}
                      : ImVec2{-1e6F, -1e6F};
    for (std::size_t i = 0; i < input.down.size(); ++i) io.MouseDown[i] = input.down[i];
    io.KeyShift = input.shift;
    io.KeyCtrl = input.control;
    io.KeyAlt = input.alt;
    for (std::size_t i = 0; i < key_count; ++i) io.KeysDown[i] = input.held[i];
    if (!input.text.empty()) io.AddInputCharactersUTF8(input.text.c_str());
}

void Host::frame(InputQueue& queue, int width, int height, double time,
                 const std::function<void(Ui&)>& screen) {
    ImGui::SetCurrentContext(context_->imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DeltaTime = static_cast<float>(std::clamp(time - time_, 1e-4, 0.1));
    time_ = time;
    const Input& input = queue.next(looks_.scale);
    feed(input);
    if (!io.Fonts->IsBuilt()) io.Fonts->Build();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("screen", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar(2);
    ui_.scale = looks_.scale;
    ui_.still = looks_.reduced_motion;
    ui_.theme = looks_.high_contrast ? high_contrast_theme() : light_theme();
    ui_.time = time;
    ui_.screen = {0, 0, io.DisplaySize.x / looks_.scale, io.DisplaySize.y / looks_.scale};
    ui_.list = ImGui::GetWindowDrawList();
    begin_frame(ui_, input);
    screen(ui_);
    end_frame(ui_);
    if (!queue.empty()) wake_in(ui_, 0);
    ImGui::End();
    ImGui::Render();
    ++frames_;
}

ImDrawData* Host::drawn() const {
    ImGui::SetCurrentContext(context_->imgui);
    return ImGui::GetDrawData();
}

}  // namespace engine::view
