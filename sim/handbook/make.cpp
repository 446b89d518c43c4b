#include <algorithm>
#include <cctype>

#include "engine/core/phrase.h"
#include "engine/core/text.h"
#include "sim/handbook/views.h"
#include "sim/scenario/check.h"
#include "sim/scenario/default_station.h"
#include "sim/scenario/read_sources.h"
#include "sim/world/post.h"

namespace sim {

namespace {

class Writer {
  public:
    Writer(const std::string& language, const engine::Translator& translate)
        : language_(language), _(translate) {}

    std::string chapter_title(DeviceClass device_class) const {
        switch (device_class) {
            case DeviceClass::scanner:
                return word(N_("Ballot scanner"));
            case DeviceClass::terminal:
                return word(N_("Voter-ID terminal"));
            case DeviceClass::transmitter:
                return word(N_("Transmission of results"));
            case DeviceClass::power:
                return word(N_("Power supply"));
            case DeviceClass::room:
                return word(N_("People, papers and the room"));
        }
        return {};
    }

    std::string kind(const std::string& kind) const {
        if (kind == "human_error") return word(N_("Human error"));
        if (kind == "condition") return word(N_("Condition"));
        if (kind == "reference") return word(N_("For reference"));
        return word(N_("Malfunction"));
    }

    static bool at_terminal(PostId post) {
        return post != no_post &&
               posts()[static_cast<std::size_t>(post)].name.starts_with("operator_");
    }

    HandbookEntry entry(const FaultSpec& fault) const {
        HandbookEntry entry;
        entry.id = fault.id;
        entry.number = fault.number;
        entry.title = fault.title.in(language_);
        entry.kind = kind(fault.kind);
        entry.difficulty = fault.difficulty;
        entry.reference = fault.kind == "reference";
        for (const Sign& sign : fault.signs) entry.signs.push_back(sign.text.in(language_));
        PostId before = no_post;
        for (const Step& step : fault.recovery.steps) {
            HandbookStep row;
            row.text = step.text.in(language_);
            row.hint = step.hint.in(language_);
            if (step.post != no_post) {
                row.who = _(posts()[static_cast<std::size_t>(step.post)].title);
            }
            // What several do alike is one step.
            HandbookStep* last = entry.steps.empty() ? nullptr : &entry.steps.back();
            if (last == nullptr || last->text != row.text || last->hint != row.hint) {
                entry.steps.push_back(std::move(row));
            } else if (at_terminal(step.post) && at_terminal(before)) {
                last->who = word(N_("Operators of the terminals"));
            } else {
                last->who += ", " + row.who;
            }
            before = step.post;
        }
        for (const Mistake& mistake : fault.mistakes) {
            entry.never.push_back(mistake.text.in(language_));
        }
        entry.note = fault.note.in(language_);
        entry.rate = fault.rate.in(language_);
        entry.sources = engine::join(fault.sources);
        return entry;
    }

    /// @param like the device that it differs from; empty: none
    HandbookDevice device(const EquipmentProfile& profile, const std::string& like) const {
        HandbookDevice device;
        device.name = profile.name.in(language_);
        if (const auto at = device.name.find(" {number}"); at != device.name.npos) {
            device.name.erase(at, 9);
        }
        device.note = profile.note.in(language_);
        if (!like.empty()) {
            if (!device.note.empty()) device.note += " ";
            device.note +=
                engine::fill(word(N_("Like “{}”; only what is different is shown.")), {like});
        }
        add_views(device, profile, language_, _);
        return device;
    }

    HandbookWords words() const {
        return {word(N_("Signs")),
                word(N_("What to do")),
                word(N_("Wrong, and what comes of it")),
                word(N_("How often")),
                word(N_("Sources")),
                word(N_("Contents")),
                word(N_("Parts")),
                word(N_("Difficulty {} of 4")),
                word(N_("page {} of {}")),
                word(N_("TRAINING"))};
    }

    std::string word(const char* text) const { return std::string(_(text)); }
    std::string entries(std::size_t count) const {
        return engine::fill(_.plural("{} entry", "{} entries", static_cast<long long>(count)),
                            {std::to_string(count)});
    }

  private:
    const std::string& language_;
    const engine::Translator& _;
};

std::vector<EquipmentProfile> read_profiles(const FileSource& assets, engine::Problems& problems) {
    std::vector<EquipmentProfile> profiles;
    for (const std::string& id : assets.ids("equipment")) {
        const std::string key = asset_key("equipment", id);
        const auto text = assets.asset(key);
        if (!text) continue;
        const std::string shown = assets.shown(key);
        const auto node = engine::read_yaml(*text, shown, problems);
        if (!node) continue;
        Place place{shown, problems};
        profiles.push_back(read_equipment(*node, id, place));
    }
    return profiles;
}

std::vector<Publication> read_publications(const FileSource& assets, engine::Problems& problems) {
    const std::string key = "sources.yaml";
    const auto text = assets.asset(key);
    if (!text) return {};
    const std::string shown = assets.shown(key);
    const auto node = engine::read_yaml(*text, shown, problems);
    if (!node) return {};
    Place place{shown, problems};
    return read_publications(*node, "sources", place).rows;
}

/// Whether a text names a key: "(P1, VX16)".
bool names(const std::string& text, const std::string& key) {
    const auto part_of_word = [&](std::size_t at) {
        return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
    };
    for (auto at = text.find(key); at != text.npos; at = text.find(key, at + 1)) {
        if (!part_of_word(at - 1) && !part_of_word(at + key.size())) return true;
    }
    return false;
}

bool names(const Handbook& handbook, const std::string& key) {
    const auto in_entry = [&](const HandbookEntry& entry) {
        return names(entry.sources, key) || names(entry.rate, key) || names(entry.note, key);
    };
    return std::any_of(
        handbook.chapters.begin(), handbook.chapters.end(), [&](const HandbookChapter& chapter) {
            return std::any_of(chapter.entries.begin(), chapter.entries.end(), in_entry) ||
                   std::any_of(
                       chapter.devices.begin(), chapter.devices.end(),
                       [&](const HandbookDevice& device) { return names(device.note, key); });
        });
}

}  // namespace

std::optional<Handbook> make_handbook(const FileSource& assets, const std::string& language,
                                      const engine::Translator& translate,
                                      engine::Problems& problems) {
    DefaultStation station(assets, problems);
    const std::vector<FaultSpec> faults = station.faults();
    const std::vector<EquipmentProfile> profiles = read_profiles(assets, problems);
    const std::vector<Publication> publications = read_publications(assets, problems);
    tidy(problems);
    if (!problems.empty()) return std::nullopt;
    const Writer writer(language, translate);
    Handbook handbook;
    handbook.language = language;
    handbook.title = writer.word(N_("Handbook of malfunctions"));
    handbook.about = writer.word(
        N_("Electronic equipment of a polling station: how to tell what is wrong, what to do, and "
           "what never to do"));
    handbook.how_to_read = {
        writer.word(
            N_("Each entry is known from real elections or from manuals, and says so where no "
               "source was found; the keys of its sources stand at its end, their addresses "
               "on the last pages.")),
        writer.word(N_("The signs are what can be seen, heard or read at the station. The steps "
                       "are in order, each with the post whose work it is.")),
        writer.word(N_("The equipment shown is invented: it stands for no maker's.")),
    };
    handbook.words = writer.words();
    for (std::size_t i = 0; i < device_class_count; ++i) {
        const auto device_class = static_cast<DeviceClass>(i);
        HandbookChapter chapter;
        chapter.title = writer.chapter_title(device_class);
        for (const EquipmentProfile& profile : profiles) {
            if (profile.device_class != device_class || device_class == DeviceClass::room) continue;
            const auto like =
                std::find_if(profiles.begin(), profiles.end(),
                             [&](const EquipmentProfile& one) { return one.id == profile.like; });
            chapter.devices.push_back(writer.device(
                profile, like == profiles.end() ? std::string{} : like->name.in(language)));
        }
        for (const FaultSpec& fault : faults) {
            if (fault.device_class == device_class) chapter.entries.push_back(writer.entry(fault));
        }
        // The device's own letter first.
        const char own = "SVTGG"[i];
        std::stable_sort(chapter.entries.begin(), chapter.entries.end(),
                         [own](const HandbookEntry& a, const HandbookEntry& b) {
                             if (a.reference != b.reference) return b.reference;
                             const bool a_own = a.number.starts_with(own);
                             const bool b_own = b.number.starts_with(own);
                             if (a_own != b_own) return a_own;
                             return a.number < b.number;
                         });
        chapter.count = writer.entries(chapter.entries.size());
        handbook.chapters.push_back(std::move(chapter));
    }
    for (const Publication& one : publications) {
        if (names(handbook, one.key)) handbook.sources.push_back({one.key, one.where});
    }
    return handbook;
}

}  // namespace sim
