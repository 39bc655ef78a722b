#include "pipeline/text/pinyin_order.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace dutylist {
namespace {

std::vector<std::string> sorted(const std::vector<std::string>& texts) {
    const std::vector<std::string> keys = pinyin_keys(texts);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < texts.size(); ++i) order.push_back(i);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<std::string> result;
    for (std::size_t i : order) result.push_back(texts[i]);
    return result;
}

using Texts = std::vector<std::string>;

TEST(PinyinOrder, CommonCharactersStandByTheirPinyin) {
    EXPECT_EQ(sorted({"自然资源局", "农业农村局", "公安局", "财政局", "应急管理局", "残联"}),
              (Texts{"财政局", "残联", "公安局", "农业农村局", "应急管理局", "自然资源局"}));
}

TEST(PinyinOrder, OtherCharactersStandBehindThem) {
    EXPECT_EQ(sorted({"㐂局", "镕局", "鄯局", "作局", "A局"}).front(), "A局");
    EXPECT_EQ(sorted({"㐂局", "镕局", "鄯局", "作局", "A局"})[1], "作局");
}

TEST(PinyinOrder, ALongerNameStandsBehindItsBeginning) {
    EXPECT_EQ(sorted({"教育局分局", "教育局"}), (Texts{"教育局", "教育局分局"}));
}

}  // namespace
}  // namespace dutylist
