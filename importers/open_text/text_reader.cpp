#include "importers/open_text/text_reader.h"

#include <algorithm>
#include <array>
#include <vector>

#include "importers/draft_building/concealed_text.h"
#include "importers/draft_building/draft_builder.h"
#include "importers/office_container/flat_xml.h"
#include "importers/office_container/xml_part.h"
#include "importers/open_text/list_numbers.h"
#include "importers/open_text/open_fields.h"
#include "importers/open_text/open_tables.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/draft_text.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

// Comments, the readings over characters, the record of changes, declarations, what an index is
// made from, the entries of a drop-down; in flat documents, what pictures and embedded objects
// hold.
constexpr std::array<std::string_view, 12> skipped_elements{
    "annotation",      "ruby-text",      "tracked-changes",  "forms",
    "sequence-decls",  "variable-decls", "user-field-decls", "table-of-content-source",
    "event-listeners", "binary-data",    "document",         "math"};
constexpr std::size_t longest_excerpt = 40;
constexpr std::size_t longest_paragraph_kept = 4096;

class TextHandler : public XmlHandler {
public:
    TextHandler(const std::string& file, const TextStyles& styles, Diagnostics& diagnostics)
        : file_(file),
          styles_(styles),
          diagnostics_(diagnostics),
          numbers_(styles),
          builder_(std::make_shared<const SourceOrigin>(SourceOrigin{file, {}}),
                   TextBuilder::Placing::exact, diagnostics),
          concealed_(file, diagnostics) {}

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
        } else if (is_skipped(name, name_space)) {
            skip_ = 1;
        } else if (name == "section") {
            start_section(attributes);
        } else if (name == "note") {
            note_ = 1;
            note_text_.clear();
        } else if (!tables_.start(name, attributes) && !start_list_element(name, attributes) &&
                   !fields_.start(name, attributes)) {
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
            if (!spans_.empty()) spans_.pop_back();
        } else if (name == "section") {
            end_section();
        } else if (const auto field = fields_.end(name)) {
            end_field(*field);
        } else if (name == "table-of-content") {
            in_contents_ = false;
        } else if (name == "list") {
            numbers_.end_list();
        } else if (name == "list-item" || name == "list-header") {
            label_due_ = false;
        } else {
            tables_.end(name);
            if (const std::string text = tables_.take_covered_text(); !text.empty())
                diagnostics_.add(Code::excel_text_under_merge, {file_, {}, paragraph_, column_}, {},
                                 text);
        }
    }

    void characters(std::string_view text) override {
        if (skip_ > 0) return;
        if (note_ > 0) {
            note_text_ += trimmed(text);
            return;
        }
        if (in_paragraph_ == 0) return;
        // A line feed in the XML is white space; only <text:line-break/> breaks the line.
        std::string line(text);
        std::replace(line.begin(), line.end(), '\n', ' ');
        show(line);
    }

    Draft finish() {
        const auto add_count = [&](Code code, std::uint64_t count) {
            if (count > 0) diagnostics_.add(code, {file_, {}, 0, 0}, {std::to_string(count)});
        };
        add_count(Code::word_tracked_changes, tracked_changes_);
        add_count(Code::format_labels_restored, labels_);
        add_count(Code::word_fields_restored, fields_restored_);
        add_count(Code::format_merged_cells, builder_.merged_cells());
        return builder_.take();
    }

private:
    bool is_skipped(std::string_view name, std::string_view name_space) const {
        if (name_space.find("svg") != std::string_view::npos) return true;
        if (name == "list-item") return name_space.find(":text:") == std::string_view::npos;
        return std::find(skipped_elements.begin(), skipped_elements.end(), name) !=
               skipped_elements.end();
    }

    void start_section(const XmlAttributes& attributes) {
        const std::string_view display = attributes.value("display", "true");
        const bool hidden =
            display == "none" || (display == "condition" && attributes.flag("is-hidden", false));
        sections_.push_back(hidden);
        if (hidden) concealed_.open(Concealment::hidden_part);
    }

    void end_section() {
        if (sections_.empty()) return;
        if (sections_.back()) concealed_.close();
        sections_.pop_back();
    }

    void show(std::string_view text) {
        fields_.add_text(text);
        builder_.text().add(text, {paragraph_, column_});
        concealed_.add(look(), text, {paragraph_, column_});
        if (paragraph_text_.size() < longest_paragraph_kept) paragraph_text_ += text;
        column_ += static_cast<std::uint32_t>(count_characters(text));
    }

    TextLook look() const {
        return (spans_.empty() ? paragraph_look_ : spans_.back()).over(tables_.look());
    }

    void end_field(const OpenFields::Ended& field) {
        const auto report_one = [&](Code code, const std::string& text) {
            diagnostics_.add(code, {file_, {}, paragraph_, column_},
                             {excerpt(text, longest_excerpt)}, text);
        };
        if (!field.text.empty()) show(field.text);
        fields_restored_ += !field.text.empty();
        if (field.unknown) report_one(Code::word_field_without_result, field.name);
        if (field.prompt) report_one(Code::word_placeholder, *field.prompt);
    }

    void report(Code code, const std::string& text = {}) {
        diagnostics_.add(code, {file_, {}, paragraph_, column_}, {text}, text);
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
            paragraph_look_ = styles_.looks().look("paragraph", attributes.value("style-name"));
            start_paragraph(name == "h" ? attributes.number("outline-level", 1) : 0,
                            attributes.flag("is-list-header", false));
        } else if (name == "span") {
            const TextLook& around = spans_.empty() ? paragraph_look_ : spans_.back();
            spans_.push_back(
                styles_.looks().look("text", attributes.value("style-name")).over(around));
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
        } else if (name == "control") {
            report(Code::word_field_without_result, "draw:control");
        } else if (name == "hidden-text") {
            show_hidden_text(attributes);
            skip_ = 1;
        } else if (name == "hidden-paragraph") {
            paragraph_hidden_ = paragraph_hidden_ || attributes.flag("is-hidden", true);
        }
    }

    // Its text stands in an attribute, and the condition under which it shows.
    void show_hidden_text(const XmlAttributes& attributes) {
        const std::string_view text = attributes.value("string-value");
        builder_.text().add(text, {paragraph_, column_});
        if (attributes.flag("is-hidden", true)) {
            concealed_.add(Concealment::hidden_text, text, {paragraph_, column_});
        }
        column_ += static_cast<std::uint32_t>(count_characters(text));
    }

    void start_paragraph(std::uint32_t outline, bool unnumbered) {
        // A paragraph inside another one stands in a text box: what came before is on its own.
        if (in_paragraph_ > 0) builder_.end_paragraph();
        concealed_.end_stretch();
        paragraph_text_.clear();
        paragraph_hidden_ = false;
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
        concealed_.end_stretch();
        if (paragraph_hidden_) {
            concealed_.add(Concealment::hidden_text, paragraph_text_, {paragraph_, 1});
            concealed_.end_stretch();
        }
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
    ConcealedText concealed_;
    OpenTables tables_{styles_.looks(), builder_, concealed_};
    OpenFields fields_;

    std::uint32_t skip_ = 0;  // how deep inside an element that is passed over
    std::uint32_t note_ = 0;  // how deep inside a footnote or endnote
    std::string note_text_;
    bool in_body_ = false;
    bool in_contents_ = false;
    std::uint32_t in_paragraph_ = 0;
    std::uint32_t paragraph_ = 0;
    std::uint32_t column_ = 1;
    std::uint32_t outline_ = 0;
    bool label_due_ = false;
    std::optional<std::uint32_t> start_value_;
    TextLook paragraph_look_;
    std::vector<TextLook> spans_;  // that are open, each with what is around it
    std::vector<bool> sections_;   // that are open: whether each is hidden
    std::string paragraph_text_;   // its beginning
    bool paragraph_hidden_ = false;
    std::uint64_t fields_restored_ = 0;
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

Draft read_flat_text_document(std::string_view bytes, const std::string& file,
                              const TextStyles& styles, Diagnostics& diagnostics) {
    TextHandler handler(file, styles, diagnostics);
    read_flat_xml(bytes, file, handler);
    return handler.finish();
}

}  // namespace dutylist
