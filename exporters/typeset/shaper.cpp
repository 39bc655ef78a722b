#include "exporters/typeset/shaper.h"

#include <algorithm>

#include <hb.h>

#include "pipeline/text/character_class.h"
#include "pipeline/text/utf8.h"

namespace dutylist::typeset {
namespace {

constexpr float half_em = 0.5F;
// HarfBuzz's time grows with the square of the marks on one base: more are shaped by themselves.
constexpr std::uint32_t most_marks = 64;
constexpr char32_t first_common_han = 0x4E00;
constexpr char32_t last_common_han = 0x9FFF;

bool is_quote(char32_t c) { return c == U'“' || c == U'”' || c == U'‘' || c == U'’'; }

bool has_blank(BreakClass type) {
    return type == BreakClass::opener || type == BreakClass::closer || type == BreakClass::middle;
}

// Marks squeeze by the blank that their outline leaves in the box, half an em at most.
void measure_blank(const FontFace& face, Atom& atom) {
    hb_glyph_extents_t extents{};
    if (!hb_font_get_glyph_extents(face.font(), atom.glyph, &extents)) return;
    const float em = static_cast<float>(face.units_per_em());
    const float left = static_cast<float>(extents.x_bearing) / em + atom.offset;
    const float right = atom.advance - left - static_cast<float>(extents.width) / em;
    if (atom.type != BreakClass::closer) {
        atom.blank_before = std::clamp(left, 0.0F, half_em);
    }
    if (atom.type != BreakClass::opener) {
        atom.blank_after = std::clamp(right, 0.0F, half_em);
    }
    if (atom.type == BreakClass::middle) {
        atom.blank_before = std::min(atom.blank_before, half_em / 2);
        atom.blank_after = std::min(atom.blank_after, half_em / 2);
    }
}

// Some Chinese fonts (LXGW WenKai) draw “” as narrow as Latin ones. Beside Chinese they stand on
// one em like every other mark: ink at the side of what they enclose.
void widen_quote(Atom& atom) {
    if (!is_quote(atom.character) || atom.advance > 0.75F) return;
    const float added = 1.0F - atom.advance;
    if (atom.type == BreakClass::opener) atom.offset += added;
    atom.advance = 1.0F;
}

bool joins_to_base(char32_t c) {
    return display_width(c) == 0 && !is_white_space(c) && c != 0x200B && c >= 0x300;
}

}  // namespace

struct Shaper::Buffer {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_language_t language = hb_language_from_string("zh-Hans", -1);
    ~Buffer() { hb_buffer_destroy(buffer); }
};

Shaper::Shaper(FontSet& fonts) : fonts_(fonts), buffer_(std::make_unique<Buffer>()) {}
Shaper::~Shaper() = default;

Atoms Shaper::shape(FontRole role, std::string_view text, std::vector<MissingCharacter>* missing) {
    Atoms atoms;
    atoms.reserve(text.size() / 3 + 8);
    auto& table = han_[static_cast<std::size_t>(role)];
    if (table.empty()) table.resize(last_common_han - first_common_han + 1);
    std::uint32_t run_begin = 0;
    std::uint32_t offset = 0;
    const auto size = static_cast<std::uint32_t>(text.size());
    while (offset < size) {
        const Decoded decoded = decode_at(text, offset);
        const std::uint32_t next = offset + decoded.bytes;
        const char32_t c = decoded.character;
        const bool common = c >= first_common_han && c <= last_common_han;
        if (!common || (next < size && joins_to_base(decode_at(text, next).character))) {
            offset = next;
            continue;
        }
        Han& han = table[c - first_common_han];
        if (han.advance == 0) {
            const FontSet::Found found = fonts_.find(role, c);
            if (found.missing) {
                offset = next;
                continue;
            }
            const FontFace& face = fonts_.face(found.face);
            han = {found.face, found.glyph,
                   static_cast<float>(face.advance(found.glyph)) /
                       static_cast<float>(face.units_per_em())};
        }
        if (run_begin < offset) append_run(role, text, run_begin, offset, atoms, missing);
        Atom atom;
        atom.begin = offset;
        atom.end = next;
        atom.face = han.face;
        atom.glyph = han.glyph;
        atom.character = c;
        atom.advance = han.advance;
        atoms.push_back(atom);
        run_begin = offset = next;
    }
    if (run_begin < size) append_run(role, text, run_begin, size, atoms, missing);
    return atoms;
}

void Shaper::append_run(FontRole role, std::string_view text, std::uint32_t begin,
                        std::uint32_t end, Atoms& atoms, std::vector<MissingCharacter>* missing) {
    const std::string_view run = text.substr(begin, end - begin);
    auto& cache = runs_[static_cast<std::size_t>(role)];
    auto at = cache.find(run);
    if (at == cache.end()) {
        at = cache.emplace(std::string(run), Atoms{}).first;
        shape_run(role, run, at->second);
    }
    for (Atom atom : at->second) {
        atom.begin += begin;
        atom.end += begin;
        atoms.push_back(atom);
    }
    if (!missing) return;
    for (std::uint32_t offset = 0; offset < run.size();) {
        const Decoded decoded = decode_at(run, offset);
        if (!joins_to_base(decoded.character) && fonts_.find(role, decoded.character).missing) {
            missing->push_back({decoded.character, begin + offset});
        }
        offset += decoded.bytes;
    }
}

void Shaper::shape_run(FontRole role, std::string_view run, Atoms& atoms) {
    std::uint32_t begin = 0;
    std::uint16_t face = 0;
    std::uint32_t marks = 0;  // on the last base
    for (std::uint32_t offset = 0; offset < run.size();) {
        const Decoded decoded = decode_at(run, offset);
        const std::uint32_t next = offset + decoded.bytes;
        // Marks that join stay in the font of their base.
        if (offset != 0 && joins_to_base(decoded.character)) {
            if (++marks % most_marks == 0) {
                shape_stretch(face, run, begin, next, atoms);
                begin = next;
            }
            offset = next;
            continue;
        }
        marks = 0;
        const FontSet::Found found = fonts_.find(role, decoded.character);
        if (offset != begin && (found.face != face || found.missing)) {
            shape_stretch(face, run, begin, offset, atoms);
            begin = offset;
        }
        face = found.face;
        offset = next;
        if (found.missing) {
            Atom atom;
            atom.begin = begin;
            atom.end = next;
            atom.face = found.face;
            atom.glyph = found.glyph;
            atom.character = decoded.character;
            atom.advance = 1.0F;
            atoms.push_back(atom);
            begin = next;
        }
    }
    if (begin < run.size()) {
        shape_stretch(face, run, begin, static_cast<std::uint32_t>(run.size()), atoms);
    }
}

void Shaper::shape_stretch(std::uint16_t face_index, std::string_view run, std::uint32_t begin,
                           std::uint32_t end, Atoms& atoms) {
    const FontFace& face = fonts_.face(face_index);
    hb_buffer_t* buffer = buffer_->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, run.data(), static_cast<int>(run.size()), begin,
                       static_cast<int>(end - begin));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, buffer_->language);
    hb_shape(face.font(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    const float em = static_cast<float>(face.units_per_em());
    unsigned next = 0;  // the first glyph of the next cluster
    for (unsigned i = 0; i < count; ++i) {
        Atom atom;
        atom.first_of_cluster = i == next;
        while (next < count && infos[next].cluster == infos[i].cluster) ++next;
        atom.begin = infos[i].cluster;
        atom.end = next < count ? infos[next].cluster : end;
        if (!atom.first_of_cluster) atom.begin = atom.end;
        atom.face = face_index;
        atom.glyph = static_cast<std::uint16_t>(infos[i].codepoint);
        atom.character = decode_at(run, infos[i].cluster).character;
        atom.type = break_class(atom.character);
        atom.advance = static_cast<float>(positions[i].x_advance) / em;
        atom.offset = static_cast<float>(positions[i].x_offset) / em;
        widen_quote(atom);
        if (has_blank(atom.type) && atom.first_of_cluster) measure_blank(face, atom);
        atoms.push_back(atom);
    }
}

}  // namespace dutylist::typeset
