#include "cli/common_options.h"

#include "cli/invocation.h"
#include "cli/option_values.h"
#include "cli/suggestion.h"
#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/registry.h"

namespace dutylist::cli {
namespace {

void require_known_format(const std::string& wanted) {
    if (wanted.empty()) return;
    std::vector<std::string_view> names;
    for (const Importer& importer : importer_table()) {
        if (!importer.reads) continue;
        if (importer.name == wanted) return;
        names.push_back(importer.name);
    }
    const std::vector<std::string> list(names.begin(), names.end());
    throw UsageError(Code::usage_unknown_format, {wanted, list, suggestion(wanted, names)});
}

}  // namespace

CommonOptions common_options(const Invocation& invocation, std::vector<std::string> inputs) {
    CommonOptions options;
    options.inputs = std::move(inputs);
    options.import_format = invocation.value("--from");
    require_known_format(options.import_format);
    options.unit = invocation.value("--unit");
    options.month = month_or_year_of(invocation, "--month");
    options.encoding = invocation.optional_value("--encoding");
    options.mapping = invocation.optional_value("--mapping");
    options.as_one = invocation.optional_value("--as-one");
    if (options.as_one && options.as_one->find('/') != std::string::npos)
        refuse_option_value(invocation, "--as-one");
    options.template_name = invocation.value("--template", "official");
    options.office = invocation.optional_value("--office");
    options.font_folder = invocation.value("--font-dir");
    return options;
}

}  // namespace dutylist::cli
