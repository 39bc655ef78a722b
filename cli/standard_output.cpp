#include "cli/standard_output.h"

#include <cerrno>
#include <cstdlib>

#include "cli/usage_error.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/bounded_reader.h"

namespace dutylist::cli {

bool wants_standard_output(const Invocation& invocation) {
    return invocation.value("--output") == "-";
}

void require_single_output(const Invocation& invocation, std::size_t files) {
    if (invocation.console().json()) {
        throw UsageError(Code::usage_no_standard_output, SourceLocation{}, {"--json"});
    }
    if (files != 1) {
        throw UsageError(Code::usage_one_output, SourceLocation{}, {std::to_string(files)});
    }
}

ScratchFolder::ScratchFolder() {
    std::error_code error;
    const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
    std::string pattern = (parent / "dutylist-XXXXXX").string();
    if (error || !::mkdtemp(pattern.data())) {
        throw JobError(Code::output_folder_unusable, {}, {parent.string(), system_error(errno)});
    }
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void send_to_standard_output(const Invocation& invocation, const std::filesystem::path& file) {
    invocation.console().result(read_source(file, default_limits.container_bytes).bytes);
}

}  // namespace dutylist::cli
