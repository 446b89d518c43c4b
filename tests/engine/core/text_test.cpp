#include "engine/core/text.h"

#include <doctest/doctest.h>

using namespace engine;

TEST_CASE("the nearest spelling is found, and none when all are far") {
    const std::vector<std::string> words = {"title", "tiles", "voters", "start", "ballot_slot"};
    CHECK(nearest("tittle", words) == "title");
    CHECK(nearest("titel", words) == "title");
    CHECK(nearest("Start", words) == "start");
    CHECK(nearest("VOTERS", words) == "voters");
    CHECK(nearest("ballotslot", words) == "ballot_slot");
    CHECK(nearest("xyz", words).empty());
    CHECK(nearest("", words).empty());
    CHECK(nearest("title", {}).empty());
    CHECK(nearest(std::string(10'000, 'a'), words).empty());
    CHECK(nearest("a", std::vector<std::string>{"b"}) == "b");
}

TEST_CASE("the edit distance counts a swap of neighbours once") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("abc", "") == 3);
    CHECK(edit_distance("abc", "acb") == 1);
    CHECK(edit_distance("abc", "abd") == 1);
    CHECK(edit_distance("abc", "xabc") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("UTF-8 is told from what is not") {
    for (const char* text : {"", "abc", "ящик", "ү", "€", "😀", "\xF4\x8F\xBF\xBF"}) {
        CHECK(valid_utf8(text));
    }
    for (const char* text :
         {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
          "\xF8\x88\x80\x80\x80", "\xE2\x82", "\xD1", "\xF0\x80\x80\x80", "\xFF"}) {
        CHECK_FALSE(valid_utf8(text));
    }
    CHECK(invalid_utf8_at("ab\xFF") == 2);
    CHECK(invalid_utf8_at("ab") == 2);
}

TEST_CASE("quoted text is safe to print") {
    CHECK(quote("abc") == "\"abc\"");
    CHECK(quote("a\n\t\x1b[31m") == "\"a\\n\\t\\x1b[31m\"");
    CHECK(quote("say \"a\\b\"") == "\"say \\\"a\\\\b\\\"\"");
    CHECK(quote("\xFFя") == "\"\\xffя\"");
    CHECK(quote("\xC2\x85") == "\"\\xc2\\x85\"");
    CHECK(quote(std::string("a\0b", 3)) == "\"a\\x00b\"");
    CHECK(quote("ящик", 2) == "\"ящ…\"");
    CHECK(quote("ящик", 4) == "\"ящик\"");
}

TEST_CASE("length and padding count characters") {
    CHECK(utf8_length("үй") == 2);
    CHECK(pad("үй", 4) == "үй  ");
    CHECK(pad("long", 2) == "long");
    CHECK(join(std::vector<std::string>{"a", "b"}) == "a, b");
    CHECK(join({}) == "");
}

TEST_CASE("a text falls back to English") {
    const LocalizedText text{"one", "один", ""};
    CHECK(text.in("en") == "one");
    CHECK(text.in("ru") == "один");
    CHECK(text.in("ky") == "one");
    CHECK(text.in("de") == "one");
    CHECK_FALSE(text.empty());
    CHECK(LocalizedText{}.empty());
}
