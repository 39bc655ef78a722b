#include "pipeline/report/report_template.h"

#include <algorithm>

#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

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
    table.id = element.required("id");
    table.title = element.required("title");
    table.note = element.attribute("note");
    table.html_rows = static_cast<std::size_t>(element.number("html-rows", 0));
    table.paper_rows = static_cast<std::size_t>(element.number("paper-rows", 0));
    for (const XmlElement& child : element.children("column")) {
        child.allow_attributes({"id", "title", "width", "hide-when-zero"});
        table.columns.push_back({std::string(child.required("id")),
                                 std::string(child.required("title")), child.number("width", 1),
                                 child.flag("hide-when-zero", false)});
    }
    return table;
}

ReportChart read_chart(const XmlElement& element) {
    element.allow_attributes({"id", "title", "kind", "table", "label", "values", "rows"});
    const std::string_view kind = element.required("kind");
    if (kind != "column" && kind != "bar" && kind != "line" && kind != "bar-stacked") {
        element.fail_value("kind", "column, bar, bar-stacked, line");
    }
    return {std::string(element.required("id")),
            std::string(element.required("title")),
            std::string(kind),
            std::string(element.required("table")),
            std::string(element.required("label")),
            words_of(element.required("values")),
            static_cast<std::size_t>(element.number("rows", 0))};
}

std::vector<std::pair<std::string, std::string>> read_fields(const XmlElement& element) {
    std::vector<std::pair<std::string, std::string>> fields;
    if (!element) return fields;
    element.allow_children({"field"});
    for (const XmlElement& child : element.children("field")) {
        child.allow_attributes({"label", "value"});
        fields.emplace_back(child.required("label"), child.attribute("value"));
    }
    return fields;
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
    root.allow_children({"labels", "furniture", "legend", "narrative", "tables", "charts", "paper",
                         "workbook", "page"});
    for (const XmlElement& element : root.child("labels").children("label")) {
        element.allow_attributes({"id", "text"});
        labels_.emplace(element.required("id"), element.attribute("text"));
    }
    if (const XmlElement furniture = root.child("furniture")) {
        furniture.allow_children({"head", "unit", "foot"});
        furniture_ = {read_fields(furniture.child("head")), read_fields(furniture.child("unit")),
                      read_fields(furniture.child("foot"))};
    }
    for (const XmlElement& element : root.child("legend").children("line")) {
        legend_.emplace_back(trimmed(element.text()));
    }
    for (const XmlElement& element : root.child("narrative").children("sentence")) {
        element.allow_attributes({"when"});
        narrative_.push_back(
            {std::string(element.attribute("when")), std::string(trimmed(element.text()))});
    }
    for (const XmlElement& element : root.child("tables").children("table")) {
        tables_.push_back(read_table(element));
    }
    for (const XmlElement& element : root.child("charts").children("chart")) {
        charts_.push_back(read_chart(element));
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
