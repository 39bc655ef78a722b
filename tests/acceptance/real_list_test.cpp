#include "tests/support/real_list.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "pipeline/analysis/analyse.h"
#include "pipeline/statistics/statistics.h"
#include "pipeline/text/white_space.h"

using namespace dutylist;
using dutylist::test::real_list;

namespace {

const DutyList& list(const Document& document, ListKind kind) { return *document.list(kind); }

Statistics statistics() { return compute_statistics(real_list().document, {}); }

std::uint32_t superior_points_of(std::string_view department) {
    for (const DepartmentCount& count : statistics().departments) {
        if (count.name == department) return count.superior_points;
    }
    return 0;
}

}  // namespace

TEST(RealList, HasTheItemsOfItsThreeLists) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const Document& document = real_list().document;
    ASSERT_EQ(document.lists.size(), 3U);
    EXPECT_EQ(list(document, ListKind::basic).items.size(), 106U);
    EXPECT_EQ(list(document, ListKind::cooperative).items.size(), 101U);
    EXPECT_EQ(list(document, ListKind::recalled).items.size(), 30U);
    for (const DutyList& each : document.lists) {
        std::uint32_t number = 0;
        for (const Item& item : each.items) EXPECT_EQ(item.number, ++number);
    }
}

TEST(RealList, NamesItsTitleUnitPeriodAndContents) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const Document& document = real_list().document;
    EXPECT_EQ(document.title, "履职事项清单");
    EXPECT_EQ(document.title_lines.size(), 4U);
    EXPECT_EQ(document.unit.province, "新疆维吾尔自治区");
    EXPECT_EQ(document.unit.prefecture, "昌吉回族自治州");
    EXPECT_EQ(document.unit.county, "吉木萨尔县");
    EXPECT_EQ(document.unit.township, "新地乡");
    EXPECT_EQ(document.period.iso(), "2025-07");
    EXPECT_EQ(document.period.printed, "2025 年 7 月");
    ASSERT_EQ(document.contents.size(), 3U);
    EXPECT_EQ(document.contents[2].title, "3. 上级部门收回事项清单");
    EXPECT_EQ(document.contents[2].page, "41");
    EXPECT_EQ(list(document, ListKind::recalled).title,
              "昌吉回族自治州吉木萨尔县新地乡上级部门收回事项清单");
}

TEST(RealList, HasTwentyCategories) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    std::set<std::string_view> all;
    std::map<ListKind, std::set<std::string_view>> by_list;
    std::map<ListKind, int> party;
    for (const DutyList& each : real_list().document.lists) {
        for (const Item& item : each.items) {
            const std::string_view category = each.text(item, CellRole::category);
            all.insert(category);
            by_list[each.kind].insert(category);
            party[each.kind] += category == "党的建设";
        }
    }
    EXPECT_EQ(all.size(), 20U);
    EXPECT_EQ(by_list[ListKind::basic].size(), 19U);
    EXPECT_EQ(by_list[ListKind::cooperative].size(), 17U);
    EXPECT_EQ(by_list[ListKind::recalled].size(), 10U);
    EXPECT_EQ(party[ListKind::basic], 22);
    EXPECT_EQ(party[ListKind::cooperative], 11);
    EXPECT_EQ(party[ListKind::recalled], 0);
}

TEST(RealList, NamesItsDepartments) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    std::size_t mentions = 0;
    std::set<std::string_view> cooperative;
    std::set<std::string_view> both;
    for (const DutyList& each : real_list().document.lists) {
        for (const Item& item : each.items) {
            if (each.kind == ListKind::cooperative) {
                mentions += item.departments.size();
                for (const DepartmentMention& mention : item.departments) {
                    cooperative.insert(mention.name.of(each.text(item, CellRole::departments)));
                }
            }
            for (const Handover& handover : item.handovers)
                both.insert(item.cells[handover.department_cell].view(handover.department));
        }
    }
    both.insert(cooperative.begin(), cooperative.end());
    EXPECT_EQ(mentions, 166U);
    EXPECT_EQ(cooperative.size(), 40U);
    EXPECT_EQ(both.size(), 41U);
}

TEST(RealList, GivesPointsToDepartments) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const Document& document = real_list().document;
    const DutyList& cooperative = list(document, ListKind::cooperative);
    std::size_t points = 0;
    std::size_t shared = 0;
    for (const Item& item : cooperative.items) {
        for (const Point& point : superior_points(cooperative, item, document.unit)) {
            ++points;
            shared += point.departments.empty();
        }
    }
    EXPECT_EQ(points, 389U);
    EXPECT_EQ(shared, 19U);
    EXPECT_EQ(superior_points_of("吉木萨尔县农业农村局"), 44U);
    EXPECT_EQ(superior_points_of("吉木萨尔县水利局"), 25U);
}

TEST(RealList, CountsTheItemsOfADepartment) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const Statistics computed = statistics();
    for (const DepartmentCount& count : computed.departments) {
        if (count.name != "吉木萨尔县农业农村局") continue;
        EXPECT_EQ(count.cooperative, 15U);
        EXPECT_EQ(count.recalled, 4U);
    }
    EXPECT_EQ(computed.totals.department_mentions, 166U);
    EXPECT_EQ(computed.totals.departments, 41U);
    EXPECT_EQ(computed.totals.cooperative_departments, 40U);
    EXPECT_EQ(computed.totals.superior_points, 389U);
    EXPECT_EQ(computed.totals.shared_points, 19U);
    EXPECT_EQ(computed.totals.handovers, 31U);
    EXPECT_EQ(computed.totals.categories, 20U);
}

TEST(RealList, HandsOverThirtyItemsToThirtyOneDepartments) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const DutyList& recalled = list(real_list().document, ListKind::recalled);
    std::size_t handovers = 0;
    for (const Item& item : recalled.items) {
        EXPECT_GE(item.handovers.size(), 1U);
        handovers += item.handovers.size();
    }
    EXPECT_EQ(handovers, 31U);
}

TEST(RealList, HasEighteenDepartmentHeadingsInEightCells) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const DutyList& cooperative = list(real_list().document, ListKind::cooperative);
    std::size_t headings = 0;
    std::size_t cells = 0;
    for (const Item& item : cooperative.items) {
        for (const Cell& cell : item.cells) {
            std::size_t here = 0;
            for (const Block& block : cell.blocks) here += block.kind == BlockKind::department;
            headings += here;
            cells += here > 0;
        }
    }
    EXPECT_EQ(headings, 18U);
    EXPECT_EQ(cells, 8U);
}

TEST(RealList, IsReadWithoutAWarning) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    for (const Diagnostic& diagnostic : real_list().diagnostics.entries())
        EXPECT_EQ(diagnostic.severity, Severity::info) << to_line(diagnostic, Language::english);
}

TEST(RealList, AccountsForEveryByte) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    const auto& reading = real_list();
    EXPECT_EQ(reading.account.total(), reading.bytes);
    EXPECT_EQ(reading.account.removed, 0U);
    // What counts as text is what the model holds, white space apart.
    const Document& document = reading.document;
    std::size_t text = 0;
    const auto add = [&](std::string_view part) { text += without_white_space(part).size(); };
    for (const std::string& line : document.title_lines) add(line);
    for (const ContentsEntry& entry : document.contents) {
        add(entry.title);
        add(entry.page);
    }
    for (const DutyList& each : document.lists) {
        add(each.title);
        for (const Column& column : each.columns) add(column.head);
        for (const Item& item : each.items) {
            for (const Cell& cell : item.cells) {
                add(cell.text);
                for (TextSpan span : cell.restored) text -= span.size();
            }
        }
    }
    EXPECT_EQ(reading.account.text, text);
}

TEST(RealList, HasNoMarkupInItsTexts) {
    DUTYLIST_SKIP_WITHOUT_REAL_LIST();
    ASSERT_EQ(real_list().document.lists.size(), 3u);
    for (const DutyList& each : real_list().document.lists) {
        for (const Item& item : each.items) {
            for (const Cell& cell : item.cells) {
                EXPECT_EQ(cell.text.find('<'), std::string::npos) << cell.text;
                EXPECT_EQ(cell.text.find('\t'), std::string::npos) << cell.text;
            }
        }
    }
}
