#include "pipeline/text/decimal.h"

#include <clocale>
#include <random>

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

TEST(HalfUp, AHalfThatBinaryFractionsMissIsStillAHalf) {
    EXPECT_EQ(half_up(0.125, 2), "0.13");
    EXPECT_EQ(half_up(1.005, 2), "1.01");
    EXPECT_EQ(half_up(0.2885 * 100, 1), "28.9");
    EXPECT_EQ(half_up(-2.5, 0), "-3");
    EXPECT_EQ(half_up(33.0 / 237.0, 4), "0.1392");
}

TEST(HalfUp, WritesAllDecimalsAndNoMinusBeforeZero) {
    EXPECT_EQ(half_up(0, 2), "0.00");
    EXPECT_EQ(half_up(-0.004, 2), "0.00");
    EXPECT_EQ(half_up(12, 1), "12.0");
    EXPECT_EQ(half_up(9.995, 2), "10.00");
    EXPECT_EQ(half_up(1e17, 1), "100000000000000000.0");
    EXPECT_EQ(half_up(1e-300, 3), "0.000");
}

// Every ratio of small counts, against the division of whole numbers.
TEST(HalfUp, OfARatioIsTheExactOne) {
    for (std::int64_t whole = 1; whole <= 400; ++whole) {
        for (std::int64_t part = 0; part <= whole; ++part) {
            const std::int64_t thousandths = (part * 2000 + whole) / (2 * whole);
            std::string exact = std::to_string(thousandths);
            if (exact.size() < 2) exact.insert(0, "0");
            exact.insert(exact.size() - 1, ".");
            const double ratio = static_cast<double>(part) / static_cast<double>(whole);
            ASSERT_EQ(half_up(ratio * 100, 1), exact) << part << " of " << whole;
        }
    }
}

// Decimals of up to 15 digits, against their rounding as whole numbers.
TEST(HalfUp, OfADecimalIsTheExactOne) {
    std::mt19937_64 random(20250731);
    for (int round = 0; round < 20'000; ++round) {
        const int places = 1 + static_cast<int>(random() % 6);
        const int decimals = static_cast<int>(random() % static_cast<unsigned>(places));
        std::int64_t scale = 1;
        for (int i = 0; i < places; ++i) scale *= 10;
        std::int64_t unit = 1;
        for (int i = decimals; i < places; ++i) unit *= 10;
        const auto number = static_cast<std::int64_t>(random() % 1'000'000'000'000);
        const std::int64_t units = (number + unit / 2) / unit;
        std::string exact = std::to_string(units);
        const auto fraction = static_cast<std::size_t>(decimals);
        if (exact.size() <= fraction) exact.insert(0, fraction + 1 - exact.size(), '0');
        if (decimals > 0) exact.insert(exact.size() - fraction, ".");
        const double value = static_cast<double>(number) / static_cast<double>(scale);
        ASSERT_EQ(half_up(value, decimals), exact) << number << " / " << scale;
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
