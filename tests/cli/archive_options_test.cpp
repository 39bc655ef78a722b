#include "cli/archive_options.h"

#include <gtest/gtest.h>

#include "tests/support/parsed_line.h"

namespace dutylist::cli {
namespace {

ArchiveOptions read(const std::vector<std::string>& words) {
    const test::ParsedLine line(words);
    return archive_options(line.invocation());
}

std::string refusal(const std::vector<std::string>& words) {
    return test::refusal_of(words, archive_options);
}

TEST(ArchiveOptions, OfAddAreInputsAndHowTheyAreRead) {
    const ArchiveOptions options =
        read({"archive", "add", "a.txt", "b.txt", "--month", "2025-07", "--replace"});
    EXPECT_EQ(options.action, ArchiveAction::add);
    EXPECT_EQ(options.common.inputs, (std::vector<std::string>{"a.txt", "b.txt"}));
    EXPECT_EQ(options.common.month->iso(), "2025-07");
    EXPECT_TRUE(options.replace);
    EXPECT_EQ(options.archive, "dutylist.db");
}

TEST(ArchiveOptions, OfOtherActionsSayWhichDocuments) {
    const ArchiveOptions options =
        read({"archive", "show", "--unit", "新禾乡", "--county", "云川县", "--month", "2025/7",
              "--revision", "2", "--history", "--archive", "other.db"});
    EXPECT_EQ(options.action, ArchiveAction::show);
    EXPECT_EQ(options.filter.unit, "新禾乡");
    EXPECT_EQ(options.filter.county, "云川县");
    EXPECT_EQ(options.filter.month, "2025-07");
    EXPECT_EQ(options.filter.version, 2);
    EXPECT_TRUE(options.filter.history);
    EXPECT_EQ(options.archive, "other.db");
}

TEST(ArchiveOptions, OfExportAreOutputsOfAnArchivedList) {
    const ArchiveOptions options = read({"archive", "export", "--to", "pdf,xml", "-o", "out"});
    ASSERT_EQ(options.outputs.exporters.size(), 2u);
    for (const Exporter* exporter : options.outputs.exporters)
        EXPECT_EQ(exporter->subject, Subject::archived);
    EXPECT_EQ(read({"archive", "export"}).outputs.exporters.front()->target, "xml");
}

TEST(ArchiveOptions, OfDepartmentAreOneOrEveryDepartmentAMonthAndOutputsOfAList) {
    const ArchiveOptions one = read({"archive", "department", "县公安局", "--month", "2025-07"});
    EXPECT_EQ(one.action, ArchiveAction::department);
    EXPECT_EQ(one.department, "县公安局");
    EXPECT_EQ(one.month.iso(), "2025-07");
    EXPECT_TRUE(one.common.inputs.empty());
    for (const Exporter* exporter : one.outputs.exporters)
        EXPECT_EQ(exporter->subject, Subject::document);
    const ArchiveOptions all = read({"archive", "department", "--all", "--month", "2025-07",
                                     "--county", "云川县", "--to", "json"});
    EXPECT_FALSE(all.department);
    EXPECT_EQ(all.filter.county, "云川县");
    const std::string one_of_both =
        "archive department takes the name of a department, or --all for those of every "
        "department; give one of them.";
    EXPECT_EQ(refusal({"archive", "department", "--month", "2025-07"}), one_of_both);
    EXPECT_EQ(refusal({"archive", "department", "县公安局", "--all", "--month", "2025-07"}),
              one_of_both);
    EXPECT_EQ(refusal({"archive", "department", "县公安局"}),
              "The command archive department needs --month YYYY-MM; see dutylist archive "
              "department --help.");
}

TEST(ArchiveOptions, RefuseThoseOfAnotherAction) {
    EXPECT_EQ(refusal({"archive", "list", "--replace"}),
              "The command archive list has no option “--replace”. dutylist archive list --help "
              "lists them.");
    EXPECT_EQ(refusal({"archive", "remove", "--unit", "新禾乡", "--to", "xml"}),
              "The command archive remove has no option “--to”. dutylist archive remove --help "
              "lists them.");
    EXPECT_EQ(refusal({"archive", "export", "--to", "xml"}), "");
}

TEST(ArchiveOptions, RefuseWhatAnActionDoesNotTakeOrLacks) {
    EXPECT_EQ(refusal({"archive", "lst"}),
              "archive has no action “lst”. Did you mean “list”? Use add, list, show, export, "
              "department, remove or verify.");
    EXPECT_EQ(refusal({"archive", "add"}),
              "The command archive add needs INPUT...; see dutylist archive add --help.");
    EXPECT_EQ(refusal({"archive", "list", "a.txt"}),
              "The command archive list takes at most 0 arguments; see dutylist archive list "
              "--help.");
    EXPECT_EQ(refusal({"archive", "remove"}),
              "The command archive remove needs --unit UNIT; see dutylist archive remove --help.");
    EXPECT_EQ(refusal({"archive", "list", "--month", "2025年"}),
              "The option --month takes YYYY-MM.");
    EXPECT_EQ(refusal({"archive", "show", "--revision", "0"}), "The option --revision takes N.");
}

}  // namespace
}  // namespace dutylist::cli
