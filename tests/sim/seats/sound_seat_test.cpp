// Sound as the person at the screen sets it and reads it.
#include <fstream>

#include "sim/recording/recording.h"
#include "sim/seats/program/sounding.h"
#include "sim/seats/sound/rules.h"
#include "tests/sim/seats/trainee_kit.h"

namespace sim::seats {

namespace {

using engine::view::Screen;

Shell quiet_shell(const std::string& language = "en") {
    Shell shell;
    shell.keep = false;
    shell.desk.settings.language = language;
    shell.saved = shell.desk.settings;
    shell.desk.reader = {engine::Translator(language, engine::translations_folder()), language};
    shell.start.drills = read_drills("scenarios");
    return shell;
}

std::vector<std::string> captions_of(const Hand& hand) {
    std::vector<std::string> words;
    for (const Caption& caption : hand.trainee.ear.captions) {
        words.push_back(words_of(caption, hand.live.layout(), hand.desk.translate()));
    }
    return words;
}

}  // namespace

TEST_CASE("Settings of sound are kept, and a broken file gives none that cannot be") {
    const TemporaryFolder folder;
    Settings settings;
    settings.volume = 40;
    settings.mute = true;
    CHECK_FALSE(settings.captions);
    for (const std::optional<bool> captions : {std::optional<bool>(), {true}, {false}}) {
        settings.captions = captions;
        CHECK(save_settings(settings, folder.path()).empty());
        CHECK(load_settings(folder.path()) == settings);
    }
    std::ofstream(folder.path() / "settings.json")
        << R"({"volume": 900, "mute": "x", "captions": 3})";
    const Settings loaded = load_settings(folder.path());
    CHECK(loaded.volume == 100);
    CHECK_FALSE(loaded.mute);
    CHECK_FALSE(loaded.captions);
}

TEST_CASE("Captions are shown while there is no sound, until one chooses") {
    Desk desk;
    CHECK_FALSE(desk.captions());
    desk.settings.mute = true;
    CHECK(desk.captions());
    desk.settings.mute = false;
    desk.no_device = true;
    CHECK(desk.captions());
    desk.settings.captions = false;
    CHECK_FALSE(desk.captions());
    desk.no_device = false;
    desk.settings.captions = true;
    CHECK(desk.captions());
}

TEST_CASE("A key mutes in every seat, and where one types it is a letter") {
    Shell shell = quiet_shell();
    Screen screen([&](engine::view::Ui& ui) { draw_shell(ui, shell); }, {}, 1280, 800);
    screen.press("M");
    CHECK(shell.desk.settings.mute);
    CHECK(screen.click("start.name"));
    screen.press("M");
    CHECK(shell.desk.settings.mute);
    screen.press("Esc");
    REQUIRE(begin_drill(shell, "scenarios/opening.yaml", 1, SeatId::trainee));
    screen.frames(2);
    screen.press("M");
    CHECK_FALSE(shell.desk.settings.mute);
    shell.desk.settings.volume = 0;
    screen.press("M");
    CHECK(shell.desk.settings.sounds());
}

TEST_CASE("Sound is set by mouse and by keyboard, at every size") {
    for (const float scale : {1.0F, 2.0F}) {
        Shell shell = quiet_shell("ru");
        shell.desk.settings.scale = static_cast<int>(scale * 100);
        shell.saved = shell.desk.settings;
        shell.desk.settings_open = true;
        Screen screen([&](engine::view::Ui& ui) { draw_shell(ui, shell); }, {scale}, 1024, 700);
        REQUIRE(screen.click("settings.tab.sound"));
        REQUIRE(screen.click("settings.volume.20"));
        CHECK(shell.desk.settings.volume == 20);
        for (int i = 0; i < 60 && !screen.find("settings.mute")->focused; ++i) {
            screen.press("Tab");
        }
        screen.press("Enter");
        CHECK(shell.desk.settings.mute);
        screen.press("Tab");
        screen.press("Space");
        REQUIRE(shell.desk.settings.captions);
        CHECK_FALSE(*shell.desk.settings.captions);
    }
}

TEST_CASE("What the trainee's hand does is heard and, in words, stands below everything") {
    for (const auto& [language, words] : {std::pair<const char*, const char*>{"en", "Plug goes in"},
                                          {"ru", "Вилка входит"},
                                          {"ky", "Сайгыч кирди"}}) {
        Hand hand("opening", true, 1280, 800, {}, language);
        hand.live.frozen = false;
        hand.live.pacer.set(hand.world().now, 0);
        hand.desk.settings.mute = true;
        hand.screen.frames(2);
        const float foot = hand.screen.find("trainee.view.room")->rect.bottom();
        CHECK(foot < 800 - 30);
        REQUIRE_FALSE(
            say(hand.live, "as operator_1: connect strip.plug wall.outlet_2", Seat::trainee));
        skip_to(hand.live, hand.world().now + 5 * engine::second);
        hand.screen.frames(1);
        const std::vector<std::string> shown = captions_of(hand);
        CHECK(std::find(shown.begin(), shown.end(), words) != shown.end());
    }
}

TEST_CASE("No caption is cut in a small window at the largest size") {
    for (const std::string language : {"en", "ru", "ky"}) {
        Hand hand("paper_jam", true, 1024, 700, {2}, language);
        hand.desk.settings.captions = true;
        const DeviceId terminal = hand.live.layout().device_of(DeviceClass::terminal, 1);
        const auto show = [&](const char* words) {
            if (*words == '\0') return;
            hand.trainee.ear.captions.push_back({words, terminal, hand.screen.time + 1});
            hand.screen.frames(1);
            for (const engine::view::CutText& cut : hand.screen.items().cut) {
                FAIL_CHECK(language << ": cut: " << cut.text);
            }
            hand.trainee.ear.captions.clear();
        };
        for (const RoomRule& rule : room_rules()) show(rule.words);
        for (const HandRule& rule : hand_rules()) show(rule.words);
        for (const LoopRule& rule : loop_rules()) show(rule.words);
    }
}

TEST_CASE("Only the trainee's seat is heard, and nobody's before it is sat in") {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    Shell shell = quiet_shell();
    Screen screen([&](engine::view::Ui& ui) { draw_shell(ui, shell); }, {}, 1280, 800);
    engine::view::SoundDevice device(sound_bank());
    const auto sounds = [&] {
        screen.frames(2);
        let_sound(device, shell, screen.host.ui());
        return device.running();
    };
    CHECK_FALSE(sounds());
    REQUIRE(begin_drill(shell, "scenarios/opening.yaml", 1, SeatId::trainee));
    shell.desk.settings.mute = true;
    CHECK_FALSE(sounds());
    shell.desk.settings.mute = false;
    CHECK(sounds());
    CHECK_FALSE(shell.desk.no_device);
    unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("Where nothing plays sound, that is said once, and words stand in for it") {
    setenv("SDL_AUDIODRIVER", "no such driver", 1);
    Shell shell = quiet_shell();
    Screen screen([&](engine::view::Ui& ui) { draw_shell(ui, shell); }, {}, 1280, 800);
    engine::view::SoundDevice device(sound_bank());
    REQUIRE(begin_drill(shell, "scenarios/opening.yaml", 1, SeatId::trainee));
    for (int i = 0; i < 3; ++i) {
        screen.frames(2);
        let_sound(device, shell, screen.host.ui());
    }
    CHECK(shell.desk.no_device);
    CHECK(shell.desk.captions());
    CHECK(shell.desk.toasts.size() == 1);
    unsetenv("SDL_AUDIODRIVER");
}

}  // namespace sim::seats
