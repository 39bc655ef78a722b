#include "exporters/word/sections.h"

#include <utility>

#include "exporters/word/page_number.h"

namespace dutylist::word {

using office_container::Package;

namespace {

std::string add_footer(Package& package, const std::string& document, const std::string& name,
                       std::string part) {
    const std::string path = "word/" + name + ".xml";
    package.add(path, "officedocument.wordprocessingml.footer+xml") = std::move(part);
    return package.relate(document, path, "officeDocument/2006/relationships/footer");
}

}  // namespace

Sections::Sections(Package& package, const std::string& document,
                   const booklet::BookletTemplate& pages, const WordTemplate& word)
    : pages_(pages), word_(word) {
    std::string part;
    write_empty_footer(part);
    empty_ = add_footer(package, document, "footer_empty", std::exchange(part, {}));
    write_footer(part, pages, true);
    odd_ = add_footer(package, document, "footer_odd", std::exchange(part, {}));
    write_footer(part, pages, false);
    even_ = add_footer(package, document, "footer_even", std::exchange(part, {}));
    if (!word.side_number) {
        side_odd_ = odd_;
        side_even_ = even_;
        return;
    }
    write_side_footer(part, pages, true);
    side_odd_ = add_footer(package, document, "footer_side_odd", std::exchange(part, {}));
    write_side_footer(part, pages, false);
    side_even_ = add_footer(package, document, "footer_side_even", std::exchange(part, {}));
}

SectionProperties Sections::page(bool landscape) const {
    const paged::PageGeometry& paper = pages_.pages.page;
    const double right = paper.width - paper.binding - paper.area_width;
    const double bottom = paper.height - paper.top - paper.area_height;
    SectionProperties section;
    section.landscape = landscape;
    if (landscape) {
        // 顶左底右 (GB/T 9704-2012 8): the head of the table is at the left of the bound page.
        section.width = paper.height;
        section.height = paper.width;
        section.top = paper.binding;
        section.bottom = right;
        section.left = bottom;
        section.right = paper.top;
        section.header = right / 2;
        section.footer = right / 2;
        return section;
    }
    section.width = paper.width;
    section.height = paper.height;
    section.top = paper.top;
    section.bottom = bottom;
    section.left = paper.binding;
    section.right = right;
    section.header = paper.top / 2;
    // The dashes stand in the middle of the number's line.
    section.footer = bottom - pages_.pages.number.distance - number_leading(pages_) / 2;
    if (word_.grid != Grid::none) {
        section.grid = word_.grid == Grid::lines ? "lines" : "linesAndChars";
        section.grid_line = paper.area_height / word_.grid_lines;
        if (word_.grid == Grid::characters) {
            section.grid_character =
                paper.area_width / word_.grid_characters - pages_.contents.size;
        }
    }
    return section;
}

SectionProperties Sections::unnumbered() const {
    SectionProperties section = page(false);
    section.odd_footer = empty_;
    section.even_footer = empty_;
    return section;
}

SectionProperties Sections::numbered(bool landscape, bool first) const {
    SectionProperties section = page(landscape);
    section.odd_footer = landscape ? side_odd_ : odd_;
    section.even_footer = landscape ? side_even_ : even_;
    if (first) section.first_page = 1;
    return section;
}

}  // namespace dutylist::word
