#include "importers/open_document/spreadsheet_reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "importers/draft_building/concealed_text.h"
#include "importers/draft_building/table_builder.h"
#include "importers/draft_building/text_builder.h"
#include "importers/office_container/flat_xml.h"
#include "importers/office_container/xml_part.h"
#include "importers/open_document/hidden_parts.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/io/limits.h"
#include "pipeline/text/text_gate.h"

namespace dutylist {
namespace {

// Comments, notes, shapes, the readings over characters, the record of changes: no text of a cell.
constexpr std::array<std::string_view, 7> skipped_elements{
    "annotation", "note", "shapes", "frame", "ruby-text", "tracked-changes", "forms"};

class SpreadsheetHandler : public XmlHandler {
public:
    SpreadsheetHandler(const std::string& file, Diagnostics& diagnostics)
        : file_(file),
          diagnostics_(diagnostics),
          budget_(file),
          table_(budget_),
          text_(nullptr, TextBuilder::Placing::whole, diagnostics),
          concealed_(file, diagnostics) {
        draft_.source_file = file;
    }

    void start_element(std::string_view name, std::string_view,
                       const XmlAttributes& attributes) override {
        if (skip_ > 0 || std::find(skipped_elements.begin(), skipped_elements.end(), name) !=
                             skipped_elements.end()) {
            ++skip_;
        } else if (name == "table") {
            in_body_ = true;
            start_table(attributes);
        } else if (!in_body_) {
            start_style_element(name, attributes);
        } else if (name == "table-column") {
            hidden_parts_.add_column(attributes, looks_);
        } else if (name == "table-header-rows") {
            header_ = true;
        } else if (name == "table-row") {
            start_row(attributes);
        } else if (name == "table-cell" || name == "covered-table-cell") {
            start_cell(name != "table-cell", attributes);
        } else if (in_cell_) {
            start_text_element(name, attributes);
        }
    }

    void end_element(std::string_view name, std::string_view) override {
        if (skip_ > 0) {
            --skip_;
        } else if (!in_body_) {
            looks_.end(name);
        } else if (name == "table-cell" || name == "covered-table-cell") {
            end_cell();
        } else if (name == "table-row") {
            end_row();
        } else if (name == "table-header-rows") {
            header_ = false;
        } else if (name == "table") {
            end_table();
        } else if (name == "p" && in_cell_) {
            in_paragraph_ = false;
            text_.line_break();
        } else if (name == "span" && !spans_.empty()) {
            spans_.pop_back();
        }
    }

    void characters(std::string_view text) override {
        if (skip_ > 0 || !in_paragraph_) return;
        const TextLook& look = spans_.empty() ? cell_look() : spans_.back();
        if (concealed_.listens(look)) {
            concealed_.add(look, text, {row_, column_});
        } else {
            concealed_.end_stretch();
        }
        // A line feed in the XML is white space; only <text:line-break/> breaks the line.
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            text_.add(text.substr(0, end), {row_, column_});
            if (end == text.size()) break;
            text_.space();
            text.remove_prefix(end + 1);
        }
        budget_.require_cell_size(text_.size());
    }

    Draft finish() { return std::move(draft_); }

private:
    SourceLocation place() const { return {file_, name_, row_, column_}; }

    void start_style_element(std::string_view name, const XmlAttributes& attributes) {
        looks_.start(name, attributes);
        if (name == "style") style_ = attributes.value("name");
        if (name == "table-properties" && attributes.value("display") == "false")
            hidden_styles_.insert(style_);
    }

    const TextLook& cell_look() {
        if (known_look_ == nullptr) {
            std::string style = cell_style_;
            if (style.empty()) style = row_cell_style_;
            if (style.empty()) style = hidden_parts_.cell_style(column_ - 1);
            const auto [known, is_new] = cell_looks_.try_emplace(style);
            if (is_new) known->second = looks_.look("table-cell", style);
            known_look_ = &known->second;
        }
        return *known_look_;
    }

    void start_table(const XmlAttributes& attributes) {
        name_ = clean_text(attributes.value("name"), {file_, {}, 0, 0}, diagnostics_);
        hidden_ = hidden_styles_.contains(std::string(attributes.value("style-name")));
        text_.set_origin(std::make_shared<const SourceOrigin>(SourceOrigin{file_, name_}));
        row_ = 0;
        merged_ = 0;
        header_ = false;
        hidden_parts_.start_table();
        concealed_.set_sheet(name_);
    }

    void start_row(const XmlAttributes& attributes) {
        ++row_;
        column_ = 0;
        empty_columns_ = 0;
        row_repeats_ = std::max(attributes.number("number-rows-repeated", 1), 1u);
        row_cell_style_ = attributes.value("default-cell-style-name");
        hidden_parts_.start_row(row_, row_repeats_, attributes, looks_);
        in_row_ = false;
    }

    void start_cell(bool covered, const XmlAttributes& attributes) {
        ++column_;
        covered_ = covered;
        repeats_ = std::max(attributes.number("number-columns-repeated", 1), 1u);
        columns_ = attributes.number("number-columns-spanned", 1);
        rows_ = attributes.number("number-rows-spanned", 1);
        value_ = attributes.value("value");
        cell_style_ = attributes.value("style-name");
        known_look_ = nullptr;
        spans_.clear();
        in_cell_ = true;
        in_paragraph_ = false;
    }

    void start_text_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "p" || name == "h") {
            in_paragraph_ = true;
        } else if (name == "span") {
            const TextLook& around = spans_.empty() ? cell_look() : spans_.back();
            spans_.push_back(looks_.look("text", attributes.value("style-name")).over(around));
        } else if (name == "s") {
            if (attributes.number("c", 1) > 0) text_.space();
        } else if (name == "tab") {
            text_.space();
        } else if (name == "line-break") {
            text_.line_break();
        }
    }

    void end_cell() {
        in_cell_ = false;
        concealed_.end_stretch();
        if (text_.empty() && !value_.empty()) {
            // A number whose format shows nothing.
            text_.add(value_, {row_, column_});
            concealed_.add(Concealment::number_format, value_, {row_, column_});
            concealed_.end_stretch();
        }
        const std::uint32_t repeats = repeats_;
        if (text_.empty()) {
            text_.clear();
            // An empty cell that spans others keeps its columns, and nothing has to be copied.
            if (!covered_) empty_columns_ += repeats - 1 + std::max(columns_, 1u);
        } else if (covered_) {
            put_covered_text();
        } else {
            put_cell(repeats);
        }
        column_ += repeats - 1;
    }

    void begin_cell() {
        if (!in_row_) {
            table_.begin_row(header_);
            in_row_ = true;
        }
        if (empty_columns_ > 0) table_.skip_columns(empty_columns_);
        empty_columns_ = 0;
    }

    void put_covered_text() {
        begin_cell();
        DraftText text = text_.take();
        diagnostics_.add(Code::excel_text_under_merge, place(), {}, text.text);
        table_.put_under_merge(column_ - 1, std::move(text));
    }

    void put_cell(std::uint32_t repeats) {
        begin_cell();
        const DraftText text = text_.take();
        hidden_parts_.add_text(text.text, {row_, column_}, columns_ > 1 ? columns_ : repeats,
                               rows_);
        merged_ += columns_ > 1 || rows_ > 1;
        for (std::uint32_t i = 0; i < repeats; ++i) table_.add(text, columns_, rows_);
    }

    void end_row() {
        if (!in_row_) {
            table_.skip_rows(row_repeats_);
        } else {
            table_.end_row();
            for (std::uint32_t i = 1; i < row_repeats_; ++i) {
                table_.table().rows.push_back(table_.table().rows.back());
                for (const DraftCell& cell : table_.table().rows.back().cells) {
                    budget_.take_copy(cell.content.text.size());
                }
            }
        }
        row_ += row_repeats_ - 1;
    }

    void end_table() {
        DraftTable table = table_.take();
        table.caption = name_;
        if (table.rows.empty()) return;
        const SourceLocation sheet{file_, name_, 0, 0};
        if (hidden_) {
            diagnostics_.add(Code::excel_hidden_sheet, sheet, {name_});
            return;
        }
        hidden_parts_.report(file_, name_, diagnostics_);
        if (merged_ > 0) {
            diagnostics_.add(Code::format_merged_cells, sheet, {std::to_string(merged_)});
        }
        draft_.elements.emplace_back(std::move(table));
    }

    const std::string file_;
    Diagnostics& diagnostics_;
    CellBudget budget_;
    TableBuilder table_;
    TextBuilder text_;
    ConcealedText concealed_;
    OpenDocumentLooks looks_;
    HiddenParts hidden_parts_;
    Draft draft_;

    std::uint32_t skip_ = 0;
    bool in_body_ = false;
    std::string style_;
    std::set<std::string> hidden_styles_;
    std::string name_;
    bool hidden_ = false;
    bool header_ = false;
    std::uint64_t merged_ = 0;

    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::uint32_t row_repeats_ = 1;
    std::string row_cell_style_;
    bool in_row_ = false;
    std::uint32_t empty_columns_ = 0;  // passed and not yet put into the row

    bool in_cell_ = false;
    bool in_paragraph_ = false;
    bool covered_ = false;
    std::uint32_t repeats_ = 1;
    std::uint32_t columns_ = 1;
    std::uint32_t rows_ = 1;
    std::string value_;
    std::string cell_style_;
    const TextLook* known_look_ = nullptr;  // of the open cell, once it was asked for
    std::unordered_map<std::string, TextLook> cell_looks_;
    std::vector<TextLook> spans_;  // that are open, each with what is around it
};

}  // namespace

Draft read_spreadsheet(OfficeContainer& container, Diagnostics& diagnostics) {
    SpreadsheetHandler handler(container.file_name(), diagnostics);
    if (container.has("styles.xml")) read_xml_part(container, "styles.xml", handler);
    read_xml_part(container, "content.xml", handler);
    return handler.finish();
}

Draft read_flat_spreadsheet(std::string_view bytes, const std::string& file,
                            Diagnostics& diagnostics) {
    SpreadsheetHandler handler(file, diagnostics);
    read_flat_xml(bytes, file, handler);
    return handler.finish();
}

}  // namespace dutylist
