#include "exporters/spreadsheet/markup_reader.h"

#include <gtest/gtest.h>

namespace dutylist::spreadsheet {
namespace {

struct Told : MarkupHandler {
    void start(std::string_view name, std::span<const MarkupAttribute> attributes) override {
        all += "<" + std::string(name);
        for (const auto& [attribute, value] : attributes)
            all += " " + std::string(attribute) + "=" + std::string(value);
        all += ">";
    }
    void text(std::string_view markup) override { all += markup; }
    void end(std::string_view name) override { all += "</" + std::string(name) + ">"; }
    std::string all;
};

const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

bool is_whole(const std::string& markup) {
    Told told;
    MarkupReader reader(told);
    return reader.read(markup) && reader.finish();
}

TEST(MarkupReader, TellsTheSameHoweverThePartIsCut) {
    const std::string part = head + "<a n=\"1\"><b/>text &amp; <c x=\"y\" z=\"\">字</c></a>\n";
    for (std::size_t size = 1; size <= part.size(); ++size) {
        Told told;
        MarkupReader reader(told);
        for (std::size_t begin = 0; begin < part.size(); begin += size)
            ASSERT_TRUE(reader.read(std::string_view(part).substr(begin, size)));
        EXPECT_TRUE(reader.finish());
        EXPECT_EQ(told.all, "<a n=1><b></b>text &amp; <c x=y z=>字</c></a>") << size;
    }
}

TEST(MarkupReader, RefusesWhatIsNotWhole) {
    EXPECT_TRUE(is_whole(head + "<a/>"));
    for (const char* part :
         {"", "<a>", "<a></b>", "<a/><b/>", "<a/>text", "text<a/>", "<a b/>", "<a b=\"c/>",
          "<a b=\"c\"d=\"e\"/>", "<a b='c'/>", "<a><b</a>", "<a>&", "<a", "</a>", "<a><!-- --></a>",
          "<a b=\"<\"/>", "<a></a", "<>", "< a/>"}) {
        EXPECT_FALSE(is_whole(head + part)) << part;
    }
    EXPECT_FALSE(is_whole("<a/>")) << "without the declaration";
    EXPECT_FALSE(is_whole(head + head + "<a/>"));
}

TEST(MarkupReader, CountsTheElementsThatAreSaidToBeThere) {
    EXPECT_TRUE(is_whole(head + "<a count=\"2\"><b/><b/></a>"));
    EXPECT_FALSE(is_whole(head + "<a count=\"2\"><b/></a>"));
    EXPECT_FALSE(is_whole(head + "<a count=\"1\"/>"));
    EXPECT_TRUE(is_whole(head + "<a count=\"9\" uniqueCount=\"1\"><b/></a>"));
    EXPECT_FALSE(is_whole(head + "<a size=\"1\"><b/><b/></a>"));
}

TEST(MarkupReader, UnescapesXmlsReferencesOnly) {
    std::string text;
    EXPECT_TRUE(append_unescaped(text, "&lt;a&gt; &amp;amp; &quot;&#xA;"));
    EXPECT_EQ(text, "<a> &amp; \"\n");
    EXPECT_FALSE(append_unescaped(text, "&nbsp;"));
    EXPECT_FALSE(append_unescaped(text, "&am"));
}

}  // namespace
}  // namespace dutylist::spreadsheet
