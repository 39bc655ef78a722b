#include "exporters/proof/proofed_document.h"

#include <array>

#include "pipeline/diagnostics/codes.h"

namespace dutylist::proof {

std::string words(Code code, std::vector<Argument> arguments, Language language) {
    return Diagnostic{code, Severity::info, {}, std::move(arguments), {}}.message(language);
}

std::string item_words(const Document& document, const check::Finding& finding, Language language) {
    const check::Place& place = finding.place;
    if (place.list >= document.lists.size()) return {};
    const DutyList& list = document.lists[place.list];
    static constexpr std::array kinds{Code::words_basic, Code::words_cooperative,
                                      Code::words_recalled};
    std::string kind = words(kinds[static_cast<std::size_t>(list.kind)], {}, language);
    if (place.item >= list.items.size()) return kind;
    const Item& item = list.items[place.item];
    std::string number(list.text(item, CellRole::number));
    if (number.empty()) number = std::to_string(place.item + 1);
    std::string text = words(Code::words_item, {kind, number}, language);
    if (place.cell < list.columns.size()) text += " " + list.columns[place.cell].head;
    return text;
}

}  // namespace dutylist::proof
