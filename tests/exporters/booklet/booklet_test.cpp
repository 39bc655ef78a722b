#include "exporters/booklet/booklet.h"

#include <gtest/gtest.h>

#include "pipeline/templates/template_store.h"
#include "tests/support/document_builder.h"

namespace dutylist::booklet {
namespace {

using tests::DocumentBuilder;

typeset::PagedDocument lay_out(const Document& document, Diagnostics& diagnostics,
                               const std::string& options = "") {
    const TemplateStore templates;
    const Statistics statistics;
    const Office office;
    return make_booklet({document, statistics, office, templates, "list", 0, {}, options},
                        diagnostics);
}

Document small_document() {
    return DocumentBuilder("青石镇", 2025, 7)
        .basic("党的建设", "落实党管人才原则，做好人才引进、培养、管理、服务保障工作")
        .basic("经济发展", "开展“四个合格”党员队伍建设，负责 12 项工作")
        .cooperative("平安法治", "维护学校周边秩序", "云溪县教育局、云溪县公安局",
                     "1.定期对学校周边开展巡查；\n2.及时处置有关线索——并通报。",
                     "1.做好摸底填报工作；\n2.配合开展巡查。")
        .recalled("交通运输", "对影响公路畅通行为的处罚", "云溪县交通运输局",
                  "负责执法检查；开展立案登记审查。")
        .build();
}

TEST(Booklet, HasCoverContentsListsAndIndex) {
    Diagnostics diagnostics;
    const Document document = small_document();
    const typeset::PagedDocument booklet = lay_out(document, diagnostics);
    EXPECT_TRUE(diagnostics.entries().empty());
    EXPECT_EQ(booklet.pages.size(), 8u);
    EXPECT_EQ(booklet.pages[4].label, "1");
    EXPECT_EQ(booklet.pages[5].rotate, 90);
}

}  // namespace
}  // namespace dutylist::booklet
