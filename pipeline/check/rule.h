#pragma once

#include <span>
#include <string_view>

#include "pipeline/check/rule_scope.h"
#include "pipeline/diagnostics/code.h"

namespace dutylist::check {

enum class Theme : std::uint8_t { structure, clause, mark, department, consistency, text };
inline constexpr std::size_t theme_count = 6;

// What a rule rests on: a national standard (国标), the practice of offices (实务), or what an
// office may settle for itself (本单位).
enum class Basis : std::uint8_t { standard, practice, office };

// One row a rule. Its id, severity and message stand in pipeline/diagnostics/catalogue.def. A rule
// has a function for cells, for items or for the whole document, or several of them; what the whole
// document decides is noted in the Survey while the items pass, and told at the end. A rule without
// functions is one that reading finds: its diagnostics become findings.
struct Rule {
    Code code{};
    Theme theme = Theme::structure;
    std::string_view chinese;  // title
    std::string_view english;
    Basis basis = Basis::practice;
    std::string_view clause;  // "GB/T 15834-2011 4.6.3.3"; empty for practice
    bool mechanical = false;  // --fix may apply its suggestions
    std::string_view wrong;   // an example
    std::string_view right;
    // Cells and items come one by one in the order of the document, an item after its cells; the
    // document comes once, after them.
    struct Functions {
        void (*cell)(CellScope& scope) = nullptr;
        void (*item)(ItemScope& scope) = nullptr;
        void (*document)(DocumentScope& scope) = nullptr;
        explicit operator bool() const { return cell || item || document; }
    };
    Functions functions;
};

std::span<const Rule> rule_table();
const Rule* find_rule(Code code);

std::string_view name_of(Theme theme, Language language);
std::string_view name_of(Basis basis, Language language);

}  // namespace dutylist::check
