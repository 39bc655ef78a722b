#pragma once

#include <array>
#include <string>
#include <vector>

#include "exporters/proof/proofed_document.h"
#include "pipeline/templates/template_store.h"

namespace dutylist::proof {

// proof.xml of a template.
struct ProofTemplate {
    struct Strings {
        std::string title, subtitle, summary, nothing, whole_document, suggestion, removal, item,
            back;
    } strings;
    struct Mark {
        std::uint32_t background = 0;  // 0xRRGGBB
        std::uint32_t color = 0;
    };
    std::array<Mark, 3> marks;  // by Severity
    struct Page {               // mm and pt
        double width = 0, height = 0, margin_top = 0, margin_bottom = 0, margin_left = 0,
               margin_right = 0;
        double title_size = 0, head_size = 0, text_size = 0, note_size = 0, leading = 0;
        std::string number;
    } page;
    struct Column {
        std::string id, head;
        std::uint32_t width = 0;  // pixels
    };
    struct Sheet {
        std::string name, text_sheet, font, head_font, footer;
        double title_size = 0, size = 0, row_line = 0;
        std::vector<Column> columns, text_columns;
    } sheet;

    const Mark& mark(Severity severity) const { return marks[static_cast<std::size_t>(severity)]; }
};

// Throws JobError with file and line for anything wrong.
ProofTemplate read_proof_template(const TemplateStore& templates);

// The heading lines of a document's proof.
std::string subtitle_of(const ProofTemplate& settings, const Document& document);
std::string summary_of(const ProofTemplate& settings, const std::vector<check::Finding>& findings);

}  // namespace dutylist::proof
