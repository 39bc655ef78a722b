#pragma once

#include <string_view>

#include "exporters/sheet_layout/workbook_template.h"
#include "exporters/spreadsheet/workbook_writer.h"
#include "pipeline/exporter.h"

namespace dutylist {

// Name, time and document properties of a workbook made from an input. `title` wins over the
// template's property.
spreadsheet::WorkbookSettings workbook_settings(const ExportInput& input,
                                                const WorkbookTemplate& settings,
                                                const PlaceholderValues& values,
                                                std::string_view suffix,
                                                std::string_view title = {});

}  // namespace dutylist
