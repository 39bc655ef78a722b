#pragma once

#include <filesystem>

#include "exporters/typeset/font_set.h"
#include "exporters/typeset/shaper.h"

namespace dutylist::test {

inline constexpr const char* noto_serif = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
inline constexpr const char* wenkai =
    "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

// Fonts in which every role is one face, and a shaper for them.
struct OneFont {
    explicit OneFont(const char* file, unsigned index = 0)
        : fonts(roles(file, index), typeset::FontCatalogue(std::vector<std::filesystem::path>{})),
          shaper(fonts) {}
    typeset::FontSet fonts;
    typeset::Shaper shaper;

private:
    static std::vector<typeset::ResolvedRole> roles(const char* file, unsigned index) {
        std::vector<typeset::ResolvedRole> all;
        for (typeset::FontRole role : typeset::all_font_roles) {
            all.push_back({role, {"test"}, "test", {{file, index}}});
        }
        return all;
    }
};

}  // namespace dutylist::test

#define REQUIRE_FONT(file) \
    if (!std::filesystem::exists(file)) GTEST_SKIP() << (file) << " is not installed"
