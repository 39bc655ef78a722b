#include "exporters/typeset/font_lookup.h"

#include <array>
#include <memory>
#include <string>

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb.h>

#include "pipeline/io/bounded_reader.h"

namespace dutylist::typeset {
namespace {

struct PatternDeleter {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

bool has_name(hb_face_t* face, std::string_view family) {
    unsigned count = 0;
    const hb_ot_name_entry_t* entries = hb_ot_name_list_names(face, &count);
    for (unsigned i = 0; i < count; ++i) {
        const hb_ot_name_id_t id = entries[i].name_id;
        if (id != HB_OT_NAME_ID_FONT_FAMILY && id != HB_OT_NAME_ID_FULL_NAME &&
            id != HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY) {
            continue;
        }
        std::array<char, 256> buffer{};
        unsigned size = buffer.size();
        hb_ot_name_get_utf8(face, id, entries[i].language, &size, buffer.data());
        if (family == std::string_view(buffer.data(), size)) return true;
    }
    return false;
}

std::optional<FontFile> file_of(FcPattern* pattern) {
    FcChar8* file = nullptr;
    int index = 0;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) return std::nullopt;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    // The upper half of the index names an instance of a variable font.
    return FontFile{reinterpret_cast<const char*>(file), static_cast<unsigned>(index & 0xFFFF)};
}

Pattern best_match(FcPattern* wanted) {
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    return Pattern(FcFontMatch(nullptr, wanted, &result));
}

}  // namespace

std::optional<unsigned> face_named(const std::filesystem::path& file, std::string_view family) {
    hb_blob_t* blob =
        is_plain_file(file) ? hb_blob_create_from_file_or_fail(file.c_str()) : nullptr;
    if (!blob) return std::nullopt;
    std::optional<unsigned> found;
    for (unsigned index = 0; index < hb_face_count(blob) && !found; ++index) {
        hb_face_t* face = hb_face_create(blob, index);
        if (has_name(face, family)) found = index;
        hb_face_destroy(face);
    }
    hb_blob_destroy(blob);
    return found;
}

std::optional<FontFile> fontconfig_family(std::string_view family) {
    const std::string name(family);
    const Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
    const Pattern match = best_match(wanted.get());
    if (!match) return std::nullopt;
    FcChar8* got = nullptr;
    for (int i = 0; FcPatternGetString(match.get(), FC_FAMILY, i, &got) == FcResultMatch; ++i) {
        if (name == reinterpret_cast<const char*>(got)) return file_of(match.get());
    }
    return std::nullopt;
}

std::optional<FontFile> fontconfig_character(char32_t character) {
    const Pattern wanted(FcPatternCreate());
    FcCharSet* set = FcCharSetCreate();
    FcCharSetAddChar(set, character);
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, set);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    FcCharSetDestroy(set);
    const Pattern match = best_match(wanted.get());
    return match ? file_of(match.get()) : std::nullopt;
}

}  // namespace dutylist::typeset
