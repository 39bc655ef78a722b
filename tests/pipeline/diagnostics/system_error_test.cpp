#include "pipeline/diagnostics/system_error.h"

#include <cerrno>
#include <ios>
#include <string>

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(SystemError, IsNamedByItsNumberInBothLanguages) {
    EXPECT_EQ(in_words(system_error(EACCES), Language::chinese), "没有权限");
    EXPECT_EQ(in_words(system_error(EACCES), Language::english), "Permission denied");
    EXPECT_EQ(in_words(system_error(std::make_error_code(std::errc::no_space_on_device)),
                       Language::chinese),
              "磁盘空间不足");
}

TEST(SystemError, OfAnUnknownNumberShowsNumberAndTheWordsOfTheSystem) {
    EXPECT_EQ(in_words(system_error(EL2HLT), Language::chinese),
              "系统错误 " + std::to_string(EL2HLT) + "：Level 2 halted");
}

TEST(SystemError, OfALibraryIsNotTakenForOneOfTheSystem) {
    const std::error_code failure = std::make_error_code(std::io_errc::stream);
    EXPECT_NE(in_words(system_error(failure), Language::chinese), "操作不被允许");
}

}  // namespace
}  // namespace dutylist
