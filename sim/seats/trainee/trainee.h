/// The trainee's seat: the station in plan, and around it what the work needs: checklist with
/// hints, what the devices show, who waits and what they say, papers, forms, telephone and radio.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/seats/room/room_glances.h"
#include "sim/seats/room/room_view.h"
#include "sim/seats/room/thing_pictures.h"
#include "sim/seats/shared/desk.h"
#include "sim/seats/shared/live.h"
#include "sim/seats/sound/ear.h"
#include "sim/seats/station/plan.h"
#include "sim/seats/station/screen.h"
#include "sim/seats/trainee/demo.h"
#include "sim/seats/trainee/lesson.h"

namespace sim::seats {

/// What lies over the plan.
enum class Sheet : std::uint8_t {
    none,
    screen,  ///< a device's screen, enlarged
    paper,   ///< a paper, looked at closely
    forms,   ///< log book, acts, seal register, protocol, papers
    talk,    ///< support line, radio, chair
    acts,    ///< everything that has no place in the plan, with search
    hand,    ///< loose items to take
};
enum class FormTab : std::uint8_t { log_book, incident, seals, protocol, papers };
enum class TalkTab : std::uint8_t { support, radio, chair };
enum class SideTab : std::uint8_t { plan, checklist, events, station, people, counted, posts };

/// Whether what people say stands at their heads in the room.
enum class Bubbles : std::uint8_t {
    none,   ///< a panel has it
    words,  ///< there, the replies are in the panel
    full,   ///< there, with the replies: no panel repeats them
};

/// Something the trainee could see or hear.
struct FeedLine {
    Observation seen;
    std::string words;  ///< of a message from the instructor
};

/// How far the help with one step has gone.
struct HintState {
    const Step* step = nullptr;
    int level = 0;  ///< 1 a nudge, 2 where, 3 what to say
};

/// "Show me": the sentences of one step, one after another.
struct ShowMe {
    const Step* step = nullptr;
    PostId post = no_post;
    std::vector<Command> sentences;
    std::size_t at = 0;
};

/// The place of a step that was asked for.
struct Pointer {
    const Step* step = nullptr;
    std::int64_t commands = 0;  ///< given when it was last worked out
    PartId part = no_part;      ///< of the next sentence
};

/// Running at once to the next thing that needs a person.
struct Skip {
    bool on = false;
    Time from = 0;
    std::vector<const Step*> open;
    std::size_t feed = 0;
    int people = 0;
    int busy = 0;
    int unheard = 0;
    bool asked = false;         ///< a ballot had to be decided on when it began, and still has
    std::vector<PartId> shown;  ///< who was shown instead of skipping at once
    int left_waiting = -1;      ///< how many had been called when one was told that people wait
};

struct Trainee {
    PlanState plan;
    RoomView room;
    RoomGlances glances;   ///< of its places
    ThingPictures things;  ///< that can be taken up
    std::map<DeviceId, ScreenState> screens;
    Sheet sheet = Sheet::none;
    FormTab form = FormTab::log_book;
    TalkTab talk = TalkTab::support;
    SideTab side = SideTab::checklist;  ///< of the panel at the left
    SideTab right = SideTab::station;   ///< of the panel at the right, where it is one
    SideTab page = SideTab::plan;       ///< in a small window
    std::map<int, bool>
        tabbed;           ///< by its height and bubbles: the right is behind tabs from now on
    bool asked = false;   ///< "Was it counted?" was shown in the frame before
    double asked_at = 0;  ///< since when, on the clock of Ui::time
    bool waited = false;  ///< people have waited: the place for them stays
    Bubbles bubbles = Bubbles::none;  ///< how people speak in the room
    /// Where somebody's words stand.
    struct Spoken {
        engine::view::Rect box;
        std::size_t form = 0;  ///< of those that they can have
    };
    std::map<std::int64_t, Spoken> spoken;              ///< by who speaks
    engine::scene::Camera spoken_from;                  ///< from where they were placed
    std::optional<engine::scene::Camera> no_room_from;  ///< for words with all their replies
    int unheard[2] = {0, 0};            ///< answers not looked at yet: support line, radio
    int counted_choice = -1;            ///< about the ballot: chosen, to be confirmed
    bool end_told = false;              ///< that the drill's time runs out
    Time end_promised = engine::never;  ///< told: when the drill ends, all being done
    PartId paper = no_part;
    PartId person = no_part;             ///< whose words are read
    DeviceId person_before = no_device;  ///< the device that one stood before when it was settled
    std::string person_shown;            ///< who that is
    double person_at = -1e9;             ///< since when, on the clock of Ui::time
    DeviceId screen = no_device;

    // What has been perceived.
    const DrillSession* of = nullptr;
    int branch = -1;
    std::size_t seen = 0;
    bool leaving = false;  ///< time stands because the way out is being chosen
    std::deque<FeedLine> feed;
    std::size_t fed = 0;  ///< lines that ever came into the feed
    int worry = 0;        ///< of them warnings
    std::int64_t count_now = 0;
    std::int64_t count_before = 0;  ///< when the last ballot was put to the slot
    std::optional<FeedLine> message;
    std::map<std::int64_t, Time> queue;  ///< who waits for a terminal, since when
    Ear ear;

    // What is helped with.
    std::map<std::string, HintState> hints;
    const Step* chosen = nullptr;
    bool chosen_open = false;       ///< it was still to be done in the frame before
    const Step* current = nullptr;  ///< of the frame before, to bring another into sight
    float in_sight = 0;             ///< height of the list in which it was brought there
    Pointer pointer;
    Demo demo;
    Lesson lesson;
    ShowMe show;
    Skip skip;
    Grade grade;
    std::int64_t graded = -1;

    // What is being typed.
    std::string words;
    std::string log_words;
    std::string search;
    std::map<PartId, std::string> figures;
    std::set<PartId> doubted;  ///< control sums said not to add up, whose reason is being written
    int act_kind = 0;
    std::optional<Act> ask;  ///< a number or words are being asked for
    std::string ask_text;
    std::string said;  ///< what was refused last, beside the part of a form
    PartId said_at = no_part;
    bool done_seen = false;  ///< the card at the end was put aside
};

/// Draws one frame and says what the trainee does.
void draw_trainee(engine::view::Ui& ui, Desk& desk, Live& live, Trainee& trainee);

}  // namespace sim::seats
