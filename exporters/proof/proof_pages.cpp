#include "exporters/proof/proof_pages.h"

#include <algorithm>

#include "exporters/paged/text_flow.h"
#include "exporters/proof/sentence.h"
#include "exporters/typeset/font_diagnostics.h"
#include "pipeline/check/rule.h"
#include "pipeline/check/told_findings.h"
#include "pipeline/timestamp.h"

namespace dutylist::proof {
namespace {

using namespace typeset;
using paged::TextFlow;

class ProofSetter {
public:
    ProofSetter(const ProofedDocument& proofed, const ProofTemplate& settings, TextFlow& pages)
        : proofed_(proofed), settings_(settings), pages_(pages) {}

    void set() {
        const ProofTemplate::Page& page = settings_.page;
        TextFlow::Paragraph subtitle = paragraph(FontRole::body, page.text_size);
        subtitle.space_before = page.text_size * page.subtitle_above;
        pages_.add_paragraph(subtitle_of(settings_, proofed_.document), subtitle);
        pages_.add_paragraph(summary_of(settings_, std::span(&proofed_, 1)),
                             paragraph(FontRole::body, page.text_size));
        check::Place last{check::nowhere - 1, 0, 0};
        for (const check::Finding& finding : check::told_findings(proofed_.findings)) {
            if (finding.place.list != last.list || finding.place.item != last.item)
                set_heading(finding);
            last = finding.place;
            set_finding(finding);
        }
    }

private:
    void set_heading(const check::Finding& finding) {
        check::Finding whole = finding;
        whole.place.cell = check::nowhere;
        std::string words = item_words(proofed_.document, whole, language_);
        if (words.empty()) words = settings_.strings.whole_document;
        const double size = settings_.page.head_size;
        TextFlow::Paragraph heading = paragraph(FontRole::heading, size);
        heading.role = StructureRole::heading1;
        heading.space_before = size * settings_.page.head_above;
        heading.keep_below = size * settings_.page.head_keep;
        pages_.add_paragraph(words, heading);
    }

    void set_finding(const check::Finding& finding) {
        const ProofTemplate::Page& page = settings_.page;
        const ProofTemplate::Mark& mark = settings_.mark(finding.severity);
        check::Excerpt sentence = sentence_of(proofed_.document, finding);
        std::string text = (sentence.cut_before ? "…" : "") + sentence.before;
        std::replace(sentence.spot.begin(), sentence.spot.end(), '\n', ' ');
        const std::size_t begin = text.size();
        text += sentence.spot;
        const std::size_t end = text.size();
        text += sentence.after + (sentence.cut_after ? "…" : "");
        std::replace(text.begin(), text.end(), '\n', ' ');
        const double indent = page.text_size * page.indent;
        if (!text.empty()) {
            TextFlow::Paragraph quoted = paragraph(FontRole::body, page.text_size);
            quoted.space_before = page.text_size * page.quote_above;
            quoted.indent = indent;
            quoted.keep_below = page.text_size * page.quote_keep;
            pages_.add_paragraph(text, quoted,
                                 TextFlow::Highlight{begin, end, color_from(mark.background)});
        }
        std::string note = std::string(dutylist::name_of(finding.severity, language_)) + "　" +
                           check::message_of(finding, language_);
        if (finding.suggestion)
            note += "　" + fill_placeholders(settings_.strings.suggestion,
                                             {{"text", suggestion_of(settings_, finding)}});
        TextFlow::Paragraph small = paragraph(FontRole::body, page.note_size);
        small.color = color_from(mark.color);
        small.indent = indent;
        pages_.add_paragraph(note, small);
        const Code code = check::subject_of(finding);
        const check::Rule* rule = check::find_rule(code);
        std::string basis = place_of(proofed_.document, finding) + "　" + std::string(id_of(code));
        if (rule) basis += "　" + basis_of(*rule, language_);
        small.color = color_from(page.note_color);
        pages_.add_paragraph(basis, small);
    }

    TextFlow::Paragraph paragraph(FontRole font, double size) const {
        TextFlow::Paragraph style;
        style.font = font;
        style.size = size;
        style.leading = settings_.page.leading;
        return style;
    }

    const ProofedDocument& proofed_;
    const ProofTemplate& settings_;
    TextFlow& pages_;
    const Language language_ = settings_.language;
};

// The paper and the setting of lines of all paged outputs, with the sheet's own margins and its
// number in the middle below the text.
paged::PageStyle page_style(const ProofTemplate& settings) {
    using paged::pt_of_mm;
    const ProofTemplate::Page& own = settings.page;
    paged::PageStyle style = settings.pages;
    paged::PageGeometry& page = style.page;
    page.binding = own.margin_left * pt_of_mm;
    page.area_width = page.width - (own.margin_left + own.margin_right) * pt_of_mm;
    page.top = own.margin_top * pt_of_mm;
    const double bottom = page.height - own.margin_bottom * pt_of_mm;
    page.area_height = bottom - page.top;
    page.duplex = false;
    style.number.centered = true;
    style.number.size = own.note_size;
    style.number.distance = (page.height - bottom) / 2 - paged::dash_height * own.note_size;
    style.number.text = fill_placeholders(own.number, {{"number", "{page}"}});
    return style;
}

}  // namespace

PagedDocument make_proof_pages(std::span<const ProofedDocument> documents,
                               const ProofTemplate& settings, const TemplateStore& templates,
                               const std::filesystem::path& font_folder, Diagnostics& diagnostics) {
    FontSet fonts(templates, font_folder);
    typeset::tell_wishes(fonts, diagnostics);
    Shaper shaper(fonts);
    const paged::PageStyle style = page_style(settings);
    TextFlow flow(style, shaper);
    TextFlow::Paragraph title;
    title.font = FontRole::title;
    title.size = settings.page.title_size;
    title.leading = settings.page.leading;
    title.role = StructureRole::title;
    flow.add_paragraph(settings.strings.title, title);
    for (const ProofedDocument& proofed : documents) ProofSetter(proofed, settings, flow).set();
    typeset::tell_unreadable(fonts, diagnostics);
    PagedDocument document = flow.take();
    document.title = settings.strings.title + " " + subtitle_of(settings, documents);
    document.timestamp = timestamp_of(documents.front().document.period);
    document.fonts = fonts.faces();
    return document;
}

}  // namespace dutylist::proof
