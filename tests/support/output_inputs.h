#pragma once

#include <span>
#include <string>
#include <variant>

#include "exporters/comparison/comparison_text.h"
#include "pipeline/check/fix.h"
#include "pipeline/check/proofread.h"
#include "pipeline/compare/compare.h"
#include "pipeline/export_inputs.h"
#include "pipeline/registry.h"
#include "pipeline/report/report_template.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/document_generator.h"

namespace dutylist::test {

// Something to make every row of the table of outputs from: a generated document, its findings, a
// comparison and a report.
class OutputInputs {
public:
    explicit OutputInputs(TemplateStore templates = TemplateStore(),
                          Document document = generate_document(1))
        : templates_(std::move(templates)), document_(std::move(document)) {}

    // Calls `use` with the input that the row is made from.
    template <typename Use>
    void with_input(const Exporter& exporter, Use use) const {
        if (std::holds_alternative<OutputFunctions<ExportInput>>(exporter.functions)) {
            ExportInput input{document_, statistics_, office_, templates_, "s", 1, {}, {}};
            if (exporter.subject == Subject::part) input.part = Part{Part::Kind::list, kind_};
            use(input);
        } else if (std::holds_alternative<OutputFunctions<ComparisonInput>>(exporter.functions)) {
            use(ComparisonInput{document_, document_, comparison_, labels_, templates_, none_,
                                Language::chinese});
        } else if (std::holds_alternative<OutputFunctions<ReportInput>>(exporter.functions)) {
            use(ReportInput{report_, labels_, templates_, {}});
        } else if (std::holds_alternative<OutputFunctions<FindingsInput>>(exporter.functions)) {
            use(FindingsInput{std::span(&proofed_, 1), templates_, none_, Language::chinese, {}});
        } else if (std::holds_alternative<OutputFunctions<CorrectionInput>>(exporter.functions)) {
            use(CorrectionInput{document_, fixed_});
        } else if (std::holds_alternative<OutputFunctions<FormInput>>(exporter.functions)) {
            use(FormInput{all_list_kinds, false, office_, templates_, "s", 1});
        } else {
            use(ArchivedInput{"<document/>\n"});
        }
    }

    // The bytes that the row writes.
    std::string written(const Exporter& exporter) const {
        std::string bytes;
        with_input(exporter, [&](const auto& input) {
            using Input = std::remove_cvref_t<decltype(input)>;
            Diagnostics ignored;
            MemorySink sink("s");
            std::get<OutputFunctions<Input>>(exporter.functions).write(input, sink, ignored);
            bytes = sink.take_bytes();
        });
        return bytes;
    }

    Report& report() { return report_; }

private:
    // A list that has items, as the part of the document.
    static std::string kind_of_some_list(const Document& document) {
        for (const DutyList& list : document.lists) {
            if (!list.items.empty()) return std::string(to_string(list.kind));
        }
        return {};
    }

    const TemplateStore templates_{};
    const Office office_{};
    const Diagnostics none_{};
    Diagnostics diagnostics_;
    const Document document_;
    const std::string kind_ = kind_of_some_list(document_);
    const Statistics statistics_ = compute_statistics(document_, office_.departments);
    const ReportTemplate labels_{templates_};
    const Comparison comparison_ = compare(document_, document_, {}, diagnostics_);
    Report report_ = comparison_report(document_, document_, comparison_, labels_);
    const check::ProofedDocument proofed_{document_, check::proofread(document_, office_)};
    const check::Fixed fixed_ = check::apply_fixes(document_, proofed_.findings, office_);
};

// report.html, findings.check.pdf …
inline std::string named(const Exporter& exporter) {
    return std::string(to_string(exporter.subject)) + std::string(exporter.suffix);
}

}  // namespace dutylist::test
