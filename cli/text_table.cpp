#include "cli/text_table.h"

#include <algorithm>

#include "pipeline/text/white_space.h"

namespace dutylist::cli {

std::string padded(std::string_view text, int width) {
    const int missing = std::max(width - display_width(text), 0);
    return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string text_table(const std::vector<std::vector<std::string>>& rows,
                       const std::vector<std::size_t>& right) {
    std::vector<int> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool flush_right = std::find(right.begin(), right.end(), i) != right.end();
            const auto blanks = static_cast<std::size_t>(widths[i] - display_width(row[i]));
            line += (i == 0 ? "" : "  ") +
                    (flush_right ? std::string(blanks, ' ') + row[i] : padded(row[i], widths[i]));
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

}  // namespace dutylist::cli
