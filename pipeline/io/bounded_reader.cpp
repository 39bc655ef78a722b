#include "pipeline/io/bounded_reader.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/diagnostics/system_error.h"
#include "pipeline/io/file_descriptor.h"
#include "pipeline/text/utf8.h"

namespace dutylist {

namespace {

// Reads an open file to its end; `place` is empty: the file as a whole.
SourceBytes read_open(int descriptor, std::string name, std::uint64_t limit,
                      bool regular_only = false) {
    SourceBytes source{std::move(name), {}};
    const SourceLocation place{};
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        throw JobError(Code::input_unreadable, place, {source.name, system_error(errno)});
    }
    if (S_ISDIR(status.st_mode)) throw JobError(Code::input_is_folder, place, {source.name});
    if (regular_only && !S_ISREG(status.st_mode))
        throw JobError(Code::input_not_a_file, place, {source.name});
    const auto too_large = [&] {
        return JobError(Code::input_too_large, place, {source.name, std::to_string(limit)});
    };
    const auto size = static_cast<std::uint64_t>(status.st_size > 0 ? status.st_size : 0);
    if (size > limit) throw too_large();

    // One byte more than the file says, so that its end is seen without growing the buffer.
    std::size_t used = 0;
    source.bytes.resize(size + 1);
    for (;;) {
        if (used == source.bytes.size()) source.bytes.resize(used * 2 + 65536);
        const ssize_t got =
            ::read(descriptor, source.bytes.data() + used, source.bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            throw JobError(Code::input_unreadable, place, {source.name, system_error(errno)});
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
        if (used > limit) throw too_large();
    }
    source.bytes.resize(used);
    if (used == 0) throw JobError(Code::input_empty, place, {source.name});
    return source;
}

SourceBytes read_named(const std::filesystem::path& file, std::uint64_t limit, bool regular_only) {
    std::string name = to_valid_utf8(file.string());
    const int waiting = regular_only ? O_NONBLOCK : 0;
    const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | waiting));
    if (!descriptor.valid()) {
        if (errno == ENOENT || errno == ENOTDIR) {
            throw JobError(Code::input_missing, {}, {name});
        }
        throw JobError(Code::input_unreadable, {}, {name, system_error(errno)});
    }
    return read_open(descriptor.get(), std::move(name), limit, regular_only);
}

}  // namespace

SourceBytes read_source(const std::filesystem::path& file, std::uint64_t limit) {
    return read_named(file, limit, false);
}

SourceBytes read_file_of_folder(const std::filesystem::path& file, std::uint64_t limit) {
    return read_named(file, limit, true);
}

bool is_plain_file(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(file, ignored);
}

SourceBytes read_standard_input(std::uint64_t limit) {
    return read_open(STDIN_FILENO, "stdin", limit);
}

}  // namespace dutylist
