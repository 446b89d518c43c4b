/// The faces of small parts (sockets, seals with their numbers, switches, readers) as flat pictures
/// on their shapes, most of them the same drawings as in the plan, and the labels of the body; one
/// image a device.
#pragma once

#include <array>
#include <map>

#include "engine/view/space.h"
#include "sim/assessment/describe.h"

namespace sim::seats {

/// The place of a part's picture in the image of its device.
struct Decal {
    engine::view::Rect at;  ///< pixels
    std::array<float, 4> texels{};
};

struct DecalSheet {
    DeviceId device = no_device;
    std::uint16_t image = 0;  ///< of the space
    int width = 0;
    int height = 0;
    std::map<PartId, Decal> decals;
    std::map<std::size_t, Decal> labels;  ///< by their places among the pieces of its body
    std::map<PartId, Decal> captions;     ///< on the inner sides of doors
};

/// The band on the inner side of a door, at the edge that opens, on which its words are printed.
struct CaptionBand {
    glm::vec3 middle{}, right{}, up{};  ///< half its width and half its height
};
CaptionBand caption_band(const PartShape& door);

/// Which parts of the device have a picture, and where; their sizes do not change.
DecalSheet decal_sheet(const Layout& layout, DeviceId device, std::uint16_t image);

void draw_decals(engine::view::Ui& ui, engine::view::Image& image, const DecalSheet& sheet,
                 const World& world, const Reader& reader);

}  // namespace sim::seats
