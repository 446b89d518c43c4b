/// What a person has set for themselves, kept in their configuration folder.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "engine/core/phrase.h"
#include "engine/view/host.h"

namespace sim::seats {

enum class SeatId : std::uint8_t { trainee, instructor, assessor };
inline constexpr std::size_t seat_count = 3;

/// For who works the keyboard with one hand.
enum class OneHand : std::uint8_t { none, left, right };

struct Settings {
    std::string language;  ///< "en", "ru", "ky"; empty: the environment's
    std::string name;      ///< of the person, for recordings and reports
    SeatId seat = SeatId::trainee;
    int scale = 100;  ///< percent: 100, 125, 150, 175, 200
    bool high_contrast = false;
    bool reduced_motion = false;
    bool pause_away = false;  ///< practice freezes while another window has the keyboard
    bool tour_seen = false;
    int lesson = 0;     ///< step of the first minutes that was reached
    bool plan = false;  ///< the station as a plan instead of a room in space
    int volume = 60;    ///< of sound, percent
    bool mute = false;
    std::optional<bool> captions;             ///< of sounds; none: while there is no sound
    OneHand hand = OneHand::none;             ///< keys lie on this half of the keyboard
    std::map<std::string, std::string> keys;  ///< remapped: name of the act to name of the key

    engine::view::Looks looks() const {
        return {static_cast<float>(scale) / 100, high_contrast, reduced_motion};
    }
    bool sounds() const { return !mute && volume > 0; }
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// $XDG_CONFIG_HOME/polldrill or ~/.config/polldrill.
std::filesystem::path settings_folder();
/// $XDG_DATA_HOME/polldrill/recordings or ~/.local/share/polldrill/recordings.
std::filesystem::path recordings_folder();

/// What cannot be read stands as by default: a broken file never keeps the program from starting.
Settings load_settings(const std::filesystem::path& folder);
/// Replaces the file as a whole. Returns why it could not; empty when it could.
engine::Phrase save_settings(const Settings& settings, const std::filesystem::path& folder);

}  // namespace sim::seats
