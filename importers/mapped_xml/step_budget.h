#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "importers/mapped_xml/xpath.h"

namespace dutylist {

// Counts what the expressions of a mapping cost on one file: a step for each node that is looked
// at and each byte of a string that is made, so that time and memory are bounded whatever the
// mapping and the file. Beyond the limit JobError mapping_too_many_steps names the expression
// that cost most.
class StepBudget {
public:
    StepBudget(std::string file, std::uint64_t limit) : file_(std::move(file)), limit_(limit) {}
    // By Limits::mapping_steps and Limits::mapping_steps_ratio.
    static std::uint64_t limit_of(std::uint64_t file_bytes);

    // What is taken from now on is for this expression.
    void begin(const XPath& expression) {
        if (expression.parsed() == expression_) return;
        note_taken();
        expression_ = expression.parsed();
    }
    void take(std::uint64_t steps) {
        used_ += steps;
        if (used_ > limit_) refuse();
    }
    std::uint64_t used() const { return used_; }

private:
    void note_taken() {
        if (expression_) taken_[expression_] += used_ - begun_at_;
        begun_at_ = used_;
    }
    [[noreturn]] void refuse();

    std::string file_;
    std::uint64_t limit_;
    std::uint64_t used_ = 0;
    std::uint64_t begun_at_ = 0;
    std::shared_ptr<const XPath::Parsed> expression_;
    std::unordered_map<std::shared_ptr<const XPath::Parsed>, std::uint64_t> taken_;
};

}  // namespace dutylist
