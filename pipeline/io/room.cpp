#include "pipeline/io/room.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/file_descriptor.h"

namespace dutylist {

void require_room(const std::filesystem::path& folder, std::uint64_t bytes,
                  const std::string& target) {
    // A file without a name: it is gone when it is closed, whatever happens.
    const FileDescriptor file(
        ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
    if (!file.valid()) return;
    if (::fallocate(file.get(), 0, 0, static_cast<off_t>(bytes)) == 0) return;
    if (errno != ENOSPC && errno != EDQUOT && errno != EFBIG) return;
    throw JobError(Code::output_write_failed, {}, {target, system_error(errno)});
}

}  // namespace dutylist
