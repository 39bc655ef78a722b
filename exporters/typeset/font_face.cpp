#include "exporters/typeset/font_face.h"

#include <array>

#include <hb-ot.h>
#include <hb.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/bounded_reader.h"

namespace dutylist::typeset {
namespace {

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> buffer{};
    unsigned size = buffer.size();
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, buffer.data());
    return std::string(buffer.data());
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
    hb_blob_t* blob = hb_face_reference_table(face, tag);
    const bool found = hb_blob_get_length(blob) != 0;
    hb_blob_destroy(blob);
    return found;
}

}  // namespace

FontFace::FontFace(const std::filesystem::path& file, unsigned index) : file_(file), index_(index) {
    hb_blob_t* blob =
        is_plain_file(file) ? hb_blob_create_from_file_or_fail(file.c_str()) : nullptr;
    if (!blob) throw JobError(Code::font_unreadable, {}, {file.string()});
    const bool in_range = index < hb_face_count(blob);
    hb_face_t* face = in_range ? hb_face_create(blob, index) : nullptr;
    hb_blob_destroy(blob);
    // Without its character map a file that was cut off would pass for one that has no character.
    if (!face || hb_face_get_glyph_count(face) == 0 ||
        !has_table(face, HB_TAG('c', 'm', 'a', 'p'))) {
        hb_face_destroy(face);
        throw JobError(Code::font_unreadable, {}, {file.string()});
    }
    hb_face_make_immutable(face);
    face_ = face;
    font_ = hb_font_create(face);
    units_per_em_ = hb_face_get_upem(face);
    hb_font_set_scale(font_, static_cast<int>(units_per_em_), static_cast<int>(units_per_em_));
    hb_font_make_immutable(font_);
    family_ = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (family_.empty()) family_ = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
    postscript_name_ = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    is_cff_ = has_table(face, HB_TAG('C', 'F', 'F', ' '));
}

FontFace::~FontFace() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

std::uint16_t FontFace::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font_, character, &glyph)) return 0;
    return static_cast<std::uint16_t>(glyph);
}

int FontFace::advance(std::uint16_t glyph) const {
    return hb_font_get_glyph_h_advance(font_, glyph);
}

}  // namespace dutylist::typeset
