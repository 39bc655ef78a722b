#include <gtest/gtest.h>

#include "importers/xml/document_reader.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

const std::string schema = DUTYLIST_SOURCE_DIR "/templates/schemas/document.xsd";

constexpr std::string_view good = R"(<?xml version="1.0" encoding="UTF-8"?>
<document xmlns="urn:dutylist:document:1" version="1">
  <source file="list.txt"/>
  <title>履职事项清单</title>
  <titleLine>云川县鹿鸣溪镇</titleLine>
  <unit county="云川县" township="鹿鸣溪镇"/>
  <period year="2025" month="7" printed="2025 年 7 月"/>
  <contentsEntry page="1">配合履职事项清单</contentsEntry>
  <list kind="cooperative">
    <title>配合履职事项清单</title>
    <column role="number">序号</column>
    <column role="departments">对应上级部门</column>
    <column role="superior_duties">上级部门职责</column>
    <item number="1">
      <cell role="number" at="17:1">1</cell>
      <cell role="departments" at="17:3" xml:space="preserve"><mention>云川县水利局</mention></cell>
      <cell role="superior_duties" at="17:10 0@- 2@17:19" xml:space="preserve"><clause><label restored="true">1.</label>制定方案；</clause>
<clause><label restored="true">2.</label>组织实施。</clause></cell>
    </item>
  </list>
</document>
)";

std::string replaced(std::string_view what, std::string_view with) {
    std::string text(good);
    const std::size_t at = text.find(what);
    if (at == std::string::npos) throw std::logic_error(std::string(what));
    return text.replace(at, what.size(), with);
}

struct Mutation {
    const char* what;
    const char* with;
    const char* says;
};

// What each of them says is wrong; the reader refuses them as well.
const Mutation mutations[] = {
    {"urn:dutylist:document:1", "urn:dutylist:document:2", "another namespace"},
    {" version=\"1\">", ">", "no version"},
    {" version=\"1\">", " version=\"2\">", "a newer version"},
    {" version=\"1\">", " version=\"one\">", "a version that is no number"},
    {"<document", "<documents", "another root, left open"},
    {"<title>履职事项清单</title>", "<title>甲</title><title>乙</title>", "two titles"},
    {"<titleLine>云川县鹿鸣溪镇</titleLine>", "<subtitle>甲</subtitle>", "an unknown element"},
    {"township=", "village=", "an unknown attribute"},
    {"month=\"7\"", "month=\"13\"", "a month that is none"},
    {"year=\"2025\"", "year=\"MMXXV\"", "a year that is no number"},
    {"kind=\"cooperative\"", "kind=\"optional\"", "an unknown kind of list"},
    {"<list kind=\"cooperative\">", "<list>", "a list without kind"},
    {"<column role=\"number\">", "<column role=\"no\">", "an unknown role"},
    {"<column role=\"number\">", "<column>", "a column without role"},
    {"<cell role=\"number\" at", "<cell at", "a cell without role"},
    {"at=\"17:1\"", "at=\"line 17\"", "a position that is none"},
    {"<mention>", "<mention kind=\"x\">", "an attribute that a mention has not"},
    {"<mention>云川县水利局</mention>", "<b>云川县水利局</b>", "foreign markup in a cell"},
    {"restored=\"true\"", "restored=\"maybe\"", "a flag that is none"},
    {"    <item number=\"1\">", "    text<item number=\"1\">", "text between elements"},
    {"<item number=\"1\">", "<item number=\"1\"><note>甲</note>", "an unknown child of an item"},
    {"    <column role=\"number\">序号</column>\n", "    <item/>\n    <column role=\"number\"/>\n",
     "a column after an item"},
};

TEST(DocumentSchema, AcceptsTheExampleAndSoDoesTheReader) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    test::TemporaryFolder folder;
    test::write_file(folder / "good.xml", good);
    const auto result = test::run_program("xmllint --noout --schema " + schema + " " +
                                          (folder / "good.xml").string());
    EXPECT_EQ(result.status, 0) << result.output;
    Diagnostics diagnostics;
    const Document document = read_canonical_document(good, "good.xml", diagnostics);
    EXPECT_EQ(document.lists[0].items[0].cells[2].text, "1.制定方案；\n2.组织实施。");
    EXPECT_EQ(document.unit.township, "鹿鸣溪镇");
}

TEST(DocumentSchema, RejectsEveryMutationAndSoDoesTheReader) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    static_assert(std::size(mutations) >= 20);
    test::TemporaryFolder folder;
    for (const Mutation& mutation : mutations) {
        const std::string text = replaced(mutation.what, mutation.with);
        test::write_file(folder / "bad.xml", text);
        const auto result = test::run_program("xmllint --noout --schema " + schema + " " +
                                              (folder / "bad.xml").string());
        EXPECT_NE(result.status, 0) << mutation.says;
        Diagnostics diagnostics;
        EXPECT_THROW(read_canonical_document(text, "bad.xml", diagnostics), JobError)
            << mutation.says;
    }
}

TEST(DocumentSchema, HasNoWildcards) {
    EXPECT_EQ(test::read_file(schema).find("xs:any"), std::string::npos);
}

}  // namespace
}  // namespace dutylist
