/// The handbook: each device with its picture and the names of its parts, and every entry of the
/// catalogue on half a page at most, from the same files that the drills are made of. A value in
/// words of one language; pages and files are pure functions of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/translate.h"
#include "sim/page/drawing.h"
#include "sim/scenario/files.h"

namespace sim {

/// One way to look at a device: its outline, and numbers that lead to its parts.
struct HandbookView {
    std::string title;
    Drawing drawing;
    std::string words;  ///< all of it, for who cannot see the picture
};

struct HandbookPart {
    int number = 0;
    std::string name;
};

/// A profile: what a maker's device looks like.
struct HandbookDevice {
    std::string name;
    std::string note;
    Drawing outline;  ///< the first view, without numbers
    std::vector<HandbookView> views;
    std::vector<HandbookPart> parts;
};

struct HandbookStep {
    std::string text;
    std::string who;   ///< post
    std::string hint;  ///< may be empty
};

/// An entry of the catalogue.
struct HandbookEntry {
    std::string id;
    std::string number;  ///< a letter and two figures
    std::string title;
    std::string kind;  ///< "Malfunction"
    int difficulty = 1;
    bool reference = false;  ///< nothing of it happens in a station
    std::vector<std::string> signs;
    std::vector<HandbookStep> steps;
    std::vector<std::string> never;
    std::string note;
    std::string rate;
    std::string sources;
};

struct HandbookChapter {
    std::string title;
    std::string count;  ///< "50 entries"
    std::vector<HandbookDevice> devices;
    std::vector<HandbookEntry> entries;  ///< by number, references last
};

/// A publication that an entry names by its key.
struct HandbookSource {
    std::string key;
    std::string where;
};

/// Words that stand on every page.
struct HandbookWords {
    std::string signs, steps, never, rate, sources, contents, parts, difficulty, page_of, training;
};

struct Handbook {
    std::string language;
    std::string title;
    std::string about;
    std::vector<std::string> how_to_read;
    std::vector<HandbookChapter> chapters;
    std::vector<HandbookSource> sources;  ///< that are named anywhere in it
    HandbookWords words;
};

/// Reads the catalogue and all profiles; mistakes of files are reported, and nothing is made of
/// files with mistakes.
std::optional<Handbook> make_handbook(const FileSource& assets, const std::string& language,
                                      const engine::Translator& translate,
                                      engine::Problems& problems);

/// One file that needs no other, to be read on a screen or printed on A4.
std::string handbook_html(const Handbook& handbook);

/// Pages of A4.
std::string handbook_pdf(const Handbook& handbook);

}  // namespace sim
