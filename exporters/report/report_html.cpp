#include "exporters/report/report_html.h"

#include <array>
#include <charconv>
#include <set>

#include "exporters/report/chart_drawing.h"
#include "exporters/report/html_text.h"
#include "exporters/report/page_script.h"
#include "exporters/report/report_web_style.h"
#include "pipeline/report/value_text.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist {
namespace {

class Page {
public:
    Page(const Report& report, const ReportTemplate& labels, const ReportWebStyle& style)
        : report_(report), labels_(labels), style_(style) {
        for (const ReportSentence& sentence : report.narrative) {
            for (const NarratedFigure& reference : sentence.references) {
                targets_.insert(reference.table + "\n" + reference.row + "\n" + reference.column);
            }
        }
    }

    std::string write() {
        const std::string title = report_.scope + report_.title;
        out_ = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n";
        out_ +=
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n";
        out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
        out_ += "<title>" + xml_escaped_attribute(title + " " + report_.period.chinese()) +
                "</title>\n";
        for (const std::string& sheet : style_.sheets) out_ += "<style>" + sheet + "</style>\n";
        out_ += "</head>\n<body data-filter=\"" + xml_escaped_attribute(labels_.label("filter")) +
                "\" data-filter-hint=\"" + xml_escaped_attribute(labels_.label("filter-hint")) +
                "\">\n";
        fields("head", report_.furniture.head, true);
        out_ += "<h1>" + xml_escaped_attribute(report_.title) + "</h1>\n";
        fields("unit", report_.furniture.unit, false);
        narrative();
        contents();
        charts();
        for (const ReportTable& table : report_.tables) write_table(table);
        legend();
        fields("foot", report_.furniture.foot, false);
        out_ += page_script;
        out_ += "</body>\n</html>\n";
        return std::move(out_);
    }

private:
    void fields(const char* name, const std::vector<std::pair<std::string, std::string>>& list,
                bool lines) {
        if (list.empty()) return;
        out_ += "<div class=\"" + std::string(name) + "\">\n";
        for (const auto& [label, value] : list) {
            out_ += std::string(lines ? "<div" : "<span") + " class=\"field\">" +
                    xml_escaped_attribute(label) + "：" +
                    (value.empty() ? "<span class=\"blank\">&nbsp;</span>"
                                   : xml_escaped_attribute(value)) +
                    (lines ? "</div>\n" : "</span>\n");
        }
        out_ += "</div>\n";
    }

    static std::string cell_id(const ReportTable& table, std::size_t row,
                               const std::string& column) {
        return table.id + "-" + std::to_string(row + 1) + "-" + column;
    }

    void narrative() {
        if (report_.narrative.empty()) return;
        out_ += "<section class=\"narrative\">\n";
        for (const ReportSentence& sentence : report_.narrative) {
            out_ += "<p>";
            std::size_t at = 0;
            for (const NarratedFigure& reference : sentence.references) {
                const ReportTable* table = report_.table(reference.table);
                const ReportRow* row = table ? table->row(reference.row) : nullptr;
                if (!row) continue;
                const auto index = static_cast<std::size_t>(row - table->rows.data());
                out_ += xml_escaped_attribute(sentence.text.substr(at, reference.begin - at));
                out_ += "<a href=\"#" + cell_id(*table, index, reference.column) + "\">" +
                        xml_escaped_attribute(sentence.text.substr(
                            reference.begin, reference.end - reference.begin)) +
                        "</a>";
                at = reference.end;
            }
            out_ += xml_escaped_attribute(sentence.text.substr(at)) + "</p>\n";
        }
        out_ += "</section>\n";
    }

    void contents() {
        if (report_.tables.size() < 3) return;
        out_ += "<nav aria-label=\"" + xml_escaped_attribute(labels_.label("contents")) + "\">\n";
        for (const ReportTable& table : report_.tables) {
            out_ +=
                "<a href=\"#" + table.id + "\">" + xml_escaped_attribute(table.title) + "</a>\n";
        }
        out_ += "</nav>\n";
    }

    void charts() {
        if (report_.charts.empty()) return;
        out_ += "<div class=\"charts\">\n";
        for (const ReportChart& chart : report_.charts) {
            out_ += "<figure>\n" +
                    svg_of(draw_chart(chart_data(report_, chart), style_.charts, style_.chart_width,
                                      style_.charts.drawn.plot_height),
                           style_.chart_line, style_.chart_rule_color) +
                    "</figure>\n";
        }
        out_ += "</div>\n";
    }

    void write_table(const ReportTable& table) {
        const std::vector<std::size_t> visible = table.visible_columns();
        out_ += "<section>\n<h2 id=\"" + table.id + "\">" + xml_escaped_attribute(table.title) +
                "</h2>\n";
        if (table.rows.empty()) {
            out_ += "<p>" + xml_escaped_attribute(empty_table_text(report_, table, labels_)) +
                    "</p>\n</section>\n";
            return;
        }
        out_ += "<div class=\"scroll\"><table class=\"sortable\">\n<thead><tr>";
        for (const std::size_t c : visible) {
            out_ += "<th scope=\"col\">" + xml_escaped_attribute(table.columns[c].title) + "</th>";
        }
        out_ += "</tr></thead>\n<tbody>\n";
        const ReportTableLabel* label = labels_.table(table.id);
        const std::size_t most = label ? label->html_rows : 0;
        std::size_t written = 0;
        for (std::size_t r = 0; r < table.rows.size(); ++r, ++written) {
            if (most != 0 && written == most) break;
            write_row(table, r, visible);
        }
        out_ += "</tbody>\n</table></div>\n";
        if (written < table.rows.size()) {
            out_ += "<p class=\"note\">" +
                    xml_escaped_attribute(fill_placeholders(
                        labels_.label("more-rows"), {{"0", std::to_string(table.rows.size())},
                                                     {"1", std::to_string(written)}})) +
                    "</p>\n";
        }
        if (!table.note.empty()) {
            out_ += "<p class=\"note\">" + xml_escaped_attribute(table.note) + "</p>\n";
        }
        out_ += "</section>\n";
    }

    void write_row(const ReportTable& table, std::size_t r,
                   const std::vector<std::size_t>& visible) {
        const ReportRow& row = table.rows[r];
        out_ += row.kind == RowKind::data       ? "<tr>"
                : row.kind == RowKind::subtotal ? "<tr class=\"subtotal\">"
                                                : "<tr class=\"total\">";
        for (const std::size_t c : visible) {
            const ReportColumn& column = table.columns[c];
            const Value& value = row.values[c];
            out_ += "<td";
            if (targets_.contains(table.id + "\n" + row.id + "\n" + column.id)) {
                out_ += " id=\"" + cell_id(table, r, column.id) + "\"";
            }
            if (column.kind != ColumnKind::text) {
                out_ += " class=\"n\" data-v=\"" + sort_key(value) + "\"";
            } else if (column.width >= style_.wide_column) {
                out_ += column.width >= style_.widest_column ? " class=\"x\"" : " class=\"w\"";
            } else if (column.width <= style_.narrow_column) {
                out_ += " class=\"s\"";
            }
            out_ += ">";
            if (const auto* segments = std::get_if<std::vector<Segment>>(&value)) {
                out_ += html_segments(*segments);
            } else {
                out_ += html_content(value_text(value, column.kind, labels_));
            }
            out_ += "</td>";
        }
        out_ += "</tr>\n";
    }

    static std::string sort_key(const Value& value) {
        if (const auto* count = std::get_if<std::int64_t>(&value)) return std::to_string(*count);
        if (const auto* number = std::get_if<double>(&value)) {
            std::array<char, 32> buffer{};
            const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number);
            return {buffer.data(), end.ptr};
        }
        return "";
    }

    void legend() {
        if (report_.legend.empty()) return;
        out_ += "<section class=\"legend\">\n<h2>" +
                xml_escaped_attribute(labels_.label("legend")) + "</h2>\n<ol>\n";
        for (const std::string& line : report_.legend) {
            out_ += "<li>" + xml_escaped_attribute(line) + "</li>\n";
        }
        out_ += "</ol>\n</section>\n";
    }

    const Report& report_;
    const ReportTemplate& labels_;
    const ReportWebStyle& style_;
    std::set<std::string> targets_;
    std::string out_;
};

}  // namespace

std::string report_html(const Report& report, const ReportTemplate& labels,
                        const TemplateStore& templates) {
    const ReportWebStyle style = read_report_web_style(templates);
    return Page(report, labels, style).write();
}

}  // namespace dutylist
