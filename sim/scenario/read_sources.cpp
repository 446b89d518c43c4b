#include "sim/scenario/read_sources.h"

#include <fmt/format.h>

#include <set>

namespace sim {

Publications read_publications(const engine::Node& node, std::string_view id, Place& place) {
    Form form(node, "publications", place);
    Publications publications;
    publications.id = form.name("publications");
    if (!publications.id.empty() && publications.id != id) {
        form.problem("publications",
                     fmt::format("publications: \"{}\" stands in a file called \"{}.yaml\"",
                                 publications.id, id));
    }
    publications.title = form.localized("title");
    std::set<std::string> known;
    for (const engine::Node& item : form.list("rows")) {
        Form row(item, "publication", place);
        Publication publication{row.text("source"), row.text("where")};
        if (!known.insert(publication.key).second) {
            row.problem("source", fmt::format("source: \"{}\" stands here twice", publication.key));
        }
        row.finish();
        publications.rows.push_back(std::move(publication));
    }
    form.finish();
    return publications;
}

}  // namespace sim
