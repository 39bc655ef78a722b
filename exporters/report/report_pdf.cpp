#include "exporters/report/report_pdf.h"

#include <algorithm>
#include <deque>

#include "exporters/booklet/booklet_template.h"
#include "exporters/booklet/page_builder.h"
#include "exporters/booklet/table_setter.h"
#include "exporters/pdf/pdf_writer.h"
#include "exporters/report/chart_drawing.h"
#include "exporters/report/paper_table.h"
#include "exporters/typeset/font_diagnostics.h"
#include "exporters/typeset/used_fonts.h"
#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/report/value_text.h"

namespace dutylist {
namespace {

using booklet::PageBuilder;
using typeset::Alignment;
using typeset::FontRole;
using typeset::StructureIndex;
using typeset::StructureRole;

constexpr double small = 10.5;  // 五号, of furniture and legend
constexpr double small_leading = 17;
constexpr double body = 15.75;  // 3号, GB/T 9704-2012 5.2.3
constexpr double body_leading = 29;
constexpr double plot_height = 90;  // the last four charts of a small county share a page
constexpr double between_charts = 12;

class ReportPaper {
public:
    ReportPaper(const Report& report, const ReportTemplate& labels,
                const booklet::BookletTemplate& settings, typeset::Shaper& shaper,
                Diagnostics& diagnostics)
        : report_(report),
          labels_(labels),
          settings_(settings),
          builder_(settings, shaper),
          diagnostics_(diagnostics) {}

    typeset::PagedDocument make() {
        if (!report_.narrative.empty()) write_text();
        if (!report_.charts.empty()) {
            if (report_.narrative.empty()) open_page();
            write_charts();
        }
        place_.bottom = 0;  // tables begin on a page of their own
        for (const ReportTable& table : report_.tables) {
            PaperTable(report_, table, labels_, settings_, builder_, place_, diagnostics_).write();
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

    double height_of(FontRole role, const std::string& text, double size, double leading) {
        const auto shaped = typeset::shape_text(builder_.shaper(), role, text, settings_.lines);
        return static_cast<double>(typeset::break_cell(shaped, builder_.area().width / size,
                                                       Alignment::justify, settings_.lines)
                                       .size()) *
               leading;
    }

    // A paragraph that stays together; a new page where it does not fit.
    void paragraph(FontRole role, const std::string& text, double size, double leading,
                   Alignment alignment, StructureIndex parent,
                   StructureRole kind = StructureRole::paragraph) {
        if (height_of(role, text, size, leading) > room()) open_page();
        const StructureIndex node = builder_.add_node(kind, parent);
        if (kind != StructureRole::paragraph) builder_.node(node).title = text;
        y_ += builder_.set_text(role, text, builder_.area().x, y_, builder_.area().width, leading,
                                alignment, {size, {}, node});
    }

    // 表号 and the like: the label, then its value or a line to write on.
    double field(const std::string& label, const std::string& value, double x, double line_width,
                 StructureIndex parent) {
        const StructureIndex node = builder_.add_node(StructureRole::paragraph, parent);
        const double base = y_ + PageBuilder::baseline(small_leading, small);
        double width =
            builder_.set_word(FontRole::table, label + "：" + value, x, base, {small, {}, node});
        if (value.empty()) {
            builder_.layer().fills.push_back(
                {{x + width, base + 2, line_width, 0.5}, {}, typeset::no_structure});
            width += line_width;
        }
        return width;
    }

    void write_text() {
        open_page();
        const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
        builder_.add_destination("narrative", builder_.area().x, y_);
        builder_.add_bookmark(labels_.label("narrative"), "narrative", 0, false);
        const double right = builder_.area().x + builder_.area().width - 150;
        for (const auto& [label, value] : report_.furniture.head) {
            field(label, value, right, 90, section);
            y_ += small_leading;
        }
        y_ += 16;
        paragraph(FontRole::title, report_.title, 22, 36, Alignment::center, section,
                  StructureRole::title);
        y_ += 8;
        double x = builder_.area().x;
        for (const auto& [label, value] : report_.furniture.unit) {
            x += field(label, value, x, 90, section) + 36;
        }
        y_ += small_leading + 10;
        for (const ReportSentence& sentence : report_.narrative) {
            paragraph(FontRole::body, "　　" + sentence.text, body, body_leading,
                      Alignment::justify, section);
        }
    }

    void write_charts() {
        y_ += 20;
        const StructureIndex section = builder_.add_node(StructureRole::section, PageBuilder::root);
        bool first = true;
        for (const ReportChart& chart : report_.charts) {
            const ChartDrawing drawing =
                draw_chart(chart_data(report_, chart), labels_.looks().series_colors,
                           builder_.area().width, plot_height);
            if (drawing.height > room()) open_page();
            if (first) {
                builder_.add_destination("charts", builder_.area().x, y_);
                builder_.add_bookmark(labels_.label("charts"), "charts", 0, false);
                first = false;
            }
            place_chart(drawing, chart.title, section);
            y_ += drawing.height + between_charts;
        }
    }

    void place_chart(const ChartDrawing& drawing, const std::string& title, StructureIndex parent) {
        const StructureIndex figure = builder_.add_node(StructureRole::figure, parent);
        builder_.node(figure).title = title;
        builder_.node(figure).alternative = drawing.description;
        const double left = builder_.area().x;
        typeset::Layer& layer = builder_.layer();
        for (const auto& rule : drawing.rules) {
            const double width = std::max(0.4, rule.x2 - rule.x1);
            const double height = std::max(0.4, rule.y2 - rule.y1);
            layer.fills.push_back(
                {{left + rule.x1, y_ + rule.y1, width, height}, {200, 200, 200}, figure});
        }
        for (const auto& bar : drawing.bars) {
            layer.fills.push_back({{left + bar.x, y_ + bar.y, bar.width, bar.height},
                                   typeset::color_from(drawing.color(bar.series)),
                                   figure});
        }
        for (const auto& line : drawing.lines) {
            typeset::Path path;
            for (const auto& [x, y] : line.points) path.points.push_back({left + x, y_ + y});
            path.line_width = 1.2;
            path.stroke = typeset::color_from(drawing.color(line.series));
            path.structure = figure;
            layer.paths.push_back(std::move(path));
        }
        for (const auto& text : drawing.texts) {
            const FontRole role = text.strong ? FontRole::heading : FontRole::table;
            const double size = text.strong ? 11 : drawing.text_size - 0.5;
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
        paragraph(FontRole::heading, labels_.label("legend"), 14, 26, Alignment::left, section,
                  StructureRole::heading1);
        for (std::size_t i = 0; i < report_.legend.size(); ++i) {
            paragraph(FontRole::body, std::to_string(i + 1) + "．" + report_.legend[i], 12, 20,
                      Alignment::justify, section);
        }
        y_ += 30;
        for (const auto& [label, value] : report_.furniture.foot) {
            field(label, value, builder_.area().x, 110, section);
            y_ += small_leading + 10;
        }
    }

    const Report& report_;
    const ReportTemplate& labels_;
    const booklet::BookletTemplate& settings_;
    PageBuilder builder_;
    Diagnostics& diagnostics_;
    PaperPlace place_;
    double y_ = 0;
};

}  // namespace

void write_report_pdf(const Report& report, const ReportTemplate& labels,
                      const TemplateStore& templates, const std::filesystem::path& font_folder,
                      std::int64_t timestamp, Sink& sink, Diagnostics& diagnostics) {
    const pdf::PdfSettings settings = pdf::read_print_settings(templates);
    booklet::BookletTemplate paper = booklet::read_booklet_template(templates);
    paper.page.duplex = false;  // a report is stapled, not bound: every page is a right one
    typeset::FontSet fonts(templates, font_folder);
    typeset::Shaper shaper(fonts);
    typeset::PagedDocument document =
        ReportPaper(report, labels, paper, shaper, diagnostics).make();
    document.timestamp = timestamp;
    typeset::tell_wishes(fonts, diagnostics);
    typeset::tell_unreadable(fonts, diagnostics);
    typeset::keep_used_fonts(document, fonts.faces());
    sink.write(pdf::make_pdf(document, settings));
}

}  // namespace dutylist
