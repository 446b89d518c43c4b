#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/core/archive.h"
#include "engine/core/time.h"

namespace engine {

/// Scheduled events, taken out in the order of (time, sequence). The sequence number is given on
/// push and never repeats, so events of one moment come out in the order they were scheduled and
/// the order is total. Plain data: copying the queue copies the future.
///
/// A 4-ary heap of whole entries: push and pop are logarithmic, cancel and sorted are linear or
/// worse. Payload is a small copyable struct with a serialize member.
template <class Payload>
class EventQueue {
  public:
    struct Entry {
        Time time = 0;
        std::uint64_t sequence = 0;
        Payload payload{};

        template <class Archive>
        void serialize(Archive& archive) {
            archive(cereal::make_nvp("time", time), cereal::make_nvp("sequence", sequence),
                    cereal::make_nvp("payload", payload));
        }
    };

    /// Schedules; the sequence number returned is the handle for cancel.
    std::uint64_t push(Time time, const Payload& payload) {
        const std::uint64_t sequence = next_++;
        heap_.emplace_back();
        rise(heap_.size() - 1, Entry{time, sequence, payload});
        return sequence;
    }

    /// The next event. The queue must not be empty.
    const Entry& top() const {
        assert(!heap_.empty());
        return heap_.front();
    }

    /// Takes the next event out. The queue must not be empty.
    Entry pop() {
        assert(!heap_.empty());
        Entry first = heap_.front();
        const Entry last = heap_.back();
        heap_.pop_back();
        if (!heap_.empty()) fill(last);
        return first;
    }

    /// Takes one event out by its sequence number; false when it is not there (any more). Linear:
    /// for rare use; a model with many cancellations marks its events stale instead.
    bool cancel(std::uint64_t sequence) {
        const auto found = std::find_if(heap_.begin(), heap_.end(), [&](const Entry& entry) {
            return entry.sequence == sequence;
        });
        if (found == heap_.end()) return false;
        const auto hole = static_cast<std::size_t>(found - heap_.begin());
        const Entry last = heap_.back();
        heap_.pop_back();
        if (hole < heap_.size()) rise(sink(hole, last), last);
        return true;
    }

    bool empty() const { return heap_.empty(); }
    std::size_t size() const { return heap_.size(); }

    /// Forgets all events; sequence numbers go on.
    void clear() { heap_.clear(); }

    /// All events in the order in which they will come out.
    std::vector<Entry> sorted() const {
        std::vector<Entry> entries = heap_;
        std::sort(entries.begin(), entries.end(), before);
        return entries;
    }

    /// The events in order and the next sequence number; never the heap's own layout, which depends
    /// on history. Loading refuses events out of order.
    template <class Archive>
    void serialize(Archive& archive) {
        if constexpr (Archive::is_loading::value) {
            archive(heap_, next_);
            for (std::size_t i = 0; i < heap_.size(); ++i) {
                if (heap_[i].sequence >= next_ || (i > 0 && !before(heap_[i - 1], heap_[i]))) {
                    throw DamagedData("events out of order", 0);
                }
            }
        } else {
            std::vector<Entry> entries = sorted();
            archive(cereal::make_nvp("events", entries), cereal::make_nvp("next", next_));
        }
    }

  private:
    static bool before(const Entry& left, const Entry& right) {
        return left.time != right.time ? left.time < right.time : left.sequence < right.sequence;
    }

    /// Puts `entry` into the hole or, past its parents that come later, above it.
    void rise(std::size_t hole, const Entry& entry) {
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / 4;
            if (!before(entry, heap_[parent])) break;
            heap_[hole] = heap_[parent];
            hole = parent;
        }
        heap_[hole] = entry;
    }

    /// Moves the hole down to where `entry` may stand and returns it.
    std::size_t sink(std::size_t hole, const Entry& entry) {
        const std::size_t size = heap_.size();
        for (;;) {
            const std::size_t first = 4 * hole + 1;
            if (first >= size) return hole;
            std::size_t best = first;
            const std::size_t end = std::min(first + 4, size);
            for (std::size_t child = first + 1; child < end; ++child) {
                if (before(heap_[child], heap_[best])) best = child;
            }
            if (!before(heap_[best], entry)) return hole;
            heap_[hole] = heap_[best];
            hole = best;
        }
    }

    void fill(const Entry& last) { heap_[sink(0, last)] = last; }

    std::vector<Entry> heap_;
    std::uint64_t next_ = 0;
};

}  // namespace engine
