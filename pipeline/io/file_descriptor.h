#pragma once

#include <utility>

#include <unistd.h>

namespace dutylist {

// Owns an open file descriptor; closes it at the end of its life.
class FileDescriptor {
public:
    explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
    FileDescriptor(FileDescriptor&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FileDescriptor() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    bool valid() const { return descriptor_ >= 0; }
    int get() const { return descriptor_; }
    // Closes now and tells whether the system accepted all that was written.
    bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

private:
    int descriptor_;
};

}  // namespace dutylist
