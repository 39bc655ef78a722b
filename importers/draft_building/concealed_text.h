#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/draft_building/text_builder.h"
#include "importers/draft_building/text_look.h"
#include "pipeline/diagnostics/diagnostic.h"

namespace dutylist {

// The ways in which a source keeps a text from its reader. docs/formats.md has the policy: each is
// read like any other text, and told with its place.
enum class Concealment : std::uint8_t {
    hidden_text,     // marked as hidden, display:none
    transparent,     // visibility:hidden, opacity:0
    own_background,  // in the colour of its background
    tiny,            // no higher than two points
    number_format,   // a number format that shows nothing, as ;;;
    hidden_part,     // inside a part (a section, a text box, an element) that is hidden
    hidden_rows,     // of a table
    hidden_columns,
};

// What a message calls a way; for rows and columns `which` says which ("D", "5–9、12"), or nothing.
Message name_of(Concealment way, std::string which = {});

// How the look conceals a text; nothing if it does not. Being struck out is no concealment.
std::optional<Concealment> concealment_of(const TextLook& look);

// Tells of texts that are hidden or struck out (text_hidden, text_struck). Runs that follow one
// another and are concealed in the same way are one stretch, told once with its text; as is all
// that stands in a hidden part.
class ConcealedText {
public:
    ConcealedText(std::string file, Diagnostics& diagnostics)
        : file_(std::move(file)), diagnostics_(diagnostics) {}

    void set_sheet(std::string sheet) { sheet_ = std::move(sheet); }

    // Whether a run of this look, or any run here, is to be told.
    bool listens(const TextLook& look) const;
    // A run of the text that is read, and how the source shows it.
    void add(const TextLook& look, std::string_view text, SourcePosition place);
    // The same for a run that is concealed whatever its look.
    void add(Concealment way, std::string_view text, SourcePosition place);
    // A line break, a paragraph or a cell ends here.
    void end_stretch();

    // All text between the two is in one hidden part. They nest; the outermost counts.
    void open(Concealment way);
    void close();

private:
    struct Stretch {
        std::optional<Concealment> way;
        std::string text;
        SourcePosition place;
    };
    void extend(Stretch& stretch, std::optional<Concealment> way, std::string_view text,
                SourcePosition place);
    void tell_hidden(Stretch& stretch);
    void tell_struck();

    std::string file_;
    std::string sheet_;
    Diagnostics& diagnostics_;
    Stretch hidden_;
    std::optional<Stretch> struck_;
    Stretch part_;
    std::size_t parts_ = 0;  // open
};

}  // namespace dutylist
