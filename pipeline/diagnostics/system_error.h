#pragma once

#include <system_error>

#include "pipeline/diagnostics/message.h"

namespace dutylist {

// Why the system refused, by the number that it gave (an errno of POSIX). A number that the
// catalogue does not know is told with the system's own words.
Message system_error(int number);
Message system_error(const std::error_code& error);

}  // namespace dutylist
