#include "importers/word/fields.h"

#include <utility>

#include "importers/word/field_instruction.h"
#include "pipeline/text/utf8.h"

namespace dutylist {
namespace {

// The longest code that Word writes itself has some hundred characters.
constexpr std::size_t longest_code = 64UL * 1024;
constexpr std::size_t longest_result = 256;
constexpr std::size_t longest_prompt = 256;

// As much of `text` as whole characters have room for; false if that was not all.
bool append_bounded(std::string& kept, std::string_view text, std::size_t longest) {
    if (kept.size() + text.size() <= longest) {
        kept += text;
        return true;
    }
    for (const Decoded& d : Characters(text)) {
        if (kept.size() + d.bytes > longest) break;
        append_utf8(kept, d.character);
    }
    return false;
}

}  // namespace

void Fields::begin(SourcePosition place) {
    Field field;
    field.ended.place = place;
    field.ended.shown = shows_text();
    codes_.push_back(open_.size());
    open_.push_back(std::move(field));
}

void Fields::add_form_property(std::string_view element, const XmlAttributes& attributes) {
    if (!open_.empty()) open_.back().ended.form.add(element, attributes);
}

void Fields::add_instruction(std::string_view text) {
    if (open_.empty()) return;
    Ended& ended = open_.back().ended;
    if (!append_bounded(ended.code, text, longest_code)) ended.code_is_whole = false;
}

bool Fields::separate() {
    if (open_.empty()) return false;
    Field& field = open_.back();
    if (!field.showing) codes_.pop_back();
    field.showing = true;
    contents_ -= field.contents;
    field.contents = field_type(field.ended.code) == "TOC";
    contents_ += field.contents;
    return field.contents;
}

std::optional<Fields::Ended> Fields::end() {
    if (open_.empty()) return {};
    Field field = std::move(open_.back());
    open_.pop_back();
    if (!field.showing) codes_.pop_back();
    contents_ -= field.contents;
    // What it shows is shown by the field around it as well.
    if (!open_.empty() && open_.back().showing)
        append_bounded(open_.back().ended.result, field.ended.result, longest_result);
    return std::move(field.ended);
}

void Fields::add_text(std::string_view text, SourcePosition place) {
    if (!codes_.empty()) {
        Ended& ended = open_[codes_.back()].ended;
        if (!append_bounded(ended.code, text, longest_code)) ended.code_is_whole = false;
        return;
    }
    if (!open_.empty()) append_bounded(open_.back().ended.result, text, longest_result);
    if (prompts_.empty()) return;
    Prompt& prompt = controls_[prompts_.back()].prompt;
    if (prompt.text.empty()) prompt.place = place;
    append_bounded(prompt.text, text, longest_prompt);
}

void Fields::mark_control(bool contents) {
    if (controls_.empty()) return;
    contents_ -= controls_.back().contents;
    controls_.back().contents = contents;
    contents_ += contents;
}

void Fields::mark_prompt() {
    if (controls_.empty() || controls_.back().prompts) return;
    controls_.back().prompts = true;
    prompts_.push_back(controls_.size() - 1);
}

std::optional<Fields::Prompt> Fields::end_control() {
    if (controls_.empty()) return {};
    mark_control(false);
    const Control control = std::move(controls_.back());
    controls_.pop_back();
    if (!control.prompts) return {};
    prompts_.pop_back();
    if (control.prompt.text.empty()) return {};
    return control.prompt;
}

}  // namespace dutylist
