#include "sim/scenario/read_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/core/quantity.h"
#include "sim/equipment/power.h"
#include "sim/faults/injection.h"
#include "sim/scenario/library.h"
#include "sim/scenario/read_election.h"
#include "sim/scenario/read_settings.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"

namespace sim {

namespace {

using engine::Node;

constexpr Time usual_begin = 6 * engine::hour + 30 * engine::minute;

/// Reads one scenario; its steps follow each other, for each needs what the one before found.
class ScenarioReader {
  public:
    ScenarioReader(const FileSource& source, const Node& node, std::string shown, std::string id,
                   engine::Problems& problems, const std::string& kit)
        : place_{std::move(shown), problems},
          library_(source, problems),
          form_(node, "scenario", place_),
          id_(std::move(id)),
          kit_(kit.empty() ? Kit{} : library_.kit(kit)) {}

    LoadedScenario read() {
        auto setup = std::make_shared<Setup>();
        setup_ = setup.get();
        heading();
        crew();
        times();
        read_station();
        voters();
        if (station_known_) {
            const Words words{setup_->layout, signal_names_of(setup_->layout)};
            if (const Node* set = form_.find("set")) read_settings(*set, setup_->layout, place_);
            setup_->faults = library_.faults(words);
            procedures(words);
            timeline(words);
            objectives(words);
            setup_->finished = read_condition(form_, "finish", words);
            looks();
        }
        grading();
        form_.finish();
        loaded_.files = std::move(library_.files());
        loaded_.prototype = std::move(setup);
        return std::move(loaded_);
    }

  private:
    void heading() {
        Scenario& scenario = loaded_.scenario;
        scenario.id = form_.name("scenario");
        if (!scenario.id.empty() && scenario.id != id_) {
            form_.problem("scenario",
                          fmt::format("scenario: \"{}\" stands in a file called \"{}.yaml\"",
                                      scenario.id, id_));
        }
        scenario.id = id_;
        setup_->scenario = id_;
        scenario.title = form_.localized("title");
        scenario.about = form_.localized("about");
        scenario.difficulty = static_cast<int>(form_.whole("difficulty", 1));
        scenario.minutes = static_cast<int>(form_.whole("minutes", 1));
    }

    void crew() {
        const Node* node = form_.find("crew");
        if (node == nullptr) return;
        Form crew(*node, "crew", place_);
        if (const Node* trainee = crew.find("trainee")) trainee_posts(crew, *trainee);
        const std::string others = crew.text("others", "expert");
        if (const auto plan = parse_crew(others)) {
            loaded_.scenario.others = *plan;
        } else {
            crew.problem("others",
                         fmt::format("others: expected expert, idle or skip:N (N from 2), "
                                     "found {}",
                                     engine::quote(others, 40)));
        }
        crew.finish();
    }

    void trainee_posts(Form& crew, const Node& node) {
        auto& held = loaded_.scenario.trainee;
        if (node.kind == Node::Kind::scalar && (node.scalar == "all" || node.scalar == "none")) {
            held.fill(node.scalar == "all");
            return;
        }
        std::vector<std::string> names = {"all", "none"};
        for (const PostSpec& post : posts()) names.emplace_back(post.name);
        if (node.kind != Node::Kind::list) {
            const std::string word = node.kind == Node::Kind::scalar ? node.scalar : "";
            crew.problem("trainee",
                         with_advice(fmt::format("trainee: expected a list of posts, all "
                                                 "or none, found {}",
                                                 engine::describe(node)),
                                     word, names));
            return;
        }
        names.erase(names.begin(), names.begin() + 2);
        for (const Node& item : node.items) {
            const PostId post = find_post(item.scalar);
            if (post == no_post) {
                place_.report(item, unknown_word("trainee", item.scalar, names));
            } else {
                held[static_cast<std::size_t>(post)] = true;
            }
        }
    }

    void times() {
        if (const Node* node = form_.find("polls")) {
            Form polls(*node, "polls", place_);
            setup_->polls_open = polls.clock("open", setup_->polls_open);
            setup_->polls_close = polls.clock("close", setup_->polls_close);
            if (setup_->polls_open >= setup_->polls_close) {
                polls.problem("close", "close: the polls close before they open");
            }
            polls.finish();
        }
        loaded_.scenario.start = usual_begin;
        setup_->start = usual_begin;
        if (const Node* node = form_.find("start")) {
            Form start(*node, "start", place_);
            loaded_.scenario.start = start.clock("at", usual_begin);
            setup_->start = start.clock("begin", std::min(usual_begin, loaded_.scenario.start));
            if (setup_->start > loaded_.scenario.start) {
                start.problem("begin", "begin: the expert begins after the drill has begun");
            }
            start.finish();
        }
        setup_->latest_end = form_.clock("end", setup_->latest_end);
        if (setup_->latest_end <= loaded_.scenario.start) {
            form_.problem("end", "end: the drill ends before it begins");
        }
    }

    void voters() {
        const Node* node = form_.find("voters");
        if (node == nullptr) return;
        Form voters(*node, "voters", place_);
        loaded_.register_size = static_cast<int>(voters.whole("register", loaded_.register_size));
        const std::int64_t turnout = voters.quantity("turnout", -1);
        const DeviceId room = setup_->layout.device_of(DeviceClass::room, 0);
        if (turnout >= 0 && room != no_device) {
            set_parameter(setup_->layout, {room, Parameter::turnout}, turnout);
        }
        setup_->chance = voters.boolean("chance", true);
        voters.finish();
    }

    /// Pictures alone need the room itself.
    void read_room_name(Form& station) {
        const std::string room = station.name("room");
        if (room.empty()) return;
        const std::vector<std::string> known = library_.known("rooms");
        // A recording keeps no rooms: whoever replays it has their own.
        if (!known.empty() && std::find(known.begin(), known.end(), room) == known.end()) {
            station.problem("room", unknown_word("room", room, known));
        }
        setup_->room = room;
    }

    void read_station() {
        std::vector<DevicePlan> devices;
        if (const Node* node = form_.find("station")) {
            Form station(*node, "station", place_);
            setup_->station_number = static_cast<std::uint16_t>(station.whole("number", 1));
            read_room_name(station);
            std::set<std::string> names;
            for (const Node& item : station.list("devices")) {
                DevicePlan plan = read_device(item, place_);
                if (!names.insert(plan.name).second && !plan.name.empty()) {
                    const Node* name = item.find("name");
                    place_.report(name != nullptr ? *name : item,
                                  fmt::format("duplicate name \"{}\"", plan.name));
                } else {
                    devices.push_back(std::move(plan));
                }
            }
            if (devices.size() > devices_most) {
                station.problem("devices", fmt::format("devices: at most {}", devices_most));
                devices.resize(devices_most);
            }
            station.finish();
        }
        equip(devices, kit_);
        prefetch(devices);
        setup_->layout = build_layout(devices, library_.profiles(devices, place_), place_);
        // With a device missing, every word about it would be a mistake more.
        station_known_ = !devices.empty() && setup_->layout.devices.size() == devices.size();
        library_.open_faults(setup_->layout);
        add_nouns(setup_->layout, library_.fault_nouns());
        if (const Node* node = form_.find("election")) {
            const std::string id = form_.name("election");
            if (const auto document = library_.open("elections", id, *node, place_)) {
                Place inside{document->shown, place_.problems};
                setup_->election = read_election(document->node, id, document->text, inside);
            }
        }
    }

    void prefetch(const std::vector<DevicePlan>& devices) {
        std::vector<std::string> keys = library_.station_keys(devices);
        if (const Node* node = form_.find("procedures")) {
            for (const Node& item : node->items) {
                if (is_id(item.scalar)) keys.push_back(asset_key("procedures", item.scalar));
            }
        }
        library_.prefetch(keys);
    }

    void procedures(const Words& words) {
        const Node* node = form_.find("procedures");
        if (node == nullptr) return;
        std::vector<Node> names = node->items;
        if (node->kind != Node::Kind::list) names = {*node};
        names.insert(names.end(), kit_.procedures.begin(), kit_.procedures.end());
        for (const Node& item : names) {
            if (item.kind != Node::Kind::scalar) {
                place_.report(item, fmt::format("procedures: expected the name of a procedure, "
                                                "found {}",
                                                engine::describe(item)));
                continue;
            }
            if (std::find(named_.begin(), named_.end(), item.scalar) != named_.end()) {
                place_.report(item, fmt::format("procedures: {} stands here twice",
                                                engine::quote(item.scalar, 40)));
                continue;
            }
            named_.push_back(item.scalar);
            const auto document = library_.open("procedures", item.scalar, item, place_);
            if (!document) continue;
            Place inside{document->shown, place_.problems};
            setup_->procedures.push_back(
                read_procedure(document->node, item.scalar, words, inside));
        }
    }

    void timeline(const Words& words) {
        for (const Node& item : form_.list("timeline")) {
            Form row(item, "trigger", place_);
            Trigger trigger;
            trigger.when = read_condition(row, "when", words);
            trigger.then = read_sentences(row, "then", words, Speaker::scenario);
            for (const Sentence& sentence : trigger.then) check_injection(row, sentence);
            RandomTrigger random;
            random.trigger = setup_->triggers.size();
            between(row, random);
            random.chance = row.quantity("chance", 1000);
            if (!row.has("when") && !row.has("between")) {
                place_.report(item, "trigger: it needs when or between");
            }
            row.finish();
            if (random.timed || random.chance < 1000) loaded_.random.push_back(random);
            setup_->triggers.push_back(std::move(trigger));
        }
    }

    /// Only the fault knows which NAME=VALUE its injection takes.
    void check_injection(Form& row, const Sentence& sentence) {
        const Command& command = sentence.command;
        if (command.object == no_part || verb(command.verb).name != "inject") return;
        const auto fault = static_cast<std::size_t>(setup_->layout[command.object].index);
        if (fault >= setup_->faults.size()) return;
        const auto words = read_injection(setup_->faults[fault], setup_->layout, command.words);
        const auto* mistake = std::get_if<InjectionMistake>(&words);
        if (mistake == nullptr) return;
        const Node* at = row.find("then");
        for (const Node& item : at->items) {
            if (item.line == sentence.line) at = &item;
        }
        place_.report(*at, mistake->text.english());
    }

    void between(Form& row, RandomTrigger& random) {
        if (!row.has("between")) return;
        const std::vector<std::string> times = row.texts("between");
        const auto first = times.size() == 2 ? engine::parse_clock(times[0]) : std::nullopt;
        const auto last = times.size() == 2 ? engine::parse_clock(times[1]) : std::nullopt;
        if (!first || !last || *first > *last) {
            row.problem("between",
                        "between: expected two times of day, the earlier first, such as "
                        "[\"10:00\", \"12:00\"]");
            return;
        }
        random.timed = true;
        random.earliest = *first;
        random.latest = *last;
    }

    void objectives(const Words& words) {
        Procedure& objectives = loaded_.scenario.objectives;
        objectives.id = "objectives";
        objectives.title = loaded_.scenario.title;
        objectives.file = place_.file;
        std::set<std::string> ids;
        for (const Node& item : form_.list("objectives")) {
            Form row(item, "objective", place_);
            Step step;
            step.line = item.line;
            step.id = row.name("id");
            step.text = row.localized("text");
            step.done = read_condition(row, "when", words);
            step.within = row.duration("within", engine::never);
            step.by = row.clock("by", engine::never);
            step.points = static_cast<int>(row.whole("points"));
            step.critical = row.boolean("critical");
            step.competency = row.name("competency");
            step.source = row.text("source");
            row.finish();
            if (!step.id.empty() && !ids.insert(step.id).second) {
                row.problem("id", fmt::format("duplicate id \"{}\"", step.id));
            }
            objectives.steps.push_back(std::move(step));
        }
    }

    /// Moments at which a condition may change only because the clock says so.
    void looks() {
        std::set<Time> moments;
        const auto add = [&](const Condition& condition) {
            for (const Condition::Node& node : condition.nodes) {
                if (node.kind != Condition::Kind::compare || node.signal != clock_) continue;
                moments.insert(node.value);
                if (node.value < engine::never) moments.insert(node.value + 1);
            }
        };
        clock_ = find_signal(setup_->layout, "clock").value_or(SignalRef{});
        const auto add_steps = [&](const Procedure& procedure) {
            for (const Step& step : procedure.steps) {
                add(step.when);
                add(step.done);
            }
            for (const Violation& violation : procedure.never) add(violation.when);
        };
        for (const Trigger& trigger : setup_->triggers) add(trigger.when);
        for (const Procedure& procedure : setup_->procedures) add_steps(procedure);
        for (const FaultSpec& fault : setup_->faults) add_steps(fault.recovery);
        add(setup_->finished);
        moments.erase(engine::never);
        setup_->looks.assign(moments.begin(), moments.end());
    }

    void grading() {
        std::vector<std::string> known = named_;
        Grading& grading = loaded_.scenario.grading;
        grading.procedures = known;
        const Node* node = form_.find("grading");
        if (node == nullptr) return;
        for (const FaultSpec& fault : setup_->faults) known.push_back(fault.id);
        Form form(*node, "grading", place_);
        grading.pass = static_cast<int>(form.quantity("pass", grading.pass));
        if (form.has("procedures")) {
            grading.procedures = form.texts("procedures");
            const Node& list = *form.find("procedures");
            for (const Node& item : list.items) {
                if (std::find(known.begin(), known.end(), item.scalar) != known.end()) continue;
                place_.report(item, unknown_word("procedures", item.scalar, known));
            }
        }
        form.finish();
    }

    Place place_;
    Library library_;
    Form form_;
    std::string id_;
    Kit kit_;
    LoadedScenario loaded_;
    Setup* setup_ = nullptr;
    bool station_known_ = false;
    std::vector<std::string> named_;  ///< procedures, whether they could be read or not
    SignalRef clock_;
};

}  // namespace

LoadedScenario read_scenario(const FileSource& source, const Node& node, const std::string& shown,
                             const std::string& id, engine::Problems& problems,
                             const std::string& kit) {
    return ScenarioReader(source, node, shown, id, problems, kit).read();
}

}  // namespace sim
