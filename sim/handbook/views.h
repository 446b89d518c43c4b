/// A profile as drawings: front, top, back and what lies behind each door, in outline.
#pragma once

#include "sim/handbook/handbook.h"
#include "sim/scenario/read_equipment.h"

namespace sim {

/// Views and numbered parts of a profile. Parts without a place (paper, targets of a screen) are
/// left out.
void add_views(HandbookDevice& device, const EquipmentProfile& profile, const std::string& language,
               const engine::Translator& translate);

}  // namespace sim
