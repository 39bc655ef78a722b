#include "pipeline/recognition/municipalities.h"

#include <gtest/gtest.h>

#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/recognition/unit_names.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/simple_draft.h"

namespace dutylist {
namespace {

std::vector<std::string> official() { return read_municipalities(TemplateStore("official")); }

Unit raised(std::string_view text) {
    Unit unit = parse_unit(text).value();
    raise_municipality(unit, official());
    return unit;
}

TEST(Municipalities, AreTheFourOfTheOfficialTemplate) {
    EXPECT_EQ(official(), (std::vector<std::string>{"北京市", "天津市", "上海市", "重庆市"}));
}

TEST(Municipalities, AreOfTheLevelOfAProvince) {
    EXPECT_EQ(raised("重庆市临江区高桥街道"), (Unit{"重庆市", "", "临江区", "高桥街道"}));
    EXPECT_EQ(raised("重庆市云川县新禾乡"), (Unit{"重庆市", "", "云川县", "新禾乡"}));
}

TEST(Municipalities, AreNoCountiesDirectlyAboveATown) {
    EXPECT_EQ(raised("上海市新禾镇"), (Unit{"上海市", "", "", "新禾镇"}));
}

TEST(Municipalities, LeaveOtherCitiesWhereTheyAre) {
    EXPECT_EQ(raised("镇河市临江区高桥街道"), (Unit{"", "镇河市", "临江区", "高桥街道"}));
    EXPECT_EQ(raised("江东省云山市玉带镇"), (Unit{"江东省", "", "云山市", "玉带镇"}));
}

Unit recognised(const std::string& line, const std::string& setting, std::size_t& diagnostics) {
    const TemplateStore templates("official");
    const ColumnSynonyms synonyms(templates);
    RecognitionSettings settings;
    settings.synonyms = &synonyms;
    settings.municipalities = read_municipalities(templates);
    settings.unit = setting;
    settings.period = "2025-07";
    test::SimpleDraft builder;
    builder.paragraph(line)
        .paragraph("履职事项清单")
        .paragraph("天津市临江区高桥街道基本履职事项清单")
        .table({"序号|事项类别|事项名称", "1|党的建设|甲"})
        .paragraph("天津市临江区高桥街道");
    Diagnostics told;
    const Document document = recognise(builder.build(), settings, told);
    diagnostics = told.entries().size();
    return document.unit;
}

TEST(Municipalities, AreRecognisedInTitlesLinesAndWhatTheUserSays) {
    const Unit expected{"天津市", "", "临江区", "高桥街道"};
    std::size_t diagnostics = 0;
    EXPECT_EQ(recognised("天津市临江区高桥街道", "", diagnostics), expected);
    EXPECT_EQ(diagnostics, 0u);
    EXPECT_EQ(recognised("临江区", "天津市/临江区/高桥街道", diagnostics), expected);
}

}  // namespace
}  // namespace dutylist
