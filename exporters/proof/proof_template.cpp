#include "exporters/proof/proof_template.h"

#include <charconv>
#include <filesystem>

#include "pipeline/check/proofread.h"

namespace dutylist::proof {
namespace {

std::string string_of(const XmlElement& element, std::string_view attribute) {
    return std::string(element.required(attribute));
}

std::uint32_t color_of(const XmlElement& element, std::string_view attribute) {
    const std::string_view text = element.required(attribute);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc() || end != text.data() + text.size() || text.size() != 6)
        element.fail_value(attribute, "RRGGBB");
    return value;
}

ProofTemplate::Column column_of(const XmlElement& element) {
    element.allow_attributes({"id", "head", "width"});
    return {string_of(element, "id"), string_of(element, "head"),
            static_cast<std::uint32_t>(element.required_number("width"))};
}

void read_strings(const XmlElement& element, ProofTemplate::Strings& strings) {
    element.allow_attributes({"title", "subtitle", "several", "summary", "nothing",
                              "whole-document", "suggestion", "removal", "footer"});
    checked_pattern(element, "subtitle", {"unit", "title", "period", "file"});
    checked_pattern(element, "several", {"count"});
    checked_pattern(element, "summary", {"all", "errors", "warnings", "infos"});
    checked_pattern(element, "suggestion", {"text"});
    checked_pattern(element, "footer", {"page", "pages"});
    strings = {string_of(element, "title"),      string_of(element, "subtitle"),
               string_of(element, "several"),    string_of(element, "summary"),
               string_of(element, "nothing"),    string_of(element, "whole-document"),
               string_of(element, "suggestion"), string_of(element, "removal"),
               string_of(element, "footer")};
}

void read_page(const XmlElement& element, ProofTemplate::Page& page, paged::PageGeometry& paper) {
    if (element.has("width")) paper.width = paged::positive(element, "width") * paged::pt_of_mm;
    if (element.has("height")) paper.height = paged::positive(element, "height") * paged::pt_of_mm;
    page.margin_top = element.required_number("margin-top");
    page.margin_bottom = element.required_number("margin-bottom");
    page.margin_left = element.required_number("margin-left");
    page.margin_right = element.required_number("margin-right");
    page.title_size = element.required_number("title-size");
    page.head_size = element.required_number("head-size");
    page.text_size = element.required_number("text-size");
    page.note_size = element.required_number("note-size");
    page.note_color = color_of(element, "note-color");
    page.leading = element.required_number("leading");
    checked_pattern(element, "number", {"number"});
    page.number = string_of(element, "number");
}

void read_sheet(const XmlElement& element, ProofTemplate::Sheet& sheet) {
    element.allow_children({"column", "text-column"});
    sheet.name = string_of(element, "name");
    sheet.text_sheet = string_of(element, "text-sheet");
    sheet.font = string_of(element, "font");
    sheet.head_font = string_of(element, "head-font");
    sheet.padding = element.required_number("padding");
    sheet.margin = element.required_number("margin");
    sheet.head_background = color_of(element, "head-background");
    sheet.link_color = color_of(element, "link-color");
    sheet.title_size = element.required_number("title-size");
    sheet.size = element.required_number("size");
    sheet.row_line = element.required_number("row-line");
    for (const XmlElement& column : element.children("column"))
        sheet.columns.push_back(column_of(column));
    for (const XmlElement& column : element.children("text-column"))
        sheet.text_columns.push_back(column_of(column));
}

}  // namespace

ProofTemplate read_proof_template(const TemplateStore& templates) {
    const XmlDocument file = templates.xml("proof.xml");
    const XmlElement root = file.root();
    root.allow_children({"strings", "severity", "page", "sheet", "web"});
    ProofTemplate result;
    const std::string_view language = root.required("language");
    if (language != "zh" && language != "en") root.fail_value("language", "zh, en");
    result.language = language == "zh" ? Language::chinese : Language::english;
    result.web = root.child("web").text();
    read_strings(root.child("strings"), result.strings);
    for (const XmlElement& element : root.children("severity")) {
        const auto severity = severity_from(element.required("name"));
        if (!severity) element.fail_value("name", "error, warning, info");
        result.marks[static_cast<std::size_t>(*severity)] = {color_of(element, "background"),
                                                             color_of(element, "color")};
    }
    result.pages = paged::read_page_style(templates);
    read_page(root.child("page"), result.page, result.pages.page);
    read_sheet(root.child("sheet"), result.sheet);
    return result;
}

std::string subtitle_of(const ProofTemplate& settings, const Document& document) {
    const std::string file = std::filesystem::path(document.source_file).filename().string();
    return fill_placeholders(settings.strings.subtitle, {{"unit", document.unit.full_name()},
                                                         {"title", document.title},
                                                         {"period", document.period.chinese()},
                                                         {"file", file}});
}

std::string subtitle_of(const ProofTemplate& settings, std::span<const ProofedDocument> documents) {
    if (documents.size() == 1) return subtitle_of(settings, documents.front().document);
    return fill_placeholders(settings.strings.several,
                             {{"count", std::to_string(documents.size())}});
}

std::string summary_of(const ProofTemplate& settings, std::span<const ProofedDocument> documents) {
    std::array<std::size_t, 3> counts{};
    for (const ProofedDocument& proofed : documents) {
        const auto own = check::count_by_severity(proofed.findings);
        for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += own[i];
    }
    const std::size_t all = counts[0] + counts[1] + counts[2];
    if (all == 0) return settings.strings.nothing;
    return fill_placeholders(settings.strings.summary, {{"all", std::to_string(all)},
                                                        {"errors", std::to_string(counts[0])},
                                                        {"warnings", std::to_string(counts[1])},
                                                        {"infos", std::to_string(counts[2])}});
}

std::string suggestion_of(const ProofTemplate& settings, const check::Finding& finding) {
    if (!finding.suggestion) return {};
    return finding.suggestion->empty() ? settings.strings.removal : *finding.suggestion;
}

std::string place_of(const Document& document, const check::Finding& finding) {
    SourceLocation place = check::locate(document, finding);
    place.file = std::filesystem::path(place.file).filename().string();
    return to_string(place);
}

std::string basis_of(const check::Rule& rule, Language language) {
    std::string basis(check::name_of(rule.basis, language));
    if (!rule.clause.empty()) basis += " " + std::string(rule.clause);
    return basis;
}

}  // namespace dutylist::proof
