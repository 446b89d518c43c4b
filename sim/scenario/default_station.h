/// The station that files are read against when no scenario says otherwise, and whose parts,
/// signals and parameters `list` shows.
#pragma once

#include "sim/scenario/library.h"

namespace sim {

/// Keeps the layout that its words point to; do not move it.
class DefaultStation {
  public:
    /// @param fault a fault that is being checked under `id`, known by name beside the catalogue,
    /// or nullptr.
    /// @param kit of assets/kits whose equipment it has; empty: none.
    DefaultStation(const FileSource& assets, engine::Problems& problems,
                   const engine::Node* fault = nullptr, std::string_view id = {},
                   const std::string& kit = "");
    DefaultStation(const DefaultStation&) = delete;
    DefaultStation& operator=(const DefaultStation&) = delete;

    const Layout& layout() const { return layout_; }
    const Words& words() const { return words_; }
    const Profiles& profiles() const { return profiles_; }
    /// The catalogue, read against this station.
    std::vector<FaultSpec> faults() { return library_.faults(words_); }

  private:
    Place place_;
    Library library_;
    std::vector<DevicePlan> devices_;
    Profiles profiles_;
    Layout layout_;
    Words words_;
};

}  // namespace sim
