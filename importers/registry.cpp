#include "pipeline/registry.h"

#include <array>

#include "importers/csv/csv_importer.h"

namespace dutylist {

std::span<const Importer> importer_table() {
    static constexpr std::array<Importer, 1> table{{
        {"csv", "逗号或制表符分隔的表格", "comma or tab separated values", ".csv .tsv",
         recognise_csv, read_csv},
    }};
    return table;
}

}  // namespace dutylist
