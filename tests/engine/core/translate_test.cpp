#include "engine/core/translate.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using engine::Translator;
using namespace std::string_literals;

void put_word(std::string& bytes, std::size_t word) {
    for (int shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<char>(word >> shift & 0xff));
    }
}

/// A catalogue as msgfmt writes it: header, table of originals, table of translations, texts.
std::string catalogue(const std::vector<std::pair<std::string, std::string>>& messages) {
    const std::size_t header = 28;
    std::string bytes;
    for (const std::size_t word : {std::size_t{0x950412de}, std::size_t{0}, messages.size(), header,
                                   header + messages.size() * 8, std::size_t{0}, std::size_t{0}}) {
        put_word(bytes, word);
    }
    std::string texts;
    const std::size_t texts_start = header + messages.size() * 16;
    for (const auto member : {&std::pair<std::string, std::string>::first,
                              &std::pair<std::string, std::string>::second}) {
        for (const auto& message : messages) {
            put_word(bytes, (message.*member).size());
            put_word(bytes, texts_start + texts.size());
            texts += message.*member + '\0';
        }
    }
    return bytes + texts;
}

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "polldrill_translate";
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }

    Translator with(const std::string& bytes) const {
        std::ofstream(path / "xx.mo", std::ios::binary) << bytes;
        return {"xx", path};
    }
};

const std::string russian = catalogue({{"", "Language: ru\n"},
                                       {"sheet", "лист"},
                                       {"{} sheet\0{} sheets"s, "{} лист\0{} листа\0{} листов"s},
                                       {"{} vote\0{} votes"s, "{} добуш\0{} добуштар"s}});

TEST_CASE("a text is translated, or stands for itself") {
    const Folder folder;
    const Translator _ = folder.with(russian);
    CHECK(_.translates());
    CHECK(_("sheet") == "лист");
    CHECK(_("ballot") == "ballot");
    CHECK(_("") == "");
    CHECK(Translator()("sheet") == "sheet");
}

TEST_CASE("the plural follows the number and the language") {
    const Folder folder;
    const Translator _ = folder.with(russian);
    for (const auto& [n, form] : std::vector<std::pair<long long, std::string>>{{0, "{} листов"},
                                                                                {1, "{} лист"},
                                                                                {2, "{} листа"},
                                                                                {4, "{} листа"},
                                                                                {5, "{} листов"},
                                                                                {11, "{} листов"},
                                                                                {12, "{} листов"},
                                                                                {21, "{} лист"},
                                                                                {22, "{} листа"},
                                                                                {111, "{} листов"},
                                                                                {-1, "{} лист"}}) {
        const long long number = n;  // clang 14 captures no structured binding
        CAPTURE(number);
        CHECK(_.plural("{} sheet", "{} sheets", n) == form);
    }
    CHECK(_.plural("{} vote", "{} votes", 1) == "{} добуш");
    CHECK(_.plural("{} vote", "{} votes", 21) == "{} добуштар");
    CHECK(_.plural("{} seal", "{} seals", 1) == "{} seal");
    CHECK(_.plural("{} seal", "{} seals", 0) == "{} seals");
}

TEST_CASE("a missing or damaged catalogue leaves the texts in English") {
    const Folder folder;
    CHECK(Translator("none", folder.path)("sheet") == "sheet");
    for (std::size_t size = 0; size + 1 < russian.size(); ++size) {
        const Translator _ = folder.with(russian.substr(0, size));
        CHECK_FALSE(_.translates());
        CHECK(_("sheet") == "sheet");
    }
    for (std::size_t i = 0; i < 92; ++i) {
        std::string bytes = russian;
        bytes[i] = '\xff';
        const Translator _ = folder.with(bytes);
        CHECK_FALSE(_("sheet").empty());
    }
}

}  // namespace
