#include "exporters/statistics/statistics_json.h"

#include "exporters/json/unit_json.h"
#include "pipeline/text/json_writer.h"

namespace dutylist {
namespace {

constexpr int share_digits = 4;

void write_counts(JsonWriter& json, const ListCounts& counts) {
    for (const ListKind kind : all_list_kinds)
        json.member(to_string(kind), counts[static_cast<std::size_t>(kind)]);
}

void write_totals(JsonWriter& json, const StatisticsTotals& totals) {
    json.key("totals").begin_object();
    json.member("items", totals.items).member("categories", totals.categories);
    json.member("departments", totals.departments);
    json.member("department_mentions", totals.department_mentions);
    json.member("handovers", totals.handovers);
    json.member("superior_points", totals.superior_points);
    json.member("shared_points", totals.shared_points).end_object();
}

void write_townships(JsonWriter& json, const Statistics& statistics) {
    json.key("townships").begin_array();
    for (const TownshipCount& count : statistics.townships) {
        json.begin_object(true).member("name", count.name);
        json.member("cooperative", count.cooperative).member("recalled", count.recalled);
        json.end_object();
    }
    json.end_array();
    json.member("township_mentions", statistics.totals.township_mentions);
}

// Only where something is missing.
void write_not_in_source(JsonWriter& json, const NotInSource& missing) {
    if (!missing.departments && !missing.superior_duties && !missing.handovers) return;
    json.key("not_in_source").begin_array(true);
    if (missing.departments) json.value("departments");
    if (missing.superior_duties) json.value("superior_duties");
    if (missing.handovers) json.value("handovers");
    json.end_array();
}

}  // namespace

void write_statistics(JsonWriter& json, const Statistics& statistics) {
    write_unit_and_period(json, statistics.unit, statistics.period);
    json.key("lists").begin_object(true);
    write_counts(json, statistics.lists);
    json.end_object();

    json.key("categories").begin_array();
    for (const CategoryCount& count : statistics.categories) {
        json.begin_object(true).member("name", count.name);
        write_counts(json, count.items);
        json.member("total", count.total).key("share").value(count.share, share_digits);
        json.end_object();
    }
    json.end_array().key("departments").begin_array();
    for (const DepartmentCount& count : statistics.departments) {
        json.begin_object(true).member("name", count.name);
        json.member("cooperative", count.cooperative).member("sole", count.sole);
        json.member("joint", count.joint).member("recalled", count.recalled);
        json.member("superior_points", count.superior_points).end_object();
    }
    json.end_array();
    if (statistics.of_department) write_townships(json, statistics);
    json.key("matrix").begin_array();
    for (const MatrixEntry& entry : statistics.matrix) {
        if (entry.cooperative == 0) continue;
        json.begin_object(true).member("category", entry.category);
        json.member("department", entry.department).member("cooperative", entry.cooperative);
        json.end_object();
    }
    json.end_array();
    write_totals(json, statistics.totals);
    write_not_in_source(json, statistics.not_in_source);
}

std::string statistics_json(const Statistics& statistics) {
    JsonWriter json;
    json.begin_object();
    write_statistics(json, statistics);
    json.end_object();
    return json.finish();
}

}  // namespace dutylist
