// What mappings cost is counted, so that no file keeps a mapping busy without end.
#include <string>

#include <gtest/gtest.h>

#include "importers/mapped_xml/mapping.h"
#include "importers/mapped_xml/xpath_document.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

// Steps that an expression takes at each element of a name.
std::uint64_t steps(const std::string& expression, const std::string& at, const std::string& xml,
                    const XmlTree::Prefixes& prefixes = {}) {
    const XPathDocument document(xml, "list.xml", prefixes);
    const XmlTree& tree = document.tree();
    const XPath xpath(expression);
    for (XmlTree::Node node = 0; node < tree.size(); ++node) {
        if (tree.name(node) == at) document.select(xpath, node);
    }
    return document.steps();
}

bool doubles_at_most(std::uint64_t smaller, std::uint64_t larger) {
    return 10 * larger <= 23 * smaller;
}

std::string rows(int count) {
    return "<list>" + repeated("<row><c>甲</c><d/></row>", count) + "</list>";
}

TEST(MappingSteps, GrowAsTheFileWherePathsStandWhereTheyBelong) {
    for (const char* expression : {"c", "c | d", ".//c[. = '甲']", "c[1]/text()",
                                   "preceding-sibling::row[1]", "self::row[c and not(@x)]"}) {
        EXPECT_PRED2(doubles_at_most, steps(expression, "row", rows(2000)),
                     steps(expression, "row", rows(4000)))
            << expression;
    }
}

TEST(MappingSteps, OfUnionsGrowAsTheirSortingDoes) {
    const auto mixed = [](int count) { return "<row>" + repeated("<c/><d/>", count) + "</row>"; };
    EXPECT_PRED2(doubles_at_most, steps("c | d", "row", mixed(2000)),
                 steps("c | d", "row", mixed(4000)));
}

// Elements in each other: those below several are found once for each, and kept once.
TEST(MappingSteps, OfNestedElementsStayBelowDepthTimesSize) {
    const auto nested = [](int count) {
        return "<list>" + repeated(repeated("<n>", 100) + repeated("</n>", 100), count) + "</list>";
    };
    EXPECT_PRED2(doubles_at_most, steps(".//n//n//n", "list", nested(10)),
                 steps(".//n//n//n", "list", nested(20)));
    EXPECT_LE(steps(".//n//n//n", "list", nested(10)), 1000u * 100 * 20);
}

// The sentence with which a mapping ends on a file.
std::string refusal(const std::string& row, const std::string& field, const std::string& xml) {
    const XPath row_path(row);
    const XPath field_path(field);
    const std::uint64_t limit = 3 * xml.size();
    const XPathDocument document(xml, "list.xml", {}, limit);
    try {
        for (const XmlTree::Node node : document.select(row_path, document.tree().first_child(0)))
            document.select(field_path, node);
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::mapping_too_many_steps);
        // One piece of work, the sorting of a set, is begun or not.
        EXPECT_LE(document.steps(), limit + 20 * xml.size());
        return error.diagnostic().message(Language::english);
    }
    return "read";
}

TEST(MappingSteps, EndWithTheExpressionThatTookThem) {
    const std::string list = rows(2000);
    EXPECT_EQ(refusal("row", "c", list), "read");
    for (const char* costly : {"//c", "/list/row/c", "preceding::c", "following-sibling::row/c",
                               "../row[c = current]", "../row[last()]", "c[//d = //c]"}) {
        EXPECT_EQ(refusal("row", costly, list)
                      .find("Reading this file with the XPath “" + std::string(costly) + "”"),
                  0u)
            << costly;
    }
    EXPECT_EQ(refusal("row[preceding::c = c]", "c", list)
                  .find("Reading this file with the XPath “row[preceding::c = c]”"),
              0u);
}

TEST(MappingSteps, CountTheBytesOfStringsSoThatNoneFillsTheMemory) {
    const std::string text = "<list><row>" + repeated("甲", 10'000) + "</row></list>";
    std::string copies = ".";
    for (int i = 0; i < 6; ++i) copies = "concat(" + copies + "," + copies + ")";
    EXPECT_NE(refusal("row[" + copies + " = 'x' or contains(concat(., .), .)]", "c", text), "read");
}

TEST(MappingSteps, LeaveRoomForALongListThroughShippedMappings) {
    const std::string book =
        "<s:Workbook xmlns:s='urn:schemas-microsoft-com:office:spreadsheet'><s:Worksheet "
        "s:Name='清单'>"
        "<s:Table>" +
        repeated("<s:Row><s:Cell s:Index='1'><s:Data>1</s:Data></s:Cell><s:Cell/></s:Row>", 5'000) +
        "</s:Table></s:Worksheet></s:Workbook>";
    const Mapping* excel = nullptr;
    for (const Mapping& mapping : shipped_mappings())
        if (mapping.name == "excel-2003") excel = &mapping;
    ASSERT_NE(excel, nullptr);
    const XmlTree::Prefixes& prefixes = excel->name_spaces;
    const std::uint64_t taken = steps(excel->tables[0].cell, "ss:Row", book, prefixes) +
                                steps(excel->tables[0].text, "ss:Cell", book, prefixes) +
                                steps(excel->tables[0].column, "ss:Cell", book, prefixes) +
                                steps(excel->tables[0].columns, "ss:Cell", book, prefixes) +
                                steps(excel->tables[0].rows, "ss:Cell", book, prefixes);
    EXPECT_LE(taken, book.size());
}

}  // namespace
}  // namespace dutylist
