#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

class ColumnSynonyms;  // pipeline/recognition/column_synonyms.h

// What the user says about the input, which decides over what the input says, with a warning.
struct RecognitionSettings {
    std::string unit;    // --unit: 省/州/县/乡, written out or separated by /
    std::string period;  // --month
    const ColumnSynonyms* synonyms = nullptr;  // the template's; must not be null
    std::vector<std::string> municipalities;   // read_municipalities() of the template
    // An importer's account, in which what recognition leaves out moves from text to furniture or,
    // with a diagnostic, to removed.
    ByteAccount* account = nullptr;
};

// Finds title, unit, period, contents and the three lists in a draft, and moves its texts into a
// document. Header rows, page furniture, group rows and tables split over pages are understood;
// what is not goes into the diagnostics with its place and text. The result is analysed
// (pipeline/analysis/analyse.h). Throws JobError no_list_found when there is no list.
// And unit_several where the draft holds lists of several units and settings.unit does not say
// which it is; split_by_unit() (unit_sections.h) parts it first.
Document recognise(Draft draft, const RecognitionSettings& settings, Diagnostics& diagnostics);

// The same for inputs that together are one document (--as-one): read one after the other as if
// they were one; lists of one kind are joined. Throws JobError unit_several where they name units
// that contradict each other and settings.unit does not say which it is.
Document recognise_all(std::vector<Draft> drafts, const RecognitionSettings& settings,
                       Diagnostics& diagnostics);

// Documents that are analysed already (canonical XML) joined in the same way: title, unit and
// period of the first that has them, other months reported, lists of one kind joined. Throws
// JobError unit_several for units that contradict each other, no_list_found for no documents at
// all.
Document merge_documents(std::vector<Document> documents, Diagnostics& diagnostics);

}  // namespace dutylist
