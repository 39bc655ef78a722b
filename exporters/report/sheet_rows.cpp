#include "exporters/report/sheet_rows.h"

#include <algorithm>

#include "exporters/spreadsheet/workbook_writer.h"

namespace dutylist {

double height_of(const std::vector<std::string>& texts, const std::vector<std::uint32_t>& widths,
                 const spreadsheet::TextMetrics& metrics) {
    double height = metrics.height({}, widths.empty() ? 0 : widths.front());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        height = std::max(height, metrics.height(texts[i], widths[i]));
    }
    return std::min(height, spreadsheet::maximum_row_height);
}

std::vector<std::string> cut_to_height(const std::string& text, std::uint32_t width,
                                       const spreadsheet::TextMetrics& metrics) {
    const std::size_t most = metrics.lines_in(spreadsheet::maximum_row_height);
    std::vector<std::uint32_t> starts{0};
    metrics.lines(text, spreadsheet::text_width(width), starts);
    std::vector<std::string> pieces;
    for (std::size_t first = 0; first < starts.size(); first += most) {
        const std::size_t begin = starts[first];
        const std::size_t end = first + most < starts.size() ? starts[first + most] : text.size();
        pieces.push_back(text.substr(begin, end - begin));
    }
    return pieces;
}

}  // namespace dutylist
