#include "importers/open_text/open_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::size_t longest_text = 256;
constexpr std::size_t most_entries = 1000;

// Fields whose content says something in every document; others may show nothing.
constexpr std::array<std::string_view, 20> fields{
    "user-field-get", "variable-get",  "user-defined", "database-display",
    "bookmark-ref",   "reference-ref", "sequence-ref", "sequence",
    "expression",     "drop-down",     "chapter",      "page-number",
    "page-count",     "date",          "time",         "file-name",
    "author-name",    "note-ref",      "measure",      "text-input"};

bool is_field(std::string_view element) {
    return std::find(fields.begin(), fields.end(), element) != fields.end();
}

bool is_mark(std::string_view element) {
    return element == "fieldmark" || element == "fieldmark-start";
}

}  // namespace

bool OpenFields::start(std::string_view element, const XmlAttributes& attributes) {
    Field field;
    field.name = element;
    if (is_field(element)) {
        field.shows_nothing = attributes.value("display") == "none" || element == "text-input";
    } else if (element == "placeholder") {
        field.prompts = true;
    } else if (element == "content-control") {
        field.prompts = attributes.flag("showing-place-holder", false);
        field.shows_nothing = true;
    } else if (is_mark(element)) {
        const std::string_view type = attributes.value("type");
        field.name = type.substr(type.rfind('.') + 1);
        field.drop_down = type.ends_with("FORMDROPDOWN");
        field.check_box = type.ends_with("FORMCHECKBOX");
        field.shows_nothing = type.ends_with("FORMTEXT");
    } else if (element == "param" && !open_.empty()) {
        add_parameter(attributes);
        return true;
    } else {
        return false;
    }
    open_.push_back(std::move(field));
    return true;
}

void OpenFields::add_parameter(const XmlAttributes& attributes) {
    Field& field = open_.back();
    const std::string_view name = attributes.value("name");
    const std::string_view value = attributes.value("value");
    if (name == "Dropdown_ListEntry") {
        if (field.entries.size() < most_entries) field.entries.emplace_back(value);
    } else if (name == "Dropdown_Selected") {
        std::from_chars(value.data(), value.data() + value.size(), field.chosen);
    } else if (name == "Checkbox_Checked") {
        field.ticked = value == "true";
    } else if (name.ends_with("field.code")) {
        field.name = value.substr(0, longest_text);
    }
}

std::optional<OpenFields::Ended> OpenFields::end(std::string_view element) {
    // The text of a field mark stands behind its start element.
    const bool ends = is_field(element) || element == "placeholder" ||
                      element == "content-control" || element == "fieldmark" ||
                      element == "fieldmark-end";
    if (!ends || open_.empty()) return {};
    Field field = std::move(open_.back());
    open_.pop_back();
    if (!open_.empty()) {
        std::string& around = open_.back().text;
        if (around.size() < longest_text) around += field.text;
    }
    return finish(std::move(field));
}

OpenFields::Ended OpenFields::finish(Field field) const {
    Ended ended;
    ended.name = std::move(field.name);
    const bool empty = trimmed(field.text).empty();
    const bool merge = field.text.starts_with("«") && ended.name == "database-display";
    if (!empty) {
        if (field.prompts || merge) ended.prompt = std::move(field.text);
    } else if (field.drop_down) {
        if (field.chosen < field.entries.size()) ended.text = field.entries[field.chosen];
        ended.unknown = ended.text.empty() && !field.entries.empty();
    } else if (field.check_box) {
        ended.text = field.ticked ? "☒" : "☐";
    } else {
        ended.unknown = !field.shows_nothing && !field.prompts;
    }
    return ended;
}

void OpenFields::add_text(std::string_view text) {
    if (!open_.empty() && open_.back().text.size() < longest_text) open_.back().text += text;
}

}  // namespace dutylist
