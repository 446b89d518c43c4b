#include "sim/report/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/text.h"
#include "sim/recording/grade_rows.h"
#include "sim/report/parts.h"
#include "sim/report/words.h"

namespace sim {

namespace {

/// What is wrong, on one line where it ends in an empty one.
std::string problem_text(const engine::Phrase& phrase, const Reader& reader) {
    std::string text = valid_text(phrase.in(reader.translate));
    while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
    return text;
}

/// A word in the place of what is not known.
const char* const dash = "–";

std::string drill_title(const ReportFacts& facts, const Reader& reader) {
    const Scenario* scenario = facts.scenario();
    const std::string title =
        scenario == nullptr ? std::string() : scenario->title.in(reader.language);
    return title.empty() ? valid_text(facts.info.scenario) : title;
}

/// Who worked all posts, in words.
std::string crew_text(const std::string& crew, const Reader& reader) {
    constexpr std::string_view skipping = "skip:";
    if (crew == "expert") return words(reader, N_("Played by the expert"));
    if (crew == "idle") return words(reader, N_("Nobody did anything"));
    if (crew.starts_with(skipping)) {
        return words(reader, N_("Played by a beginner who leaves out one step in {}"),
                     {valid_text(crew.substr(skipping.size()))});
    }
    return words(reader, N_("Played by the crew: {}"), {valid_text(crew)});
}

std::string role_text(const ReportFacts& facts, const Reader& reader) {
    std::array<bool, post_count> held{};
    std::vector<std::string> titles;
    if (parse_posts(facts.info.posts, held)) {
        for (std::size_t post = 0; post < post_count; ++post) {
            if (!held[post]) continue;
            titles.emplace_back(title_of(static_cast<PostId>(post), reader));
        }
    }
    std::string text = engine::join(titles);
    if (titles.empty()) {
        text = crew_text(facts.info.crew, reader);
    } else if (titles.size() == post_count) {
        text = words(reader, N_("All posts"));
    }
    if (facts.setup() != nullptr) {
        text += ", " +
                words(reader, N_("station No {}"), {std::to_string(facts.setup()->station_number)});
    }
    return text;
}

void fill_header(Report& report, const ReportFacts& facts, const ReportOptions& options,
                 const Reader& reader) {
    report.language = reader.language;
    report.training = words(reader, N_("TRAINING"));
    report.kind = words(reader, N_("Training record"));
    report.trainee = facts.info.trainee.empty() ? words(reader, N_("Trainee without a name"))
                                                : valid_text(facts.info.trainee);
    report.role = role_text(facts, reader);
    report.created = iso_time(facts.info.started);
    const std::string drill = drill_title(facts, reader);
    report.title = words(reader, N_("{0}: {1}"), {report.trainee, drill});
    report.about = {{words(reader, N_("Drill")), drill},
                    {words(reader, N_("Date")), date_text(facts.info.started, reader)},
                    {words(reader, N_("Time in the drill")),
                     words(reader, N_("{0} to {1}"),
                           {clock_text(facts.start, true), clock_text(facts.end, true)})},
                    {words(reader, N_("Assessor")),
                     options.assessor.empty() ? dash : valid_text(options.assessor)}};
    report.signatures = {words(reader, N_("Trainee")), words(reader, N_("Assessor")),
                         words(reader, N_("Date"))};
    report.page_of = words(reader, N_("page {0} of {1}"), {"{0}", "{1}"});
}

void fill_warnings(Report& report, const ReportFacts& facts, const ReportOptions& options,
                   const Reader& reader) {
    if (!facts.closed) {
        report.warnings.push_back(words(
            reader,
            N_("The recording was cut off at {}. The points are those up to then; go on with the "
               "drill to end it."),
            {clock_text(facts.end)}));
    }
    if (!facts.replayed()) {
        report.warnings.push_back(
            words(reader,
                  N_("This program cannot replay the recording, so only the stored points can be "
                     "shown: {}"),
                  {problem_text(facts.verification.unreadable, reader)}));
    }
    const bool same = facts.stored && grade_rows(*facts.stored) == grade_rows(facts.computed);
    if (facts.closed && facts.replayed() && !same) {
        const std::string stored =
            facts.stored ? fmt::format("{}/{}", facts.stored->score, facts.stored->max_score)
                         : dash;
        report.warnings.push_back(
            words(reader,
                  N_("The grade in the file is not the one the replay gives: {0} instead of {1}. "
                     "This report shows the replay's."),
                  {stored, fmt::format("{}/{}", facts.computed.score, facts.computed.max_score)}));
    }
    if (!facts.verification.good()) {
        report.warnings.push_back(words(
            reader, N_("The recording is not as it was when it was made: do not sign before it is "
                       "cleared up. What was found stands at the end.")));
    }
    for (const PointsOverride& change : options.overrides) {
        if (find_line(facts.computed, change.line) != nullptr) continue;
        report.warnings.push_back(
            words(reader, N_("Points were changed for a line the grade does not have: {}"),
                  {engine::quote(change.line, 60)}));
    }
}

int points_to_pass(const Grade& grade) {
    const std::int64_t needed = std::int64_t{grade.pass} * grade.max_score;
    return static_cast<int>((needed + 999) / 1000);
}

std::string critical_text(const ReportFacts& facts, const Reader& reader) {
    const std::vector<std::string>& failed = facts.grade.failed_critical;
    constexpr std::size_t most = 2;
    std::vector<std::string> titles;
    for (const std::string& id : failed) {
        const GradeLine* line = find_line(facts.grade, id);
        if (line == nullptr || titles.size() >= most) continue;
        titles.push_back(words(reader, N_("“{}”"), {line_title(*line, facts, reader)}));
    }
    std::string text = words(reader, N_("Critical steps that failed ({0}): {1}"),
                             {std::to_string(failed.size()), engine::join(titles)});
    if (failed.size() > most) {
        text += words(reader, N_(" and {} more"), {std::to_string(failed.size() - most)});
    }
    return text + ".";
}

std::string verdict_title(const ReportFacts& facts, bool graded, bool passed,
                          const Reader& reader) {
    if (!facts.verification.good()) return words(reader, N_("Have the recording checked first"));
    if (!facts.closed) return words(reader, N_("Finish the drill"));
    if (!graded) return words(reader, N_("Nothing was asked for"));
    if (facts.grade.full()) return words(reader, N_("Go on to the next drill"));
    return passed ? words(reader, N_("Go on, and practise what is named below"))
                  : words(reader, N_("Repeat the drill"));
}

void fill_verdict(Report& report, const ReportFacts& facts, const Reader& reader) {
    const Grade& grade = facts.grade;
    ReportVerdict& verdict = report.verdict;
    verdict.score = grade.score;
    verdict.most = grade.max_score;
    verdict.of = words(reader, N_("of {}"), {std::to_string(grade.max_score)});
    const bool graded = grade.max_score > 0;
    const bool passed = graded && grade.passed();
    verdict.mark = passed ? ReportMark::ok : ReportMark::fault;
    verdict.state = passed ? words(reader, N_("Passed")) : words(reader, N_("Not passed"));
    if (!facts.closed) {
        verdict.mark = ReportMark::care;
        verdict.state = words(reader, N_("Not finished"));
    } else if (!graded) {
        verdict.mark = ReportMark::idle;
        verdict.state = words(reader, N_("Not graded"));
    }
    if (!facts.verification.good()) {
        verdict.mark = ReportMark::care;
        verdict.state = words(reader, N_("{}, but not verified"), {verdict.state});
    }
    verdict.title = verdict_title(facts, graded, passed, reader);
    if (graded) {
        verdict.sentences.push_back(
            words(reader, N_("To pass: {0} of {1} points and every critical step."),
                  {std::to_string(points_to_pass(grade)), std::to_string(grade.max_score)}));
    }
    if (!grade.failed_critical.empty()) verdict.sentences.push_back(critical_text(facts, reader));
    const Scenario* scenario = facts.scenario();
    if (facts.closed && !passed && scenario != nullptr && scenario->minutes > 0) {
        constexpr std::int64_t told_in_hours = 120;
        const bool hours = scenario->minutes > told_in_hours;
        verdict.sentences.push_back(
            words(reader,
                  hours ? N_("Next try: the same drill with another seed, about {} h.")
                        : N_("Next try: the same drill with another seed, about {} minutes."),
                  {std::to_string(hours ? (scenario->minutes + 30) / 60 : scenario->minutes)}));
    }
}

void fill_bars(Report& report, const ReportFacts& facts, const Reader& reader) {
    for (const auto& [id, own] : facts.grade.competencies) {
        // Nothing of it was asked for.
        if (own.most <= 0 && own.points == 0) continue;
        ReportBar bar;
        bar.name = capital(competency_name(id, reader.translate));
        bar.points = own.points;
        bar.most = own.most;
        bar.of = words(reader, N_("of {}"), {std::to_string(own.most)});
        const auto found = facts.expert ? facts.expert->competencies.find(id)
                                        : std::map<std::string, CompetencyGrade>::const_iterator{};
        if (facts.expert && found != facts.expert->competencies.end() && own.most > 0 &&
            found->second.most > 0) {
            // Another fault may have been asked of the expert: the share is what compares.
            bar.expert = found->second.points * own.most / found->second.most;
            const int behind = bar.expert - own.points;
            bar.beside = behind > 0
                             ? words(reader, N_("{} below the expert"), {std::to_string(behind)})
                         : behind == 0 ? words(reader, N_("as the expert"))
                                       : words(reader, N_("above the expert"));
        }
        report.bars.push_back(std::move(bar));
    }
    report.bars_title = words(reader, N_("Competencies"));
    report.own_legend = report.trainee;
    if (facts.expert) report.expert_legend = words(reader, N_("expert, same drill and seed"));
}

void fill_previous(Report& report, const ReportFacts& facts, const ReportOptions& options,
                   const Reader& reader) {
    if (!options.previous) return;
    const ReportAttempt& before = *options.previous;
    report.previous = words(reader, N_("Last try, {0}: {1} of {2} points"),
                            {date_text(before.started, reader), std::to_string(before.score),
                             std::to_string(before.most)});
    if (before.most != facts.grade.max_score) return;  // other steps were asked for
    const int more = facts.grade.score - before.score;
    report.previous_beside =
        more > 0    ? words(reader, N_("{} more this time"), {std::to_string(more)})
        : more == 0 ? words(reader, N_("as many this time"))
                    : words(reader, N_("{} fewer this time"), {std::to_string(-more)});
}

void fill_changes(Report& report, const ReportFacts& facts, const ReportOptions& options,
                  const Reader& reader) {
    report.changes_title = words(reader, N_("Points changed by the assessor"));
    for (const PointsOverride& change : options.overrides) {
        const GradeLine* before = find_line(facts.computed, change.line);
        const GradeLine* now = find_line(facts.grade, change.line);
        if (before == nullptr || now == nullptr) continue;
        report.changes.push_back({line_title(*now, facts, reader),
                                  words(reader, N_("{0} → {1} of {2}"),
                                        {std::to_string(before->points),
                                         std::to_string(now->points), std::to_string(now->most)}),
                                  words(reader, N_("Reason: {}"),
                                        {change.reason.empty() ? dash : valid_text(change.reason)}),
                                  valid_text(change.by)});
    }
    report.comments_title = words(reader, N_("The assessor's comments"));
    for (const ReportComment& comment : options.comments) {
        const GradeLine* line = find_line(facts.grade, comment.line);
        report.comments.push_back(
            {line == nullptr ? std::string() : line_title(*line, facts, reader),
             {},
             valid_text(comment.text),
             {}});
    }
}

/// "9c41 7ae0 …", to be compared by eye.
std::string in_fours(const std::string& digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); i += 4) {
        if (i > 0) text += ' ';
        text += digits.substr(i, 4);
    }
    return text;
}

void fill_seal(Report& report, const ReportFacts& facts, const ReportOptions& options,
               const Reader& reader) {
    const Verification& found = facts.verification;
    report.seal = found.good() ? ReportMark::ok : ReportMark::fault;
    report.seal_text = words(
        reader, N_("Recording verified: as it was sealed, and the replay is the same bit for bit"));
    if (!facts.closed) {
        report.seal = ReportMark::care;
        report.seal_text = words(reader, N_("Not sealed: the recording was cut off"));
    }
    if (!found.good()) {
        report.seal = ReportMark::fault;
        report.seal_text =
            words(reader, N_("Not verified: the recording is not as it was, or replays otherwise"));
    }
    for (const Damage& damage : found.damage) {
        constexpr std::size_t most = 3;
        if (report.seal_details.size() >= most) break;
        report.seal_details.push_back(problem_text(damage.message, reader));
    }
    if (found.divergence) {
        report.seal_details.push_back(words(
            reader, N_("The replay differs at {0}: {1}"),
            {clock_text(found.divergence->time), problem_text(found.divergence->what, reader)}));
    }
    if (!found.unreadable.empty()) {
        report.seal_details.push_back(problem_text(found.unreadable, reader));
    }
    const std::string id = fmt::format("{}, {}", valid_text(facts.info.scenario), facts.info.seed);
    report.identity = {
        {words(reader, N_("Recording")), options.name.empty() ? id : valid_text(options.name)},
        {words(reader, N_("Drill and seed")), id},
        {words(reader, N_("Recorded")), valid_text(facts.info.started)},
        {words(reader, N_("Program")), valid_text(facts.info.program)},
        {words(reader, N_("Digest (BLAKE2b)")),
         facts.digest.empty() ? words(reader, N_("none: not sealed")) : in_fours(facts.digest)}};
}

}  // namespace

Report make_report(const Recording& recording, const Reader& reader, const ReportOptions& options) {
    const ReportFacts facts = gather(recording, options);
    Report report;
    fill_header(report, facts, options, reader);
    fill_warnings(report, facts, options, reader);
    fill_verdict(report, facts, reader);
    fill_bars(report, facts, reader);
    report.line = time_line(facts, reader);
    report.well = done_well(facts, reader);
    report.practise = to_practise(facts, reader);
    fill_previous(report, facts, options, reader);
    fill_changes(report, facts, options, reader);
    fill_seal(report, facts, options, reader);
    return report;
}

ReportAttempt attempt_of(const Recording& recording) {
    const Grade grade = grade_of(recording.grade(), {});
    return {recording.info().started, grade.score, grade.max_score};
}

}  // namespace sim
