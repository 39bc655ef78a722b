#include "cli/convert_options.h"

#include <gtest/gtest.h>

#include "tests/support/parsed_line.h"

namespace dutylist::cli {
namespace {

ConvertOptions read(const std::vector<std::string>& words) {
    const test::ParsedLine line(words);
    return convert_options(line.invocation());
}

std::string refusal(const std::vector<std::string>& words) {
    return test::refusal_of(words, convert_options);
}

std::vector<std::string> suffixes(const OutputOptions& outputs) {
    std::vector<std::string> list;
    for (const Exporter* exporter : outputs.exporters) list.emplace_back(exporter->suffix);
    return list;
}

TEST(ConvertOptions, HaveDefaultsForWhatIsNotGiven) {
    const ConvertOptions options = read({"convert", "a.txt", "b.docx"});
    EXPECT_EQ(options.common.inputs, (std::vector<std::string>{"a.txt", "b.docx"}));
    EXPECT_EQ(options.common.template_name, "official");
    EXPECT_FALSE(options.common.month || options.common.office || options.common.as_one);
    EXPECT_EQ(options.outputs.folder(), ".");
    EXPECT_FALSE(options.only || options.per_department);
    EXPECT_GE(options.threads, 1u);
    for (const Exporter& exporter : exporter_table()) {
        if (exporter.subject != Subject::document) continue;
        const auto& wanted = options.outputs.exporters;
        const bool is_wanted = std::find(wanted.begin(), wanted.end(), &exporter) != wanted.end();
        EXPECT_EQ(is_wanted, exporter.by_default) << exporter.suffix;
    }
}

TEST(ConvertOptions, AreValuesAndNoTexts) {
    const ConvertOptions options =
        read({"convert", "-", "--month", "2025年7月", "--unit", "云川县/新禾乡", "--from", "csv",
              "--office", "ours.xml", "-j", "3", "-o", "out", "--to", "xml,statistics"});
    EXPECT_EQ(options.common.month->iso(), "2025-07");
    EXPECT_EQ(options.common.unit, "云川县/新禾乡");
    EXPECT_EQ(options.common.import_format, "csv");
    EXPECT_EQ(options.common.office, "ours.xml");
    EXPECT_EQ(options.threads, 3u);
    EXPECT_EQ(options.outputs.folder(), "out");
    EXPECT_EQ(suffixes(options.outputs),
              (std::vector<std::string>{".xml", ".statistics.json", ".statistics.xlsx",
                                        ".categories.csv", ".departments.csv"}));
}

TEST(ConvertOptions, OfPartsAreRowsOfParts) {
    const ConvertOptions options = read({"convert", "a.txt", "--only", "category=党的建设"});
    EXPECT_EQ(options.only, (Part{Part::Kind::category, "党的建设"}));
    for (const Exporter* exporter : options.outputs.exporters)
        EXPECT_EQ(exporter->subject, Subject::part);
    EXPECT_TRUE(read({"convert", "a.txt", "--per", "department"}).per_department);
}

TEST(ConvertOptions, WriteAnImposedBookletBesideTheOthers) {
    EXPECT_EQ(suffixes(read({"convert", "a.txt", "--to", "xml", "--impose", "saddle"}).outputs),
              (std::vector<std::string>{".xml", ".saddle.pdf"}));
}

TEST(ConvertOptions, SayWhatAnOptionTakes) {
    EXPECT_EQ(refusal({"convert", "a.txt", "--jobs", "0"}), "The option --jobs takes N (1-256).");
    EXPECT_EQ(refusal({"convert", "a.txt", "--jobs", "257"}), "The option --jobs takes N (1-256).");
    EXPECT_EQ(refusal({"convert", "a.txt", "--jobs", "2x"}), "The option --jobs takes N (1-256).");
    EXPECT_EQ(refusal({"convert", "a.txt", "--month", "July"}),
              "The option --month takes YYYY-MM.");
    EXPECT_EQ(refusal({"convert", "a.txt", "--impose", "4up"}),
              "The option --impose takes saddle|2up.");
    EXPECT_EQ(refusal({"convert", "a.txt", "--per", "list"}), "The option --per takes department.");
    EXPECT_EQ(refusal({"convert", "a.txt", "--as-one", "a/b"}), "The option --as-one takes NAME.");
    EXPECT_EQ(refusal({"convert", "a.txt", "--only", "list=all"}).substr(0, 44),
              "The extract “list=all” is not understood");
}

}  // namespace
}  // namespace dutylist::cli
