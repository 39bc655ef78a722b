#include "exporters/workbook/row_layout.h"

#include <algorithm>

#include "exporters/spreadsheet/excel_text.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "exporters/workbook/cell_display.h"

namespace dutylist {
namespace {

constexpr double font_step = 0.5;

// The end of a clause that stands not far before `end`, or `end`.
std::size_t end_of_clause(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t best = begin;
    for (const std::string_view mark : {"。", "；", ";"}) {
        const std::size_t found = text.substr(0, end).rfind(mark);
        if (found != std::string_view::npos && found > begin) {
            best = std::max(best, found + mark.size());
        }
    }
    // Not so early that rows are left half empty.
    return best > begin + (end - begin) * 2 / 3 ? best : end;
}

// As much of the text as a cell holds for certain, so that a very long one is not measured again
// and again.
std::size_t window_end(std::string_view text) {
    constexpr std::size_t most_bytes = 30'000;
    if (text.size() <= most_bytes) return text.size();
    std::size_t end = most_bytes;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end;
}

}  // namespace

RowLayout::RowLayout(const ColumnPlan& plan, const RowRules& rules, double font_size)
    : plan_(plan), rules_(rules), wanted_size_(font_size), size_(font_size), parts_(1) {
    const double floor = std::min(rules.font_floor, font_size);
    for (double size = font_size; size >= floor; size -= font_step) {
        sizes_.push_back(size);
        metrics_.emplace_back(size, rules.line_heights);
    }
    parts_[0].texts.resize(plan.columns.size());
}

double RowLayout::height_of(const RowPart& part, const spreadsheet::TextMetrics& metrics) const {
    double height = rules_.minimum_height;
    for (std::size_t c = 0; c < plan_.columns.size(); ++c) {
        height = metrics.height(part.texts[c], plan_.columns[c].pixels, height);
    }
    return height;
}

bool RowLayout::fits_cells() const {
    return std::all_of(parts_[0].texts.begin(), parts_[0].texts.end(),
                       [](const std::string& text) { return spreadsheet::fits_in_cell(text); });
}

const std::vector<RowPart>& RowLayout::lay_out(const Item& item) {
    RowPart& whole = parts_[0];
    for (std::size_t c = 0; c < plan_.columns.size(); ++c) {
        if (plan_.columns[c].source) {
            show_cell(item.cells[*plan_.columns[c].source], whole.texts[c]);
        } else {
            whole.texts[c].clear();
        }
    }
    count_ = 1;
    size_ = wanted_size_;
    if (fits_cells()) {
        for (std::size_t i = 0; i < metrics_.size(); ++i) {
            whole.height = height_of(whole, metrics_[i]);
            if (whole.height > spreadsheet::maximum_row_height) continue;
            size_ = sizes_[i];
            return parts_;
        }
    }
    split(metrics_.front());
    return parts_;
}

RowPart& RowLayout::part(std::size_t index) {
    while (parts_.size() <= index) {
        parts_.emplace_back();
        parts_.back().texts.resize(plan_.columns.size());
    }
    if (index >= count_) {
        for (std::string& text : parts_[index].texts) text.clear();
        count_ = index + 1;
    }
    return parts_[index];
}

void RowLayout::split(const spreadsheet::TextMetrics& metrics) {
    const std::size_t most = metrics.lines_in(spreadsheet::maximum_row_height);
    const std::vector<std::string> texts = parts_[0].texts;
    for (std::size_t c = 0; c < texts.size(); ++c) {
        const std::vector<std::string_view> pieces = split_by_lines(
            texts[c], metrics, spreadsheet::text_width(plan_.columns[c].pixels), most);
        for (std::size_t p = 0; p < pieces.size(); ++p) part(p).texts[c] = pieces[p];
    }
    const std::optional<std::size_t> number = plan_.column(CellRole::number);
    const std::optional<std::size_t> category = plan_.column(CellRole::category);
    for (std::size_t p = 1; p < count_; ++p) {
        if (number && parts_[p].texts[*number].empty()) {
            parts_[p].texts[*number] = texts[*number] + rules_.continuation;
        }
        if (category && parts_[p].texts[*category].empty()) {
            parts_[p].texts[*category] = parts_[0].texts[*category];
        }
    }
    for (std::size_t p = 0; p < count_; ++p) {
        parts_[p].height = std::min(height_of(parts_[p], metrics), spreadsheet::maximum_row_height);
    }
}

std::vector<std::string_view> split_by_lines(std::string_view text,
                                             const spreadsheet::TextMetrics& metrics, double width,
                                             std::size_t most) {
    most = std::max<std::size_t>(most, 3);
    std::vector<std::string_view> pieces;
    std::vector<std::uint32_t> starts;
    while (true) {
        const std::string_view window = text.substr(0, window_end(text));
        starts.clear();
        const std::size_t lines = metrics.lines(window, width, starts);
        if (lines <= most && window.size() == text.size()) {
            pieces.push_back(text);
            return pieces;
        }
        // One line is kept free: a piece that is cut out may break a little differently.
        const std::size_t end = lines < most ? window.size() : starts[most - 2];
        const std::size_t feed = text.substr(0, end).rfind('\n');
        if (feed != std::string_view::npos && feed > end / 2) {
            pieces.push_back(text.substr(0, feed));
            text.remove_prefix(feed + 1);
            continue;
        }
        const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
        const std::size_t cut = end_of_clause(text, begin, end);
        pieces.push_back(text.substr(0, cut));
        text.remove_prefix(cut);
        if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    }
}

}  // namespace dutylist
