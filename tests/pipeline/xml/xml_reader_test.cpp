#include "pipeline/xml/xml_reader.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

// The events as one line: "<a> text </a>".
std::string events(std::string_view text) {
    XmlReader xml(text, "a.xml");
    std::string line;
    for (;;) {
        switch (xml.next()) {
            case XmlReader::Event::start:
                line += "<" + std::string(xml.name()) + ">";
                break;
            case XmlReader::Event::end:
                line += "</" + std::string(xml.name()) + ">";
                break;
            case XmlReader::Event::text:
                line += xml.text();
                break;
            case XmlReader::Event::done:
                return line;
        }
    }
}

TEST(XmlReader, TellsTagsAndTextInOrder) {
    EXPECT_EQ(events("<?xml version='1.0'?>\n<a><!-- c -->x<b y='1'/>z</a>\n"), "<a>x<b></b>z</a>");
}

TEST(XmlReader, DecodesReferencesAndCdata) {
    EXPECT_EQ(events("<a>&lt;&#x4E2D;&#25991;&amp;amp;<![CDATA[<&]]></a>"), "<a><中文&amp;<&</a>");
}

TEST(XmlReader, AttributesAreDecodedAndWhiteSpaceInThemIsSpace) {
    XmlReader xml("<a b='1&#10;2\n3' c=\"&quot;\"/>", "a.xml");
    ASSERT_EQ(xml.next(), XmlReader::Event::start);
    EXPECT_EQ(xml.attribute("b"), "1\n2 3");
    EXPECT_EQ(xml.attribute("c"), "\"");
    EXPECT_FALSE(xml.has("d"));
}

TEST(XmlReader, NameSpacesAreResolvedThroughPrefixes) {
    XmlReader xml("<p:a xmlns:p='urn:x' xmlns='urn:y'><b/></p:a>", "a.xml");
    xml.next();
    EXPECT_EQ(xml.name(), "a");
    EXPECT_EQ(xml.name_space(), "urn:x");
    xml.next();
    EXPECT_EQ(xml.name_space(), "urn:y");
}

TEST(XmlReader, PlacesAreLinesAndCharacters) {
    const std::string text = "<a>\n中文<b/>\n\n  <c/></a>";
    XmlReader xml(text, "a.xml");
    xml.next();
    xml.next();
    ASSERT_EQ(xml.next(), XmlReader::Event::start);
    EXPECT_EQ(xml.place(), (SourceLocation{"a.xml", {}, 2, 3}));
    xml.next();
    xml.next();
    ASSERT_EQ(xml.next(), XmlReader::Event::start);
    EXPECT_EQ(xml.place(), (SourceLocation{"a.xml", {}, 4, 3}));
    EXPECT_EQ(xml.place_of(XmlPosition{}), (SourceLocation{"a.xml", {}, 1, 1}));
}

TEST(XmlReader, PlacesInOneLongLineAreCountedOn) {
    std::string text = "<a>";
    for (int i = 0; i < 200'000; ++i) text += "<b/>中";
    text += "</a>";
    XmlReader xml(text, "a.xml");
    std::uint64_t columns = 0;
    for (auto event = xml.next(); event != XmlReader::Event::done; event = xml.next()) {
        if (event != XmlReader::Event::end) columns += xml.place().column;
    }
    // <a>, then <b/> and 中 five characters further each time.
    std::uint64_t expected = 1;
    for (std::uint64_t i = 0; i < 200'000; ++i) expected += (4 + 5 * i) + (8 + 5 * i);
    EXPECT_EQ(columns, expected);
}

class XmlReaderFaults : public testing::TestWithParam<const char*> {};

TEST_P(XmlReaderFaults, AreRefused) { EXPECT_THROW(events(GetParam()), JobError) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(All, XmlReaderFaults,
                         testing::Values("", "text", "<a>", "<a></b>", "<a><b></a></b>", "<a/><b/>",
                                         "</a>", "<a b='1' b='2'/>", "<a>&x;</a>", "<a>&#0;</a>",
                                         "<!DOCTYPE a><a/>", "<![CDATA[x]]><a/>", "<a/>x", "< a/>",
                                         "<a b/>", "<a b=1/>", "<a", "<a><![CDATA[x</a>"));

}  // namespace
}  // namespace dutylist
