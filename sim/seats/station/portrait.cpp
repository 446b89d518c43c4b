#include "sim/seats/station/portrait.h"

#include <algorithm>
#include <array>

namespace sim::seats::machine {

namespace {

struct Looks {
    Colour skin;
    Colour hair;
    Colour coat;
    int hat = 0;  ///< 0 none, 1 kalpak, 2 scarf
    bool beard = false;
    bool long_hair = false;
};

Looks looks_of(const Register& voters, int entry, bool today) {
    constexpr std::array<Colour, 4> skins{
        {{222, 184, 150}, {206, 162, 126}, {232, 198, 166}, {190, 146, 112}}};
    constexpr std::array<Colour, 4> coats{
        {{52, 66, 86}, {38, 92, 118}, {92, 70, 84}, {70, 96, 66}}};
    const RegisterEntry& one = voters.entries[static_cast<std::size_t>(entry)];
    const auto mix =
        static_cast<unsigned>(entry) * 2654435761U ^ static_cast<unsigned>(voters.seed);
    const int age = voters.age(entry);
    const int then = today ? age : age - 8;
    Looks looks;
    looks.skin = skins[mix >> 8 & 3U];
    looks.coat = coats[(mix >> (today ? 12 : 14)) & 3U];
    looks.hair = then > 62   ? Colour{196, 200, 204}
                 : then > 50 ? Colour{120, 116, 114}
                             : Colour{36, 30, 30};
    looks.long_hair = one.woman != 0;
    if (one.woman != 0) looks.hat = today && age > 55 && (mix & 2U) != 0 ? 2 : 0;
    if (one.woman == 0) {
        looks.hat = today && age > 58 && (mix & 1U) != 0 ? 1 : 0;
        looks.beard = then > 55 && (mix & 4U) != 0;
    }
    return looks;
}

}  // namespace

void draw_portrait(Kit& kit, const Rect& rect, const Register& voters, int entry, bool today) {
    Ui& ui = kit.ui;
    engine::view::push_clip(ui, rect);
    engine::view::fill(ui, rect, today ? Colour{226, 233, 241} : Colour{238, 240, 243});
    if (entry >= 0 && entry < voters.size()) {
        const Looks looks = looks_of(voters, entry, today);
        const float u = std::min(rect.w / 80, rect.h / 96);
        const float x = rect.centre().x;
        const float y = rect.y + rect.h * 0.46F;
        const auto ellipse = [&](float dx, float dy, float rx, float ry, Colour ink) {
            engine::view::fill(ui, {x + (dx - rx) * u, y + (dy - ry) * u, 2 * rx * u, 2 * ry * u},
                               ink, std::min(rx, ry) * u);
        };
        ellipse(0, 64, 36, 30, looks.coat);
        ellipse(0, 30, 8, 16, looks.skin);
        if (looks.long_hair) ellipse(0, 10, 23, 32, looks.hair);
        ellipse(0, -5, 20, 23, looks.hair);
        ellipse(0, 4, 18, 22, looks.skin);
        if (looks.beard) ellipse(0, 20, 12, 9, looks.hair);
        for (const float side : {-7.0F, 7.0F}) ellipse(side, 0, 2, 2.4F, {30, 26, 26});
        ellipse(0, 14, 5, 1.2F, {150, 84, 74});
        if (looks.hat == 1) {
            ellipse(0, -32, 15, 22, {246, 246, 242});
            engine::view::fill(ui, {x - 21 * u, y - 20 * u, 42 * u, 7 * u}, Colour{36, 30, 30},
                               3 * u);
        } else if (looks.hat == 2) {
            ellipse(0, -16, 22, 14, {176, 74, 90});
        }
    }
    engine::view::pop_clip(ui);
    engine::view::outline(ui, rect, paint::steel, 3 * kit.k, std::max(1.0F, kit.k));
}

std::string name_of_voter(const Register& voters, int entry, const std::string& language) {
    if (entry < 0 || entry >= voters.size()) return {};
    return language == "en" ? voter_name(voters, entry) : voter_name_cyrillic(voters, entry);
}

}  // namespace sim::seats::machine
