#pragma once

#include "exporters/paged/page_style.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::test {

// How the built-in template sets lines.
inline typeset::LineRules line_rules() { return paged::read_page_style(TemplateStore()).lines; }

}  // namespace dutylist::test
