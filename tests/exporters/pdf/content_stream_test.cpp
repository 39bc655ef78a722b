#include "exporters/pdf/content_stream.h"

#include <limits>

#include <gtest/gtest.h>

namespace dutylist::pdf {
namespace {

std::string number(double value, int decimals = 2) {
    std::string text;
    append_number(text, value, decimals);
    return text;
}

TEST(ContentStream, NumbersHaveNoTrailingZerosAndNoExponent) {
    EXPECT_EQ(number(0), "0");
    EXPECT_EQ(number(-0.001), "0");
    EXPECT_EQ(number(1.5), "1.5");
    EXPECT_EQ(number(-1.25), "-1.25");
    EXPECT_EQ(number(0.05), "0.05");
    EXPECT_EQ(number(-0.05), "-0.05");
    EXPECT_EQ(number(595.276, 3), "595.276");
    EXPECT_EQ(number(1e12), "1000000000");
    EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "0");
    EXPECT_EQ(number(2.999999, 2), "3");
}

TEST(ContentStream, SeparatesOperandsAndEndsOperators) {
    ContentStream out;
    out.number(1).number(2).op("Td");
    out.name("F0").number(10.5).op("Tf");
    EXPECT_EQ(out.bytes(), "1 2 Td\n/F0 10.5 Tf\n");
}

TEST(ContentStream, EscapesWhatWouldEndOrChangeAString) {
    ContentStream out;
    out.string("a(b)\\\r\n");
    EXPECT_EQ(out.bytes(), "(a\\(b\\)\\\\\\r\n)");
}

TEST(ContentStream, CodesAreTwoBytes) {
    ContentStream out;
    out.begin_string();
    out.code(0x4128);
    out.code(0x0D5C);
    out.end_string();
    EXPECT_EQ(out.bytes(), "(A\\(\\r\\\\)");
}

}  // namespace
}  // namespace dutylist::pdf
