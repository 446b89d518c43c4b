#pragma once

#include <filesystem>

namespace engine {

/// equipment/, faults/, procedures/ … : the environment's POLLDRILL_ASSETS if set, else assets/
/// of the source tree this program was built from if it is still there, else
/// ../share/polldrill/assets beside the program.
std::filesystem::path assets_folder();

/// The drills: scenarios/ beside the assets.
std::filesystem::path scenarios_folder();

/// The compiled catalogues (ll.mo): translations/ beside the program if it is there, else
/// translations/ in the assets.
std::filesystem::path translations_folder();

}  // namespace engine
