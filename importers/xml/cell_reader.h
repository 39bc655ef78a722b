#pragma once

#include <memory>
#include <vector>

#include "pipeline/canonical/cell_markup.h"
#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/cell.h"
#include "pipeline/xml/xml_pull.h"

namespace dutylist {

struct ReadCell {
    Cell cell;
    std::vector<MarkupSpan> markup;  // as the file has it
};

// Character data as the model may hold it: what XML allows and the model does not is removed, with
// a diagnostic at the place of the reader's last event.
std::string clean_character_data(std::string_view text, XmlPull& xml, Diagnostics& diagnostics);

// A <cell> or another element with text, `source` and `at`, whose start tag `xml` has just read;
// reads to its end. Gives its text, restored labels, markup and source positions. A text that has
// not the form of Cell::text is brought into it, with a diagnostic.
ReadCell read_cell(XmlPull& xml, const std::vector<std::shared_ptr<const SourceOrigin>>& origins,
                   const std::shared_ptr<const SourceOrigin>& this_file, Diagnostics& diagnostics);

}  // namespace dutylist
