#pragma once

#include <string>

#include "pipeline/importer.h"

namespace dutylist::test {

// What an importer made of some bytes.
struct Read {
    Draft draft;
    Diagnostics diagnostics;

    // The n-th table or paragraph; fails the test by throwing where there is none.
    const DraftTable& table(std::size_t n = 0) const;
    const DraftParagraph& paragraph(std::size_t n = 0) const;
};

using ReadFunction = Imported (*)(SourceBytes, const ImportSettings&, Diagnostics&);

Read read_bytes(ReadFunction read, std::string bytes, const ImportSettings& settings = {},
                std::string name = "list");
Read read_file(ReadFunction read, const std::string& path);

// The code of the JobError with which reading ends, or of an error in the diagnostics.
std::string refusal(ReadFunction read, std::string bytes, const ImportSettings& settings = {});

// What was told of this code, one line each: "list:3:1 藏" or, of hidden text, "list:3:1 藏
// (隐藏文字)".
std::string told(const Read& read, Code code);

// One line a row: "1|党的建设|…"; a line break in a cell as "↵", a merged copy with "^" before it,
// a header row with "# " before it.
std::string to_lines(const DraftTable& table);
// All elements: paragraphs as "¶ text" ("¶1 text" for a heading), tables after "▦ caption".
std::string to_lines(const Draft& draft);

}  // namespace dutylist::test
