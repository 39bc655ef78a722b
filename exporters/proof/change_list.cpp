#include "exporters/proof/change_list.h"

namespace dutylist::proof {

std::string change_list(const Document& before, std::span<const check::Change> changes) {
    constexpr std::size_t excerpt_characters = 12;
    std::string text;
    for (const check::Change& change : changes) {
        check::Finding finding;
        finding.place = change.place;
        finding.span = change.span;
        text += to_string(change.source) + ": [" + std::string(id_of(change.rule)) + "] “" +
                change.before + "” → “" + change.after + "”  " +
                check::excerpt_of(before, finding, excerpt_characters).marked() + "\n";
    }
    return text;
}

}  // namespace dutylist::proof
