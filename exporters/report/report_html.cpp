#include "exporters/report/report_html.h"

#include <array>
#include <charconv>
#include <set>

#include "exporters/report/html_text.h"
#include "pipeline/report/value_text.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/xml/xml_document.h"

namespace dutylist {
namespace {

constexpr double chart_width = 640;

constexpr std::string_view style = R"(<style>
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem 1.5rem 3rem; color: #1a1a1a; background: #fff;
  font: 15px/1.7 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
h1, h2, th, nav, .field { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", SimHei, sans-serif; }
h1 { text-align: center; font-size: 1.6rem; margin: 1rem 0 .3rem; }
h2 { font-size: 1.1rem; margin: 2.2rem 0 .5rem; }
.head { margin: 0 0 0 auto; width: max-content; font-size: .85rem; }
.unit, .foot { display: flex; flex-wrap: wrap; gap: .3rem 2.5rem; font-size: .9rem; margin: .6rem 0; }
.blank { display: inline-block; min-width: 7em; border-bottom: 1px solid #888; }
.narrative p { text-indent: 2em; margin: .2rem 0; font-size: 1.05rem; }
.narrative a { color: var(--link); text-decoration: none; border-bottom: 1px dotted; }
nav { font-size: .85rem; columns: 18rem; margin: 1rem 0; }
nav a { display: block; color: var(--link); text-decoration: none; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-size: .85rem; line-height: 1.45; width: 100%; }
th, td { border: 1px solid #b5b5b5; padding: .25rem .45rem; vertical-align: top; }
th { background: var(--head); font-weight: 600; position: sticky; top: 0; }
td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.s { white-space: nowrap; }
td.w { min-width: 12em; }
td.x { min-width: 22em; }
tr.subtotal td { background: var(--subtotal); font-weight: 600; }
tr.total td { background: var(--total); font-weight: 600; }
td:target { outline: 3px solid #d08000; }
del { background: #fbdcdc; color: #8c1010; }
ins { background: #d9f2dc; color: #0d5a1a; text-decoration: underline; }
del b, ins b { font-size: 0; }
.note, .legend { font-size: .85rem; color: #444; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 1.5rem; }
.charts > * { min-width: 0; margin: 0; overflow-x: auto; }
.charts svg { width: 100%; min-width: 26rem; height: auto; font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.filter { font: inherit; font-size: .85rem; padding: .15rem .5rem; width: 22em; max-width: 100%; margin: 0 0 .4rem; }
th button { all: unset; cursor: pointer; display: block; width: 100%; text-align: inherit; }
th button:focus-visible { outline: 2px solid var(--link); }
th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
tr[hidden] { display: none; }
@media print { nav, .filter { display: none; } body { max-width: none; padding: 0; font-size: 10pt; }
  th { position: static; } thead { display: table-header-group; } tr { break-inside: avoid; } .scroll { overflow: visible; } }
</style>
)";

constexpr std::string_view script = R"(<script>
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const next = before === null ? "descending" : before === "descending" ? "ascending" : null;
      heads.forEach(other => other.removeAttribute("aria-sort"));
      if (next === null) { body.append(...original); return; }
      head.setAttribute("aria-sort", next);
      const sign = next === "ascending" ? 1 : -1;
      const key = row => row.cells[index].dataset.v ?? row.cells[index].textContent;
      const numeric = original.some(row => row.cells[index].dataset.v !== undefined);
      const movable = original.filter(row => !row.className);
      const fixed = original.filter(row => row.className);
      movable.sort((a, b) => {
        const x = key(a), y = key(b);
        if (!numeric) return sign * (x < y ? -1 : x > y ? 1 : 0);
        const p = parseFloat(x), q = parseFloat(y);
        if (Number.isNaN(p)) return Number.isNaN(q) ? 0 : 1;
        return Number.isNaN(q) ? -1 : sign * (p - q);
      });
      body.append(...movable, ...fixed);
    });
  });
  if (original.length < 6) continue;
  const filter = document.createElement("input");
  filter.type = "search";
  filter.className = "filter";
  filter.placeholder = document.body.dataset.filterHint;
  filter.setAttribute("aria-label", document.body.dataset.filter);
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim();
    for (const row of original) row.hidden = wanted !== "" && !row.textContent.includes(wanted);
  });
  table.parentElement.before(filter);
}
</script>
)";

class Page {
public:
    Page(const Report& report, const ReportTemplate& labels) : report_(report), labels_(labels) {
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
        out_ += style;
        const ReportLooks& looks = labels_.looks();
        out_ += "<style>:root { --head: " + html_color(looks.head_background) +
                "; --subtotal: " + html_color(looks.subtotal_background) +
                "; --total: " + html_color(looks.total_background) +
                "; --link: " + html_color(looks.link_color) + "; }</style>\n";
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
        out_ += script;
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
                    svg_of(draw_chart(chart_data(report_, chart), labels_.looks().series_colors,
                                      chart_width)) +
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
            } else if (column.width >= 4) {
                out_ += column.width >= 6 ? " class=\"x\"" : " class=\"w\"";
            } else if (column.width <= 1.6) {
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
    std::set<std::string> targets_;
    std::string out_;
};

}  // namespace

std::string report_html(const Report& report, const ReportTemplate& labels) {
    return Page(report, labels).write();
}

}  // namespace dutylist
