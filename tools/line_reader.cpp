#include "tools/line_reader.h"

#include <fmt/format.h>
#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "sim/session/session.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

constexpr int idle_every_ms = 50;

std::string common_start(const std::vector<std::string>& words) {
    std::string start = words.front();
    for (const std::string& word : words) {
        const auto [end, ignored] =
            std::mismatch(start.begin(), start.end(), word.begin(), word.end());
        start.erase(end, start.end());
    }
    return start;
}

}  // namespace

struct LineReader::Terminal {
    Completer completer;
    Idler idler;
    std::string prompt;
    EditLine* edit = nullptr;
    History* history = nullptr;

    static Terminal& of(EditLine* edit) {
        void* self = nullptr;
        el_get(edit, EL_CLIENTDATA, &self);
        return *static_cast<Terminal*>(self);
    }

    static char* show_prompt(EditLine* edit) { return of(edit).prompt.data(); }

    // Waits for a key; meanwhile the drill goes on.
    static int get_key(EditLine* edit, wchar_t* key) {
        Terminal& self = of(edit);
        pollfd wait{STDIN_FILENO, POLLIN, 0};
        while (poll(&wait, 1, idle_every_ms) <= 0) {
            if (stop_asked()) return 0;
            const std::string news = self.idler ? self.idler() : std::string();
            if (news.empty()) continue;
            fmt::print("\r\033[K{}", news);
            std::fflush(stdout);
            el_set(edit, EL_REFRESH);
        }
        unsigned char first = 0;
        if (::read(STDIN_FILENO, &first, 1) != 1) return 0;
        return decode(first, key) ? 1 : 0;
    }

    // UTF-8, without asking the locale.
    static bool decode(unsigned char first, wchar_t* key) {
        const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
        auto value = static_cast<unsigned>(first);
        if (more > 0) value &= 0x3fU >> static_cast<unsigned>(more);
        for (int i = 0; i < more; ++i) {
            unsigned char next = 0;
            if (::read(STDIN_FILENO, &next, 1) != 1) return false;
            value = (value << 6U) | (next & 0x3fU);
        }
        *key = static_cast<wchar_t>(value);
        return true;
    }

    static unsigned char complete(EditLine* edit, int) {
        const LineInfo* line = el_line(edit);
        const std::string typed(line->buffer, line->cursor);
        const std::vector<std::string> words = of(edit).completer(typed);
        if (words.empty()) return CC_ERROR;
        const std::string begun = typed.substr(typed.find_last_of(' ') + 1);
        std::string rest = common_start(words).substr(std::min(begun.size(), words[0].size()));
        if (words.size() == 1) rest += ' ';
        if (!rest.empty()) {
            el_insertstr(edit, rest.c_str());
            return CC_REFRESH;
        }
        fmt::print("\n");
        constexpr std::size_t shown_most = 60;
        for (std::size_t i = 0; i < std::min(words.size(), shown_most); ++i) {
            fmt::print("{}  ", words[i]);
        }
        fmt::print("{}\n", words.size() > shown_most ? "…" : "");
        std::fflush(stdout);
        return CC_REDISPLAY;
    }

    Terminal(Completer completer_in, Idler idler_in)
        : completer(std::move(completer_in)), idler(std::move(idler_in)) {
        edit = el_init("polldrill", stdin, stdout, stderr);
        history = history_init();
        HistEvent event;
        ::history(history, &event, H_SETSIZE, 500);
        el_set(edit, EL_CLIENTDATA, this);
        el_set(edit, EL_EDITOR, "emacs");
        el_set(edit, EL_SIGNAL, 0);
        el_set(edit, EL_PROMPT, show_prompt);
        el_set(edit, EL_HIST, ::history, history);
        el_set(edit, EL_ADDFN, "complete", "Complete the word", complete);
        el_set(edit, EL_BIND, "^I", "complete", nullptr);
        el_set(edit, EL_GETCFN, get_key);
    }

    ~Terminal() {
        el_end(edit);
        history_end(history);
    }

    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
};

LineReader::LineReader(Completer completer, Idler idler) {
    if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) return;
    // Letters beyond ASCII are only shown and taken in a locale that has them.
    if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX < 2) {
        std::setlocale(LC_CTYPE, "C.UTF-8");
    }
    terminal_ = std::make_unique<Terminal>(std::move(completer), std::move(idler));
}

LineReader::~LineReader() = default;

bool LineReader::would_wait() const {
    if (terminal_ == nullptr && std::cin.rdbuf()->in_avail() > 0) return false;
    pollfd wait{STDIN_FILENO, POLLIN, 0};
    return poll(&wait, 1, 0) <= 0;
}

std::optional<std::string> LineReader::read(const std::string& prompt) {
    std::string line;
    if (terminal_ == nullptr) {
        if (!std::getline(std::cin, line)) return std::nullopt;
    } else {
        terminal_->prompt = prompt;
        int length = 0;
        const char* text = el_gets(terminal_->edit, &length);
        if (text == nullptr || length <= 0) return std::nullopt;
        line.assign(text, static_cast<std::size_t>(length));
        HistEvent event;
        ::history(terminal_->history, &event, H_ENTER, text);
    }
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    return line;
}

}  // namespace polldrill
