// The table of outputs, exporters/registry.cpp: what every row promises.
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "exporters/comparison/comparison_text.h"
#include "pipeline/check/proofread.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/export_inputs.h"
#include "pipeline/registry.h"
#include "pipeline/run.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/document_generator.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

// One input for every kind of row, made from a small random document.
class OutputTable : public testing::Test {
protected:
    // Calls `use` with the input that the row is made from.
    template <typename Use>
    void with_input(const Exporter& exporter, Use use) {
        if (std::holds_alternative<OutputFunctions<ExportInput>>(exporter.functions)) {
            ExportInput input{document_, statistics_, office_, templates_, "s", 1, {}, {}};
            if (exporter.subject == Subject::part) input.part = Part{Part::Kind::list, kind_};
            use(input);
        } else if (std::holds_alternative<OutputFunctions<ComparisonInput>>(exporter.functions)) {
            use(ComparisonInput{document_, document_, comparison_, labels_, none_,
                                Language::chinese});
        } else if (std::holds_alternative<OutputFunctions<ReportInput>>(exporter.functions)) {
            use(ReportInput{report_, labels_, templates_, {}});
        } else if (std::holds_alternative<OutputFunctions<FindingsInput>>(exporter.functions)) {
            use(FindingsInput{std::span(&proofed_, 1), templates_, none_, Language::chinese, {}});
        } else if (std::holds_alternative<OutputFunctions<CorrectionInput>>(exporter.functions)) {
            use(CorrectionInput{document_, fixed_});
        } else {
            use(ArchivedInput{"<document/>\n"});
        }
    }

    // A list that has items, as the part of the document.
    static std::string kind_of_some_list(const Document& document) {
        for (const DutyList& list : document.lists) {
            if (!list.items.empty()) return std::string(to_string(list.kind));
        }
        return {};
    }

    static std::string named(const Exporter& exporter) {
        return std::string(to_string(exporter.subject)) + std::string(exporter.suffix);
    }

    const TemplateStore templates_;
    const Office office_;
    const Diagnostics none_;
    Diagnostics diagnostics_;
    const Document document_ = test::generate_document(1);
    const std::string kind_ = kind_of_some_list(document_);
    const Statistics statistics_ = compute_statistics(document_, office_.departments);
    const ReportTemplate labels_{templates_};
    const Comparison comparison_ = compare(document_, document_, {}, diagnostics_);
    const Report report_ = comparison_report(document_, document_, comparison_, labels_);
    const check::ProofedDocument proofed_{document_, check::proofread(document_, office_)};
    const check::Fixed fixed_ = check::apply_fixes(document_, proofed_.findings, office_);
};

TEST_F(OutputTable, NamesEachFileOfASubjectOnce) {
    std::set<std::pair<Subject, std::string_view>> suffixes;
    for (const Exporter& exporter : exporter_table()) {
        EXPECT_TRUE(exporter.suffix.starts_with('.')) << named(exporter);
        EXPECT_FALSE(exporter.chinese.empty() || exporter.english.empty()) << named(exporter);
        EXPECT_TRUE(suffixes.emplace(exporter.subject, exporter.suffix).second) << named(exporter);
    }
}

// --to writes them together, so they are written by default together or not at all.
TEST_F(OutputTable, RowsOfATargetStandTogetherAndHaveOneDefault) {
    std::map<std::pair<Subject, std::string_view>, const Exporter*> last;
    for (const Exporter& exporter : exporter_table()) {
        const Exporter*& before = last[{exporter.subject, exporter.target}];
        if (before) {
            EXPECT_EQ(before + 1, &exporter) << named(exporter);
            EXPECT_EQ(before->by_default, exporter.by_default) << named(exporter);
        }
        before = &exporter;
    }
}

TEST_F(OutputTable, EveryRowIsMadeFromWhatItsSubjectIs) {
    for (const Exporter& exporter : exporter_table()) {
        const bool document =
            std::holds_alternative<OutputFunctions<ExportInput>>(exporter.functions);
        const bool as_archived =
            std::holds_alternative<OutputFunctions<ArchivedInput>>(exporter.functions);
        const std::set<Subject> of_documents{Subject::document, Subject::part, Subject::statistics};
        if (exporter.subject == Subject::archived) {
            EXPECT_TRUE(document || as_archived) << named(exporter);
            EXPECT_EQ(as_archived, exporter.target == "xml") << named(exporter);
        } else {
            EXPECT_EQ(document, of_documents.contains(exporter.subject)) << named(exporter);
        }
    }
}

TEST_F(OutputTable, EveryRowGivesMemoryTheBytesOfTheFile) {
    const test::TemporaryFolder folder;
    for (const Exporter& exporter : exporter_table()) {
        with_input(exporter, [&](const auto& input) {
            const WrittenOutput file =
                write_output(exporter, input, "s", folder.path(), diagnostics_);
            const WrittenOutput memory =
                write_output(exporter, input, "s", std::nullopt, diagnostics_);
            EXPECT_EQ(memory.file, "s" + std::string(exporter.suffix));
            EXPECT_FALSE(memory.bytes.empty()) << named(exporter);
            EXPECT_EQ(test::read_file(file.file), memory.bytes) << named(exporter);
            std::filesystem::remove(file.file);
        });
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

// What stands in the sink's place is not what was written: cut, longer, or one bit turned.
TEST_F(OutputTable, NoRowIsVerifiedWithOtherBytes) {
    for (const Exporter& exporter : exporter_table()) {
        with_input(exporter, [&](const auto& input) {
            using Input = std::remove_cvref_t<decltype(input)>;
            const auto& functions = std::get<OutputFunctions<Input>>(exporter.functions);
            MemorySink sink("s");
            functions.write(input, sink, diagnostics_);
            const std::string whole = sink.bytes();
            std::string turned = whole;
            turned[whole.size() / 2] = static_cast<char>(turned[whole.size() / 2] ^ 1);
            for (const std::string& other :
                 {whole.substr(0, whole.size() - 1), whole + "\n", turned, std::string()}) {
                EXPECT_THROW(require_same_bytes(sink, MemoryBytes("s", other)), JobError)
                    << named(exporter);
            }
            if (!functions.verify) return;
            EXPECT_NO_THROW(functions.verify(input, MemoryBytes("s", whole))) << named(exporter);
            EXPECT_THROW(functions.verify(input, MemoryBytes("s", "")), JobError)
                << named(exporter);
        });
    }
}

// Whatever is made of a list can be made of one in the archive, under the same names.
TEST_F(OutputTable, EveryOutputOfADocumentIsOneOfAnArchivedList) {
    const auto files_of = [](Subject subject) {
        std::vector<std::pair<std::string_view, std::string_view>> files;
        for (const Exporter& exporter : exporter_table()) {
            if (exporter.subject == subject) files.emplace_back(exporter.target, exporter.suffix);
        }
        return files;
    };
    EXPECT_EQ(files_of(Subject::archived), files_of(Subject::document));
}

// As a program that uses the library does: bytes in, bytes out, no file by any name.
TEST(ConversionInMemory, GivesTheOutputsOfAListAsBytes) {
    Job job;
    job.inputs = {"-"};
    job.standard_input = std::make_shared<SourceBytes>(SourceBytes{
        "list.csv",
        "序号,类别,事项名称\n1,党的建设,加强基层党组织建设。\n2,平安法治,调解纠纷。\n"});
    job.stem = "list";
    for (const Exporter& exporter : exporter_table()) {
        if (exporter.subject == Subject::document && exporter.by_default)
            job.exporters.push_back(&exporter);
    }
    const Registry registry{importer_table(), exporter_table()};
    const TemplateStore templates;
    const Office office;
    const JobResult result = run_job(job, {registry, templates, office});
    EXPECT_TRUE(result.complete);
    std::map<std::string, std::string> outputs;
    for (const WrittenOutput& output : result.written) outputs[output.file.string()] = output.bytes;
    EXPECT_EQ(outputs.size(), job.exporters.size());
    EXPECT_NE(outputs["list.xml"].find("加强基层党组织建设"), std::string::npos);
    EXPECT_TRUE(outputs["list.pdf"].starts_with("%PDF-"));
    EXPECT_TRUE(outputs["list.xlsx"].starts_with("PK"));
    EXPECT_FALSE(std::filesystem::exists("list.xml"));
}

}  // namespace
}  // namespace dutylist
