#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <thread>

#include "sim/session/pacer.h"
#include "tools/study.h"
#include "tools/terminal.h"

namespace polldrill {

namespace {

constexpr std::uint64_t days_most = 1'000'000;

std::optional<std::uint64_t> parse_whole(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void show_progress(std::size_t done, std::size_t all, double elapsed) {
    constexpr std::size_t columns = 30;
    std::string bar;
    for (std::size_t i = 0; i < columns; ++i) bar += i < columns * done / all ? "█" : "░";
    fmt::print(stderr, "\r{} {} / {}  {:.1f}/s\033[K", bar, done, all,
               static_cast<double>(done) / std::max(elapsed, 0.001));
    std::fflush(stderr);
}

}  // namespace

std::optional<Seeds> parse_seeds(const std::string& text) {
    const std::size_t dots = text.find("..");
    const auto first = parse_whole(std::string_view(text).substr(0, dots));
    const auto last =
        dots == text.npos ? first : parse_whole(std::string_view(text).substr(dots + 2));
    if (!first || !last || *last < *first || *last - *first >= days_most) return std::nullopt;
    return Seeds{*first, *last};
}

Study play_days(const sim::LoadedScenario& loaded, const Seeds& seeds, sim::CrewPlan crew,
                unsigned jobs, bool shows_progress) {
    Study study;
    study.seeds = seeds;
    study.days.resize(seeds.count());
    std::atomic<std::size_t> next = 0, done = 0;
    std::atomic<std::int64_t> events = 0;
    const auto begun = sim::WallClock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(sim::WallClock::now() - begun).count();
    };
    const auto work = [&] {
        for (std::size_t i = next++; i < study.days.size() && !stop_asked(); i = next++) {
            std::int64_t happened = 0;
            study.days[i] = sim::study_day(loaded, seeds.first + i, crew, happened);
            events += happened;
            ++done;
        }
    };
    std::atomic<unsigned> working = jobs;
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < jobs; ++i) {
            threads.emplace_back([&] {
                work();
                --working;
            });
        }
        while (shows_progress && working > 0) {
            show_progress(done, study.days.size(), elapsed());
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
    if (shows_progress) fmt::print(stderr, "\r\033[K");
    study.seconds = elapsed();
    study.events = events;
    study.played = done;
    std::vector<sim::StudyDay> played;
    for (const sim::StudyDay& day : study.days) {
        if (!day.empty()) played.push_back(day);
    }
    study.sums = sim::sum_up(played);
    return study;
}

}  // namespace polldrill
