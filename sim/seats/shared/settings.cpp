#include "sim/seats/shared/settings.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace sim::seats {

namespace {

namespace fs = std::filesystem;

fs::path folder_of(const char* variable, const char* below_home) {
    const char* set = std::getenv(variable);
    if (set != nullptr && *set != '\0') return fs::path(set) / "polldrill";
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr && *home != '\0' ? home : ".") / below_home / "polldrill";
}

constexpr std::string_view hand_names[] = {"", "left", "right"};
constexpr std::string_view seat_names[] = {"trainee", "instructor", "assessor"};

template <class T>
void take(const nlohmann::json& json, const char* name, T& value) {
    try {
        if (json.contains(name)) value = json.at(name).get<T>();
    } catch (const nlohmann::json::exception&) {
        // A value of another kind stays as by default.
    }
}

}  // namespace

fs::path settings_folder() {
    return folder_of("XDG_CONFIG_HOME", ".config");
}

fs::path recordings_folder() {
    return folder_of("XDG_DATA_HOME", ".local/share") / "recordings";
}

Settings load_settings(const fs::path& folder) {
    Settings settings;
    std::ifstream file(folder / "settings.json");
    const nlohmann::json json = nlohmann::json::parse(file, nullptr, false);
    if (!json.is_object()) return settings;
    take(json, "language", settings.language);
    take(json, "name", settings.name);
    take(json, "scale", settings.scale);
    take(json, "high_contrast", settings.high_contrast);
    take(json, "reduced_motion", settings.reduced_motion);
    take(json, "pause_away", settings.pause_away);
    take(json, "tour_seen", settings.tour_seen);
    take(json, "lesson", settings.lesson);
    take(json, "plan", settings.plan);
    take(json, "volume", settings.volume);
    take(json, "mute", settings.mute);
    const auto captions = json.find("captions");
    if (captions != json.end() && captions->is_boolean()) settings.captions = captions->get<bool>();
    take(json, "keys", settings.keys);
    std::string hand;
    take(json, "one_hand", hand);
    for (std::size_t i = 0; i < std::size(hand_names); ++i) {
        if (hand == hand_names[i]) settings.hand = static_cast<OneHand>(i);
    }
    std::string seat;
    take(json, "seat", seat);
    for (std::size_t i = 0; i < seat_count; ++i) {
        if (seat == seat_names[i]) settings.seat = static_cast<SeatId>(i);
    }
    settings.volume = std::clamp(settings.volume, 0, 100);
    if (settings.scale < 100 || settings.scale > 200) settings.scale = 100;
    if (settings.language != "en" && settings.language != "ru" && settings.language != "ky") {
        settings.language.clear();
    }
    return settings;
}

engine::Phrase save_settings(const Settings& settings, const fs::path& folder) {
    nlohmann::ordered_json json{{"language", settings.language},
                                {"name", settings.name},
                                {"seat", seat_names[static_cast<std::size_t>(settings.seat)]},
                                {"scale", settings.scale},
                                {"high_contrast", settings.high_contrast},
                                {"reduced_motion", settings.reduced_motion},
                                {"pause_away", settings.pause_away},
                                {"tour_seen", settings.tour_seen},
                                {"lesson", settings.lesson},
                                {"plan", settings.plan},
                                {"volume", settings.volume},
                                {"mute", settings.mute},
                                {"one_hand", hand_names[static_cast<std::size_t>(settings.hand)]},
                                {"keys", settings.keys}};
    if (settings.captions) json["captions"] = *settings.captions;
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path next = folder / "settings.json.new";
    {
        std::ofstream file(next);
        file << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        if (!file.flush()) {
            return {N_("The settings could not be written to {}; they hold until you leave."),
                    folder.string()};
        }
    }
    fs::rename(next, folder / "settings.json", error);
    if (error) {
        return {N_("The settings could not be written to {}; they hold until you leave."),
                folder.string()};
    }
    return {};
}

}  // namespace sim::seats
