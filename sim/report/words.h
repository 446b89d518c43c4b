/// Numbers, dates and spans of a report in words.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "sim/page/drawing.h"
#include "sim/report/report.h"

namespace sim {

/// A msgid with its places filled, in the reader's language.
std::string words(const Reader& reader, const char* text,
                  std::initializer_list<std::string> arguments = {});

/// A number with a real minus.
std::string number_text(int number);

/// "0:42", "12:05", "1:02:03": minutes and seconds, hours where there are any.
std::string span_text(Time span);

/// "10:16:07"; "10:16" where `short_form`; "06:30:00 (+1)" on the day after.
std::string clock_text(Time time, bool short_form = false);

/// "2026-11-24 11:24:02 +0000" as a day a person reads; as it is when it is no such thing.
std::string date_text(const std::string& started, const Reader& reader);

/// The same as ISO 8601; empty when it is no such thing.
std::string iso_time(const std::string& started);

}  // namespace sim
