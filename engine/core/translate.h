#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Marks a text in a table for extraction; the text itself is translated where it is shown.
#define N_(text) text

namespace engine {

/// The program's own texts in one language. A value: no locale, no global state, so the world
/// cannot notice which language its reader has chosen. Call it `_` where it is used, for
/// tools/update_translations looks for `_("…")`, `_.plural("…", "…", n)` and `N_("…")`.
class Translator {
  public:
    /// English: every text stands for itself.
    Translator() = default;

    /// Reads `folder/language.mo` (gettext's binary catalogue). A catalogue that is missing or
    /// damaged leaves the texts in English.
    Translator(std::string_view language, const std::filesystem::path& folder);

    /// The translation, or `text` itself where there is none. Lives as long as both.
    std::string_view operator()(std::string_view text) const;

    /// The form for `n` things. Fallback: `one` for 1 and `many` otherwise.
    std::string_view plural(std::string_view one, std::string_view many, long long n) const;

    /// Whether a catalogue was read.
    bool translates() const { return !texts_.empty(); }

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> texts_;
};

}  // namespace engine
