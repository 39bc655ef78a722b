#include "importers/open_text/text_reader.h"

#include <algorithm>
#include <array>
#include <vector>

#include "importers/draft_building/draft_builder.h"
#include "importers/office_container/xml_part.h"
#include "importers/open_text/list_numbers.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// Comments, the readings over characters, the record of changes, declarations, what an index is
// made from, and cells that a merged one covers.
constexpr std::array<std::string_view, 10> skipped_elements{
    "annotation",      "ruby-text",         "tracked-changes",  "forms",
    "sequence-decls",  "variable-decls",    "user-field-decls", "table-of-content-source",
    "event-listeners", "covered-table-cell"};

class TextHandler : public XmlHandler {
public:
    TextHandler(const std::string& file, const TextStyles& styles, Diagnostics& diagnostics)
        : file_(file),
          styles_(styles),
          diagnostics_(diagnostics),
          numbers_(styles),
          builder_(std::make_shared<const SourceOrigin>(SourceOrigin{file, {}}),
                   TextBuilder::Placing::exact, diagnostics) {}

    void start_element(std::string_view name, std::string_view name_space,
                       const XmlAttributes& attributes) override {
        if (skip_ > 0) {
            ++skip_;
            tracked_changes_ += name == "changed-region";
        } else if (note_ > 0) {
            ++note_;
            if (name == "note-citation") skip_ = 1;
            if (name == "p" && !note_text_.empty()) note_text_ += ' ';
        } else if (name == "body") {
            in_body_ = true;
        } else if (!in_body_) {
            return;
        } else if (is_skipped(name) || name_space.find("svg") != std::string_view::npos ||
                   (name == "section" && attributes.value("display") == "none")) {
            if (name == "section") report(Code::word_hidden_text);
            skip_ = 1;
        } else if (name == "note") {
            note_ = 1;
            note_text_.clear();
        } else if (!start_table_element(name, attributes) &&
                   !start_list_element(name, attributes)) {
            start_text_element(name, attributes);
        }
    }

    void end_element(std::string_view name, std::string_view) override {
        if (skip_ > 0) {
            --skip_;
            if (skip_ == 0 && note_ > 0 && name == "note-citation") --note_;
        } else if (note_ > 0) {
            if (--note_ == 0) report(Code::word_note, note_text_);
        } else if (!in_body_) {
            return;
        } else if (name == "p" || name == "h") {
            end_paragraph();
        } else if (name == "span") {
            if (!hidden_.empty()) hidden_.pop_back();
        } else if (name == "table-of-content") {
            in_contents_ = false;
        } else if (name == "list") {
            numbers_.end_list();
        } else if (name == "list-item" || name == "list-header") {
            label_due_ = false;
        } else if (name == "table-cell") {
            const Cell cell = cells_.empty() ? Cell{} : cells_.back();
            if (!cells_.empty()) cells_.pop_back();
            builder_.end_cell(cell.columns, cell.rows);
        } else if (name == "table-row") {
            builder_.end_row();
        } else if (name == "table-header-rows") {
            header_ = false;
        } else if (name == "table") {
            builder_.end_table();
        }
    }

    void characters(std::string_view text) override {
        if (skip_ > 0) return;
        if (note_ > 0) {
            note_text_ += trimmed(text);
            return;
        }
        if (in_paragraph_ == 0) return;
        if (is_hidden()) {
            if (!trimmed(text).empty()) report(Code::word_hidden_text, std::string(trimmed(text)));
            return;
        }
        // A line feed in the XML is white space; only <text:line-break/> breaks the line.
        std::string line(text);
        std::replace(line.begin(), line.end(), '\n', ' ');
        builder_.text().add(line, {paragraph_, column_});
        column_ += static_cast<std::uint32_t>(count_characters(text));
    }

    Draft finish() {
        const auto add_count = [&](Code code, std::uint64_t count) {
            if (count > 0) diagnostics_.add(code, {file_, {}, 0, 0}, {std::to_string(count)});
        };
        add_count(Code::word_tracked_changes, tracked_changes_);
        add_count(Code::format_labels_restored, labels_);
        add_count(Code::format_merged_cells, builder_.merged_cells());
        return builder_.take();
    }

private:
    struct Cell {
        std::uint32_t columns = 1;
        std::uint32_t rows = 1;
    };

    static bool is_skipped(std::string_view name) {
        return std::find(skipped_elements.begin(), skipped_elements.end(), name) !=
               skipped_elements.end();
    }

    void report(Code code, const std::string& text = {}) {
        diagnostics_.add(code, {file_, {}, paragraph_, column_}, {text}, text);
    }

    bool is_hidden() const {
        return std::find(hidden_.begin(), hidden_.end(), true) != hidden_.end();
    }

    bool start_table_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table") {
            builder_.begin_table();
        } else if (name == "table-header-rows") {
            header_ = true;
        } else if (name == "table-row") {
            builder_.begin_row(header_);
        } else if (name == "table-cell") {
            builder_.begin_cell();
            cells_.push_back({attributes.number("number-columns-spanned", 1),
                              attributes.number("number-rows-spanned", 1)});
        } else {
            return false;
        }
        return true;
    }

    bool start_list_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "list") {
            numbers_.begin_list({std::string(attributes.value("style-name")),
                                 std::string(attributes.value("id")),
                                 std::string(attributes.value("continue-list")),
                                 attributes.flag("continue-numbering", false)});
        } else if (name == "list-item") {
            label_due_ = true;
            start_value_.reset();
            if (attributes.find("start-value")) start_value_ = attributes.number("start-value", 1);
        } else if (name == "list-header") {
            label_due_ = false;
        } else {
            return false;
        }
        return true;
    }

    void start_text_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "p" || name == "h") {
            start_paragraph(name == "h" ? attributes.number("outline-level", 1) : 0,
                            attributes.flag("is-list-header", false));
        } else if (name == "span") {
            hidden_.push_back(styles_.hides(std::string(attributes.value("style-name"))));
        } else if (name == "s" || name == "tab") {
            if (in_paragraph_ > 0) builder_.text().add(" ", {paragraph_, column_});
            column_ += name == "s" ? attributes.number("c", 1) : 1;
        } else if (name == "line-break") {
            builder_.text().line_break();
            ++column_;
        } else if (name == "table-of-content") {
            in_contents_ = true;
        } else if (name == "image") {
            report(Code::word_picture);
            skip_ = 1;
        } else if (name == "object" || name == "object-ole") {
            report(Code::word_embedded);
            skip_ = 1;
        } else if (name == "hidden-text" || name == "hidden-paragraph") {
            report(Code::word_hidden_text, std::string(attributes.value("string-value")));
            skip_ = 1;
        }
    }

    void start_paragraph(std::uint32_t outline, bool unnumbered) {
        // A paragraph inside another one stands in a text box: what came before is on its own.
        if (in_paragraph_ > 0) builder_.end_paragraph();
        ++in_paragraph_;
        ++paragraph_;
        column_ = 1;
        outline_ = outline;
        std::string unknown;
        std::string label;
        if (label_due_) {
            label = numbers_.next_label(start_value_, unknown);
        } else if (outline > 0 && !unnumbered) {
            label = numbers_.next_heading_label(outline, unknown);
        }
        label_due_ = false;
        if (!unknown.empty()) {
            diagnostics_.add(Code::word_number_format, {file_, {}, paragraph_, 1}, {unknown});
        }
        if (trimmed(label).empty()) return;
        builder_.text().add_restored(trimmed(label));
        ++labels_;
    }

    void end_paragraph() {
        ParagraphKind kind;
        kind.heading_level = in_contents_ ? 0 : static_cast<int>(outline_);
        kind.in_contents = in_contents_;
        builder_.end_paragraph(kind);
        outline_ = 0;
        if (in_paragraph_ > 0) --in_paragraph_;
    }

    const std::string file_;
    const TextStyles& styles_;
    Diagnostics& diagnostics_;
    ListNumbers numbers_;
    DraftBuilder builder_;

    std::uint32_t skip_ = 0;  // how deep inside an element that is passed over
    std::uint32_t note_ = 0;  // how deep inside a footnote or endnote
    std::string note_text_;
    bool in_body_ = false;
    bool in_contents_ = false;
    std::uint32_t in_paragraph_ = 0;
    std::uint32_t paragraph_ = 0;
    std::uint32_t column_ = 1;
    std::uint32_t outline_ = 0;
    bool header_ = false;
    bool label_due_ = false;
    std::optional<std::uint32_t> start_value_;
    std::vector<bool> hidden_;  // of each span that is open
    std::vector<Cell> cells_;
    std::uint64_t tracked_changes_ = 0;
    std::uint64_t labels_ = 0;
};

}  // namespace

Draft read_text_document(OfficeContainer& container, const TextStyles& styles,
                         Diagnostics& diagnostics) {
    TextHandler handler(container.file_name(), styles, diagnostics);
    read_xml_part(container, "content.xml", handler);
    return handler.finish();
}

}  // namespace dutylist
