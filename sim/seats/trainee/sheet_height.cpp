#include <algorithm>

#include "sim/seats/trainee/panels.h"

namespace sim::seats {

namespace {

/// The area of a sheet that scrolls, where one holds all there is.
const char* scroll_of(const Trainee& me) {
    switch (me.sheet) {
        case Sheet::talk:
            return "trainee.talk.list";
        case Sheet::forms:
            switch (me.form) {
                case FormTab::log_book:
                    return "trainee.log.list";
                case FormTab::incident:
                    return "trainee.incident.list";
                case FormTab::seals:
                    return "trainee.seals.list";
                case FormTab::papers:
                    return "trainee.papers.list";
                case FormTab::protocol:
                    return nullptr;
            }
            return nullptr;
        default:
            return nullptr;
    }
}

}  // namespace

float fitted_height(const Scene& scene, float height) {
    constexpr float around = 116;  ///< edges, title and tabs
    constexpr float least = 300;   ///< room for an empty state
    const char* scroll = scroll_of(scene.me);
    const auto& lengths = scene.ui.state.lengths;
    const auto known = scroll == nullptr ? lengths.end() : lengths.find(scroll);
    if (known == lengths.end()) return height;
    return std::clamp(known->second + around, std::min(least, height), height);
}

}  // namespace sim::seats
