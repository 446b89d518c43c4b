#include "sim/report/parts.h"
#include "sim/report/words.h"
#include "sim/station/signals.h"

namespace sim {

namespace {

/// Readings of one world by name; what a station does not have reads as nothing.
class Look {
  public:
    Look(const World& world, const Reader& reader) : world_(world), reader_(reader) {}

    std::int64_t number(const std::string& name) const {
        const auto signal = find_signal(world_.layout(), name);
        return signal ? read(world_, *signal) : 0;
    }
    bool is(const std::string& name) const { return number(name) != 0; }

    /// The name of a choice ("jammed"); empty when there is no such reading.
    std::string_view choice(const std::string& name) const {
        const auto signal = find_signal(world_.layout(), name);
        if (!signal || signal->signal < 0) return {};
        const auto& choices = spec(*signal).choices;
        const std::int64_t value = read(world_, *signal);
        if (value < 0 || value >= static_cast<std::int64_t>(choices.size())) return {};
        return choices[static_cast<std::size_t>(value)];
    }

    std::string words(std::string_view choice) const { return describe_choice(choice, reader_); }

  private:
    const World& world_;
    const Reader& reader_;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    for (const std::string_view one : list) {
        if (one == word) return true;
    }
    return false;
}

StationPicture::Device scanner_of(const Look& look) {
    const std::string_view power = look.choice("scanner.power");
    const std::string_view path = look.choice("scanner.path");
    const std::string_view polls = look.choice("scanner.polls");
    if (power != "running") {
        const bool starting = is_one_of(power, {"booting", "self_test"});
        const ReportMark mark = power == "halted" ? ReportMark::fault
                                : starting        ? ReportMark::info
                                                  : ReportMark::idle;
        return {mark, {}, look.words(power), false};
    }
    if (is_one_of(path, {"jammed", "both_sides_have_paper", "unrecoverable", "disconnected"})) {
        return {ReportMark::fault, {}, look.words(path), false};
    }
    if (path == "cover_open") return {ReportMark::care, {}, look.words(path), false};
    if (polls == "paused") return {ReportMark::paused, {}, look.words(polls), false};
    if (look.is("scanner.alarm")) return {ReportMark::care, {}, look.words("alarm"), false};
    if (polls == "open" && look.is("scanner.ready")) {
        return {ReportMark::ok, {}, look.words("ready"), false};
    }
    if (polls == "open") return {ReportMark::ok, {}, look.words(path), false};
    return {ReportMark::info, {}, look.words(polls), false};
}

StationPicture::Device terminal_of(const Look& look, const std::string& name) {
    const std::string_view state = look.choice(name + ".state");
    const ReportMark mark = state == "off" || state.empty() ? ReportMark::idle
                            : state == "fault"              ? ReportMark::fault
                            : look.is(name + ".opened") && !look.is(name + ".closed")
                                ? ReportMark::ok
                                : ReportMark::info;
    return {mark, {}, look.words(state), false};
}

std::string label_of_device(const DeviceSpec& device, const Reader& reader) {
    const std::string& label = device.label.in(reader.language);
    return label.empty() ? device.name : label;
}

/// Whether a moment's line speaks of a device: its evidence or its post does.
bool speaks_of(const GradeLine* line, const std::string& device, std::string_view post) {
    if (line == nullptr) return false;
    if (!line->post.empty() && line->post == post) return true;
    for (const Evidence& one : line->evidence) {
        if (one.signal.starts_with(device + ".")) return true;
    }
    return false;
}

std::string picture_words(const StationPicture& picture, const Reader& reader) {
    std::string text = words(reader, N_("{0} waiting for a terminal, {1} inside."),
                             {std::to_string(picture.waiting), std::to_string(picture.inside)});
    const auto device = [&](const StationPicture::Device& one) {
        text += " " + words(reader, N_("{0}: {1}."), {one.label, one.state});
    };
    for (const StationPicture::Device& terminal : picture.terminals) device(terminal);
    device(picture.scanner);
    text += " " + words(reader, N_("Counted: {}."), {std::to_string(picture.counted)});
    if (!picture.mains) text += " " + words(reader, N_("No mains."));
    if (picture.generator) text += " " + words(reader, N_("The generator runs."));
    return text;
}

}  // namespace

StationPicture picture_of(const World& world, const GradeLine* about, const Reader& reader) {
    const Look look(world, reader);
    StationPicture picture;
    picture.waiting = look.number("queue.desk");
    picture.inside = look.number("voters.inside");
    picture.counted = look.number("scanner.ballots");
    picture.scanner = scanner_of(look);
    int terminal = 0;
    for (const DeviceSpec& device : world.layout().devices) {
        if (device.device_class == DeviceClass::scanner) {
            picture.scanner.label = label_of_device(device, reader);
            picture.scanner.chosen = speaks_of(about, device.name, "scanner_operator");
        }
        if (device.device_class != DeviceClass::terminal) continue;
        StationPicture::Device shown = terminal_of(look, device.name);
        shown.label = label_of_device(device, reader);
        shown.chosen = speaks_of(about, device.name, "operator_" + std::to_string(++terminal));
        picture.terminals.push_back(std::move(shown));
    }
    picture.cover_open = look.is("scanner.cover.open");
    picture.sheet_at_entry = look.is("scanner.sheet_at_entry");
    picture.voter_at_scanner = look.is("feeding.voter_waiting");
    picture.door_open = look.is("entrance_door.open");
    picture.mains = look.is("mains.live");
    picture.generator = look.is("generator.running");
    picture.words = picture_words(picture, reader);
    return picture;
}

}  // namespace sim
