#include "pipeline/exporter.h"

namespace dutylist {

std::string_view to_string(Subject subject) {
    constexpr std::string_view names[] = {"document",        "part",     "comparison", "report",
                                          "department-view", "findings", "correction", "archived",
                                          "statistics",      "form"};
    return names[static_cast<std::size_t>(subject)];
}

}  // namespace dutylist
