#include "pipeline/io/unnamed_file.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/temporary_name.h"

namespace dutylist {

FileDescriptor unnamed_file(const std::filesystem::path& folder) {
    const std::filesystem::path place = folder.empty() ? "." : folder;
    FileDescriptor file(::open(place.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (file.valid()) return file;
    // Not every file system has files without names: there it has one for a moment.
    const std::filesystem::path name = place / TemporaryNames().next("scratch");
    file = FileDescriptor(::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.valid() && ::unlink(name.c_str()) == 0) return file;
    throw JobError(Code::output_folder_unusable, {}, {place, system_error(errno)});
}

}  // namespace dutylist
