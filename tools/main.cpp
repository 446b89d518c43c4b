#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <span>

#include <fmt/format.h>

#include "engine/core/paths.h"
#include "engine/core/phrase.h"
#include "tools/program.h"

namespace polldrill {

namespace {

/// What is wrong with the words of the command line; the names in it are CLI11's.
engine::Phrase command_line_error(const CLI::ParseError& error) {
    const std::string name = error.get_name();
    if (name == "RequiredError") return {N_("something is missing: {}"), error.what()};
    if (name == "ExtrasError") return {N_("unknown words: {}"), error.what()};
    if (name == "ValidationError" || name == "ConversionError") {
        return {N_("a value that is not possible: {}"), error.what()};
    }
    return {N_("wrong command line: {}"), error.what()};
}

/// The language asked for, also where the rest of the command line is wrong.
std::string language_said(std::span<char*> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word.starts_with("--language=")) return std::string(word.substr(11));
        if (word == "--language" && i + 1 < words.size()) return words[i + 1];
    }
    return {};
}

}  // namespace

sim::Reader Program::reader() const {
    const std::string chosen = language.empty() ? sim::language_of_environment() : language;
    return {engine::Translator(chosen, engine::translations_folder()), chosen};
}

Exit bad_use(const std::string& message) {
    fmt::print(stderr, "polldrill: {}\n", message);
    return Exit::bad_use;
}

Exit damaged_file(const std::string& message) {
    fmt::print(stderr, "polldrill: {}\n", message);
    return Exit::damaged;
}

namespace {

constexpr const char* examples = R"(Examples:
  polldrill play scenarios/polling_day.yaml            a whole day, worked by the expert
  polldrill play scenarios/paper_jam.yaml --crew idle  the same drill, with a crew that does nothing
  polldrill play scenarios/polling_day.yaml --at "11:00:00 inject ID" --record a.drill
  polldrill hand scenarios/opening.yaml --record b.drill   open a polling station by typed sentences
  polldrill show b.drill                               what happened, and the grade
  polldrill verify b.drill                             whether it is whole and replays bit for bit
  polldrill report b.drill -o b.pdf                    the grade and what to practise, on paper
  polldrill study scenarios/polling_day.yaml --seeds 1..200   what many days are like
  polldrill handbook -o handbook.pdf                   every malfunction: signs, what to do
  polldrill list verbs                                 what hands and voices can do

It ends with 0: done and all well; 1: done and something failed; 2: bad use or bad input; 3: damaged
file.)";

}  // namespace

void add_equipment(CLI::App& command, std::string& kit) {
    command.add_option("--equipment", kit,
                       "Other equipment for the drill: the name of a file of assets/kits");
}

namespace {

int run(int count, char** words) {
    CLI::App app{"Polldrill: drills with the electronic equipment of a polling station."};
    app.footer(examples);
    app.set_version_flag("--version", POLLDRILL_VERSION);
    app.require_subcommand(0, 1);
    app.fallthrough();
    Program program;
    app.add_option("--language", program.language,
                   "Language of everything about the drill: en, ru or ky (default: the system's)")
        ->check(CLI::IsMember({"en", "ru", "ky"}));
    add_play(app, program);
    add_hand(app, program);
    add_continue(app, program);
    add_study(app, program);
    add_verify(app, program);
    add_replay(app, program);
    add_show(app, program);
    add_check(app, program);
    add_schema(app, program);
    add_list(app, program);
    add_bench(app, program);
#ifdef POLLDRILL_WINDOW
    add_window(app, program);
    add_picture(app, program);
#else
    app.require_subcommand(1);
#endif
#ifdef POLLDRILL_PAGES
    add_report(app, program);
    add_handbook(app, program);
#endif
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // help, version
        program.language = language_said({words, static_cast<std::size_t>(count)});
        const sim::Reader reader = program.reader();
        bad_use(command_line_error(error).in(reader.translate));
        fmt::print(stderr, "{}\n", reader.translate(N_("--help tells what can be said.")));
        return static_cast<int>(Exit::bad_use);
    }
    const sim::Reader reader = program.reader();
    if (reader.language != "en" && !reader.translate.translates()) {
        fmt::print(stderr,
                   "polldrill: no translation \"{}\" in {}; texts of the program are English\n",
                   reader.language, engine::translations_folder().string());
    }
#ifdef POLLDRILL_WINDOW
    if (!program.run) program.run = open_start(program);
#endif
    return static_cast<int>(program.run());
}

}  // namespace

}  // namespace polldrill

int main(int count, char** words) {
    // A disk quota or a closed pipe is reported where it is met.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return polldrill::run(count, words);
    } catch (const std::exception& error) {
        fmt::print(stderr, "polldrill: {}\n", error.what());
        return static_cast<int>(polldrill::Exit::failed);
    }
}
