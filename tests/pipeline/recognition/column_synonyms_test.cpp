#include "pipeline/recognition/column_synonyms.h"

#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

using namespace dutylist;

namespace {

// The code of the error with which reading a columns.xml of this content ends, and its line.
std::string refusal(const std::string& content) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "columns.xml", content);
    try {
        const ColumnSynonyms synonyms(TemplateStore(folder.path().string()));
        return "";
    } catch (const JobError& error) {
        return std::string(id_of(error.diagnostic().code)) + ":" +
               std::to_string(error.diagnostic().place.line);
    }
}

}  // namespace

TEST(ColumnSynonyms, KnowTheHeadsOfSystemsAndOtherCounties) {
    const ColumnSynonyms synonyms{TemplateStore()};
    const std::vector<std::pair<CellRole, std::vector<std::string_view>>> heads{
        {CellRole::departments, {"关联单位", "对应县直部门", "主要实施部门", "县直部门"}},
        {CellRole::superior_duties, {"本部门职责", "主体责任", "县直部门职责"}},
        {CellRole::township_duties,
         {"配合责任", "镇街配合职责", "乡镇协助职责", "镇街配合责任", "协助职责"}},
        {CellRole::handover_method, {"承接后工作方式"}},
        // Of a department's own list; beside a column of departments an extra.
        {CellRole::townships, {"关联镇街", "关联乡镇"}},
        // Extras on purpose: kept, and no unknown heads.
        {CellRole::extra,
         {"来源镇街", "法律法规及文件依据", "设定依据", "备注", "是否同步", "是否公开"}}};
    for (const auto& [role, names] : heads) {
        for (std::string_view head : names) EXPECT_EQ(synonyms.role_of(head), role) << head;
    }
}

TEST(ColumnSynonyms, KnowTheHeadsOfEveryKindOfTownship) {
    const ColumnSynonyms synonyms{TemplateStore()};
    for (std::string_view head : {"乡镇配合职责", "镇配合职责", "街道配合职责", "苏木配合职责",
                                  "乡（镇）配合职责", "新禾乡配合职责", "乡 镇\n配合职责"})
        EXPECT_EQ(synonyms.role_of(head), CellRole::township_duties) << head;
    EXPECT_EQ(synonyms.role_of("镇(街道)职责"), CellRole::township_duties);
    EXPECT_EQ(synonyms.role_of("事 项 名 称"), CellRole::name);
    EXPECT_EQ(synonyms.role_of("完成时限"), std::nullopt);
    EXPECT_EQ(synonyms.role_of(""), std::nullopt);
}

TEST(ColumnSynonyms, LookAtTheWholeHeadThenAtItsLowerLevelsThenAtItsUpperOnes) {
    const ColumnSynonyms synonyms{TemplateStore()};
    EXPECT_EQ(synonyms.role_of("职责分工\n乡镇配合职责"), CellRole::township_duties);
    EXPECT_EQ(synonyms.role_of("事项名称\n甲\n乙"), CellRole::name);
    EXPECT_EQ(synonyms.role_of("序号\n事项名称\n乙"), CellRole::name);
    EXPECT_EQ(synonyms.role_of("甲\n乙\n"), std::nullopt);
}

TEST(ColumnSynonyms, KnowNoHeadThatIsLongerThanTwo) {
    const ColumnSynonyms synonyms{TemplateStore()};
    const std::string longest(2 * ColumnSynonyms::longest_head + 1 - std::string("事项名称").size(),
                              '\n');
    EXPECT_EQ(synonyms.role_of(longest + "事项名称"), CellRole::name);
    EXPECT_EQ(synonyms.role_of(longest + "\n事项名称"), std::nullopt);
    EXPECT_EQ(synonyms.role_of(std::string(4'000'000, '\n') + "事项名称"), std::nullopt);
}

TEST(ColumnSynonyms, KnowTheTitlesOfLists) {
    const ColumnSynonyms synonyms{TemplateStore()};
    EXPECT_EQ(synonyms.kind_of("新禾乡基本履职事项清单"), ListKind::basic);
    EXPECT_EQ(synonyms.kind_of("新禾乡配合履职事项清单"), ListKind::cooperative);
    EXPECT_EQ(synonyms.kind_of("新禾乡上级部门收回事项清单"), ListKind::recalled);
    EXPECT_EQ(synonyms.kind_of("履职事项清单"), std::nullopt);
}

TEST(ColumnSynonyms, MayBeAddedToByATemplate) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "columns.xml",
                     "<columns xmlns='urn:dutylist:columns:1' extends='official'>"
                     "<column role='departments' head='牵头单位'/></columns>");
    const ColumnSynonyms synonyms(TemplateStore(folder.path().string()));
    EXPECT_EQ(synonyms.role_of("牵头单位"), CellRole::departments);
    EXPECT_EQ(synonyms.role_of("事项名称"), CellRole::name);
}

TEST(ColumnSynonyms, MayBeReplacedByATemplate) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "columns.xml",
                     "<columns><word name='who' values='甲 乙'/>"
                     "<column role='name' head='{who}事'/></columns>");
    const ColumnSynonyms synonyms(TemplateStore(folder.path().string()));
    EXPECT_EQ(synonyms.role_of("乙事"), CellRole::name);
    EXPECT_EQ(synonyms.role_of("事项名称"), std::nullopt);
}

TEST(ColumnSynonyms, NameTheLineOfAMistake) {
    EXPECT_EQ(refusal("<columns>\n<column role='nix' head='甲'/></columns>"), "xml.bad-value:2");
    EXPECT_EQ(refusal("<columns>\n<column role='name'/></columns>"), "xml.missing:2");
    EXPECT_EQ(refusal("<columns>\n<column role='name' head=' '/></columns>"), "xml.bad-value:2");
    EXPECT_EQ(refusal("<columns>\n<colum/></columns>"), "xml.unknown-element:2");
    EXPECT_EQ(refusal("<columns>\n<foot text='' /></columns>"), "xml.bad-value:2");
    EXPECT_EQ(refusal("<columns>\n<word name='a' values='{a}'/></columns>"), "xml.bad-value:2");
    EXPECT_EQ(refusal("<columns extends='nix'/>"), "xml.bad-value:1");
}
