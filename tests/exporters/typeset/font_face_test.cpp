#include "exporters/typeset/font_face.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "exporters/typeset/font_lookup.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "tests/support/temporary_folder.h"

namespace dutylist::typeset {
namespace {

constexpr const char* noto = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";

TEST(FontFace, ReadsTheFaceOfACollectionThatItsIndexNames) {
    if (!std::filesystem::exists(noto)) GTEST_SKIP() << "fonts-noto-cjk is not installed";
    const FontFace face(noto, 2);
    EXPECT_EQ(face.family(), "Noto Serif CJK SC");
    EXPECT_EQ(face.postscript_name(), "NotoSerifCJKsc-Regular");
    EXPECT_TRUE(face.is_cff());
    EXPECT_EQ(face.units_per_em(), 1000u);
    EXPECT_NE(face.glyph(U'乡'), 0);
    EXPECT_EQ(face.advance(face.glyph(U'乡')), 1000);
    EXPECT_EQ(face.glyph(0x10FFFD), 0);
}

TEST(FontFace, RefusesWhatIsNoFont) {
    for (const char* file : {"/dev/null", "/nonexistent.ttf"}) {
        try {
            const FontFace face(file, 0);
            ADD_FAILURE() << file << " is not refused";
        } catch (const JobError& error) {
            EXPECT_EQ(error.diagnostic().code, Code::font_unreadable);
        }
    }
}

TEST(FontFace, DoesNotWaitForAPipe) {
    const test::TemporaryFolder folder;
    const std::filesystem::path pipe = folder / "simfang.ttf";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THROW(FontFace(pipe, 0), JobError);
    EXPECT_EQ(face_named(pipe, "仿宋"), std::nullopt);
}

TEST(FontFace, RefusesAnIndexThatTheCollectionDoesNotHave) {
    if (!std::filesystem::exists(noto)) GTEST_SKIP() << "fonts-noto-cjk is not installed";
    EXPECT_THROW(FontFace(noto, 99), JobError);
}

}  // namespace
}  // namespace dutylist::typeset
