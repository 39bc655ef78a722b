#include "pipeline/archive/sha256.h"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

namespace dutylist {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    const int done =
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    if (done != 1 || size != digest.size()) throw std::runtime_error("SHA-256 is not available");
    std::string text;
    for (const unsigned char byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 0xf];
    }
    return text;
}

}  // namespace dutylist
