#include "pipeline/recognition/unit_sections.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/recognised.h"
#include "tests/support/simple_draft.h"

namespace dutylist {
namespace {

using test::recognised;
using test::SimpleDraft;

class UnitSections : public testing::Test {
protected:
    std::vector<UnitSection> sections(SimpleDraft& draft) const {
        return find_unit_sections(draft.build(), settings_);
    }

    // Document titles, items and units of the parts.
    std::vector<std::string> parts(SimpleDraft& draft) const {
        std::vector<std::string> told;
        std::vector<Draft> drafts = split_by_unit(draft.build(), settings_);
        for (Draft& part : drafts) {
            Diagnostics diagnostics;
            const Document document = recognise(std::move(part), settings_, diagnostics);
            std::string text = document.unit.full_name() + " " + document.period.iso();
            for (const DutyList& list : document.lists)
                text += " " + std::string(to_string(list.kind)) + ":" +
                        std::to_string(list.items.size());
            told.push_back(text);
        }
        return told;
    }

    const TemplateStore templates_;
    const ColumnSynonyms synonyms_{templates_};
    const RecognitionSettings settings_ = [this] {
        RecognitionSettings settings;
        settings.synonyms = &synonyms_;
        return settings;
    }();
};

// Two whole lists, one pasted below the other.
SimpleDraft two_lists() {
    SimpleDraft draft("both.txt");
    draft.paragraph("云川县枫落坪乡履职事项清单").paragraph("2025年7月");
    draft.paragraph("枫落坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲", "2|党的建设|乙"});
    draft.paragraph("单位负责人：张三");
    draft.paragraph("云川县新禾乡履职事项清单").paragraph("2025年8月");
    draft.paragraph("新禾乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|丙"});
    return draft;
}

TEST_F(UnitSections, BeginAtTheTitleOfAnotherUnit) {
    SimpleDraft draft = two_lists();
    const std::vector<UnitSection> found = sections(draft);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].element, 5u);
    EXPECT_EQ(found[0].before.full_name(), "云川县枫落坪乡");
    EXPECT_EQ(found[0].unit.full_name(), "云川县新禾乡");
    EXPECT_EQ(to_string(found[0].place), "both.txt:8:1");
}

TEST_F(UnitSections, AreADocumentEachWhereTheyAreSplit) {
    SimpleDraft draft = two_lists();
    EXPECT_EQ(parts(draft), (std::vector<std::string>{"云川县枫落坪乡 2025-07 basic:2",
                                                      "云川县新禾乡 2025-08 basic:1"}));
}

TEST_F(UnitSections, AreRefusedWhereTheyAreNotSplit) {
    SimpleDraft draft = two_lists();
    try {
        recognised(draft);
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::unit_several);
        EXPECT_EQ(to_string(error.diagnostic().place), "both.txt:8:1");
        EXPECT_EQ(error.diagnostic().arguments[1], "云川县枫落坪乡");
        EXPECT_EQ(error.diagnostic().arguments[3], "云川县新禾乡");
    }
}

TEST_F(UnitSections, AreOneDocumentWhereTheUserSaysWhichUnitItIs) {
    SimpleDraft draft = two_lists();
    RecognitionSettings settings;
    settings.unit = "云川县/新禾乡";
    EXPECT_EQ(recognised(draft, settings).document.unit.township, "新禾乡");
}

TEST_F(UnitSections, BeginWhereOnlyTitlesOfListsNameTheOther) {
    SimpleDraft draft;
    draft.paragraph("枫落坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    draft.paragraph("新禾乡配合履职事项清单");
    draft.table({"序号|事项名称|对应上级部门|乡镇配合职责", "1|丁|县水利局|戊"});
    draft.paragraph("新禾乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|丙"});
    EXPECT_EQ(parts(draft),
              (std::vector<std::string>{"枫落坪乡  basic:1", "新禾乡  cooperative:1 basic:1"}));
}

TEST_F(UnitSections, BeginWithinATableAsWell) {
    SimpleDraft draft;
    draft.table({"枫落坪乡基本履职事项清单", "序号|事项类别|事项名称", "1|党的建设|甲",
                 "2|党的建设|乙", "新禾乡基本履职事项清单", "序号|事项类别|事项名称",
                 "1|党的建设|丙", "石桥镇基本履职事项清单", "1|党的建设|丁"});
    EXPECT_EQ(parts(draft), (std::vector<std::string>{"枫落坪乡  basic:2", "新禾乡  basic:1",
                                                      "石桥镇  basic:1"}));
}

TEST_F(UnitSections, BeginWithASheetThatIsCalledAfterAnotherUnit) {
    SimpleDraft draft;
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲"}, "枫落坪乡");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|丙"}, "新禾乡");
    EXPECT_EQ(sections(draft).size(), 1u);
}

// A title page may name the unit in several lines, and its title before it.
TEST_F(UnitSections, BeginWithTheFirstLineOfATitlePage) {
    SimpleDraft draft("both.txt");
    draft.paragraph("云川县枫落坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    draft.paragraph("填报人：张三").paragraph("乡镇履职事项清单");
    draft.paragraph("东岚省景泽市").paragraph("云川县新禾乡").paragraph("2025年8月");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|丙"});
    const std::vector<UnitSection> found = sections(draft);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].element, 3u);
    EXPECT_EQ(found[0].unit.full_name(), "东岚省景泽市云川县新禾乡");
    EXPECT_EQ(to_string(found[0].place), "both.txt:7:1");
}

// Titles are repeated on each page, name the unit in full or by its township alone, or not at all.
TEST_F(UnitSections, AreNoneInAListOfOneUnit) {
    SimpleDraft draft;
    draft.paragraph("东岚省景泽市云川县枫落坪乡履职事项清单");
    draft.paragraph("枫落坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    draft.paragraph("云川县枫落坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "2|党的建设|乙"});
    draft.paragraph("县级部门收回事项清单");
    draft.table({"序号|事项名称|承接部门", "1|丙|县水利局"});
    EXPECT_TRUE(sections(draft).empty());
}

// One wrong title is told (unit.differs) and no reason to part the list.
TEST_F(UnitSections, AreNoneWhereASingleTitleIsWrong) {
    SimpleDraft draft;
    draft.paragraph("云川县枫落坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    draft.paragraph("云川县枫洛坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "2|党的建设|乙"});
    draft.paragraph("云川县枫洛坪乡配合履职事项清单");
    draft.table({"序号|事项名称|对应上级部门|乡镇配合职责", "1|丁|县水利局|戊"});
    EXPECT_TRUE(sections(draft).empty());
}

// Other townships in the text around lists are no units of theirs.
TEST_F(UnitSections, AreNoneWhereAnotherUnitIsOnlyMentioned) {
    SimpleDraft draft;
    draft.paragraph("云川县枫落坪乡基本履职事项清单");
    draft.table({"序号|事项类别|事项名称", "1|党的建设|甲"});
    draft.paragraph("抄送：新禾乡");
    draft.paragraph("枫落坪乡配合履职事项清单");
    draft.table({"序号|事项名称|对应上级部门|乡镇配合职责", "1|丁|县水利局|戊"});
    EXPECT_TRUE(sections(draft).empty());
}

}  // namespace
}  // namespace dutylist
