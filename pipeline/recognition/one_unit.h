#pragma once

#include <span>

#include "pipeline/recognition/recognise.h"

namespace dutylist {

// Throws JobError unit_several when drafts that are to be one document hold lists of several units:
// one of them goes on with those of another (unit_sections.h), at the place where that is named; or
// what stands before their first lists names units that contradict each other.
void require_one_unit(std::span<const Draft> drafts, const RecognitionSettings& settings);

}  // namespace dutylist
