#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "pipeline/model/unit.h"

namespace dutylist {

// What the archive knows of a document without unpacking it.
struct ArchivedDocument {
    std::int64_t id = 0;
    Unit unit;
    std::string month;  // "2025-08"
    int version = 1;    // of this unit and month, from 1
    std::int64_t added_at = 0;
    std::optional<std::int64_t> replaced_at;  // set: history
    std::string source_name;
    std::string source_sha256;
    std::string xml_sha256;
    std::uint64_t xml_bytes = 0;
    std::uint64_t stored_bytes = 0;
    std::array<std::uint32_t, 3> items{};  // by ListKind
    std::string seal;  // as stored (seal.h); empty in a file of schema 1, which has none

    bool current() const { return !replaced_at; }
};

}  // namespace dutylist
