#include "pipeline/registry.h"

namespace dutylist {

const Importer* best_importer(const SourceBytes& source, std::span<const Importer> importers) {
    const Importer* best = nullptr;
    Confidence confidence = Confidence::no;
    for (const Importer& importer : importers) {
        const Confidence found = importer.recognise(source);
        if (found > confidence) {
            best = &importer;
            confidence = found;
        }
    }
    return best;
}

}  // namespace dutylist
