#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "pipeline/io/file_descriptor.h"
#include "pipeline/io/written_bytes.h"

namespace dutylist {

// Bytes that are kept for a while, written and read at any place: in memory as long as they are
// few, beyond that in a file without a name (unnamed_file.h), so that nothing is left of them
// whatever ends the process. Not thread safe.
class ScratchBytes : public WrittenBytes {
public:
    // Where the file goes; asked only when one is needed. May throw JobError.
    using Folder = std::function<std::filesystem::path()>;

    // `name` is that of the output which the bytes belong to, for messages; `in_memory`: how many
    // bytes are kept there.
    ScratchBytes(std::string name, Folder folder, std::size_t in_memory);

    // Replaces what stands from `begin` on, or adds to it; `begin` is at most size(). Throws
    // JobError output_write_failed, or output_folder_unusable.
    void write(std::uint64_t begin, std::string_view bytes);

    std::uint64_t size() const override { return size_; }
    std::size_t read(std::uint64_t begin, std::span<char> buffer) const override;

private:
    void write_to_file(std::uint64_t begin, std::string_view bytes);

    Folder folder_;
    std::size_t in_memory_;
    std::string memory_;
    FileDescriptor file_{-1};
    std::uint64_t size_ = 0;
};

}  // namespace dutylist
