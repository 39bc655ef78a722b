#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/io/written_bytes.h"

struct zip;

namespace dutylist::office_container {

// The ZIP container of an office file that was written, read part by part. Whatever is wrong with
// it is JobError output_not_verified of the file.
class ContainerReader {
public:
    // Reads the directory, which has to agree with the head before each part. The file must outlive
    // the container.
    explicit ContainerReader(const WrittenBytes& file);
    ~ContainerReader();

    std::uint64_t parts() const;
    std::string name(std::uint64_t index) const;
    std::optional<std::uint64_t> find(const std::string& part) const;

    // Hands the part to `take`, front to back in pieces; its size and checksum have to be those of
    // the directory.
    void read(std::uint64_t index, const std::function<void(std::string_view)>& take) const;

    [[noreturn]] void refuse(const Argument& reason) const { file_.refuse(reason); }

private:
    struct Source;
    struct Details;
    Details details(std::uint64_t index) const;
    void require_heads() const;
    [[noreturn]] void refuse_part(std::uint64_t index) const;
    std::string unpacked(std::uint64_t index, const Details& details) const;
    void stream(std::uint64_t index, const std::function<void(std::string_view)>& take) const;

    const WrittenBytes& file_;
    std::unique_ptr<Source> source_;
    std::unique_ptr<zip, void (*)(zip*)> archive_;
};

}  // namespace dutylist::office_container
