#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "exporters/paged/page_style.h"
#include "exporters/proof/proofed_document.h"
#include "exporters/sheet_layout/sheet_style.h"
#include "pipeline/check/rule.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::proof {

// proof.xml of a template, over what pages.xml says.
struct ProofTemplate {
    struct Strings {
        std::string title, subtitle, several, summary, nothing, whole_document, suggestion, removal,
            footer;
    } strings;
    Language language = Language::chinese;  // of the messages and rules on the sheet
    struct Mark {
        std::uint32_t background = 0;  // 0xRRGGBB
        std::uint32_t color = 0;
    };
    std::array<Mark, 3> marks;  // by Severity
    paged::PageStyle pages;     // pages.xml, with the paper that proof.xml wishes
    struct Page {               // mm and pt
        double margin_top = 0, margin_bottom = 0, margin_left = 0, margin_right = 0;
        double title_size = 0, head_size = 0, text_size = 0, note_size = 0, leading = 0;
        // In em of what they stand above, beside or below.
        double subtitle_above = 0, head_above = 0, head_keep = 0, quote_above = 0, quote_keep = 0;
        double indent = 0;
        std::uint32_t note_color = 0;
        std::string number;  // with {number}
    } page;
    struct Column {
        std::string id, head;
        std::uint32_t width = 0;  // pixels
    };
    struct Sheet {
        std::string name, text_sheet, font, head_font;
        double title_size = 0, size = 0, row_line = 0, padding = 0;
        double title_height = 0, summary_height = 0, head_height = 0;  // em
        SheetStyle style;  // sheets.xml, with the margins that proof.xml wishes
        std::uint32_t head_background = 0, link_color = 0;
        std::vector<Column> columns, text_columns;
    } sheet;
    std::string web;  // the style sheet of the web page

    const Mark& mark(Severity severity) const { return marks[static_cast<std::size_t>(severity)]; }
};

// Throws JobError with file and line for anything wrong.
ProofTemplate read_proof_template(const TemplateStore& templates);

// The heading lines of a proof. No name of a file has its folder, so that the same list gives the
// same bytes wherever it lies.
std::string subtitle_of(const ProofTemplate& settings, const Document& document);
std::string subtitle_of(const ProofTemplate& settings, std::span<const ProofedDocument> documents);
std::string summary_of(const ProofTemplate& settings, std::span<const ProofedDocument> documents);

// What would be right in the place of a finding, as the sheet says it; empty if that is not known.
std::string suggestion_of(const ProofTemplate& settings, const check::Finding& finding);
// Where a finding stands in its source, without the folder.
std::string place_of(const Document& document, const check::Finding& finding);
// What a rule rests on: 国标 GB/T 15834-2011 4.5.
std::string basis_of(const check::Rule& rule, Language language);

}  // namespace dutylist::proof
