#pragma once

#include "exporters/typeset/page_format.h"

namespace dutylist::pdf {

// Rows of the page formats: PDF page by page, imposed for saddle stitching, and two pages a side,
// with the settings of print.xml.
typeset::PageWriter page_writer(const TemplateStore& templates);
typeset::PageWriter saddle_writer(const TemplateStore& templates);
typeset::PageWriter two_up_writer(const TemplateStore& templates);

}  // namespace dutylist::pdf
