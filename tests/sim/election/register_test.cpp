#include "sim/election/register.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <set>

namespace sim {
namespace {

TEST_CASE("a register is the same for the same seed and another for another") {
    const Register one = make_register(7, 1723);
    const Register same = make_register(7, 1723);
    const Register other = make_register(8, 1723);
    REQUIRE(one.size() == 1723);
    int different = 0;
    for (int i = 0; i < one.size(); ++i) {
        CHECK(voter_name(one, i) == voter_name(same, i));
        different += voter_name(one, i) != voter_name(other, i) ? 1 : 0;
    }
    CHECK(different > 1600);
}

TEST_CASE("voters are grown up, their documents of three kinds, their names many") {
    const Register voters = make_register(1, 1723);
    std::set<std::string> names;
    std::array<int, 3> documents{};
    int manual = 0;
    for (int i = 0; i < voters.size(); ++i) {
        const RegisterEntry& entry = voters.entries[static_cast<std::size_t>(i)];
        CHECK(voters.age(i) >= 18);
        CHECK(voters.age(i) <= 90);
        REQUIRE(entry.document < documents.size());
        ++documents[entry.document];
        manual += entry.manual_worker;
        names.insert(voter_name(voters, i));
        CHECK(personal_number(voters, i).size() == 14);
    }
    CHECK(names.size() > 1500);
    CHECK(*std::min_element(documents.begin(), documents.end()) > 100);
    CHECK(manual > 150);
    CHECK(manual < 400);
}

TEST_CASE("a name has the same parts in both scripts") {
    const Register voters = make_register(1, 100);
    for (int i = 0; i < 100; ++i) {
        const bool woman = voters.entries[static_cast<std::size_t>(i)].woman != 0;
        CHECK((voter_name(voters, i).find("ova ") != std::string::npos) == woman);
        CHECK((voter_name_cyrillic(voters, i).find("ова ") != std::string::npos) == woman);
    }
}

TEST_CASE("a size outside the range is brought into it") {
    CHECK(make_register(1, -5).size() == 0);
    CHECK(make_register(1, 100000).size() == 32767);
}

}  // namespace
}  // namespace sim
