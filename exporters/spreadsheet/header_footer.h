#pragma once

#include <string>

#include "exporters/spreadsheet/sheet.h"

namespace dutylist::spreadsheet {

// The code of a header or footer (ECMA-376 part 1, 18.3.1.46): "&L…&C…&R…". Shortened in the
// middle of its texts where it would pass the 255 characters that Excel takes.
std::string header_footer_code(const HeaderFooter& parts);

}  // namespace dutylist::spreadsheet
