/// `polldrill check`: everything that is wrong with files, in one pass.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/files.h"

namespace sim {

/// Checks one file of any kind; its first key says which. Profiles, procedures, faults and
/// elections are read against the default station, a scenario with all it names. Problems are
/// sorted by file and place; none means that the file is good.
engine::Problems check_file(const FileSource& assets, const std::string& path);

/// The same for a text that is at hand; `path` names it in messages and gives its id.
engine::Problems check_text(const FileSource& assets, const std::string& path,
                            const std::string& text);

/// Sorts by file, line and column, drops repetitions and what is beyond Place::problems_most.
void tidy(engine::Problems& problems);

}  // namespace sim
