#include "sim/recording/player.h"

#include <algorithm>

#include "engine/core/archive.h"
#include "sim/recording/compress.h"
#include "sim/recording/recorder.h"

namespace sim {

Player::Player(const Recording& recording)
    : drill_(restore(recording)), reached_(recording.reached()) {
    Drill drill = drill_->make();
    start_ = std::move(drill.world);
    drill_start_ = drill.start;
    const auto branch = static_cast<std::int64_t>(recording.branches().size()) - 1;
    commands_ = commands_of(recording.commands(branch), *start_.setup);
    keyframes_ = recording.keyframes(branch);
    const std::uint64_t layout = layout_version(start_);
    std::erase_if(keyframes_, [&](const RecordedKeyframe& keyframe) {
        return keyframe.layout != layout || keyframe.commands < 0 ||
               keyframe.commands > static_cast<std::int64_t>(commands_.size());
    });
}

World Player::at(Time time) const {
    time = std::clamp(time, first(), std::max(first(), last()));
    World world = start_;
    for (auto keyframe = keyframes_.rbegin(); keyframe != keyframes_.rend(); ++keyframe) {
        if (keyframe->time > time) continue;
        const auto bytes = decompress(keyframe->state);
        if (!bytes) continue;
        try {
            engine::load(world, *bytes);
        } catch (const engine::DamagedData&) {
            continue;  // an earlier one, or the beginning, is as good
        }
        break;
    }
    const std::int32_t number = world.commands;
    // Minutes are not told here: their hashes are of no use to who only wants to see a moment.
    Drill drill{start_.setup, std::move(world), Crew(start_.setup, {}, {}),
                drill_start_, engine::never,    number};
    Sink nobody;
    replay_until(drill, commands_, time, nobody);
    return std::move(drill.world);
}

}  // namespace sim
