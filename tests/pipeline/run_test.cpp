#include "pipeline/run.h"

#include <new>
#include <stdexcept>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

using test::TemporaryFolder;

// Runs a job whose importer and exporter do as the test says.
class RunJob : public ::testing::Test {
protected:
    static inline void (*while_reading)() = nullptr;
    static inline void (*while_writing)() = nullptr;

    JobResult run() {
        test::write_file(folder_ / "list.txt", "甲");
        const Importer importer{
            "text",
            "文本",
            "text",
            ".txt",
            [](const SourceBytes&) { return Confidence::certain; },
            [](SourceBytes source, const ImportSettings&, Diagnostics&) -> Imported {
                if (while_reading) while_reading();
                Document document;
                document.source_file = source.name;
                return document;
            }};
        const Exporter exporter{
            Subject::document,
            "one",
            ".one",
            "一",
            "one",
            true,
            OutputFunctions<ExportInput>{[](const ExportInput&, Sink& sink, Diagnostics&) {
                sink.write("new");
                if (while_writing) while_writing();
            }}};
        const Registry registry{{&importer, 1}, {&exporter, 1}};
        const TemplateStore templates;
        const Office office;
        Job job;
        job.inputs = {folder_ / "list.txt"};
        job.stem = "list";
        job.output_folder = folder_.path();
        job.exporters = {&exporter};
        return run_job(job, {registry, templates, office});
    }

    void TearDown() override { while_reading = while_writing = nullptr; }

    TemporaryFolder folder_;
};

TEST_F(RunJob, WritesWhatTheExporterMakes) {
    EXPECT_TRUE(run().complete);
    EXPECT_EQ(test::read_file(folder_ / "list.one"), "new");
}

TEST_F(RunJob, TellsThatMemoryRanOutWhileReading) {
    while_reading = [] { throw std::bad_alloc(); };
    const JobResult result = run();
    EXPECT_FALSE(result.complete);
    EXPECT_EQ(result.diagnostics.count(Code::out_of_memory), 1u);
}

TEST_F(RunJob, KeepsTheOldFileWhenMemoryRunsOutWhileWriting) {
    test::write_file(folder_ / "list.one", "old");
    while_writing = [] { throw std::bad_alloc(); };
    const JobResult result = run();
    EXPECT_FALSE(result.complete);
    EXPECT_EQ(result.diagnostics.count(Code::out_of_memory), 1u);
    EXPECT_EQ(test::read_file(folder_ / "list.one"), "old");
}

TEST_F(RunJob, TellsOfAnythingElseThatIsThrown) {
    while_reading = [] { throw std::logic_error("broken"); };
    const JobResult result = run();
    ASSERT_EQ(result.diagnostics.count(Code::internal_failure), 1u);
    EXPECT_EQ(result.diagnostics.entries().back().arguments, std::vector<Argument>{"broken"});
}

}  // namespace
}  // namespace dutylist
