#include "sim/scenario/read_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/scenario/placeholder.h"
#include "sim/world/post.h"

namespace sim {

namespace {

using engine::Node;

constexpr std::size_t steps_most = 1000;
constexpr int operators = 2;  // of terminals; with more terminals each has several

/// A step with what is only known once all steps are.
struct Draft {
    Step step;
    std::string written;  ///< its id in the file
    int device = 0;       ///< number of the device it was expanded for, 0 for none
    const Node* node = nullptr;
};

Step read_step(const Node& node, const Words& words, Place& place) {
    Form form(node, "step", place);
    Step step;
    step.line = node.line;
    step.id = form.name("id");
    step.text = form.localized("text");
    step.hint = form.localized("hint");
    form.choice("each");
    form.choice("with");
    step.post = find_post(form.choice("post"));
    step.when = read_condition(form, "when", words);
    step.done = read_condition(form, "done", words);
    step.sentences = read_sentences(form, "do", words, Speaker::commission);
    step.by = form.clock("by", engine::never);
    step.within = form.duration("within", engine::never);
    step.routine = form.boolean("routine");
    step.critical = form.boolean("critical");
    step.competency = form.name("competency");
    step.points = static_cast<int>(form.whole("points"));
    step.source = form.text("source");
    if (!form.has("do") && !form.has("done")) {
        place.report(node, fmt::format("step \"{}\" can never be done: it has neither do nor done",
                                       step.id));
    }
    if (step.routine && step.points > 0) {
        form.problem("points", "points: a routine step is not graded; leave its points out");
    }
    if (step.by != engine::never && step.within != engine::never) {
        form.problem("within", "within: a step has either by or within");
    }
    form.finish();
    return step;
}

/// The role of the part without which the step is left out.
Role needed(const Node& node) {
    const Node* with = node.find("with");
    return with == nullptr ? Role::none : role_named(with->scalar).value_or(Role::none);
}

/// The step once for each device of the class it names.
void expand(const Node& node, DeviceClass device_class, const Words& words, Place& place,
            std::vector<Draft>& drafts) {
    const Node* id = node.find("id");
    const std::string written = id != nullptr ? id->scalar : "";
    const bool numbered = written.find("{number}") != std::string::npos;
    const std::size_t before = place.problems.size();
    for (const DeviceSpec& device : words.layout.devices) {
        if (device.device_class != device_class) continue;
        if (needed(node) != Role::none && !device.has(needed(node))) continue;
        const std::string number = std::to_string(device.number + 1);
        const std::string served_by = std::to_string(device.number % operators + 1);
        const Node copy =
            filled(node, {{"device", device.name}, {"number", number}, {"operator", served_by}});
        Draft draft{read_step(copy, words, place), written, device.number + 1, &node};
        if (!numbered) draft.step.id += "_" + number;
        drafts.push_back(std::move(draft));
        if (place.problems.size() > before) return;  // the others have the same mistakes
    }
}

class AfterResolver {
  public:
    /// @param absent ids of steps that this station has no device for: nobody waits for them.
    AfterResolver(std::vector<Draft>& drafts, const std::set<std::string>& absent, Place& place)
        : drafts_(drafts), absent_(absent), place_(place) {}

    void resolve() {
        for (Draft& draft : drafts_) {
            const Node* after = draft.node->find("after");
            if (after == nullptr) continue;
            if (after->kind == Node::Kind::scalar) name(draft, *after);
            for (const Node& item : after->items) name(draft, item);
        }
        for (std::size_t i = 0; i < drafts_.size(); ++i) circle(i);
    }

  private:
    void name(Draft& draft, const Node& node) {
        const std::size_t before = draft.step.after.size();
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            const Draft& other = drafts_[i];
            const bool named = other.step.id == node.scalar || other.written == node.scalar;
            // Within one device's steps the name means the same device's step.
            const bool sibling =
                draft.device == 0 || other.device == 0 || draft.device == other.device;
            if (named && sibling) draft.step.after.push_back(static_cast<std::int16_t>(i));
        }
        if (draft.step.after.size() > before || node.kind != Node::Kind::scalar) return;
        if (absent_.contains(node.scalar)) return;
        std::vector<std::string> ids;
        for (const Draft& other : drafts_) {
            if (&other != &draft) ids.push_back(other.written);
        }
        const auto message = unknown_word("after", node.scalar, ids, 20);
        const engine::Problem problem = {place_.file, node.line, node.column, message};
        auto& problems = place_.problems;
        if (std::find(problems.begin(), problems.end(), problem) == problems.end()) {
            problems.push_back(problem);
        }
    }

    /// Reports a step that waits for itself, once for each circle.
    void circle(std::size_t start) {
        std::vector<char> seen(drafts_.size(), 0);
        std::vector<std::size_t> open = {start};
        bool back = false;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (const std::int16_t next : drafts_[at].step.after) {
                const auto index = static_cast<std::size_t>(next);
                back = back || index == start;
                if (seen[index]++ == 0) open.push_back(index);
            }
        }
        if (!back) return;
        for (std::size_t i = 0; i < start; ++i) {
            if (seen[i] != 0 && reported_.contains(i)) return;
        }
        reported_.insert(start);
        place_.report(*drafts_[start].node,
                      fmt::format("step \"{}\" can never be reached: by its after it waits for "
                                  "itself",
                                  drafts_[start].step.id));
    }

    std::vector<Draft>& drafts_;
    const std::set<std::string>& absent_;
    Place& place_;
    std::set<std::size_t> reported_;
};

void check_ids(const std::vector<Draft>& drafts, Place& place) {
    std::map<std::string, int> lines;
    for (const Draft& draft : drafts) {
        if (draft.step.id.empty()) continue;
        const auto [first, fresh] = lines.emplace(draft.step.id, draft.step.line);
        if (fresh) continue;
        place.report(*draft.node, fmt::format("duplicate id \"{}\": it is already on line {}",
                                              draft.step.id, first->second));
    }
}

}  // namespace

std::vector<Step> read_steps(const std::vector<Node>& list, const Words& words, Place& place) {
    std::vector<Draft> drafts;
    std::set<std::string> absent;
    for (const Node& node : list) {
        if (drafts.size() > steps_most) {
            place.report(node, fmt::format("more than {} steps", steps_most));
            break;
        }
        const Node* each = node.find("each");
        const auto device_class = each != nullptr && each->kind == Node::Kind::scalar
                                      ? device_class_named(each->scalar)
                                      : std::nullopt;
        const Node* id = node.find("id");
        const Role role = needed(node);
        if (id != nullptr && role != Role::none) absent.insert(id->scalar);
        if (role != Role::none && !words.layout.any_has(role)) continue;
        if (device_class) {
            expand(node, *device_class, words, place, drafts);
        } else {
            drafts.push_back({read_step(node, words, place), "", 0, &node});
            drafts.back().written = drafts.back().step.id;
        }
    }
    check_ids(drafts, place);
    AfterResolver(drafts, absent, place).resolve();
    std::vector<Step> steps;
    steps.reserve(drafts.size());
    for (Draft& draft : drafts) steps.push_back(std::move(draft.step));
    return steps;
}

}  // namespace sim
