#include "importers/markdown/markdown_lines.h"

#include <algorithm>

#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {

std::vector<MarkdownLine> split_markdown_lines(std::string_view text) {
    std::vector<MarkdownLine> lines;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back({text.substr(begin, end - begin), ++number});
        begin = end + 1;
    }
    return lines;
}

bool is_blank(std::string_view line) { return trimmed(line).empty(); }

bool is_delimiter_row(std::string_view line) {
    const std::string_view row = trimmed(line);
    std::size_t pipes = 0;
    std::size_t dashes = 0;
    for (char c : row) {
        pipes += c == '|';
        dashes += c == '-';
        if (std::string_view("|-: \t").find(c) == std::string_view::npos) return false;
    }
    return pipes > 0 && dashes > 0;
}

bool is_grid_line(std::string_view line) {
    const std::string_view row = trimmed(line);
    if (row.size() < 3 || row.front() != '+' || row.back() != '+') return false;
    return row.find_first_not_of("+-=:") == std::string_view::npos &&
           row.find_first_of("-=") != std::string_view::npos;
}

std::vector<MarkdownPiece> split_pipe_row(const MarkdownLine& line) {
    std::vector<MarkdownPiece> cells;
    const std::string_view row = line.text;
    std::size_t begin = std::min(row.find_first_not_of(" \t"), row.size());
    if (begin < row.size() && row[begin] == '|') ++begin;
    std::size_t counted = 0;
    std::uint32_t column = 1;
    const auto add = [&](std::size_t end) {
        column +=
            static_cast<std::uint32_t>(count_characters(row.substr(counted, begin - counted)));
        counted = begin;
        cells.push_back({row.substr(begin, end - begin), {line.number, column}});
    };
    for (std::size_t at = begin; at < row.size(); ++at) {
        if (row[at] == '\\') {
            ++at;
        } else if (row[at] == '|') {
            add(at);
            begin = at + 1;
        }
    }
    if (begin < row.size() && !is_blank(row.substr(begin))) add(row.size());
    return cells;
}

}  // namespace dutylist
