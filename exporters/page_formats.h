#pragma once

#include <array>

#include "exporters/pdf/pdf_formats.h"
#include "exporters/trace/trace.h"
#include "exporters/typeset/page_format.h"

namespace dutylist {

// One row a page format. They know nothing of what is on the pages.
inline constexpr std::array page_formats{
    typeset::PageFormat{"pdf", ".pdf", "PDF", "PDF", pdf::page_writer, pdf::verify_pages, true},
    typeset::PageFormat{"saddle", ".saddle.pdf", "骑马订拼版",
                        "booklet imposed for saddle stitching", pdf::saddle_writer,
                        pdf::verify_pages},
    typeset::PageFormat{"2up", ".2up.pdf", "一面两页拼版", "booklet, two pages a side",
                        pdf::two_up_writer, pdf::verify_pages},
    typeset::PageFormat{"trace", ".trace.txt", "版面记录", "page layout as text",
                        trace::page_writer, trace::verify_pages, false, true},
};

// The row of a target; null: it is none of a page format.
constexpr const typeset::PageFormat* find_page_format(std::string_view target) {
    for (const typeset::PageFormat& format : page_formats) {
        if (format.target == target) return &format;
    }
    return nullptr;
}

}  // namespace dutylist
