#include "exporters/statistics/statistics_tables.h"

#include <algorithm>
#include <array>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/text/decimal.h"

namespace dutylist {
namespace {

constexpr std::array<std::string_view, 6> category_fields{"name",     "basic", "cooperative",
                                                          "recalled", "total", "share"};
constexpr std::array<std::string_view, 7> department_fields{
    "rank", "name", "cooperative", "sole", "joint", "recalled", "superior_points"};

constexpr std::string_view dash = "—";

std::string_view language_attribute(Language language) {
    return language == Language::chinese ? "zh" : "en";
}

std::string said(const XmlElement& element, Language language) {
    return std::string(element.required(language_attribute(language)));
}

std::string count_at(const ListCounts& counts, ListKind kind) {
    return std::to_string(counts[static_cast<std::size_t>(kind)]);
}

std::string value_of(const CategoryCount& count, std::string_view field) {
    if (const auto kind = list_kind_from(field)) return count_at(count.items, *kind);
    if (field == "total") return std::to_string(count.total);
    return percentage(count.share);
}

std::string value_of(const DepartmentCount& count, std::string_view field) {
    if (field == "rank") return std::to_string(count.rank);
    if (field == "cooperative") return std::to_string(count.cooperative);
    if (field == "sole") return std::to_string(count.sole);
    if (field == "joint") return std::to_string(count.joint);
    if (field == "recalled") return std::to_string(count.recalled);
    return std::to_string(count.superior_points);
}

bool is_missing(const NotInSource& missing, std::string_view field) {
    if (field == "cooperative" || field == "sole" || field == "joint") return missing.departments;
    if (field == "superior_points") return missing.departments || missing.superior_duties;
    return field == "recalled" && missing.handovers;
}

}  // namespace

std::string percentage(double share) { return half_up(share * 100, 2) + "%"; }

StatisticsTables::StatisticsTables(const TemplateStore& templates, Language language) {
    const XmlDocument xml = templates.xml("statistics_tables.xml");
    const XmlElement root = xml.root();
    root.allow_attributes({});
    root.allow_children({"summary", "table", "total", "empty", "absent"});
    const auto string = [&](std::string_view name) {
        const XmlElement element = root.child(name);
        if (!element)
            throw JobError(Code::xml_missing, root.place(),
                           {std::string(root.name()), std::string(name)});
        element.allow_attributes({"zh", "en"});
        return said(element, language);
    };
    summary_ = string("summary");
    for (const char* words : {"zh", "en"}) {
        checked_pattern(root.child("summary"), words,
                        {"unit", "period", "items", "basic", "cooperative", "recalled",
                         "categories", "departments", "mentions", "handovers", "points", "shared"});
    }
    total_ = string("total");
    empty_ = string("empty");
    absent_ = root.child("absent") ? string("absent") : std::string(dash);
    for (const XmlElement& element : root.children("table")) {
        element.allow_attributes({"id", "zh", "en"});
        element.allow_children({"column"});
        const std::string_view id = element.required("id");
        if (id != "categories" && id != "departments")
            element.fail_value("id", "categories, departments");
        Layout layout{said(element, language), {}, {}};
        for (const XmlElement& column : element.children()) {
            column.allow_attributes({"field", "zh", "en"});
            const std::string field(column.required("field"));
            const bool known =
                id == "categories"
                    ? std::count(category_fields.begin(), category_fields.end(), field) != 0
                    : std::count(department_fields.begin(), department_fields.end(), field) != 0;
            if (!known) column.fail_value("field", "name, cooperative, recalled …");
            layout.fields.push_back(field);
            layout.columns.push_back({said(column, language), field != "name"});
        }
        (id == "categories" ? categories_ : departments_) = std::move(layout);
    }
}

std::string StatisticsTables::shown_name(const std::string& name) const {
    return name.empty() ? empty_ : name;
}

TextTable StatisticsTables::table(const Layout& layout) const {
    return {layout.title, layout.columns, {}};
}

TextTable StatisticsTables::categories(const Statistics& statistics, bool with_total) const {
    TextTable result = table(categories_);
    const auto add = [&](const CategoryCount& count, const std::string& name) {
        std::vector<std::string>& row = result.rows.emplace_back();
        for (const std::string& field : categories_.fields)
            row.push_back(field == "name" ? name : value_of(count, field));
    };
    for (const CategoryCount& count : statistics.categories) add(count, shown_name(count.name));
    if (with_total) {
        const double share = statistics.totals.items == 0 ? 0 : 1;
        add({{}, statistics.lists, statistics.totals.items, share}, total_);
    }
    return result;
}

TextTable StatisticsTables::departments(const Statistics& statistics) const {
    TextTable result = table(departments_);
    for (const DepartmentCount& count : statistics.departments) {
        std::vector<std::string>& row = result.rows.emplace_back();
        for (const std::string& field : departments_.fields)
            row.push_back(field == "name"                               ? shown_name(count.name)
                          : is_missing(statistics.not_in_source, field) ? absent_
                                                                        : value_of(count, field));
    }
    return result;
}

std::string StatisticsTables::summary(const Statistics& statistics) const {
    const StatisticsTotals& totals = statistics.totals;
    const NotInSource& missing = statistics.not_in_source;
    const auto count = [&](std::uint32_t value, bool absent) {
        return absent ? std::string(dash) : std::to_string(value);
    };
    const bool any = missing.departments || missing.superior_duties || missing.handovers;
    const std::string note = any ? "\n" + std::string(dash) + ' ' + absent_ : std::string();
    return fill_placeholders(
               summary_, {{"unit", statistics.unit.full_name()},
                          {"period", statistics.period.iso()},
                          {"items", std::to_string(totals.items)},
                          {"basic", count_at(statistics.lists, ListKind::basic)},
                          {"cooperative", count_at(statistics.lists, ListKind::cooperative)},
                          {"recalled", count_at(statistics.lists, ListKind::recalled)},
                          {"categories", std::to_string(totals.categories)},
                          {"departments", count(totals.departments,
                                                missing.departments && totals.departments == 0)},
                          {"mentions", count(totals.department_mentions, missing.departments)},
                          {"handovers", count(totals.handovers, missing.handovers)},
                          {"points", count(totals.superior_points, missing.superior_duties)},
                          {"shared", count(totals.shared_points,
                                           missing.superior_duties || missing.departments)}}) +
           note;
}

}  // namespace dutylist
