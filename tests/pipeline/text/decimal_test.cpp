#include "pipeline/text/decimal.h"

#include <clocale>

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(Decimal, IsWrittenAsPrintfWritesIt) {
    for (const double value : {0.0, -0.04, 0.05, 1.25, 2.5, 1234567.891, 1e14, -3.0, 1e-7, 1e300}) {
        char fixed[400];
        char significant[64];
        for (int precision = 0; precision < 16; ++precision) {
            std::snprintf(fixed, sizeof fixed, "%.*f", precision, value);
            std::snprintf(significant, sizeof significant, "%.*g", precision, value);
            EXPECT_EQ(fixed_point(value, precision), fixed);
            EXPECT_EQ(significant_digits(value, precision), significant);
        }
    }
}

TEST(Decimal, HasAFullStopWhateverTheLocaleSays) {
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    const char* found = nullptr;
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"}) {
        if (!found) found = std::setlocale(LC_NUMERIC, name);
    }
    EXPECT_EQ(fixed_point(1.5, 1), "1.5");
    EXPECT_EQ(significant_digits(0.1, 15), "0.1");
    std::setlocale(LC_NUMERIC, before.c_str());
    if (!found) GTEST_SKIP() << "no locale with a decimal comma is installed";
}

}  // namespace
}  // namespace dutylist
