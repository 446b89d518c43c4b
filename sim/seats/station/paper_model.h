/// What stands on a paper, line by line, before it is drawn.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/seats/station/paper.h"
#include "sim/seats/station/screen_kit.h"

namespace sim::seats::papers {

enum class LineKind : std::uint8_t {
    title,      ///< in the middle, large
    head,       ///< strong
    text,       ///< wrapped
    centre,     ///< wrapped, in the middle
    pair,       ///< words at the left, a figure at the right
    row,        ///< cells
    row_head,   ///< the same, strong, with a rule below
    rule,       ///< a line across
    gap,        ///< empty
    signature,  ///< `left`: the post's title; `filled`: signed
    box,        ///< a written figure in its box at the right
    square,     ///< a candidate with a square to be marked; `mark` 0 to 1000
    bars,       ///< printed test pattern
};

struct Line {
    LineKind kind = LineKind::text;
    std::string left;
    std::string right;
    std::vector<std::string> cells;
    bool filled = false;
    int mark = 0;
};

enum class Look : std::uint8_t {
    strip,     ///< out of a thermal printer: torn edges
    sheet,     ///< A4
    book,      ///< ruled page with a red margin
    ballot,    ///< A5, thick
    turned,    ///< lies with its printed side down
    envelope,  ///< nothing to be read
};

struct Sheet {
    Look look = Look::sheet;
    float wide = 520;  ///< by nature
    std::vector<Line> lines;
    std::vector<float> columns;  ///< shares of the width, for rows
    float faint = 1;             ///< strength of the print
    bool posted = false;
    bool voided = false;
    bool torn = false;    ///< breaks off at the end
    bool folded = false;  ///< has been folded across
};

/// All that a builder may use.
struct Source {
    const World& world;
    PartId part = no_part;
    const Reader& reader;
    const PaperTrail* trail = nullptr;

    const PartSpec& spec() const { return world.layout()[part]; }
    const PartState& state() const { return world.part(part); }
    std::string clock(Time time) const;  ///< "10:42", empty for never
};

/// The time at which something was last said of that subject; never when it is not known.
Time last_time(const Source& source, Message what, std::int64_t subject);

void title(Sheet& sheet, std::string_view words);
void text(Sheet& sheet, std::string_view words);
void pair(Sheet& sheet, std::string_view left, std::string right);
void rule(Sheet& sheet);
void gap(Sheet& sheet);
/// Chair, secretary and whoever else has signed.
void signatures(const Source& source, Sheet& sheet);
/// Title of the election, number of the station, machine.
void head_of_strip(const Source& source, Sheet& sheet, std::string_view machine);

// What kinds of papers there are.
Sheet scanner_strip(const Source& source);
Sheet terminal_strip(const Source& source);
Sheet slip_of_centre(const Source& source);
Sheet receipt_at_desk(const Source& source);
Sheet ballot(const Source& source);
Sheet protocol(const Source& source);
Sheet turnout(const Source& source);
Sheet act(const Source& source);
Sheet log_book(const Source& source);
Sheet seal_register(const Source& source);
/// What the commission has counted by hand so far: one sheet for all piles.
Sheet tally(const Source& source);
/// The list of voters has a row for each voter, drawn by need.
void draw_voter_list(engine::view::Ui& ui, const engine::view::Rect& rect, const Source& source);
float voter_list_height(const Source& source);

enum class PaperKind : std::uint8_t {
    none,
    scanner_strip,
    terminal_strip,
    slip,
    receipt_at_desk,
    ballot,
    protocol,
    turnout,
    act,
    log_book,
    seal_register,
    voter_list,
    tally,
};
PaperKind kind_of(const World& world, PartId part);
Sheet sheet_of(const Source& source);

/// Draws at the top of a rectangle (or only measures). Returns the height.
float lay_out(machine::Kit& kit, const engine::view::Rect& rect, const Sheet& sheet, bool draw);

}  // namespace sim::seats::papers
