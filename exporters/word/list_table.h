#pragma once

#include <functional>

#include "exporters/booklet/booklet_template.h"
#include "exporters/booklet/outline.h"
#include "exporters/word/text_writer.h"
#include "exporters/word/word_template.h"
#include "pipeline/model/duty_list.h"

namespace dutylist::word {

// Writes the list as a table of the booklet's widths. Each item is a row with its own texts in all
// its cells, so that sorting and editing lose nothing: nothing is merged. `bookmark` is called in
// the first paragraph of each row, with the item's index.
void write_list_table(XmlWriter& xml, const DutyList& list, const booklet::ListPlace& place,
                      const booklet::ListSettings& settings, const WordTemplate& word,
                      const std::function<void(std::size_t item)>& bookmark);

}  // namespace dutylist::word
