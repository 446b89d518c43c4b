#include "engine/core/phrase.h"

#include <doctest/doctest.h>

using engine::Phrase;

TEST_CASE("a phrase fills its places in order, or by number, and leaves what has no argument") {
    CHECK(Phrase("{} of {}", 3, "four").english() == "3 of four");
    CHECK(Phrase("{1} before {0}", 'a', 'b').english() == "b before a");
    CHECK(Phrase("{} and {}", 1).english() == "1 and {}");
    CHECK(Phrase("{9} {name} {", 1).english() == "{9} {name} {");
    CHECK(Phrase("no place").english() == "no place");
}

TEST_CASE("what fills a place is not looked at again") {
    CHECK(Phrase("{} {}", "{}", "{0}").english() == "{} {0}");
    CHECK(Phrase::verbatim("100 {} %").english() == "100 {} %");
}

TEST_CASE("phrases follow each other") {
    CHECK(Phrase().empty());
    Phrase unknown("unknown {}", "x");
    unknown.then("; did you mean {}?");
    CHECK(unknown.english() == "unknown x; did you mean {}?");
    CHECK(Phrase("a").then(Phrase(" {}", 1)).english() == "a 1");
    CHECK_FALSE(Phrase("a") == Phrase("a").then("b"));
}
