#include "pipeline/text/edit_distance.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace dutylist {

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit,
                          Swaps swaps) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;
    std::vector<std::size_t> before_last(a.size() + 1);
    std::vector<std::size_t> last(a.size() + 1);
    std::vector<std::size_t> row(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
    std::size_t least_of_last = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        std::swap(before_last, last);
        std::swap(last, row);
        // Beyond `limit` steps from the diagonal every distance is beyond it, too.
        const std::size_t first = j > limit ? j - limit : 1;
        const std::size_t last_of_row = std::min(a.size(), j + std::min(limit, a.size()));
        row[first - 1] = first == 1 ? j : limit + 1;
        if (last_of_row < a.size()) row[last_of_row + 1] = limit + 1;
        std::size_t least = j;
        for (std::size_t i = first; i <= last_of_row; ++i) {
            row[i] = std::min(
                {last[i] + 1, row[i - 1] + 1, last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool swapped = swaps == Swaps::one_step && i > 1 && j > 1 &&
                                 a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[i] = std::min(row[i], before_last[i - 2] + 1);
            least = std::min(least, row[i]);
        }
        // A swap reaches over one row: both of the last two must be beyond the limit.
        const bool beyond = least > limit && (swaps == Swaps::two_steps || least_of_last > limit);
        if (beyond) return limit + 1;
        least_of_last = least;
    }
    return std::min(row[a.size()], limit + 1);
}

}  // namespace dutylist
