#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/office_container/open_document_looks.h"

namespace dutylist {

// Which columns of an OpenDocument table are hidden or too narrow for text, by its
// <table:table-column> elements, and the style that their cells have by default.
class OpenTableColumns {
public:
    void start_table() {
        columns_.clear();
        any_hidden_ = false;
    }
    void add(const XmlAttributes& attributes, const OpenDocumentLooks& looks);

    // Of columns from `first` on, from 0: whether all of them are hidden.
    bool are_hidden(std::uint32_t first, std::uint32_t count) const;
    bool any_hidden() const { return any_hidden_; }
    std::string_view cell_style(std::uint32_t column) const;

private:
    struct Columns {
        std::uint32_t end = 0;  // the columns before it, to the end of the one above
        bool hidden = false;
        std::string cell_style;
    };
    const Columns* at(std::uint32_t column) const;

    std::vector<Columns> columns_;
    bool any_hidden_ = false;
};

}  // namespace dutylist
