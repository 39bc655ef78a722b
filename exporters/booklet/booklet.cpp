#include "exporters/booklet/booklet.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "exporters/booklet/booklet_pages.h"
#include "exporters/booklet/extract.h"
#include "exporters/booklet/list_names.h"
#include "exporters/booklet/list_section.h"
#include "exporters/paged/missing_glyph.h"
#include "exporters/typeset/font_diagnostics.h"
#include "exporters/typeset/used_fonts.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::booklet {

using namespace paged;
using namespace typeset;

namespace {

// A department's name has its county in it.
std::string county_before_name(const Unit& unit) {
    const std::string& county = unit.county;
    return !county.empty() && unit.department.starts_with(county) ? std::string() : county;
}

Placeholders placeholders(const Document& document) {
    const Period& period = document.period;
    return {{"province", document.unit.province},
            {"prefecture", document.unit.prefecture},
            {"county", county_before_name(document.unit)},
            {"township", document.unit.own_name()},
            {"unit", document.unit.full_name()},
            {"title", document.title},
            {"period", period.known() ? period.chinese() : period.printed}};
}

std::string extract_name(const BookletTemplate& settings, const Document& document,
                         const Part& part) {
    if (part.kind != Part::Kind::list) return part.name;
    const ListKind kind = *list_kind_from(part.name);
    const std::string& fallback = settings.lists[static_cast<std::size_t>(kind)].name;
    const DutyList* list = document.list(kind);
    return list ? list_name(*list, document.unit, fallback) : fallback;
}

// Puts the pages of `part` behind those of `whole`. Both have their own document node.
void append(PagedDocument& whole, PagedDocument part) {
    const auto pages = static_cast<std::uint32_t>(whole.pages.size());
    // The part's document node is the whole's.
    const auto shift = static_cast<StructureIndex>(whole.structure.size() - 1);
    const auto moved = [shift](StructureIndex index) {
        return index == no_structure || index == PageBuilder::root ? index : index + shift;
    };
    for (Page& page : part.pages) {
        for (Layer& layer : page.layers) {
            for (Fill& fill : layer.fills) fill.structure = moved(fill.structure);
            for (Path& path : layer.paths) path.structure = moved(path.structure);
            for (GlyphRun& run : layer.runs) run.structure = moved(run.structure);
            for (Link& link : layer.links) link.structure = moved(link.structure);
        }
        whole.pages.push_back(std::move(page));
    }
    for (std::size_t i = 1; i < part.structure.size(); ++i) {
        StructureNode& node = part.structure[i];
        node.parent = moved(node.parent);
        whole.structure.push_back(std::move(node));
    }
    for (Destination& destination : part.destinations) {
        destination.page += pages;
        whole.destinations.push_back(std::move(destination));
    }
    for (Bookmark& bookmark : part.bookmarks) whole.bookmarks.push_back(std::move(bookmark));
}

void end_on_even_page(BookletPages& builder) {
    if (builder.style().page.duplex && builder.page_count() % 2 == 1) set_blank(builder);
}

// Those of cells are reported with their places where the cells are set.
void report_missing(const BookletPages& builder, const Document& document,
                    Diagnostics& diagnostics) {
    std::set<char32_t> told;
    for (const MissingCharacter& entry : builder.missing()) {
        if (!told.insert(entry.character).second) continue;
        diagnostics.add(missing_glyph(entry.character, {document.source_file, {}, 0, 0}));
    }
}

}  // namespace

BookletLayout lay_out_booklet(const ExportInput& input, Diagnostics& diagnostics) {
    BookletLayout layout;
    layout.settings = read_booklet_template(input.templates);
    const BookletTemplate& settings = layout.settings;
    if (input.part) layout.extract = extract(input.document, input.office, *input.part);
    const Document& document = layout.extract ? *layout.extract : input.document;
    FontSet fonts(input.templates, input.font_folder);
    typeset::tell_wishes(fonts, diagnostics);
    Shaper shaper(fonts);

    // The lists come first, because the contents show where they came to stand; contents and cover
    // are outside the page numbers, so nothing moves when they are put in front.
    BookletPages body(settings, shaper);
    int next_page = 1;
    std::array<std::uint32_t, all_list_kinds.size()> lists_of_kind{};
    for (std::size_t i = 0; i < document.lists.size(); ++i) {
        begin_part(body, next_page);
        const ListKind kind = document.lists[i].kind;
        const std::uint32_t same = ++lists_of_kind[static_cast<std::size_t>(kind)];
        // A further list of the same kind gets a number.
        const std::string destination =
            std::string(to_string(kind)) + (same > 1 ? std::to_string(same) : "");
        layout.lists.push_back(set_list(body, document, i, destination, next_page, diagnostics));
    }
    if (settings.index.enabled) {
        layout.index = department_entries(document, input.office, layout.lists);
    }
    const bool has_index = !layout.index.empty();
    if (has_index) set_department_index(body, layout.index, next_page, layout.index_place);

    BookletPages front(settings, shaper);
    layout.values = placeholders(document);
    if (layout.extract) {
        layout.values.emplace_back("extract", extract_name(settings, document, *input.part));
        layout.extract_line = fill_placeholders(settings.extract_line.text, layout.values);
    }
    set_cover(front, layout.values, layout.extract_line);
    end_on_even_page(front);
    if (settings.contents.enabled) {
        set_contents(front, layout.lists, has_index ? &layout.index_place : nullptr);
        end_on_even_page(front);
    }

    report_missing(front, document, diagnostics);
    report_missing(body, document, diagnostics);
    PagedDocument& pages = layout.pages;
    pages = front.take();
    append(pages, body.take());
    pages.title = fill_placeholders(settings.title, layout.values) + layout.extract_line;
    pages.author = fill_placeholders(settings.author, layout.values);
    pages.subject = fill_placeholders(settings.subject, layout.values);
    pages.timestamp = input.timestamp;
    typeset::tell_unreadable(fonts, diagnostics);
    keep_used_fonts(pages, shaper.fonts().faces());
    return layout;
}

PagedDocument make_booklet(const ExportInput& input, Diagnostics& diagnostics) {
    return lay_out_booklet(input, diagnostics).pages;
}

}  // namespace dutylist::booklet
