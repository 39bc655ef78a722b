#include "exporters/proof/proof_pdf.h"

#include <algorithm>

#include "exporters/pdf/pdf_writer.h"
#include "exporters/proof/proof_pages.h"
#include "exporters/proof/sentence.h"
#include "pipeline/check/rule.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/timestamp.h"

namespace dutylist::proof {
namespace {

using namespace typeset;

Color color_from(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value)};
}

class ProofSetter {
public:
    ProofSetter(const ProofedDocument& proofed, const ProofTemplate& settings, ProofPages& pages)
        : proofed_(proofed), settings_(settings), pages_(pages) {}

    void set() {
        const ProofTemplate::Page& page = settings_.page;
        pages_.add_paragraph(
            subtitle_of(settings_, proofed_.document),
            {FontRole::body, page.text_size, {}, StructureRole::paragraph, page.text_size / 2});
        pages_.add_paragraph(summary_of(settings_, std::span(&proofed_, 1)),
                             {FontRole::body, page.text_size});
        check::Place last{check::nowhere - 1, 0, 0};
        for (const check::Finding& finding : proofed_.findings) {
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
        pages_.add_paragraph(
            words, {FontRole::heading, size, {}, StructureRole::heading1, size, 0, size * 4});
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
        const double indent = page.text_size;
        if (!text.empty()) {
            pages_.add_paragraph(text,
                                 {FontRole::body,
                                  page.text_size,
                                  {},
                                  StructureRole::paragraph,
                                  page.text_size * 0.6,
                                  indent,
                                  page.text_size * 2},
                                 ProofPages::Highlight{begin, end, color_from(mark.background)});
        }
        std::string note = std::string(dutylist::name_of(finding.severity, language_)) + "　" +
                           check::message_of(finding, language_);
        if (finding.suggestion)
            note += "　" + fill_placeholders(settings_.strings.suggestion,
                                             {{"text", suggestion_of(settings_, finding)}});
        pages_.add_paragraph(note, {FontRole::body, page.note_size, color_from(mark.color),
                                    StructureRole::paragraph, 0, indent});
        const check::Rule* rule = check::find_rule(finding.rule);
        std::string basis =
            place_of(proofed_.document, finding) + "　" + std::string(id_of(finding.rule));
        if (rule) basis += "　" + basis_of(*rule, language_);
        pages_.add_paragraph(basis, {FontRole::body, page.note_size, color_from(page.note_color),
                                     StructureRole::paragraph, 0, indent});
    }

    const ProofedDocument& proofed_;
    const ProofTemplate& settings_;
    ProofPages& pages_;
    const Language language_ = settings_.language;
};

}  // namespace

std::string make_proof_pdf(std::span<const ProofedDocument> documents,
                           const ProofTemplate& settings, const TemplateStore& templates,
                           const std::filesystem::path& font_folder) {
    FontSet fonts(templates, font_folder);
    Shaper shaper(fonts);
    ProofPages pages(settings, shaper,
                     settings.strings.title + " " + subtitle_of(settings, documents),
                     timestamp_of(documents.front().document.period));
    pages.add_paragraph(settings.strings.title,
                        {FontRole::title, settings.page.title_size, {}, StructureRole::title});
    for (const ProofedDocument& proofed : documents) ProofSetter(proofed, settings, pages).set();
    return pdf::make_pdf(pages.take(), {});
}

}  // namespace dutylist::proof
