#include "tests/support/document_generator.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/chinese_number.h"
#include "pipeline/text/utf8.h"
#include "pipeline/text/white_space.h"

namespace dutylist::test {
namespace {

using namespace std::string_view_literals;

constexpr std::array county_departments{
    "云川县农业农村局"sv,       "云川县水利局"sv,
    "云川县委组织部"sv,         "云川县民政局"sv,
    "云川县住房和城乡建设局"sv, "云川县文化广电和旅游局（县文物局）"sv,
    "云川县公安局"sv,           "青岚州生态环境局云川县分局"sv};
constexpr std::array categories{"党的建设"sv, "经济发展"sv, "民生服务"sv,
                                "平安法治"sv, "乡村振兴"sv, "应急管理及消防"sv};
constexpr std::array phrases{"组织开展政策宣传和业务培训"sv,
                             "汇总各村上报的台账并逐户核实"sv,
                             "对C、D级危房逐栋登记"sv,
                             "按照“谁审批、谁监管”的原则落实责任"sv,
                             "通过12345热线和APP受理线索"sv,
                             "会同有关部门在5个工作日内办结"sv,
                             "做好U型渠、小型水库（山塘）巡查"sv,
                             "监测pH值、PM2.5等3.5项指标"sv,
                             "公布举报电话: 0000-1234567"sv,
                             "落实《条例》第12条的要求"sv};
// What exporters get wrong: formulas, escapes of Excel and XML, characters of four bytes, marks
// that look like a clause or a heading and are none.
constexpr std::array odd{"=1+1"sv,
                         "+86"sv,
                         "-5℃"sv,
                         "@everyone"sv,
                         "_x0041_"sv,
                         "_x000D_"sv,
                         "<&>"sv,
                         "]]>"sv,
                         "&amp;"sv,
                         "\"引号\""sv,
                         "'撇号'"sv,
                         "“内‘层’”"sv,
                         "😀👩‍👩‍👧"sv,
                         "𠮷𪚥"sv,
                         "a,b;c"sv,
                         "……——"sv,
                         "。 。"sv,
                         "é̂"sv,
                         "{unit}"sv,
                         "1.5倍"sv,
                         "3.14"sv,
                         "（1）"sv,
                         "二、"sv,
                         "ﬀ①㈠"sv,
                         "⽅"sv,
                         "\xE2\x80\x8B"sv,
                         "%s%n"sv,
                         "<p>"sv,
                         "</li>"sv,
                         "1. 2. 3."sv};

class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    // `of_department`: a department's own list.
    Document run(bool of_department) {
        of_department_ = of_department;
        Document document;
        origin_ = std::make_shared<SourceOrigin>(SourceOrigin{"清单.txt", chance(10) ? "表1" : ""});
        document.source_file = origin_->file;
        document.unit = unit();
        if (of_department_) {
            document.unit.township.clear();
            document.unit.department = "云川县公安局";
        }
        document.period = period();
        if (!chance(10)) document.title = chance(3) ? odd_phrase() : "履职事项清单";
        for (std::size_t i = below(4); i > 0; --i) document.title_lines.push_back(odd_phrase());
        for (std::size_t i = below(4); i > 0; --i) {
            document.contents.push_back({odd_phrase(), chance(4) ? "" : std::to_string(below(99))});
        }
        for (std::size_t i = 1 + below(4); i > 0; --i) document.lists.push_back(list());
        return document;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    template <typename List>
    std::string pick(const List& list) {
        return std::string(list[below(list.size())]);
    }

    std::string odd_phrase() {
        std::string text = chance(3) ? pick(odd) : pick(phrases);
        if (chance(4)) text += pick(odd);
        if (chance(6)) text = pick(odd) + text;
        return text;
    }

    Unit unit() {
        Unit unit{"栖霞省", "青岚州", "云川县", "白水镇"};
        static constexpr std::array townships{"白水镇"sv,   "石桥乡"sv,     "望江街道"sv,
                                              "乌拉苏木"sv, "松岭民族乡"sv, ""sv};
        unit.township = pick(townships);
        if (chance(4)) unit.province.clear();
        if (chance(4)) unit.prefecture.clear();
        if (chance(8)) unit.county.clear();
        return unit;
    }

    Period period() {
        if (chance(8)) return {};
        Period period{static_cast<int>(1990 + below(60)), static_cast<int>(below(13)), {}};
        if (chance(3)) period.printed = chinese_digits(period.year) + " 年";
        return period;
    }

    DutyList list() {
        DutyList list;
        // Several files given together, or several sheets of one.
        if (chance(5)) {
            const std::string sheet = origin_->sheet.empty() ? "" : odd_phrase();
            origin_ = std::make_shared<SourceOrigin>(
                SourceOrigin{chance(2) ? "清单 & 2.txt" : origin_->file, sheet});
        }
        list.kind = all_list_kinds[below(3)];
        if (of_department_ && list.kind == ListKind::basic) list.kind = ListKind::cooperative;
        if (!chance(5)) list.title = "云川县" + odd_phrase() + "清单";
        list.columns = of_department_ ? columns_of_department(list.kind) : columns(list.kind);
        const std::size_t count = chance(8) ? 0 : 1 + below(6);
        for (std::size_t i = 0; i < count; ++i) list.items.push_back(item(list, i + 1));
        return list;
    }

    std::vector<Column> columns(ListKind kind) {
        std::vector<Column> columns{{CellRole::number, "序号"},
                                    {CellRole::category, "事项类别"},
                                    {CellRole::name, "事项名称"}};
        if (kind == ListKind::cooperative) {
            columns.push_back({CellRole::departments, "对应上级部门"});
            columns.push_back({CellRole::superior_duties, "上级部门职责"});
            columns.push_back({CellRole::township_duties, "乡镇配合职责"});
        } else if (kind == ListKind::recalled && chance(2)) {
            columns.push_back({CellRole::handover, "承接部门及工作方式"});
        } else if (kind == ListKind::recalled) {
            columns.push_back({CellRole::handover_department, "承接部门"});
            columns.push_back({CellRole::handover_method, "工作方式"});
        }
        for (std::size_t i = below(6); i >= 4; --i) {
            const auto at = static_cast<std::ptrdiff_t>(below(columns.size() + 1));
            columns.insert(columns.begin() + at, {CellRole::extra, odd_phrase()});
        }
        if (chance(8)) std::swap(columns[below(columns.size())], columns[below(columns.size())]);
        if (chance(8)) columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(below(2)));
        return columns;
    }

    static std::vector<Column> columns_of_department(ListKind kind) {
        std::vector<Column> columns{{CellRole::number, "序号"},
                                    {CellRole::name, "事项名称"},
                                    {CellRole::townships, "关联镇街"}};
        if (kind == ListKind::recalled) {
            columns.push_back({CellRole::handover_method, "工作方式"});
        } else {
            columns.push_back({CellRole::superior_duties, "本部门职责"});
            columns.push_back({CellRole::township_duties, "镇街配合职责"});
        }
        return columns;
    }

    Item item(const DutyList& list, std::size_t number) {
        Item item;
        departments_.clear();
        for (std::size_t i = 1 + below(3); i > 0; --i) {
            const std::string name = pick(county_departments);
            if (std::find(departments_.begin(), departments_.end(), name) == departments_.end())
                departments_.push_back(name);
        }
        for (const Column& column : list.columns) item.cells.push_back(cell(column.role, number));
        return item;
    }

    Cell cell(CellRole role, std::size_t number) {
        Cell cell;
        switch (role) {
            case CellRole::number:
                cell.text = chance(10)  ? odd_phrase()
                            : chance(6) ? chinese_number(static_cast<int>(number))
                                        : std::to_string(number);
                break;
            case CellRole::category:
                cell.text = chance(10) ? odd_phrase() : pick(categories);
                break;
            case CellRole::departments:
                cell.text = department_list();
                break;
            case CellRole::superior_duties:
            case CellRole::township_duties:
            case CellRole::handover_method:
                duties(cell, role == CellRole::superior_duties);
                break;
            case CellRole::handover:
                handover(cell);
                break;
            case CellRole::handover_department:
                cell.text = departments_.front();
                break;
            case CellRole::townships:
                cell.text = chance(2) ? "白水镇、石桥乡" : "望江街道";
                break;
            case CellRole::name:
            case CellRole::extra:
                cell.text = odd_phrase() + (chance(5) ? "\n" + odd_phrase() : "");
                if (chance(20)) {
                    for (int i = 0; i < 200; ++i) cell.text += pick(phrases);
                }
                break;
        }
        if (chance(25)) {
            cell.text.clear();
            cell.restored.clear();
        }
        tidy(cell);
        locate(cell, number);
        return cell;
    }

    std::string department_list() {
        static constexpr std::array separators{"、"sv, "，"sv, ","sv, "\n"sv};
        const std::string separator = pick(separators);
        std::string text;
        for (const std::string& name : departments_) {
            if (!text.empty()) text += separator;
            text += name;
        }
        if (chance(6)) text += "及其他有关的部门";
        return text;
    }

    void duties(Cell& cell, bool headings) {
        if (chance(5)) {
            cell.text = odd_phrase() + "。";
            return;
        }
        const bool restored = chance(3);
        const bool lines = restored || chance(2);
        if (headings && departments_.size() > 1 && chance(2)) {
            for (const std::string& name : departments_) {
                cell.text += (cell.text.empty() ? "" : "\n") + name + "\n";
                clauses(cell, 1 + below(3), restored, lines);
            }
            return;
        }
        if (chance(4)) {
            for (int section = 1; section <= 2; ++section) {
                cell.text += (cell.text.empty() ? "" : "\n") + chinese_number(section) + "、" +
                             pick(phrases) + "\n";
                clauses(cell, 1 + below(3), restored, lines);
            }
            return;
        }
        clauses(cell, 1 + below(6), restored, lines);
    }

    void clauses(Cell& cell, std::size_t count, bool restored, bool lines) {
        static constexpr std::array dots{"."sv, "．"sv};
        const bool brackets = chance(5);
        const std::string dot = pick(dots);
        for (std::size_t i = 1; i <= count; ++i) {
            const bool at_line = cell.text.empty() || cell.text.back() == '\n';
            if (!at_line) cell.text += lines ? "\n" : chance(6) ? "" : " ";
            const auto begin = static_cast<std::uint32_t>(cell.text.size());
            const std::string number = std::to_string(i);
            cell.text += brackets ? "（" + number + "）" : number + dot;
            if (restored)
                cell.restored.push_back({begin, static_cast<std::uint32_t>(cell.text.size())});
            if (chance(4)) cell.text += departments_.front();
            cell.text += odd_phrase();
            cell.text += i == count ? "。" : chance(8) ? ";" : "；";
        }
    }

    void handover(Cell& cell) {
        for (const std::string& name : departments_) {
            if (!cell.text.empty()) cell.text += "\n";
            cell.text += name + (chance(4) ? ":" : "：") + (chance(2) ? " " : "");
            if (chance(2)) {
                cell.text += odd_phrase() + "。";
            } else {
                cell.text += "\n";
                clauses(cell, 1 + below(3), false, chance(2));
            }
        }
    }

    // White space at seams that the pieces above do not show: the form of Cell::text.
    void tidy(Cell& cell) {
        std::string text = normalised_white_space(cell.text);
        if (text != cell.text) cell.restored.clear();
        cell.text = std::move(text);
    }

    void locate(Cell& cell, std::size_t number) {
        cell.source = SourceMap(origin_);
        const auto line = static_cast<std::uint32_t>(17 + number);
        auto column = static_cast<std::uint32_t>(1 + below(40));
        cell.source.add({0, line, column});
        if (!origin_->sheet.empty()) return;
        for (const TextSpan span : cell.restored) {
            if (!cell.source.marks().empty() && span.begin <= cell.source.marks().back().offset)
                continue;
            column += static_cast<std::uint32_t>(5 + below(9));
            cell.source.add({span.begin, 0, 0});
            cell.source.add({span.end, line, column});
        }
    }

    std::mt19937 random_;
    bool of_department_ = false;
    std::shared_ptr<const SourceOrigin> origin_;
    std::vector<std::string> departments_;
};

}  // namespace

Document generate_texts(std::uint32_t seed) {
    constexpr std::uint32_t one_in = 8;
    return Generator(seed).run(seed % one_in == one_in - 1);
}

}  // namespace dutylist::test
