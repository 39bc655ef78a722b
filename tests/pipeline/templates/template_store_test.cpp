#include "pipeline/templates/template_store.h"

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/files.h"
#include "tests/support/temporary_folder.h"

namespace dutylist {
namespace {

TEST(TemplateStore, HoldsTheOfficialTemplate) {
    EXPECT_EQ(TemplateStore().xml("template.xml").root().attribute("name"), "official");
}

TEST(TemplateStore, OverlaysTheBuiltInFilesOneByOne) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "template.xml", "<template name='ours'/>");
    const TemplateStore store(folder.path().string());
    EXPECT_EQ(store.xml("template.xml").root().attribute("name"), "ours");
    EXPECT_FALSE(store.read("columns.xml").empty());
}

TEST(TemplateStore, NamesTheFileAndLineOfAMistake) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "template.xml", "<template>\n<a></template>");
    try {
        TemplateStore(folder.path().string()).xml("template.xml");
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().place.file, (folder / "template.xml").string());
        EXPECT_EQ(error.diagnostic().place.line, 2u);
    }
}

TEST(TemplateStore, RefusesAFileThatNoTemplateHas) {
    try {
        TemplateStore().read("nosuch.xml");
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::template_file_missing);
    }
}

TEST(TemplateStore, SaysWhichTemplatesThereAre) {
    try {
        const TemplateStore templates("nix");
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::template_not_found);
        EXPECT_NE(error.diagnostic().message(Language::english).find("official"),
                  std::string::npos);
    }
}

TEST(TemplateStore, AFolderWithoutAnyTemplateFileIsRefused) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "booklets.xml", "<booklet/>");
    try {
        const TemplateStore store(folder.path().string());
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::template_folder_empty);
        EXPECT_NE(error.diagnostic().message(Language::english).find("booklet.xml"),
                  std::string::npos);
    }
}

TEST(TemplateStore, KnowsWhichFilesOfAFolderNoTemplateHas) {
    const test::TemporaryFolder folder;
    test::write_file(folder / "template.xml", "<template/>");
    test::write_file(folder / "booklets.xml", "<booklet/>");
    test::write_file(folder / "notes.txt", "");
    EXPECT_EQ(TemplateStore(folder.path().string()).unknown_files(),
              std::vector<std::string>{(folder / "booklets.xml").string()});
}

TEST(Placeholders, UnknownOnesInATemplateAreAMistakeWithItsLine) {
    const XmlDocument document("<a>\n<b t='{unit}' u='{unt}' v='{unit'/></a>", "x.xml");
    const XmlElement element = document.root().child("b");
    EXPECT_EQ(checked_pattern(element, "t", {"unit"}), "{unit}");
    for (const char* attribute : {"u", "v"}) {
        try {
            checked_pattern(element, attribute, {"unit", "title"});
            FAIL();
        } catch (const JobError& error) {
            EXPECT_EQ(error.diagnostic().code, Code::xml_bad_value);
            EXPECT_EQ(error.diagnostic().place.line, 2u);
            EXPECT_NE(error.diagnostic().message(Language::english).find("{unit} {title}"),
                      std::string::npos);
        }
    }
}

TEST(Placeholders, AreFilledAndUnknownOnesReported) {
    std::vector<std::string> unknown;
    EXPECT_EQ(fill_placeholders("{unit}的{x}", {{"unit", "某乡"}}, &unknown), "某乡的{x}");
    EXPECT_EQ(unknown, std::vector<std::string>{"x"});
}

}  // namespace
}  // namespace dutylist
