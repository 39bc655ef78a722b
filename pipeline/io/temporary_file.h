#pragma once

#include <filesystem>
#include <string>

#include <sys/types.h>

#include "pipeline/io/file_descriptor.h"

namespace dutylist {

// A file that goes at the end of its life unless it is given a lasting name. Where the file system
// has files without names it has none until then, so that nothing of it is left whatever ends the
// process; elsewhere it stands under a temporary name (temporary_name.h) and is removed when the
// process is interrupted. As long as it is open it is locked, which tells others that it is in use
// (leftovers.h).
class TemporaryFile {
public:
    TemporaryFile() = default;
    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&& other) noexcept;
    ~TemporaryFile();

    // Makes it in `folder` (empty: the current one), open for reading and writing; `name` is used
    // where it needs one. False with errno if it cannot.
    bool create(const std::filesystem::path& folder, const std::string& name, mode_t mode);

    FileDescriptor& descriptor() { return descriptor_; }
    // Gives it a name in the folder, that of create() or another; nothing may stand there. False
    // with errno if it cannot.
    bool give_name(const std::string& name);
    // Where it stands now; empty: nowhere.
    const std::filesystem::path& path() const { return path_; }
    // Gives it its lasting name, whatever stood there; it must have a name. False with errno.
    bool rename(const std::filesystem::path& target);
    // The name that it has is its lasting one.
    void keep() { forget(); }
    // Takes its name away; false with errno if it cannot. The file lasts as long as it is open.
    bool remove();

private:
    struct Entry;
    static Entry entries[];
    friend void remove_temporary_files() noexcept;

    bool create_named(const std::string& name, mode_t mode);
    void note_path(const std::filesystem::path& path);
    void forget();

    std::filesystem::path folder_;
    std::filesystem::path path_;
    FileDescriptor descriptor_{-1};
    Entry* entry_ = nullptr;
};

// Removes every temporary file that stands under a name now. Async-signal-safe: for handlers of
// signals that end the process.
void remove_temporary_files() noexcept;

}  // namespace dutylist
