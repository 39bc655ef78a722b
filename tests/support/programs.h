#pragma once

#include <array>
#include <cstdio>
#include <string>

#include <sys/wait.h>

namespace dutylist::test {

struct ProgramResult {
    int status = -1;
    std::string output;  // stdout and stderr
};

// Runs a shell command; quoting is the caller's.
inline ProgramResult run_program(const std::string& command) {
    ProgramResult result;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (!pipe) return result;
    std::array<char, 4096> buffer{};
    for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        result.output.append(buffer.data(), n);
    }
    const int status = ::pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

inline bool has_program(const std::string& name) {
    return run_program("command -v " + name).status == 0;
}

}  // namespace dutylist::test
