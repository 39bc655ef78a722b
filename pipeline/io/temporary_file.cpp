#include "pipeline/io/temporary_file.h"

#include <array>
#include <atomic>
#include <climits>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace dutylist {

// Names of temporary files that exist now, where a signal handler may read them: fixed storage,
// and a flag that is set only while the name is whole.
struct TemporaryFile::Entry {
    std::atomic<bool> taken{false};
    std::atomic<bool> present{false};
    std::array<char, PATH_MAX> path{};
};
TemporaryFile::Entry TemporaryFile::entries[64];

TemporaryFile::TemporaryFile(const std::filesystem::path& folder, const std::string& name) {
    static std::atomic<unsigned> counter{0};
    path_ = folder / ("." + name.substr(0, 120) + "." + std::to_string(::getpid()) + "-" +
                      std::to_string(++counter) + ".tmp");
}

TemporaryFile::~TemporaryFile() {
    if (created_) ::unlink(path_.c_str());
    if (entry_) {
        entry_->present = false;
        entry_->taken = false;
    }
}

bool TemporaryFile::create(mode_t mode) {
    const std::string text = std::filesystem::absolute(path_).string();
    for (Entry& entry : entries) {
        if (text.size() >= entry.path.size()) break;
        if (entry.taken.exchange(true)) continue;
        std::memcpy(entry.path.data(), text.c_str(), text.size() + 1);
        entry_ = &entry;
        break;
    }
    descriptor_ =
        FileDescriptor(::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    created_ = descriptor_.valid();
    if (entry_) entry_->present = created_;
    return created_;
}

bool TemporaryFile::rename(const std::filesystem::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return false;
    created_ = false;
    return true;
}

void remove_temporary_files() noexcept {
    for (TemporaryFile::Entry& entry : TemporaryFile::entries) {
        if (entry.present) ::unlink(entry.path.data());
    }
}

}  // namespace dutylist
