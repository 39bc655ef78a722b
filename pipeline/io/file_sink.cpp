#include "pipeline/io/file_sink.h"

#include <cerrno>

#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"

namespace dutylist {

FileSink::FileSink(const std::filesystem::path& target, int descriptor)
    : Sink(target.string()), folder_(target.parent_path()), descriptor_(descriptor) {
    if (folder_.empty()) folder_ = ".";
}

void FileSink::take(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written == 0) errno = ENOSPC;
        if (written <= 0)
            throw JobError(Code::output_write_failed, {}, {name(), system_error(errno)});
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace dutylist
