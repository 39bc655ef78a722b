#include "cli/convert_options.h"

#include <algorithm>
#include <array>
#include <thread>

#include "cli/invocation.h"
#include "cli/option_values.h"
#include "cli/targets.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/model/duty_list.h"

namespace dutylist::cli {
namespace {

constexpr std::array whole_document{Subject::document};
constexpr std::array parts_of_document{Subject::part};

// "list=basic", "category=NAME", "department=NAME"; the name may hold any character.
Part part_from(const std::string& text) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string kind = text.substr(0, equals);
    Part part;
    part.name = text.substr(std::min(equals + 1, text.size()));
    if (kind == "list" && list_kind_from(part.name)) {
        part.kind = Part::Kind::list;
    } else if (kind == "category" && !part.name.empty()) {
        part.kind = Part::Kind::category;
    } else if (kind == "department" && !part.name.empty()) {
        part.kind = Part::Kind::department;
    } else {
        throw UsageError(Code::booklet_option, {text});
    }
    return part;
}

// Some outputs are made of whole documents only.
void require_outputs_of_parts(std::string_view targets, const char* option) {
    const std::vector<std::string> known = target_names(parts_of_document);
    for (const Exporter* exporter : wanted_exporters(targets, whole_document)) {
        const std::string target(exporter->target);
        if (std::find(known.begin(), known.end(), target) == known.end())
            throw UsageError(Code::usage_no_part, {option, target});
    }
}

}  // namespace

ConvertOptions convert_options(const Invocation& invocation) {
    ConvertOptions options;
    options.common = common_options(invocation, invocation.arguments());
    if (const auto only = invocation.optional_value("--only")) options.only = part_from(*only);
    options.per_department = invocation.has("--per");
    if (options.per_department && invocation.value("--per") != "department")
        refuse_option_value(invocation, "--per");

    options.split = invocation.has("--split");
    for (const char* other : {"--as-one", "--unit"}) {
        if (options.split && invocation.has(other))
            throw UsageError(Code::usage_not_together, {"--split", other});
    }

    const bool in_parts = options.only || options.per_department;
    const std::span<const Subject> subjects = in_parts ? parts_of_document : whole_document;
    std::string targets = invocation.value("--to", default_targets(subjects));
    if (const auto imposition = invocation.optional_value("--impose")) {
        if (*imposition != "saddle" && *imposition != "2up")
            refuse_option_value(invocation, "--impose");
        targets += "," + *imposition;
    }
    if (in_parts) require_outputs_of_parts(targets, options.only ? "--only" : "--per");
    options.outputs.exporters = wanted_exporters(targets, subjects);
    options.outputs.target = invocation.optional_value("--output");
    options.outputs.partial = invocation.has("--partial");

    constexpr int most_threads = 256;
    const auto threads = number_of(invocation, "--jobs", most_threads);
    options.threads = threads ? static_cast<unsigned>(*threads)
                              : std::max(1u, std::thread::hardware_concurrency());
    return options;
}

}  // namespace dutylist::cli
