#pragma once

#include <string>
#include <vector>

#include "pipeline/model/duty_list.h"
#include "pipeline/model/period.h"
#include "pipeline/model/unit.h"

namespace dutylist {

// A line of the contents page as read; kept for checking, never for output.
struct ContentsEntry {
    std::string title;
    std::string page;  // as printed
    friend bool operator==(const ContentsEntry&, const ContentsEntry&) = default;
};

// The canonical model: what every importer makes and every exporter and computation reads.
// A value type; once analysed it is only read, and may be read from several threads.
struct Document {
    std::string title;                     // "履职事项清单", as printed
    std::vector<std::string> title_lines;  // all lines of the title page, as printed
    Unit unit;
    Period period;
    std::vector<DutyList> lists;  // in the order of the source
    std::vector<ContentsEntry> contents;
    std::string source_file;  // as the user named it

    const DutyList* list(ListKind kind) const;  // the first of that kind, or nullptr
    std::size_t item_count() const;

    // Equal content; the name of the source file does not count.
    friend bool operator==(const Document& a, const Document& b) {
        return a.title == b.title && a.title_lines == b.title_lines && a.unit == b.unit &&
               a.period == b.period && a.lists == b.lists && a.contents == b.contents;
    }
};

}  // namespace dutylist
