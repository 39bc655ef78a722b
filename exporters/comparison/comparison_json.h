#pragma once

#include <string>

#include "pipeline/compare/compare.h"

namespace dutylist {

// `compare --json`: templates/schemas/compare.schema.json, docs/compare.md.
class JsonWriter;
void write_comparison(JsonWriter& json, const Document& before, const Document& after,
                      const Comparison& comparison);

}  // namespace dutylist
