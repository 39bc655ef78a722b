#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "exporters/typeset/font_roles.h"
#include "exporters/typeset/frame.h"
#include "exporters/typeset/line_breaker.h"
#include "pipeline/diagnostics/source_location.h"
#include "pipeline/model/duty_list.h"

namespace dutylist {
class TemplateStore;
}

namespace dutylist::booklet {

// templates/<name>/booklet.xml as values. Lengths in pt; em where it says so. What each setting
// means and where its built-in value comes from is in docs/typesetting.md.

struct PageSettings {
    double width = 0, height = 0;
    double top = 0;      // above the type area
    double binding = 0;  // beside it, on the left of odd pages and the right of even ones
    double area_width = 0, area_height = 0;
    bool duplex = true;               // mirrored margins; cover and contents end on even pages
    bool lists_on_odd_pages = false;  // lists and index, too; blank pages count but show no number
};

struct PageNumberSettings {
    double size = 14;
    double distance = 0;  // from the type area to the dashes
    double inset = 14;    // from its side edge
    std::string text;     // with {page}
};

struct CoverLine {
    std::string text;  // with {province} {prefecture} {county} {township} {unit} {title} {period}
    typeset::FontRole role = typeset::FontRole::title;
    double size = 22;
    double leading = 32;
    double top = -1;  // from the top of the type area; -1: follows the line before
};

struct ContentsSettings {
    bool enabled = true;
    std::string title;
    double title_size = 22;
    double size = 14;
    double leading = 24;
    double indent = 28;  // of categories
    bool categories = true;
    std::string label;  // page label, with {number}
};

struct ColumnSettings {
    std::optional<CellRole> role;  // none: any column that has no settings of its own
    double least = 4, most = 60;   // em
    typeset::Alignment alignment = typeset::Alignment::justify;
    bool middle = false;  // vertically
};

struct ListSettings {
    ListKind kind = ListKind::basic;
    std::string name;   // in contents and bookmarks of a list without a title of its own
    std::string title;  // over the table, with {title} {unit} {name}
    bool landscape = false;
    typeset::FontRole title_role = typeset::FontRole::title;
    double title_size = 18;
    double title_below = 8;
    double size = 10;  // of the table's text
    double leading = 13.5;
    double padding_side = 3.5;
    double padding_above = 3;  // and below
    double padding_least = 2;  // down to which it may shrink where that saves a page
    double rule = 0.5;
    double frame = 1;
    bool group_headings = false;
    std::uint32_t whole_lines = 0;  // rows up to so high are not split over pages
    std::string row_continued;      // （续）
    std::string table_continued;    // 续表, or empty
    double fill = 0;  // up to so many pt left on a full page are shared out among its rows
    std::vector<ColumnSettings> columns;
    SourceLocation place;

    const ColumnSettings& column(CellRole role) const;
};

struct IndexSettings {
    bool enabled = true;
    std::string title;
    std::string note;                   // below the title: in which order names stand; or empty
    std::string head_name, head_pages;  // above names and page numbers
    std::string separator;              // between page numbers
    double title_size = 18;
    double size = 12;
    double leading = 20;
};

struct BookletTemplate {
    std::string title, author, subject;  // document properties, with placeholders
    PageSettings page;
    PageNumberSettings page_number;
    typeset::LineRules lines;
    std::vector<CoverLine> cover;
    std::string cover_label, blank_label;
    std::string extract_line;  // on the cover of an extract, with {extract}
    ContentsSettings contents;
    std::array<ListSettings, 3> lists;
    IndexSettings index;
    std::uint32_t bookmark_characters = 30;
};

// Throws JobError with file and line for anything wrong in it.
BookletTemplate read_booklet_template(const TemplateStore& templates);

}  // namespace dutylist::booklet
