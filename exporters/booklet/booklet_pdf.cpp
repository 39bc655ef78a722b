#include "exporters/booklet/booklet_pdf.h"

#include "exporters/booklet/booklet.h"
#include "exporters/pdf/pdf_inspection.h"
#include "exporters/pdf/pdf_writer.h"

namespace dutylist::booklet {
namespace {

using Kind = pdf::Imposition::Kind;

void write(const ExportInput& input, Sink& sink, Diagnostics& diagnostics,
           std::optional<Kind> imposition) {
    // Settings first: a mistake in them should not cost the time of layout.
    const pdf::PdfSettings settings = pdf::read_print_settings(input.templates, imposition);
    sink.write(pdf::make_pdf(make_booklet(input, diagnostics), settings));
}

}  // namespace

void write_pdf(const ExportInput& input, Sink& sink, Diagnostics& diagnostics) {
    write(input, sink, diagnostics, std::nullopt);
}

void write_saddle_pdf(const ExportInput& input, Sink& sink, Diagnostics& diagnostics) {
    write(input, sink, diagnostics, Kind::saddle);
}

void write_two_up_pdf(const ExportInput& input, Sink& sink, Diagnostics& diagnostics) {
    write(input, sink, diagnostics, Kind::two_up);
}

void verify_pdf(const ExportInput&, const WrittenBytes& bytes) { pdf::require_pages(bytes); }

}  // namespace dutylist::booklet
