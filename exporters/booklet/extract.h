#pragma once

#include "pipeline/model/document.h"
#include "pipeline/office/office.h"
#include "pipeline/part.h"

namespace dutylist::booklet {

// The part of the document: the same lists with only the items concerned,
// without the lists that then have none. Throws JobError booklet_extract_empty.
Document extract(const Document& document, const Office& office, const Part& part);

}  // namespace dutylist::booklet
