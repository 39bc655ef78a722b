#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/spreadsheet/part_reader.h"
#include "exporters/spreadsheet/workbook_content.h"

namespace dutylist::spreadsheet {

// xl/charts/chartN.xml.
class ChartReader : public PartReader {
public:
    const ChartContent& content() const { return content_; }

    void text(std::string_view markup) override;
    void end(std::string_view name) override;

private:
    void element(std::string_view name, Attributes attributes) override;

    ChartContent content_;
    std::vector<std::string> open_;
    std::uint64_t promised_points_ = 0;  // of the cache that is open
    std::uint64_t cached_points_ = 0;
};

// xl/drawings/drawingN.xml: where the charts of a sheet stand.
class DrawingReader : public PartReader {
public:
    std::uint64_t anchors() const { return anchors_; }

private:
    void element(std::string_view name, Attributes attributes) override;
    std::uint64_t anchors_ = 0;
};

}  // namespace dutylist::spreadsheet
