#pragma once

#include <span>

#include "pipeline/exporter.h"
#include "pipeline/importer.h"

namespace dutylist {

// The formats that a program knows. The tables stand in importers/registry.cpp and
// exporters/registry.cpp; the pipeline only ever sees these spans.
struct Registry {
    std::span<const Importer> importers;
    std::span<const Exporter> exporters;
};

// The importer that is surest of these bytes, of equals the earlier row; null: no one knows them.
const Importer* best_importer(const SourceBytes& source, std::span<const Importer> importers);

std::span<const Importer> importer_table();  // importers/registry.cpp
std::span<const Exporter> exporter_table();  // exporters/registry.cpp

}  // namespace dutylist
