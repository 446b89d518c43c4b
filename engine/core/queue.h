#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/core/archive.h"
#include "engine/core/time.h"
#include "engine/core/wide.h"

namespace engine {

/// Scheduled events, taken out in the order of (time, sequence). The sequence number is given on
/// push and never repeats, so events of one moment come out in the order they were scheduled and
/// the order is total. Plain data: copying the queue copies the future.
///
/// A 4-ary heap of whole entries: push and pop are logarithmic, cancel and sorted are linear or
/// worse. After a pop the root stays open until the next push fills it, for most events schedule
/// another. Payload is a small copyable struct with a serialize member.
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
        if (open_) {
            open_ = false;
            sink(0, Entry{time, sequence, payload});
        } else {
            heap_.emplace_back();
            rise(heap_.size() - 1, Entry{time, sequence, payload});
        }
        return sequence;
    }

    /// The next event. The queue must not be empty.
    const Entry& top() const {
        assert(!empty());
        return heap_[open_ ? first_child(0, heap_.size()) : 0];
    }

    /// Takes the next event out. The queue must not be empty.
    Entry pop() {
        assert(!empty());
        close();
        open_ = true;
        return std::move(heap_.front());
    }

    /// Takes one event out by its sequence number; false when it is not there (any more). Linear:
    /// for rare use; a model with many cancellations marks its events stale instead.
    bool cancel(std::uint64_t sequence) {
        close();
        const auto found = std::find_if(heap_.begin(), heap_.end(), [&](const Entry& entry) {
            return entry.sequence == sequence;
        });
        if (found == heap_.end()) return false;
        const auto hole = static_cast<std::size_t>(found - heap_.begin());
        Entry last = std::move(heap_.back());
        heap_.pop_back();
        if (hole == heap_.size()) return true;
        if (hole > 0 && before(last, heap_[(hole - 1) / 4])) {
            rise(hole, std::move(last));
        } else {
            sink(hole, std::move(last));
        }
        return true;
    }

    bool empty() const { return size() == 0; }
    std::size_t size() const { return heap_.size() - (open_ ? 1 : 0); }

    /// Forgets all events; sequence numbers go on.
    void clear() {
        heap_.clear();
        open_ = false;
    }

    /// All events in the order in which they will come out.
    std::vector<Entry> sorted() const {
        std::vector<Entry> entries(heap_.begin() + (open_ ? 1 : 0), heap_.end());
        std::sort(entries.begin(), entries.end(), before);
        return entries;
    }

    /// The events in order and the next sequence number; never the heap's own layout, which depends
    /// on history. Loading refuses events out of order.
    template <class Archive>
    void serialize(Archive& archive) {
        if constexpr (Archive::is_loading::value) {
            archive(heap_, next_);  // what is in order is a heap
            open_ = false;
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
    /// (time, sequence) as one number, so that comparing takes no branch.
    static Wide rank(const Entry& entry) {
        constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
        return Wide{static_cast<std::uint64_t>(entry.time) ^ sign} << 64U | entry.sequence;
    }

    static bool before(const Entry& left, const Entry& right) { return rank(left) < rank(right); }

    /// Puts `entry` into the hole or, past its parents that come later, above it.
    void rise(std::size_t hole, Entry entry) {
        while (hole > 0) {
            const std::size_t parent = (hole - 1) / 4;
            if (!before(entry, heap_[parent])) break;
            heap_[hole] = std::move(heap_[parent]);
            hole = parent;
        }
        heap_[hole] = std::move(entry);
    }

    /// The child of `parent` that comes first, `size` or more when it has none.
    std::size_t first_child(std::size_t parent, std::size_t size) const {
        const std::size_t first = 4 * parent + 1;
        if (first + 4 <= size) {
            const Entry* child = heap_.data() + first;
            // Arithmetic, for g++ would branch on choices, and these cannot be foretold.
            const auto left = static_cast<std::size_t>(before(child[1], child[0]));
            const auto right = 2 + static_cast<std::size_t>(before(child[3], child[2]));
            const std::size_t swap =
                0 - static_cast<std::size_t>(before(child[right], child[left]));
            return first + (left ^ ((left ^ right) & swap));
        }
        std::size_t best = first;
        for (std::size_t child = first + 1; child < size; ++child) {
            if (before(heap_[child], heap_[best])) best = child;
        }
        return best;
    }

    /// Puts `entry` into the hole or, past its children that come earlier, below it.
    void sink(std::size_t hole, Entry entry) {
        const std::size_t size = heap_.size();
        for (;;) {
            const std::size_t child = first_child(hole, size);
            if (child >= size || !before(heap_[child], entry)) break;
            heap_[hole] = std::move(heap_[child]);
            hole = child;
        }
        heap_[hole] = std::move(entry);
    }

    /// Fills the root that a pop left open.
    void close() {
        if (!open_) return;
        open_ = false;
        Entry last = std::move(heap_.back());
        heap_.pop_back();
        if (!heap_.empty()) sink(0, std::move(last));
    }

    std::vector<Entry> heap_;
    bool open_ = false;  // the root was taken out and holds nothing
    std::uint64_t next_ = 0;
};

}  // namespace engine
