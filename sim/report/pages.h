/// The blocks that a report's pages are made of.
#pragma once

#include <vector>

#include "sim/page/layout.h"
#include "sim/report/report.h"

namespace sim {

/// The blocks of a report in their order. They refer to the report.
/// @param cairo to measure text with.
std::vector<Block> blocks_of(const Report& report, cairo_t* cairo);

/// The blocks on their pages; the foot never stands alone where it need not.
std::vector<LaidPage> report_pages(std::vector<Block>& blocks);

// In parts:
void add_head(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_verdict(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_bars(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_moments(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_items(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_changes(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);
void add_foot(std::vector<Block>& blocks, const Report& report, cairo_t* cairo);

}  // namespace sim
