#pragma once

#include <cstdint>
#include <string>

#include "importers/office_container/office_container.h"

namespace dutylist {

enum class PackageKind : std::uint8_t { none, word, excel, excel_binary, presentation, other };

// What an Office file holds (ECMA-376 part 2, 6 and 7).
struct OfficePackage {
    PackageKind kind = PackageKind::none;
    std::string main_part;     // named by the package, whether it is there or not; "" if none is
    std::string content_type;  // of that part, as declared; may be empty
};

// Finds the main part by the relationships of the package, else by its content types, and only
// where neither names one that is there by the usual names. Its root element says what it is, or
// its content type where it is no XML that can be read. Throws JobError where relationships or
// content types cannot be read.
OfficePackage find_package(OfficeContainer& container);

// The kind alone, none where it cannot be told: for recognition.
PackageKind kind_of_package(const SourceBytes& source);

}  // namespace dutylist
