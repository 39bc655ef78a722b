#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "importers/office_container/office_container.h"

namespace dutylist {

// The footnotes and endnotes of a document (ECMA-376 part 1, 17.11). They are no text of the list;
// where one is referred to, its text goes into the diagnostics.
class Notes {
public:
    enum class Kind : std::uint8_t { footnote, endnote };

    void read(OfficeContainer& container, const std::string& part, Kind kind);
    // The text of a note, which only its first mention gives: "" afterwards, and for a note that is
    // not there.
    std::string take(Kind kind, const std::string& id);

private:
    std::map<std::pair<Kind, std::string>, std::string> texts_;
};

}  // namespace dutylist
