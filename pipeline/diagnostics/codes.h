#pragma once

#include "pipeline/diagnostics/code.h"

namespace dutylist {

// One enumerator for each row of catalogue.def. The row's id ("text.control-character") is
// permanent: scripts and suppressions refer to it; a row that is no longer used keeps its id.
enum class Code : std::uint16_t {
#define DUTYLIST_MESSAGE(name, id, severity, chinese, english) name,
#include "pipeline/diagnostics/catalogue.def"
#undef DUTYLIST_MESSAGE
};

}  // namespace dutylist
