#pragma once

#include <exception>
#include <string>

#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// Thrown for what ends a job: an input that cannot be read, an output that cannot be written, a
// template that is wrong. Everything about the content of an input is a Diagnostic instead.
class JobError : public std::exception {
public:
    explicit JobError(Diagnostic diagnostic);
    JobError(Code code, SourceLocation place, std::vector<Argument> arguments = {},
             std::string raw = {});

    const Diagnostic& diagnostic() const { return diagnostic_; }
    const char* what() const noexcept override { return what_.c_str(); }

private:
    Diagnostic diagnostic_;
    std::string what_;
};

}  // namespace dutylist
