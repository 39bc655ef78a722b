#include "pipeline/io/interruption.h"

#include <atomic>

namespace dutylist {
namespace {

std::atomic<int> sections{0};
std::atomic<int> waiting_signal{0};
std::atomic<void (*)(int)> waiting_end{nullptr};

void end_if_waiting() noexcept {
    if (const int signal = waiting_signal) waiting_end.load()(signal);
}

}  // namespace

void interrupted(int signal, void (*end)(int signal)) noexcept {
    waiting_end = end;
    if (waiting_signal.exchange(signal) != 0 || sections == 0) end(signal);
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
