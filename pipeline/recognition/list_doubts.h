#pragma once

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/duty_list.h"

namespace dutylist {

// The last line of defence after cells were matched to heads: reports a list whose columns hold
// what their heads do not say. Names that all are categories or numbers, numbers of which none is
// one, departments or categories that are sentences.
void report_doubtful_columns(const DutyList& list, Diagnostics& diagnostics);

}  // namespace dutylist
