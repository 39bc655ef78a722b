#include "exporters/looks/chart_looks.h"

#include "exporters/looks/looks.h"
#include "exporters/looks/number_settings.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/xml/xml_rules.h"

namespace dutylist {
namespace {

void read_drawn(const TemplateElement& root, ChartLooks& charts) {
    ChartLooks::Drawn& drawn = charts.drawn;
    read_numbers(root.child("drawn"), {{"text-size", &drawn.text_size, 4, 200},
                                       {"title-size", &drawn.title_size, 4, 200},
                                       {"title-baseline", &drawn.title_baseline},
                                       {"title-height", &drawn.title_height},
                                       {"plot-height", &drawn.plot_height, 10},
                                       {"grid-steps", &drawn.grid_steps, 1, 100}});
    ChartLooks::Legend& legend = charts.legend;
    read_numbers(root.child("legend"), {{"height", &legend.height},
                                        {"none-height", &legend.none_height},
                                        {"above", &legend.above},
                                        {"key-width", &legend.key_width},
                                        {"key-height", &legend.key_height},
                                        {"key-gap", &legend.key_gap},
                                        {"between", &legend.between}});
    ChartLooks::Bars& bars = charts.bars;
    read_numbers(root.child("bars"), {{"pitch", &bars.pitch, 1},
                                      {"thickness", &bars.thickness, 1},
                                      {"most-label", &bars.most_label, 0, 0.9},
                                      {"label-gap", &bars.label_gap},
                                      {"label-raise", &bars.label_raise},
                                      {"axis-gap", &bars.axis_gap},
                                      {"axis-above", &bars.axis_above},
                                      {"number-gap", &bars.number_gap},
                                      {"number-room", &bars.number_room},
                                      {"below", &bars.below}});
}

void read_plot(const TemplateElement& root, ChartLooks& charts) {
    ChartLooks::Plot& plot = charts.plot;
    read_numbers(root.child("plot"), {{"left", &plot.left},
                                      {"right", &plot.right},
                                      {"above", &plot.above},
                                      {"below", &plot.below},
                                      {"tick-gap", &plot.tick_gap},
                                      {"tick-drop", &plot.tick_drop},
                                      {"label-drop", &plot.label_drop},
                                      {"label-gap", &plot.label_gap}});
    ChartLooks::Columns& columns = charts.columns;
    read_numbers(root.child("columns"), {{"widest", &columns.widest, 1},
                                         {"share", &columns.share, 0.05, 1},
                                         {"between", &columns.between},
                                         {"least-numbered", &columns.least_numbered},
                                         {"number-raise", &columns.number_raise}});
    ChartLooks::Lines& lines = charts.lines;
    read_numbers(root.child("lines"), {{"marker", &lines.marker},
                                       {"most-numbered", &lines.most_numbered},
                                       {"number-above", &lines.number_above},
                                       {"number-below", &lines.number_below},
                                       {"number-distance", &lines.number_distance},
                                       {"clear-above", &lines.clear_above},
                                       {"clear-below", &lines.clear_below}});
}

}  // namespace

ChartLooks read_chart_looks(const TemplateStore& templates, const Looks& looks) {
    const TemplateFile file(templates, "charts.xml");
    const TemplateElement root = file.root();
    require_root(root.own(), "charts", "urn:dutylist:template:1");
    require_content_once(
        root.own(), {"series", "drawn", "legend", "bars", "plot", "columns", "lines", "native"});
    ChartLooks charts;
    const TemplateElement series = root.child("series");
    read_numbers(series, {}, {"colors"});
    charts.series = looks.colors(series.with("colors"), "colors");
    read_drawn(root, charts);
    read_plot(root, charts);
    const TemplateElement native = root.child("native");
    read_numbers(native,
                 {{"grid-width", &charts.native.grid_width, 0.25, 20},
                  {"line-width", &charts.native.line_width, 0.25, 20},
                  {"title-larger", &charts.native.title_larger, 0, 50},
                  {"bar-gap", &charts.native.bar_gap, 0, 500}},
                 {"grid-color"});
    charts.native.grid_color = looks.color(native.with("grid-color"), "grid-color");
    return charts;
}

}  // namespace dutylist
