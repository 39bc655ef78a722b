#pragma once

#include <cstddef>

#include "pipeline/io/written_bytes.h"

namespace dutylist::pdf {

// What a PDF file says about itself.
struct PdfSummary {
    std::size_t bytes = 0;
    std::size_t objects = 0;  // in the cross-reference table
    std::size_t pages = 0;
};

// Reads what make_pdf made and checks that it is whole: header, end, the cross-reference table, an
// object at every place that the table names, each stream as long as it says, and as many pages as
// the page tree counts. Throws JobError output_not_verified with what is wrong.
PdfSummary inspect_pdf(const WrittenBytes& file);

// The same, and there are pages.
void require_pages(const WrittenBytes& file);

}  // namespace dutylist::pdf
