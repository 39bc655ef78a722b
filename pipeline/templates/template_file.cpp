#include "pipeline/templates/template_file.h"

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"

namespace dutylist {

TemplateElement TemplateElement::child(std::string_view name) const {
    const XmlElement own = own_.child(name);
    const XmlElement official = official_.child(name);
    if (!own && !official) {
        throw JobError(Code::xml_missing, own_.place(),
                       {std::string(own_.name()), "<" + std::string(name) + ">"});
    }
    return {own, official};
}

std::vector<XmlElement> TemplateElement::children(std::string_view name) const {
    std::vector<XmlElement> own = own_.children(name);
    return own.empty() ? official_.children(name) : own;
}

TemplateFile::TemplateFile(const TemplateStore& templates, std::string_view file)
    : own_(templates.xml(file)) {
    if (!templates.is_official(file)) official_.emplace(TemplateStore().xml(file));
}

}  // namespace dutylist
