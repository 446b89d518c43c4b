#include "sim/seats/station/paper.h"

#include <algorithm>

#include "engine/view/host.h"
#include "sim/seats/station/acts.h"
#include "sim/seats/station/paper_model.h"
#include "sim/station/results.h"
#include "tests/sim/seats/station/moments.h"

using namespace sim;
using engine::view::Host;
using engine::view::InputQueue;
using engine::view::Ui;

namespace {

/// A day that the expert plays, with what was said and seen.
struct Day {
    test::Bench bench{test::load_drill("polling_day")};
    std::vector<Said> said;
    std::vector<Observation> seen;

    Day() {
        for (std::size_t post = 0; post < post_count; ++post) {
            bench.drill.crew.hold(static_cast<PostId>(post), false);
        }
        bench.sink.command = [this](const Command& command, const Refusal& refusal) {
            said.push_back({command, refusal});
        };
        bench.sink.observations = [this](std::span<const Observation> news) {
            seen.insert(seen.end(), news.begin(), news.end());
        };
    }

    const World& at(Time time) {
        run_until(bench.drill, time, bench.sink);
        return bench.drill.world;
    }
    const World& world() const { return bench.drill.world; }
    PartId part(const char* name) const { return bench.drill.setup->layout.find(name); }
    seats::PaperTrail trail() const { return seats::paper_trail(said, seen); }
};

/// Everything that stands on a paper, in one text.
std::string words_on(const World& world, PartId part, const seats::PaperTrail* trail = nullptr) {
    const Reader reader;
    std::string words;
    for (const auto& line : seats::papers::sheet_of({world, part, reader, trail}).lines) {
        words += line.left + "|" + line.right;
        for (const std::string& cell : line.cells) words += "|" + cell;
        words += line.filled ? " signed\n" : "\n";
    }
    return words;
}

bool says(const std::string& words, const std::string& what) {
    return words.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("Papers show the day: nothing before they are printed, then what the machines counted") {
    Day day;
    const World& world = day.at(6 * engine::hour + 31 * engine::minute);
    CHECK_FALSE(seats::has_paper(world, day.part("zero_report")));
    CHECK_FALSE(seats::has_paper(world, day.part("results_tape")));
    CHECK(seats::has_paper(world, day.part("log_book")));
    CHECK(seats::has_paper(world, day.part("protocol.received")));

    day.at(9 * engine::hour);
    REQUIRE(world.scanners.front().tally.ballots > 0);
    std::string words = words_on(world, day.part("zero_report"));
    CHECK(says(words, "Ballots counted|0"));
    CHECK(says(words, "Chair| signed"));
    CHECK(says(words, "Secretary| signed"));

    day.at(23 * engine::hour);
    REQUIRE(seats::has_paper(world, day.part("protocol")));
    const std::int32_t counted = machine_tally(world).ballots;
    const seats::PaperTrail trail = day.trail();
    if (seats::has_paper(world, day.part("results_tape"))) {
        words = words_on(world, day.part("results_tape"), &trail);
        CHECK(says(words, "Ballots counted|" + std::to_string(counted)));
        CHECK(says(words, hex(world.count.package.digest).substr(0, 16)));
    }
    words = words_on(world, day.part("protocol"), &trail);
    CHECK(says(words, "Ballots received|" + std::to_string(world.count.protocol.received)));
}

TEST_CASE("The seal register holds what was written into it, with time and person") {
    Day day;
    const World& world = day.at(7 * engine::hour);
    const seats::PaperTrail trail = day.trail();
    const std::string words = words_on(world, day.part("seal_register"), &trail);
    const Layout& layout = world.layout();
    int recorded = 0;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        if (layout.parts[i].kind != PartKind::seal) continue;
        const PartState& seal = world.part(static_cast<PartId>(i));
        recorded += seal.recorded;
        CHECK(says(words, "||" + std::to_string(seal.amount) + "|") == (seal.recorded != 0));
    }
    CHECK(recorded > 2);
    CHECK(says(words, "06:3"));
    CHECK(says(words, "Chair"));
}

TEST_CASE("The log book and an act show the words that were written, when and by whom") {
    Day day;
    day.at(9 * engine::hour);
    day.bench.sink.command = [&](const Command& command, const Refusal& refusal) {
        day.said.push_back({command, refusal});
    };
    day.bench.drill.crew.hold(find_post("secretary"), true);
    day.bench.run(2 * engine::minute);
    CHECK_FALSE(day.bench.member("as secretary: write log_book \"Observer came at nine\""));
    CHECK_FALSE(day.bench.member("as secretary: write act_jam \"Sheet taken out whole\""));
    const seats::PaperTrail trail = day.trail();
    const std::string book = words_on(day.world(), day.part("log_book"), &trail);
    CHECK(says(book, "Observer came at nine"));
    CHECK(says(book, "Secretary"));
    CHECK(says(book, "09:0"));
    CHECK(says(words_on(day.world(), day.part("act_jam"), &trail), "Sheet taken out whole"));
}

TEST_CASE("A ballot lies face down until the list keeper looks at it, and never shows a mark") {
    Day day;
    day.at(8 * engine::hour + 30 * engine::minute);
    World world = day.world();
    for (int i = 0; i < 600 && world.terminals.front().mouth.empty(); ++i) {
        world = day.at(day.world().now + engine::second);
    }
    REQUIRE_FALSE(world.terminals.front().mouth.empty());
    const PartId ballot = day.part("desk.ballot");
    const Reader reader;
    CHECK(seats::has_paper(world, ballot));
    world.hall.at_list = no_voter;
    world.hall.inspected = no_ballot;
    CHECK(seats::papers::sheet_of({world, ballot, reader, nullptr}).look ==
          seats::papers::Look::turned);
    CHECK(words_on(world, ballot).empty());
    world.hall.inspected = world.terminals.front().mouth.front();
    const auto sheet = seats::papers::sheet_of({world, ballot, reader, nullptr});
    CHECK(sheet.look == seats::papers::Look::ballot);
    CHECK(sheet.faint == 1);
    for (const auto& line : sheet.lines) CHECK(line.mark == 0);
    world.sheets.edit(static_cast<std::size_t>(world.hall.inspected)).contrast = 200;
    CHECK(seats::papers::sheet_of({world, ballot, reader, nullptr}).faint < 0.5F);
}

TEST_CASE("No word on a paper is cut, at any width, in any language") {
    Day day;
    Host host({1, false, true});
    InputQueue queue;
    for (const Time time : {9 * engine::hour, 22 * engine::hour}) {
        const World& world = day.at(time);
        const seats::PaperTrail trail = day.trail();
        for (const std::string language : {"en", "ru", "ky"}) {
            const Reader reader{engine::Translator(language, engine::translations_folder()),
                                language};
            for (const float width : {300.0F, 440.0F, 700.0F}) {
                for (std::size_t i = 0; i < world.layout().parts.size(); ++i) {
                    const auto part = static_cast<PartId>(i);
                    if (!seats::has_paper(world, part)) continue;
                    if (world.layout()[part].kind == PartKind::field) continue;
                    host.frame(queue, 800, 600, 0, [&](Ui& ui) {
                        CHECK(seats::paper_height(ui, world, part, reader, width, &trail) > 20);
                        seats::draw_paper(ui, {10, 10, width, 500}, world, part, reader, &trail);
                    });
                    for (const engine::view::CutText& cut : host.items().cut) {
                        CHECK_MESSAGE(false, world.layout()[part].name << " " << language << " "
                                                                       << width << ": "
                                                                       << cut.text);
                    }
                }
            }
        }
    }
}

TEST_CASE("What is counted by hand stands on the tally sheet, which any counted pile shows") {
    Day day;
    const World& world = day.at(20 * engine::hour);
    CHECK_FALSE(seats::has_paper(world, day.part("signatures")));
    day.at(23 * engine::hour);
    REQUIRE(world.count.hand.valid > 0);
    const std::string words = words_on(world, day.part("signatures"));
    const auto stands = [&](const std::string& line, std::int64_t figure) {
        CHECK_MESSAGE(says(words, line + "|" + std::to_string(figure) + "\n"), line);
    };
    stands("Voters in the paper list", 1723);
    stands("Ballots handed out, by the tally sheet of the list desk", issued_ballots(world));
    stands("Unused ballot sheets", world.part(day.part("unused_ballots")).amount);
    stands("Valid ballots, by hand", world.count.hand.valid);
    CHECK(says(words, ". " + world.setup->election.candidates[0].name.in("en") + "|" +
                          std::to_string(world.count.hand.votes[0])));
    const std::vector<seats::Act> acts = seats::acts_on(world, day.part("signatures"), 0, Reader{});
    CHECK(std::any_of(acts.begin(), acts.end(),
                      [](const seats::Act& act) { return act.kind == seats::ActKind::look; }));
}

TEST_CASE("What stands on a paper can be read without the picture") {
    Day day;
    const World& world = day.at(9 * engine::hour);
    const PartId paper = day.part("zero_report");
    Host host({1, false, true});
    InputQueue queue;
    host.frame(queue, 600, 500, 0,
               [&](Ui& ui) { seats::draw_paper(ui, ui.screen, world, paper, Reader{}); });
    const engine::view::Item* text = host.items().find("paper.zero_report.text");
    REQUIRE(text != nullptr);
    CHECK(says(text->value, "Ballots counted: 0"));
}
