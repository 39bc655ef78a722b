#pragma once

#include "exporters/sheet_layout/workbook_template.h"
#include "pipeline/templates/template_file.h"

namespace dutylist {

// The element <statistics> of a workbook template. Throws JobError at the place of a mistake.
StatisticsTemplate read_statistics_template(const TemplateElement& element, const Looks& looks);

}  // namespace dutylist
