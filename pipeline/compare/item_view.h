#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/document.h"

namespace dutylist {

// An item of a document, by position. Valid while the document is not changed.
struct ItemPosition {
    std::uint32_t list = 0;  // index into Document::lists
    std::uint32_t item = 0;  // index into DutyList::items
    friend bool operator==(const ItemPosition&, const ItemPosition&) = default;
};

// The parts of an item in the form in which they are compared: without white space.
struct ItemView {
    ItemPosition position;
    const DutyList* list = nullptr;
    const Item* item = nullptr;
    std::string name;
    std::string category;
    std::vector<std::string> departments;  // of the departments column, or of the hand-overs
    std::string duties;   // superior and township duties, or the methods of the hand-overs
    std::string content;  // every cell but the number, role by role: equal content is no change

    ListKind kind() const { return list->kind; }
};

std::vector<ItemView> view_items(const Document& document);

// The departments as printed: of the departments column, or the heads of the hand-overs; the whole
// text of the departments cell where analysis found none in it.
std::vector<std::string> printed_departments(const DutyList& list, const Item& item);

// The cell's text without the department names that the hand-overs of the item found in it.
std::string without_handover_departments(const DutyList& list, const Item& item,
                                         std::size_t column);

}  // namespace dutylist
