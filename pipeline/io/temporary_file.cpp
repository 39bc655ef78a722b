#include "pipeline/io/temporary_file.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dutylist {
namespace {

// A file without a name is reached through the system's list of open files.
std::string way_to(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

bool can_be_named_later() {
    static const bool can = ::access("/proc/self/fd", X_OK) == 0;
    return can;
}

}  // namespace

// Names of temporary files that exist now, where a signal handler may read them: fixed storage,
// and a flag that is set only while the name is whole. Files beyond the last entry are left to
// leftovers.h.
struct TemporaryFile::Entry {
    std::atomic<bool> taken{false};
    std::atomic<bool> present{false};
    std::array<char, PATH_MAX> path{};
};
TemporaryFile::Entry TemporaryFile::entries[64];

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      path_(std::exchange(other.path_, {})),
      descriptor_(std::move(other.descriptor_)),
      entry_(std::exchange(other.entry_, nullptr)) {}

TemporaryFile& TemporaryFile::operator=(TemporaryFile&& other) noexcept {
    std::swap(folder_, other.folder_);
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(entry_, other.entry_);
    return *this;
}

TemporaryFile::~TemporaryFile() { remove(); }

bool TemporaryFile::create(const std::filesystem::path& folder, const std::string& name,
                           mode_t mode) {
    folder_ = folder.empty() ? std::filesystem::path(".") : folder;
    if (can_be_named_later()) {
        descriptor_ = FileDescriptor(::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, mode));
        if (descriptor_.valid()) {
            (void)::flock(descriptor_.get(), LOCK_EX | LOCK_NB);
            return true;
        }
    }
    return create_named(name, mode);
}

bool TemporaryFile::create_named(const std::string& name, mode_t mode) {
    const std::filesystem::path path = folder_ / name;
    note_path(path);
    descriptor_ = FileDescriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!descriptor_.valid()) {
        const int error = errno;
        forget();
        errno = error;
        return false;
    }
    path_ = path;
    if (entry_) entry_->present = true;
    (void)::flock(descriptor_.get(), LOCK_EX | LOCK_NB);
    // Who removes what earlier runs left may have come before the lock.
    struct stat status {};
    if (::fstat(descriptor_.get(), &status) == 0 && status.st_nlink > 0) return true;
    errno = EBUSY;
    return false;
}

bool TemporaryFile::give_name(const std::string& name) {
    const std::filesystem::path path = folder_ / name;
    if (path == path_) return true;
    if (!path_.empty()) {
        if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) != 0 &&
            (errno != EINVAL || ::rename(path_.c_str(), path.c_str()) != 0)) {
            return false;
        }
        forget();
    } else if (::linkat(AT_FDCWD, way_to(descriptor_.get()).c_str(), AT_FDCWD, path.c_str(),
                        AT_SYMLINK_FOLLOW) != 0) {
        return false;
    }
    note_path(path);
    path_ = path;
    if (entry_) entry_->present = true;
    return true;
}

bool TemporaryFile::rename(const std::filesystem::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return false;
    forget();
    return true;
}

bool TemporaryFile::remove() {
    if (path_.empty()) return true;
    const bool gone = ::unlink(path_.c_str()) == 0 || errno == ENOENT;
    const int error = errno;
    forget();
    errno = error;
    return gone;
}

void TemporaryFile::note_path(const std::filesystem::path& path) {
    const std::string& text = path.native();
    for (Entry& entry : entries) {
        if (text.size() >= entry.path.size()) return;
        if (entry.taken.exchange(true)) continue;
        std::memcpy(entry.path.data(), text.c_str(), text.size() + 1);
        entry_ = &entry;
        return;
    }
}

void TemporaryFile::forget() {
    path_.clear();
    if (!entry_) return;
    entry_->present = false;
    entry_->taken = false;
    entry_ = nullptr;
}

void remove_temporary_files() noexcept {
    for (TemporaryFile::Entry& entry : TemporaryFile::entries) {
        if (entry.present) ::unlink(entry.path.data());
    }
}

}  // namespace dutylist
