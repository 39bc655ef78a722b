#include "pipeline/report/report_template.h"

#include <algorithm>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/report_tables.h"
#include "pipeline/report/report_template_ids.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

ReportTableLabel read_table(const XmlElement& element) {
    element.allow_attributes({"id", "title", "note", "html-rows", "paper-rows"});
    element.allow_children({"column"});
    ReportTableLabel table;
    table.id = required_word(element, "id", report_table_ids());
    const std::vector<std::string_view> columns = column_ids(*find_report_table(table.id));
    table.title = element.required("title");
    table.note = element.attribute("note");
    table.html_rows = count_attribute(element, "html-rows", 0);
    table.paper_rows = count_attribute(element, "paper-rows", 0);
    OnceEach ids;
    for (const XmlElement& child : element.children("column")) {
        child.allow_attributes({"id", "title", "width", "hide-when-zero"});
        child.allow_children({});
        const std::string id(required_word(child, "id", columns));
        ids.take(child, "id", id);
        table.columns.push_back({id, std::string(child.required("title")),
                                 width_attribute(child, "width", 1),
                                 child.flag("hide-when-zero", false)});
    }
    return table;
}

ReportChart read_chart(const XmlElement& element) {
    static constexpr std::array<std::string_view, 4> kinds{"column", "bar", "bar-stacked", "line"};
    element.allow_attributes({"id", "title", "kind", "table", "label", "values", "rows"});
    element.allow_children({});
    const std::string_view table = required_word(element, "table", report_table_ids());
    const std::vector<std::string_view> columns = column_ids(*find_report_table(table));
    ReportChart chart{std::string(element.required("id")),
                      std::string(element.required("title")),
                      std::string(required_word(element, "kind", kinds)),
                      std::string(table),
                      std::string(required_word(element, "label", columns)),
                      words_of(element.required("values")),
                      count_attribute(element, "rows", 0)};
    for (const std::string& value : chart.values) {
        if (std::find(columns.begin(), columns.end(), value) == columns.end()) {
            element.fail_value("values", "opening, closing, added …");
        }
    }
    return chart;
}

std::vector<std::pair<std::string, std::string>> read_fields(const XmlElement& element) {
    std::vector<std::pair<std::string, std::string>> fields;
    if (!element) return fields;
    require_content(element, {"field"});
    for (const XmlElement& child : element.children("field")) {
        child.allow_attributes({"label", "value"});
        child.allow_children({});
        fields.emplace_back(child.required("label"),
                            checked_pattern(child, "value", {"scope", "month"}));
    }
    return fields;
}

// The part of the template, or nothing; its children are all of one name.
std::vector<XmlElement> children_of(const XmlElement& root, std::string_view part,
                                    std::string_view child) {
    const XmlElement element = root.child(part);
    if (!element) return {};
    require_content(element, {child});
    return element.children();
}

NarrativePattern read_sentence(const XmlElement& element) {
    element.allow_attributes({"when"});
    element.allow_children({});
    NarrativePattern pattern;
    if (element.has("when")) pattern.condition = required_word(element, "when", report_conditions);
    pattern.text = trimmed(element.text());
    if (pattern.text.empty()) {
        throw JobError(Code::xml_missing, element.place(), {"sentence", "text"});
    }
    return pattern;
}

}  // namespace

const ReportColumnLabel* ReportTableLabel::column(std::string_view column_id) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(),
                     [&](const ReportColumnLabel& column) { return column.id == column_id; });
    return found == columns.end() ? nullptr : &*found;
}

ReportTemplate::ReportTemplate(const TemplateStore& templates) {
    const XmlDocument document = templates.xml("report.xml");
    const XmlElement root = document.root();
    require_root(root, "report", "urn:dutylist:report-template:1");
    require_content_once(root, {"labels", "furniture", "legend", "narrative", "tables", "charts"});
    OnceEach labels;
    for (const XmlElement& element : children_of(root, "labels", "label")) {
        element.allow_attributes({"id", "text"});
        element.allow_children({});
        const std::string id(required_word(element, "id", report_label_ids));
        labels.take(element, "id", id);
        labels_.emplace(id, element.required("text"));
    }
    labels.require(root, report_label_ids);
    if (const XmlElement furniture = root.child("furniture")) {
        require_content_once(furniture, {"head", "unit", "foot"});
        furniture_ = {read_fields(furniture.child("head")), read_fields(furniture.child("unit")),
                      read_fields(furniture.child("foot"))};
    }
    for (const XmlElement& element : children_of(root, "legend", "line")) {
        legend_.push_back(required_text(element));
    }
    for (const XmlElement& element : children_of(root, "narrative", "sentence")) {
        narrative_.push_back(read_sentence(element));
    }
    OnceEach tables;
    for (const XmlElement& element : children_of(root, "tables", "table")) {
        tables_.push_back(read_table(element));
        tables.take(element, "id", tables_.back().id);
    }
    tables.require(root, report_table_ids());
    OnceEach charts;
    for (const XmlElement& element : children_of(root, "charts", "chart")) {
        charts_.push_back(read_chart(element));
        charts.take(element, "id", charts_.back().id);
    }
}

const std::string& ReportTemplate::label(std::string_view id) const {
    const auto found = labels_.find(id);
    static const std::string none;
    return found == labels_.end() ? none : found->second;
}

const std::string& ReportTemplate::list(ListKind kind) const {
    return label("list." + std::string(to_string(kind)));
}

const std::string& ReportTemplate::change(ChangeKind kind) const {
    return label("change." + std::string(to_string(kind)));
}

const ReportTableLabel* ReportTemplate::table(std::string_view id) const {
    const auto found = std::find_if(tables_.begin(), tables_.end(),
                                    [&](const ReportTableLabel& table) { return table.id == id; });
    return found == tables_.end() ? nullptr : &*found;
}

}  // namespace dutylist
