#pragma once

#include <filesystem>
#include <string>

#include <sys/types.h>

#include "pipeline/io/file_descriptor.h"

namespace dutylist {

// A file with a name of its own that goes at the end of its life, and also when the process is
// interrupted (remove_temporary_files), unless it was given another name before.
class TemporaryFile {
public:
    // Chooses a name, .NAME.PID-COUNT.tmp in `folder`; the file is made by create().
    TemporaryFile(const std::filesystem::path& folder, const std::string& name);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    // Makes the file, which must not be there yet: what somebody else made is not removed. False
    // with errno if it cannot.
    bool create(mode_t mode);

    const std::filesystem::path& path() const { return path_; }
    // Open for reading and writing since create().
    FileDescriptor& descriptor() { return descriptor_; }
    // Gives the file its lasting name, in the same file system; false with errno if it cannot.
    bool rename(const std::filesystem::path& target);

private:
    struct Entry;
    static Entry entries[];
    friend void remove_temporary_files() noexcept;

    std::filesystem::path path_;
    FileDescriptor descriptor_{-1};
    Entry* entry_ = nullptr;
    bool created_ = false;
};

// Removes every temporary file that is there now. Async-signal-safe: the command calls it from its
// handler of SIGINT and SIGTERM.
void remove_temporary_files() noexcept;

}  // namespace dutylist
