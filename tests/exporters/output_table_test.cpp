// The table of outputs, exporters/registry.cpp: what every row promises.
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/job_error.h"
#include "pipeline/registry.h"
#include "pipeline/run.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/files.h"
#include "tests/support/output_inputs.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

class OutputTable : public testing::Test {
protected:
    template <typename Use>
    void with_input(const Exporter& exporter, Use use) {
        inputs_.with_input(exporter, use);
    }

    const test::OutputInputs inputs_{};
    Diagnostics diagnostics_;
};

TEST_F(OutputTable, NamesEachFileOfASubjectOnce) {
    std::set<std::pair<Subject, std::string_view>> suffixes;
    for (const Exporter& exporter : exporter_table()) {
        EXPECT_TRUE(exporter.suffix.starts_with('.')) << test::named(exporter);
        EXPECT_FALSE(exporter.chinese.empty() || exporter.english.empty()) << test::named(exporter);
        EXPECT_TRUE(suffixes.emplace(exporter.subject, exporter.suffix).second)
            << test::named(exporter);
    }
}

// --to writes them together, so they are written by default together or not at all.
TEST_F(OutputTable, RowsOfATargetStandTogetherAndHaveOneDefault) {
    std::map<std::pair<Subject, std::string_view>, const Exporter*> last;
    for (const Exporter& exporter : exporter_table()) {
        const Exporter*& before = last[{exporter.subject, exporter.target}];
        if (before) {
            EXPECT_EQ(before + 1, &exporter) << test::named(exporter);
            EXPECT_EQ(before->by_default, exporter.by_default) << test::named(exporter);
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
            EXPECT_TRUE(document || as_archived) << test::named(exporter);
            EXPECT_EQ(as_archived, exporter.target == "xml") << test::named(exporter);
        } else {
            EXPECT_EQ(document, of_documents.contains(exporter.subject)) << test::named(exporter);
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
            EXPECT_FALSE(memory.bytes.empty()) << test::named(exporter);
            EXPECT_EQ(test::read_file(file.file), memory.bytes) << test::named(exporter);
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
                    << test::named(exporter);
            }
            if (!functions.verify) return;
            EXPECT_NO_THROW(functions.verify(input, MemoryBytes("s", whole)))
                << test::named(exporter);
            EXPECT_THROW(functions.verify(input, MemoryBytes("s", "")), JobError)
                << test::named(exporter);
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
