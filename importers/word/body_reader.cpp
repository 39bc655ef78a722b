#include "importers/word/body_reader.h"

#include <vector>

#include "importers/office_container/xml_part.h"
#include "importers/word/elements.h"
#include "importers/word/fields.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {
class BodyHandler : public XmlHandler {
public:
    BodyHandler(std::shared_ptr<const SourceOrigin> origin, const WordStyles& styles, Notes& notes,
                Numbering& numbering, Diagnostics& diagnostics)
        : file_(origin->file),
          styles_(styles),
          notes_(notes),
          numbering_(numbering),
          diagnostics_(diagnostics),
          builder_(std::move(origin), TextBuilder::Placing::exact, diagnostics) {}

    void start_element(std::string_view name, std::string_view name_space,
                       const XmlAttributes& attributes) override {
        if (skip_ > 0) {
            ++skip_;
            return;
        }
        if (name == "Fallback") {
            // The same content again, for programs that do not know the newer form.
            skip_ = 1;
        } else if (name_space.find("wordprocessingml") != std::string_view::npos) {
            start_word_element(name, attributes);
        } else if (name == "t" && name_space.ends_with("/math")) {
            start_text(true);
        } else if (name == "blip") {
            report(Code::word_picture);
        }
    }

    void end_element(std::string_view name, std::string_view) override {
        if (skip_ > 0) {
            --skip_;
            return;
        }
        if (name == "t") {
            end_text();
        } else if (name == "p") {
            end_paragraph();
        } else if (name == "pPr") {
            in_paragraph_properties_ = false;
            show_label();
        } else if (name == "r") {
            hidden_ = false;
        } else if (name == "trPr") {
            in_row_properties_ = false;
            if (row_deleted_) return;
            builder_.begin_row(row_header_);
            if (row_skips_ > 0) {
                builder_.leave_out_columns(row_skips_);
            } else {
                builder_.skip_width(row_indent_);
            }
        } else if (name == "tc") {
            end_cell();
        } else if (name == "tr") {
            builder_.end_row();
            row_deleted_ = false;
        } else if (name == "tbl") {
            builder_.end_table();
        } else if (name == "sdt") {
            fields_.end_control();
        } else if (name == "instrText") {
            in_instruction_text_ = false;
        }
    }

    void characters(std::string_view text) override {
        if (skip_ > 0) return;
        if (in_instruction_text_) fields_.add_instruction(text);
        if (in_text_) text_ += text;
    }

    Draft finish() {
        if (tracked_changes_ > 0) {
            diagnostics_.add(Code::word_tracked_changes, {file_, {}, 0, 0},
                             {std::to_string(tracked_changes_)});
        }
        if (labels_ > 0) {
            diagnostics_.add(Code::format_labels_restored, {file_, {}, 0, 0},
                             {std::to_string(labels_)});
        }
        if (builder_.merged_cells() > 0) {
            diagnostics_.add(Code::format_merged_cells, {file_, {}, 0, 0},
                             {std::to_string(builder_.merged_cells())});
        }
        return builder_.take();
    }

private:
    struct CellProperties {
        std::uint32_t columns = 1;
        bool continued = false;  // goes on from the cell above
        bool covered = false;    // goes on from the cell to its left
        bool deleted = false;
    };

    void report(Code code, std::string raw = {}) {
        diagnostics_.add(code, {file_, {}, paragraph_, column_}, {}, std::move(raw));
    }

    void report_note(const std::string& text) {
        diagnostics_.add(Code::word_note, {file_, {}, paragraph_, column_}, {text}, text);
    }

    void start_word_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "t") {
            start_text(attributes.value("space") == "preserve");
        } else if (name == "r" || name == "rPr") {
            return;
        } else if (name == "p") {
            start_paragraph();
        } else if (name == "pPr") {
            in_paragraph_properties_ = true;
        } else if (in_paragraph_properties_ && paragraph_property(name, attributes)) {
            return;
        } else if (in_row_properties_ && row_property(name, attributes)) {
            return;
        } else if (is_left_out(name)) {
            tracked_changes_ += name == "del" || name == "moveFrom";
            skip_ = 1;
        } else if (name == "ins" || name == "moveTo") {
            ++tracked_changes_;
        } else if (name == "tab" || name == "ptab") {
            add_mark(" ");
        } else if (name == "br" || name == "cr") {
            if (shows_text()) builder_.text().line_break();
            ++column_;
        } else if (name == "noBreakHyphen") {
            add_mark("-");
        } else if (name == "sym") {
            add_symbol(attributes);
        } else if (name == "vanish") {
            hidden_ = attributes.flag("val", true);
        } else if (!start_table_element(name, attributes)) {
            start_other_element(name, attributes);
        }
    }

    bool start_table_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "tbl") {
            builder_.begin_table();
        } else if (name == "tr") {
            row_deleted_ = row_header_ = false;
            row_skips_ = row_indent_ = 0;
        } else if (name == "trPr") {
            in_row_properties_ = true;
        } else if (name == "tc") {
            if (row_deleted_) {
                skip_ = 1;
                return true;
            }
            builder_.begin_cell();
            cells_.push_back({});
        } else if (name == "gridCol") {
            builder_.add_grid_column(attributes.number("w", 0));
        } else if (name == "gridSpan" && !cells_.empty()) {
            cells_.back().columns = attributes.number("val", 1);
        } else if (name == "vMerge" && !cells_.empty()) {
            cells_.back().continued = attributes.value("val", "continue") == "continue";
        } else if (name == "hMerge" && !cells_.empty()) {
            cells_.back().covered = attributes.value("val", "continue") == "continue";
        } else if (name == "cellDel" && !cells_.empty()) {
            cells_.back().deleted = true;
        } else {
            return false;
        }
        return true;
    }

    void start_other_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "fldChar") {
            const std::string_view type = attributes.value("fldCharType");
            if (type == "begin") fields_.begin();
            if (type == "separate" && fields_.separate()) in_contents_ = true;
            if (type == "end") fields_.end();
        } else if (name == "instrText") {
            in_instruction_text_ = true;
        } else if (name == "sdt") {
            fields_.begin_control();
        } else if (name == "docPartGallery") {
            fields_.mark_control(attributes.value("val") == "Table of Contents");
        } else if (name == "footnoteReference" || name == "endnoteReference") {
            report_note(notes_.take(
                name == "footnoteReference" ? Notes::Kind::footnote : Notes::Kind::endnote,
                std::string(attributes.value("id"))));
        } else if (name == "altChunk" || name == "object") {
            report(Code::word_embedded);
        } else if (name == "imagedata" || name == "pict") {
            report(Code::word_picture);
        }
    }

    void start_paragraph() {
        // A paragraph inside another one stands in a text box: what came before is on its own.
        if (in_paragraph_) builder_.end_paragraph();
        in_paragraph_ = true;
        ++paragraph_;
        column_ = 1;
        style_id_.clear();
        num_.reset();
        num_level_.reset();
        outline_.reset();
        mark_deleted_ = false;
        in_contents_ = fields_.in_contents();
        label_shown_ = false;
    }

    // Children of w:pPr; its w:rPr is about the paragraph mark.
    bool paragraph_property(std::string_view name, const XmlAttributes& attributes) {
        if (name == "pStyle") {
            style_id_ = attributes.value("val");
        } else if (name == "numId") {
            num_ = attributes.number("val", 0);
        } else if (name == "ilvl") {
            num_level_ = attributes.number("val", 0);
        } else if (name == "outlineLvl") {
            outline_ = attributes.number("val", 9);
        } else if (name == "del" || name == "moveFrom") {
            mark_deleted_ = true;
        } else if (name == "ins" || name == "moveTo" || name == "vanish" || name == "tab") {
            return true;
        } else {
            return false;
        }
        return true;
    }

    bool row_property(std::string_view name, const XmlAttributes& attributes) {
        if (name == "tblHeader") {
            row_header_ = attributes.flag("val", true);
        } else if (name == "gridBefore") {
            row_skips_ = attributes.number("val", 0);
        } else if (name == "wBefore") {
            if (attributes.value("type") == "dxa") row_indent_ = attributes.number("w", 0);
        } else if (name == "del") {
            row_deleted_ = true;
            ++tracked_changes_;
        } else if (name == "ins") {
            ++tracked_changes_;
        } else {
            return false;
        }
        return true;
    }

    void show_label() {
        if (label_shown_) return;
        label_shown_ = true;
        const ParagraphStyle& style = styles_.style(style_id_);
        const std::uint32_t num = num_.value_or(style.num.value_or(0));
        if (num == 0 || continues_line_) return;
        std::uint32_t level = num_level_.value_or(style.num_level.value_or(0));
        if (!num_ && !style_id_.empty()) {
            level = numbering_.level_of_style(num, style_id_).value_or(level);
        }
        std::string unknown;
        const std::string label = numbering_.next_label(num, level, unknown);
        if (!unknown.empty()) {
            diagnostics_.add(Code::word_number_format, {file_, {}, paragraph_, 1}, {unknown});
        }
        if (label.empty()) return;
        builder_.text().add_restored(trimmed(label));
        ++labels_;
    }

    void end_paragraph() {
        continues_line_ = mark_deleted_;
        if (mark_deleted_) {
            ++tracked_changes_;
            in_paragraph_ = false;
            return;
        }
        const ParagraphStyle& style = styles_.style(style_id_);
        ParagraphKind kind;
        kind.heading_level =
            outline_ ? (*outline_ < 9 ? static_cast<int>(*outline_) + 1 : 0) : style.heading_level;
        kind.in_contents = in_contents_ || fields_.in_contents() || style.in_contents;
        if (kind.in_contents) kind.heading_level = 0;
        builder_.end_paragraph(kind);
        in_paragraph_ = false;
    }

    void end_cell() {
        if (cells_.empty()) return;
        const CellProperties cell = cells_.back();
        cells_.pop_back();
        continues_line_ = false;
        if (cell.deleted) builder_.text().clear();
        if (cell.covered) {
            builder_.end_covered_cell(cell.columns);
        } else if (cell.continued) {
            builder_.end_continued_cell(cell.columns);
        } else {
            builder_.end_cell(cell.columns);
        }
    }

    // False inside the instruction of a field, and in hidden text.
    bool shows_text() const { return !hidden_ && fields_.shows_text(); }

    void start_text(bool preserve_space) {
        in_text_ = true;
        preserve_space_ = preserve_space;
        text_.clear();
    }

    void end_text() {
        if (!in_text_) return;
        in_text_ = false;
        std::string_view text = text_;
        if (!preserve_space_) {
            static constexpr std::string_view xml_space = " \t\r\n";
            const std::size_t begin = std::min(text.find_first_not_of(xml_space), text.size());
            text.remove_prefix(begin);
            text = text.substr(0, text.find_last_not_of(xml_space) + 1);
        }
        if (hidden_) {
            if (!text.empty()) report(Code::word_hidden_text, std::string(text));
            return;
        }
        if (!shows_text()) return;
        builder_.text().add(text, {paragraph_, column_});
        column_ += static_cast<std::uint32_t>(count_characters(text));
    }

    void add_mark(std::string_view text) {
        if (!shows_text() || in_paragraph_properties_) return;
        builder_.text().add(text, {paragraph_, column_});
        ++column_;
    }

    void add_symbol(const XmlAttributes& attributes) {
        const std::optional<Symbol> symbol = symbol_of(attributes);
        if (!symbol) return;
        if (symbol->of_symbol_font)
            report(Code::word_symbol, std::string(attributes.value("font")));
        add_mark(to_utf8(symbol->character));
    }

    const std::string file_;
    const WordStyles& styles_;
    Notes& notes_;
    Numbering& numbering_;
    Diagnostics& diagnostics_;
    DraftBuilder builder_;

    std::uint32_t skip_ = 0;  // how deep inside an element that is passed over
    std::uint32_t paragraph_ = 0;
    std::uint32_t column_ = 1;
    bool in_paragraph_ = false;
    bool in_paragraph_properties_ = false;
    bool continues_line_ = false;  // the paragraph mark before was deleted
    bool mark_deleted_ = false;
    bool label_shown_ = false;
    bool in_contents_ = false;
    std::string style_id_;
    std::optional<std::uint32_t> num_;
    std::optional<std::uint32_t> num_level_;
    std::optional<std::uint32_t> outline_;
    std::vector<CellProperties> cells_;
    bool in_row_properties_ = false;
    bool row_deleted_ = false;
    bool row_header_ = false;
    std::uint32_t row_skips_ = 0;   // columns of the grid
    std::uint32_t row_indent_ = 0;  // twentieths of a point
    Fields fields_;
    bool in_instruction_text_ = false;
    bool in_text_ = false;
    bool preserve_space_ = false;
    bool hidden_ = false;
    std::string text_;
    std::uint64_t tracked_changes_ = 0;
    std::uint64_t labels_ = 0;
};

}  // namespace

Draft read_body(OfficeContainer& container, const std::string& part, const WordStyles& styles,
                Notes& notes, Numbering& numbering, Diagnostics& diagnostics) {
    BodyHandler handler(
        std::make_shared<const SourceOrigin>(SourceOrigin{container.file_name(), {}}), styles,
        notes, numbering, diagnostics);
    read_xml_part(container, part, handler);
    return handler.finish();
}

}  // namespace dutylist
