#include "exporters/typeset/font_diagnostics.h"

#include <fstream>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "tests/support/fonts.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::typeset {
namespace {

using Folders = std::vector<std::filesystem::path>;

FontSet fonts_of(const std::vector<FontFile>& files, const FontCatalogue& catalogue) {
    std::vector<ResolvedRole> roles;
    for (FontRole role : all_font_roles) roles.push_back({role, {"wished"}, "wished", files});
    return FontSet(roles, catalogue);
}

TEST(FontDiagnostics, AFontThatCannotBeReadIsSkippedAndNamedOnce) {
    REQUIRE_FONT(test::wenkai);
    const test::TemporaryFolder folder;
    // Cut off after its table directory: no character map is left.
    std::ifstream whole(test::wenkai, std::ios::binary);
    std::string start(4000, '\0');
    whole.read(start.data(), static_cast<std::streamsize>(start.size()));
    const std::filesystem::path cut = folder / "cut.ttf";
    std::ofstream(cut, std::ios::binary) << start;
    FontSet fonts = fonts_of({{cut, 0}, {test::wenkai, 0}}, FontCatalogue(Folders{}));
    EXPECT_NE(fonts.find(FontRole::body, U'乡').glyph, 0);
    EXPECT_NE(fonts.find(FontRole::title, U'镇').glyph, 0);
    Diagnostics diagnostics;
    tell_unreadable(fonts, diagnostics);
    ASSERT_EQ(diagnostics.entries().size(), 1u);
    EXPECT_EQ(diagnostics.entries()[0].code, Code::font_skipped);
    EXPECT_EQ(diagnostics.entries()[0].severity, Severity::warning);
}

TEST(FontDiagnostics, TellsOfEveryRoleForWhichNoWishIsInstalled) {
    std::vector<ResolvedRole> roles;
    for (FontRole role : all_font_roles) roles.push_back({role, {"wished"}, "another", {}});
    Diagnostics diagnostics;
    tell_wishes(FontSet(roles, FontCatalogue(Folders{})), diagnostics);
    EXPECT_EQ(diagnostics.count(Code::font_family_unknown), all_font_roles.size());
}

TEST(FontDiagnostics, AnUnreadFolderIsToldOnlyWhereAWishWasNotFound) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory_symlink("loop", folder.path() / "loop");
    const FontCatalogue catalogue(Folders{folder.path() / "loop"});
    Diagnostics found;
    tell_wishes(fonts_of({{"a.ttf", 0}}, catalogue), found);
    EXPECT_TRUE(found.entries().empty());

    std::vector<ResolvedRole> roles;
    for (FontRole role : all_font_roles)
        roles.push_back({role, {"wished", "other"}, "other", {{"a.ttf", 0}}});
    Diagnostics not_found;
    tell_wishes(FontSet(roles, catalogue), not_found);
    EXPECT_EQ(not_found.count(Code::font_folder_unread), 1u);
}

}  // namespace
}  // namespace dutylist::typeset
