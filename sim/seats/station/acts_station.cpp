#include <algorithm>
#include <utility>

#include "sim/seats/station/acts.h"
#include "sim/seats/station/acts_rules.h"

namespace sim::seats {

namespace {

struct Group {
    PartKind kind;
    const char* title;  ///< msgid
};

constexpr Group groups[] = {
    {PartKind::person, N_("The commission")},     {PartKind::channel, N_("Calls")},
    {PartKind::topic, N_("Said to all present")}, {PartKind::field, N_("Figures and reports")},
    {PartKind::pile, N_("Counting and packing")}, {PartKind::paper, N_("Papers and books")},
};

/// Nouns that stand nowhere in the plan.
bool shapeless(const Layout& layout, PartId part) {
    const PartSpec& spec = layout[part];
    if (spec.kind == PartKind::person) return spec.name == "commission";
    return spec.role == Role::none && !spec.name.starts_with("desk.");
}

/// The act names what it needs beside the noun, if anything; the noun comes before that.
std::string named(const std::string& label, const Layout& layout, PartId part,
                  const Reader& reader) {
    const std::string name = full_label(layout, part, reader);
    if (label.find(": ") != label.npos) return name + " – " + label;
    return label + ": " + name;
}

void add_noun(std::vector<Act>& acts, const World& world, PartId part, PostId actor,
              const Reader& reader, std::string_view title) {
    const Layout& layout = world.layout();
    for (Act& act : acts_on(world, part, actor, reader)) {
        // A paper that does not exist yet has nothing to be done with, but for writing it.
        if (!act.enabled && !act.is_default) continue;
        act.group = title;
        act.label = named(act.label, layout, part, reader);
        act.name = layout[part].name + "." + act.name;
        acts.push_back(std::move(act));
    }
}

void add_wordless(std::vector<Act>& acts, const World& world, PostId actor, const Reader& reader) {
    const auto all = verbs();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].instructor || !all[i].object.empty()) continue;
        Act act;
        act.command = command_of(world, static_cast<VerbId>(i), actor, no_part);
        const Refusal refusal = check(world, act.command);
        act.enabled = !refusal;
        if (refusal) act.reason = describe(refusal, *world.setup, reader);
        act.name = all[i].name;
        act.label = verb_label(all[i].name, reader);
        act.group = reader.translate(groups[0].title);
        acts.push_back(std::move(act));
    }
}

}  // namespace

std::string full_label(const Layout& layout, PartId part, const Reader& reader) {
    const PartSpec& spec = layout[part];
    const std::string& label = label_of(layout, part, reader);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const PartSpec& other = layout.parts[i];
        if (other.kind != spec.kind || other.device == spec.device || spec.device == no_device) {
            continue;
        }
        if (label_of(layout, static_cast<PartId>(i), reader) != label) continue;
        const std::string& device = layout.device(spec.device).label.in(reader.language);
        return device.empty() ? label : label + " (" + device + ")";
    }
    return label;
}

std::vector<Act> station_acts(const World& world, PostId actor, const Reader& reader) {
    const Layout& layout = world.layout();
    std::vector<Act> acts;
    for (const Group& group : groups) {
        const std::string_view title = reader.translate(group.title);
        for (std::size_t i = 0; i < layout.parts.size(); ++i) {
            const auto part = static_cast<PartId>(i);
            if (layout.parts[i].kind != group.kind || !shapeless(layout, part)) continue;
            add_noun(acts, world, part, actor, reader, title);
        }
        if (group.kind == PartKind::person) add_wordless(acts, world, actor, reader);
    }
    return acts;
}

}  // namespace sim::seats
