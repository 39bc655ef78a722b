#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/io/bounded_reader.h"

namespace dutylist {

// The parts of an Office file (a zip archive: ECMA-376 part 2, OpenDocument 1.2 part 3), read from
// memory; nothing is ever written to disk. The only place that knows libzip. The bytes that really
// come out of the archive are counted against pipeline/io/limits.h, whatever its directory claims.
// Errors are JobErrors: container_damaged, container_password, container_too_large,
// container_too_many_parts, container_part_missing.
class OfficeContainer {
public:
    // `source` must outlive the container.
    explicit OfficeContainer(const SourceBytes& source);
    ~OfficeContainer();
    OfficeContainer(OfficeContainer&&) noexcept;

    const std::string& file_name() const;
    // Names are compared as comparable_part_name() has them: without case, as Office does.
    bool has(std::string_view part) const;
    std::vector<std::string> parts() const;
    // A small part (a list of relationships, a manifest) as a whole.
    std::string read(std::string_view part);

    // Reads one part from its beginning to its end.
    class Part {
    public:
        Part(Part&&) noexcept;
        ~Part();
        // Fills the buffer as far as it can; 0 at the end. The check sum is compared at the end.
        std::size_t read(std::span<char> buffer);
        const std::string& name() const;

    private:
        friend class OfficeContainer;
        struct Implementation;
        explicit Part(std::unique_ptr<Implementation> implementation);
        std::unique_ptr<Implementation> implementation_;
    };
    Part open(std::string_view part);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// True for bytes that begin like a zip archive.
bool is_zip(std::string_view bytes);

}  // namespace dutylist
