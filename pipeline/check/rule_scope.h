#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/check/cell_characters.h"
#include "pipeline/check/clause_outline.h"
#include "pipeline/check/department_book.h"
#include "pipeline/check/finding.h"
#include "pipeline/check/similarity.h"
#include "pipeline/check/survey.h"
#include "pipeline/office/office.h"

namespace dutylist::check {

// Whether a suggestion may be applied by --fix.
enum class Fix : std::uint8_t { no, mechanical };

// Everything that one run of the rules shares.
struct Run {
    const Document& document;
    const Office& office;
    const DepartmentBook& departments;
    Survey survey;
    std::vector<Finding> findings;
    std::optional<std::vector<SimilarPair>> alike_names;  // once a rule asked for them
    Code rule{};                                          // whose turn it is
    Severity severity = Severity::warning;
};

// What a rule sees of one item.
class ItemScope {
public:
    ItemScope(Run& run, std::uint32_t list_index, std::uint32_t item_index)
        : run_(run), list_index_(list_index), item_index_(item_index) {}

    const Document& document() const { return run_.document; }
    const DutyList& list() const { return document().lists[list_index_]; }
    const Item& item() const { return list().items[item_index_]; }
    const DepartmentBook& departments() const { return run_.departments; }
    Survey& survey() { return run_.survey; }
    Place place(std::uint32_t cell = nowhere) const { return {list_index_, item_index_, cell}; }

    void report(std::uint32_t cell, TextSpan span, std::vector<Argument> arguments = {},
                std::optional<std::string> suggestion = {}, Fix fix = Fix::no);

protected:
    Run& run_;
    std::uint32_t list_index_;
    std::uint32_t item_index_;
};

// What a rule sees of one cell; positions are indices into text().
class CellScope : public ItemScope {
public:
    CellScope(const ItemScope& item, std::uint32_t cell_index, const CellCharacters& text,
              const ClauseOutline* outline)
        : ItemScope(item), cell_index_(cell_index), text_(text), outline_(outline) {}

    const Cell& cell() const { return item().cells[cell_index_]; }
    CellRole role() const { return list().columns[cell_index_].role; }
    const CellCharacters& text() const { return text_; }
    // Of the cells that hold duties; nullptr for others.
    const ClauseOutline* outline() const { return outline_; }
    Place here() const { return place(cell_index_); }

    void report(std::size_t begin, std::size_t end, std::vector<Argument> arguments = {},
                std::optional<std::string> suggestion = {}, Fix fix = Fix::no) {
        ItemScope::report(cell_index_, text_.span(begin, end), std::move(arguments),
                          std::move(suggestion), fix);
    }

private:
    std::uint32_t cell_index_;
    const CellCharacters& text_;
    const ClauseOutline* outline_;
};

// What a rule sees once all items have passed.
class DocumentScope {
public:
    explicit DocumentScope(Run& run) : run_(run) {}

    const Document& document() const { return run_.document; }
    const Office& office() const { return run_.office; }
    const DepartmentBook& departments() const { return run_.departments; }
    const Survey& survey() const { return run_.survey; }
    // Items whose names are equal or all but equal; indices into all items of the survey, list
    // after list. Found when first asked for.
    const std::vector<SimilarPair>& alike_names() const;

    void report(const Place& place, TextSpan span, std::vector<Argument> arguments = {},
                std::optional<std::string> suggestion = {}, Fix fix = Fix::no);
    // The whole cell.
    void report(const Place& place, std::vector<Argument> arguments = {},
                std::optional<std::string> suggestion = {});
    // What stands in no cell: titles, headings of groups, the contents page. `place` tells the list
    // if it is of one.
    void report_outside(const Place& place, std::string spot, std::vector<Argument> arguments,
                        SourceLocation source = {});

private:
    Run& run_;
};

// The roles whose cells hold clauses.
bool holds_duties(CellRole role);

}  // namespace dutylist::check
