#include "pipeline/io/interruption.h"

#include <atomic>

namespace dutylist {
namespace {

std::atomic<int> sections{0};
std::atomic<int> waiting_cause{0};
std::atomic<void (*)(int)> waiting_end{nullptr};

void end_if_waiting() noexcept {
    if (const int cause = waiting_cause) waiting_end.load()(cause);
}

}  // namespace

void interrupted(int cause, void (*end)(int cause)) noexcept {
    waiting_end = end;
    if (waiting_cause.exchange(cause) != 0 || sections == 0) end(cause);
}

Uninterrupted::Uninterrupted() {
    ++sections;
    // Came between the last section and this one.
    if (sections == 1) end_if_waiting();
}

Uninterrupted::~Uninterrupted() {
    if (--sections == 0) end_if_waiting();
}

}  // namespace dutylist
