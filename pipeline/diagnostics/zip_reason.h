#pragma once

#include "pipeline/diagnostics/message.h"

namespace dutylist {

// Why libzip refused, by the number that it gave (ZIP_ER_… of its zip.h). The core is built without
// libzip, so the numbers stand in zip_reason.cpp; they are part of libzip's binary interface.
Message zip_reason(int number);

}  // namespace dutylist
