#pragma once

#include "exporters/office_container/container_reader.h"

namespace dutylist::office_container {

// What other programs stumble over without saying why: every part is well-formed and has a content
// type, types and relations name only what is there, ids are not given twice, and an r:id leads
// somewhere (ECMA-376 part 2, 8 to 10). Throws JobError output_not_verified of the file.
void check_package(const ContainerReader& container);

}  // namespace dutylist::office_container
