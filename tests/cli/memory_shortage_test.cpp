#include "cli/memory_shortage.h"

#include <cstdio>

#include <gtest/gtest.h>

#include "cli/exit_status.h"
#include "pipeline/io/interruption.h"

namespace dutylist::cli {
namespace {

using testing::ExitedWithCode;

TEST(MemoryShortage, EndsTheProgramWithOneSentence) {
    const auto run_short = [] {
        prepare_for_memory_shortage(Language::english);
        memory_refused();
    };
    EXPECT_EXIT(run_short(), ExitedWithCode(exit_failed),
                "^error: Memory ran out[^\n]*\\[internal.memory\\]\n$");
}

TEST(MemoryShortage, IsToldInTheLanguageThatWasAskedForLast) {
    const auto run_short = [] {
        prepare_for_memory_shortage(Language::english);
        prepare_for_memory_shortage(Language::chinese);
        memory_refused();
    };
    EXPECT_EXIT(run_short(), ExitedWithCode(exit_failed), "^错误：内存不足");
}

TEST(MemoryShortage, WaitsForOutputsThatTakeTheirPlaces) {
    const auto run_short = [] {
        prepare_for_memory_shortage(Language::english);
        const Uninterrupted uninterrupted;
        memory_refused();
        std::fputs("placed\n", stderr);
    };
    EXPECT_EXIT(run_short(), ExitedWithCode(exit_failed), "^placed\nerror: Memory ran out");
}

TEST(MemoryShortage, WaitsOnlyOnce) {
    const auto run_short = [] {
        prepare_for_memory_shortage(Language::english);
        const Uninterrupted uninterrupted;
        memory_refused();
        memory_refused();
        std::fputs("placed\n", stderr);
    };
    EXPECT_EXIT(run_short(), ExitedWithCode(exit_failed), "^error: Memory ran out");
}

}  // namespace
}  // namespace dutylist::cli
