#include "importers/mapped_xml/mapped_reader.h"

#include <algorithm>
#include <unordered_set>

#include "importers/draft_building/hidden_lines.h"
#include "importers/draft_building/table_builder.h"
#include "importers/mapped_xml/mapped_styles.h"
#include "importers/mapped_xml/mapped_text.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/limits.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

using Node = XPathDocument::Node;
using Query = XPathDocument::Query;

struct TableQueries {
    explicit TableQueries(const Mapping::Table& table)
        : select(table.select),
          caption(table.caption),
          hidden(table.hidden),
          style(table.style),
          hidden_styles(table.hidden_styles),
          row(table.row),
          row_header(table.row_header),
          row_repeat(table.row_repeat),
          row_number(table.row_number),
          row_hidden(table.row_hidden),
          table_column(table.table_column),
          table_column_number(table.table_column_number),
          table_column_columns(table.table_column_columns),
          table_column_hidden(table.table_column_hidden),
          cell(table.cell),
          text(table.text),
          column(table.column),
          columns(table.columns),
          rows(table.rows),
          cell_repeat(table.cell_repeat),
          covered(table.covered),
          cell_style(table.cell_style),
          number(table.number),
          date(table.date) {
        for (const Mapping::Field& field : table.fields) fields.emplace_back(field.select);
    }
    Query select, caption, hidden, style, hidden_styles;
    Query row, row_header, row_repeat, row_number, row_hidden;
    Query table_column, table_column_number, table_column_columns, table_column_hidden;
    Query cell, text, column, columns, rows, cell_repeat, covered, cell_style, number, date;
    std::vector<Query> fields;
};

// The rows and columns of a table, and which of them its program does not show.
struct TableLines {
    struct Row {
        Node node;
        std::uint32_t number = 0;  // from 1
        std::uint32_t repeats = 1;
        std::uint32_t hidden = 0;  // how many rows from it on are
    };
    std::vector<Row> rows;
    std::vector<bool> hidden_columns;

    bool hides_columns(std::uint32_t first, std::uint32_t count) const {
        for (std::uint32_t i = first; i < first + count; ++i) {
            if (i >= hidden_columns.size() || !hidden_columns[i]) return false;
        }
        return true;
    }
    std::uint32_t rows_left_out_before(std::size_t index) const {
        const std::uint32_t last =
            index == 0 ? 0 : rows[index - 1].number + rows[index - 1].repeats - 1;
        return rows[index].number - last - 1;
    }
};

class MappedReader {
public:
    MappedReader(const XPathDocument& document, const std::string& file, const Mapping& mapping,
                 Diagnostics& diagnostics)
        : document_(document),
          file_(file),
          mapping_(mapping),
          diagnostics_(diagnostics),
          budget_(file),
          styles_(document, mapping),
          text_(document, file, mapping, budget_, diagnostics) {}

    Draft read() {
        Draft draft;
        draft.source_file = file_;
        for (const std::string& expression : mapping_.paragraphs) {
            for (const Node node : document_.select(Query(expression), document_.root())) {
                text_.add(node);
                DraftParagraph paragraph;
                paragraph.content = text_.take();
                if (!paragraph.content.text.empty())
                    draft.elements.emplace_back(std::move(paragraph));
            }
        }
        for (const Mapping::Table& table : mapping_.tables) {
            const TableQueries queries(table);
            const Query content(".");
            std::unordered_set<std::string> hidden_styles;
            for (const Node style : document_.select(queries.hidden_styles, document_.root()))
                hidden_styles.insert(document_.string(content, style));
            for (const Node node : document_.select(queries.select, document_.root())) {
                const bool hidden = document_.boolean(queries.hidden, node) ||
                                    (!hidden_styles.empty() &&
                                     hidden_styles.contains(document_.string(queries.style, node)));
                DraftTable read = read_table(table, queries, node, hidden);
                if (!read.rows.empty() && !hidden) draft.elements.emplace_back(std::move(read));
            }
        }
        return draft;
    }

private:
    DraftText text_of(const Query& query, Node context) {
        for (const Node node : document_.select(query, context)) {
            text_.add(node);
            text_.line_break();
        }
        return text_.take();
    }

    DraftText text_of_cell(const TableQueries& queries, Node cell) {
        const bool day = document_.boolean(queries.date, cell);
        if (!day && !document_.boolean(queries.number, cell)) return text_of(queries.text, cell);
        for (const Node node : document_.select(queries.text, cell)) {
            const std::string written = normalised_white_space(document_.string(content_, node));
            if (!written.empty()) text_.add_number(day ? serial_of_day(written) : written, node);
        }
        return text_.take();
    }

    TableLines lines_of(const TableQueries& queries, Node table) const {
        TableLines lines;
        std::uint32_t number = 0;
        for (const Node row : document_.select(queries.row, table)) {
            number = std::max(number + 1, document_.number(queries.row_number, row, 0));
            const std::uint32_t repeats =
                std::max(document_.number(queries.row_repeat, row, 1), 1U);
            const bool hidden = document_.boolean(queries.row_hidden, row);
            lines.rows.push_back({row, number, repeats, hidden ? repeats : 0});
            number += repeats - 1;
        }
        for (std::size_t i = lines.rows.size(); i-- > 1;) {
            TableLines::Row& above = lines.rows[i - 1];
            if (above.hidden > 0 && lines.rows_left_out_before(i) == 0)
                above.hidden += lines.rows[i].hidden;
        }
        std::uint32_t column = 0;
        for (const Node node : document_.select(queries.table_column, table)) {
            column = std::max(column + 1, document_.number(queries.table_column_number, node, 0));
            const std::uint32_t count =
                std::max(document_.number(queries.table_column_columns, node, 1), 1U);
            const std::uint32_t end = std::min(column - 1 + count, default_limits.table_columns);
            if (document_.boolean(queries.table_column_hidden, node) && column <= end) {
                if (lines.hidden_columns.size() < end) lines.hidden_columns.resize(end);
                std::fill(lines.hidden_columns.begin() + (column - 1),
                          lines.hidden_columns.begin() + end, true);
            }
            column += count - 1;
        }
        return lines;
    }

    // Nothing but its name is told of a hidden table.
    DraftTable read_table(const Mapping::Table& mapping, const TableQueries& queries, Node node,
                          bool hidden) {
        const std::string caption = normalised_white_space(document_.string(queries.caption, node));
        if (hidden) {
            if (document_.select(queries.row, node).empty()) return {};
            diagnostics_.add(Code::excel_hidden_sheet, {file_, {}, 0, 0}, {caption});
            return {};
        }
        const bool sheet = queries.row_number && mapping.fields.empty();
        TableBuilder table(budget_);
        if (!mapping.fields.empty()) add_heads(table, mapping);
        if (sheet) text_.begin_sheet(caption);
        const TableLines lines = lines_of(queries, node);
        hidden_rows_ = HiddenLines(HiddenLines::Lines::rows);
        hidden_columns_ = HiddenLines(HiddenLines::Lines::columns);
        for (std::size_t r = 0; r < lines.rows.size(); ++r) {
            if (mapping.fields.empty()) {
                table.skip_rows(lines.rows_left_out_before(r));
                read_row(table, queries, lines, lines.rows[r]);
            } else {
                read_fields(table, queries, lines.rows[r]);
            }
        }
        hidden_rows_.report(file_, sheet ? caption : std::string(), diagnostics_);
        hidden_columns_.report(file_, sheet ? caption : std::string(), diagnostics_);
        if (sheet) text_.begin_lines();
        DraftTable read = table.take();
        read.caption = caption;
        return read;
    }

    void add_heads(TableBuilder& table, const Mapping::Table& mapping) {
        table.begin_row(true);
        for (const Mapping::Field& field : mapping.fields) {
            DraftText head;
            head.text = normalised_white_space(field.head);
            table.add(std::move(head));
        }
        table.end_row();
    }

    void read_fields(TableBuilder& table, const TableQueries& queries, const TableLines::Row& row) {
        table.begin_row();
        for (const Query& field : queries.fields) {
            DraftText text = text_of(field, row.node);
            if (row.hidden > 0 && !text.text.empty())
                hidden_rows_.add(row.number, text.text, place_of(text));
            table.add(std::move(text));
        }
        table.end_row();
    }

    static SourcePosition place_of(const DraftText& text) {
        const SourceLocation at = text.source.locate(text.text, 0);
        return {at.line, at.column};
    }

    void read_row(TableBuilder& table, const TableQueries& queries, const TableLines& lines,
                  const TableLines::Row& line) {
        const Node row = line.node;
        bool begun = false;
        std::uint32_t column = 0;  // of the next cell, from 0
        for (const Node cell : document_.select(queries.cell, row)) {
            const std::uint32_t own = document_.number(queries.column, cell, 0);
            if (own > column) column = own - 1;
            const std::uint32_t start = column;
            text_.begin_cell({line.number, start + 1},
                             styles_.find(document_.string(queries.cell_style, cell)));
            DraftText text = text_of_cell(queries, cell);
            const std::uint32_t copies =
                std::max(document_.number(queries.cell_repeat, cell, 1), 1u);
            const std::uint32_t columns = std::max(document_.number(queries.columns, cell, 1), 1u);
            // Where the places that a cell spans stand in the source, they count themselves.
            column += queries.covered ? copies : copies - 1 + columns;
            if (text.text.empty()) continue;
            if (document_.boolean(queries.covered, cell)) {
                diagnostics_.add(Code::excel_text_under_merge, text.source.locate(text.text, 0), {},
                                 text.text);
                continue;
            }
            if (!begun) table.begin_row(document_.boolean(queries.row_header, row));
            begun = true;
            while (table.next_column() < start) table.skip_columns(1);
            const std::uint32_t rows = std::max(document_.number(queries.rows, cell, 1), 1U);
            if (line.hidden >= rows) hidden_rows_.add(line.number, text.text, place_of(text));
            if (lines.hides_columns(start, columns))
                hidden_columns_.add(start + 1, text.text, place_of(text));
            for (std::uint32_t i = 1; i < copies; ++i) table.add(text, columns, rows);
            table.add(std::move(text), columns, rows);
        }
        if (!begun) {
            table.skip_rows(line.repeats);
            return;
        }
        table.end_row();
        for (std::uint32_t i = 1; i < line.repeats; ++i) {
            table.table().rows.push_back(table.table().rows.back());
            for (const DraftCell& copy : table.table().rows.back().cells) {
                budget_.take_copy(copy.content.text.size());
            }
        }
    }

    const XPathDocument& document_;
    const Query content_ = Query(".");
    const std::string& file_;
    const Mapping& mapping_;
    Diagnostics& diagnostics_;
    CellBudget budget_;
    const MappedStyles styles_;
    MappedText text_;
    HiddenLines hidden_rows_{HiddenLines::Lines::rows};
    HiddenLines hidden_columns_{HiddenLines::Lines::columns};
};

}  // namespace

Draft read_mapped(const XPathDocument& document, const std::string& file, const Mapping& mapping,
                  Diagnostics& diagnostics) {
    return MappedReader(document, file, mapping, diagnostics).read();
}

}  // namespace dutylist
