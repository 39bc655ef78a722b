#pragma once

#include <string>
#include <vector>

#include "pipeline/diagnostics/diagnostic.h"
#include "pipeline/model/document.h"
#include "pipeline/recognition/draft.h"

namespace dutylist {

// What stands before the lists, and what it says about them.
struct TitlePage {
    std::string title;  // without the unit's name before it
    Unit unit;
    Period period;
    std::vector<std::string> title_lines;
    std::vector<DraftText> unused;  // lines that belong to no title page
};

// Reads the lines before the first list. A title page has few lines, and all of them are title
// lines; of a page with more around its list only titles and lines with a period count, and only
// titles name the unit. `of_department`: the lists are a department's own, and so is the unit.
TitlePage read_title_page(std::vector<DraftText> lines, bool of_department = false);

// The unit that says the most: levels missing in `unit` are taken from `other` where the levels
// that both have agree. False if they contradict each other; then `unit` stays as it is.
bool complete_unit(Unit& unit, const Unit& other);

// What a line may say of its unit: what stands before the words of a title, after a caption
// (填报单位：), and of an office's name (中共…委员会, …人民政府) its region.
std::string_view unit_words_of_line(std::string_view line);

// The same of a department's list: an office's name stays whole.
std::string_view department_words_of_line(std::string_view line);

// A year and month anywhere in a line ("（2025年7月修订）"); the part that says it is `printed`.
Period find_period(std::string_view line);

}  // namespace dutylist
