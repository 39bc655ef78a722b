#pragma once

namespace dutylist {

// Ending a process that a signal interrupts, in a way that leaves outputs whole. The command
// installs a handler that calls interrupted(); what is done then waits for what must not be cut.

// Called in a signal handler (async-signal-safe): calls `end`, which does not return, now, or as
// soon as no Uninterrupted is left. A second interruption does not wait.
void interrupted(int signal, void (*end)(int signal)) noexcept;

// While one lives, on any thread, interruptions wait. For moments: renaming files, not making them.
class Uninterrupted {
public:
    Uninterrupted();
    ~Uninterrupted();
    Uninterrupted(const Uninterrupted&) = delete;
    Uninterrupted& operator=(const Uninterrupted&) = delete;
};

}  // namespace dutylist
