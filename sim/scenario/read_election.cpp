#include "sim/scenario/read_election.h"

#include <fmt/format.h>

#include <set>

#include "sim/election/package.h"

namespace sim {

Election read_election(const engine::Node& node, std::string_view id, std::string_view text,
                       Place& place) {
    Form form(node, "election", place);
    Election election;
    election.id = form.name("election");
    if (!election.id.empty() && election.id != id) {
        form.problem("election", fmt::format("election: \"{}\" stands in a file called \"{}.yaml\"",
                                             election.id, id));
    }
    election.id = id;
    election.title = form.localized("title");
    election.hash = hex(digest_of(text)).substr(0, 16);
    election.votes_allowed = static_cast<std::int32_t>(form.whole("votes_allowed", 1));
    std::set<std::string> ids;
    for (const engine::Node& item : form.list("candidates")) {
        Form row(item, "candidate", place);
        Candidate candidate;
        candidate.id = row.name("id");
        candidate.name = row.localized("name");
        row.finish();
        if (!candidate.id.empty() && !ids.insert(candidate.id).second) {
            row.problem("id", fmt::format("duplicate id \"{}\"", candidate.id));
        }
        election.candidates.push_back(std::move(candidate));
    }
    if (const std::size_t count = election.candidates.size();
        form.has("candidates") && (count < 2 || count > candidates_most)) {
        form.problem("candidates", fmt::format("candidates: expected from 2 to {}, found {}",
                                               candidates_most, count));
        election.candidates.resize(std::min(count, candidates_most));
    }
    form.finish();
    return election;
}

}  // namespace sim
