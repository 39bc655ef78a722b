#include "pipeline/recognition/column_synonyms.h"

#include <algorithm>
#include <sstream>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

namespace dutylist {
namespace {

constexpr std::string_view file_name = "columns.xml";
constexpr std::string_view official = "official";

// The attribute, which must say something.
std::string_view filled(const XmlElement& element, std::string_view attribute) {
    const std::string_view value = element.required(attribute);
    if (trimmed(value).empty()) element.fail_value(attribute, Message{Code::reason_some_text, {}});
    return value;
}

struct Word {
    std::string placeholder;  // "{township}"
    std::vector<std::string> values;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

// The pattern with each word's values in place of its placeholder.
std::vector<std::string> expanded(const std::string& pattern, const std::vector<Word>& words) {
    for (const Word& word : words) {
        if (pattern.find(word.placeholder) == std::string::npos) continue;
        std::vector<std::string> results;
        for (const std::string& value : word.values) {
            std::string filled = pattern;
            replace_all(filled, word.placeholder, value);
            for (std::string& result : expanded(filled, words))
                results.push_back(std::move(result));
        }
        return results;
    }
    return {pattern};
}

std::string in_lower_case(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool fits(std::string_view pattern, std::string_view text) {
    const bool open_begin = pattern.starts_with('*');
    const bool open_end = pattern.ends_with('*') && pattern.size() > 1;
    if (open_begin) pattern.remove_prefix(1);
    if (open_end) pattern.remove_suffix(1);
    if (open_begin && open_end) return text.find(pattern) != std::string_view::npos;
    if (open_begin) return text.ends_with(pattern);
    if (open_end) return text.starts_with(pattern);
    return text == pattern;
}

bool fits_any(const std::vector<std::string>& patterns, std::string_view text) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return fits(pattern, text); });
}

}  // namespace

ColumnSynonyms::ColumnSynonyms(const TemplateStore& templates) { read(templates); }

void ColumnSynonyms::read(const TemplateStore& templates) {
    const XmlDocument document = templates.xml(file_name);
    const XmlElement root = document.root();
    root.allow_attributes({"xmlns", "extends"});
    root.allow_children({"word", "list", "kind", "beside", "of-department", "column", "foot"});
    std::vector<Word> words;
    for (const XmlElement& element : root.children("word")) {
        element.allow_attributes({"name", "values"});
        const std::string_view written = filled(element, "values");
        if (written.find('{') != written.npos)
            element.fail_value("values", Message{Code::reason_without_placeholder, {}});
        Word word{"{" + std::string(filled(element, "name")) + "}", {}};
        std::istringstream values{std::string(written)};
        for (std::string value; values >> value;) word.values.push_back(value);
        words.push_back(std::move(word));
    }
    for (const XmlElement& element : root.children("list")) {
        element.allow_attributes({"kind", "title"});
        const auto kind = list_kind_from(element.required("kind"));
        if (!kind) element.fail_value("kind", "basic|cooperative|recalled");
        for (const std::string& title : expanded(std::string(filled(element, "title")), words))
            titles_.push_back({comparable(title), *kind});
    }
    for (const XmlElement& element : root.children("kind")) {
        element.allow_attributes({"list", "values"});
        const auto kind = list_kind_from(element.required("list"));
        if (!kind) element.fail_value("list", "basic|cooperative|recalled");
        std::istringstream values{std::string(filled(element, "values"))};
        for (std::string value; values >> value;)
            kind_values_.emplace_back(in_lower_case(value), *kind);
    }
    for (const XmlElement& element : root.children("beside")) {
        element.allow_attributes({"sheet"});
        beside_.push_back(comparable(filled(element, "sheet")));
    }
    for (const XmlElement& element : root.children("of-department")) {
        element.allow_attributes({"words"});
        of_department_.push_back(comparable(filled(element, "words")));
    }
    for (const XmlElement& element : root.children("foot")) {
        element.allow_attributes({"text"});
        feet_.push_back(comparable(filled(element, "text")));
    }
    for (const XmlElement& element : root.children("column")) {
        element.allow_attributes({"role", "head"});
        const auto role = cell_role_from(element.required("role"));
        if (!role) element.fail_value("role", "number|category|name|departments|…|extra");
        const std::string pattern(filled(element, "head"));
        const bool is_pattern = pattern.find_first_of("{*") != std::string::npos;
        if (!is_pattern && usual_head(*role).empty()) usual_heads_.emplace_back(*role, pattern);
        for (const std::string& head : expanded(pattern, words))
            heads_.push_back({comparable(head), *role});
    }
    if (root.has("extends")) {
        if (root.attribute("extends") != official) root.fail_value("extends", "official");
        read(TemplateStore(official));
    }
}

std::optional<ListKind> ColumnSynonyms::kind_of_value(std::string_view text) const {
    if (text.size() > longest_head) return {};
    const std::string words = in_lower_case(comparable(text));
    for (const auto& [value, kind] : kind_values_) {
        if (value == words) return kind;
    }
    return {};
}

bool ColumnSynonyms::is_beside_lists(std::string_view sheet) const {
    return fits_any(beside_, comparable(sheet));
}

bool ColumnSynonyms::is_of_department(std::string_view text) const {
    return text.size() <= 2 * longest_head && fits_any(of_department_, comparable(text));
}

bool ColumnSynonyms::is_foot(std::string_view text) const {
    constexpr std::size_t longest = 300;
    if (text.size() > longest) return false;
    const std::string words = comparable(text);
    return std::any_of(feet_.begin(), feet_.end(), [&](const std::string& foot) {
        const std::string_view rest =
            std::string_view(words).substr(std::min(foot.size(), words.size()));
        return words.starts_with(foot) && (rest.starts_with("：") || rest.starts_with(":"));
    });
}

bool ColumnSynonyms::is_blank_foot(std::string_view text) const {
    if (!is_foot(text)) return false;
    // Every caption, the colons and what stands for an empty space taken away, nothing is left.
    std::string words = comparable(text);
    for (const std::string& foot : feet_) replace_all(words, foot, "");
    for (std::string_view mark : {"：", ":", "_", "＿", "年", "月", "日", "—", "-"})
        replace_all(words, mark, "");
    return words.empty();
}

std::optional<CellRole> ColumnSynonyms::role_of_level(std::string_view head) const {
    const std::string words = comparable(head);
    if (words.empty()) return {};
    for (const auto& pattern : heads_) {
        if (fits(pattern.words, words)) return pattern.value;
    }
    return {};
}

std::optional<CellRole> ColumnSynonyms::role_of(std::string_view head) const {
    if (head.size() > 2 * longest_head + 1) return {};
    for (std::size_t begin = 0; begin < head.size();) {
        if (const auto role = role_of_level(head.substr(begin))) return role;
        begin = std::min(head.find('\n', begin), head.size() - 1) + 1;
    }
    for (std::size_t end = head.rfind('\n'); end != std::string_view::npos;) {
        const std::string_view above = head.substr(0, end);
        end = above.rfind('\n');
        const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
        if (const auto role = role_of_level(above.substr(begin))) return role;
    }
    return {};
}

std::string_view ColumnSynonyms::usual_head(CellRole role) const {
    for (const auto& [known, head] : usual_heads_) {
        if (known == role) return head;
    }
    return {};
}

std::optional<ListKind> ColumnSynonyms::kind_of(std::string_view title) const {
    const std::string words = comparable(title);
    for (const auto& pattern : titles_) {
        if (fits(pattern.words, words)) return pattern.value;
    }
    return {};
}

std::string ColumnSynonyms::comparable(std::string_view head) {
    std::string text = without_white_space(head);
    replace_all(text, "(", "（");
    replace_all(text, ")", "）");
    return text;
}

}  // namespace dutylist
