#include <map>

#include "exporters/statistics/statistics_sheets.h"
#include "exporters/statistics/table_sheet.h"

// The sheets without charts: townships, departments by categories, and the totals.

namespace dutylist {

using spreadsheet::Sheet;

namespace {

bool is_absent(TotalOf of, const NotInSource& missing) {
    switch (of) {
        case TotalOf::departments:
            return missing.departments && missing.handovers;
        case TotalOf::department_mentions:
            return missing.departments;
        case TotalOf::handovers:
            return missing.handovers;
        case TotalOf::superior_points:
        case TotalOf::shared_points:
            return missing.departments || missing.superior_duties;
        case TotalOf::items:
        case TotalOf::basic:
        case TotalOf::cooperative:
        case TotalOf::recalled:
        case TotalOf::categories:
            break;
    }
    return false;
}

// What a department's list has none of.
bool is_of_township(TotalOf of) {
    switch (of) {
        case TotalOf::items:
        case TotalOf::cooperative:
        case TotalOf::recalled:
        case TotalOf::superior_points:
            return false;
        default:
            return true;
    }
}

}  // namespace

void write_township_sheet(Sheet& sheet, const SheetFrame& frame, const Statistics& statistics) {
    const TownshipStatisticsTemplate& texts = frame.settings().statistics.townships;
    const std::string& total_head = frame.settings().statistics.total_head;
    const std::uint32_t count_width = digits_wide(texts.count_width);
    TableSheet table(sheet, frame, texts.title, texts.subtitle,
                     {texts.township_head, texts.cooperative_head, texts.recalled_head, total_head},
                     {digits_wide(texts.name_width), count_width, count_width, count_width}, false);
    std::uint32_t cooperative = 0;
    std::uint32_t recalled = 0;
    for (const TownshipCount& township : statistics.townships) {
        table.begin_row(township.name, 0);
        table.text(0, township.name);
        table.number(1, township.cooperative);
        table.number(2, township.recalled);
        table.number(3, township.cooperative + township.recalled);
        table.end_row();
        cooperative += township.cooperative;
        recalled += township.recalled;
    }
    if (!statistics.townships.empty()) {
        table.begin_row(total_head, 0);
        table.total_text(0, total_head);
        table.total(1, cooperative);
        table.total(2, recalled);
        table.total(3, cooperative + recalled);
        table.end_row();
        table.note(frame.text(texts.note,
                              {{"items", std::to_string(statistics.totals.items)},
                               {"mentions", std::to_string(statistics.totals.township_mentions)}}));
    }
    table.print();
}

void write_matrix_sheet(Sheet& sheet, const SheetFrame& frame, const Statistics& statistics) {
    const StatisticsTemplate& texts = frame.settings().statistics;
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> counts;
    std::map<std::string_view, std::uint32_t> by_category;
    for (const MatrixEntry& entry : statistics.matrix) {
        if (entry.cooperative == 0) continue;
        counts[{entry.department, entry.category}] += entry.cooperative;
        by_category[entry.category] += entry.cooperative;
    }
    std::vector<std::string_view> categories;
    for (const CategoryCount& category : statistics.categories) {
        if (by_category.count(category.name) != 0) categories.push_back(category.name);
    }
    std::vector<std::string> heads{texts.matrix.corner_head};
    std::vector<std::uint32_t> pixels{digits_wide(texts.matrix.name_width)};
    for (const std::string_view category : categories) {
        heads.emplace_back(category);
        pixels.push_back(digits_wide(texts.matrix.count_width));
    }
    heads.push_back(texts.total_head);
    pixels.push_back(digits_wide(texts.matrix.count_width));
    TableSheet table(sheet, frame, texts.matrix.title, texts.matrix.subtitle, heads, pixels, true);
    std::uint32_t all = 0;
    for (const DepartmentCount& department : statistics.departments) {
        std::uint32_t sum = 0;
        for (const std::string_view category : categories) {
            const auto found = counts.find({department.name, category});
            if (found != counts.end()) sum += found->second;
        }
        if (sum == 0) continue;
        all += sum;
        table.begin_row(department.name, 0);
        table.text(0, department.name);
        std::size_t column = 1;
        for (const std::string_view category : categories) {
            const auto found = counts.find({department.name, category});
            table.count(column++, found == counts.end() ? 0 : found->second);
        }
        table.number(column, sum);
        table.end_row();
    }
    if (all > 0) {
        table.begin_row(texts.total_head, 0);
        table.total_text(0, texts.total_head);
        std::size_t column = 1;
        for (const std::string_view category : categories) {
            table.total(column++, by_category[category]);
        }
        table.total(column, all);
        table.end_row();
    }
    table.print();
}

void write_totals_sheet(Sheet& sheet, const SheetFrame& frame, const Statistics& statistics) {
    const TotalsTemplate& texts = frame.settings().statistics.totals;
    const bool units = !texts.unit_head.empty();
    std::vector<std::string> heads{texts.item_head, texts.value_head};
    std::vector<std::uint32_t> pixels{digits_wide(texts.item_width),
                                      digits_wide(texts.value_width)};
    if (units) {
        heads.insert(heads.begin() + 1, texts.unit_head);
        pixels.insert(pixels.begin() + 1, digits_wide(texts.unit_width));
    }
    TableSheet table(sheet, frame, texts.title, texts.subtitle, heads, pixels, false);
    const auto value = [&](TotalOf of) -> std::uint32_t {
        const StatisticsTotals& totals = statistics.totals;
        switch (of) {
            case TotalOf::items:
                return totals.items;
            case TotalOf::basic:
                return statistics.lists[0];
            case TotalOf::cooperative:
                return statistics.lists[1];
            case TotalOf::recalled:
                return statistics.lists[2];
            case TotalOf::categories:
                return totals.categories;
            case TotalOf::departments:
                return totals.departments;
            case TotalOf::department_mentions:
                return totals.department_mentions;
            case TotalOf::handovers:
                return totals.handovers;
            case TotalOf::superior_points:
                return totals.superior_points;
            case TotalOf::shared_points:
                break;
        }
        return totals.shared_points;
    };
    for (const TotalTemplate& total : texts.totals) {
        if (statistics.of_department && is_of_township(total.of)) continue;
        table.begin_row(total.text, 0);
        table.text(0, total.text, total.indent);
        if (units) table.centered(1, total.unit);
        if (is_absent(total.of, statistics.not_in_source)) {
            table.centered(units ? 2 : 1, frame.settings().statistics.absent);
        } else {
            table.number(units ? 2 : 1, value(total.of));
        }
        table.end_row();
    }
    table.print();
}

}  // namespace dutylist
