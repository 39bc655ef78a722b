#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/diagnostics/message.h"

namespace dutylist {

// The bytes of an output as they stand where they were written, to be read back from any place as
// often as is needed. What cannot be read is JobError output_not_verified.
class WrittenBytes {
public:
    explicit WrittenBytes(std::string name) : name_(std::move(name)) {}
    virtual ~WrittenBytes() = default;
    WrittenBytes(const WrittenBytes&) = delete;
    WrittenBytes& operator=(const WrittenBytes&) = delete;

    const std::string& name() const { return name_; }  // as Sink::name()
    virtual std::uint64_t size() const = 0;
    // Fills the buffer with the bytes from `begin` on; how many those are: fewer only at the end.
    virtual std::size_t read(std::uint64_t begin, std::span<char> buffer) const = 0;

    std::string all() const;
    // Front to back, in pieces that take little memory.
    void each_piece(const std::function<void(std::string_view)>& take) const;

    // Throws JobError output_not_verified for this output; `why` is a reason or a detail.
    [[noreturn]] void refuse(const Argument& why) const;

protected:
    // Reads as read() does, from an open file.
    std::size_t read_file(int descriptor, std::uint64_t begin, std::span<char> buffer) const;

private:
    std::string name_;
};

// Bytes in memory, which belong to the caller.
class MemoryBytes : public WrittenBytes {
public:
    MemoryBytes(std::string name, std::string_view bytes)
        : WrittenBytes(std::move(name)), bytes_(bytes) {}
    std::uint64_t size() const override { return bytes_.size(); }
    std::size_t read(std::uint64_t begin, std::span<char> buffer) const override;

private:
    std::string_view bytes_;
};

// A file that is open for reading; the descriptor belongs to the caller.
class FileBytes : public WrittenBytes {
public:
    FileBytes(std::string name, int descriptor);
    std::uint64_t size() const override { return size_; }
    std::size_t read(std::uint64_t begin, std::span<char> buffer) const override;

private:
    int descriptor_;
    std::uint64_t size_ = 0;
};

}  // namespace dutylist
