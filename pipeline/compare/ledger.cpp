#include "pipeline/compare/ledger.h"

#include <algorithm>
#include <array>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist {
namespace {

struct Field {
    std::string id;
    std::vector<std::string> heads;  // without white space
};

struct LedgerForm {
    std::vector<Field> fields;
    std::vector<std::pair<std::string, ListKind>> lists;  // how rows name a list

    const Field* field(std::string_view head) const {
        const std::string wanted = without_white_space(head);
        for (const Field& field : fields) {
            if (std::find(field.heads.begin(), field.heads.end(), wanted) != field.heads.end()) {
                return &field;
            }
        }
        return nullptr;
    }
};

// Wordings that each stand once, without white space.
std::vector<std::string> read_wordings(const XmlElement& parent, std::string_view child,
                                       OnceEach& known) {
    parent.allow_children({child});
    std::vector<std::string> wordings;
    for (const XmlElement& element : parent.children()) {
        wordings.push_back(without_white_space(required_text(element)));
        if (known.has(wordings.back())) {
            throw JobError(Code::xml_bad_value, element.place(),
                           {std::string(child), wordings.back(), "只能出现一次/only once"});
        }
        known.take(element, {}, wordings.back());
    }
    if (wordings.empty()) {
        throw JobError(Code::xml_missing, parent.place(),
                       {std::string(parent.name()), std::string(child)});
    }
    return wordings;
}

constexpr std::array<std::string_view, 12> column_ids{
    "month", "unit",     "list",     "old-name",       "new-name", "kind",
    "basis", "proposer", "approval", "effective-date", "channel",  "remark"};
constexpr std::array<std::string_view, 3> list_kinds{"basic", "cooperative", "recalled"};

LedgerForm read_form(const TemplateStore& templates) {
    const XmlDocument document = templates.xml("ledger.xml");
    const XmlElement root = document.root();
    require_root(root, "ledger", "urn:dutylist:ledger:1");
    require_content(root, {"column", "list"});
    LedgerForm form;
    OnceEach ids;
    OnceEach heads;
    OnceEach kinds;
    OnceEach names;
    for (const XmlElement& element : root.children()) {
        if (element.name() == "column") {
            element.allow_attributes({"id"});
            const std::string id(required_word(element, "id", column_ids));
            ids.take(element, "id", id);
            form.fields.push_back({id, read_wordings(element, "head", heads)});
            continue;
        }
        element.allow_attributes({"kind"});
        const std::string kind(required_word(element, "kind", list_kinds));
        kinds.take(element, "kind", kind);
        for (std::string& name : read_wordings(element, "name", names)) {
            form.lists.emplace_back(std::move(name), *list_kind_from(kind));
        }
    }
    ids.require(root, column_ids);
    kinds.require(root, list_kinds);
    return form;
}

// The columns of a row of heads, or nothing if it is no such row.
std::vector<const Field*> columns_of(const DraftRow& row, const LedgerForm& form) {
    std::vector<const Field*> columns;
    bool names_items = false;
    for (const DraftCell& cell : row.cells) {
        const Field* field = form.field(cell.content.text);
        columns.push_back(field);
        names_items =
            names_items || (field && (field->id == "old-name" || field->id == "new-name"));
    }
    if (!names_items) columns.clear();
    return columns;
}

SourceLocation place_of(const Draft& draft, const DraftRow& row) {
    for (const DraftCell& cell : row.cells) {
        if (!cell.content.source.empty()) {
            return cell.content.source.locate(cell.content.text, 0);
        }
    }
    return {draft.source_file, {}, 0, 0};
}

void set_field(LedgerEntry& entry, const Field& field, const std::string& text,
               const LedgerForm& form) {
    if (field.id == "month") {
        const auto period = parse_period(text);
        entry.month = period ? period->iso() : std::string(trimmed(text));
    } else if (field.id == "unit") {
        entry.unit = text;
    } else if (field.id == "list") {
        const std::string wanted = without_white_space(text);
        for (const auto& [name, kind] : form.lists) {
            if (wanted == name) entry.list = kind;
        }
    } else {
        const std::pair<std::string_view, std::string*> texts[] = {
            {"old-name", &entry.old_name},
            {"new-name", &entry.new_name},
            {"kind", &entry.kind},
            {"basis", &entry.basis},
            {"proposer", &entry.proposer},
            {"approval", &entry.approval},
            {"effective-date", &entry.effective_date},
            {"channel", &entry.channel}};
        for (const auto& [id, target] : texts) {
            if (field.id == id) *target = text;
        }
    }
}

void read_rows(const Draft& draft, const DraftTable& table, std::size_t first,
               const std::vector<const Field*>& columns, const LedgerForm& form, Ledger& ledger,
               Diagnostics& diagnostics) {
    for (std::size_t i = first; i < table.rows.size(); ++i) {
        const DraftRow& row = table.rows[i];
        LedgerEntry entry;
        entry.place = place_of(draft, row);
        bool empty = true;
        for (std::size_t c = 0; c < row.cells.size() && c < columns.size(); ++c) {
            const std::string text(trimmed(row.cells[c].content.text));
            if (text.empty()) continue;
            empty = false;
            if (columns[c]) set_field(entry, *columns[c], text, form);
        }
        if (empty) continue;
        if (entry.old_name.empty() && entry.new_name.empty()) {
            diagnostics.add(Code::ledger_row_without_item, entry.place);
            continue;
        }
        ledger.entries.push_back(std::move(entry));
    }
}

}  // namespace

std::vector<const LedgerEntry*> Ledger::entries_for(const Unit& unit, const Period& period) const {
    std::vector<const LedgerEntry*> result;
    for (const LedgerEntry& entry : entries) {
        if (!entry.month.empty() && period.known() && entry.month != period.iso()) continue;
        const std::string wanted = without_white_space(entry.unit);
        if (!wanted.empty() && wanted != without_white_space(unit.township) &&
            wanted != without_white_space(unit.county + unit.township) &&
            wanted != without_white_space(unit.full_name())) {
            continue;
        }
        result.push_back(&entry);
    }
    return result;
}

Ledger read_ledger(const Draft& draft, const TemplateStore& templates, Diagnostics& diagnostics) {
    const LedgerForm form = read_form(templates);
    for (const auto& element : draft.elements) {
        const DraftTable* table = std::get_if<DraftTable>(&element);
        if (!table) continue;
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            const std::vector<const Field*> columns = columns_of(table->rows[i], form);
            if (columns.empty()) continue;
            for (std::size_t c = 0; c < columns.size(); ++c) {
                const DraftText& head = table->rows[i].cells[c].content;
                if (columns[c] || trimmed(head.text).empty()) continue;
                diagnostics.add(Code::ledger_unknown_column, place_of(draft, table->rows[i]),
                                {head.text});
            }
            Ledger ledger;
            read_rows(draft, *table, i + 1, columns, form, ledger, diagnostics);
            return ledger;
        }
    }
    throw JobError(Code::ledger_without_table, {draft.source_file, {}, 0, 0});
}

}  // namespace dutylist
