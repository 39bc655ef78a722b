#include "importers/draft_building/unfinished_row.h"

#include <algorithm>
#include <array>

#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

std::size_t count(std::string_view text, std::string_view word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size()))
        ++found;
    return found;
}

bool has_open_markup(std::string_view cell) {
    struct Tag {
        std::string_view open;
        std::string_view close;
    };
    static constexpr std::array<Tag, 3> tags{{{"<p>", "</p>"}, {"<ol", "</ol>"}, {"<ul", "</ul>"}}};
    for (const Tag& tag : tags) {
        if (count(cell, tag.open) > count(cell, tag.close)) return true;
    }
    if (cell.ends_with("<br>") || cell.ends_with("<br/>")) return true;
    const std::size_t open = cell.rfind('<');
    if (open == cell.npos || cell.find('>', open) != cell.npos) return false;
    constexpr std::size_t longest_name = 3;
    std::string_view tag = cell.substr(open + 1);
    if (tag.starts_with('/')) tag.remove_prefix(1);
    return tag.size() <= longest_name && std::all_of(tag.begin(), tag.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || c == '/' || c == ' ';
           });
}

bool ends_sentence(std::string_view text) {
    const bool number = text.size() > 1 && text.back() == '.' && text[text.size() - 2] >= '0' &&
                        text[text.size() - 2] <= '9';
    if (number) return false;
    static constexpr std::array<std::string_view, 4> marks{"。", "；", ";", "."};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace

bool ends_in_row(std::string_view text) {
    if (text.empty() || text.back() == '\n') return false;
    const std::size_t line_end = text.rfind('\n');
    const std::string_view line = text.substr(line_end == text.npos ? 0 : line_end + 1);
    const std::size_t tab = line.rfind('\t');
    if (tab != line.npos) return has_open_markup(line.substr(tab + 1));
    const std::string_view row = trimmed(line);
    return row.starts_with('|') && (row.size() == 1 || row.back() != '|');
}

bool ends_unlike_other_rows(std::span<const DraftRow> rows) {
    if (rows.empty() || rows.back().cells.empty()) return false;
    const std::size_t width = rows.back().cells.size();
    const std::string_view last = rows.back().cells.back().content.text;
    std::size_t others = 0;
    std::size_t filled = 0;
    std::size_t sentences = 0;
    for (const DraftRow& row : rows.first(rows.size() - 1)) {
        if (row.cells.size() != width || width < 2) continue;
        const std::string_view text = row.cells.back().content.text;
        ++others;
        filled += !text.empty();
        sentences += ends_sentence(text);
    }
    if (others < 2) return false;
    if (last.empty()) return filled == others;
    const std::size_t items = others - 1;  // without the heads
    return !ends_sentence(last) && sentences > 1 && sentences * 10 >= items * 9;
}

}  // namespace dutylist
