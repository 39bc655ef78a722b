#pragma once

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/duty_list.h"
#include "pipeline/recognition/column_synonyms.h"

namespace dutylist {

// Where the item begins in its source.
SourceLocation place_of(const Item& item);

// What a message calls a list: its title as printed, else its kind.
Argument name_in_messages(const DutyList& list);
// What it calls a list of the kind that has no title.
Message untitled_name(ListKind kind);

// The columns that a list of its kind cannot be without: number and name, departments and both
// duties where it is cooperative, who takes over where it is recalled. Reports each that is
// missing, with what its heads were taken for.
void report_missing_columns(const DutyList& list, const ColumnSynonyms& synonyms,
                            Diagnostics& diagnostics);

// Reports numbers that are missing, repeated or skipped, and items without a name. `run_on`: the
// numbers run through other lists as well, and may skip.
void check_numbers(const DutyList& list, bool run_on, Diagnostics& diagnostics);
void check_names(const DutyList& list, Diagnostics& diagnostics);

}  // namespace dutylist
