#pragma once

#include "exporters/booklet/booklet_options.h"
#include "pipeline/model/document.h"
#include "pipeline/office/office.h"

namespace dutylist::booklet {

// The part of the document that the options name: the same lists with only the items concerned,
// without the lists that then have none. Throws JobError booklet_extract_empty.
Document extract(const Document& document, const Office& office, const BookletOptions& options);

}  // namespace dutylist::booklet
