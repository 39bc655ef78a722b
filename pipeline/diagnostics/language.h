#pragma once

#include <cstdint>

namespace dutylist {

// The language of messages to people. Official text is never translated.
enum class Language : std::uint8_t { chinese, english };

}  // namespace dutylist
