#pragma once

namespace dutylist {

// Ending a process that a signal or a lack of memory interrupts, in a way that leaves outputs
// whole. The command calls interrupted(); what is done then waits for what must not be cut.

// Calls `end(cause)`, which does not return, now, or as soon as no Uninterrupted is left. A second
// interruption does not wait. `cause`: a signal's number or another, not 0. Async-signal-safe.
void interrupted(int cause, void (*end)(int cause)) noexcept;

// While one lives, on any thread, interruptions wait. For moments: renaming files, not making them.
class Uninterrupted {
public:
    Uninterrupted();
    ~Uninterrupted();
    Uninterrupted(const Uninterrupted&) = delete;
    Uninterrupted& operator=(const Uninterrupted&) = delete;
};

}  // namespace dutylist
