#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dutylist {

// zlib streams (RFC 1950). The only place of the archive that knows libdeflate.
std::string compressed(std::string_view bytes);

// Nothing if the stream is damaged or does not give exactly `size` bytes.
std::optional<std::string> decompressed(std::string_view stream, std::uint64_t size);

}  // namespace dutylist
