#include "exporters/pdf/navigation.h"

#include <gtest/gtest.h>

namespace dutylist::pdf {
namespace {

std::string labels(std::initializer_list<const char*> texts) {
    std::vector<typeset::Page> pages;
    for (const char* text : texts) pages.emplace_back().label = text;
    return page_labels(pages);
}

TEST(PageLabels, RunsOfNumbersAreOneEntry) {
    EXPECT_EQ(labels({"a", "1", "2", "3"}), "<</Nums[0<</P(a)>>1<</S/D/St 1>>]>>");
}

TEST(PageLabels, PrefixesAndGapsBeginNewEntries) {
    EXPECT_EQ(labels({"A-1", "A-2", "A-4", "B-5"}),
              "<</Nums[0<</P(A-)/S/D/St 1>>2<</P(A-)/S/D/St 4>>3<</P(B-)/S/D/St 5>>]>>");
}

TEST(PageLabels, EqualTextsWithoutNumberAreOneEntry) {
    EXPECT_EQ(labels({"x", "x", "", "7"}), "<</Nums[0<</P(x)>>2<<>>3<</S/D/St 7>>]>>");
}

TEST(PageLabels, NoLabelsGiveNoTree) { EXPECT_EQ(labels({"", ""}), ""); }

TEST(PageLabels, NumbersThatAreNoNumbersStayText) {
    EXPECT_EQ(labels({"01", "0", "99999999999"}),
              "<</Nums[0<</P(01)>>1<</P(0)>>2<</P(99999999999)>>]>>");
}

}  // namespace
}  // namespace dutylist::pdf
