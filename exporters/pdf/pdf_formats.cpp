#include "exporters/pdf/pdf_formats.h"

#include "exporters/pdf/pdf_writer.h"

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

}  // namespace dutylist::pdf
