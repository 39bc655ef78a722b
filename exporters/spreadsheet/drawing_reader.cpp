#include "exporters/spreadsheet/drawing_reader.h"

namespace dutylist::spreadsheet {

void ChartReader::element(std::string_view name, Attributes attributes) {
    open_.emplace_back(name);
    if (name == "c:ser") ++content_.series;
    if (name == "c:dPt") ++content_.points;
    if (name == "c:ptCount") {
        promised_points_ = number(attributes, "val");
        cached_points_ = 0;
    }
    if (name == "c:pt") ++cached_points_;
}

void ChartReader::text(std::string_view markup) {
    // A name of a series stands in <c:tx><c:v>, the values that charts keep of cells in
    // <c:pt><c:v>.
    const bool is_name =
        open_.size() >= 2 && open_.back() == "c:v" && open_[open_.size() - 2] == "c:tx";
    if (!is_name && open_.back() != "a:t") return;
    std::string text;
    require(append_unescaped(text, markup));
    content_.text(text);
}

void ChartReader::end(std::string_view name) {
    open_.pop_back();
    // Empty cells have no point.
    if (name == "c:strCache" || name == "c:numCache") require(cached_points_ <= promised_points_);
}

void DrawingReader::element(std::string_view name, Attributes) {
    anchors_ += name == "xdr:twoCellAnchor";
}

}  // namespace dutylist::spreadsheet
