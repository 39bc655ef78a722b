#include "cli/run_summary.h"

#include <algorithm>

#include "cli/console.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/json_writer.h"

namespace dutylist::cli {
namespace {

// Each was told in a line of its own before.
constexpr std::size_t most_names = 50;

void add_names(const Job& job, std::vector<std::string>& names) {
    for (const std::filesystem::path& input : job.inputs) names.push_back(input_name(job, input));
}

// " (a.doc, b.pdf)", or nothing.
Argument in_brackets(const std::vector<std::string>& names) {
    if (names.empty()) return {};
    std::vector<Argument> told(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                  names.size(), most_names)));
    if (names.size() > most_names)
        told.emplace_back(Message{Code::summary_more, {names.size() - most_names}});
    // A list in braces alone is the arguments to some compilers, an argument to others.
    return Message{Code::summary_names, {Argument(std::move(told))}};
}

}  // namespace

RunSummary::RunSummary(const JobPlan& plan)
    : inputs_(plan.passed_over.size() + plan.failed.size()),
      passed_over_(plan.passed_over),
      failed_(plan.failed) {
    for (const Job& job : plan.jobs) inputs_ += job.inputs.size();
}

void RunSummary::add_passed_over(const Job& job) { add_names(job, passed_over_); }

void RunSummary::add_failed(const Job& job) { add_names(job, failed_); }

void RunSummary::tell(const Console& console, Code sentence) const {
    if (!has_several() || console.json()) return;
    if (console.verbosity() == Verbosity::quiet && failed_.empty()) return;
    console.write_error_line(
        console.text(sentence, {inputs_, read_, written_, passed_over_.size(),
                                in_brackets(passed_over_), failed_.size(), in_brackets(failed_)}));
}

void RunSummary::write(JsonWriter& json) const {
    if (!has_several()) return;
    json.key("summary").begin_object();
    json.member("inputs", std::uint64_t{inputs_}).member("read", std::uint64_t{read_});
    json.member("written", std::uint64_t{written_}).key("passed_over").begin_array();
    for (const std::string& name : passed_over_) json.value(name);
    json.end_array().key("failed").begin_array();
    for (const std::string& name : failed_) json.value(name);
    json.end_array().end_object();
}

}  // namespace dutylist::cli
