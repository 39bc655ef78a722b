#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"
#include "pipeline/recognition/recognise.h"

namespace dutylist {

// What an input holds besides the rows of its lists: the title page, the contents page, lines
// between and after the lists, tables that are none. From it come title, unit and period of the
// document; what says nothing is reported.
class OutsideLists {
public:
    // Both must live as long as this.
    OutsideLists(const RecognitionSettings& settings, Diagnostics& diagnostics)
        : settings_(settings), diagnostics_(diagnostics) {}

    void add_front_line(DraftText line) { front_.push_back(std::move(line)); }
    void add_later_line(DraftText line) { later_.push_back(std::move(line)); }
    void add_contents(ContentsEntry entry) { contents_.push_back(std::move(entry)); }
    // The title above a further table of a list. It may add the unit; if it is not the list's title
    // (with 续 or the like) it is reported.
    void add_title_of_part(DraftText title, std::string_view list_title);
    // What the cells of a table that is no list say of unit and period counts where nothing else
    // does.
    void take_hints(const DraftTable& table);
    // Reports a table that is no list, with a warning where it holds what may be missed. `title`:
    // the line above it that names a list; may be empty.
    void pass_over(const DraftTable& table, std::string_view title);
    // The first head known to the synonyms in the tables passed over; empty if there is none.
    const std::string& head_passed_over() const { return head_passed_over_; }

    // Fills in all of the document but its lists, which must be there.
    void complete(Document& document);

private:
    std::optional<Unit> unit_of(std::string_view text) const;
    void find_unit(Document& document);
    void find_period(Document& document);
    void report_impossible_months(const std::vector<DraftText>& lines);
    void drop_repetitions(const Document& document);
    void report();

    const RecognitionSettings& settings_;
    Diagnostics& diagnostics_;
    std::vector<DraftText> front_;  // before the first list
    std::vector<DraftText> later_;
    std::vector<DraftText> titles_of_parts_;
    std::vector<ContentsEntry> contents_;
    bool months_found_wrong_ = false;
    std::string head_passed_over_;
    Unit hinted_unit_;
    Unit hinted_department_;
    bool of_department_ = false;  // the lists are a department's own
    Period hinted_period_;
};

}  // namespace dutylist
