#pragma once

#include <optional>
#include <string>

#include "exporters/pdf/pdf_settings.h"
#include "exporters/typeset/frame.h"

namespace dutylist::pdf {

// Content that draws two marks at each corner of `trim` (PDF coordinates, y upwards), as an
// artifact where the page is tagged.
std::string draw_crop_marks(const CropMarks& marks, const typeset::Rectangle& trim, bool tagged);

// A dash at either end of the fold at `x`: outside `trim` where there are crop marks, else inside.
std::string draw_fold_marks(const std::optional<CropMarks>& marks, const typeset::Rectangle& trim,
                            double x);

}  // namespace dutylist::pdf
