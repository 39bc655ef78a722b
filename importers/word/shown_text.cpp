#include "importers/word/shown_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "importers/word/field_instruction.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/recognition/draft_text.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_excerpt = 40;

// Elements that stand for a number of the page or the day.
constexpr std::array<std::string_view, 7> drawn_elements{
    "pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong"};

}  // namespace

void ShownText::report(Code code, SourcePosition place, std::vector<Argument> arguments,
                       std::string_view raw) {
    diagnostics_.add(code, {file_, {}, place.line, place.column}, std::move(arguments),
                     std::string(raw));
}

void ShownText::start_paragraph() {
    concealed_.end_stretch();
    ++paragraph_;
    column_ = 1;
    heading_level_ = 0;
    has_text_ = false;
    in_contents_ = fields_.in_contents();
}

void ShownText::show(std::string_view text) {
    if (text.empty()) return;
    formula_.add_text(text);
    fields_.add_text(text, here());
    if (!fields_.shows_text()) return;
    builder_.text().add(text, here());
    concealed_.add(look_, text, here());
    has_text_ = true;
    column_ += static_cast<std::uint32_t>(count_characters(text));
}

void ShownText::line_break() {
    if (fields_.shows_text()) builder_.text().line_break();
    ++column_;
}

void ShownText::show_label(std::string_view label) {
    builder_.text().add_restored(label);
    ++labels_;
}

bool ShownText::start_field_element(std::string_view name, const XmlAttributes& attributes) {
    if (name == "fldChar") {
        const std::string_view type = attributes.value("fldCharType");
        if (type == "begin") fields_.begin(here());
        if (type == "separate" && fields_.separate()) in_contents_ = true;
        if (type == "end") end_field();
    } else if (name == "fldSimple") {
        fields_.begin(here());
        fields_.add_instruction(attributes.value("instr"));
        if (fields_.separate()) in_contents_ = true;
    } else if (name == "ffData") {
        in_form_data_ = true;
    } else if (name == "instrText") {
        in_instruction_text_ = true;
    } else if (name == "sdt") {
        fields_.begin_control();
    } else if (name == "docPartGallery") {
        fields_.mark_control(attributes.value("val") == "Table of Contents");
    } else if (name == "tag") {
        // What our own documents have beside the lists (exporters/word).
        if (attributes.value("val") == "dutylist:department-index") fields_.mark_control(true);
    } else if (name == "showingPlcHdr") {
        if (attributes.flag("val", true)) fields_.mark_prompt();
    } else if (std::find(drawn_elements.begin(), drawn_elements.end(), name) !=
               drawn_elements.end()) {
        report(Code::word_field_without_result, here(), {name}, name);
    } else {
        return false;
    }
    return true;
}

bool ShownText::end_field_element(std::string_view name) {
    if (name == "fldSimple") {
        end_field();
    } else if (name == "ffData") {
        in_form_data_ = false;
    } else if (name == "instrText") {
        in_instruction_text_ = false;
    } else if (name == "sdt") {
        if (const auto prompt = fields_.end_control()) {
            report(Code::word_placeholder, prompt->place, {excerpt(prompt->text, longest_excerpt)},
                   prompt->text);
        }
    } else {
        return false;
    }
    return true;
}

void ShownText::end_field() {
    const auto field = fields_.end();
    if (!field) return;
    const std::string type = field_type(field->code);
    const bool has_result = !trimmed(field->result).empty();
    if (has_result && type == "MERGEFIELD" && field->result.starts_with("«"))
        report(Code::word_placeholder, field->place, {field->result}, field->result);
    // Those that count have to be asked for, whether their result is there or not.
    const bool counts = type == "SEQ" || type == "LISTNUM" || type.starts_with("AUTONUM");
    if (has_result && !counts) return;
    const FieldResult result = field_results_.result_of(*field, heading_level_);
    if (!has_result) show_result(*field, result);
}

void ShownText::show_result(const Fields::Ended& field, const FieldResult& result) {
    using Kind = FieldResult::Kind;
    const std::string_view whole = trimmed(field.code);
    const std::string code = excerpt(whole, longest_excerpt);
    if (result.kind == Kind::nothing) return;
    if (result.kind == Kind::unknown) {
        if (field.shown) report(Code::word_field_without_result, field.place, {code}, whole);
        return;
    }
    if (field.shown && result.kind == Kind::doubtful) {
        report(Code::word_field_read, field.place, {code, excerpt(result.text, longest_excerpt)},
               whole);
    }
    if (field.shown && result.kind == Kind::label && !has_text_) {
        show_label(result.text);
        return;
    }
    show(result.text);
    fields_restored_ += field.shown && result.kind != Kind::doubtful;
}

void ShownText::end_formula_element(std::string_view name) {
    show(formula_.end(name));
    if (name != "oMath") return;
    const std::string reading = formula_.take_reading();
    if (!reading.empty())
        report(Code::word_formula, here(), {excerpt(reading, longest_excerpt)}, reading);
}

}  // namespace dutylist
