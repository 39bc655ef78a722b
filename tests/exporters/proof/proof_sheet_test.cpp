#include "exporters/proof/proof_sheet.h"

#include <gtest/gtest.h>

#include "exporters/proof/proof_template.h"
#include "pipeline/check/proofread.h"
#include "pipeline/io/sink.h"
#include "tests/support/real_list.h"

namespace dutylist::proof {
namespace {

TEST(ProofSheet, ShortensWhatNoCellOfExcelHolds) {
    std::string duties;
    for (int i = 1; i <= 3'000; ++i)
        duties += std::to_string(i) + ".做好第" + std::to_string(i) + "项工作,";
    const Document document =
        test::read_list_text(
            "序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责\n"
            "1\t平安法治\t收养登记\t青石县民政局\t" +
            duties + "\t组织实施。\n")
            .document;
    const std::vector<ProofedDocument> proofed{{document, check::proofread(document, {})}};
    ASSERT_FALSE(proofed.front().findings.empty());
    MemorySink sink("list.check.xlsx");
    write_proof_sheet(proofed, read_proof_template(TemplateStore()), sink);
    EXPECT_FALSE(sink.take_bytes().empty());
}

}  // namespace
}  // namespace dutylist::proof
