#include "exporters/report/report_pages.h"

#include <algorithm>

#include "exporters/paged/page_builder.h"
#include "exporters/report/chart_drawing.h"
#include "exporters/report/paper_table.h"
#include "exporters/report/report_pages_style.h"
#include "exporters/typeset/font_diagnostics.h"
#include "exporters/typeset/used_fonts.h"
#include "pipeline/report/value_text.h"

namespace dutylist {
namespace {

using paged::PageBuilder;
using typeset::Alignment;
using typeset::FontRole;
using typeset::StructureIndex;
using typeset::StructureRole;

class ReportPaper {
public:
    ReportPaper(const Report& report, const ReportTemplate& labels, const ReportPagesStyle& style,
                typeset::Shaper& shaper, Diagnostics& diagnostics)
        : report_(report),
          labels_(labels),
          style_(style),
          builder_(style.pages, shaper),
          diagnostics_(diagnostics) {}

    typeset::PagedDocument make() {
        if (!report_.narrative.empty()) write_text();
        if (!report_.charts.empty()) {
            if (report_.narrative.empty()) open_page();
            write_charts();
        }
        place_.bottom = 0;  // tables begin on a page of their own
        for (const ReportTable& table : report_.tables) {
            PaperTable(report_, table, labels_, style_, builder_, place_, diagnostics_).write();
        }
        if (!report_.legend.empty()) write_end();
        typeset::PagedDocument document = builder_.take();
        document.title = report_.scope + report_.title + " " + report_.period.chinese();
        document.author = report_.scope;
        document.subject = report_.title;
        return document;
    }

private:
    void open_page(bool landscape = false) {
        const std::string label = std::to_string(place_.next_page);
        builder_.add_page({landscape, place_.next_page++, label});
        y_ = builder_.area().y;
    }

    double room() const { return builder_.area().y + builder_.area().height - y_; }

    double height_of(FontRole role, const std::string& text, ReportPagesStyle::Text style) {
        const auto shaped = typeset::shape_text(builder_.shaper(), role, text, style_.pages.lines);
        return static_cast<double>(typeset::break_cell(shaped, builder_.area().width / style.size,
                                                       Alignment::justify, style_.pages.lines)
                                       .size()) *
               style.leading;
    }

    // A paragraph that stays together; a new page where it does not fit.
    void paragraph(FontRole role, const std::string& text, ReportPagesStyle::Text style,
                   Alignment alignment, StructureIndex parent,
                   StructureRole kind = StructureRole::paragraph) {
        if (height_of(role, text, style) > room()) open_page();
        const StructureIndex node = builder_.add_node(kind, parent);
        if (kind != StructureRole::paragraph) builder_.node(node).title = text;
        y_ += builder_.set_text(role, text, builder_.area().x, y_, builder_.area().width,
                                style.leading, alignment, {style.size, {}, node});
    }

    // 表号 and the like: the label, then its value or a line to write on.
    double field(const std::string& label, const std::string& value, double x, double line_width,
                 StructureIndex parent) {
        const StructureIndex node = builder_.add_node(StructureRole::paragraph, parent);
        const double base = y_ + PageBuilder::baseline(style_.small.leading, style_.small.size);
        double width = builder_.set_word(FontRole::table, label + "：" + value, x, base,
                                         {style_.small.size, {}, node});
        if (value.empty()) {
            builder_.layer().fills.push_back(
                {{x + width, base + style_.field_drop, line_width, style_.field_rule},
                 {},
                 typeset::no_structure});
            width += line_width;
        }
        return width;
    }

    void write_text() {
        open_page();
        const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
        builder_.add_destination("narrative", builder_.area().x, y_);
        builder_.add_bookmark(labels_.label("narrative"), "narrative", 0, false);
        const double right = builder_.area().x + builder_.area().width - style_.head_width;
        for (const auto& [label, value] : report_.furniture.head) {
            field(label, value, right, style_.head.line, section);
            y_ += style_.small.leading;
        }
        y_ += style_.above_title;
        paragraph(FontRole::title, report_.title, style_.title, Alignment::center, section,
                  StructureRole::title);
        y_ += style_.below_title;
        double x = builder_.area().x;
        for (const auto& [label, value] : report_.furniture.unit) {
            x += field(label, value, x, style_.unit.line, section) + style_.unit.below;
        }
        y_ += style_.small.leading + style_.below_unit;
        for (const ReportSentence& sentence : report_.narrative) {
            paragraph(FontRole::body, "　　" + sentence.text, style_.body, Alignment::justify,
                      section);
        }
    }

    void write_charts() {
        y_ += style_.above_charts;
        const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
        bool first = true;
        for (const ReportChart& chart : report_.charts) {
            const ChartDrawing drawing = draw_chart(chart_data(report_, chart), style_.charts,
                                                    builder_.area().width, style_.plot_height);
            if (drawing.height > room()) open_page();
            if (first) {
                builder_.add_destination("charts", builder_.area().x, y_);
                builder_.add_bookmark(labels_.label("charts"), "charts", 0, false);
                first = false;
            }
            place_chart(drawing, chart.title, section);
            y_ += drawing.height + style_.between_charts;
        }
    }

    void place_chart(const ChartDrawing& drawing, const std::string& title, StructureIndex parent) {
        const StructureIndex figure = builder_.add_node(StructureRole::figure, parent);
        builder_.node(figure).title = title;
        builder_.node(figure).alternative = drawing.description;
        const double left = builder_.area().x;
        typeset::Layer& layer = builder_.layer();
        for (const auto& rule : drawing.rules) {
            const double width = std::max(style_.chart_rule, rule.x2 - rule.x1);
            const double height = std::max(style_.chart_rule, rule.y2 - rule.y1);
            layer.fills.push_back({{left + rule.x1, y_ + rule.y1, width, height},
                                   typeset::color_from(style_.chart_rule_color),
                                   figure});
        }
        for (const auto& bar : drawing.bars) {
            layer.fills.push_back({{left + bar.x, y_ + bar.y, bar.width, bar.height},
                                   typeset::color_from(drawing.color(bar.series)),
                                   figure});
        }
        for (const auto& line : drawing.lines) {
            typeset::Path path;
            for (const auto& [x, y] : line.points) path.points.push_back({left + x, y_ + y});
            path.line_width = style_.chart_line;
            path.stroke = typeset::color_from(drawing.color(line.series));
            path.structure = figure;
            layer.paths.push_back(std::move(path));
        }
        for (const auto& text : drawing.texts) {
            const FontRole role = text.strong ? FontRole::heading : FontRole::table;
            const double size = text.strong ? style_.chart_title : style_.chart_text;
            double x = left + text.x;
            if (text.anchor != ChartDrawing::Anchor::start) {
                const double width = builder_.measure_word(role, text.text, size);
                x -= text.anchor == ChartDrawing::Anchor::middle ? width / 2 : width;
            }
            builder_.set_word(role, text.text, x, y_ + text.y, {size, {}, figure});
        }
    }

    void write_end() {
        open_page();
        const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
        builder_.add_destination("legend", builder_.area().x, y_);
        builder_.add_bookmark(labels_.label("legend"), "legend", 0, false);
        paragraph(FontRole::heading, labels_.label("legend"), style_.legend_title, Alignment::left,
                  section, StructureRole::heading1);
        for (std::size_t i = 0; i < report_.legend.size(); ++i) {
            paragraph(FontRole::body, std::to_string(i + 1) + "．" + report_.legend[i],
                      style_.legend, Alignment::justify, section);
        }
        y_ += style_.above_foot;
        for (const auto& [label, value] : report_.furniture.foot) {
            field(label, value, builder_.area().x, style_.foot.line, section);
            y_ += style_.small.leading + style_.foot.below;
        }
    }

    const Report& report_;
    const ReportTemplate& labels_;
    const ReportPagesStyle& style_;
    PageBuilder builder_;
    Diagnostics& diagnostics_;
    PaperPlace place_;
    double y_ = 0;
};

}  // namespace

typeset::PagedDocument make_report_pages(const Report& report, const ReportTemplate& labels,
                                         const TemplateStore& templates,
                                         const std::filesystem::path& font_folder,
                                         std::int64_t timestamp, Diagnostics& diagnostics) {
    const ReportPagesStyle style = read_report_pages_style(templates);
    typeset::FontSet fonts(templates, font_folder);
    typeset::Shaper shaper(fonts);
    typeset::PagedDocument document =
        ReportPaper(report, labels, style, shaper, diagnostics).make();
    document.timestamp = timestamp;
    typeset::tell_wishes(fonts, diagnostics);
    typeset::tell_unreadable(fonts, diagnostics);
    typeset::keep_used_fonts(document, fonts.faces());
    return document;
}

}  // namespace dutylist
