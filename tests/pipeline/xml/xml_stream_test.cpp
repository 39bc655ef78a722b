#include "pipeline/xml/xml_stream.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/io/limits.h"

namespace dutylist {
namespace {

using Event = XmlStream::Event;

std::string fault_of(std::string_view text) {
    XmlStream xml(text);
    for (;;) {
        const Event event = xml.next();
        if (event == Event::done) return {};
        if (event != Event::fault) continue;
        const XmlFault& fault = xml.fault();
        if (fault.code != Code::xml_malformed) return std::string(id_of(fault.code));
        return make_diagnostic(fault.code, {}, {fault.detail}).message(Language::english);
    }
}

std::string malformed(const std::string& why) {
    return "The XML is not well-formed: " + why + ". Correct it here.";
}

struct Counted {
    XmlStream::Work work;
    std::size_t text_bytes = 0;
};

Counted read(std::string_view text) {
    XmlStream xml(text);
    Counted counted;
    for (;;) {
        switch (xml.next()) {
            case Event::text:
                counted.text_bytes += xml.text().size();
                break;
            case Event::start:
            case Event::end:
                break;
            case Event::done:
                counted.work = xml.work();
                return counted;
            case Event::fault:
                ADD_FAILURE() << xml.fault().position.line;
                return counted;
        }
    }
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

TEST(XmlStream, NamesEachFaultInItsWords) {
    EXPECT_EQ(fault_of(""), malformed("there is no root element"));
    EXPECT_EQ(fault_of("<a>"), malformed("<a> has no end tag"));
    EXPECT_EQ(fault_of("<a></b>"), malformed("</b> does not end <a>"));
    EXPECT_EQ(fault_of("</a>"), malformed("an end tag without its start tag"));
    EXPECT_EQ(fault_of("<a/></a>"), malformed("an end tag without its start tag"));
    EXPECT_EQ(fault_of("<a/><b/>"), malformed("there is more than one root element"));
    EXPECT_EQ(fault_of("<a/>x"), malformed("there is text outside the root element"));
    EXPECT_EQ(fault_of("x<a/>"), malformed("there is text outside the root element"));
    EXPECT_EQ(fault_of("<![CDATA[x]]><a/>"), malformed("there is text outside the root element"));
    EXPECT_EQ(fault_of("<a>&nbsp;</a>"), malformed("the entity “nbsp” is not defined"));
    EXPECT_EQ(fault_of("<a n='&x;'/>"), malformed("the entity “x” is not defined"));
    EXPECT_EQ(fault_of("<a>&#0;</a>"),
              malformed("a reference to a character that XML does not allow"));
    EXPECT_EQ(fault_of("<a>1 & 2</a>"), malformed("an “&” that begins no reference; write &amp;"));
    EXPECT_EQ(fault_of("<a>&"), malformed("an “&” that begins no reference; write &amp;"));
    EXPECT_EQ(fault_of("<a n='1' n='2'/>"), malformed("the attribute “n” stands twice"));
    EXPECT_EQ(fault_of("<a n/>"), malformed("an attribute without a value"));
    EXPECT_EQ(fault_of("<a n=1/>"),
              malformed("the value of an attribute is not in quotation marks"));
    EXPECT_EQ(fault_of("<a n='/>"), malformed("the quotation mark of an attribute is not closed"));
    EXPECT_EQ(fault_of("<a =''/>"), malformed("this is no attribute"));
    EXPECT_EQ(fault_of("<a"), malformed("a start tag is not complete"));
    EXPECT_EQ(fault_of("<a></a"), malformed("an end tag is not complete"));
    EXPECT_EQ(fault_of("< a/>"), malformed("a tag without a name"));
    EXPECT_EQ(fault_of("<a><!-- x"), malformed("its end --> is missing"));
    EXPECT_EQ(fault_of("<a><![CDATA[x</a>"), malformed("its end ]]> is missing"));
    EXPECT_EQ(fault_of("<a><?x y"), malformed("its end ?> is missing"));
    EXPECT_EQ(fault_of("\n<?xml version='1.0'?><a/>"),
              malformed("<?xml … ?> does not stand at the very beginning"));
    EXPECT_EQ(fault_of("<a>]]></a>"), malformed("this is no XML"));
}

TEST(XmlStream, RefusesADoctypeWhereverItStands) {
    EXPECT_EQ(fault_of("<!DOCTYPE a><a/>"), "xml.doctype");
    EXPECT_EQ(fault_of("<!-- c --><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "xml.doctype");
    EXPECT_EQ(fault_of("<a><!DOCTYPE a></a>"), "xml.doctype");
}

TEST(XmlStream, AppliesEveryLimitOnXml) {
    const Limits& limits = default_limits;
    const auto nested = [](std::size_t depth) {
        return repeated("<a>", depth) + repeated("</a>", depth);
    };
    EXPECT_EQ(fault_of(nested(limits.xml_depth)), "");
    EXPECT_EQ(fault_of(nested(limits.xml_depth + 1)), "xml.too-deep");
    const auto tag = [](std::size_t attributes) {
        std::string text = "<a";
        for (std::size_t i = 0; i < attributes; ++i) text += " n" + std::to_string(i) + "=''";
        return text + "/>";
    };
    EXPECT_EQ(fault_of(tag(limits.xml_attributes)), "");
    EXPECT_EQ(fault_of(tag(limits.xml_attributes + 1)),
              malformed("a tag has more than 4096 attributes"));
    EXPECT_EQ(fault_of(tag(200'000)), malformed("a tag has more than 4096 attributes"));
    const std::string name(limits.xml_name_bytes, 'n');
    const std::string long_name = malformed("a name is longer than 4096 bytes");
    EXPECT_EQ(fault_of("<" + name + " " + name + "='' xmlns='" + name + "'/>"), "");
    EXPECT_EQ(fault_of("<" + name + "n/>"), long_name);
    EXPECT_EQ(fault_of("<a " + name + "n=''/>"), long_name);
    EXPECT_EQ(fault_of("<a xmlns:b='" + name + "n'/>"), long_name);
    EXPECT_EQ(fault_of("<a><!--" + std::string(limits.xml_token_bytes + 100'000u, 'x') + "--></a>"),
              malformed("a tag or comment is longer than 33554432 bytes"));
}

TEST(XmlStream, NamesAnEncodingThatItCannotRead) {
    const std::string text = "<?xml version='1.0' encoding='x-unknown'?><a/>";
    bool given = false;
    XmlStream xml(
        [&](std::span<char> buffer) {
            if (given) return std::size_t{0};
            given = true;
            std::copy(text.begin(), text.end(), buffer.begin());
            return text.size();
        },
        XmlStream::Encoding::declared);
    ASSERT_EQ(xml.next(), Event::fault);
    EXPECT_EQ(
        make_diagnostic(xml.fault().code, {}, {xml.fault().detail}).message(Language::english),
        malformed("the encoding is not UTF-8 or UTF-16"));
    // A text that went through the gate is UTF-8, whatever it declares.
    EXPECT_EQ(fault_of(text), "");
}

TEST(XmlStream, TellsWhatStandsBeforeAFaultFirst) {
    XmlStream xml("<a>x</b>");
    EXPECT_EQ(xml.next(), Event::start);
    EXPECT_EQ(xml.next(), Event::text);
    EXPECT_EQ(xml.next(), Event::fault);
    EXPECT_EQ(xml.next(), Event::fault);
}

// A piece that is not whole is read again with the next, so twice the bytes are enough.
TEST(XmlStream, WorkGrowsAsTheInputDoes) {
    const auto wrap = [](const std::string& content) { return "<a>" + content + "</a>"; };
    const std::string long_text(3'000'000, 'x');
    for (const std::string& text :
         {wrap(repeated("<![CDATA[x]]>", 100'000)), wrap(repeated("&amp;", 100'000)),
          wrap(repeated("<b/>", 100'000)), wrap("<![CDATA[" + long_text + "]]>"),
          wrap("<!--" + long_text + "-->"), wrap("<?x " + long_text + "?>"),
          wrap("<b c='" + long_text + "'/>"), wrap(repeated("\n", 1'000'000)),
          wrap(repeated("<![CDATA[]]>]", 100'000)), wrap(long_text)}) {
        const Counted counted = read(text);
        EXPECT_LE(counted.work.bytes_parsed, 3 * text.size() + 100'000) << text.substr(0, 20);
        EXPECT_LE(counted.work.events, text.size() / 2 + 10) << text.substr(0, 20);
    }
}

TEST(XmlStream, PiecesOfCharacterDataCloseTogetherComeAsOne) {
    const Counted counted = read("<a>" + repeated("<![CDATA[x]]>&lt;y\n", 1000) + "</a>");
    EXPECT_EQ(counted.text_bytes, 4000u);
    EXPECT_LT(counted.work.events, 10u);
}

TEST(XmlStream, PrefixesEndWithTheirElement) {
    XmlStream xml("<a xmlns='urn:1' xmlns:p='urn:2'><p:b xmlns:p='urn:3'/><p:c/></a>");
    std::string uris;
    for (Event event = xml.next(); event != Event::done; event = xml.next())
        uris += std::string(xml.name()) + "=" + std::string(xml.name_space()) + " ";
    EXPECT_EQ(uris, "a=urn:1 b=urn:3 b=urn:3 c=urn:2 c=urn:2 a=urn:1 ");
}

}  // namespace
}  // namespace dutylist
