#include "pipeline/xml/xml_pull.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

// The events as one line: "<a> text </a>".
std::string events(std::string_view text) {
    XmlPull xml(text, "a.xml");
    std::string line;
    for (;;) {
        switch (xml.next()) {
            case XmlPull::Event::start:
                line += "<" + std::string(xml.name()) + ">";
                break;
            case XmlPull::Event::end:
                line += "</" + std::string(xml.name()) + ">";
                break;
            case XmlPull::Event::text:
                line += xml.text();
                break;
            case XmlPull::Event::done:
                return line;
        }
    }
}

TEST(XmlPull, TellsTagsAndTextInOrder) {
    EXPECT_EQ(events("<?xml version='1.0'?>\n<a><!-- c -->x<b y='1'/>z</a>\n"), "<a>x<b></b>z</a>");
}

TEST(XmlPull, DecodesReferencesAndCdata) {
    EXPECT_EQ(events("<a>&lt;&#x4E2D;&#25991;&amp;amp;<![CDATA[<&]]></a>"), "<a><中文&amp;<&</a>");
}

TEST(XmlPull, AttributesAreDecodedAndWhiteSpaceInThemIsSpace) {
    XmlPull xml("<a b='1&#10;2\n3' c=\"&quot;\"/>", "a.xml");
    ASSERT_EQ(xml.next(), XmlPull::Event::start);
    EXPECT_EQ(xml.attribute("b"), "1\n2 3");
    EXPECT_EQ(xml.attribute("c"), "\"");
    EXPECT_FALSE(xml.has("d"));
}

TEST(XmlPull, NameSpacesAreResolvedThroughPrefixes) {
    XmlPull xml("<p:a xmlns:p='urn:x' xmlns='urn:y'><b/></p:a>", "a.xml");
    xml.next();
    EXPECT_EQ(xml.name(), "a");
    EXPECT_EQ(xml.name_space(), "urn:x");
    xml.next();
    EXPECT_EQ(xml.name_space(), "urn:y");
}

TEST(XmlPull, PlacesAreLinesAndCharacters) {
    const std::string text = "<a>\n中文<b/>\n\n  <c/></a>";
    XmlPull xml(text, "a.xml");
    xml.next();
    xml.next();
    ASSERT_EQ(xml.next(), XmlPull::Event::start);
    EXPECT_EQ(xml.place(), (SourceLocation{"a.xml", {}, 2, 3}));
    xml.next();
    xml.next();
    ASSERT_EQ(xml.next(), XmlPull::Event::start);
    EXPECT_EQ(xml.place(), (SourceLocation{"a.xml", {}, 4, 3}));
    EXPECT_EQ(xml.place_of(0), (SourceLocation{"a.xml", {}, 1, 1}));
}

class XmlPullFaults : public testing::TestWithParam<const char*> {};

TEST_P(XmlPullFaults, AreRefused) { EXPECT_THROW(events(GetParam()), JobError) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(All, XmlPullFaults,
                         testing::Values("", "text", "<a>", "<a></b>", "<a><b></a></b>", "<a/><b/>",
                                         "</a>", "<a b='1' b='2'/>", "<a>&x;</a>", "<a>&#0;</a>",
                                         "<!DOCTYPE a><a/>", "<![CDATA[x]]><a/>", "<a/>x", "< a/>",
                                         "<a b/>", "<a b=1/>", "<a", "<a><![CDATA[x</a>"));

}  // namespace
}  // namespace dutylist
