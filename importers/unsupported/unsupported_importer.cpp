#include "importers/unsupported/unsupported_importer.h"

#include "importers/unsupported/foreign_format.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist {

Confidence recognise_unsupported(const SourceBytes& source) {
    return find_foreign_format(source) ? Confidence::certain : Confidence::no;
}

Imported read_unsupported(SourceBytes source, const ImportSettings&, Diagnostics&) {
    const std::optional<ForeignFormat> format = find_foreign_format(source);
    if (!format) throw JobError(Code::format_unknown, {}, {source.name});
    std::vector<Argument> arguments{source.name};
    arguments.insert(arguments.end(), format->arguments.begin(), format->arguments.end());
    throw JobError(format->code, {}, std::move(arguments));
}

}  // namespace dutylist
