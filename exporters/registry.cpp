#include "pipeline/registry.h"

#include <array>

#include "exporters/trace/trace.h"

namespace dutylist {
namespace {

// One row a file; rows with the same target are written together.
constexpr std::array exporters{
    Exporter{"trace", ".trace.txt", "版面记录", "page layout as text", false, trace::write_trace,
             trace::verify_trace},
};

}  // namespace

std::span<const Exporter> exporter_table() { return exporters; }

}  // namespace dutylist
