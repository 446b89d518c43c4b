#include "sim/station/verb.h"

#include <vector>

namespace sim {

namespace {

std::vector<Verb> join_tables() {
    std::vector<Verb> all;
    for (const std::span<const Verb> rows :
         {door_verbs(), item_verbs(), seal_verbs(), hand_verbs(), paper_verbs(), scanner_verbs(),
          voter_verbs(), result_verbs(), instructor_verbs()}) {
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

}  // namespace

std::span<const Verb> verbs() {
    static const std::vector<Verb> all = join_tables();
    return all;
}

const Verb& verb(VerbId id) {
    return verbs()[id];
}

std::optional<VerbId> find_verb(std::string_view word, std::optional<PartKind> kind) {
    const std::span<const Verb> all = verbs();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name != word) continue;
        const bool fits = kind ? all[i].object.has(*kind) : all[i].object.empty();
        if (fits) return static_cast<VerbId>(i);
    }
    return std::nullopt;
}

}  // namespace sim
