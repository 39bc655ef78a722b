#include "pipeline/check/list_titles.h"

#include <array>

#include "pipeline/text/white_space.h"

namespace dutylist::check {

std::string_view title_word(ListKind kind) {
    static constexpr std::array<std::string_view, 3> words{"基本履职", "配合履职", "收回"};
    return words[static_cast<std::size_t>(kind)];
}

std::optional<ListKind> kind_of_title(std::string_view title) {
    const std::string plain = without_white_space(title);
    for (ListKind kind : all_list_kinds) {
        if (plain.find(title_word(kind)) != std::string::npos) return kind;
    }
    return {};
}

}  // namespace dutylist::check
