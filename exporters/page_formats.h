#pragma once

#include <array>

#include "exporters/pdf/pdf_formats.h"
#include "exporters/pdf/pdf_inspection.h"
#include "exporters/trace/trace.h"
#include "exporters/typeset/page_format.h"

namespace dutylist {

// One row a page format. They know nothing of what is on the pages.
inline constexpr std::array page_formats{
    typeset::PageFormat{"pdf", ".pdf", "PDF", "PDF", pdf::page_writer, pdf::require_pages, true},
    typeset::PageFormat{"saddle", ".saddle.pdf", "骑马订拼版", "imposed for saddle stitching",
                        pdf::saddle_writer, pdf::require_pages},
    typeset::PageFormat{"2up", ".2up.pdf", "一面两页拼版", "two pages a side", pdf::two_up_writer,
                        pdf::require_pages},
    typeset::PageFormat{"trace", ".trace.txt", "版面记录", "page layout as text",
                        trace::page_writer, trace::require_text, false, true},
};

}  // namespace dutylist
