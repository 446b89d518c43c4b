/// How somebody looks: drawn from a number, the same each time, nobody's.
#pragma once

#include <cstdint>

#include "engine/scene/mesh.h"

namespace sim::seats {

enum class Garment : std::uint8_t { suit, coat, jumper, dress };
enum class Headgear : std::uint8_t { none, kalpak, scarf, cap };
enum class Hair : std::uint8_t { short_cut, receding, bald, bob, bun };

struct PersonLook {
    float height = 1.7F;  ///< metres, without a hat
    float girth = 0.3F;   ///< 0 slim to 1 stout
    int age = 40;
    bool woman = false;
    engine::scene::Colour skin{222, 184, 150, 255};
    engine::scene::Colour hair_colour{36, 30, 30, 255};
    Hair hair = Hair::short_cut;
    Garment garment = Garment::suit;
    engine::scene::Colour top{52, 66, 86, 255};
    engine::scene::Colour below{44, 49, 58, 255};     ///< trousers or stockings
    engine::scene::Colour inner{238, 240, 243, 255};  ///< shirt, blouse
    engine::scene::Colour accent{122, 46, 52, 255};   ///< tie, scarf
    Headgear headgear = Headgear::none;
    bool beard = false;
    bool moustache = false;
    bool glasses = false;

    friend bool operator==(const PersonLook&, const PersonLook&) = default;
};

PersonLook person_look(std::uint64_t seed);
/// The same for somebody of whom age and sex are known.
PersonLook person_look(std::uint64_t seed, int age, bool woman);

}  // namespace sim::seats
