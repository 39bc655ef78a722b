#pragma once

#include "pipeline/export_inputs.h"

namespace dutylist {

// The workbook to fill in: a cover for unit and month, a sheet of empty rows for each list, what
// the drop-downs offer, and how it is filled in. Only what is to be filled in is open; filled in,
// it is read like any other list.
void write_form(const FormInput& input, Sink& sink, Diagnostics& diagnostics);
void verify_form(const FormInput& input, const WrittenBytes& bytes);

}  // namespace dutylist
