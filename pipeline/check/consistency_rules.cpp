#include <array>

#include "pipeline/check/rules.h"
#include "pipeline/text/white_space.h"

namespace dutylist::check {
namespace {

// The place name that a title begins with, up to the words that say which list it is.
std::string_view unit_part(std::string_view title) {
    std::size_t end = title.size();
    for (std::string_view word :
         {"基本履职", "配合履职", "上级部门收回", "上级收回", "收回", "履职事项"})
        end = std::min(end, title.find(word));
    return title.substr(0, end);
}

// Of a title of a department's list: 云川县公安局镇街(配合…), 云川县公安局本部门(收回…).
std::string without_side(std::string part) {
    for (std::string_view word : {"镇街", "乡镇", "本部门", "部门"}) {
        if (part.ends_with(word)) part.resize(part.size() - word.size());
    }
    return part;
}

}  // namespace

void find_foreign_titles(DocumentScope& scope) {
    const std::string full = without_white_space(scope.document().unit.full_name());
    if (full.empty()) return;
    for (std::uint32_t l = 0; l < scope.document().lists.size(); ++l) {
        const DutyList& list = scope.document().lists[l];
        std::string part = without_white_space(unit_part(list.title));
        if (!scope.document().unit.department.empty()) part = without_side(std::move(part));
        if (part.empty() || full.ends_with(part) || part.ends_with(full)) continue;
        // A level may be left out in the middle, so every level of the unit is looked for.
        const Unit& unit = scope.document().unit;
        if (!unit.township.empty() && part.find(unit.township) != std::string::npos) continue;
        scope.report_outside({l, nowhere, nowhere}, list.title, {list.title, full});
    }
}

void find_foreign_kinds(CellScope& scope) {
    const std::string_view kind = scope.document().unit.kind();
    struct Words {
        std::string_view kind;
        std::array<std::u32string_view, 2> says;
    };
    // 本乡镇 is said of either.
    static constexpr std::array<Words, 3> table{Words{"乡", {U"本乡", U"乡党委"}},
                                                Words{"镇", {U"本镇", U"镇党委"}},
                                                Words{"街道", {U"本街道", U"街道党工委"}}};
    const bool known = kind == "乡" || kind == "镇" || kind == "街道";
    if (!known) return;
    const CellCharacters& text = scope.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != U'本' && text[i] != U'乡' && text[i] != U'镇' && text[i] != U'街') continue;
        for (const Words& words : table) {
            if (words.kind == kind) continue;
            for (std::u32string_view word : words.says) {
                if (i + word.size() > text.size()) continue;
                std::size_t same = 0;
                while (same < word.size() && text[i + same] == word[same]) ++same;
                if (same < word.size()) continue;
                const char32_t before = text.at(static_cast<std::ptrdiff_t>(i) - 1);
                const char32_t after = text.at(static_cast<std::ptrdiff_t>(i + same));
                const bool either = after == U'镇' || after == U'（' || after == U'土' ||
                                    after == U'级' || before == U'乡' || before == U'、' ||
                                    after == U'、' || before == U'各' || before == U'（';
                if (either) continue;
                scope.report(i, i + same, {std::string(kind), std::string(text.view(i, i + same))});
            }
        }
    }
}

}  // namespace dutylist::check
