#include "importers/mapped_xml/mapped_reader.h"

#include <algorithm>
#include <unordered_set>

#include "importers/draft_building/table_builder.h"
#include "importers/draft_building/text_builder.h"
#include "pipeline/diagnostics/codes.h"
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
          cell(table.cell),
          text(table.text),
          column(table.column),
          columns(table.columns),
          rows(table.rows),
          cell_repeat(table.cell_repeat),
          covered(table.covered) {
        for (const Mapping::Field& field : table.fields) fields.emplace_back(field.select);
    }
    Query select, caption, hidden, style, hidden_styles, row, row_header, row_repeat;
    Query cell, text, column, columns, rows, cell_repeat, covered;
    std::vector<Query> fields;
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
          builder_(std::make_shared<const SourceOrigin>(SourceOrigin{file, {}}),
                   TextBuilder::Placing::exact, diagnostics) {}

    Draft read() {
        Draft draft;
        draft.source_file = file_;
        for (const std::string& expression : mapping_.paragraphs) {
            for (const Node node : document_.select(Query(expression), document_.root())) {
                add(node);
                DraftParagraph paragraph;
                paragraph.content = builder_.take();
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
                DraftTable read = read_table(table, queries, node);
                if (read.rows.empty()) continue;
                if (document_.boolean(queries.hidden, node) ||
                    (!hidden_styles.empty() &&
                     hidden_styles.contains(document_.string(queries.style, node)))) {
                    diagnostics_.add(Code::excel_hidden_sheet, {file_, {}, 0, 0}, {read.caption});
                    continue;
                }
                draft.elements.emplace_back(std::move(read));
            }
        }
        return draft;
    }

private:
    void add(Node node) {
        const auto named = [](const std::vector<std::string>& names, std::string_view name) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        document_.walk(
            node,
            [&](std::string_view text, SourcePosition place) {
                std::size_t begin = 0;
                while (mapping_.line_feed_is_break && begin <= text.size()) {
                    const std::size_t end = text.find('\n', begin);
                    if (end == std::string_view::npos) break;
                    builder_.add(text.substr(begin, end - begin), place);
                    builder_.line_break();
                    begin = end + 1;
                    place = {place.line + 1, 1};
                }
                builder_.add(text.substr(begin), place);
                budget_.require_cell_size(builder_.size());
            },
            [&](std::string_view name, bool) {
                if (named(mapping_.line_elements, name)) builder_.line_break();
                if (named(mapping_.space_elements, name)) builder_.space();
            });
    }

    DraftText text_of(const Query& query, Node context) {
        for (const Node node : document_.select(query, context)) {
            add(node);
            builder_.line_break();
        }
        return builder_.take();
    }

    DraftTable read_table(const Mapping::Table& mapping, const TableQueries& queries, Node node) {
        TableBuilder table(budget_);
        if (!mapping.fields.empty()) {
            table.begin_row(true);
            for (const Mapping::Field& field : mapping.fields) {
                builder_.add(field.head, {0, 0});
                DraftText head = builder_.take();
                head.source = {};
                table.add(std::move(head));
            }
            table.end_row();
        }
        for (const Node row : document_.select(queries.row, node)) {
            if (mapping.fields.empty()) {
                read_row(table, queries, row);
            } else {
                table.begin_row();
                for (const Query& field : queries.fields) table.add(text_of(field, row));
                table.end_row();
            }
        }
        DraftTable read = table.take();
        read.caption = normalised_white_space(document_.string(queries.caption, node));
        return read;
    }

    void read_row(TableBuilder& table, const TableQueries& queries, Node row) {
        const std::uint32_t repeats = std::max(document_.number(queries.row_repeat, row, 1), 1u);
        bool begun = false;
        std::uint32_t column = 0;  // of the next cell, from 0
        for (const Node cell : document_.select(queries.cell, row)) {
            DraftText text = text_of(queries.text, cell);
            const std::uint32_t copies =
                std::max(document_.number(queries.cell_repeat, cell, 1), 1u);
            const std::uint32_t columns = std::max(document_.number(queries.columns, cell, 1), 1u);
            const std::uint32_t own = document_.number(queries.column, cell, 0);
            if (own > column) column = own - 1;
            const std::uint32_t start = column;
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
            const std::uint32_t rows = document_.number(queries.rows, cell, 1);
            for (std::uint32_t i = 1; i < copies; ++i) table.add(text, columns, rows);
            table.add(std::move(text), columns, rows);
        }
        if (!begun) {
            table.skip_rows(repeats);
            return;
        }
        table.end_row();
        for (std::uint32_t i = 1; i < repeats; ++i) {
            table.table().rows.push_back(table.table().rows.back());
            for (const DraftCell& copy : table.table().rows.back().cells) {
                budget_.take_copy(copy.content.text.size());
            }
        }
    }

    const XPathDocument& document_;
    const std::string& file_;
    const Mapping& mapping_;
    Diagnostics& diagnostics_;
    CellBudget budget_;
    TextBuilder builder_;
};

}  // namespace

Draft read_mapped(const XPathDocument& document, const std::string& file, const Mapping& mapping,
                  Diagnostics& diagnostics) {
    return MappedReader(document, file, mapping, diagnostics).read();
}

}  // namespace dutylist
