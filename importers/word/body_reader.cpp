#include "importers/word/body_reader.h"

#include <algorithm>
#include <vector>

#include "importers/draft_building/concealed_text.h"
#include "importers/office_container/xml_part.h"
#include "importers/word/elements.h"
#include "importers/word/paragraph_properties.h"
#include "importers/word/run_look.h"
#include "importers/word/shown_text.h"
#include "importers/word/symbol_fonts.h"
#include "importers/word/table_reader.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

class BodyHandler : public XmlHandler {
public:
    BodyHandler(std::shared_ptr<const SourceOrigin> origin, WordParts& parts,
                Diagnostics& diagnostics)
        : file_(origin->file),
          parts_(parts),
          diagnostics_(diagnostics),
          builder_(std::move(origin), TextBuilder::Placing::exact, diagnostics),
          concealed_(file_, diagnostics),
          tables_(parts.styles, builder_, concealed_),
          shown_(file_, parts.properties, builder_, concealed_, diagnostics) {}

    void start_element(std::string_view name, std::string_view name_space,
                       const XmlAttributes& attributes) override {
        if (skip_ > 0) {
            ++skip_;
        } else if (name == "Fallback") {
            // The same content again, for programs that do not know the newer form.
            skip_ = 1;
        } else if (is_word(name_space)) {
            start_word_element(name, attributes);
        } else if (is_math(name_space)) {
            if (name == "t") start_text(true);
            shown_.start_formula_element(name, attributes);
        } else if (name == "blip" || name == "chart" || name == "relIds") {
            report(Code::word_picture);
        } else if (name == "textpath") {
            report(Code::word_picture, std::string(attributes.value("string")));
        }
    }

    void end_element(std::string_view name, std::string_view name_space) override {
        if (skip_ > 0) {
            --skip_;
        } else if (is_word(name_space)) {
            end_word_element(name);
        } else if (is_math(name_space)) {
            if (name == "t") end_text();
            shown_.end_formula_element(name);
        }
    }

    void characters(std::string_view text) override {
        if (skip_ > 0) return;
        shown_.add_instruction(text);
        if (in_text_) text_ += text;
    }

    Draft finish() {
        concealed_.end_stretch();
        const auto add_count = [&](Code code, std::uint64_t count) {
            if (count > 0) diagnostics_.add(code, {file_, {}, 0, 0}, {std::to_string(count)});
        };
        add_count(Code::word_tracked_changes, tracked_changes_ + tables_.tracked_changes());
        add_count(Code::format_labels_restored, shown_.labels());
        add_count(Code::word_fields_restored, shown_.fields_restored());
        add_count(Code::format_merged_cells, builder_.merged_cells());
        return builder_.take();
    }

private:
    struct Run {
        TextLook look;
        const TextLook* style = nullptr;
    };

    static bool is_word(std::string_view name_space) {
        return name_space.find("wordprocessingml") != std::string_view::npos;
    }
    static bool is_math(std::string_view name_space) { return name_space.ends_with("/math"); }

    void report(Code code, std::string raw = {}, std::vector<Argument> arguments = {}) {
        const SourcePosition at = shown_.here();
        diagnostics_.add(code, {file_, {}, at.line, at.column}, std::move(arguments),
                         std::move(raw));
    }

    void start_word_element(std::string_view name, const XmlAttributes& attributes) {
        if (in_run_properties_) {
            if (name == "rStyle") {
                runs_.back().style =
                    &parts_.styles.named(std::string(attributes.value("val"))).look;
            } else if (is_left_out(name)) {
                skip_ = 1;
            } else {
                add_run_property(runs_.back().look, name, attributes);
            }
        } else if (name == "t") {
            start_text(attributes.value("space") == "preserve");
        } else if (name == "r") {
            runs_.emplace_back();
            set_look();
        } else if (name == "rPr") {
            in_run_properties_ = !in_paragraph_properties_ && !runs_.empty();
        } else if (name == "p") {
            start_paragraph();
        } else if (name == "pPr") {
            in_paragraph_properties_ = true;
        } else if (in_paragraph_properties_ && properties_.add(name, attributes)) {
            return;
        } else if (shown_.in_form_data()) {
            shown_.add_form_property(name, attributes);
        } else if (!start_table_element(name, attributes)) {
            start_text_element(name, attributes);
        }
    }

    bool start_table_element(std::string_view name, const XmlAttributes& attributes) {
        const TableReader::Met met = tables_.start(name, attributes);
        if (met == TableReader::Met::skip) skip_ = 1;
        return met != TableReader::Met::nothing;
    }

    void start_text_element(std::string_view name, const XmlAttributes& attributes) {
        if (is_left_out(name)) {
            tracked_changes_ += name == "del" || name == "moveFrom";
            skip_ = 1;
        } else if (name == "ins" || name == "moveTo") {
            ++tracked_changes_;
        } else if (name == "tab" || name == "ptab") {
            add_mark(" ");
        } else if (name == "br" || name == "cr") {
            shown_.line_break();
        } else if (name == "noBreakHyphen") {
            add_mark("-");
        } else if (name == "sym") {
            add_symbol(attributes);
        } else if (!shown_.start_field_element(name, attributes)) {
            start_other_element(name, attributes);
        }
    }

    void start_other_element(std::string_view name, const XmlAttributes& attributes) {
        if (name == "footnoteReference" || name == "endnoteReference") {
            const std::string note = parts_.notes.take(
                name == "footnoteReference" ? Notes::Kind::footnote : Notes::Kind::endnote,
                std::string(attributes.value("id")));
            report(Code::word_note, note, {note});
        } else if (name == "altChunk" || name == "object") {
            report(Code::word_embedded);
        } else if (name == "imagedata" || name == "pict") {
            report(Code::word_picture);
        }
    }

    void end_word_element(std::string_view name) {
        if (name == "t") {
            end_text();
        } else if (name == "p") {
            end_paragraph();
        } else if (name == "pPr") {
            in_paragraph_properties_ = false;
            shown_.set_heading_level(properties_.heading_level(style()));
            show_label();
        } else if (name == "rPr") {
            in_run_properties_ = false;
            set_look();
        } else if (name == "r") {
            if (!runs_.empty()) runs_.pop_back();
            if (!runs_.empty()) set_look();
        } else if (!shown_.end_field_element(name)) {
            tables_.end(name);
        }
    }

    void start_paragraph() {
        // A paragraph inside another one stands in a text box: what came before is on its own.
        if (in_paragraph_) builder_.end_paragraph();
        in_paragraph_ = true;
        properties_ = {};
        label_shown_ = false;
        shown_.start_paragraph();
    }

    void show_label() {
        if (label_shown_) return;
        label_shown_ = true;
        const std::uint32_t num = properties_.num.value_or(style().num.value_or(0));
        if (num == 0 || continues_line_) return;
        std::uint32_t level = properties_.num_level.value_or(style().num_level.value_or(0));
        if (!properties_.num && !properties_.style.empty()) {
            level = parts_.numbering.level_of_style(num, properties_.style).value_or(level);
        }
        std::string unknown;
        const std::string label = parts_.numbering.next_label(num, level, unknown);
        if (!unknown.empty()) {
            report(Code::word_number_format, {}, {unknown});
        }
        if (!label.empty()) shown_.show_label(trimmed(label));
    }

    const WordStyle& style() const { return parts_.styles.paragraph(properties_.style); }

    void end_paragraph() {
        continues_line_ = properties_.mark_deleted;
        in_paragraph_ = false;
        if (properties_.mark_deleted) {
            ++tracked_changes_;
            return;
        }
        concealed_.end_stretch();
        ParagraphKind kind;
        kind.in_contents = shown_.in_contents() || style().in_contents;
        kind.heading_level = kind.in_contents ? 0 : properties_.heading_level(style());
        builder_.end_paragraph(kind);
    }

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
        shown_.show(text);
    }

    void add_mark(std::string_view text) {
        if (!in_paragraph_properties_) shown_.show(text);
    }

    void set_look() {
        TextLook look;
        if (!runs_.empty()) {
            look = runs_.back().look;
            if (runs_.back().style != nullptr) look = look.over(*runs_.back().style);
        }
        shown_.set_look(look.over(properties_.look)
                            .over(style().look)
                            .over(tables_.look())
                            .over(parts_.styles.defaults()));
    }

    void add_symbol(const XmlAttributes& attributes) {
        const std::optional<Symbol> symbol = symbol_of(attributes);
        if (!symbol) return;
        const std::string_view font = attributes.value("font");
        char32_t character = symbol->character;
        if (symbol->of_symbol_font) {
            const auto known = character_of_symbol_font(font, character & 0xFFU);
            if (!known) report(Code::word_symbol, std::string(font));
            character = known.value_or(character);
        }
        add_mark(to_utf8(character));
    }

    const std::string file_;
    WordParts& parts_;
    Diagnostics& diagnostics_;
    DraftBuilder builder_;
    ConcealedText concealed_;
    TableReader tables_;
    ShownText shown_;

    std::uint32_t skip_ = 0;  // how deep inside an element that is passed over
    ParagraphProperties properties_;
    bool in_paragraph_ = false;
    bool in_paragraph_properties_ = false;
    bool continues_line_ = false;  // the paragraph mark before was deleted
    bool label_shown_ = false;
    std::vector<Run> runs_;  // open; one stands in another where it holds a text box
    bool in_run_properties_ = false;
    bool in_text_ = false;
    bool preserve_space_ = false;
    std::string text_;
    std::uint64_t tracked_changes_ = 0;
};

}  // namespace

Draft read_body(OfficeContainer& container, const std::string& part, WordParts& parts,
                Diagnostics& diagnostics) {
    BodyHandler handler(
        std::make_shared<const SourceOrigin>(SourceOrigin{container.file_name(), {}}), parts,
        diagnostics);
    read_xml_part(container, part, handler);
    return handler.finish();
}

}  // namespace dutylist
