#include "exporters/word/document_part.h"

#include <algorithm>
#include <set>

#include "exporters/word/list_table.h"
#include "exporters/word/style_part.h"
#include "exporters/word/text_writer.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/chinese_number.h"
#include "pipeline/text/white_space.h"

namespace dutylist::word {
namespace {

using booklet::BookletLayout;
using booklet::CoverLine;
using booklet::ListPlace;
using office_container::OpenElement;

class DocumentWriter {
public:
    DocumentWriter(XmlWriter& xml, const Document& document, const BookletLayout& booklet,
                   const WordTemplate& word, const Sections& sections)
        : xml_(xml), document_(document), booklet_(booklet), word_(word), sections_(sections) {
        for (const booklet::IndexEntry& entry : booklet.index) {
            for (const booklet::IndexReference& page : entry.pages) {
                referred_.insert(page.destination);
            }
        }
    }

    void run() {
        const OpenElement root(xml_, "w:document",
                               {{"xmlns:w", word_namespace}, {"xmlns:r", relation_namespace}});
        const OpenElement body(xml_, "w:body");
        cover();
        if (booklet_.settings.contents.enabled) contents();
        for (std::size_t i = 0; i < document_.lists.size(); ++i) list(i);
        if (has_index()) index();
    }

private:
    bool has_index() const { return !booklet_.index.empty(); }

    void paragraph(const ParagraphProperties& properties, std::string_view text = {},
                   const RunProperties& run = {}) {
        const OpenElement element(xml_, "w:p");
        properties.write(xml_);
        write_run(xml_, text, run);
    }

    // The line's place on the page becomes room above it. Each is a paragraph with its own leading.
    void cover() {
        double down = 0;
        bool extract_written = booklet_.extract_line.empty();
        const auto line = [&](const CoverLine& look, const std::string& text) {
            ParagraphProperties properties;
            const bool is_title = look.text.find("{title}") != std::string::npos;
            properties.style = is_title ? style_id::title : style_id::cover;
            const double before = look.top >= 0 ? std::max(0.0, look.top - down) : 0;
            properties.spacing = Spacing{before, 0, look.leading, true};
            down += before + look.leading;
            paragraph(properties, text, {{}, word_.font(look.role).name, look.size, {}});
        };
        for (const CoverLine& look : booklet_.settings.cover) {
            if (look.top >= 0 && down > 0 && !extract_written) {
                line(booklet_.settings.extract_line, booklet_.extract_line);
                extract_written = true;
            }
            const std::string text(trimmed(fill_placeholders(look.text, booklet_.values)));
            if (!text.empty()) line(look, text);
        }
        end_section(sections_.unnumbered());
    }

    // A paragraph that is as good as not there: a section ends with one, and after a table there
    // has to be one.
    void end_section(const SectionProperties& section) {
        ParagraphProperties properties = smallest();
        properties.section = &section;
        paragraph(properties);
    }

    static ParagraphProperties smallest() {
        ParagraphProperties properties;
        properties.snap_to_grid = false;
        properties.spacing = Spacing{0, 0, 1, true};
        properties.mark.size = 1;
        return properties;
    }

    // A field of prebuilt entries in the control by which Word, and our own reader, know contents.
    void contents() {
        std::vector<const ListPlace*> entries;
        for (const ListPlace& list : booklet_.lists) entries.push_back(&list);
        if (has_index()) entries.push_back(&booklet_.index_place);
        {
            const OpenElement control(xml_, "w:sdt");
            contents_control();
            const OpenElement content(xml_, "w:sdtContent");
            ParagraphProperties title;
            title.style = style_id::contents_title;
            paragraph(title, booklet_.settings.contents.title);
            for (std::size_t i = 0; i < entries.size(); ++i) {
                contents_entry(*entries[i], i, i + 1 == entries.size());
            }
        }
        end_section(sections_.unnumbered());
    }

    void contents_entry(const ListPlace& place, std::size_t index, bool last) {
        const OpenElement element(xml_, "w:p");
        ParagraphProperties properties;
        properties.style = style_id::contents_list;
        properties.write(xml_);
        if (index == 0) {
            field_mark("begin");
            instruction(" TOC \\o \"1-1\" \\h \\z \\u ");
            field_mark("separate");
        }
        {
            const std::string anchor = bookmark_name(place.destination);
            const OpenElement link(xml_, "w:hyperlink", {{"w:anchor", anchor}, {"w:history", "1"}});
            write_run(xml_, chinese_number(static_cast<int>(index + 1)) + "、" + place.name);
            tab();
            field_mark("begin");
            instruction(" PAGEREF " + anchor + " \\h ");
            field_mark("separate");
            write_run(xml_, std::to_string(place.page));
            field_mark("end");
        }
        if (last) field_mark("end");
    }

    void tab() {
        const OpenElement run(xml_, "w:r");
        xml_.empty("w:tab");
    }

    void field_mark(std::string_view kind) {
        const OpenElement run(xml_, "w:r");
        xml_.empty("w:fldChar", {{"w:fldCharType", kind}});
    }

    void instruction(std::string_view text) {
        const OpenElement run(xml_, "w:r");
        const OpenElement element(xml_, "w:instrText", {{"xml:space", "preserve"}});
        xml_.text(text);
    }

    void contents_control() {
        const OpenElement properties(xml_, "w:sdtPr");
        const OpenElement part(xml_, "w:docPartObj");
        xml_.empty("w:docPartGallery", {{"w:val", "Table of Contents"}});
        xml_.empty("w:docPartUnique");
    }

    // Room for a font whose characters are a little wider, pt.
    static constexpr double title_slack = 3;

    void heading(const ListPlace& place, std::string_view text, double line_width) {
        const OpenElement element(xml_, "w:p");
        ParagraphProperties properties;
        properties.style = style_id::heading;
        if (place.title_width > 0) {
            // Breaks where the booklet does, without a break in the text.
            const double free = line_width - place.title_width;
            const double side = std::max(0.0, free / 2 - title_slack);
            properties.indent = Indent{side, side, 0};
        }
        properties.write(xml_);
        write_bookmark(xml_, bookmark_name(place.destination), ++bookmarks_);
        write_run(xml_, text);
    }

    void list(std::size_t index) {
        const DutyList& list = document_.lists[index];
        const ListPlace& place = booklet_.lists[index];
        const booklet::ListSettings& settings =
            booklet_.settings.lists[static_cast<std::size_t>(list.kind)];
        heading(place, place.title, booklet_.settings.pages.page.line_width(settings.landscape));
        write_list_table(xml_, list, place, settings, word_, [&](std::size_t item) {
            const std::string& destination = place.items[item].destination;
            if (!referred_.contains(destination)) return;
            write_bookmark(xml_, bookmark_name(destination), ++bookmarks_);
        });
        const SectionProperties section = sections_.numbered(settings.landscape, index == 0);
        if (index + 1 < document_.lists.size() || has_index()) {
            end_section(section);
        } else {
            paragraph(smallest());
            section.write(xml_);
        }
    }

    // In a control of its own, so that readers can tell it from the lists.
    void index() {
        {
            const OpenElement control(xml_, "w:sdt");
            {
                const OpenElement properties(xml_, "w:sdtPr");
                xml_.empty("w:alias", {{"w:val", booklet_.settings.index.title}});
                xml_.empty("w:tag", {{"w:val", department_index_tag}});
            }
            const OpenElement content(xml_, "w:sdtContent");
            heading(booklet_.index_place, booklet_.settings.index.title, 0);
            const booklet::IndexSettings& settings = booklet_.settings.index;
            ParagraphProperties note;
            note.style = style_id::note;
            if (!settings.note.empty()) paragraph(note, settings.note);
            for (const booklet::IndexEntry& entry : booklet_.index) index_entry(entry);
        }
        sections_.numbered(false, document_.lists.empty()).write(xml_);
    }

    void index_entry(const booklet::IndexEntry& entry) {
        const OpenElement element(xml_, "w:p");
        ParagraphProperties properties;
        properties.style = style_id::index;
        properties.write(xml_);
        write_run(xml_, entry.name);
        tab();
        for (std::size_t i = 0; i < entry.pages.size(); ++i) {
            const booklet::IndexReference& page = entry.pages[i];
            if (i > 0) write_run(xml_, booklet_.settings.index.separator);
            write_field(xml_, " PAGEREF " + bookmark_name(page.destination) + " \\h ",
                        std::to_string(page.page));
        }
    }

    XmlWriter& xml_;
    const Document& document_;
    const BookletLayout& booklet_;
    const WordTemplate& word_;
    const Sections& sections_;
    std::set<std::string> referred_;  // destinations that the index names
    int bookmarks_ = 0;
};

}  // namespace

void write_document(std::string& part, const Document& document, const BookletLayout& booklet,
                    const WordTemplate& word, const Sections& sections) {
    XmlWriter xml(part);
    DocumentWriter(xml, document, booklet, word, sections).run();
}

}  // namespace dutylist::word
