#include "pipeline/xml/xml_document.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

Diagnostic refusal(std::string text) {
    try {
        XmlDocument(std::move(text), "a.xml");
    } catch (const JobError& error) {
        return error.diagnostic();
    }
    return make_diagnostic(Code::internal_failure);
}

TEST(XmlDocument, GivesElementsAttributesAndTextInOrder) {
    const XmlDocument document("<a xmlns='urn:x'><b n='1'>一<c>二</c>三</b></a>", "a.xml");
    const XmlElement b = document.root().child("b");
    EXPECT_EQ(document.root().name_space(), "urn:x");
    EXPECT_EQ(b.number("n", 0), 1);
    EXPECT_EQ(b.text(), "一二三");
    EXPECT_EQ(b.pieces().size(), 3u);
}

TEST(XmlDocument, KnowsThePlaceOfAnElementInCharacters) {
    const XmlDocument document("<a>\n  县<b/>\n</a>", "a.xml");
    EXPECT_EQ(to_string(document.root().child("b").place()), "a.xml:2:4");
}

TEST(XmlDocument, KeepsWhiteSpaceAndDecodesReferences) {
    EXPECT_EQ(XmlDocument("<a> &lt;&#x53BF;&#10; </a>", "a.xml").root().text(), " <县\n ");
}

TEST(XmlDocument, RefusesWhatXmlDoesNotAllow) {
    EXPECT_EQ(refusal("<!DOCTYPE a><a/>").code, Code::xml_doctype);
    EXPECT_EQ(refusal("<a/><b/>").code, Code::xml_malformed);
    EXPECT_EQ(refusal("<a n='1' n='2'/>").code, Code::xml_malformed);
    EXPECT_EQ(refusal("<a>&#0;</a>").code, Code::xml_malformed);
    EXPECT_EQ(refusal("<a>&nbsp;</a>").code, Code::xml_malformed);
    EXPECT_EQ(refusal("<a></b>").code, Code::xml_malformed);
    EXPECT_EQ(refusal("<a>").code, Code::xml_malformed);
    EXPECT_EQ(refusal("text<a/>").code, Code::xml_malformed);
    EXPECT_EQ(refusal(" ").code, Code::xml_malformed);
}

TEST(XmlDocument, RefusesNestingBeyondTheLimit) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "<a>";
    for (int i = 0; i < 300; ++i) text += "</a>";
    EXPECT_EQ(refusal(text).code, Code::xml_too_deep);
}

TEST(XmlDocument, RefusesMisspeltSettingsWithTheirPlace) {
    const XmlDocument document("<a>\n<b widht='3'/></a>", "a.xml");
    try {
        document.root().child("b").allow_attributes({"width"});
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::xml_unknown_attribute);
        EXPECT_EQ(to_string(error.diagnostic().place), "a.xml:2:1");
    }
}

TEST(XmlDocument, FindsTheAttributeThatStandsTwiceAmongMany) {
    std::string text = "<a";
    for (int i = 0; i < 4000; ++i) text += " a" + std::to_string(i) + "=''";
    EXPECT_EQ(XmlDocument(text + "/>", "a.xml").root().attributes().size(), 4000u);
    const Diagnostic found = refusal(text + "\n a77='' a99=''/>");
    EXPECT_EQ(found.code, Code::xml_malformed);
    EXPECT_EQ(found.place.line, 2u);
    EXPECT_EQ(found.message(Language::chinese), "XML 格式有误：属性“a77”重复。请改正此处。");
}

TEST(XmlDocument, TellsEveryFaultInOneLanguage) {
    for (const char* text : {"", "<a/>x", "<a>&", "<a>&nbsp;</a>", "<a>&#0;</a>", "</a>",
                             "<a/><b/>", "<a", "<a =''/>", "<a n='' n=''/>", "<a n/>", "<a n=1/>",
                             "<a n='/>", "<a></b>", "<a>", "<a><!--", "< a/>"}) {
        const Diagnostic found = refusal(text);
        EXPECT_EQ(found.code, Code::xml_malformed) << text;
        const std::string message = found.message(Language::chinese);
        const std::string_view before = "XML 格式有误：";
        ASSERT_TRUE(message.starts_with(before)) << message;
        EXPECT_GE(static_cast<unsigned char>(message[before.size()]), 0x80) << message;
    }
}

TEST(XmlElement, SaysWhatAValueShouldBeInOneLanguage) {
    const XmlDocument document("<a n='x' m=''/>", "a.xml");
    const auto told = [&](auto ask, Language language) {
        try {
            ask();
        } catch (const JobError& error) {
            return error.diagnostic().message(language);
        }
        return std::string();
    };
    const auto number = [&] { document.root().number("n", 0); };
    const auto text = [&] { document.root().required("m"); };
    EXPECT_EQ(told(number, Language::chinese), "“n”的值“x”不合要求，应为数字。");
    EXPECT_EQ(told(number, Language::english),
              "The value “x” of “n” will not do; it should be a number.");
    EXPECT_EQ(told(text, Language::chinese), "“m”的值“”不合要求，应为非空文字。");
}

TEST(XmlEscaping, SurvivesTheWayBack) {
    const std::string text = "<&>\"'\t\n县";
    const XmlDocument document(
        "<a n=\"" + xml_escaped_attribute(text) + "\">" + xml_escaped_text(text) + "</a>", "a.xml");
    EXPECT_EQ(document.root().attribute("n"), text);
    EXPECT_EQ(document.root().text(), text);
}

}  // namespace
}  // namespace dutylist
