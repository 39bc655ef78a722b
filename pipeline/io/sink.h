#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "pipeline/io/written_bytes.h"

namespace dutylist {

// Where an output's bytes go, front to back in pieces of any size: a file (atomic_file.h) or memory
// (MemorySink). Writers know nothing else of their target, so that every output can be had without
// a file system. One output, one sink, one thread.
class Sink {
public:
    // Of the output as its user knows it: the target's path; stands in messages.
    explicit Sink(std::string name) : name_(std::move(name)) {}
    virtual ~Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    // Takes all of the bytes or throws JobError output_write_failed.
    void write(std::string_view bytes);

    const std::string& name() const { return name_; }
    std::uint64_t size() const { return size_; }
    std::uint32_t checksum() const { return checksum_; }

    // Where a library that insists on a file of its own may put it for a while.
    virtual std::filesystem::path scratch_folder() const = 0;

private:
    virtual void take(std::string_view bytes) = 0;

    std::string name_;
    std::uint64_t size_ = 0;
    std::uint32_t checksum_ = 0;
};

// Keeps the bytes.
class MemorySink : public Sink {
public:
    using Sink::Sink;
    const std::string& bytes() const { return bytes_; }
    std::string take_bytes() { return std::move(bytes_); }
    // The system's folder for temporary files. Throws JobError output_folder_unusable.
    std::filesystem::path scratch_folder() const override;

private:
    void take(std::string_view bytes) override { bytes_ += bytes; }

    std::string bytes_;
};

// Throws JobError output_not_verified unless `found` are the bytes that the sink was given: as many
// and with their checksum.
void require_same_bytes(const Sink& given, const WrittenBytes& found);

// What makes an output, and what reads it back; both throw JobError to refuse it.
using Produce = std::function<void(Sink& sink)>;
using Verify = std::function<void(const WrittenBytes& bytes)>;

// An output as bytes, read back and verified as a file would be.
std::string write_in_memory(const std::string& name, const Produce& produce, const Verify& verify);

}  // namespace dutylist
