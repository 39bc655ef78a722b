#include "pipeline/diagnostics/code_list.h"

#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"

namespace dutylist {
namespace {

TEST(CodeList, HasEveryDiagnosticOnceUnderATopic) {
    std::set<std::string_view> ids;
    for (const auto& [code, topic] : code_list()) {
        EXPECT_FALSE(id_of(code).empty());
        EXPECT_TRUE(ids.insert(id_of(code)).second) << id_of(code);
        EXPECT_EQ(code_from(id_of(code)), code);
        EXPECT_NE(topic, nullptr) << id_of(code);
    }
    EXPECT_TRUE(ids.contains("unit.several"));
}

TEST(CodeList, HasNoTextThatIsNoDiagnostic) {
    EXPECT_EQ(topic_of(Code::value_none), nullptr);
    EXPECT_EQ(topic_of(Code::reason_out_of_memory), nullptr);
}

TEST(CodeList, KeepsTheDiagnosticsOfATopicTogether) {
    std::set<const Topic*> before;
    const Topic* last = nullptr;
    for (const auto& [code, topic] : code_list()) {
        if (topic == last) continue;
        EXPECT_TRUE(before.insert(topic).second) << topic->english;
        last = topic;
    }
}

TEST(CodeList, NamesPagesThatAreThere) {
    for (const auto& [code, topic] : code_list()) {
        for (const Language language : {Language::chinese, Language::english}) {
            const std::filesystem::path page =
                std::filesystem::path(DUTYLIST_SOURCE_DIR) / topic->page(language);
            EXPECT_TRUE(std::filesystem::exists(page)) << page;
        }
    }
}

TEST(CodeList, TellsWhatACodeIsAbout) {
    const Topic* topic = topic_of(Code::archive_missing);
    ASSERT_NE(topic, nullptr);
    EXPECT_EQ(topic->name(Language::chinese), "档案库");
    EXPECT_EQ(topic->name(Language::english), "the archive");
    EXPECT_EQ(topic->page(Language::chinese), "docs/zh-CN/archive.md");
    EXPECT_EQ(topic->page(Language::english), "docs/archive.md");
}

}  // namespace
}  // namespace dutylist
