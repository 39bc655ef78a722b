#pragma once

#include "exporters/typeset/frame.h"
#include "pipeline/exporter.h"

namespace dutylist::booklet {

// Lays out the whole booklet: cover, contents, the lists as ruled tables, the index of departments,
// each as the template's booklet.xml says and cut down to an extract where the options ask for one.
// Every cell's text is in the frames exactly once (its characters in order; white space at line
// ends without width); everything else is an artifact. Characters that no font has are errors in
// `diagnostics`. Throws JobError: font_none, template mistakes, booklet_columns_too_wide,
// booklet_extract_empty.
typeset::PagedDocument make_booklet(const ExportInput& input, Diagnostics& diagnostics);

}  // namespace dutylist::booklet
