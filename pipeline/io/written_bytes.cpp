#include "pipeline/io/written_bytes.h"

#include <algorithm>
#include <cerrno>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"

namespace dutylist {

std::string WrittenBytes::all() const {
    std::string bytes(static_cast<std::size_t>(size()), '\0');
    if (read(0, bytes) != bytes.size()) refuse(Message{Code::reason_other_size, {}});
    return bytes;
}

void WrittenBytes::each_piece(const std::function<void(std::string_view)>& take) const {
    constexpr std::size_t piece_bytes = 256 * 1024;
    std::vector<char> piece(piece_bytes);
    for (std::uint64_t begin = 0; begin < size();) {
        const std::size_t count = read(begin, piece);
        if (count == 0) refuse(Message{Code::reason_other_size, {}});
        take({piece.data(), count});
        begin += count;
    }
}

void WrittenBytes::refuse(const Argument& why) const {
    throw JobError(Code::output_not_verified, {}, {name_, why});
}

std::size_t WrittenBytes::read_file(int descriptor, std::uint64_t begin,
                                    std::span<char> buffer) const {
    std::size_t count = 0;
    while (count < buffer.size()) {
        const ssize_t got = ::pread(descriptor, buffer.data() + count, buffer.size() - count,
                                    static_cast<off_t>(begin + count));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) refuse(system_error(errno));
        if (got == 0) break;
        count += static_cast<std::size_t>(got);
    }
    return count;
}

std::size_t MemoryBytes::read(std::uint64_t begin, std::span<char> buffer) const {
    if (begin >= bytes_.size()) return 0;
    return bytes_.copy(buffer.data(), buffer.size(), static_cast<std::size_t>(begin));
}

FileBytes::FileBytes(std::string name, int descriptor)
    : WrittenBytes(std::move(name)), descriptor_(descriptor) {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) refuse(system_error(errno));
    size_ = static_cast<std::uint64_t>(status.st_size);
}

std::size_t FileBytes::read(std::uint64_t begin, std::span<char> buffer) const {
    return read_file(descriptor_, begin, buffer);
}

}  // namespace dutylist
