#include "exporters/typeset/font_set.h"

#include <algorithm>

#include "exporters/typeset/font_lookup.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"

namespace dutylist::typeset {
namespace {

constexpr char32_t geta_mark = U'〓';

}  // namespace

FontSet::FontSet(const TemplateStore& templates, const std::filesystem::path& font_folder)
    : catalogue_(font_folder) {
    roles_ = resolve_fonts(templates, catalogue_);
}

FontSet::FontSet(std::vector<ResolvedRole> roles, FontCatalogue catalogue)
    : roles_(std::move(roles)), catalogue_(std::move(catalogue)) {}

std::optional<std::uint16_t> FontSet::load(const FontFile& file) {
    const auto at = std::find(loaded_.begin(), loaded_.end(), file);
    if (at != loaded_.end()) return static_cast<std::uint16_t>(at - loaded_.begin());
    if (std::find(unreadable_.begin(), unreadable_.end(), file) != unreadable_.end()) return {};
    try {
        faces_.push_back(std::make_shared<const FontFace>(file.file, file.index));
    } catch (const JobError&) {
        unreadable_.push_back(file);
        return {};
    }
    loaded_.push_back(file);
    return static_cast<std::uint16_t>(faces_.size() - 1);
}

FontSet::Found FontSet::find(FontRole role, char32_t character) {
    auto& cache = cache_[static_cast<std::size_t>(role)];
    const auto at = cache.find(character);
    if (at != cache.end()) return at->second;
    const Found found = look_up(role, character);
    cache.emplace(character, found);
    return found;
}

FontSet::Found FontSet::look_up(FontRole role, char32_t character) {
    const auto in_face = [&](const FontFile& file) {
        const auto face = load(file);
        return face ? Found{*face, faces_[*face]->glyph(character), false} : Found{};
    };
    for (const FontFile& file : roles_[static_cast<std::size_t>(role)].files) {
        if (const Found found = in_face(file); found.glyph != 0) return found;
    }
    for (const FontFile& file : catalogue_.installed()) {
        if (const Found found = in_face(file); found.glyph != 0) return found;
    }
    // A bitmap font, or one that is damaged, does not have the character either.
    if (const auto file = fontconfig_character(character)) {
        if (const Found found = in_face(*file); found.glyph != 0) return found;
    }
    if (character == geta_mark) {
        if (faces_.empty())
            throw JobError(Code::font_unreadable, {}, {roles_.front().files.front().file.string()});
        return {0, 0, true};
    }
    Found mark = find(role, geta_mark);
    mark.missing = true;
    return mark;
}

}  // namespace dutylist::typeset
