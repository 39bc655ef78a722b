#pragma once

#include <string_view>
#include <vector>

#include "importers/draft_building/text_builder.h"

namespace dutylist {

struct MarkdownLine {
    std::string_view text;
    std::uint32_t number = 1;
};

// A stretch of a line with its place.
struct MarkdownPiece {
    std::string_view text;
    SourcePosition place;
};

std::vector<MarkdownLine> split_markdown_lines(std::string_view text);

bool is_blank(std::string_view line);
// "| --- | :-: |": the second line of a pipe table.
bool is_delimiter_row(std::string_view line);
// "+---+===+": a line between the rows of a grid table.
bool is_grid_line(std::string_view line);

// The cells of a pipe table's row; an escaped pipe does not part them.
std::vector<MarkdownPiece> split_pipe_row(const MarkdownLine& line);

}  // namespace dutylist
