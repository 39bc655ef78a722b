#include "pipeline/diagnostics/zip_reason.h"

#include <algorithm>
#include <utility>

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

constexpr std::pair<int, Code> known_errors[] = {
    {1, Code::zip_several_disks},         // ZIP_ER_MULTIDISK
    {4, Code::zip_read_error},            // ZIP_ER_SEEK
    {5, Code::zip_read_error},            // ZIP_ER_READ
    {7, Code::zip_checksum},              // ZIP_ER_CRC
    {13, Code::zip_compression_damaged},  // ZIP_ER_ZLIB
    {14, Code::reason_out_of_memory},     // ZIP_ER_MEMORY
    {16, Code::zip_compression_unknown},  // ZIP_ER_COMPNOTSUPP
    {17, Code::zip_incomplete},           // ZIP_ER_EOF
    {19, Code::zip_not_a_container},      // ZIP_ER_NOZIP
    {21, Code::zip_inconsistent},         // ZIP_ER_INCONS
    {24, Code::zip_encryption_unknown},   // ZIP_ER_ENCRNOTSUPP
    {31, Code::zip_compression_damaged},  // ZIP_ER_COMPRESSED_DATA
};

}  // namespace

Message zip_reason(int number) {
    const auto* known = std::find_if(std::begin(known_errors), std::end(known_errors),
                                     [&](const auto& row) { return row.first == number; });
    if (known != std::end(known_errors)) return {known->second, {}};
    return {Code::zip_other, {number}};
}

}  // namespace dutylist
