#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "importers/mapped_xml/xpath_document.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

constexpr std::string_view list =
    "<t:list xmlns:t='urn:t' kind='基本' xmlns:u='urn:u'>\n"
    "  <t:item no='1'><t:name>甲</t:name><t:duty>子<t:br/>丑</t:duty></t:item>\n"
    "  <t:item no='2' u:kind='共'><t:name> 乙  丙 </t:name><t:duty>寅</t:duty></t:item>\n"
    "  <note>注</note>\n"
    "  <t:item no='10'><t:name>丁</t:name><u:duty>卯</u:duty></t:item>\n"
    "</t:list>";

const XmlTree::Prefixes prefixes{{"a", "urn:t"}, {"b", "urn:u"}};

// The expression's string where it stands at the root element.
std::string evaluate(const std::string& expression) {
    const XPathDocument document(list, "list.xml", prefixes, 10'000);
    return document.string(XPath(expression), document.tree().first_child(0));
}

// The strings of the nodes that the expression selects, with "|" between them.
std::string select(const std::string& expression) {
    const XPathDocument document(list, "list.xml", prefixes, 10'000);
    const XPath content(".");
    std::string all;
    for (const XmlTree::Node node :
         document.select(XPath(expression), document.tree().first_child(0)))
        all += (all.empty() ? "" : "|") + document.string(content, node);
    return all;
}

TEST(XPath, SelectsAlongEveryAxis) {
    EXPECT_EQ(select("a:item/@no"), "1|2|10");
    EXPECT_EQ(select("/a:list/a:item/child::a:duty"), "子丑|寅");
    EXPECT_EQ(select("//a:duty/text()"), "子|丑|寅");
    EXPECT_EQ(select("descendant::*[self::a:duty or self::b:duty]"), "子丑|寅|卯");
    EXPECT_EQ(select("note/preceding-sibling::a:item/@no"), "1|2");
    EXPECT_EQ(select("note/preceding-sibling::a:item[1]/@no"), "2");
    EXPECT_EQ(select("note/following-sibling::*/@no"), "10");
    EXPECT_EQ(select("note/following::b:duty"), "卯");
    EXPECT_EQ(select("note/preceding::a:name"), "甲| 乙  丙 ");
    EXPECT_EQ(select("//a:br/ancestor::a:item/@no"), "1");
    EXPECT_EQ(select("//a:br/ancestor-or-self::*/../@kind"), "基本");
    EXPECT_EQ(select("note/descendant-or-self::node()"), "注|注");
    EXPECT_EQ(select("//a:name/../@no"), "1|2|10");
    EXPECT_EQ(select("*[@b:*]/@no"), "2");
}

TEST(XPath, GivesNodesOnceInTheOrderOfTheDocument) {
    EXPECT_EQ(select("note | a:item/@no | a:item[1]/@*"), "1|2|注|10");
    EXPECT_EQ(select("(note | a:item/a:name)[2]"), " 乙  丙 ");
    EXPECT_EQ(select("a:item/ancestor::a:list/@kind"), "基本");
    EXPECT_EQ(select("(a:item | note)/.././/b:duty"), "卯");
}

TEST(XPath, CountsPositionsInThePredicates) {
    EXPECT_EQ(select("a:item[2]/@no"), "2");
    EXPECT_EQ(select("a:item[last()]/@no"), "10");
    EXPECT_EQ(select("a:item[position() < 3][2]/@no"), "2");
    EXPECT_EQ(select("a:item[a:duty][last()]/@no"), "2");
    EXPECT_EQ(select("a:item[@no > 1]/@no"), "2|10");
}

TEST(XPath, ComparesAndCalculates) {
    const std::vector<std::pair<std::string, std::string>> results{
        {"a:item/@no = 2", "true"}, {"a:item/@no != 2", "true"},
        {"note = '注'", "true"},    {"a:item/@no = a:item[3]/@no", "true"},
        {"none = none", "false"},   {"not(none)", "true"},
        {"true() = note", "true"},  {"'2' < 10", "true"},
        {"1 + 2 * 3 - -1", "8"},    {"7 div 2", "3.5"},
        {"-7 mod 3", "-1"},         {"1 div 0", "Infinity"},
        {"number('x') + 1", "NaN"}, {"2 > 1 and (1 > 2 or 3 >= 3)", "true"},
        {"1 <= 0.5", "false"},      {"none/@no + 1", "NaN"},
    };
    for (const auto& [expression, result] : results)
        EXPECT_EQ(evaluate(expression), result) << expression;
}

TEST(XPath, HasFunctionsOfStringsAndNumbers) {
    const std::vector<std::pair<std::string, std::string>> results{
        {"count(a:item)", "3"},
        {"sum(a:item/@no)", "13"},
        {"name(a:item)", "a:item"},
        {"local-name(*[last()]/*[2])", "duty"},
        {"concat(@kind, '：', note)", "基本：注"},
        {"contains(a:item[2], '丙')", "true"},
        {"starts-with(@kind, '基')", "true"},
        {"substring-before('第3项', '项')", "第3"},
        {"substring-after('第3项', '第')", "3项"},
        {"substring('履职事项清单', 3, 2)", "事项"},
        {"substring('12345', 1.5, 2.6)", "234"},
        {"substring('12345', 2)", "2345"},
        {"string-length(a:item[1]/a:duty)", "2"},
        {"normalize-space(a:item[2]/a:name)", "乙 丙"},
        {"translate('１２a', '１２a', '12')", "12"},
        {"translate('bar', 'aab', 'xyz')", "zxr"},
        {"round(2.5) + floor(-1.5) + ceiling(1.2)", "3"},
        {"boolean(note) and not(false())", "true"},
        {"string(a:item/@no)", "1"},
        {"number(' 12 ') + number('1e3')", "NaN"},
    };
    for (const auto& [expression, result] : results)
        EXPECT_EQ(evaluate(expression), result) << expression;
}

TEST(XPath, SaysAtWhichCharacterItIsWrong) {
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"///", "3"},
        {"a[", "3"},
        {"a]", "2"},
        {"'a", "1"},
        {"a b", "3"},
        {"f(a)", "1"},
        {"$a", "1"},
        {"count('a')", "7"},
        {"(1 | a)", "4"},
        {"side::a", "1"},
        {"concat(a)", "9"},
        {"a:", "1"},
        {"类别/comment()", "4"},
        {"starts-with(a)", "14"},
    };
    for (const auto& [expression, character] : wrong) {
        try {
            const XPath xpath(expression);
            ADD_FAILURE() << expression << " was taken";
        } catch (const JobError& error) {
            EXPECT_NE(error.diagnostic()
                          .message(Language::english)
                          .find("wrong at its character " + character + ";"),
                      std::string::npos)
                << error.diagnostic().message(Language::english);
        }
    }
}

TEST(XPath, HasAsManyPartsAsCanBeEvaluatedWithoutGoingDeep) {
    std::string sum = "1";
    for (int i = 0; i < 250; ++i) sum += "+1";
    EXPECT_EQ(evaluate(sum), "251");
    std::string predicates = "a";
    for (int i = 0; i < 1000; ++i) predicates += "[a";
    const std::vector<std::string> deep{sum + sum, std::string(1000, '(') + "1",
                                        std::string(1000, '-') + "1", predicates};
    for (const std::string& expression : deep) {
        try {
            const XPath xpath(expression);
            ADD_FAILURE() << "an expression without end was taken";
        } catch (const JobError& error) {
            EXPECT_EQ(error.diagnostic().code, Code::mapping_long_expression);
        }
    }
}

TEST(XmlTree, KeepsBlanksWithinALineAndPlacesBehindComments) {
    const std::string text = "<a>\n <b>甲</b> <b>乙<!-- 丙 -->丁</b>\n</a>";
    const XmlTree tree(text, "a.xml", {});
    std::string texts;
    for (XmlTree::Node node = 0; node < tree.size(); ++node) {
        if (tree.kind(node) != XmlTree::Kind::text) continue;
        texts += std::string(tree.value(node)) + "@" + std::to_string(tree.place(node).line) + ":" +
                 std::to_string(tree.place(node).column) + " ";
    }
    EXPECT_EQ(texts, "甲@2:5  @2:10 乙@2:14 丁@2:25 ");
}

}  // namespace
}  // namespace dutylist
