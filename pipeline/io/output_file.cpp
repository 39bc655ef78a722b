#include "pipeline/io/output_file.h"

#include <cerrno>
#include <limits>

#include <fcntl.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/bounded_reader.h"
#include "pipeline/io/file_descriptor.h"

namespace dutylist {

void write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
    const auto fail = [&] {
        throw JobError(Code::output_write_failed, {}, {path.string(), system_error(errno)});
    };
    FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!file.valid()) fail();
    for (std::string_view rest = bytes; !rest.empty();) {
        const ssize_t written = ::write(file.get(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail();
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (!file.close()) fail();
}

void require_file_holds(const std::filesystem::path& path, std::string_view bytes) {
    // An empty input is an error to read_source; an empty output may be what was wanted.
    std::error_code none;
    if (bytes.empty() && std::filesystem::file_size(path, none) == 0 && !none) return;
    Message why{Code::reason_other_content, {}};
    try {
        if (read_source(path, std::numeric_limits<std::uint64_t>::max() - 1).bytes == bytes) return;
    } catch (const JobError& error) {
        why = {error.diagnostic().code, error.diagnostic().arguments};
    }
    throw JobError(Code::output_not_verified, {}, {path.string(), why});
}

}  // namespace dutylist
