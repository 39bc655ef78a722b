#pragma once

#include "exporters/sheet_layout/workbook_template.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist {

// The element <statistics> of a workbook template. Throws JobError at the place of a mistake.
StatisticsTemplate read_statistics_template(const XmlElement& element);

}  // namespace dutylist
