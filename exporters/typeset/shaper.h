#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exporters/typeset/atom.h"
#include "exporters/typeset/font_set.h"

namespace dutylist::typeset {

// A character that no font has, at byte `offset` of the text that was shaped.
struct MissingCharacter {
    char32_t character = 0;
    std::uint32_t offset = 0;
};

// Turns text into atoms. Han are looked up, everything else goes through HarfBuzz once for each
// different run of it; no font in use has a rule that joins Han to anything (a test compares both
// ways), so the result is that of shaping the whole text. Not thread safe.
class Shaper {
public:
    explicit Shaper(FontSet& fonts);
    ~Shaper();

    // `text` holds no line feed; white space other than ' ' is set as the font has it.
    Atoms shape(FontRole role, std::string_view text,
                std::vector<MissingCharacter>* missing = nullptr);

    FontSet& fonts() { return fonts_; }

private:
    friend struct WholeTextShaping;  // of the test: everything through HarfBuzz
    void append_run(FontRole role, std::string_view text, std::uint32_t begin, std::uint32_t end,
                    Atoms& atoms, std::vector<MissingCharacter>* missing);
    void shape_run(FontRole role, std::string_view run, Atoms& atoms);
    void shape_stretch(std::uint16_t face, std::string_view run, std::uint32_t begin,
                       std::uint32_t end, Atoms& atoms);

    struct Buffer;
    struct Han {
        std::uint16_t face = 0;
        std::uint16_t glyph = 0;
        float advance = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    FontSet& fonts_;
    std::unique_ptr<Buffer> buffer_;
    std::array<std::unordered_map<std::string, Atoms, Hash, std::equal_to<>>, all_font_roles.size()>
        runs_;
    std::array<std::vector<Han>, all_font_roles.size()>
        han_;  // U+4E00 to U+9FFF; advance 0: unknown
};

}  // namespace dutylist::typeset
