#include "engine/view/fonts.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <imgui.h>
#include <imgui_freetype.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace engine::view {

namespace {

constexpr std::array<TypeSpec, type_count> specs{{
    {28, 34},
    {20, 26},
    {16, 22},
    {15, 22},
    {15, 22},
    {13, 18},
    {13, 18},
    {12, 16},
    {24, 30},
    {20, 24},
    {44, 52},
    {18, 24},
    {20, 26},
    {12, 16},
}};

// The ready-made Cyrillic range of the library lacks the number sign, dashes and quotes.
constexpr std::array<ImWchar, 15> text_ranges{0x0020, 0x00FF, 0x015E, 0x015F, 0x0400,
                                              0x04FF, 0x2010, 0x203A, 0x20BD, 0x20BD,
                                              0x2116, 0x2116, 0x2190, 0x2265, 0};
// Fork Awesome lives in the private use area.
constexpr std::array<ImWchar, 3> icon_ranges{0xF000, 0xF2FF, 0};

const std::vector<std::string> program_families{"Inter", "Noto Sans", "DejaVu Sans"};
const std::vector<std::string> device_families{"Noto Sans", "DejaVu Sans", "Inter"};

struct Face {
    bool device;
    bool strong;
    bool heavy;
};

Face face_of(Type type) {
    switch (type) {
        case Type::display:
            return {false, true, true};
        case Type::title:
        case Type::head:
        case Type::body_strong:
        case Type::small_strong:
        case Type::label:
        case Type::clock:
            return {false, true, false};
        case Type::body:
        case Type::small:
        case Type::icon:
            return {false, false, false};
        case Type::device_head:
        case Type::device_title:
            return {true, true, true};
        case Type::device_body:
        case Type::device_small:
            return {true, false, false};
    }
    return {false, false, false};
}

template <class T, void (*Free)(T*)>
struct Deleter {
    void operator()(T* object) const { Free(object); }
};
using Pattern = std::unique_ptr<FcPattern, Deleter<FcPattern, FcPatternDestroy>>;

/// The file for exactly this family, or nothing: fontconfig itself always finds something.
std::string file_of(const std::string& family, int weight) {
    const Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(wanted.get(), FC_WIDTH, FC_WIDTH_NORMAL);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern found(FcFontMatch(nullptr, wanted.get(), &result));
    if (!found) return {};
    FcChar8* name = nullptr;
    FcChar8* file = nullptr;
    FcPatternGetString(found.get(), FC_FAMILY, 0, &name);
    FcPatternGetString(found.get(), FC_FILE, 0, &file);
    if (name == nullptr || file == nullptr) return {};
    if (family != reinterpret_cast<const char*>(name)) return {};
    return reinterpret_cast<const char*>(file);
}

/// The library takes a size as the distance from the highest to the lowest point of a face, people
/// as its em square: how much the first is larger.
float height_of_em(FT_Library library, const std::string& file) {
    FT_Face face = nullptr;
    if (library == nullptr || FT_New_Face(library, file.c_str(), 0, &face) != 0) return 1;
    const auto height = static_cast<float>(face->ascender - face->descender);
    const auto em = static_cast<float>(face->units_per_EM);
    FT_Done_Face(face);
    return em > 0 && height > 0 ? height / em : 1;
}

ImFont* add(ImFontAtlas& atlas, const std::string& file, float pixels, const ImWchar* ranges,
            bool merge) {
    ImFontConfig config;
    config.MergeMode = merge;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    config.OversampleH = 1;
    return atlas.AddFontFromFileTTF(file.c_str(), pixels, &config, ranges);
}

/// The file of the best installed face: families in order of preference; empty when the system has
/// no font at all.
std::string find_font(const std::vector<std::string>& families, bool strong, bool heavy) {
    const int weight = heavy ? FC_WEIGHT_BOLD : strong ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR;
    for (const std::string& family : families) {
        if (std::string file = file_of(family, weight); std::filesystem::exists(file)) return file;
    }
    return {};
}

}  // namespace

TypeSpec spec(Type type) {
    return specs[static_cast<std::size_t>(type)];
}

Fonts load_fonts(ImFontAtlas& atlas, float scale, std::vector<std::string>& missing) {
    Fonts fonts;
    fonts.scale = scale;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = scale > 1.4F ? 4096 : 2048;
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    const std::string icons = find_font({"forkawesome", "ForkAwesome"}, false, false);
    if (icons.empty()) missing.emplace_back("fonts-fork-awesome");
    if (find_font({"Inter"}, false, false).empty()) missing.emplace_back("fonts-inter");
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) library = nullptr;
    for (std::size_t i = 0; i < type_count; ++i) {
        const auto type = static_cast<Type>(i);
        const Face face = face_of(type);
        const std::string file =
            find_font(face.device ? device_families : program_families, face.strong, face.heavy);
        const float em = std::round(spec(type).size * scale);
        const float pixels = file.empty() ? em : std::round(em * height_of_em(library, file));
        ImFont* font = file.empty() ? nullptr : add(atlas, file, pixels, text_ranges.data(), false);
        if (font == nullptr) {
            ImFontConfig config;
            config.SizePixels = pixels;
            font = atlas.AddFontDefault(&config);
        } else if (!icons.empty() && !face.device) {
            add(atlas, icons, std::round(em * 1.1F), icon_ranges.data(), true);
        }
        fonts.faces[i] = font;
    }
    if (library != nullptr) FT_Done_FreeType(library);
    atlas.Build();
    return fonts;
}

}  // namespace engine::view
