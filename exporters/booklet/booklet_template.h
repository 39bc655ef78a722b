#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "exporters/paged/page_style.h"
#include "exporters/typeset/font_roles.h"
#include "exporters/typeset/frame.h"
#include "exporters/typeset/line_breaker.h"
#include "pipeline/diagnostics/source_location.h"
#include "pipeline/model/duty_list.h"

namespace dutylist {
class TemplateStore;
}

namespace dutylist::booklet {

// templates/<name>/booklet.xml as values, over what pages.xml says. Lengths in pt; em where it says
// so. What each setting means and where its built-in value comes from is in docs/typesetting.md.

struct CoverLine {
    std::string text;  // with {province} {prefecture} {county} {township} {unit} {title} {period}
    typeset::FontRole role = typeset::FontRole::title;
    double size = 0;
    double leading = 0;
    double top = -1;  // from the top of the type area; -1: follows the line before
};

struct ContentsSettings {
    bool enabled = true;
    std::string title;
    double title_size = 0;
    double title_line = 0;  // of the title's size, from it to the entries
    double size = 0;
    double leading = 0;
    double indent = 0;  // of categories
    bool categories = true;
    std::string label;  // page label, with {number}
};

struct ColumnSettings {
    std::optional<CellRole> role;  // none: any column that has no settings of its own
    double least = 0, most = 0;    // em
    typeset::Alignment alignment = typeset::Alignment::justify;
    bool middle = false;  // vertically
};

struct ListSettings {
    ListKind kind = ListKind::basic;
    std::string name;   // in contents and bookmarks of a list without a title of its own
    std::string title;  // over the table, with {title} {unit} {name}
    bool landscape = false;
    typeset::FontRole title_role = typeset::FontRole::title;
    double title_size = 0;
    double title_line = 0;  // leading, of the size
    double title_below = 0;
    paged::TableStyle table;
    bool group_headings = false;
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
    double title_size = 0;
    double title_line = 0;  // of the title's size, from it to what follows
    double size = 0;
    double leading = 0;
    double most_separator = 0;   // em: a full-width mark keeps a part of its blank only
    double continued_share = 0;  // of the width, for page numbers that go on below
};

struct BookletTemplate {
    std::string title, author, subject;  // document properties, with placeholders
    paged::PageStyle pages;
    bool lists_on_odd_pages = false;  // and index; blank pages count but show no number
    std::vector<CoverLine> cover;
    std::string cover_label, blank_label;
    CoverLine extract_line;  // on the cover of an extract, with {extract}; its text may be empty
    ContentsSettings contents;
    std::array<ListSettings, 3> lists;
    IndexSettings index;
    std::uint32_t bookmark_characters = 0;
};

// Throws JobError with file and line for anything wrong in them.
BookletTemplate read_booklet_template(const TemplateStore& templates);

}  // namespace dutylist::booklet
