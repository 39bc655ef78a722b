#include "pipeline/registry.h"

#include <array>

#include <gtest/gtest.h>

namespace dutylist {
namespace {

Confidence never(const SourceBytes&) { return Confidence::no; }
Confidence perhaps(const SourceBytes&) { return Confidence::fallback; }
Confidence surely(const SourceBytes& source) {
    return source.bytes == "mine" ? Confidence::certain : Confidence::no;
}

const std::array importers{Importer{"never", "", "", "", never, nullptr},
                           Importer{"first", "", "", "", perhaps, nullptr},
                           Importer{"second", "", "", "", perhaps, nullptr},
                           Importer{"sure", "", "", "", surely, nullptr}};

TEST(BestImporter, IsTheSurestAndOfEqualsTheEarlier) {
    EXPECT_EQ(best_importer({"a", "mine"}, importers)->name, "sure");
    EXPECT_EQ(best_importer({"a", "other"}, importers)->name, "first");
}

TEST(BestImporter, IsNoneWhereNoneKnowsTheBytes) {
    EXPECT_EQ(best_importer({"a", "mine"}, std::span(importers).first(1)), nullptr);
    EXPECT_EQ(best_importer({"a", "mine"}, {}), nullptr);
}

}  // namespace
}  // namespace dutylist
