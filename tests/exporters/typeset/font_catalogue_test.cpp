#include "exporters/typeset/font_catalogue.h"

#include <cerrno>
#include <fstream>

#include <gtest/gtest.h>

#include "exporters/typeset/font_roles.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "tests/support/fonts.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::typeset {
namespace {

using Folders = std::vector<std::filesystem::path>;

TEST(FontCatalogue, FindsAFamilyByTheFileNamesUnderWhichItIsShipped) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "sub");
    std::ofstream(folder.path() / "sub" / "SIMFANG.TTF") << "x";
    const FontCatalogue catalogue(Folders{folder.path()});
    const auto found = catalogue.find("仿宋");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->file.filename(), "SIMFANG.TTF");
    EXPECT_FALSE(catalogue.find("楷体"));
    EXPECT_FALSE(catalogue.find("No Such Family"));
}

TEST(FontCatalogue, TakesTheSimplifiedFaceOfNoto) {
    const FontCatalogue catalogue(Folders{"/usr/share/fonts"});
    const auto found = catalogue.find("Noto Serif CJK SC");
    if (!found) GTEST_SKIP() << "fonts-noto-cjk is not installed";
    EXPECT_EQ(found->index, 2u);
}

TEST(FontCatalogue, FindsAFontOfTheUsersFolderByTheNameInsideIt) {
    REQUIRE_FONT(test::wenkai);
    const test::TemporaryFolder folder;
    std::filesystem::copy_file(test::wenkai, folder.path() / "anything.ttf");
    const FontCatalogue catalogue(folder.path());
    const auto found = catalogue.find("霞鹜文楷");
    ASSERT_TRUE(found);
}

TEST(FontCatalogue, RefusesAFolderThatIsNotThere) {
    EXPECT_THROW(FontCatalogue(std::filesystem::path("/nonexistent")), JobError);
}

TEST(FontRoles, SaysWhichPackageIsMissingWhereNoChineseFontIsInstalled) {
    const test::TemporaryFolder empty;
    const TemplateStore templates;
    try {
        resolve_fonts(templates, FontCatalogue(Folders{empty.path()}));
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::font_none);
        EXPECT_NE(error.diagnostic().message(Language::english).find("fonts-noto-cjk"),
                  std::string::npos);
    }
}

TEST(FontCatalogue, TellsAFolderThatItCouldNotReadToItsEnd) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "a");
    // A link to itself fails to be followed, as a disk that cannot be read does.
    std::filesystem::create_directory_symlink("loop", folder.path() / "loop");
    const FontCatalogue readable(Folders{folder.path() / "a", folder.path() / "not there"});
    EXPECT_TRUE(readable.unread_folders().empty());
    const FontCatalogue catalogue(Folders{folder.path() / "loop"});
    ASSERT_EQ(catalogue.unread_folders().size(), 1u);
    EXPECT_EQ(catalogue.unread_folders()[0].error, ELOOP);
}

TEST(FontRoles, DoNotBlameAMissingPackageWhereAFolderCouldNotBeRead) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory_symlink("loop", folder.path() / "loop");
    const TemplateStore templates;
    try {
        resolve_fonts(templates, FontCatalogue(Folders{folder.path() / "loop"}));
        FAIL();
    } catch (const JobError& error) {
        EXPECT_EQ(error.diagnostic().code, Code::font_folder_unread);
        EXPECT_EQ(error.diagnostic().severity, Severity::error);
    }
}

TEST(FontRoles, TellsWhatEveryRoleResolvedTo) {
    REQUIRE_FONT(test::noto_serif);
    const TemplateStore templates;
    const auto roles = resolve_fonts(templates, FontCatalogue(Folders{"/usr/share/fonts"}));
    ASSERT_EQ(roles.size(), 5u);
    EXPECT_EQ(roles[0].role, FontRole::title);
    EXPECT_EQ(roles[0].wanted.front(), "方正小标宋_GBK");
    for (const ResolvedRole& role : roles) EXPECT_FALSE(role.files.empty());
}

TEST(FontRoles, FallsBackToAnyChineseFontForUnknownFamilies) {
    REQUIRE_FONT(test::noto_serif);
    const test::TemporaryFolder folder;
    std::ofstream file(folder.path() / "fonts.xml");
    file << "<fonts xmlns=\"urn:dutylist:template:1\">";
    for (FontRole role : all_font_roles) {
        file << "<role name=\"" << to_string(role) << "\"><family>没有的字体</family></role>";
    }
    file << "</fonts>";
    file.close();
    const TemplateStore templates(folder.path().string());
    const auto roles = resolve_fonts(templates, FontCatalogue(Folders{"/usr/share/fonts"}));
    EXPECT_TRUE(roles[0].substituted());
    EXPECT_FALSE(roles[0].files.empty());
}

}  // namespace
}  // namespace dutylist::typeset
