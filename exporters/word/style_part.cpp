#include "exporters/word/style_part.h"

#include <cmath>
#include <set>

#include "exporters/word/properties.h"

namespace dutylist::word {
namespace {

using booklet::BookletTemplate;
using office_container::OpenElement;
using typeset::FontRole;

struct Style {
    std::string_view type;  // "paragraph", "character"
    std::string id;
    std::string name;
    std::string based_on;
    std::string next;
    bool own = false;  // not one of Word's
    ParagraphProperties paragraph;
    RunProperties run;
};

RunProperties run_of(const WordTemplate& word, FontRole role, double size) {
    RunProperties run;
    run.font = word.font(role).name;
    run.size = size;
    return run;
}

ParagraphProperties set_lines(double leading, Justification justification, bool exact = true) {
    ParagraphProperties paragraph;
    paragraph.snap_to_grid = false;
    paragraph.spacing = Spacing{0, 0, leading, exact};
    paragraph.justification = justification;
    return paragraph;
}

class StyleWriter {
public:
    StyleWriter(XmlWriter& xml, const BookletTemplate& pages, const WordTemplate& word)
        : xml_(xml), pages_(pages), word_(word) {}

    void run() {
        const OpenElement root(xml_, "w:styles", {{"xmlns:w", word_namespace}});
        defaults();
        front_matter();
        lists();
        table_styles();
        rest();
    }

private:
    void defaults() {
        {
            const OpenElement all(xml_, "w:docDefaults");
            const OpenElement of_runs(xml_, "w:rPrDefault");
            const OpenElement properties(xml_, "w:rPr");
            RunProperties run = run_of(word_, FontRole::body, pages_.contents.size);
            run.language = word_.language;
            run.write_content(xml_);
        }
        const OpenElement style(
            xml_, "w:style",
            {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
        xml_.empty("w:name", {{"w:val", "Normal"}});
        xml_.empty("w:qFormat");
    }

    void write(const Style& style) {
        xml_.open("w:style", {{"w:type", style.type}});
        if (style.own) xml_.attribute("w:customStyle", "1");
        xml_.attribute("w:styleId", style.id);
        xml_.empty("w:name", {{"w:val", style.name}});
        if (!style.based_on.empty()) xml_.empty("w:basedOn", {{"w:val", style.based_on}});
        if (!style.next.empty()) xml_.empty("w:next", {{"w:val", style.next}});
        xml_.empty("w:qFormat");
        style.paragraph.write(xml_);
        style.run.write(xml_);
        xml_.close("w:style");
    }

    void paragraph(const char* id, std::string name, ParagraphProperties properties,
                   RunProperties run, bool own = false) {
        write({"paragraph", id, std::move(name), "Normal", "Normal", own, std::move(properties),
               std::move(run)});
    }

    void front_matter() {
        paragraph(style_id::cover, word_.style(StyleUse::cover),
                  set_lines(0, Justification::center), {}, true);
        // The document's title as Word knows it; each line of the cover says its own size.
        paragraph(style_id::title, "Title", set_lines(0, Justification::center),
                  run_of(word_, FontRole::title, 0));
        const booklet::ContentsSettings& contents = pages_.contents;
        paragraph(style_id::contents_title, "TOC Heading",
                  set_lines(contents.title_size * contents.title_line, Justification::center),
                  run_of(word_, FontRole::heading, contents.title_size));
        const double width = pages_.pages.page.line_width(false);
        ParagraphProperties entry = set_lines(contents.leading, Justification::none);
        entry.tabs.push_back({width, "right", "dot"});
        paragraph(style_id::contents_list, "toc 1", entry,
                  run_of(word_, FontRole::heading, contents.size));
    }

    void lists() {
        const booklet::ListSettings& list = pages_.lists.front();
        ParagraphProperties heading =
            set_lines(list.title_size * list.title_line, Justification::center);
        heading.keep_with_next = true;
        heading.spacing->after = list.title_below;
        heading.outline = 0;
        paragraph(style_id::heading, "heading 1", heading,
                  run_of(word_, list.title_role, list.title_size));
        const paged::TableStyle& table = pages_.pages.table;
        paragraph(style_id::cell, word_.style(StyleUse::cell),
                  set_lines(table.leading, Justification::both, word_.exact_lines),
                  run_of(word_, FontRole::table, table.size), true);
        paragraph(style_id::head, word_.style(StyleUse::head),
                  set_lines(table.leading, Justification::center, word_.exact_lines),
                  run_of(word_, FontRole::heading, table.size), true);
        write({"character",
               style_id::cell_heading,
               word_.style(StyleUse::cell_heading),
               {},
               {},
               true,
               {},
               run_of(word_, FontRole::heading, 0)});
    }

    void table_styles() {
        {
            const OpenElement style(
                xml_, "w:style",
                {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "TableNormal"}});
            xml_.empty("w:name", {{"w:val", "Normal Table"}});
            xml_.empty("w:uiPriority", {{"w:val", "99"}});
            xml_.empty("w:semiHidden");
            xml_.empty("w:unhideWhenUsed");
            const OpenElement properties(xml_, "w:tblPr");
            xml_.empty("w:tblInd", {{"w:w", "0"}, {"w:type", "dxa"}});
        }
        const paged::TableStyle& table = pages_.pages.table;
        const OpenElement style(
            xml_, "w:style",
            {{"w:type", "table"}, {"w:customStyle", "1"}, {"w:styleId", style_id::table}});
        xml_.empty("w:name", {{"w:val", word_.style(StyleUse::table)}});
        xml_.empty("w:basedOn", {{"w:val", "TableNormal"}});
        xml_.empty("w:qFormat");
        const OpenElement properties(xml_, "w:tblPr");
        const OpenElement borders(xml_, "w:tblBorders");
        // Widths of rules are in eighths of a point.
        const auto rule = [this](std::string_view edge, double width) {
            xml_.empty(edge, {{"w:val", "single"},
                              {"w:sz", std::to_string(std::llround(width * 8))},
                              {"w:space", "0"},
                              {"w:color", "auto"}});
        };
        for (const std::string_view edge : {"w:top", "w:left", "w:bottom", "w:right"}) {
            rule(edge, table.frame);
        }
        rule("w:insideH", table.rule);
        rule("w:insideV", table.rule);
    }

    void rest() {
        const booklet::IndexSettings& index = pages_.index;
        paragraph(style_id::note, word_.style(StyleUse::note),
                  set_lines(index.leading, Justification::left),
                  run_of(word_, FontRole::body, index.size), true);
        ParagraphProperties entry = set_lines(index.leading, Justification::left);
        entry.tabs.push_back({pages_.pages.page.line_width(false), "right", "dot"});
        paragraph(style_id::index, word_.style(StyleUse::index), entry,
                  run_of(word_, FontRole::body, index.size), true);
        const paged::PageNumberStyle& number = pages_.pages.number;
        ParagraphProperties footer;
        footer.snap_to_grid = false;
        paragraph(style_id::footer, "footer", footer, run_of(word_, FontRole::number, number.size));
        // Links of contents look like text.
        write({"character", style_id::link, "Hyperlink", {}, {}, false, {}, {}});
    }

    XmlWriter& xml_;
    const BookletTemplate& pages_;
    const WordTemplate& word_;
};

}  // namespace

void write_styles(std::string& part, const BookletTemplate& pages, const WordTemplate& word) {
    XmlWriter xml(part);
    StyleWriter(xml, pages, word).run();
}

void write_settings(std::string& part, const BookletTemplate& pages, const WordTemplate& word) {
    XmlWriter xml(part);
    const OpenElement root(xml, "w:settings", {{"xmlns:w", word_namespace}});
    if (pages.pages.page.duplex) xml.empty("w:mirrorMargins");
    xml.empty("w:defaultTabStop", {{"w:val", "420"}});
    xml.empty("w:evenAndOddHeaders");
    xml.empty("w:characterSpacingControl", {{"w:val", "compressPunctuation"}});
    {
        const OpenElement compatibility(xml, "w:compat");
        // A line that a break ends is not stretched to the width of the cell.
        xml.empty("w:doNotExpandShiftReturn");
        // Else Word opens the document in its compatibility mode.
        xml.empty("w:compatSetting", {{"w:name", "compatibilityMode"},
                                      {"w:uri", "http://schemas.microsoft.com/office/word"},
                                      {"w:val", "15"}});
    }
    xml.empty("w:themeFontLang", {{"w:val", "en-US"}, {"w:eastAsia", word.language}});
}

void write_font_table(std::string& part, const WordTemplate& word) {
    XmlWriter xml(part);
    const OpenElement root(xml, "w:fonts", {{"xmlns:w", word_namespace}});
    std::set<std::string> written;
    for (const FontName& font : word.fonts) {
        if (!written.insert(font.name).second) continue;
        const OpenElement element(xml, "w:font", {{"w:name", font.name}});
        if (font.alternative != font.name) {
            xml.empty("w:altName", {{"w:val", font.alternative}});
        }
        xml.empty("w:charset", {{"w:val", "86"}});  // GB 2312
        xml.empty("w:family", {{"w:val", "auto"}});
        xml.empty("w:pitch", {{"w:val", "default"}});
    }
}

}  // namespace dutylist::word
