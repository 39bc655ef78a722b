#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exporters/booklet/booklet_template.h"
#include "exporters/booklet/department_index.h"
#include "exporters/booklet/front_matter.h"
#include "exporters/booklet/outline.h"
#include "exporters/typeset/frame.h"
#include "pipeline/exporter.h"

namespace dutylist::booklet {

// A booklet that is laid out, and what stands where in it, for outputs that show the same in
// another form (a Word document names the same pages and has the same widths).
struct BookletLayout {
    std::optional<Document> extract;  // what was laid out, where only a part was asked for
    BookletTemplate settings;
    std::vector<ListPlace> lists;   // as the lists of the document or the extract
    std::vector<IndexEntry> index;  // empty: the booklet has none
    ListPlace index_place;
    Placeholders values;       // of cover and properties
    std::string extract_line;  // on the cover; empty for the whole document
    typeset::PagedDocument pages;
};

// Lays out the whole booklet: cover, contents, the lists as ruled tables, the index of departments,
// each as the template's booklet.xml says and cut down to an extract where the options ask for one.
// Every cell's text is in the frames exactly once (its characters in order; white space at line
// ends without width); everything else is an artifact. Characters that no font has are errors in
// `diagnostics`. Throws JobError: font_none, template mistakes, booklet_columns_too_wide,
// booklet_extract_empty.
BookletLayout lay_out_booklet(const ExportInput& input, Diagnostics& diagnostics);

// The pages alone.
typeset::PagedDocument make_booklet(const ExportInput& input, Diagnostics& diagnostics);

}  // namespace dutylist::booklet
