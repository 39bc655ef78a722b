#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "importers/word/document_properties.h"
#include "importers/word/fields.h"

namespace dutylist {

// What a field shows of which the document holds no result.
struct FieldResult {
    enum class Kind : std::uint8_t {
        nothing,   // it shows nothing
        text,      // the text is what it shows
        label,     // the text is a number that Word counts
        doubtful,  // there is more to it than the text
        unknown,
    };
    Kind kind = Kind::unknown;
    std::string text;
};

// Works out what fields show (ECMA-376 part 1, 17.16.5), as far as their code or the document says
// so. Counts the numbers of AUTONUM, LISTNUM and SEQ on from field to field, so each is asked for
// once, in the order of the document.
class FieldResults {
public:
    explicit FieldResults(const DocumentProperties& properties) : properties_(properties) {}

    // `outline`: the outline level of the paragraph, from 1; 0 for body text.
    FieldResult result_of(const Fields::Ended& field, int outline);

private:
    FieldResult automatic_number(std::string_view type, const Fields::Ended& field, int outline);
    FieldResult list_number(const Fields::Ended& field);
    FieldResult sequence_number(const Fields::Ended& field);

    static constexpr std::size_t levels = 10;
    using Counters = std::array<std::uint32_t, levels>;

    const DocumentProperties& properties_;
    Counters automatic_{};
    std::map<std::string, Counters> lists_;
    std::map<std::string, std::uint32_t> sequences_;
};

}  // namespace dutylist
