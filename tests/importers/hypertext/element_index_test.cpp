#include "importers/hypertext/element_index.h"

#include <gtest/gtest.h>

namespace dutylist {
namespace {

TEST(ElementIndex, FindsTheEndOfElementsThatNest) {
    const std::string_view text = "<div>甲<DIV class=a>乙</div ></div>丙";
    const ElementIndex index(text);
    EXPECT_EQ(index.end_of("div", 0), text.find("丙"));
    EXPECT_EQ(index.end_of("div", text.find("<DIV")), text.find("</div>丙"));
}

TEST(ElementIndex, KnowsNoEndOfWhatIsNotClosed) {
    const ElementIndex index("<nav>甲<p>乙</p></div>");
    EXPECT_EQ(index.end_of("nav", 0), 0u);
    EXPECT_TRUE(index.closed("div").empty());
}

TEST(ElementIndex, TellsNamesFromTheirBeginnings) {
    const ElementIndex index("<tablet>甲</tablet>");
    EXPECT_TRUE(index.closed("table").empty());
    EXPECT_FALSE(index.has("table", 0, 100));
    EXPECT_TRUE(index.has("tablet", 0, 100));
}

TEST(ElementIndex, TellsWhetherATagBeginsInAStretch) {
    const std::string_view text = "甲<table>乙";
    const ElementIndex index(text);
    const std::size_t at = text.find('<');
    EXPECT_TRUE(index.has("table", at, at + 1));
    EXPECT_FALSE(index.has("table", at + 1, text.size()));
}

}  // namespace
}  // namespace dutylist
