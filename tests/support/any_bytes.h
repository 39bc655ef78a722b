#pragma once

#include <string>
#include <string_view>

#include "pipeline/registry.h"

namespace dutylist::test {

const Importer& importer_named(std::string_view name);

// Reads bytes, whatever they are, with this importer, and recognises what comes of them. They give
// a document or a JobError, which is swallowed; anything else that is thrown is a fault of the
// importer.
void read_any_bytes(const Importer& importer, std::string bytes);

}  // namespace dutylist::test
