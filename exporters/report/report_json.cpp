#include "exporters/report/report_json.h"

#include "pipeline/text/json_writer.h"

namespace dutylist {
namespace {

void write_segments(JsonWriter& json, const std::vector<Segment>& segments) {
    json.begin_array();
    for (const Segment& segment : segments) {
        const char* kind = segment.kind == Segment::Kind::equal     ? "equal"
                           : segment.kind == Segment::Kind::removed ? "removed"
                                                                    : "added";
        json.begin_object(true).member(kind, segment.text).end_object();
    }
    json.end_array();
}

void write_value(JsonWriter& json, const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        json.value(*count);
    } else if (const auto* number = std::get_if<double>(&value)) {
        json.value(*number, 6);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        json.value(*text);
    } else if (const auto* segments = std::get_if<std::vector<Segment>>(&value)) {
        write_segments(json, *segments);
    } else {
        json.null();
    }
}

void write_table(JsonWriter& json, const ReportTable& table) {
    json.begin_object().member("id", table.id).member("title", table.title);
    json.member("note", table.note).key("columns").begin_array();
    for (const ReportColumn& column : table.columns) {
        json.begin_object(true).member("id", column.id).member("title", column.title);
        json.member("kind", to_string(column.kind)).end_object();
    }
    json.end_array().key("rows").begin_array();
    for (const ReportRow& row : table.rows) {
        bool marked = false;
        for (const Value& value : row.values) {
            marked = marked || std::holds_alternative<std::vector<Segment>>(value);
        }
        json.begin_object(!marked).member("id", row.id);
        json.member("kind", row.kind == RowKind::data       ? "data"
                            : row.kind == RowKind::subtotal ? "subtotal"
                                                            : "total");
        json.key("values").begin_array();
        for (const Value& value : row.values) write_value(json, value);
        json.end_array().end_object();
    }
    json.end_array().end_object();
}

void write_fields(JsonWriter& json, const char* name,
                  const std::vector<std::pair<std::string, std::string>>& fields) {
    json.key(name).begin_array();
    for (const auto& [label, value] : fields) {
        json.begin_object(true).member("label", label).member("value", value).end_object();
    }
    json.end_array();
}

}  // namespace

void write_report(JsonWriter& json, const Report& report) {
    json.member("title", report.title).member("scope", report.scope);
    json.member("period", report.period.iso()).key("base");
    if (report.base.empty()) {
        json.null();
    } else {
        json.value(report.base);
    }
    json.key("furniture").begin_object();
    write_fields(json, "head", report.furniture.head);
    write_fields(json, "unit", report.furniture.unit);
    write_fields(json, "foot", report.furniture.foot);
    json.end_object().key("narrative").begin_array();
    for (const ReportSentence& sentence : report.narrative) {
        json.begin_object().member("text", sentence.text).key("numbers").begin_array();
        for (const NarratedFigure& reference : sentence.references) {
            json.begin_object(true).member(
                "text", sentence.text.substr(reference.begin, reference.end - reference.begin));
            json.member("table", reference.table).member("row", reference.row);
            json.member("column", reference.column).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().key("tables").begin_array();
    for (const ReportTable& table : report.tables) write_table(json, table);
    json.end_array().key("charts").begin_array();
    for (const ReportChart& chart : report.charts) {
        json.begin_object(true).member("id", chart.id).member("title", chart.title);
        json.member("kind", chart.kind).member("table", chart.table);
        json.member("label", chart.label).key("values").begin_array();
        for (const std::string& column : chart.values) json.value(column);
        json.end_array().member("rows", static_cast<std::uint64_t>(chart.rows)).end_object();
    }
    json.end_array().key("legend").begin_array();
    for (const std::string& line : report.legend) json.value(line);
    json.end_array();
}

std::string report_json(const Report& report) {
    JsonWriter json;
    json.begin_object();
    write_report(json, report);
    json.end_object();
    return json.finish();
}

}  // namespace dutylist
