#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/check/finding.h"
#include "pipeline/office/office.h"

namespace dutylist::check {

// One correction that was made.
struct Change {
    Code rule{};
    Place place;
    TextSpan span;       // over the cell's text before
    std::string before;  // what stood there
    std::string after;
    SourceLocation source;

    friend bool operator==(const Change&, const Change&) = default;
};

struct Fixed {
    Document document;  // corrected and analysed again; places still lead to the old source
    std::vector<Change> changes;  // in the order of the document
};

// Applies the mechanical findings (Finding::mechanical) and nothing else, then those that the
// corrected text shows, until none is left: “, ” becomes “， ” and then “，”. Corrections that
// touch each other are one change. `findings` must be those of `document`, in its order.
Fixed apply_fixes(const Document& document, std::span<const Finding> findings,
                  const Office& office = {});

// The proof that only the changes changed: every cell of `after` is that of `before` with the
// changes made and every other byte equal, and everything outside the cells is equal.
bool is_untouched_elsewhere(const Document& before, const Document& after,
                            std::span<const Change> changes);

}  // namespace dutylist::check
