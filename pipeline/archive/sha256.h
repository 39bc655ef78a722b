#pragma once

#include <string>
#include <string_view>

namespace dutylist {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. Throws std::runtime_error where the
// system's OpenSSL is set up without it.
std::string sha256(std::string_view bytes);

}  // namespace dutylist
