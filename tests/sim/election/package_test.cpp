#include "sim/election/package.h"

#include <doctest/doctest.h>
#include "sim/election/centre.h"

using namespace sim;

namespace {

Election election() {
    Election made;
    made.id = "trees";
    made.hash = "00ff";
    made.candidates = {{"walnut", {}}, {"archa", {}}};
    return made;
}

ResultsData results() {
    ResultsData data;
    data.station = 7001;
    data.votes = {3, 5};
    data.undervotes = 1;
    data.overvotes = 2;
    data.ballots = 11;
    data.opened = 8 * engine::hour;
    data.closed = 20 * engine::hour;
    data.medium_serial = 42;
    return data;
}

Verdict receive(Centre& centre, const ResultsPackage& package, std::uint16_t station = 7001) {
    return centre_receive(centre, election(), package, 5, station, engine::hour, false);
}

}  // namespace

TEST_CASE("the digest is SHA-256") {
    CHECK(hex(digest_of("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(digest_of("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(short_number(digest_of("abc")) == 0xba7816bf8f01cfe);
    CHECK(short_number(Digest{}) == 0);
}

TEST_CASE("the package is canonical JSON: sorted keys, no spaces, integers only") {
    const ResultsPackage package = make_package(election(), results(), 5);
    CHECK(package.text ==
          R"({"ballots":11,"closed":72000000000,"election":"trees","election_hash":"00ff",)"
          R"("medium":42,"opened":28800000000,"overvotes":2,"station":7001,"undervotes":1,)"
          R"("votes":{"archa":5,"walnut":3}})");
    CHECK(package.digest == digest_of(package.text));
    CHECK(make_package(election(), results(), 5) == package);
    CHECK(make_package(election(), results(), 6).signature != package.signature);
}

TEST_CASE("a package is read back, and nothing that is not canonical") {
    const ResultsPackage package = make_package(election(), results(), 5);
    ResultsData data;
    REQUIRE(read_package(election(), package.text, data));
    CHECK(data.votes == results().votes);
    CHECK(data.closed == results().closed);
    CHECK_FALSE(read_package(election(), package.text + " ", data));
    CHECK_FALSE(read_package(election(), "", data));
    CHECK_FALSE(read_package(election(), "[1]", data));
    CHECK_FALSE(read_package(election(), "{\"ballots\":11}", data));
    std::string wide = package.text;
    wide.replace(wide.find("7001"), 4, "70001");
    CHECK_FALSE(read_package(election(), wide, data));
    Election other = election();
    other.candidates[0].id = "apple";
    CHECK_FALSE(read_package(other, package.text, data));
}

TEST_CASE("the centre acknowledges a package and refuses it the second time") {
    Centre centre;
    const ResultsPackage package = make_package(election(), results(), 5);
    CHECK(receive(centre, package) == Verdict::accepted);
    CHECK(centre.acknowledged);
    CHECK(centre.digest == package.digest);
    CHECK(centre.acknowledged_at == engine::hour);
    CHECK(receive(centre, package) == Verdict::duplicate);
    ResultsData other = results();
    other.votes[0] = 4;
    CHECK(receive(centre, make_package(election(), other, 5)) == Verdict::conflict);
    CHECK(centre.digest == package.digest);
    CHECK(centre.received == 3);
    CHECK(centre.refused == 2);
}

TEST_CASE("the centre refuses a package that was changed, of another key or of another station") {
    Centre centre;
    ResultsPackage package = make_package(election(), results(), 5);
    package.text.replace(package.text.find("\"walnut\":3"), 10, "\"walnut\":9");
    CHECK(receive(centre, package) == Verdict::bad_signature);
    package.digest = digest_of(package.text);
    CHECK(receive(centre, package) == Verdict::bad_signature);
    CHECK(receive(centre, make_package(election(), results(), 6)) == Verdict::bad_signature);
    CHECK(receive(centre, ResultsPackage{}) == Verdict::bad_content);
    ResultsData elsewhere = results();
    elsewhere.station = 7002;
    CHECK(receive(centre, make_package(election(), elsewhere, 5)) == Verdict::wrong_station);
    CHECK_FALSE(centre.acknowledged);
    CHECK(receive(centre, make_package(election(), elsewhere, 5), 7002) == Verdict::accepted);
    CHECK(verdict_names().size() == static_cast<int>(Verdict::not_configured) + 1);
}

TEST_CASE("each station has its own key, which the seed gives") {
    const ResultsPackage right = make_package(election(), results(), 5);
    CHECK(signature_holds(right, station_key(5, 7001)));
    CHECK_FALSE(signature_holds(right, station_key(5, 7002)));
    CHECK(station_key(5, 7001) != station_key(6, 7001));
}
