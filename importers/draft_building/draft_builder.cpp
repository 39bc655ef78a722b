#include "importers/draft_building/draft_builder.h"

#include <algorithm>

#include "importers/draft_building/draft_lines.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"

namespace dutylist {

// A table that has begun and not ended, with the cell that is being read.
struct DraftBuilder::OpenTable {
    OpenTable(CellBudget& budget, std::shared_ptr<const SourceOrigin> origin,
              TextBuilder::Placing placing, Diagnostics& diagnostics)
        : table(budget), text(std::move(origin), placing, diagnostics) {}

    TableBuilder table;
    TextBuilder text;
    bool in_row = false;
    bool in_cell = false;
    std::size_t filled_cells = 0;  // of the row, before the open cell
    // What stands in the open cell before and between the lists that it holds.
    std::vector<Element> cell_elements;
    // The table is there for the layout: what its cells held so far, in order.
    bool layout = false;
    std::vector<Element> elements;
};

namespace {

void append_paragraphs(std::vector<std::variant<DraftParagraph, DraftTable>>& elements,
                       const DraftText& text) {
    for (DraftText& line : split_lines(text)) {
        DraftParagraph paragraph;
        paragraph.content = std::move(line);
        elements.emplace_back(std::move(paragraph));
    }
}

bool begins_with_digit(const DraftRow& row) {
    if (row.cells.empty()) return false;
    const std::string& text = row.cells.front().content.text;
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

// A table of several rows and three columns, or of two where heads stand above numbers.
bool may_be_list(const DraftTable& table) {
    if (table.rows.size() < 2) return false;
    const bool wide = std::any_of(table.rows.begin(), table.rows.end(),
                                  [](const DraftRow& row) { return row.cells.size() >= 3; });
    if (wide) return true;
    const bool two = table.rows.front().cells.size() == 2 &&
                     !table.rows.front().cells[0].content.text.empty() &&
                     !table.rows.front().cells[1].content.text.empty();
    return two && !begins_with_digit(table.rows.front()) &&
           std::any_of(table.rows.begin() + 1, table.rows.end(), begins_with_digit);
}

}  // namespace

DraftBuilder::DraftBuilder(std::shared_ptr<const SourceOrigin> origin, TextBuilder::Placing placing,
                           Diagnostics& diagnostics)
    : origin_(std::move(origin)),
      placing_(placing),
      diagnostics_(diagnostics),
      budget_(origin_->file),
      body_(origin_, placing, diagnostics) {
    draft_.source_file = origin_->file;
}

DraftBuilder::~DraftBuilder() = default;

DraftBuilder::OpenTable* DraftBuilder::open_cell() const {
    for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
        if ((*table)->in_cell) return table->get();
    }
    return nullptr;
}

TextBuilder& DraftBuilder::text() {
    OpenTable* const open = open_cell();
    return open != nullptr ? open->text : body_;
}

void DraftBuilder::end_paragraph(ParagraphKind kind) {
    if (OpenTable* const open = open_cell()) {
        open->text.line_break();
        budget_.require_cell_size(open->text.size());
        return;
    }
    if (body_.empty()) {
        body_.clear();
        return;
    }
    for (DraftText& line : split_lines(body_.take())) {
        DraftParagraph paragraph;
        paragraph.content = std::move(line);
        paragraph.heading_level = kind.heading_level;
        paragraph.in_contents = kind.in_contents;
        if (kind.in_contents) paragraph.contents_page = split_contents_page(paragraph.content);
        budget_.take_cell(paragraph.content.text.size());
        draft_.elements.emplace_back(std::move(paragraph));
    }
}

void DraftBuilder::begin_table() {
    end_paragraph();
    if (tables_.size() >= default_limits.xml_depth) {
        throw JobError(Code::format_tables_too_deep, {},
                       {origin_->file, std::to_string(default_limits.xml_depth)});
    }
    tables_.push_back(std::make_unique<OpenTable>(budget_, origin_, placing_, diagnostics_));
}

void DraftBuilder::set_caption(std::string caption) {
    if (!tables_.empty()) innermost().table.table().caption = std::move(caption);
}

void DraftBuilder::begin_row(bool header) {
    if (tables_.empty()) begin_table();
    if (innermost().in_row) end_row();
    innermost().table.begin_row(header);
    innermost().in_row = true;
    innermost().filled_cells = 0;
}

void DraftBuilder::set_row_header() {
    if (tables_.empty() || !innermost().in_row) return;
    innermost().table.table().rows.back().header = true;
}

void DraftBuilder::begin_cell() {
    if (tables_.empty() || !innermost().in_row) begin_row();
    if (innermost().in_cell) end_cell();
    innermost().in_cell = true;
}

// The text of the open cell; what a layout cell holds goes to the table's elements instead.
DraftText DraftBuilder::finish_cell() {
    OpenTable& open = innermost();
    open.in_cell = false;
    DraftText content = open.text.take();
    if (!content.text.empty()) ++open.filled_cells;
    if (!open.cell_elements.empty()) {
        append_paragraphs(open.cell_elements, content);
        content = {};
        open.layout = true;
    }
    if (!open.layout) return content;

    if (open.elements.empty()) {
        // What came before the first list in this table.
        for (const DraftRow& row : open.table.table().rows) {
            for (const DraftCell& cell : row.cells) {
                if (!cell.from_merge) append_paragraphs(open.elements, cell.content);
            }
        }
    }
    append_paragraphs(open.elements, content);
    std::move(open.cell_elements.begin(), open.cell_elements.end(),
              std::back_inserter(open.elements));
    open.cell_elements.clear();
    return {};
}

void DraftBuilder::end_cell(std::uint32_t columns, std::uint32_t rows) {
    if (tables_.empty() || !innermost().in_cell) return;
    merged_cells_ += columns > 1 || rows > 1;
    DraftText content = finish_cell();
    innermost().table.add(std::move(content), columns, rows);
}

void DraftBuilder::end_continued_cell(std::uint32_t columns) {
    if (tables_.empty() || !innermost().in_cell) return;
    DraftText content = finish_cell();
    if (content.text.empty()) {
        ++merged_cells_;
        innermost().table.add_continued(columns);
    } else {
        innermost().table.add(std::move(content), columns);
    }
}

void DraftBuilder::end_covered_cell(std::uint32_t columns) {
    if (tables_.empty() || !innermost().in_cell) return;
    DraftText content = finish_cell();
    if (content.text.empty()) {
        ++merged_cells_;
        innermost().table.add_covered(columns);
    } else {
        innermost().table.add(std::move(content), columns);
    }
}

std::string DraftBuilder::end_cell_under_merge(std::uint32_t column) {
    if (tables_.empty() || !innermost().in_cell) return {};
    DraftText content = finish_cell();
    if (content.text.empty()) return {};
    std::string text = content.text;
    innermost().table.put_under_merge(column, std::move(content));
    return text;
}

std::uint32_t DraftBuilder::next_column() {
    return tables_.empty() || !innermost().in_row ? 0 : innermost().table.next_column();
}

void DraftBuilder::leave_out_columns(std::uint32_t columns) {
    if (!tables_.empty() && innermost().in_row) innermost().table.leave_out_columns(columns);
}

void DraftBuilder::add_grid_column(std::uint32_t width) {
    if (!tables_.empty() && innermost().table.empty()) innermost().table.add_grid_column(width);
}

void DraftBuilder::skip_width(std::uint32_t width) {
    if (!tables_.empty() && innermost().in_row) innermost().table.skip_width(width);
}

void DraftBuilder::end_row() {
    if (tables_.empty() || !innermost().in_row) return;
    end_cell();
    innermost().table.end_row();
    innermost().in_row = false;
}

void DraftBuilder::end_table() {
    if (tables_.empty()) return;
    end_row();
    const std::unique_ptr<OpenTable> ended = std::move(tables_.back());
    tables_.pop_back();
    DraftTable table = ended->table.take();
    std::vector<Element> elements = std::move(ended->elements);
    if (!ended->layout && !table.rows.empty()) elements.emplace_back(std::move(table));

    OpenTable* const enclosing = open_cell();
    if (enclosing == nullptr) {
        end_paragraph();
        std::move(elements.begin(), elements.end(), std::back_inserter(draft_.elements));
        return;
    }
    OpenTable& outer = *enclosing;
    const bool lists =
        ended->layout || std::any_of(elements.begin(), elements.end(), [](const Element& element) {
            const auto* inner = std::get_if<DraftTable>(&element);
            return inner != nullptr && may_be_list(*inner);
        });
    // Beside its number and name an item may hold a table; what stands beside a layout's is no
    // number.
    const bool beside_item =
        outer.filled_cells >= 2 && begins_with_digit(outer.table.table().rows.back());
    if (lists && !beside_item) {
        append_paragraphs(outer.cell_elements, outer.text.take());
        std::move(elements.begin(), elements.end(), std::back_inserter(outer.cell_elements));
        return;
    }
    outer.text.line_break();
    for (const Element& element : elements) {
        if (const auto* paragraph = std::get_if<DraftParagraph>(&element)) {
            outer.text.add(paragraph->content);
            outer.text.line_break();
            continue;
        }
        for (const DraftRow& row : std::get<DraftTable>(element).rows) {
            for (const DraftCell& cell : row.cells) {
                if (cell.from_merge) continue;
                outer.text.add(cell.content);
                outer.text.space();
            }
            outer.text.line_break();
        }
    }
    budget_.require_cell_size(outer.text.size());
}

Draft DraftBuilder::take() {
    while (!tables_.empty()) end_table();
    end_paragraph();
    return std::exchange(draft_, {});
}

}  // namespace dutylist
