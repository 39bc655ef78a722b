#include <gtest/gtest.h>

#include "importers/word/equation_field.h"
#include "importers/word/word_importer.h"
#include "pipeline/diagnostics/codes.h"
#include "tests/support/drafts.h"
#include "tests/support/zip_archive.h"

// What Word draws from the code of a field is text of the document.

namespace dutylist {
namespace {

using test::to_lines;
using test::told;

std::string mark(const std::string& type, const std::string& data = {}) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\">" + data + "</w:fldChar></w:r>";
}
std::string code(const std::string& text) {
    return "<w:r><w:instrText xml:space=\"preserve\"> " + text + " </w:instrText></w:r>";
}
std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
// A field without a result, with what a form field says of itself.
std::string field(const std::string& instruction, const std::string& data = {}) {
    return mark("begin", data) + code(instruction) + mark("separate") + mark("end");
}
std::string with_result(const std::string& instruction, const std::string& result) {
    return mark("begin") + code(instruction) + mark("separate") + run(result) + mark("end");
}
std::string form(const std::string& content) { return "<w:ffData>" + content + "</w:ffData>"; }

test::Read read(const std::string& runs, const test::ArchiveParts& more = {}) {
    return test::read_bytes(read_word, test::make_word_document("<w:p>" + runs + "</w:p>", more));
}
std::string text_of(const std::string& runs) {
    const auto document = read(runs);
    EXPECT_EQ(told(document, Code::word_field_read), "");
    EXPECT_EQ(told(document, Code::word_field_without_result), "");
    return document.draft.elements.empty() ? "" : document.paragraph().content.text;
}

TEST(WordFields, ReadEnclosedCharacters) {
    EXPECT_EQ(text_of(field("EQ \\o\\ac(○,1)") + run("组织；") + field("EQ \\o\\ac(○,21)")),
              "①组织；㉑");
    EXPECT_EQ(
        text_of(field("EQ \\o\\ac(○,50)") + field("EQ \\o(〇,三)") + field("eq \\o\\ac(◯,A)")),
        "㊿㊂Ⓐ");
    EXPECT_EQ(text_of(mark("begin") + code("EQ \\o\\ac(") + code("○") + code(",2") + code(")") +
                      mark("end")),
              "②");
}

TEST(WordFields, ReadACharacterWithItsReadingAsTheCharacter) {
    EXPECT_EQ(text_of(run("保护") +
                      field("EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(yǎn),䶮)") +
                      run("村")),
              "保护䶮村");
}

TEST(WordFields, TellOfAnEquationThatSaysMoreThanItsText) {
    const auto fraction = read(run("约") + field("EQ \\f(1,2)"));
    EXPECT_EQ(to_lines(fraction.draft), "¶ 约1/2\n");
    EXPECT_EQ(told(fraction, Code::word_field_read), "list:1:2 EQ \\f(1,2)\n");
    const auto overstrike = read(field("EQ \\o(龙,天)"));
    EXPECT_EQ(to_lines(overstrike.draft), "¶ 龙天\n");
    EXPECT_EQ(told(overstrike, Code::word_field_read), "list:1:1 EQ \\o(龙,天)\n");
    EXPECT_EQ(read(field("EQ \\o\\ac(○,99)")).diagnostics.count(Code::word_field_read), 1u);
}

TEST(WordFields, ReadEquationsOfEveryForm) {
    const auto reading = [](std::string_view equation) {
        const EquationText text = read_equation(equation);
        return text.text + (text.exact ? "" : "?");
    };
    EXPECT_EQ(reading(" \\o\\ad(\\s\\up 9(ab),\\s\\do 3(cd))"), "abcd?");
    EXPECT_EQ(reading(" \\x(甲)"), "甲");
    EXPECT_EQ(reading(" \\b\\bc\\[(甲,乙)"), "[甲乙]?");
    EXPECT_EQ(reading(" \\l(甲,乙)"), "甲,乙");
    EXPECT_EQ(reading(" 甲\\s\\up 4(2)乙"), "甲2乙");
    EXPECT_EQ(reading(" \\o(○;1)"), "①");
    EXPECT_EQ(reading(" 甲\\,乙\\(丙\\)"), "甲,乙(丙)");
    EXPECT_EQ(reading(" \\r(3,x)"), "3 x?");
    EXPECT_EQ(reading(" \\o\\ac(○,1"), "①?");
    EXPECT_EQ(reading(" \\"), "\\");
    EXPECT_EQ(reading(""), "");
}

TEST(WordFields, ReadAnEquationOfAnyDepthAndLength) {
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += "\\o(";
    EXPECT_FALSE(read_equation(deep).exact);
    std::string letters;
    std::uint32_t random = 1;
    while (letters.size() < 1024UL * 1024) {
        random = random * 1664525 + 1013904223;
        letters += static_cast<char>('a' + (random >> 24) % 26);
    }
    const auto document = read(field("EQ \\o(" + letters + ")"));
    EXPECT_EQ(document.diagnostics.count(Code::word_field_without_result), 1u);
}

TEST(WordFields, RestoreNumbersThatFieldsCount) {
    const auto document = test::read_bytes(
        read_word, test::make_word_document("<w:p>" + field("AUTONUM") + run("甲") + "</w:p><w:p>" +
                                            field("AUTONUM \\* CHINESENUM3 \\s 、") + run("乙") +
                                            "</w:p><w:p>" + field("LISTNUM") + run("丙") +
                                            "</w:p><w:p>" + field("LISTNUM \\l 2") + "</w:p><w:p>" +
                                            run("表") + field("SEQ 表 \\* ARABIC") + run("、表") +
                                            field("SEQ 表") + "</w:p>"));
    EXPECT_EQ(to_lines(document.draft), "¶ 1.甲\n¶ 二、乙\n¶ 1)丙\n¶ a)\n¶ 表1、表2\n");
    EXPECT_EQ(document.paragraph(1).content.restored.size(), 1u);
    EXPECT_EQ(document.diagnostics.count(Code::format_labels_restored), 1u);
    EXPECT_EQ(document.diagnostics.count(Code::word_fields_restored), 1u);
}

TEST(WordFields, CountOnAfterNumbersThatAreStored) {
    EXPECT_EQ(text_of(with_result("SEQ 表", "1") + run("、") + field("SEQ 表")), "1、2");
}

TEST(WordFields, ReadWhatFormsShow) {
    EXPECT_EQ(text_of(field("FORMDROPDOWN", form("<w:ddList><w:result w:val=\"1\"/><w:listEntry "
                                                 "w:val=\"经济发展\"/><w:listEntry "
                                                 "w:val=\"党的建设\"/></w:ddList>"))),
              "党的建设");
    EXPECT_EQ(text_of(field("FORMDROPDOWN", form("<w:ddList><w:listEntry w:val=\"经济发展\"/>"
                                                 "</w:ddList>"))),
              "经济发展");
    EXPECT_EQ(text_of(field("FORMCHECKBOX", form("<w:checkBox><w:checked/></w:checkBox>")) +
                      field("FORMCHECKBOX", form("<w:checkBox><w:default w:val=\"0\"/>"
                                                 "</w:checkBox>"))),
              "☒☐");
    EXPECT_EQ(text_of(run("甲") + field("FORMTEXT", form("<w:textInput/>"))), "甲");
    const auto preset =
        read(field("FORMTEXT", form("<w:textInput><w:default w:val=\"某乡\"/></w:textInput>")));
    EXPECT_EQ(to_lines(preset.draft), "¶ 某乡\n");
    EXPECT_EQ(preset.diagnostics.count(Code::word_field_read), 1u);
    const auto beyond = read(
        field("FORMDROPDOWN", form("<w:ddList><w:result w:val=\"7\"/><w:listEntry w:val=\"甲\"/>"
                                   "</w:ddList>")));
    EXPECT_EQ(told(beyond, Code::word_field_without_result), "list:1:1 FORMDROPDOWN\n");
}

TEST(WordFields, ReadTheTextOfQuotesAndButtons) {
    EXPECT_EQ(text_of(field("QUOTE \"说 \\\"好\\\"\"")), "说 \"好\"");
    EXPECT_EQ(text_of(field("MACROBUTTON Save 单击 保存")), "单击 保存");
    EXPECT_EQ(text_of(mark("begin") + code("QUOTE ") + field("EQ \\o(○,3)") + mark("end")), "③");
}

TEST(WordFields, ReadSymbols) {
    EXPECT_EQ(text_of(field("SYMBOL 254 \\f \"Wingdings\"") + field("SYMBOL 9312 \\u") +
                      field("SYMBOL 0x41")),
              "☑①A");
    const auto unknown = read(field("SYMBOL 33 \\f \"Webdings\""));
    EXPECT_EQ(unknown.diagnostics.count(Code::word_field_read), 1u);
}

TEST(WordFields, ReadPropertiesOfTheDocument) {
    const std::string type = "http://schemas.openxmlformats.org/";
    const auto document = read(
        field("TITLE") + run("、") + field("DOCPROPERTY 联系人") + run("、") +
            field("DOCPROPERTY 没有"),
        {{"_rels/.rels",
          "<Relationships xmlns=\"" + type +
              "package/2006/relationships\"><Relationship Id=\"a\" "
              "Type=\"" +
              type +
              "officeDocument/2006/relationships/officeDocument\" "
              "Target=\"word/document.xml\"/><Relationship Id=\"b\" Type=\"" +
              type +
              "package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
              "<Relationship Id=\"c\" Type=\"" +
              type +
              "officeDocument/2006/relationships/custom-properties\" Target=\"custom.xml\"/>"
              "</Relationships>"},
         {"docProps/core.xml", "<cp xmlns:dc=\"urn:dc\"><dc:title>清单</dc:title></cp>"},
         {"custom.xml",
          "<P xmlns:vt=\"urn:vt\"><property name=\"联系人\"><vt:lpwstr>张某"
          "</vt:lpwstr></property></P>"}});
    EXPECT_EQ(to_lines(document.draft), "¶ 清单、张某、\n");
    EXPECT_EQ(told(document, Code::word_field_without_result), "list:1:7 DOCPROPERTY 没有\n");
}

TEST(WordFields, TellOfFieldsOfWhichNothingIsKnown) {
    const auto document = read(run("见") + field("REF _Ref1 \\h") + run("章") + field("DATE"));
    EXPECT_EQ(to_lines(document.draft), "¶ 见章\n");
    EXPECT_EQ(told(document, Code::word_field_without_result),
              "list:1:2 REF _Ref1 \\h\nlist:1:3 DATE\n");
}

TEST(WordFields, SayNothingOfMarksThatShowNothing) {
    EXPECT_EQ(text_of(run("甲") + mark("begin") + code("XE \"词\"") + mark("end") + run("乙")),
              "甲乙");
}

TEST(WordFields, TakeResultsAsTheyAreStored) {
    EXPECT_EQ(text_of(with_result("REF a", "第二章") + with_result("EQ \\o(○,1)", "①")), "第二章①");
}

TEST(WordFields, TellOfPromptsThatWereNotFilledIn) {
    const auto merged = read(run("致") + with_result("MERGEFIELD 单位", "«单位»"));
    EXPECT_EQ(to_lines(merged.draft), "¶ 致«单位»\n");
    EXPECT_EQ(told(merged, Code::word_placeholder), "list:1:2 «单位»\n");
    const auto empty = read(field("MERGEFIELD 单位"));
    EXPECT_EQ(to_lines(empty.draft), "¶ «单位»\n");
    EXPECT_EQ(empty.diagnostics.count(Code::word_field_read), 1u);
    const auto control =
        read("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("单击此处") +
             run("输入") + "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>" + run("已填") +
             "</w:sdtContent></w:sdt>");
    EXPECT_EQ(to_lines(control.draft), "¶ 单击此处输入已填\n");
    EXPECT_EQ(told(control, Code::word_placeholder), "list:1:1 单击此处输入\n");
}

TEST(WordFields, ReadSimpleFieldsLikeOthers) {
    EXPECT_EQ(text_of("<w:fldSimple w:instr=\" EQ \\o(○,4) \"/><w:fldSimple w:instr=\"REF a\">" +
                      run("甲") + "</w:fldSimple>"),
              "④甲");
}

TEST(WordFields, TellOfFormulasWithALayout) {
    const std::string math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    const auto text = [](const std::string& letters) {
        return "<m:r><m:t>" + letters + "</m:t></m:r>";
    };
    const auto formula =
        read("<m:oMath xmlns:m=\"" + math + "\">" + text("x=") + "<m:f><m:num>" + text("1") +
             "</m:num><m:den><m:d><m:e>" + text("a+b") + "</m:e></m:d></m:den></m:f></m:oMath>");
    EXPECT_EQ(to_lines(formula.draft), "¶ x=1/(a+b)\n");
    EXPECT_EQ(told(formula, Code::word_formula), "list:1:10 x=1/(a+b)\n");
    const auto plain = read("<m:oMath xmlns:m=\"" + math + "\">" + text("a+b") + "</m:oMath>");
    EXPECT_EQ(plain.diagnostics.count(Code::word_formula), 0u);
}

}  // namespace
}  // namespace dutylist
