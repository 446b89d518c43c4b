/// Symbols of Fork Awesome, by what they stand for here.
#pragma once

namespace engine::view::icons {

inline constexpr const char* hand = "\xef\x89\x96";         // hand-paper-o f256
inline constexpr const char* people = "\xef\x83\x80";       // users f0c0
inline constexpr const char* person = "\xef\x80\x87";       // user f007
inline constexpr const char* bars = "\xef\x88\xb3";         // server f233
inline constexpr const char* help = "\xef\x81\x99";         // question-circle f059
inline constexpr const char* check_box = "\xef\x81\x86";    // check-square-o f046
inline constexpr const char* play = "\xef\x81\x8b";         // f04b
inline constexpr const char* play_circle = "\xef\x85\x84";  // play-circle f144
inline constexpr const char* pause = "\xef\x81\x8c";        // f04c
inline constexpr const char* step_back = "\xef\x81\x88";    // f048
inline constexpr const char* step_on = "\xef\x81\x91";      // f051
inline constexpr const char* forward = "\xef\x81\x8e";      // forward f04e
inline constexpr const char* folder = "\xef\x81\xbc";       // folder-open f07c
inline constexpr const char* phone = "\xef\x82\x95";        // f095
inline constexpr const char* radio = "\xef\x84\xb0";        // microphone f130
inline constexpr const char* book = "\xef\x80\xad";         // f02d
inline constexpr const char* pencil = "\xef\x81\x84";       // pencil-square-o f044
inline constexpr const char* search = "\xef\x80\x82";       // f002
inline constexpr const char* settings = "\xef\x80\x93";     // cog f013
inline constexpr const char* down = "\xef\x84\x87";         // angle-down f107
inline constexpr const char* up = "\xef\x84\x86";           // angle-up f106
inline constexpr const char* right = "\xef\x84\x85";        // angle-right f105
inline constexpr const char* left = "\xef\x84\x84";         // angle-left f104
inline constexpr const char* leave = "\xef\x82\x8b";        // sign-out f08b
inline constexpr const char* close = "\xef\x80\x8d";        // times f00d
inline constexpr const char* check = "\xef\x80\x8c";        // f00c
inline constexpr const char* undo = "\xef\x83\xa2";         // f0e2
inline constexpr const char* history = "\xef\x87\x9a";      // f1da
inline constexpr const char* bookmark = "\xef\x80\xae";     // f02e
inline constexpr const char* note = "\xef\x89\x89";         // sticky-note f249
inline constexpr const char* megaphone = "\xef\x82\xa1";    // bullhorn f0a1
inline constexpr const char* clock = "\xef\x80\x97";        // clock-o f017
inline constexpr const char* bulb = "\xef\x83\xab";         // lightbulb-o f0eb
inline constexpr const char* lock = "\xef\x80\xa3";         // f023
inline constexpr const char* bolt = "\xef\x83\xa7";         // f0e7
inline constexpr const char* signal = "\xef\x80\x92";       // f012
inline constexpr const char* card = "\xef\x8a\xbb";         // address-card f2bb
inline constexpr const char* box = "\xef\x86\x87";          // archive f187
inline constexpr const char* paper = "\xef\x83\xb6";        // file-text-o f0f6
inline constexpr const char* print = "\xef\x80\xaf";        // f02f
inline constexpr const char* list = "\xef\x82\xae";         // tasks f0ae
inline constexpr const char* language = "\xef\x86\xab";     // f1ab
inline constexpr const char* expand = "\xef\x81\xa5";       // f065
inline constexpr const char* eye = "\xef\x81\xae";          // f06e
inline constexpr const char* warning = "\xef\x81\xb1";      // exclamation-triangle f071
inline constexpr const char* flag = "\xef\x80\xa4";         // f024
inline constexpr const char* key = "\xef\x82\x84";          // f084
inline constexpr const char* sound = "\xef\x80\xa8";        // volume-up f028
inline constexpr const char* tag = "\xef\x80\xab";          // f02b
inline constexpr const char* comment = "\xef\x81\xb5";      // f075

}  // namespace engine::view::icons
