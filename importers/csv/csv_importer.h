#pragma once

#include "pipeline/importer.h"

namespace dutylist {

// Comma, tab or semicolon separated values (RFC 4180), one table a file. A field that our own CSV
// files protect from spreadsheet programs (an apostrophe before = + - @ or tab) is read without
// the apostrophe; any other apostrophe is text.
Confidence recognise_csv(const SourceBytes& source);
Imported read_csv(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics);

}  // namespace dutylist
