#include "importers/draft_building/unfinished_row.h"

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
    const std::size_t open = cell.rfind('<');
    return open != cell.npos && cell.find('>', open) == cell.npos &&
           (cell.ends_with("</") || cell.ends_with("</p") || cell.ends_with("</l") ||
            cell.ends_with("</o") || cell.ends_with("</u"));
}

}  // namespace

bool ends_in_row(std::string_view text) {
    if (text.empty() || text.back() == '\n') return false;
    const std::size_t line_end = text.rfind('\n');
    const std::string_view line = text.substr(line_end == text.npos ? 0 : line_end + 1);
    const std::size_t tab = line.rfind('\t');
    if (tab != line.npos) return has_open_markup(line.substr(tab + 1));
    const std::string_view row = trimmed(line);
    return row.size() > 1 && row.front() == '|' && row.back() != '|';
}

}  // namespace dutylist
