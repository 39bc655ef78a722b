#include "importers/xml/document_reader.h"

#include <gtest/gtest.h>

#include "importers/xml/xml_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {
namespace {

constexpr std::string_view columns =
    "<column role='number'>序号</column><column role='name'>事项名称</column>"
    "<column role='superior_duties'>上级部门职责</column>";

std::string wrapped(std::string_view items, std::string_view version = "1") {
    return "<document xmlns='urn:dutylist:document:1' version='" + std::string(version) +
           "'>\n<list kind='cooperative'>" + std::string(columns) + std::string(items) +
           "</list></document>";
}

std::string item(std::string_view duties) {
    return "<item><cell role='number'>1</cell><cell role='name'>甲</cell>"
           "<cell role='superior_duties'>" +
           std::string(duties) + "</cell></item>";
}

Document read(const std::string& xml, Diagnostics& diagnostics) {
    return read_canonical_document(xml, "list.xml", diagnostics);
}

Diagnostic refusal(const std::string& xml) {
    Diagnostics diagnostics;
    try {
        read(xml, diagnostics);
    } catch (const JobError& error) {
        return error.diagnostic();
    }
    return make_diagnostic(Code::internal_failure);
}

TEST(CanonicalXmlReader, TextWithoutMarkupIsAnalysed) {
    Diagnostics diagnostics;
    const Document document = read(wrapped(item("1.制定方案；\n2.组织实施。")), diagnostics);
    const Cell& cell = document.lists[0].items[0].cells[2];
    EXPECT_EQ(cell.text, "1.制定方案；\n2.组织实施。");
    EXPECT_EQ(cell.blocks.size(), 2u);
    EXPECT_TRUE(diagnostics.entries().empty());
    EXPECT_EQ(document.lists[0].items[0].number, 1u);
}

TEST(CanonicalXmlReader, MarkupThatSaysSomethingElseIsReported) {
    Diagnostics diagnostics;
    read(wrapped(item("<paragraph>1.制定方案；</paragraph>\n<clause><label>2.</label>实施。"
                      "</clause>")),
         diagnostics);
    ASSERT_EQ(diagnostics.count(Code::canonical_markup_differs), 1u);
    EXPECT_EQ(diagnostics.entries().back().place.line, 2u);
}

TEST(CanonicalXmlReader, IndentedTextIsBroughtToItsFormAndReported) {
    Diagnostics diagnostics;
    const Document document =
        read(wrapped(item("\n   <clause><label restored='true'>1.</label>甲\t乙；</clause>\n   "
                          "<clause><label restored='true'>2.</label>丙。</clause>\n ")),
             diagnostics);
    const Cell& cell = document.lists[0].items[0].cells[2];
    EXPECT_EQ(cell.text, "1.甲 乙；\n2.丙。");
    ASSERT_EQ(cell.restored.size(), 2u);
    EXPECT_EQ(cell.view(cell.restored[1]), "2.");
    EXPECT_EQ(diagnostics.count(Code::canonical_text_form), 1u);
    EXPECT_EQ(diagnostics.count(Code::canonical_markup_differs), 0u);
}

TEST(CanonicalXmlReader, NewerEditionIsRefused) {
    const Diagnostic refused = refusal(wrapped("", "2"));
    EXPECT_EQ(refused.code, Code::canonical_newer);
    EXPECT_EQ(
        refused.message(Language::english),
        "This file has version 2, this program knows versions up to 1; use a newer dutylist.");
    EXPECT_EQ(refusal("<document xmlns='urn:dutylist:document:7'/>").code, Code::canonical_newer);
}

TEST(CanonicalXmlReader, OtherXmlIsRefused) {
    EXPECT_EQ(refusal("<document/>").code, Code::canonical_not_canonical);
}

TEST(CanonicalXmlReader, MissingCellIsRefusedWithItsPlace) {
    const Diagnostic refused = refusal(wrapped("\n\n<item><cell role='number'>1</cell></item>"));
    EXPECT_EQ(refused.code, Code::canonical_cell_count);
    EXPECT_EQ(refused.place.line, 4u);
}

TEST(CanonicalXmlReader, UnknownElementsAndAttributesAreRefused) {
    EXPECT_EQ(refusal(wrapped(item("<bold>甲</bold>"))).code, Code::xml_unknown_element);
    EXPECT_EQ(refusal(wrapped(item("<clause n='1'>甲</clause>"))).code,
              Code::xml_unknown_attribute);
    EXPECT_EQ(refusal(wrapped(item("甲") + "<column role='extra'>备注</column>")).code,
              Code::xml_unknown_element);
}

TEST(CanonicalXmlReader, ControlCharactersByReferenceAreRemovedAndReported) {
    Diagnostics diagnostics;
    const Document document = read(wrapped(item("甲&#x85;乙")), diagnostics);
    EXPECT_EQ(document.lists[0].items[0].cells[2].text, "甲乙");
    EXPECT_EQ(diagnostics.count(Code::text_control_character), 1u);
}

TEST(CanonicalXmlImporter, IsRecognisedByItsNamespaceInAnyEncoding) {
    EXPECT_EQ(recognise_canonical_xml({"a", wrapped("")}), Confidence::certain);
    EXPECT_EQ(recognise_canonical_xml({"a", "<?xml version='1.0'?><!-- c -->\n" + wrapped("")}),
              Confidence::certain);
    EXPECT_EQ(recognise_canonical_xml({"a", "<html>urn:dutylist:document:1</html>"}),
              Confidence::no);
}

TEST(CanonicalXml, IsRecognisedOnOneLongLine) {
    const std::string line =
        "<?xml version='1.0'?>\n<document xmlns='urn:dutylist:document:1' "
        "version='1'><list kind='basic'><title>";
    EXPECT_EQ(recognise_canonical_xml({"list.xml", line + std::string(100'000, 'a')}),
              Confidence::certain);
}

}  // namespace
}  // namespace dutylist
