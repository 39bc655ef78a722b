#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/duty_list.h"

namespace dutylist {

class TemplateStore;

// How offices word the heads of columns and the titles of lists: columns.xml of a template
// (templates/schemas/columns.xsd). A file that extends the official one is tried before it.
// Immutable; may be read from several threads.
class ColumnSynonyms {
public:
    // Throws JobError with file and line for a mistake in the file.
    explicit ColumnSynonyms(const TemplateStore& templates);

    // No head of one level is longer (bytes); rows of text are told from headers by it at once.
    static constexpr std::size_t longest_head = 120;

    // What a column with this head holds; nothing if the file does not know the head, or if it is
    // longer than two heads. Of a head of several levels ("\n" between them) the whole counts, then
    // it without its upper levels, then each upper level, the lowest first.
    std::optional<CellRole> role_of(std::string_view head) const;
    // The first head of the file with this role that is no pattern: what a column is called whose
    // source gives it no head. Empty if there is none.
    std::string_view usual_head(CellRole role) const;
    // The kind of list that a title (or the name of a sheet) speaks of.
    std::optional<ListKind> kind_of(std::string_view title) const;
    // The kind that a cell names which says nothing else (基本, 配合履职事项, recall).
    std::optional<ListKind> kind_of_value(std::string_view text) const;
    // Whether a sheet of this name is expected beside the lists (目录, 统计表) and is none of them.
    bool is_beside_lists(std::string_view sheet) const;

    // Whether a head or a title says that its list is a department's own (本部门职责).
    bool is_of_department(std::string_view text) const;

    // Whether a cell is of the foot of a form (单位负责人：…), and whether nobody has filled it in.
    bool is_foot(std::string_view text) const;
    bool is_blank_foot(std::string_view text) const;

    // The form in which heads are compared: no white space, full-width brackets.
    static std::string comparable(std::string_view head);

private:
    void read(const TemplateStore& templates);
    std::optional<CellRole> role_of_level(std::string_view head) const;

    template <typename Value>
    struct Pattern {
        std::string words;  // comparable; may begin or end with *
        Value value;
    };
    std::vector<Pattern<CellRole>> heads_;
    std::vector<Pattern<ListKind>> titles_;
    std::vector<std::pair<CellRole, std::string>> usual_heads_;
    std::vector<std::pair<std::string, ListKind>> kind_values_;
    std::vector<std::string> beside_;
    std::vector<std::string> of_department_;
    std::vector<std::string> feet_;
};

}  // namespace dutylist
