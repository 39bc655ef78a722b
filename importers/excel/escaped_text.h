#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// Replaces _xHHHH_ by the UTF-16 unit it stands for (ECMA-376 part 1, 22.9.2.19 ST_Xstring), in
// place. Two that form a surrogate pair become one character; a lone surrogate stays as it is.
void unescape_excel_text(std::string& text);

}  // namespace dutylist
