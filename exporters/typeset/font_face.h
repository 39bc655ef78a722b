#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

struct hb_face_t;
struct hb_font_t;

namespace dutylist::typeset {

// One face of a font file: mapped into memory, immutable, safe to share between threads.
class FontFace {
public:
    // `index`: the face in a collection (TTC). Throws JobError font_unreadable.
    FontFace(const std::filesystem::path& file, unsigned index);
    ~FontFace();
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;

    const std::filesystem::path& file() const { return file_; }
    unsigned index() const { return index_; }
    const std::string& family() const { return family_; }
    const std::string& postscript_name() const { return postscript_name_; }
    bool is_cff() const { return is_cff_; }
    unsigned units_per_em() const { return units_per_em_; }

    // 0 if the face has no glyph for the character.
    std::uint16_t glyph(char32_t character) const;
    // In units of 1/units_per_em.
    int advance(std::uint16_t glyph) const;

    hb_face_t* face() const { return face_; }  // owned by this object
    hb_font_t* font() const { return font_; }  // scaled to units_per_em; immutable

private:
    std::filesystem::path file_;
    unsigned index_;
    std::string family_;
    std::string postscript_name_;
    bool is_cff_ = false;
    unsigned units_per_em_ = 1000;
    hb_face_t* face_ = nullptr;
    hb_font_t* font_ = nullptr;
};

}  // namespace dutylist::typeset
