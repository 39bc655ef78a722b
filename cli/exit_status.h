#pragma once

namespace dutylist::cli {

// What scripts read; the strongest wins over several inputs.
inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 2;         // wrong usage, or not everything was written
inline constexpr int exit_remarks = 3;        // written, with a diagnostic of warning or error
inline constexpr int exit_by_signal = 128;    // and the signal's number: 130 after Ctrl+C
inline constexpr int exit_pipe_closed = 141;  // the reader of standard output went away

inline int stronger(int a, int b) {
    const auto strength = [](int status) {
        return status == exit_failed ? 3 : status == exit_remarks ? 2 : status;
    };
    return strength(a) >= strength(b) ? a : b;
}

}  // namespace dutylist::cli
