#include "pipeline/io/scratch_bytes.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/unnamed_file.h"

namespace dutylist {

ScratchBytes::ScratchBytes(std::string name, Folder folder, std::size_t in_memory)
    : WrittenBytes(std::move(name)), folder_(std::move(folder)), in_memory_(in_memory) {}

void ScratchBytes::write(std::uint64_t begin, std::string_view bytes) {
    const std::uint64_t end = begin + bytes.size();
    if (!file_.valid() && end > in_memory_) {
        file_ = unnamed_file(folder_());
        write_to_file(0, memory_);
        memory_ = {};
    }
    if (file_.valid()) {
        write_to_file(begin, bytes);
    } else {
        const auto at = static_cast<std::size_t>(begin);
        memory_.replace(at, std::min(bytes.size(), memory_.size() - at), bytes);
    }
    size_ = std::max(size_, end);
}

void ScratchBytes::write_to_file(std::uint64_t begin, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count =
            ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(begin));
        if (count < 0 && errno == EINTR) continue;
        if (count == 0) errno = ENOSPC;
        if (count <= 0)
            throw JobError(Code::output_write_failed, {}, {name(), system_error(errno)});
        begin += static_cast<std::uint64_t>(count);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::size_t ScratchBytes::read(std::uint64_t begin, std::span<char> buffer) const {
    if (file_.valid()) return read_file(file_.get(), begin, buffer);
    return MemoryBytes(name(), memory_).read(begin, buffer);
}

}  // namespace dutylist
