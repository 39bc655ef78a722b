#include "exporters/pdf/pdf_formats.h"

#include "exporters/pdf/pdf_inspection.h"
#include "exporters/pdf/pdf_writer.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::pdf {
namespace {

typeset::PageWriter writer(const TemplateStore& templates,
                           std::optional<Imposition::Kind> imposition) {
    return [settings = read_print_settings(templates, imposition)](
               const typeset::PagedDocument& document) { return make_pdf(document, settings); };
}

}  // namespace

typeset::PageWriter page_writer(const TemplateStore& templates) {
    return writer(templates, std::nullopt);
}

typeset::PageWriter saddle_writer(const TemplateStore& templates) {
    return writer(templates, Imposition::Kind::saddle);
}

typeset::PageWriter two_up_writer(const TemplateStore& templates) {
    return writer(templates, Imposition::Kind::two_up);
}

void verify_pages(const std::filesystem::path& file, const std::filesystem::path& target) {
    if (inspect_pdf(file, target).pages == 0) {
        throw JobError(Code::output_not_verified, {}, {target.string(), "pages: 0"});
    }
}

}  // namespace dutylist::pdf
