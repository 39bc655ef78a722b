#include "tests/support/check_examples.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "pipeline/analysis/analyse.h"

namespace dutylist::test {
namespace {

constexpr std::string_view open_mark = "【";
constexpr std::string_view close_mark = "】";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string without_marks(std::string text) {
    return replaced(replaced(std::move(text), open_mark, ""), close_mark, "");
}

std::vector<std::string> parts_of(const std::string& text, std::string_view separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos;
         end = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::vector<Column> columns_of(ListKind kind) {
    std::vector<Column> columns{
        {CellRole::number, "序号"}, {CellRole::category, "事项类别"}, {CellRole::name, "事项名称"}};
    if (kind == ListKind::cooperative) {
        columns.push_back({CellRole::departments, "对应上级部门"});
        columns.push_back({CellRole::superior_duties, "上级部门职责"});
        columns.push_back({CellRole::township_duties, "乡镇配合职责"});
    }
    if (kind == ListKind::recalled) columns.push_back({CellRole::handover, "承接部门及工作方式"});
    return columns;
}

DutyList& list_of(Document& document, ListKind kind) {
    for (DutyList& list : document.lists) {
        if (list.kind == kind) return list;
    }
    document.lists.push_back({kind, "", columns_of(kind), {}});
    return document.lists.back();
}

void add_row(Document& document, ListKind kind, const std::string& row) {
    DutyList& list = list_of(document, kind);
    Item item;
    for (const std::string& part : parts_of(row, " | ")) {
        Cell cell;
        cell.text = replaced(without_marks(part), "⏎", "\n");
        item.cells.push_back(std::move(cell));
    }
    item.cells.resize(list.columns.size());
    list.items.push_back(std::move(item));
}

void set_unit(Unit& unit, const std::string& value) {
    const auto parts = parts_of(value, "/");
    unit.province = parts.at(0);
    unit.prefecture = parts.at(1);
    unit.county = parts.at(2);
    unit.township = parts.at(3);
}

struct Row {
    ListKind kind;
    std::string cells;
};

// The row that a line stands for: a whole one, or one cell with plain ones around it.
std::optional<Row> row_of(const std::string& key, const std::string& value) {
    const std::string duties = "1 | 平安法治 | 事项 | ";
    if (const auto kind = list_kind_from(key)) return Row{*kind, value};
    if (key == "name") return Row{ListKind::basic, "1 | 平安法治 | " + value};
    if (key == "departments")
        return Row{ListKind::cooperative, duties + value + " | 制定方案。 | 组织实施。"};
    if (key == "superior")
        return Row{ListKind::cooperative, duties + "青石县民政局 | " + value + " | 组织实施。"};
    if (key == "township")
        return Row{ListKind::cooperative, duties + "青石县民政局 | 制定方案。 | " + value};
    if (key == "handover") return Row{ListKind::recalled, duties + value};
    return {};
}

void apply(CheckExample& example, const std::string& key, const std::string& value) {
    Document& document = example.document;
    if (const auto row = row_of(key, value)) {
        add_row(document, row->kind, row->cells);
    } else if (key == "unit") {
        set_unit(document.unit, value);
    } else if (key == "title") {
        list_of(document, ListKind::basic).title = value;
    } else if (key == "group") {
        const auto parts = parts_of(value, " | ");
        DutyList& list = list_of(document, ListKind::basic);
        list.groups.push_back({parts.at(0), static_cast<std::uint32_t>(std::stoul(parts.at(1))),
                               static_cast<std::uint32_t>(list.items.size()), SourceMap()});
    } else if (key == "contents") {
        const auto parts = parts_of(value, " | ");
        document.contents.push_back({parts.at(0), parts.at(1)});
    } else if (key == "outside") {
        example.outside.push_back(value);
    } else {
        throw std::runtime_error(example.file + ": unknown key " + key);
    }
}

}  // namespace

std::vector<CheckExample> read_check_examples(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<CheckExample> examples;
    bool in_document = false;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.empty()) in_document = false;
        if (line.empty() || line[0] == '#') continue;
        const bool starts_document = line == "document";
        if (!in_document || starts_document) {
            examples.push_back({file.filename().string(), number, {}, {}, {}});
            examples.back().document.unit = {"", "", "青石县", ""};
        }
        if (starts_document) {
            in_document = true;
            continue;
        }
        const std::size_t colon = line.find(": ");
        examples.back().text += line + "\n";
        apply(examples.back(), line.substr(0, colon), line.substr(colon + 2));
    }
    for (CheckExample& example : examples) {
        Diagnostics ignored;
        analyse(example.document, ignored);
    }
    return examples;
}

std::string with_marks(const Document& document,
                       const std::vector<std::pair<const Cell*, TextSpan>>& spots) {
    std::string text;
    for (const DutyList& list : document.lists) {
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) {
                std::string marked = cell.text;
                std::vector<TextSpan> spans;
                for (const auto& [holder, span] : spots) {
                    if (holder == &cell) spans.push_back(span);
                }
                std::sort(spans.begin(), spans.end(),
                          [](TextSpan a, TextSpan b) { return a.begin > b.begin; });
                for (TextSpan span : spans) {
                    marked.insert(span.end, close_mark);
                    marked.insert(span.begin, open_mark);
                }
                text += replaced(marked, "\n", "⏎") + "\n";
            }
        }
    }
    return text;
}

std::string expected_marks(const CheckExample& example) {
    // The cells come by list, as in the document, not by line.
    std::array<std::string, 3> by_kind;
    std::vector<ListKind> order;
    for (const std::string& line : parts_of(example.text, "\n")) {
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos) continue;
        const auto row = row_of(line.substr(0, colon), line.substr(colon + 2));
        if (!row) continue;
        for (const std::string& part : parts_of(row->cells, " | "))
            by_kind[static_cast<std::size_t>(row->kind)] += part + "\n";
        if (std::find(order.begin(), order.end(), row->kind) == order.end())
            order.push_back(row->kind);
    }
    std::string text;
    for (ListKind kind : order) text += by_kind[static_cast<std::size_t>(kind)];
    return text;
}

}  // namespace dutylist::test
