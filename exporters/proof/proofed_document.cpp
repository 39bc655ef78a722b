#include "exporters/proof/proofed_document.h"

#include <array>

namespace dutylist::proof {

std::string item_words(const Document& document, const check::Finding& finding, Language language) {
    const check::Place& place = finding.place;
    if (place.list >= document.lists.size()) return {};
    const DutyList& list = document.lists[place.list];
    const bool chinese = language == Language::chinese;
    static constexpr std::array<std::string_view, 3> chinese_names{"基本", "配合", "收回"};
    const std::string kind(chinese ? chinese_names[static_cast<std::size_t>(list.kind)]
                                   : to_string(list.kind));
    if (place.item >= list.items.size()) return kind;
    const Item& item = list.items[place.item];
    std::string number(list.text(item, CellRole::number));
    if (number.empty()) number = std::to_string(place.item + 1);
    std::string words = chinese ? kind + " 第" + number + "项" : kind + " item " + number;
    if (place.cell < list.columns.size()) words += " " + list.columns[place.cell].head;
    return words;
}

}  // namespace dutylist::proof
