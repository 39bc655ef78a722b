#include "exporters/proof/proof_template.h"

#include <filesystem>

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "pipeline/check/proofread.h"
#include "pipeline/templates/template_file.h"

namespace dutylist::proof {
namespace {

std::string string_of(const XmlElement& element, std::string_view attribute) {
    return std::string(element.required(attribute));
}

ProofTemplate::Column column_of(const XmlElement& element) {
    element.allow_attributes({"id", "head", "width"});
    element.allow_children({});
    return {string_of(element, "id"), string_of(element, "head"),
            static_cast<std::uint32_t>(number_within(element, "width", 14, 2000))};
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

void read_page(const TemplateElement& both, const Looks& looks, ProofTemplate::Page& page,
               paged::PageGeometry& paper) {
    const XmlElement& element = both.own();
    read_numbers(both,
                 {{"margin-top", &page.margin_top, 0, 200},
                  {"margin-bottom", &page.margin_bottom, 0, 200},
                  {"margin-left", &page.margin_left, 0, 200},
                  {"margin-right", &page.margin_right, 0, 200},
                  {"title-size", &page.title_size, 4, 200},
                  {"head-size", &page.head_size, 4, 200},
                  {"text-size", &page.text_size, 4, 200},
                  {"note-size", &page.note_size, 4, 200},
                  {"leading", &page.leading, 1, 5},
                  {"subtitle-above", &page.subtitle_above, 0, 20},
                  {"head-above", &page.head_above, 0, 20},
                  {"head-keep", &page.head_keep, 0, 20},
                  {"quote-above", &page.quote_above, 0, 20},
                  {"quote-keep", &page.quote_keep, 0, 20},
                  {"indent", &page.indent, 0, 20}},
                 {"width", "height", "note-color", "number"});
    if (element.has("width")) paper.width = paged::positive(element, "width") * paged::pt_of_mm;
    if (element.has("height")) paper.height = paged::positive(element, "height") * paged::pt_of_mm;
    page.note_color = looks.color(both.with("note-color"), "note-color");
    checked_pattern(element, "number", {"number"});
    page.number = string_of(element, "number");
}

void read_sheet(const TemplateElement& both, const Looks& looks, ProofTemplate::Sheet& sheet) {
    const XmlElement& element = both.own();
    read_numbers(
        both,
        {{"padding", &sheet.padding, 0, 100},
         {"title-size", &sheet.title_size, 6, 72},
         {"size", &sheet.size, 6, 72},
         {"row-line", &sheet.row_line, 1, 5},
         {"title-height", &sheet.title_height, 1, 20},
         {"summary-height", &sheet.summary_height, 1, 20},
         {"head-height", &sheet.head_height, 1, 20}},
        {"name", "text-sheet", "font", "head-font", "margin", "head-background", "link-color"},
        {"column", "text-column"});
    sheet.name = string_of(element, "name");
    sheet.text_sheet = string_of(element, "text-sheet");
    sheet.font = looks.font(both.with("font"), "font");
    sheet.head_font = looks.font(both.with("head-font"), "head-font");
    sheet.style.page.margin_left = sheet.style.page.margin_right =
        number_within(both.with("margin"), "margin", 0, 80);
    sheet.head_background = looks.color(both.with("head-background"), "head-background");
    sheet.link_color = looks.color(both.with("link-color"), "link-color");
    for (const XmlElement& column : both.children("column"))
        sheet.columns.push_back(column_of(column));
    for (const XmlElement& column : both.children("text-column"))
        sheet.text_columns.push_back(column_of(column));
}

}  // namespace

ProofTemplate read_proof_template(const TemplateStore& templates) {
    const Looks looks(templates);
    const TemplateFile file(templates, "proof.xml");
    const TemplateElement both = file.root();
    const XmlElement& root = both.own();
    root.allow_attributes({"language"});
    root.allow_children({"strings", "severity", "page", "sheet", "web"});
    ProofTemplate result;
    const std::string_view language = root.required("language");
    if (language != "zh" && language != "en") root.fail_value("language", "zh, en");
    result.language = language == "zh" ? Language::chinese : Language::english;
    result.web = looks.style_sheet(both.child("web").own());
    read_strings(both.child("strings").own(), result.strings);
    for (const XmlElement& element : both.children("severity")) {
        element.allow_attributes({"name", "background", "color"});
        const auto severity = severity_from(element.required("name"));
        if (!severity) element.fail_value("name", "error, warning, info");
        result.marks[static_cast<std::size_t>(*severity)] = {looks.color(element, "background"),
                                                             looks.color(element, "color")};
    }
    result.pages = paged::read_page_style(templates);
    result.sheet.style = read_sheet_style(templates, looks);
    read_page(both.child("page"), looks, result.page, result.pages.page);
    read_sheet(both.child("sheet"), looks, result.sheet);
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
