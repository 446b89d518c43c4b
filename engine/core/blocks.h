#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/archive.h"

namespace engine {

/// A vector that hashes fast when little of it changed: the hash of every `Size` elements is kept
/// until one of them is edited. Saves and compares as a plain vector; equal content has an equal
/// hash whatever its history. Copies keep the cached hashes. hash() writes the cache, so one value
/// must not be hashed by two threads at once.
template <class T, std::size_t Size = 64>
class Blocks {
  public:
    Blocks() = default;
    explicit Blocks(std::vector<T> items) : items_(std::move(items)) { forget(); }

    const T& operator[](std::size_t index) const { return items_[index]; }

    /// The element for writing; its block will be hashed anew. Do not keep the reference past the
    /// next hash().
    T& edit(std::size_t index) {
        blocks_[index / Size].known = false;
        return items_[index];
    }

    void push_back(T item) {
        items_.push_back(std::move(item));
        blocks_.resize((items_.size() + Size - 1) / Size);
        blocks_.back().known = false;
    }

    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    const std::vector<T>& items() const { return items_; }

    void clear() {
        items_.clear();
        forget();
    }

    std::uint64_t hash() const {
        std::string scratch;
        std::vector<std::uint64_t> hashes;
        hashes.reserve(blocks_.size() + 1);
        hashes.push_back(items_.size());
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!blocks_[i].known) blocks_[i] = {hash_block(i, scratch), true};
            hashes.push_back(blocks_[i].hash);
        }
        return hash_bytes(
            {reinterpret_cast<const char*>(hashes.data()), hashes.size() * sizeof(std::uint64_t)});
    }

    template <class Archive>
    void serialize(Archive& archive) {
        if constexpr (Archive::is_loading::value) {
            archive(items_);
            forget();
        } else if constexpr (std::same_as<Archive, Writer>) {
            if (archive.hashing()) {
                archive(hash());
            } else {
                archive(items_);
            }
        } else {
            const auto size = static_cast<cereal::size_type>(items_.size());
            archive(cereal::make_size_tag(size));
            for (const T& item : items_) archive(item);
        }
    }

  private:
    struct Block {
        std::uint64_t hash = 0;
        bool known = false;
    };

    std::uint64_t hash_block(std::size_t number, std::string& scratch) const {
        Writer writer(scratch, Writer::Purpose::hashing);
        const std::size_t end = std::min(items_.size(), (number + 1) * Size);
        for (std::size_t i = number * Size; i < end; ++i) writer(items_[i]);
        return hash_bytes(writer.written());
    }

    void forget() { blocks_.assign((items_.size() + Size - 1) / Size, Block{}); }

    std::vector<T> items_;
    mutable std::vector<Block> blocks_;
};

}  // namespace engine
