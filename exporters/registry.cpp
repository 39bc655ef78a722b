#include "pipeline/registry.h"

namespace dutylist {

std::span<const Exporter> exporter_table() { return {}; }

}  // namespace dutylist
