#include "tests/support/booklets.h"

#include "pipeline/analysis/analyse.h"
#include "tests/support/document_builder.h"

namespace dutylist::test {

Document small_document() {
    Document document =
        DocumentBuilder("青石镇", 2025, 7)
            .basic("党的建设", "落实党管人才原则，做好人才引进、培养、管理、服务保障工作")
            .basic("经济发展", "开展“四个合格”党员队伍建设，负责 12 项工作")
            .cooperative("平安法治", "维护学校周边秩序", "云溪县教育局、云溪县公安局",
                         "1.定期对学校周边开展巡查；\n2.及时处置有关线索——并通报。",
                         "1.做好摸底填报工作；\n2.配合开展巡查。")
            .recalled("交通运输", "对影响公路畅通行为的处罚", "云溪县交通运输局",
                      "负责执法检查；开展立案登记审查。")
            .build();
    Diagnostics ignored;
    analyse(document, ignored);
    return document;
}

Document long_document() {
    DocumentBuilder builder("青石镇", 2025, 7);
    for (int i = 0; i < 60; ++i) {
        builder.basic(
            i < 30 ? "党的建设" : "经济发展",
            "落实党管人才原则，做好人才引进、培养、管理、服务保障工作，开展各类宣传教育活动，"
            "推进有关制度建设");
        builder.cooperative("平安法治", "维护学校周边秩序", "云溪县教育局、云溪县公安局",
                            "1.定期对学校周边开展巡查；\n2.及时处置有关线索——并通报。",
                            "1.做好摸底填报工作；\n2.配合开展巡查。");
    }
    Document document = builder.build();
    Diagnostics ignored;
    analyse(document, ignored);
    return document;
}

}  // namespace dutylist::test
