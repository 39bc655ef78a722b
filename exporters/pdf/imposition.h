#pragma once

#include <cstddef>
#include <vector>

#include "exporters/pdf/pdf_settings.h"

namespace dutylist::pdf {

// Where a page goes on a side of a sheet; pt, origin at the sheet's bottom left corner.
struct PlacedPage {
    std::size_t page = 0;
    double x = 0;  // of the page's bottom left corner
    double y = 0;
    double scale = 1;
    double cell_x = 0;  // left edge of the half of the sheet that it must stay in
};

// One side of a sheet, to be printed; sides 2k and 2k + 1 are front and back of sheet k.
using SheetSide = std::vector<PlacedPage>;  // left before right; blank halves are left out

struct ImpositionPlan {
    double sheet_width = 0;
    double sheet_height = 0;
    std::vector<SheetSide> sides;
};

// Places pages of one size. For saddle stitching the number of pages is filled up with blanks to a
// multiple of four; duplex printing turns on the short edge of the sheet.
ImpositionPlan plan_imposition(const Imposition& imposition, std::size_t page_count,
                               double page_width, double page_height);

}  // namespace dutylist::pdf
