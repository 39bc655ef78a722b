#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporters/spreadsheet/text_metrics.h"

namespace dutylist {

// Row heights of report sheets that hold in Excel, WPS and LibreOffice
// (spreadsheet/text_metrics.h). Widths of columns in pixels at 96 dpi.

// Points that a row needs whose cells hold these texts, wrapped; at most Excel's limit.
double height_of(const std::vector<std::string>& texts, const std::vector<std::uint32_t>& widths,
                 const spreadsheet::TextMetrics& metrics);

// The text in pieces that each fit in a row of Excel's greatest height; joined they are the text.
std::vector<std::string> cut_to_height(const std::string& text, std::uint32_t width,
                                       const spreadsheet::TextMetrics& metrics);

}  // namespace dutylist
