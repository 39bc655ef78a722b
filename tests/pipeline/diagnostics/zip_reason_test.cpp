#include "pipeline/diagnostics/zip_reason.h"

#include <gtest/gtest.h>
#include <zip.h>

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

TEST(ZipReason, KnowsTheNumbersThatLibzipGives) {
    EXPECT_EQ(zip_reason(ZIP_ER_MULTIDISK).code, Code::zip_several_disks);
    EXPECT_EQ(zip_reason(ZIP_ER_SEEK).code, Code::zip_read_error);
    EXPECT_EQ(zip_reason(ZIP_ER_READ).code, Code::zip_read_error);
    EXPECT_EQ(zip_reason(ZIP_ER_CRC).code, Code::zip_checksum);
    EXPECT_EQ(zip_reason(ZIP_ER_ZLIB).code, Code::zip_compression_damaged);
    EXPECT_EQ(zip_reason(ZIP_ER_MEMORY).code, Code::reason_out_of_memory);
    EXPECT_EQ(zip_reason(ZIP_ER_COMPNOTSUPP).code, Code::zip_compression_unknown);
    EXPECT_EQ(zip_reason(ZIP_ER_EOF).code, Code::zip_incomplete);
    EXPECT_EQ(zip_reason(ZIP_ER_NOZIP).code, Code::zip_not_a_container);
    EXPECT_EQ(zip_reason(ZIP_ER_INCONS).code, Code::zip_inconsistent);
    EXPECT_EQ(zip_reason(ZIP_ER_ENCRNOTSUPP).code, Code::zip_encryption_unknown);
    EXPECT_EQ(zip_reason(ZIP_ER_COMPRESSED_DATA).code, Code::zip_compression_damaged);
}

TEST(ZipReason, TellsAnyOtherByItsNumber) {
    EXPECT_EQ(in_words(zip_reason(ZIP_ER_INTERNAL), Language::english), "libzip error 20");
    EXPECT_EQ(in_words(zip_reason(ZIP_ER_INTERNAL), Language::chinese), "libzip 错误 20");
}

}  // namespace
}  // namespace dutylist
