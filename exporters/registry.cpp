#include "pipeline/registry.h"

#include <array>

#include "exporters/booklet/booklet_pdf.h"
#include "exporters/trace/trace.h"

namespace dutylist {
namespace {

// One row a file; rows with the same target are written together.
constexpr std::array exporters{
    Exporter{"pdf", ".pdf", "小册子", "booklet", true, booklet::write_pdf, booklet::verify_pdf},
    Exporter{"saddle", ".saddle.pdf", "骑马订拼版", "booklet imposed for saddle stitching", false,
             booklet::write_saddle_pdf, booklet::verify_pdf},
    Exporter{"2up", ".2up.pdf", "一面两页拼版", "booklet, two pages a side", false,
             booklet::write_two_up_pdf, booklet::verify_pdf},
    Exporter{"trace", ".trace.txt", "版面记录", "page layout as text", false, trace::write_trace,
             trace::verify_trace},
};

}  // namespace

std::span<const Exporter> exporter_table() { return exporters; }

}  // namespace dutylist
