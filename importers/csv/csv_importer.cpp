#include "importers/csv/csv_importer.h"

#include <algorithm>

#include "importers/csv/csv_reader.h"
#include "importers/detection/text_peek.h"
#include "importers/draft_building/cell_budget.h"
#include "importers/draft_building/unfinished_row.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/text_gate.h"

namespace dutylist {
namespace {

bool is_protected(std::string_view text) {
    return text.size() >= 2 && text[0] == '\'' &&
           std::string_view("=+-@\t").find(text[1]) != std::string_view::npos;
}

DraftCell read_cell(const CsvField& field, TextBuilder& builder, const CellBudget& budget) {
    for (std::size_t i = 0; i < field.pieces.size(); ++i) {
        CsvPiece piece = field.pieces[i];
        if (i == 0 && is_protected(piece.text)) {
            piece.text.remove_prefix(1);
            ++piece.place.column;
        }
        if (piece.new_line) builder.line_break();
        builder.add(piece.text, piece.place);
        budget.require_cell_size(builder.size());
    }
    return {builder.take(), false};
}

void report(const CsvField& field, const std::string& file, Diagnostics& diagnostics) {
    const SourceLocation place{file, {}, field.place.line, field.place.column};
    const auto raw = [&] {
        return field.pieces.empty() ? std::string() : std::string(field.pieces.front().text);
    };
    if (field.never_closed) diagnostics.add(Code::csv_quote_not_closed, place, {}, raw());
    if (field.text_after_quote) diagnostics.add(Code::csv_text_after_quote, place, {}, raw());
}

SourceLocation place_of(const DraftRow& row) {
    for (const DraftCell& cell : row.cells) {
        if (!cell.content.text.empty()) return cell.content.source.locate(cell.content.text, 0);
    }
    return {};
}

}  // namespace

Confidence recognise_csv(const SourceBytes& source) {
    const std::string text = peek_text(source);
    if (text.empty() || text.find('\0') != std::string::npos) return Confidence::no;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || text[first] == '<' || text[first] == '|') {
        return Confidence::no;
    }
    const char delimiter = find_delimiter(text);
    if (delimiter == 0) return Confidence::no;
    // Text with tabs is a list as text unless quotation marks hold line breaks together.
    if (delimiter == '\t') {
        const bool quoted = text.find("\t\"") != std::string::npos;
        return quoted ? Confidence::likely : Confidence::fallback;
    }
    return Confidence::likely;
}

Imported read_csv(SourceBytes source, const ImportSettings& settings, Diagnostics& diagnostics) {
    Draft draft;
    draft.source_file = source.name;
    const GatedText gated = pass_text_gate(
        std::move(source.bytes), source.name, diagnostics,
        settings.encoding ? std::optional<std::string_view>(*settings.encoding) : std::nullopt);
    const char delimiter = find_delimiter(std::string_view(gated.text).substr(0, 1 << 18));
    CsvReader reader(gated.text, delimiter == 0 ? ',' : delimiter);

    CellBudget budget(source.name);
    const auto origin = std::make_shared<const SourceOrigin>(SourceOrigin{source.name, {}});
    TextBuilder builder(origin, TextBuilder::Placing::exact, diagnostics);
    DraftTable table;
    std::vector<CsvField> record;
    while (reader.next(record)) {
        DraftRow row;
        row.cells.reserve(record.size());
        for (const CsvField& field : record) {
            report(field, source.name, diagnostics);
            row.cells.push_back(read_cell(field, builder, budget));
            budget.take_cell(row.cells.back().content.text.size());
        }
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const auto& cell) { return cell.content.text.empty(); });
        if (!blank) table.rows.push_back(std::move(row));
    }
    if (!gated.text.ends_with('\n') && ends_unlike_other_rows(table.rows))
        diagnostics.add(Code::input_ends_in_row, place_of(table.rows.back()));
    draft.elements.emplace_back(std::move(table));
    return draft;
}

}  // namespace dutylist
