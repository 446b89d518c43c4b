#include "sim/seats/program/sounding.h"

#include <fmt/format.h>

#include <array>

namespace sim::seats {

using namespace engine::view;

namespace {

/// The instructor's and the assessor's seats are quiet.
const Ear* open_ear(const Shell& shell) {
    const bool seated =
        shell.live && shell.trainee && !shell.assessor && shell.seat == SeatId::trainee;
    return seated ? &shell.trainee->ear : nullptr;
}

}  // namespace

void let_sound(SoundDevice& device, Shell& shell, const Ui& ui) {
    Desk& desk = shell.desk;
    const Settings& settings = desk.settings;
    // Twice as loud to the ear is more than twice as much.
    const float volume = static_cast<float>(settings.volume) / 100;
    device.set_volume(settings.sounds() ? volume * volume : 0);
    const Ear* ear = open_ear(shell);
    for (std::size_t i = 0; i < loop_count; ++i) {
        device.set_loop(sound_of(static_cast<Loop>(i)), ear != nullptr ? ear->loops[i] : 0);
    }
    if (ear != nullptr) {
        for (const Cue cue : ear->cues) device.play(sound_of(cue));
    }
    if (std::exchange(desk.try_sound, false)) device.play(sound_of(Cue::accept));
    device.tend();
    if (device.missing() && !desk.no_device) {
        desk.no_device = true;
        const engine::Translator& _ = desk.translate();
        toast(desk, ui, Status::info,
              std::string(desk.captions()
                              ? _("No sound device was found. Sounds are shown in words instead.")
                              : _("No sound device was found.")));
    }
}

void draw_sound_settings(Ui& ui, Desk& desk, Rect& content) {
    Settings& settings = desk.settings;
    const engine::Translator& _ = desk.translate();
    std::array<Segment, 6> steps;
    int chosen = -1;
    for (int i = 0; i < static_cast<int>(steps.size()); ++i) {
        const int percent = 20 * i;
        steps[static_cast<std::size_t>(i)] = {std::to_string(percent), std::to_string(percent)};
        if (settings.volume == percent) chosen = i;
    }
    if (const auto other = segments(ui, setting_row(ui, content, _("Sound volume"), 300),
                                    "settings.volume", steps, chosen)) {
        settings.volume = 20 * *other;
    }
    if (setting_switch(ui, content, "settings.mute", _("Mute"), settings.mute)) {
        settings.mute = !settings.mute;
    }
    if (setting_switch(ui, content, "settings.captions", _("Captions of sounds"),
                       desk.captions())) {
        settings.captions = !desk.captions();
    }
    content.cut_top(4);
    content.cut_top(paragraph(ui, {content.x, content.y, content.w, 0}, Type::small, Token::ink_2,
                              _("In words at the lower edge of the trainee's seat. Until you "
                                "choose, they are shown while there is no sound.")) +
                    12);
    if (desk.no_device) {
        content.cut_top(paragraph(ui, {content.x, content.y, content.w, 0}, Type::small,
                                  Token::care, _("No sound device was found.")) +
                        12);
    }
    Button play;
    play.name = "settings.try_sound";
    play.label = _("Let me hear it");
    play.icon = icons::sound;
    play.enabled = settings.sounds() && !desk.no_device;
    const float w = std::min(width_of(ui, play), content.w);
    if (button(ui, {content.x, content.y, w, 40}, play)) desk.try_sound = true;
    content.cut_top(48);
}

}  // namespace sim::seats
