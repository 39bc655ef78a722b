#include "exporters/pdf/imposition.h"

#include <algorithm>

namespace dutylist::pdf {
namespace {

class Planner {
public:
    Planner(const Imposition& imposition, std::size_t page_count, double page_width,
            double page_height)
        : count_(page_count), page_width_(page_width), page_height_(page_height) {
        plan_.sheet_width = imposition.sheet_width > 0 ? imposition.sheet_width : 2 * page_width;
        plan_.sheet_height = imposition.sheet_height > 0 ? imposition.sheet_height : page_height;
        if (page_width > 0 && page_height > 0) {
            scale_ = std::min(
                {1.0, plan_.sheet_width / 2 / page_width, plan_.sheet_height / page_height});
        }
    }

    // Two pages meeting at the middle of the sheet, both moved towards it by `inwards`.
    void side(std::size_t left, std::size_t right, double inwards) {
        SheetSide placed;
        const double middle = plan_.sheet_width / 2;
        const double y = (plan_.sheet_height - page_height_ * scale_) / 2;
        if (left < count_) {
            placed.push_back({left, middle - page_width_ * scale_ + inwards, y, scale_, 0});
        }
        if (right < count_) placed.push_back({right, middle - inwards, y, scale_, middle});
        plan_.sides.push_back(std::move(placed));
    }

    ImpositionPlan take() { return std::move(plan_); }

private:
    std::size_t count_;
    double page_width_;
    double page_height_;
    double scale_ = 1;
    ImpositionPlan plan_;
};

}  // namespace

ImpositionPlan plan_imposition(const Imposition& imposition, std::size_t page_count,
                               double page_width, double page_height) {
    Planner planner(imposition, page_count, page_width, page_height);
    if (imposition.kind == Imposition::Kind::two_up) {
        for (std::size_t i = 0; i < page_count; i += 2) planner.side(i, i + 1, 0);
        return planner.take();
    }
    const std::size_t filled = (page_count + 3) / 4 * 4;
    for (std::size_t sheet = 0; sheet < filled / 4; ++sheet) {
        const double inwards = static_cast<double>(sheet) * imposition.creep;
        planner.side(filled - 1 - 2 * sheet, 2 * sheet, inwards);
        planner.side(2 * sheet + 1, filled - 2 - 2 * sheet, inwards);
    }
    return planner.take();
}

}  // namespace dutylist::pdf
