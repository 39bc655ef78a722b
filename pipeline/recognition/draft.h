#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/model/duty_list.h"

namespace dutylist {

// What an importer of a format without duty lists in its grammar hands on: paragraphs and tables in
// the order of the source, no meaning attached. Texts have the form of Cell::text (markup is '\n',
// other white space ' '), labels that the source only displays are already in them and listed in
// `restored`.
struct DraftText {
    std::string text;
    SlimVector<TextSpan> restored;
    SourceMap source;
};

struct DraftParagraph {
    DraftText content;
    int heading_level = 0;      // 0: no heading
    bool in_contents = false;   // the source marks it as part of a table of contents
    std::string contents_page;  // of a contents line with leaders: the page as printed
};

struct DraftCell {
    DraftText content;
    // The cell repeats the one to its left or above because the source merged them; its text is
    // that of the merged cell.
    bool from_merge = false;
    // No cell begins here: the one to the left reaches over this column, of which this then is the
    // copy (from_merge), or the row leaves the column out.
    bool covered = false;
};

struct DraftRow {
    std::vector<DraftCell> cells;
    bool header = false;  // the source says so (<th>, repeated header row)
};

struct DraftTable {
    std::string caption;  // a sheet's name, a table's title
    std::vector<DraftRow> rows;
    // Where the columns begin, and the last one ends, in any unit of length, rising; empty: all
    // are equally wide. A row's columns beyond it follow it one by one.
    std::vector<std::uint32_t> grid;
    // Of a part of a larger table (pipeline/recognition/kinds_in_table.h): the kind of its list,
    // and whether the numbers of its rows run through all parts.
    std::optional<ListKind> kind;
    bool numbers_run_on = false;
};

// How the bytes of an input were used, for the proof that none was lost:
// text + markup + furniture + removed == the size of the input.
//   text:      in the model (title, period, heads, cells)
//   markup:    tags, separators, white space
//   furniture: repeated headers, leaders, page numbers: read, understood, not in the model
//   removed:   taken out or passed over with a diagnostic
// White space is markup, also where the model keeps a blank of it; text therefore equals the bytes
// of the model's texts without white space and restored labels, in the input's encoding.
struct ByteAccount {
    std::string encoding = "UTF-8";
    std::uint64_t text = 0;
    std::uint64_t markup = 0;
    std::uint64_t furniture = 0;
    std::uint64_t removed = 0;
    std::uint64_t total() const { return text + markup + furniture + removed; }
};

struct Draft {
    std::vector<std::variant<DraftParagraph, DraftTable>> elements;
    std::string source_file;
};

}  // namespace dutylist
