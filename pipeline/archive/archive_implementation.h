#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/archive/archive.h"
#include "pipeline/archive/database.h"

namespace dutylist {

struct Archive::Implementation {
    mutable Database database;
    std::int64_t schema_version = 0;

    // The document's bytes; nothing where they or the document's seal are not what they were.
    // Throws archive_read_failed where the system does not let it read.
    std::optional<std::string> unpacked(const ArchivedDocument& document) const;
};

bool is_wanted(const ArchivedDocument& document, const ArchiveFilter& filter);

}  // namespace dutylist
