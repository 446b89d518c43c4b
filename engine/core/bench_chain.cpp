#include "engine/core/bench_chain.h"

#include <array>
#include <vector>

#include "engine/core/queue.h"
#include "engine/core/random.h"

namespace engine {

namespace {

enum class Stage : std::uint32_t { arrival, terminal, booth, scanner };

constexpr std::array<Time, 4> means = {36 * second, 60 * second, 240 * second, 25 * second};
constexpr std::array<std::uint32_t, 4> servers = {0, 2, 8, 1};

/// An arrival, or the end of a stage's service.
struct Event {
    std::uint32_t station = 0;
    std::uint32_t voter : 30 = 0;
    std::uint32_t stage : 2 = 0;

    Event() = default;
    Event(std::uint32_t where, std::uint32_t who, std::uint32_t what)
        : station(where), voter(who & 0x3fffffffU), stage(what & 3U) {}

    template <class Archive>
    void serialize(Archive& archive) {
        std::uint32_t place = voter << 2U | stage;
        archive(station, place);
        voter = place >> 2U & 0x3fffffffU;
        stage = place & 3U;
    }
};

/// Voters waiting for one stage, first come first served; every voter passes once.
struct Line {
    std::vector<std::uint32_t> voters;
    std::uint32_t next = 0;
    std::uint32_t busy = 0;

    bool waiting() const { return next < voters.size(); }
};

struct Station {
    std::array<Line, 4> lines;  // the first stays empty
    std::vector<Time> arrived;
};

/// The station chain over any queue with push(time, event).
struct Chain {
    std::vector<Station> stations;
    std::uint32_t voters = 0;
    std::uint64_t seed = 0;
    ChainResult result;

    Chain(std::uint32_t station_count, std::uint32_t voter_count, std::uint64_t seed_given)
        : stations(station_count), voters(voter_count), seed(seed_given) {
        for (Station& station : stations) {
            station.arrived.reserve(voters);
            for (Line& line : station.lines) line.voters.reserve(voters);
        }
    }

    Time draw(std::uint32_t station, Stage stage, std::uint32_t voter) const {
        const auto number = static_cast<std::uint32_t>(stage);
        return exponential(Stream{seed, station, number}, voter, means[number]);
    }

    template <class Queue>
    void begin(Queue& queue) const {
        if (voters == 0) return;
        for (std::uint32_t station = 0; station < stations.size(); ++station) {
            queue.push(draw(station, Stage::arrival, 0), Event{station, 0, 0});
        }
    }

    template <class Queue>
    void enter(Queue& queue, Time now, std::uint32_t station, std::uint32_t stage,
               std::uint32_t voter) {
        Line& line = stations[station].lines[stage];
        if (line.busy < servers[stage]) {
            ++line.busy;
            queue.push(now + draw(station, static_cast<Stage>(stage), voter),
                       Event{station, voter, stage});
        } else {
            line.voters.push_back(voter);
        }
    }

    template <class Queue>
    void leave(Queue& queue, Time now, std::uint32_t station, std::uint32_t stage) {
        Line& line = stations[station].lines[stage];
        if (!line.waiting()) {
            --line.busy;
            return;
        }
        const std::uint32_t voter = line.voters[line.next++];
        queue.push(now + draw(station, static_cast<Stage>(stage), voter),
                   Event{station, voter, stage});
    }

    template <class Queue>
    void handle(Queue& queue, Time now, const Event& event) {
        ++result.events;
        const std::uint64_t what = static_cast<std::uint64_t>(now) ^
                                   (std::uint64_t{event.station} << 44U) ^
                                   (std::uint64_t{event.voter} << 24U) ^ event.stage;
        result.checksum = (result.checksum ^ what) * 0x9E3779B97F4A7C15U;
        const std::uint32_t voter = event.voter;
        const std::uint32_t stage = event.stage;
        if (stage == 0) {
            stations[event.station].arrived.push_back(now);
            if (voter + 1 < voters) {
                queue.push(now + draw(event.station, Stage::arrival, voter + 1),
                           Event{event.station, voter + 1, 0});
            }
        } else {
            leave(queue, now, event.station, stage);
        }
        if (stage == 3) {
            result.sojourn += now - stations[event.station].arrived[voter];
        } else {
            enter(queue, now, event.station, stage + 1, voter);
        }
    }
};

/// What one writes without an engine: a binary heap in a vector.
struct BinaryHeap {
    struct Item {
        Time time;
        std::uint64_t sequence;
        Event event;
    };
    std::vector<Item> items;
    std::uint64_t sequence = 0;

    static bool earlier(const Item& left, const Item& right) {
        return left.time != right.time ? left.time < right.time : left.sequence < right.sequence;
    }

    void push(Time time, const Event& event) {
        const Item item{time, sequence++, event};
        items.push_back(item);
        std::size_t hole = items.size() - 1;
        while (hole > 0 && earlier(item, items[(hole - 1) / 2])) {
            items[hole] = items[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        items[hole] = item;
    }

    Item pop() {
        const Item first = items.front();
        const Item last = items.back();
        items.pop_back();
        const std::size_t size = items.size();
        if (size == 0) return first;
        std::size_t hole = 0;
        for (std::size_t child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && earlier(items[child + 1], items[child])) ++child;
            if (!earlier(items[child], last)) break;
            items[hole] = items[child];
            hole = child;
        }
        items[hole] = last;
        return first;
    }
};

}  // namespace

ChainResult run_chain_engine(std::uint32_t stations, std::uint32_t voters, std::uint64_t seed) {
    Chain chain(stations, voters, seed);
    EventQueue<Event> queue;
    chain.begin(queue);
    while (!queue.empty()) {
        const auto entry = queue.pop();
        chain.handle(queue, entry.time, entry.payload);
    }
    return chain.result;
}

ChainResult run_chain_by_hand(std::uint32_t stations, std::uint32_t voters, std::uint64_t seed) {
    Chain chain(stations, voters, seed);
    BinaryHeap heap;
    chain.begin(heap);
    while (!heap.items.empty()) {
        const BinaryHeap::Item item = heap.pop();
        chain.handle(heap, item.time, item.event);
    }
    return chain.result;
}

}  // namespace engine
