#pragma once

#include <cstdint>
#include <string_view>

namespace dutylist {

// CRC-32 (ISO 3309) of bytes that come in pieces: begin with 0, pass on what the piece before gave.
std::uint32_t checksum(std::uint32_t before, std::string_view bytes);

}  // namespace dutylist
