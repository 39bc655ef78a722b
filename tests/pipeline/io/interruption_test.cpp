#include "pipeline/io/interruption.h"

#include <csignal>
#include <cstdio>

#include <gtest/gtest.h>
#include <unistd.h>

namespace dutylist {
namespace {

void end(int signal) { ::_exit(signal); }

TEST(InterruptionDeathTest, EndsAtOnce) {
    EXPECT_EXIT(interrupted(SIGTERM, end), ::testing::ExitedWithCode(SIGTERM), "");
}

TEST(InterruptionDeathTest, WaitsForWhatMustNotBeCut) {
    const auto run = [] {
        {
            const Uninterrupted outer;
            {
                const Uninterrupted inner;
                interrupted(SIGINT, end);
            }
            std::fputs("whole", stderr);
        }
        ::_exit(99);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(SIGINT), "whole");
}

TEST(InterruptionDeathTest, DoesNotWaitASecondTime) {
    const auto run = [] {
        const Uninterrupted uninterrupted;
        interrupted(SIGINT, end);
        interrupted(SIGTERM, end);
        ::_exit(99);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(SIGTERM), "");
}

}  // namespace
}  // namespace dutylist
