#include "exporters/spreadsheet/text_metrics.h"

#include <string>

#include <gtest/gtest.h>

namespace dutylist::spreadsheet {
namespace {

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

// 宋体's narrow columns break this text into more lines; a stand-in's lines are higher.
TEST(RowHeight, HoldsInProgramsWithAndWithoutTheFont) {
    const TextMetrics both(10, {1.25, 1.45});
    const TextMetrics own(10, {1.25, 1.25});
    const std::string text = repeated("落实各项工作要求", 40);
    const double pixels = 354;
    const double height = both.height(text, pixels);
    const auto lines = static_cast<double>(own.lines(text, text_width(pixels)));
    EXPECT_GE(height, lines * 12.5);
    EXPECT_LT(height, lines * 14.5);
    EXPECT_GE(both.height("短", pixels), 14.5);
    EXPECT_EQ(both.height("短", pixels, 40), 40);
}

TEST(RowHeight, NoLineIsLostAtOtherScalesOfTheScreen) {
    // 宋体 11 at 120 dpi: 9 pixels to the digit, 17 to the em of 10 pt; six pixels of margins.
    const double pixels = 354;
    const double at_125_percent = (pixels / 8 * 9 - 6 * 1.25) / 17;
    const TextMetrics metrics(10, {1.25, 1.45});
    const auto fit = static_cast<int>(at_125_percent);
    EXPECT_EQ(metrics.lines(repeated("字", fit), text_width(pixels)), 1u);
    EXPECT_EQ(metrics.lines(repeated("字", fit + 1), text_width(pixels)), 2u);
}

// As LibreOffice breaks lines (UAX #14): a quotation mark stays with both its neighbours, a per
// cent sign with what is before it.
TEST(LineBreaks, KeepMarksWithTheirNeighbours) {
    const TextMetrics metrics(10, {1.25, 1.45});
    const auto second_line = [&](const std::string& text, double characters) {
        std::vector<std::uint32_t> starts;
        metrics.lines(text, metrics.width("字") * (characters + 0.1), starts);
        return starts.empty() ? std::string() : text.substr(starts.front());
    };
    EXPECT_EQ(second_line("一二三四”5", 5), "四”5");
    EXPECT_EQ(second_line("一二三四“五六", 5), "四“五六");
    EXPECT_EQ(second_line("一二三四，五六", 5), "五六");
    EXPECT_EQ(second_line("一二三四，五六", 4), "四，五六");
    EXPECT_EQ(second_line("一二三四（五", 5), "（五");
    EXPECT_EQ(second_line("一二三四五%", 5), "五%");
}

}  // namespace
}  // namespace dutylist::spreadsheet
