#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "exporters/typeset/font_face.h"
#include "exporters/typeset/font_roles.h"

namespace dutylist::typeset {

// The fonts of one document: faces are loaded when the first character needs them. Not thread
// safe; every document has its own.
class FontSet {
public:
    FontSet(const TemplateStore& templates, const std::filesystem::path& font_folder);
    FontSet(std::vector<ResolvedRole> roles, FontCatalogue catalogue);

    struct Found {
        std::uint16_t face = 0;  // index into faces()
        std::uint16_t glyph = 0;
        bool missing = false;  // no font has it: the glyph is 〓, the printers' mark for that
    };
    // The glyph for a character: from the role's families in order, then from any known Chinese
    // font, then from whatever fontconfig knows.
    Found find(FontRole role, char32_t character);

    const FontFace& face(std::uint16_t index) const { return *faces_[index]; }
    const std::vector<std::shared_ptr<const FontFace>>& faces() const { return faces_; }
    const std::vector<ResolvedRole>& roles() const { return roles_; }
    // Files that could not be read when a character was looked for in them.
    const std::vector<FontFile>& unreadable() const { return unreadable_; }
    const FontCatalogue& catalogue() const { return catalogue_; }

private:
    std::optional<std::uint16_t> load(const FontFile& file);
    Found look_up(FontRole role, char32_t character);

    std::vector<ResolvedRole> roles_;
    FontCatalogue catalogue_;
    std::vector<FontFile> loaded_;  // parallel to faces_
    std::vector<FontFile> unreadable_;
    std::vector<std::shared_ptr<const FontFace>> faces_;
    std::array<std::unordered_map<char32_t, Found>, all_font_roles.size()> cache_;
};

}  // namespace dutylist::typeset
