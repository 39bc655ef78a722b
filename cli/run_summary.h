#pragma once

#include <string>
#include <vector>

#include "cli/job_plan.h"

namespace dutylist {
class JsonWriter;
}

namespace dutylist::cli {

class Console;

// What became of the inputs, told at the end of a run that has several: how many were read, how
// much was written, and by name which were passed over and which failed.
class RunSummary {
public:
    // Begins with what the folders among the inputs hold that is not read.
    explicit RunSummary(const JobPlan& plan);

    void add_read(const Job& job) { read_ += job.inputs.size(); }
    void add_written(std::size_t number) { written_ += number; }
    void add_passed_over(const Job& job);
    void add_failed(const Job& job);

    // On standard error, after everything else. `sentence`: Code::summary_…, which says what was
    // written. Nothing with --json, and nothing of a run with one input; with --quiet where
    // something failed.
    void tell(const Console& console, Code sentence) const;
    // As the member "summary" of the object that is open; nothing of a run with one input.
    void write(JsonWriter& json) const;

private:
    bool has_several() const { return inputs_ > 1; }

    std::size_t inputs_ = 0;
    std::size_t read_ = 0;
    std::size_t written_ = 0;
    std::vector<std::string> passed_over_;
    std::vector<std::string> failed_;
};

}  // namespace dutylist::cli
