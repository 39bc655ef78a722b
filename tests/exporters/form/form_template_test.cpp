#include "exporters/form/form_template.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/department_list_template.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/programs.h"
#include "tests/support/template_overlay.h"

namespace dutylist {
namespace {

struct Mistake {
    const char* passage;  // of the official file
    const char* instead;
};

bool schema_accepts(const std::string& name, const std::filesystem::path& file) {
    return test::run_program("xmllint --noout --schema " DUTYLIST_SOURCE_DIR "/templates/schemas/" +
                             name + ".xsd " + file.string())
               .status == 0;
}

TEST(FormTemplate, HasTheListsOfItsKind) {
    const FormTemplate township = read_form_template(TemplateStore(), false);
    EXPECT_EQ(township.lists.size(), 3u);
    EXPECT_EQ(township.lists[1].columns[3].head, "对应上级部门");
    EXPECT_EQ(township.lists[1].columns[3].choose, Choice::department);
    const FormTemplate department = read_form_template(TemplateStore(), true);
    EXPECT_EQ(department.lists.size(), 2u);
    EXPECT_EQ(department.lists[0].columns[2].head, "关联镇街");
    EXPECT_FALSE(department.categories.empty());
}

TEST(FormTemplate, SchemaAndReaderRefuseTheSameMistakes) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    const Mistake mistakes[] = {
        {"rows=\"300\"", "rows=\"0\""},
        {"rows=\"300\"", "rows=\"9000\""},
        {"<choices ", "<choice "},
        {"kind=\"township\"", "kind=\"county\""},
        {"of=\"basic\"", "of=\"other\""},
        {"choose=\"category\"", "choose=\"list\""},
        {"width=\"7\"", "width=\"1\""},
        {"align=\"center\"", "align=\"middle\""},
        {"sheet=\"选项\"", "sheet=\"\""},
        {"<category>党的建设</category>", "<category></category>"},
        {"landscape=\"no\"", "landscape=\"perhaps\""},
    };
    for (const Mistake& mistake : mistakes) {
        const test::TemplateOverlay overlay("form.xml", mistake.passage, mistake.instead);
        EXPECT_FALSE(schema_accepts("form", overlay / "form.xml")) << mistake.instead;
        const auto read_both = [&] {
            read_form_template(overlay.store(), false);
            read_form_template(overlay.store(), true);
        };
        EXPECT_THROW(read_both(), JobError) << mistake.instead;
    }
}

TEST(DepartmentListTemplate, SchemaAndReaderRefuseTheSameMistakes) {
    if (!test::has_program("xmllint")) GTEST_SKIP() << "xmllint is not installed";
    const Mistake mistakes[] = {
        {" separator=\"、\"", ""},
        {"kind=\"recalled\"", "kind=\"basic\""},
        {"kind=\"recalled\"", "kind=\"cooperative\""},
        {"role=\"superior_duties\"", "role=\"handover\""},
        {"role=\"superior_duties\"", "role=\"township_duties\""},
        {"<column role=\"number\" head=\"序号\"/>", "<column role=\"number\"/>"},
    };
    for (const Mistake& mistake : mistakes) {
        const test::TemplateOverlay overlay("department_list.xml", mistake.passage,
                                            mistake.instead);
        EXPECT_FALSE(schema_accepts("department_list", overlay / "department_list.xml"))
            << mistake.instead;
        EXPECT_THROW(read_department_list_template(overlay.store()), JobError) << mistake.instead;
    }
}

TEST(DepartmentListTemplate, EachListHasItsOwnColumns) {
    for (const Mistake& mistake :
         {Mistake{"role=\"superior_duties\"", "role=\"handover_method\""},
          Mistake{"<column role=\"superior_duties\" head=\"本部门职责\"/>", ""},
          Mistake{"{department}镇街", "{unit}镇街"}}) {
        const test::TemplateOverlay overlay("department_list.xml", mistake.passage,
                                            mistake.instead);
        EXPECT_THROW(read_department_list_template(overlay.store()), JobError) << mistake.instead;
    }
}

}  // namespace
}  // namespace dutylist
