#include "sim/election/register.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/core/random.h"
#include "sim/world/context.h"

namespace sim {
namespace {

constexpr int polling_year = 2026;

/// A piece of a name in both scripts.
struct Piece {
    std::string_view latin;
    std::string_view cyrillic;
};

// Composed, so that no entry is a person: first and second half of a given name, stem of a family.
constexpr std::array<Piece, 16> given_first = {{{"Ay", "Ай"},
                                                {"Nur", "Нур"},
                                                {"Bek", "Бек"},
                                                {"Kan", "Кан"},
                                                {"Tal", "Тал"},
                                                {"Ak", "Ак"},
                                                {"Kün", "Күн"},
                                                {"Er", "Эр"},
                                                {"Jan", "Жан"},
                                                {"Alt", "Алт"},
                                                {"Tem", "Тем"},
                                                {"Sal", "Сал"},
                                                {"Asyl", "Асыл"},
                                                {"Bol", "Бол"},
                                                {"Çyn", "Чын"},
                                                {"Mir", "Мир"}}};
constexpr std::array<Piece, 12> man_second = {{{"bek", "бек"},
                                               {"lan", "лан"},
                                               {"tay", "тай"},
                                               {"dos", "дос"},
                                               {"man", "ман"},
                                               {"gaz", "газ"},
                                               {"murat", "мурат"},
                                               {"iş", "иш"},
                                               {"jan", "жан"},
                                               {"küç", "күч"},
                                               {"san", "сан"},
                                               {"er", "эр"}}};
constexpr std::array<Piece, 12> woman_second = {{{"gül", "гүл"},
                                                 {"ay", "ай"},
                                                 {"zat", "зат"},
                                                 {"sulu", "сулуу"},
                                                 {"kan", "кан"},
                                                 {"nur", "нур"},
                                                 {"perim", "перим"},
                                                 {"ira", "ира"},
                                                 {"jan", "жан"},
                                                 {"aly", "алы"},
                                                 {"dana", "дана"},
                                                 {"sara", "сара"}}};
constexpr std::array<Piece, 20> family_stem = {
    {{"Tokto", "Токто"}, {"Kara", "Кара"},     {"Sary", "Сары"},   {"Talas", "Талас"},
     {"Aksy", "Аксы"},   {"Bulak", "Булак"},   {"Terek", "Терек"}, {"Kaiyñ", "Кайың"},
     {"Arça", "Арча"},   {"Jele", "Желе"},     {"Orok", "Орок"},   {"Kyrman", "Кырман"},
     {"Semet", "Семет"}, {"Köl", "Көл"},       {"Toru", "Тору"},   {"Uzun", "Узун"},
     {"Bakyt", "Бакыт"}, {"Çolpon", "Чолпон"}, {"Esen", "Эсен"},   {"Düyşö", "Дүйшө"}}};
constexpr std::array<Piece, 8> family_middle = {{{"bay", "бай"},
                                                 {"bek", "бек"},
                                                 {"kul", "кул"},
                                                 {"mat", "мат"},
                                                 {"tur", "тур"},
                                                 {"gen", "ген"},
                                                 {"al", "ал"},
                                                 {"san", "сан"}}};

/// Voters by age, permille up to the age: a young country; shares are an estimate.
struct AgeBand {
    int permille;
    int from, to;
};
constexpr std::array<AgeBand, 6> ages = {
    {{280, 18, 29}, {510, 30, 39}, {680, 40, 49}, {830, 50, 59}, {940, 60, 69}, {1000, 70, 90}}};

std::uint64_t entry_bits(std::uint64_t seed, int entry, std::uint64_t index) {
    return engine::bits({seed, static_cast<std::uint32_t>(entry),
                         static_cast<std::uint32_t>(Purpose::register_entry)},
                        index);
}

/// The part-th 16 bits scaled to 0 … below `range`.
int share(std::uint64_t bits, int part, int range) {
    const auto piece = static_cast<std::uint32_t>(bits >> (16 * part) & 0xFFFFU);
    return static_cast<int>(piece * static_cast<std::uint32_t>(range) >> 16U);
}

int draw_age(std::uint64_t bits) {
    const int at = share(bits, 0, 1000);
    const auto band = std::find_if(ages.begin(), ages.end(),
                                   [&](const AgeBand& each) { return at < each.permille; });
    return band->from + share(bits, 1, band->to - band->from + 1);
}

DocumentKind draw_document(int age, int permille) {
    const int phone = age < 45 ? 250 : age < 60 ? 120 : 30;  // estimates
    if (permille < phone) return DocumentKind::phone_document;
    return permille < phone + 120 ? DocumentKind::passport : DocumentKind::id_card;
}

template <std::size_t Size>
const Piece& pick(const std::array<Piece, Size>& table, std::uint64_t bits, int part) {
    return table[static_cast<std::size_t>(share(bits, part, static_cast<int>(Size)))];
}

std::string compose(const Register& voters, int entry, std::string_view Piece::*script) {
    const std::uint64_t bits = entry_bits(voters.seed, entry, 1);
    const bool woman = voters.entries[static_cast<std::size_t>(entry)].woman != 0;
    const bool cyrillic = script == &Piece::cyrillic;
    std::string name{pick(family_stem, bits, 0).*script};
    name += pick(family_middle, bits, 1).*script;
    name += woman ? (cyrillic ? "ова " : "ova ") : (cyrillic ? "ов " : "ov ");
    name += pick(given_first, bits, 2).*script;
    name += (woman ? pick(woman_second, bits, 3) : pick(man_second, bits, 3)).*script;
    return name;
}

}  // namespace

Register make_register(std::uint64_t seed, int size) {
    Register made{seed, {}};
    made.entries.resize(static_cast<std::size_t>(std::clamp(size, 0, 32767)));
    for (std::size_t i = 0; i < made.entries.size(); ++i) {
        const std::uint64_t bits = entry_bits(seed, static_cast<int>(i), 0);
        const int age = draw_age(bits);
        const int rest = share(bits, 2, 2000);
        RegisterEntry& entry = made.entries[i];
        entry.birth_year = static_cast<std::int16_t>(polling_year - age);
        entry.woman = static_cast<std::uint8_t>(rest % 2);
        entry.manual_worker = static_cast<std::uint8_t>(rest / 2 < 150);  // share: an estimate
        entry.document = static_cast<std::uint8_t>(draw_document(age, share(bits, 3, 1000)));
    }
    return made;
}

std::string voter_name(const Register& voters, int entry) {
    return compose(voters, entry, &Piece::latin);
}

std::string voter_name_cyrillic(const Register& voters, int entry) {
    return compose(voters, entry, &Piece::cyrillic);
}

std::string personal_number(const Register& voters, int entry) {
    const RegisterEntry& of = voters.entries[static_cast<std::size_t>(entry)];
    const std::uint64_t bits = entry_bits(voters.seed, entry, 2);
    return fmt::format("{}{:02}{:02}{:04}{:05}", of.woman != 0 ? 1 : 2, 1 + share(bits, 0, 28),
                       1 + share(bits, 1, 12), of.birth_year, share(bits, 2, 65536) % 100000);
}

}  // namespace sim
