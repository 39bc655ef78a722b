#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Excel workbooks (.xlsx, .xlsm; ECMA-376 part 1, 18), also as WPS, LibreOffice and other programs
// write them. Each visible sheet becomes a table. Hidden sheets that hold something are reported
// and not read: people hide what is not to be published; hidden rows are read and reported, since
// they are mostly what a filter left out.
Confidence recognise_excel(const SourceBytes& source);
Imported read_excel(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics);

}  // namespace dutylist
