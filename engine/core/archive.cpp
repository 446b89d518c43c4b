#include "engine/core/archive.h"

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "engine/core/text.h"

namespace engine {

DamagedData::DamagedData(const std::string& what, std::size_t offset)
    : std::runtime_error(fmt::format("{} (at byte {})", what, offset)), offset_(offset) {}

void Writer::put_size(std::size_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("a list too long to be saved");
    }
    const auto narrow = static_cast<std::uint32_t>(size);
    put(&narrow, sizeof narrow);
}

void Writer::grow(std::size_t size) {
    constexpr std::size_t least = 256;
    const std::size_t written = used();
    buffer_.resize(std::max({least, 2 * buffer_.size(), written + size}));
    at_ = buffer_.data() + written;
    end_ = buffer_.data() + buffer_.size();
}

std::size_t Reader::get_size() {
    std::uint32_t size = 0;
    get(&size, sizeof size);
    // Every element takes at least a byte.
    if (size > left()) fail("a list longer than the data");
    return size;
}

void Reader::fail(const std::string& what) const {
    throw DamagedData(what, offset_);
}

void Namer::enter() {
    levels_.push_back({path_.size(), position_ + 1});
    if (pending_ != nullptr) {
        if (!path_.empty()) path_ += '.';
        path_ += pending_;
        pending_ = nullptr;
    } else if (levels_.size() > 1) {
        path_ += fmt::format("[{}]", position_);
    }
    position_ = 0;
}

void Namer::leave() {
    path_.resize(levels_.back().path_length);
    position_ = levels_.back().position;
    levels_.pop_back();
}

void Namer::add_size(std::size_t size) {
    lines_.push_back({path_ + ".size", fmt::format("{}", size)});
}

std::string value_text(bool value) {
    return value ? "true" : "false";
}
std::string value_text(std::int64_t value) {
    return fmt::format("{}", value);
}
std::string value_text(std::uint64_t value) {
    return fmt::format("{}", value);
}
std::string value_text(double value) {
    return fmt::format("{}", value);
}

void save(Namer& archive, const std::string& value) {
    archive.add(quote(value));
}

std::uint64_t hash_bytes(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::optional<std::string> first_difference(const Namer& left, const Namer& right) {
    const auto& a = left.lines();
    const auto& b = right.lines();
    const auto [in_a, in_b] = std::mismatch(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const auto& x, const auto& y) { return x.path == y.path && x.value == y.value; });
    if (in_a == a.end() && in_b == b.end()) return std::nullopt;
    if (in_a == a.end()) return fmt::format("{}: nothing ≠ {}", in_b->path, in_b->value);
    if (in_b == b.end()) return fmt::format("{}: {} ≠ nothing", in_a->path, in_a->value);
    if (in_a->path == in_b->path) {
        return fmt::format("{}: {} ≠ {}", in_a->path, in_a->value, in_b->value);
    }
    return fmt::format("{}: {} ≠ {}: {}", in_a->path, in_a->value, in_b->path, in_b->value);
}

}  // namespace engine
