#pragma once

#include <span>

#include "pipeline/recognition/recognise.h"

namespace dutylist {

// Throws JobError unit_several when drafts that are to be one document name units that contradict
// each other, naming both with their files. What stands before a draft's first list counts.
void require_one_unit(std::span<const Draft> drafts, const RecognitionSettings& settings);

}  // namespace dutylist
