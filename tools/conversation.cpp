#include "tools/conversation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

#include "engine/core/text.h"
#include "sim/assessment/reading.h"
#include "sim/station/sentence.h"
#include "sim/station/signals.h"
#include "sim/station/verb.h"
#include "tools/live.h"

namespace polldrill {

namespace {

constexpr sim::Time longest_wait = 12 * engine::hour;

constexpr std::string_view own_words[] = {"as",   "checklist", "freeze", "go",  "help",
                                          "look", "quit",      "rate",   "wait"};

/// The first word, and what follows it.
std::pair<std::string, std::string> split(const std::string& line) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == line.npos) return {};
    const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
    const std::size_t rest = std::min(line.find_first_not_of(" \t", end), line.size());
    const std::size_t last = line.find_last_not_of(" \t") + 1;
    return {line.substr(begin, end - begin), rest < last ? line.substr(rest, last - rest) : ""};
}

std::string kinds_text(const sim::Kinds& kinds) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < sim::part_kind_count; ++i) {
        const auto kind = static_cast<sim::PartKind>(i);
        if (kinds.has(kind)) names.emplace_back(sim::name_of(kind));
    }
    return engine::join(names, " | ");
}

}  // namespace

Conversation::Conversation(Session& session, const sim::Reader& reader, double rate, bool by_itself)
    : session_(session),
      reader_(reader),
      perception_(session.world()),
      pacer_(session.world().now, by_itself ? rate : 0),
      rate_(rate > 0 ? rate : 1),
      by_itself_(by_itself) {
    session_.take_news();
    for (std::size_t i = 0; i < sim::post_count && post_ == sim::no_post; ++i) {
        if (session_.scenario().trainee[i]) post_ = static_cast<sim::PostId>(i);
    }
}

bool Conversation::holds(sim::PostId post) const {
    return post != sim::no_post && session_.scenario().trainee[static_cast<std::size_t>(post)];
}

std::string Conversation::greeting() const {
    std::string text = fmt::format("{}\n{}\n", session_.scenario().title.in(reader_.language),
                                   session_.scenario().about.in(reader_.language));
    std::vector<std::string> held;
    for (std::size_t i = 0; i < sim::post_count; ++i) {
        if (!session_.scenario().trainee[i]) continue;
        held.push_back(fmt::format("{} ({})", sim::title_of(static_cast<sim::PostId>(i), reader_),
                                   sim::posts()[i].name));
    }
    text += fmt::format("{} {}\n", tr(N_("You hold:")), engine::join(held));
    text +=
        fmt::format("{}\n", tr(N_("Say what hands do, such as: open scanner.cover. The words help, "
                                  "look, checklist, wait, rate, freeze, go on and quit speak to "
                                  "the drill.")));
    return text;
}

std::string Conversation::prompt() const {
    return fmt::format("{} {}> ", engine::format_clock(session_.world().now),
                       post_ == sim::no_post ? std::string_view("–")
                                             : sim::posts()[static_cast<std::size_t>(post_)].name);
}

std::vector<std::string> Conversation::complete(const std::string& typed) const {
    std::vector<std::string> words = sim::completions(session_.world(), typed);
    if (typed.find(' ') == typed.npos) {
        for (const std::string_view word : own_words) {
            if (word.starts_with(typed)) words.emplace_back(word);
        }
    } else if (typed.starts_with("help ") || typed.starts_with("look ")) {
        words.clear();
        const std::string begun = typed.substr(5);
        std::set<std::string> all;
        if (typed.starts_with("help ")) {
            for (const sim::Verb& verb : sim::verbs()) all.emplace(verb.name);
        } else {
            for (const sim::PartSpec& part : session_.setup().layout.parts) all.insert(part.name);
        }
        for (const std::string& word : all) {
            if (word.starts_with(begun)) words.push_back(word);
        }
    }
    return words;
}

std::string Conversation::answer(const std::string& line) {
    const auto [word, rest] = split(line);
    if (word.empty() || word[0] == '#') return {};
    if (word == "help") return help(rest);
    if (word == "look") {
        if (rest.empty()) return perception_.look(session_.world(), reader_);
        const std::string seen = perception_.look(session_.world(), rest, reader_);
        return seen.empty()
                   ? fmt::format("{} {}\n", tr(N_("There is no such thing:")), engine::quote(rest))
                   : seen;
    }
    if (word == "wait") return wait(rest);
    if (word == "checklist") return checklist();
    if (word == "quit" || word == "exit") {
        quit_ = true;
        return {};
    }
    if (word == "rate") return set_rate(rest);
    if (word == "freeze" && rest.empty()) return freeze();
    if (word == "go" && (rest == "on" || rest.empty())) return go_on();
    return act(line);
}

std::string Conversation::act(const std::string& line) {
    const auto [first, rest] = split(line);
    if (first == "as" && rest.find(' ') == rest.npos) return post_of(rest);
    auto parsed = sim::parse_sentence(session_.setup().layout, line);
    if (const auto* error = std::get_if<sim::SentenceError>(&parsed)) {
        return fmt::format("{}: {}\n", error->column, error->message.in(reader_.translate));
    }
    sim::Command command = std::get<sim::Command>(parsed);
    command.author = sim::Seat::trainee;
    if (command.actor == sim::no_post) command.actor = post_;
    if (!holds(command.actor)) {
        return fmt::format("{}\n", tr(N_("That post is not yours; somebody else works there.")));
    }
    return say(std::move(command));
}

std::string Conversation::say(sim::Command command) {
    const sim::PostId actor = command.actor;
    const sim::Refusal refusal = session_.say(std::move(command));
    std::string text;
    if (refusal) {
        session_.take_news();  // the refusal itself
        text += fmt::format("{} {}\n", tr(N_("No.")),
                            sim::describe(refusal, session_.setup(), reader_));
    } else if (pacer_.paused() && actor != sim::no_post) {
        const sim::Actor& who = session_.world().actors[static_cast<std::size_t>(actor)];
        if (who.busy) session_.run_until(who.busy_until);
        pacer_.set(session_.world().now, 0);
    }
    session_.tick();
    return text + news();
}

std::string Conversation::post_of(const std::string& text) {
    std::string name = text;
    if (!name.empty() && name.back() == ':') name.pop_back();
    const sim::PostId post = sim::find_post(name);
    if (holds(post)) {
        post_ = post;
        return {};
    }
    std::vector<std::string> held;
    for (std::size_t i = 0; i < sim::post_count; ++i) {
        if (session_.scenario().trainee[i]) held.emplace_back(sim::posts()[i].name);
    }
    return fmt::format("{} {}\n", tr(N_("Your posts are:")), engine::join(held));
}

std::string Conversation::wait(const std::string& what) {
    const sim::Time now = session_.world().now;
    sim::Time until = now + engine::minute;
    if (what.starts_with("for ")) return wait_for(what.substr(4));
    if (what.starts_with("until ")) {
        const auto time = engine::parse_clock(what.substr(6));
        if (!time) return fmt::format("{}\n", tr(N_("wait until wants a time, such as 08:00")));
        until = *time;
    } else if (!what.empty()) {
        const auto span = engine::parse_duration(what);
        if (!span) {
            return fmt::format("{}\n", tr(N_("wait wants a duration, such as 30 s or 5 min")));
        }
        until = now + std::min(*span, longest_wait);
    }
    session_.run_until(std::clamp(until, now, now + longest_wait));
    pacer_.set(session_.world().now, pacer_.rate());
    session_.tick();
    return news();
}

std::string Conversation::wait_for(const std::string& condition) {
    const auto words = split(condition);
    const auto& name = words.first;
    const auto& wanted = words.second;
    const sim::Layout& layout = session_.setup().layout;
    const auto signal = sim::find_signal(layout, name);
    if (!signal || sim::channel_of(layout, *signal) == sim::Channel::hidden) {
        return fmt::format("{} {}\n", tr(N_("Nobody can see this:")), engine::quote(name));
    }
    constexpr sim::Time step = engine::second;
    const sim::Time end = session_.world().now + engine::hour;
    const auto holds_now = [&] {
        const std::int64_t value = sim::read(session_.world(), *signal);
        return sim::value_text(layout, *signal, value) == (wanted.empty() ? "true" : wanted);
    };
    while (!holds_now() && session_.world().now < end && !session_.finished()) {
        session_.run_until(session_.world().now + step);
        session_.tick();
    }
    pacer_.set(session_.world().now, pacer_.rate());
    std::string text = news();
    if (!holds_now()) text += fmt::format("{}\n", tr(N_("An hour has passed; it is not so.")));
    return text;
}

std::string Conversation::idle() {
    if (pacer_.paused() || session_.finished()) return {};
    session_.run_until(std::max(pacer_.target(), session_.world().now));
    session_.tick();
    return news();
}

std::string Conversation::set_rate(const std::string& text) {
    const auto rate = parse_rate(text);
    if (!rate || *rate == rate_max || *rate <= 0) {
        return fmt::format("{}\n", tr(N_("rate wants a number, such as 4")));
    }
    sim::Command command = std::get<sim::Command>(
        sim::parse_sentence(session_.setup().layout, fmt::format("rate {:.0f}", *rate)));
    command.author = sim::Seat::instructor;
    session_.say(command);
    rate_ = *rate;
    if (by_itself_) pacer_.set(session_.world().now, rate_);
    return {};
}

std::string Conversation::freeze() {
    auto command = std::get<sim::Command>(sim::parse_sentence(session_.setup().layout, "freeze"));
    command.author = sim::Seat::instructor;
    session_.say(command);
    pacer_.set(session_.world().now, 0);
    return news();
}

std::string Conversation::go_on() {
    auto command = std::get<sim::Command>(sim::parse_sentence(session_.setup().layout, "go_on"));
    command.author = sim::Seat::instructor;
    session_.say(command);
    if (by_itself_) pacer_.set(session_.world().now, rate_);
    return news();
}

std::string Conversation::checklist() const {
    std::string text;
    for (const sim::Step* step : session_.grader().open_steps()) {
        if (step->post != sim::no_post && !holds(step->post)) continue;
        const std::string_view who = step->post == sim::no_post
                                         ? std::string_view("–")
                                         : sim::posts()[static_cast<std::size_t>(step->post)].name;
        text += fmt::format("  {} {}{}\n", engine::pad(who, 18), step->text.in(reader_.language),
                            step->critical ? " !" : "");
    }
    return text.empty() ? fmt::format("{}\n", tr(N_("Nothing has to be done now."))) : text;
}

std::string Conversation::help(const std::string& word) const {
    std::string text;
    std::set<std::string_view> told;
    for (const sim::Verb& verb : sim::verbs()) {
        if (verb.instructor) continue;
        if (word.empty()) {
            if (!told.insert(verb.name).second) continue;
            text += fmt::format("  {} {}\n", engine::pad(verb.name, 14), tr(verb.help));
        } else if (verb.name == word) {
            text += fmt::format("  {} [{}]", verb.name, kinds_text(verb.object));
            if (verb.target_use != sim::Use::none) {
                text += fmt::format(" [{}]", kinds_text(verb.target));
            }
            if (verb.value_use != sim::Use::none) text += fmt::format(" {}", tr(N_("NUMBER")));
            if (verb.words_use != sim::Use::none) text += fmt::format(" \"{}\"", tr(N_("WORDS")));
            text += fmt::format("\n    {} ({})\n", tr(verb.help),
                                engine::format_duration(verb.duration));
        }
    }
    if (text.empty()) {
        return fmt::format("{} {}\n", tr(N_("There is no such verb:")), engine::quote(word));
    }
    if (word.empty()) {
        text += fmt::format(
            "{}\n", tr(N_("help VERB, look [PART], checklist, wait [5 min | until 08:00 | for "
                          "SIGNAL VALUE], as POST, rate X, freeze, go on, quit")));
    }
    return text;
}

}  // namespace polldrill
