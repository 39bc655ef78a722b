#include "pipeline/io/checksum.h"

#include <libdeflate.h>

namespace dutylist {

std::uint32_t checksum(std::uint32_t before, std::string_view bytes) {
    return libdeflate_crc32(before, bytes.data(), bytes.size());
}

}  // namespace dutylist
