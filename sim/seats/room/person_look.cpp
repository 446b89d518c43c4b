#include "sim/seats/room/person_look.h"

#include <algorithm>
#include <array>

namespace sim::seats {

namespace {

using engine::scene::Colour;

/// Draws that depend on the seed and on how many came before (splitmix64): for pictures only.
struct Draws {
    std::uint64_t state;

    std::uint64_t next() {
        state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state;
        z = (z ^ z >> 30U) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ z >> 27U) * 0x94D049BB133111EBULL;
        return z ^ z >> 31U;
    }
    float share() { return static_cast<float>(next() >> 40U) / 16777216.0F; }
    bool chance(float of) { return share() < of; }
    template <std::size_t Size>
    Colour among(const std::array<Colour, Size>& colours) {
        return colours[next() % Size];
    }
};

constexpr std::array<Colour, 5> skins{{{222, 184, 150, 255},
                                       {206, 162, 126, 255},
                                       {232, 198, 166, 255},
                                       {190, 146, 112, 255},
                                       {214, 172, 138, 255}}};
constexpr std::array<Colour, 4> suits{
    {{46, 56, 72, 255}, {58, 60, 64, 255}, {66, 58, 52, 255}, {38, 46, 60, 255}}};
constexpr std::array<Colour, 6> coats{{{52, 66, 86, 255},
                                       {78, 66, 58, 255},
                                       {96, 52, 56, 255},
                                       {62, 80, 72, 255},
                                       {108, 96, 82, 255},
                                       {54, 54, 60, 255}}};
constexpr std::array<Colour, 7> jumpers{{{72, 118, 84, 255},
                                         {36, 92, 124, 255},
                                         {118, 84, 70, 255},
                                         {142, 116, 70, 255},
                                         {86, 84, 112, 255},
                                         {112, 62, 66, 255},
                                         {104, 116, 124, 255}}};
constexpr std::array<Colour, 6> dresses{{{92, 70, 84, 255},
                                         {52, 92, 108, 255},
                                         {118, 64, 72, 255},
                                         {78, 98, 82, 255},
                                         {64, 70, 104, 255},
                                         {134, 106, 88, 255}}};
constexpr std::array<Colour, 4> trousers{
    {{44, 49, 58, 255}, {56, 52, 48, 255}, {50, 60, 76, 255}, {40, 42, 46, 255}}};
constexpr std::array<Colour, 3> shirts{
    {{240, 241, 242, 255}, {214, 224, 236, 255}, {236, 228, 212, 255}}};
constexpr std::array<Colour, 6> scarves{{{176, 74, 90, 255},
                                         {142, 96, 146, 255},
                                         {204, 176, 128, 255},
                                         {84, 122, 132, 255},
                                         {226, 222, 212, 255},
                                         {120, 62, 60, 255}}};
constexpr std::array<Colour, 3> dark_hair{
    {{36, 30, 30, 255}, {48, 38, 32, 255}, {28, 26, 28, 255}}};

Colour hair_of(Draws& draws, int age) {
    const Colour young = draws.among(dark_hair);
    const float grey =
        std::clamp((static_cast<float>(age) - 44 + 10 * draws.share()) / 28, 0.0F, 1.0F);
    return engine::scene::mixed(young, {198, 200, 203, 255}, grey);
}

void dress_woman(Draws& draws, PersonLook& look) {
    look.hair = draws.chance(0.45F) ? Hair::bun : Hair::bob;
    const float kind = draws.share();
    look.garment = kind < 0.4F ? Garment::dress : kind < 0.7F ? Garment::coat : Garment::jumper;
    const float covered = look.age > 55 ? 0.65F : look.age > 35 ? 0.25F : 0.1F;
    if (draws.chance(covered)) look.headgear = Headgear::scarf;
}

void dress_man(Draws& draws, PersonLook& look) {
    const float bare = draws.share();
    look.hair = look.age > 50 && bare < 0.2F   ? Hair::bald
                : look.age > 38 && bare < 0.5F ? Hair::receding
                                               : Hair::short_cut;
    const float kind = draws.share();
    look.garment = kind < 0.38F ? Garment::suit : kind < 0.62F ? Garment::coat : Garment::jumper;
    const float hat = draws.share();
    if (look.age > 56 ? hat < 0.5F : hat < 0.05F) {
        look.headgear = Headgear::kalpak;
    } else if (hat > 0.86F) {
        look.headgear = Headgear::cap;
    }
    look.beard = draws.chance(look.age > 55 ? 0.4F : 0.08F);
    look.moustache = look.beard || draws.chance(look.age > 35 ? 0.28F : 0.08F);
}

}  // namespace

PersonLook person_look(std::uint64_t seed) {
    Draws draws{seed ^ 0x7E15A2C4B3D9F061ULL};
    const bool woman = draws.chance(0.5F);
    const int age = 18 + static_cast<int>(draws.share() * 38 + draws.share() * 24);
    return person_look(seed, age, woman);
}

PersonLook person_look(std::uint64_t seed, int age, bool woman) {
    Draws draws{seed * 0x2545F4914F6CDD1DULL + 77};
    PersonLook look;
    look.age = age;
    look.woman = woman;
    const float spread = (draws.share() + draws.share() + draws.share()) / 3;
    look.height = (woman ? 1.50F : 1.60F) + (woman ? 0.24F : 0.30F) * spread;
    if (age > 65) look.height = std::max(1.5F, look.height - 0.03F);
    look.girth = std::clamp(draws.share() * 0.75F + (age > 45 ? 0.2F : 0.0F), 0.0F, 1.0F);
    look.skin = draws.among(skins);
    look.hair_colour = hair_of(draws, age);
    if (woman) {
        dress_woman(draws, look);
    } else {
        dress_man(draws, look);
    }
    switch (look.garment) {
        case Garment::suit:
            look.top = draws.among(suits);
            break;
        case Garment::coat:
            look.top = draws.among(coats);
            break;
        case Garment::jumper:
            look.top = draws.among(jumpers);
            break;
        case Garment::dress:
            look.top = draws.among(dresses);
            break;
    }
    look.below = draws.among(trousers);
    if (look.garment == Garment::suit && draws.chance(0.7F)) look.below = shaded(look.top, 0.92F);
    look.inner = draws.among(shirts);
    look.accent = draws.among(scarves);
    look.glasses = draws.chance(age > 45 ? 0.4F : 0.18F);
    return look;
}

}  // namespace sim::seats
