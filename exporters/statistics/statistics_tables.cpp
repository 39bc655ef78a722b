#include "exporters/statistics/statistics_tables.h"

#include <algorithm>
#include <array>
#include <span>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/templates/template_file.h"
#include "pipeline/text/decimal.h"

namespace dutylist {
namespace {

constexpr std::array<std::string_view, 6> category_fields{"name",     "basic", "cooperative",
                                                          "recalled", "total", "share"};
constexpr std::array<std::string_view, 7> department_fields{
    "rank", "name", "cooperative", "sole", "joint", "recalled", "superior_points"};

constexpr std::array<std::string_view, 4> township_fields{"name", "cooperative", "recalled",
                                                          "total"};

// The fields of a table; none for one that there is not.
std::span<const std::string_view> fields_of_table(std::string_view id) {
    if (id == "categories") return category_fields;
    if (id == "departments") return department_fields;
    if (id == "townships") return township_fields;
    return {};
}

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

std::string value_of(const TownshipCount& count, std::string_view field) {
    if (field == "cooperative") return std::to_string(count.cooperative);
    if (field == "recalled") return std::to_string(count.recalled);
    return std::to_string(count.cooperative + count.recalled);
}

bool is_missing(const NotInSource& missing, std::string_view field) {
    if (field == "cooperative" || field == "sole" || field == "joint") return missing.departments;
    if (field == "superior_points") return missing.departments || missing.superior_duties;
    return field == "recalled" && missing.handovers;
}

}  // namespace

std::string percentage(double share) { return half_up(share * 100, 2) + "%"; }

StatisticsTables::StatisticsTables(const TemplateStore& templates, Language language) {
    const TemplateFile file(templates, "statistics_tables.xml");
    const XmlElement root = file.root().own();
    root.allow_attributes({});
    root.allow_children({"summary", "department-summary", "table", "total", "empty", "absent"});
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
    const XmlElement of_department = file.root().child("department-summary").own();
    of_department.allow_attributes({"zh", "en"});
    department_summary_ = said(of_department, language);
    for (const char* words : {"zh", "en"}) {
        checked_pattern(of_department, words,
                        {"unit", "period", "items", "cooperative", "recalled", "townships",
                         "mentions", "points"});
    }
    total_ = string("total");
    empty_ = string("empty");
    absent_ = root.child("absent") ? string("absent") : std::string(dash);
    for (const XmlElement& element : file.root().own().children("table"))
        read_table(element, language);
    for (const XmlElement& element : file.root().official().children("table")) {
        if (layout(element.required("id")).fields.empty()) read_table(element, language);
    }
}

StatisticsTables::Layout& StatisticsTables::layout(std::string_view id) {
    return id == "categories" ? categories_ : id == "departments" ? departments_ : townships_;
}

void StatisticsTables::read_table(const XmlElement& element, Language language) {
    element.allow_attributes({"id", "zh", "en"});
    element.allow_children({"column"});
    const std::string_view id = element.required("id");
    const auto fields = fields_of_table(id);
    if (fields.empty()) element.fail_value("id", "categories, departments, townships");
    Layout read{said(element, language), {}, {}};
    for (const XmlElement& column : element.children()) {
        column.allow_attributes({"field", "zh", "en"});
        const std::string field(column.required("field"));
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
            column.fail_value("field", "name, cooperative, recalled …");
        read.fields.push_back(field);
        read.columns.push_back({said(column, language), field != "name"});
    }
    layout(id) = std::move(read);
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

TextTable StatisticsTables::townships(const Statistics& statistics) const {
    TextTable result = table(townships_);
    for (const TownshipCount& count : statistics.townships) {
        std::vector<std::string>& row = result.rows.emplace_back();
        for (const std::string& field : townships_.fields)
            row.push_back(field == "name" ? shown_name(count.name) : value_of(count, field));
    }
    return result;
}

TextTable StatisticsTables::departments(const Statistics& statistics) const {
    if (statistics.of_department) return townships(statistics);
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

std::string StatisticsTables::department_summary(const Statistics& statistics) const {
    return fill_placeholders(department_summary_,
                             {{"unit", statistics.unit.full_name()},
                              {"period", statistics.period.iso()},
                              {"items", std::to_string(statistics.totals.items)},
                              {"cooperative", count_at(statistics.lists, ListKind::cooperative)},
                              {"recalled", count_at(statistics.lists, ListKind::recalled)},
                              {"townships", std::to_string(statistics.townships.size())},
                              {"mentions", std::to_string(statistics.totals.township_mentions)},
                              {"points", std::to_string(statistics.totals.superior_points)}});
}

std::string StatisticsTables::summary(const Statistics& statistics) const {
    if (statistics.of_department) return department_summary(statistics);
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
