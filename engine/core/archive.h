#pragma once

#include <bit>
#include <cereal/cereal.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// One member `template <class Archive> void serialize(Archive& archive) { archive(a, b, c); }` a
/// type serves saving, loading, hashing and comparing. Name the fields where a person will read the
/// difference: `archive(cereal::make_nvp("count", count))` or `archive(CEREAL_NVP(count))`. Enums,
/// arithmetic types, string, vector, array, optional, pair, map, set and variant need nothing.
namespace engine {

static_assert(std::endian::native == std::endian::little, "saved bytes are little-endian");

/// Saved bytes that cannot be read.
class DamagedData : public std::runtime_error {
  public:
    DamagedData(const std::string& what, std::size_t offset);

    /// Where in the bytes reading failed (0 when the content as a whole makes no sense).
    std::size_t offset() const { return offset_; }

  private:
    std::size_t offset_;
};

template <class T>
concept Bulk = (std::is_arithmetic_v<T> || std::is_enum_v<T>)&&!std::same_as<T, bool>;

/// Writes values as little-endian bytes without names; sizes take 32 bits.
class Writer : public cereal::OutputArchive<Writer> {
  public:
    enum class Purpose { saving, hashing };

    /// Writes over `buffer` from its start, making it larger as needed. A buffer that is used again
    /// costs no allocation.
    explicit Writer(std::string& buffer, Purpose purpose = Purpose::saving)
        : cereal::OutputArchive<Writer>(this),
          buffer_(buffer),
          at_(buffer.data()),
          end_(buffer.data() + buffer.size()),
          purpose_(purpose) {}

    void put(const void* data, std::size_t size) {
        if (size > static_cast<std::size_t>(end_ - at_)) grow(size);
        if (size > 0) std::memcpy(at_, data, size);
        at_ += size;
    }

    void put_size(std::size_t size);

    /// Whether the bytes will only be hashed, so that a part with a hash of its own may write that.
    bool hashing() const { return purpose_ == Purpose::hashing; }

    std::string_view written() const { return {buffer_.data(), used()}; }

    /// Cuts the buffer to what was written.
    void finish() { buffer_.resize(used()); }

  private:
    std::size_t used() const { return static_cast<std::size_t>(at_ - buffer_.data()); }
    void grow(std::size_t size);

    std::string& buffer_;
    char* at_;
    char* end_;
    Purpose purpose_;
};

/// Reads what Writer wrote. Never reads outside the bytes and never makes room for more than they
/// can hold; throws DamagedData instead.
class Reader : public cereal::InputArchive<Reader> {
  public:
    explicit Reader(std::string_view bytes) : cereal::InputArchive<Reader>(this), bytes_(bytes) {}

    void get(void* data, std::size_t size) {
        if (size > left()) fail("data ends too early");
        if (size > 0) std::memcpy(data, bytes_.data() + offset_, size);
        offset_ += size;
    }

    std::size_t get_size();

    std::size_t left() const { return bytes_.size() - offset_; }
    std::size_t offset() const { return offset_; }
    [[noreturn]] void fail(const std::string& what) const;

  private:
    std::string_view bytes_;
    std::size_t offset_ = 0;
};

/// Lists every value with its path ("scanner[0].count"), for comparing.
class Namer : public cereal::OutputArchive<Namer> {
  public:
    struct Line {
        std::string path;
        std::string value;
    };

    Namer() : cereal::OutputArchive<Namer>(this) {}

    void name(const char* name) { pending_ = name; }
    void enter();
    void leave();
    void add(std::string value) { lines_.push_back({path_, std::move(value)}); }
    void add_size(std::size_t size);

    const std::vector<Line>& lines() const { return lines_; }

  private:
    struct Level {
        std::size_t path_length;
        std::size_t position;
    };

    std::string path_;
    std::vector<Level> levels_;
    std::size_t position_ = 0;
    const char* pending_ = nullptr;
    std::vector<Line> lines_;
};

// --- how each archive treats the primitive types; found by cereal through the archive's namespace

template <class T>
requires std::is_arithmetic_v<T>
void save(Writer& archive, const T& value) {
    archive.put(&value, sizeof value);
}

template <class T>
void save(Writer& archive, const cereal::NameValuePair<T>& pair) {
    archive(pair.value);
}

template <class T>
void save(Writer& archive, const cereal::SizeTag<T>& tag) {
    archive.put_size(static_cast<std::size_t>(tag.size));
}

template <class T>
void save(Writer& archive, const cereal::BinaryData<T>& data) {
    archive.put(data.data, static_cast<std::size_t>(data.size));
}

template <Bulk T, class Allocator>
void save(Writer& archive, const std::vector<T, Allocator>& values) {
    archive.put_size(values.size());
    archive.put(values.data(), values.size() * sizeof(T));
}

template <class T>
requires std::is_arithmetic_v<T>
void load(Reader& archive, T& value) {
    if constexpr (std::same_as<T, bool>) {
        std::uint8_t byte = 0;
        archive.get(&byte, 1);
        if (byte > 1) archive.fail("a yes or no that is neither");
        value = byte == 1;
    } else {
        archive.get(&value, sizeof value);
    }
}

template <class T>
void load(Reader& archive, cereal::NameValuePair<T>& pair) {
    archive(pair.value);
}

template <class T>
void load(Reader& archive, cereal::SizeTag<T>& tag) {
    tag.size = static_cast<std::remove_reference_t<T>>(archive.get_size());
}

template <class T>
void load(Reader& archive, cereal::BinaryData<T>& data) {
    archive.get(data.data, static_cast<std::size_t>(data.size));
}

template <Bulk T, class Allocator>
void load(Reader& archive, std::vector<T, Allocator>& values) {
    const std::size_t size = archive.get_size();
    if (size > archive.left() / sizeof(T)) archive.fail("a list longer than the data");
    values.resize(size);
    archive.get(values.data(), size * sizeof(T));
}

template <class T, class Allocator>
requires(!Bulk<T> && !std::same_as<T, bool>) void load(Reader& archive,
                                                       std::vector<T, Allocator>& values) {
    const std::size_t size = archive.get_size();
    values.clear();
    // Not resize: a damaged size must not make room for more than the bytes really hold.
    for (std::size_t i = 0; i < size; ++i) archive(values.emplace_back());
}

std::string value_text(bool value);
std::string value_text(std::int64_t value);
std::string value_text(std::uint64_t value);
std::string value_text(double value);

template <class T>
requires std::is_arithmetic_v<T>
void save(Namer& archive, const T& value) {
    if constexpr (std::same_as<T, bool>) {
        archive.add(value_text(value));
    } else if constexpr (std::is_floating_point_v<T>) {
        archive.add(value_text(static_cast<double>(value)));
    } else if constexpr (std::is_signed_v<T>) {
        archive.add(value_text(static_cast<std::int64_t>(value)));
    } else {
        archive.add(value_text(static_cast<std::uint64_t>(value)));
    }
}

void save(Namer& archive, const std::string& value);

template <class T>
void save(Namer& archive, const cereal::NameValuePair<T>& pair) {
    archive.name(pair.name);
    archive(pair.value);
}

template <class T>
void save(Namer& archive, const cereal::SizeTag<T>& tag) {
    archive.add_size(static_cast<std::size_t>(tag.size));
}

template <class T>
inline constexpr bool transparent = std::is_enum_v<T>;  // saved as another value in its place
template <class T>
inline constexpr bool transparent<cereal::NameValuePair<T>> = true;
template <class T>
inline constexpr bool transparent<cereal::SizeTag<T>> = true;

template <class T>
void prologue(Namer& archive, const T&) {
    if constexpr (!transparent<T>) archive.enter();
}

template <class T>
void epilogue(Namer& archive, const T&) {
    if constexpr (!transparent<T>) archive.leave();
}

// --- what callers use

/// The value as bytes.
template <class T>
std::string save(const T& value) {
    std::string bytes;
    Writer writer(bytes);
    writer(value);
    writer.finish();
    return bytes;
}

/// Reads all of the bytes into `target`; what its serialize does not name stays as it is. Throws
/// DamagedData and then leaves the target untouched.
template <class T>
requires(!std::derived_from<T, cereal::detail::InputArchiveBase>) void load(
    T& target, std::string_view bytes) {
    T fresh = target;
    Reader reader(bytes);
    try {
        reader(fresh);
    } catch (const cereal::Exception& exception) {
        reader.fail(exception.what());
    }
    if (reader.left() > 0) reader.fail("data goes on after its end");
    target = std::move(fresh);
}

/// XXH3 (64 bits, no seed) of bytes.
std::uint64_t hash_bytes(std::string_view bytes);

/// The hash of a value's bytes; equal values have equal hashes. `scratch` is the room to write them
/// in, kept for the next call. (A Blocks inside counts by its own hash.)
template <class T>
std::uint64_t hash_of(const T& value, std::string& scratch) {
    Writer writer(scratch, Writer::Purpose::hashing);
    writer(value);
    return hash_bytes(writer.written());
}

template <class T>
std::uint64_t hash_of(const T& value) {
    std::string scratch;
    return hash_of(value, scratch);
}

/// The first line in which two lists differ: "scanner[0].count: 12 ≠ 13".
std::optional<std::string> first_difference(const Namer& left, const Namer& right);

/// Where two values first differ, as a path (fields without a name count by position); empty when
/// they are equal in all that serialize names. Slow: for messages.
template <class T>
std::optional<std::string> first_difference(const T& left, const T& right) {
    if (save(left) == save(right)) return std::nullopt;
    Namer left_lines;
    Namer right_lines;
    left_lines(left);
    right_lines(right);
    return first_difference(left_lines, right_lines);
}

}  // namespace engine

CEREAL_SETUP_ARCHIVE_TRAITS(engine::Reader, engine::Writer)
