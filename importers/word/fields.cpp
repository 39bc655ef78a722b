#include "importers/word/fields.h"

#include "pipeline/text/white_space.h"

namespace dutylist {

void Fields::begin() {
    open_.push_back({});
    ++instructions_;
}

void Fields::add_instruction(std::string_view text) {
    if (!open_.empty()) open_.back().instruction += text;
}

bool Fields::separate() {
    if (open_.empty()) return false;
    Field& field = open_.back();
    instructions_ -= !field.showing;
    field.showing = true;
    contents_ -= field.contents;
    field.contents = trimmed(field.instruction).starts_with("TOC");
    contents_ += field.contents;
    return field.contents;
}

void Fields::end() {
    if (open_.empty()) return;
    instructions_ -= !open_.back().showing;
    contents_ -= open_.back().contents;
    open_.pop_back();
}

void Fields::mark_control(bool contents) {
    if (controls_.empty()) return;
    contents_ -= controls_.back();
    controls_.back() = contents;
    contents_ += contents;
}

void Fields::end_control() {
    if (controls_.empty()) return;
    mark_control(false);
    controls_.pop_back();
}

}  // namespace dutylist
