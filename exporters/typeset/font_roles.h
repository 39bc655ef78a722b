#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/typeset/font_catalogue.h"

namespace dutylist {
class TemplateStore;
}

namespace dutylist::typeset {

// What a font is for. Templates name families for roles, never for places.
enum class FontRole : std::uint8_t { title, heading, body, table, number };
inline constexpr std::array<FontRole, 5> all_font_roles{
    FontRole::title, FontRole::heading, FontRole::body, FontRole::table, FontRole::number};

std::string_view to_string(FontRole role);  // "title", as fonts.xml says it

// What a template wishes for a role: fonts.xml, before any font is looked for.
struct FontWish {
    FontRole role{};
    std::vector<std::string> families;  // in order of wish; one at least
    std::string web;                    // the list of families for web pages, or ""
};

// One for every role, in their order. Throws JobError for the template's mistake with its line.
std::vector<FontWish> read_font_wishes(const TemplateStore& templates);

// A role as this machine can set it.
struct ResolvedRole {
    FontRole role{};
    std::vector<std::string> wanted;  // families in order of wish
    std::string family;               // of `wanted`, the first that is there
    // Faces in the order in which a character is looked for: files.front() is that of `family`,
    // the others those of further wishes that are there.
    std::vector<FontFile> files;
    bool substituted() const { return family != wanted.front(); }
};

// Reads the template's fonts.xml and finds every role's families. Throws JobError: font_none if a
// role has no font at all (no Chinese font is installed), or the template's mistake with its line.
std::vector<ResolvedRole> resolve_fonts(const TemplateStore& templates,
                                        const FontCatalogue& catalogue);
// The same on this machine, with --font-dir or an empty path.
std::vector<ResolvedRole> resolve_fonts(const TemplateStore& templates,
                                        const std::filesystem::path& font_folder);

}  // namespace dutylist::typeset
