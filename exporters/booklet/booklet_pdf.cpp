#include "exporters/booklet/booklet_pdf.h"

#include "exporters/booklet/booklet.h"
#include "exporters/pdf/pdf_inspection.h"
#include "exporters/pdf/pdf_writer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::booklet {
namespace {

using Kind = pdf::Imposition::Kind;

void write(const ExportInput& input, const std::filesystem::path& temporary,
           Diagnostics& diagnostics, std::optional<Kind> imposition) {
    // Settings first: a mistake in them should not cost the time of layout.
    const pdf::PdfSettings settings = pdf::read_print_settings(input.templates, imposition);
    pdf::write_pdf(make_booklet(input, diagnostics), settings, temporary);
}

}  // namespace

void write_pdf(const ExportInput& input, const std::filesystem::path& temporary,
               Diagnostics& diagnostics) {
    write(input, temporary, diagnostics, std::nullopt);
}

void write_saddle_pdf(const ExportInput& input, const std::filesystem::path& temporary,
                      Diagnostics& diagnostics) {
    write(input, temporary, diagnostics, Kind::saddle);
}

void write_two_up_pdf(const ExportInput& input, const std::filesystem::path& temporary,
                      Diagnostics& diagnostics) {
    write(input, temporary, diagnostics, Kind::two_up);
}

void verify_pdf(const ExportInput& input, const std::filesystem::path& temporary) {
    const std::string name = input.stem + ".pdf";
    if (pdf::inspect_pdf(temporary, name).pages == 0) {
        throw JobError(Code::output_not_verified, {}, {name, "pages: 0"});
    }
}

}  // namespace dutylist::booklet
