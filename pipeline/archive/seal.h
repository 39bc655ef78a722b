#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/archive/archived_document.h"

namespace dutylist {

// The checksum of everything that the archive says of a document: unit, month, version, times,
// source, counts and the checksum of its text. SHA-256 over the fields, each with its length before
// it, as 64 hexadecimal digits. Alters with any of them, and with nothing else.
std::string seal_of(const ArchivedDocument& document);

// The sum of seals modulo 2^256: the same for the same set in any order, and brought up to date by
// one addition where a document comes or goes.
class SealSum {
public:
    SealSum() = default;
    // Of hex(); anything else is a sum that no set has.
    explicit SealSum(std::string_view hex);

    void add(std::string_view seal);
    void subtract(std::string_view seal);
    std::string hex() const;

private:
    std::array<std::uint32_t, 8> words_{};  // the lowest first
};

}  // namespace dutylist
