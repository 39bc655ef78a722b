#include "exporters/statistics/terminal_table.h"

#include <algorithm>

#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::string_view gap = "  ";

// On one line whatever a name holds.
std::string flat(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

class Lines {
public:
    explicit Lines(const std::vector<TextTable::Column>& columns) : columns_(columns) {}

    void add(const std::vector<std::string>& cells) {
        std::vector<std::string>& row = rows_.emplace_back();
        widths_.resize(columns_.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            row.push_back(flat(cells[i]));
            widths_[i] = std::max(widths_[i], display_width(row.back()));
        }
    }

    std::string text() const {
        std::string text;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            line(rows_[i], text);
            if (i == 0) rule(text);
        }
        return text;
    }

private:
    void line(const std::vector<std::string>& row, std::string& text) const {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) line += gap;
            const auto missing = static_cast<std::size_t>(widths_[i] - display_width(row[i]));
            if (columns_[i].numeric) line.append(missing, ' ');
            line += row[i];
            if (!columns_[i].numeric) line.append(missing, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }

    void rule(std::string& text) const {
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (i > 0) text += gap;
            text.append(static_cast<std::size_t>(widths_[i]), '-');
        }
        text += '\n';
    }

    const std::vector<TextTable::Column>& columns_;
    std::vector<int> widths_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace

std::string terminal_table(const TextTable& table) {
    Lines lines(table.columns);
    std::vector<std::string> heads;
    for (const TextTable::Column& column : table.columns) heads.push_back(column.head);
    lines.add(heads);
    for (const std::vector<std::string>& row : table.rows) lines.add(row);
    return table.title + '\n' + lines.text();
}

std::string terminal_statistics(const Statistics& statistics, const TemplateStore& templates,
                                Language language) {
    const StatisticsTables tables(templates, language);
    return std::string(trimmed(tables.summary(statistics))) + "\n\n" +
           terminal_table(tables.categories(statistics, true)) + '\n' +
           terminal_table(tables.departments(statistics));
}

}  // namespace dutylist
