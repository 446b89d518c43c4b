#include "tools/perception.h"

#include <fmt/format.h>

#include "engine/core/text.h"
#include "sim/station/signals.h"

namespace polldrill {

namespace {

bool worth_telling(const sim::Observation& seen) {
    const sim::MessageSpec& message = sim::spec(seen.message);
    return message.audience == sim::Audience::everyone && message.level > sim::Level::detail;
}

std::string line_of(const sim::Observation& seen, const sim::Setup& setup,
                    const sim::Reader& reader) {
    std::string text = engine::format_clock(seen.time) + "  ";
    if (seen.actor != sim::no_post) {
        text += fmt::format("{}: ", sim::title_of(seen.actor, reader));
    }
    return text + sim::describe(seen, setup, reader) + "\n";
}

}  // namespace

Perception::Perception(const sim::World& world) {
    for (const std::string& name : sim::signal_names(world.layout())) {
        const auto signal = sim::find_signal(world.layout(), name);
        if (!signal || signal->signal < 0) continue;  // parts are told of by what hands do
        if (sim::channel_of(world.layout(), *signal) == sim::Channel::hidden) continue;
        const sim::SignalType type = sim::spec(*signal).type;
        const bool told = type == sim::SignalType::choice || type == sim::SignalType::boolean;
        readings_.push_back({name, *signal, told, sim::read(world, *signal)});
    }
}

std::string Perception::news(Session& session, const sim::Reader& reader) {
    std::string text;
    for (const sim::Observation& seen : session.take_news()) {
        if (worth_telling(seen)) text += line_of(seen, session.setup(), reader);
    }
    const sim::World& world = session.world();
    for (Reading& reading : readings_) {
        const std::int64_t value = sim::read(world, reading.signal);
        if (value == reading.last) continue;
        reading.last = value;
        if (!reading.told) continue;
        text += fmt::format("{}  {}: {}\n", engine::format_clock(world.now), reading.name,
                            sim::describe_value(world.layout(), reading.signal, value, reader));
    }
    return text;
}

std::string Perception::look(const sim::World& world, const sim::Reader& reader) const {
    std::string text = engine::format_clock(world.now) + "\n";
    for (const Reading& reading : readings_) {
        if (sim::spec(reading.signal).type != sim::SignalType::choice) continue;
        text += fmt::format("  {} {}\n", engine::pad(reading.name, 28),
                            sim::describe_value(world.layout(), reading.signal,
                                                sim::read(world, reading.signal), reader));
    }
    return text;
}

std::string Perception::look(const sim::World& world, const std::string& name,
                             const sim::Reader& reader) const {
    const sim::Layout& layout = world.layout();
    const sim::PartId part = layout.find(name);
    std::string text;
    if (part != sim::no_part) text += look_at_part(world, part, reader);
    const std::string prefix = name + ".";
    for (const Reading& reading : readings_) {
        if (reading.name != name && !reading.name.starts_with(prefix)) continue;
        text += fmt::format(
            "  {} {}\n", engine::pad(reading.name, 28),
            sim::describe_value(layout, reading.signal, sim::read(world, reading.signal), reader));
    }
    if (part != sim::no_part) return text;
    for (const sim::PartSpec& spec : layout.parts) {
        if (!spec.name.starts_with(prefix)) continue;
        text += fmt::format("  {} {}: {}\n", engine::pad(spec.name, 28), sim::name_of(spec.kind),
                            spec.label.in(reader.language));
    }
    return text;
}

std::string Perception::look_at_part(const sim::World& world, sim::PartId part,
                                     const sim::Reader& reader) const {
    const engine::Translator& _ = reader.translate;
    const sim::Layout& layout = world.layout();
    const sim::PartSpec& spec = layout[part];
    const sim::PartState& state = world.part(part);
    std::string text = fmt::format("{} ({}): {}\n", spec.name, sim::name_of(spec.kind),
                                   sim::label_of(layout, part, reader));
    if (!spec.hint.empty()) text += fmt::format("  {}\n", spec.hint.in(reader.language));
    const auto add = [&](bool so, std::string_view words) {
        if (so) text += fmt::format("  {}\n", words);
    };
    switch (spec.kind) {
        case sim::PartKind::door:
        case sim::PartKind::compartment:
            add(true, state.open != 0 ? _("open") : _("closed"));
            break;
        case sim::PartKind::toggle:
            add(true, state.open != 0 ? _("on") : _("off"));
            break;
        case sim::PartKind::latch:
            add(true, state.open != 0 ? _("fastened") : _("loose"));
            break;
        case sim::PartKind::paper:
            add(true, (state.flags & sim::part_flag::exists) != 0 ? _("it is there")
                                                                  : _("it does not exist yet"));
            break;
        default:
            break;
    }
    add(state.broken != 0, _("broken"));
    add(state.reversed != 0, _("the wrong way round"));
    if (state.in != sim::no_part) {
        text += fmt::format("  {} {}\n", _("in:"), sim::label_of(layout, state.in, reader));
    }
    if (state.holds != sim::no_part) {
        text += fmt::format("  {} {}\n", _("holds:"), sim::label_of(layout, state.holds, reader));
    }
    return text;
}

}  // namespace polldrill
