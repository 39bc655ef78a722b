#include "importers/excel/sheet_reader.h"

#include <algorithm>
#include <charconv>

#include "importers/draft_building/concealed_text.h"
#include "importers/excel/cell_reference.h"
#include "importers/excel/escaped_text.h"
#include "importers/excel/hidden_cells.h"
#include "importers/excel/merged_ranges.h"
#include "importers/excel/rich_text.h"
#include "importers/office_container/xml_part.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/io/limits.h"
#include "pipeline/text/text_gate.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

class SheetHandler : public XmlHandler {
public:
    SheetHandler(const SheetPart& sheet, WorkbookReading& reading)
        : sheet_(sheet),
          reading_(reading),
          origin_(std::make_shared<const SourceOrigin>(
              SourceOrigin{reading.container.file_name(), sheet.name})),
          builder_(origin_, TextBuilder::Placing::whole, reading.diagnostics),
          concealed_(reading.container.file_name(), reading.diagnostics),
          table_index_(static_cast<std::uint32_t>(reading.tables.size())) {
        reading.tables.emplace_back();
        reading.tables.back().caption = clean_text(sheet.name, place(), reading.diagnostics);
        concealed_.set_sheet(sheet.name);
    }

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (name == "c") {
            start_cell(attributes);
        } else if (name == "v") {
            in_text_ = true;
            has_value_ = true;
        } else if (name == "t") {
            in_text_ = !phonetic_;
            has_value_ = true;
        } else if (name == "f") {
            formula_ = true;
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "row") {
            start_row(attributes);
        } else if (name == "mergeCell") {
            if (const auto range = parse_cell_range(attributes.value("ref"))) merges_.add(*range);
        } else if (name == "col" || name == "sheetFormatPr") {
            hidden_.add_columns(name, attributes);
        } else {
            rich_.start(name, attributes);
        }
    }

    void end_element(std::string_view name, std::string_view) override {
        if (name == "c") {
            end_cell();
        } else if (name == "v" || name == "t") {
            in_text_ = false;
        } else if (name == "rPh") {
            phonetic_ = false;
        } else {
            rich_.end(name);
        }
    }

    void characters(std::string_view text) override {
        if (!in_text_) return;
        raw_ += text;
        rich_.add_text(text);
        reading_.budget.require_cell_size(raw_.size());
    }

    void finish() {
        const std::vector<CellRange>& merges = merges_.list();
        for (const CellRange& merge : merges) spread(merge);
        if (!merges.empty()) {
            reading_.diagnostics.add(Code::format_merged_cells, place(),
                                     {std::to_string(merges.size())});
        }
        if (overlapping_merges_ > 0) {
            reading_.diagnostics.add(Code::excel_overlapping_merges, place(),
                                     {std::to_string(overlapping_merges_)});
        }
        hidden_.report(table(), row_numbers_, merges, place(), reading_.diagnostics);
    }

private:
    DraftTable& table() { return reading_.tables[table_index_]; }
    SourceLocation place() const {
        return {reading_.container.file_name(), sheet_.name, here_.row, here_.column};
    }

    void start_row(const XmlAttributes& attributes) {
        row_ = std::max(attributes.number("r", row_ + 1), row_ + 1);
        column_ = 0;
        hidden_.add_row(row_, attributes);
    }

    void start_cell(const XmlAttributes& attributes) {
        if (row_ == 0) row_ = 1;
        const auto reference = parse_cell_reference(attributes.value("r"));
        column_ = std::max(reference ? reference->column : column_ + 1, column_ + 1);
        here_ = {row_, column_};
        type_ = attributes.value("t", "n");
        style_ = attributes.number("s", 0);
        raw_.clear();
        formula_ = has_value_ = in_text_ = phonetic_ = false;
        rich_.take();
    }

    void end_cell() {
        if (!has_value_ || raw_.empty()) {
            if (formula_ && type_ != "str") reading_.diagnostics.add(Code::excel_no_value, place());
            return;
        }
        // The row is only made once there is something to put in it.
        DraftCell& cell = new_cell();
        ++texts_;
        if (type_ == "s") {
            const std::size_t index = shared_index();
            cell.content.text = shared_text(index);
            tell_if_not_shown(cell.content.text);
            tell_concealed(cell.content.text, reading_.strings.runs(index));
            reading_.budget.take_shared(cell.content.text.size());
        } else {
            builder_.add(read_text(), {here_.row, here_.column});
            cell.content.text = builder_.take().text;
            tell_concealed(cell.content.text, rich_.take());
            reading_.budget.take_cell(cell.content.text.size());
        }
        cell.content.source = SourceMap(origin_);
        cell.content.source.add({0, here_.row, here_.column});
    }

    DraftCell& new_cell() {
        std::vector<DraftRow>& rows = table().rows;
        if (row_numbers_.empty() || row_numbers_.back() != row_) {
            rows.emplace_back();
            rows.back().cells.reserve(columns_seen_);
            row_numbers_.push_back(row_);
        }
        std::vector<DraftCell>& cells = rows.back().cells;
        if (column_ > default_limits.table_columns) {
            throw JobError(
                Code::format_too_many_columns, place(),
                {reading_.container.file_name(), std::to_string(default_limits.table_columns)});
        }
        // The gap before it counts as cells, too.
        while (cells.size() + 1 < column_) {
            reading_.budget.take_copy(0);
            cells.emplace_back();
        }
        columns_seen_ = std::max<std::size_t>(columns_seen_, column_);
        return cells.emplace_back();
    }

    void tell_concealed(std::string_view text, const std::vector<RichRun>& runs) {
        const SourcePosition at{here_.row, here_.column};
        const std::vector<CellFormat>& formats = reading_.parts.formats;
        static const TextLook plain;
        const TextLook& look = style_ < formats.size() ? formats[style_].look : plain;
        if (runs.empty() && !concealed_.listens(look)) return;
        if (runs.empty()) concealed_.add(look, text, at);
        for (const RichRun& run : runs) {
            TextLook own = run.look.value_or(look);
            own.background = look.background;
            own.on_unknown = look.on_unknown;
            concealed_.add(own, run.text, at);
        }
        concealed_.end_stretch();
    }

    std::size_t shared_index() {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(raw_.data(), raw_.data() + raw_.size(), index);
        if (error != std::errc() || end != raw_.data() + raw_.size() ||
            index >= reading_.strings.size()) {
            throw JobError(Code::container_damaged, place(),
                           {reading_.container.file_name(), "shared string " + raw_});
        }
        return index;
    }

    std::string shared_text(std::size_t index) {
        const auto& rows = table().rows;
        return reading_.strings.take(index,
                                     {table_index_, static_cast<std::uint32_t>(rows.size() - 1),
                                      static_cast<std::uint32_t>(rows.back().cells.size() - 1)},
                                     reading_.tables);
    }

    // What is not as it stands in raw_ is made in shown_.
    std::string_view shown_text() {
        if (type_ == "n" || type_.empty()) {
            const NumberFormat* const format = number_format();
            return shown_ = format != nullptr ? format->number(raw_, reading_.parts.from_1904)
                                              : show_number(raw_);
        }
        if (type_ == "b") return raw_ == "1" ? "TRUE" : "FALSE";
        if (type_ == "e") reading_.diagnostics.add(Code::excel_error_value, place(), {raw_});
        if (type_ == "str" || type_ == "inlineStr") unescape_excel_text(raw_);
        const NumberFormat* const format = type_ == "e" ? nullptr : number_format();
        if (format == nullptr) return raw_;
        return shown_ = format->text(raw_);
    }

    const NumberFormat* number_format() const {
        const std::vector<CellFormat>& formats = reading_.parts.formats;
        return style_ < formats.size() ? formats[style_].number.get() : nullptr;
    }

    // What a cell holds whose format shows nothing is read all the same.
    std::string_view read_text() {
        const std::string_view text = shown_text();
        if (!trimmed(text).empty()) return text;
        const bool number = type_ == "n" || type_.empty();
        shown_ = number ? show_number(raw_) : raw_;
        concealed_.add(Concealment::number_format, shown_, {here_.row, here_.column});
        concealed_.end_stretch();
        return shown_;
    }

    // A text that cells share stays as it is, since others copy it from here.
    void tell_if_not_shown(std::string_view text) {
        const NumberFormat* const format = number_format();
        if (format == nullptr || !trimmed(format->text(text)).empty()) return;
        concealed_.add(Concealment::number_format, text, {here_.row, here_.column});
        concealed_.end_stretch();
    }

    void spread(const CellRange& merge) {
        const auto first =
            std::lower_bound(row_numbers_.begin(), row_numbers_.end(), merge.first.row);
        if (first == row_numbers_.end() || *first != merge.first.row) return;
        std::vector<DraftRow>& rows = table().rows;
        const std::size_t anchor_row = static_cast<std::size_t>(first - row_numbers_.begin());
        const std::size_t anchor = merge.first.column - 1;
        if (anchor >= rows[anchor_row].cells.size() ||
            rows[anchor_row].cells[anchor].content.text.empty()) {
            return;
        }
        // Excel writes no merges that overlap, and refuses a workbook that has some.
        if (rows[anchor_row].cells[anchor].from_merge) {
            ++overlapping_merges_;
            return;
        }
        const std::size_t columns =
            std::min<std::size_t>(merge.last.column, default_limits.table_columns);
        for (std::size_t r = anchor_row; r < rows.size() && row_numbers_[r] <= merge.last.row;
             ++r) {
            std::vector<DraftCell>& cells = rows[r].cells;
            for (std::size_t c = anchor; c < columns; ++c) {
                if (r == anchor_row && c == anchor) continue;
                for (; cells.size() <= c; cells.emplace_back()) reading_.budget.take_copy(0);
                if (cells[c].from_merge) {
                    ++overlapping_merges_;
                    here_ = {};
                    return;
                }
                if (!cells[c].content.text.empty()) {
                    // Merges that do not overlap cover a text once at most.
                    if (++covered_texts_ > texts_) {
                        ++overlapping_merges_;
                        here_ = {};
                        return;
                    }
                    here_ = {row_numbers_[r], static_cast<std::uint32_t>(c + 1)};
                    reading_.diagnostics.add(Code::excel_text_under_merge, place(), {},
                                             cells[c].content.text);
                    continue;
                }
                DraftCell copy = rows[anchor_row].cells[anchor];
                copy.from_merge = true;
                copy.covered = c > anchor;
                reading_.budget.take_copy(copy.content.text.size());
                cells[c] = std::move(copy);
            }
        }
        here_ = {};
    }

    const SheetPart& sheet_;
    WorkbookReading& reading_;
    std::shared_ptr<const SourceOrigin> origin_;
    TextBuilder builder_;
    ConcealedText concealed_;
    std::uint32_t table_index_;

    std::vector<std::uint32_t> row_numbers_;  // of the table's rows in the sheet
    MergedRanges merges_;
    HiddenCells hidden_;
    std::size_t columns_seen_ = 0;
    std::uint64_t overlapping_merges_ = 0;
    std::uint64_t texts_ = 0;
    std::uint64_t covered_texts_ = 0;

    SheetPosition here_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::string type_;
    std::uint32_t style_ = 0;
    std::string raw_;
    std::string shown_;
    RichText rich_;
    bool formula_ = false;
    bool has_value_ = false;
    bool in_text_ = false;
    bool phonetic_ = false;
};

class ContentHandler : public XmlHandler {
public:
    void start_element(std::string_view name, std::string_view, const XmlAttributes&) override {
        found = found || name == "v" || name == "is";
    }
    void end_element(std::string_view, std::string_view) override {}
    void characters(std::string_view) override {}
    bool found = false;
};

}  // namespace

void read_sheet(const SheetPart& sheet, WorkbookReading& reading) {
    SheetHandler handler(sheet, reading);
    read_xml_part(reading.container, sheet.part, handler);
    handler.finish();
}

bool sheet_has_content(const SheetPart& sheet, OfficeContainer& container) {
    ContentHandler handler;
    read_xml_part(container, sheet.part, handler);
    return handler.found;
}

}  // namespace dutylist
