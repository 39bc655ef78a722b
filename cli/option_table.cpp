#include "cli/option_table.h"

namespace dutylist::cli {
namespace {

using Uses = std::array<OptionUse, 4>;

constexpr std::array options{
    // What goes in
    Option{
        "--unit", 0,
        Uses{OptionUse{
                 "convert check statistics", "UNIT",
                 "单位，省/州/县/乡，用 / 分开；文件另有写明时以此为准并警告",
                 "the unit, province/prefecture/county/township separated by /; decides, with a "
                 "warning where the file says otherwise"},
             OptionUse{
                 "archive", "UNIT",
                 "add：清单的单位，文件另有写明时以此为准并警告；list、show、export：只取该单位；re"
                 "move：要移除"
                 "的单位（必须给出）",
                 "add: the unit of the list, whatever the file says (with a warning); list, show, "
                 "export: only this unit; remove: the unit whose lists go (required)"},
             OptionUse{"compare", "UNIT",
                       "比较档案中的月份时取哪个单位；比较文件时以此为单位，文件另有写明时警告",
                       "of months of the archive: which unit; of files: their unit, with a "
                       "warning where they say otherwise"},
             OptionUse{"report", "UNIT", "只报该单位（默认档案中的全部单位）",
                       "report on this unit only (default: all units of the archive)"}}},
    Option{
        "--month", 0,
        Uses{OptionUse{
                 "convert check statistics compare", "YYYY-MM",
                 "清单所属年月；文件另有写明时以此为准并警告",
                 "the month of the list; decides, with a warning where the file says otherwise"},
             OptionUse{"archive", "YYYY-MM",
                       "add：清单的年月，文件另有写明时以此为准并警告；list、show、export、remove："
                       "只取该月",
                       "add: the month of the list, whatever the file says (with a warning); list, "
                       "show, export, remove: only this month"},
             OptionUse{"report", "YYYY-MM", "报告月份（必须给出）",
                       "the month of the report (required)"}}},
    Option{
        "--encoding", 0,
        Uses{OptionUse{"convert check statistics archive compare", "NAME",
                       "文本的编码（默认自动判断）", "encoding of the text (default: found out)"}}},
    Option{"--from", 0,
           Uses{OptionUse{"convert check statistics archive compare", "FORMAT",
                          "输入格式（默认按内容判断，见 dutylist formats）",
                          "input format (default: decided by content; see dutylist formats)"}}},
    Option{"--mapping", 0,
           Uses{OptionUse{"convert check statistics archive compare", "FILE",
                          "其他 XML 的对应关系文件", "mapping file for other XML"}}},
    Option{"--as-one", 0,
           Uses{OptionUse{"convert check", "NAME", "把各输入合为一份清单，输出以此命名",
                          "take all inputs together as one document, its outputs named NAME"},
                OptionUse{"statistics archive", "NAME", "把各输入合为一份清单",
                          "take all inputs together as one document"}}},
    // What comes out
    Option{
        "--output", 'o',
        Uses{OptionUse{"convert check compare report", "DIR",
                       "输出文件夹（默认当前文件夹；没有就新建）；- 表示把唯一的输出写到标准输出",
                       "folder for the outputs (default: the current one; made if missing); -: "
                       "the only output to standard output"},
             OptionUse{"archive", "DIR",
                       "export 的输出文件夹（没有就新建；默认：一份写到标准输出，几份写到当前文件"
                       "夹）",
                       "folder for export (made if missing; default: one document to standard "
                       "output, several to the current folder)"}}},
    Option{
        "--to", 't',
        Uses{OptionUse{"convert check compare report", "LIST", "输出哪些，用逗号分开（{targets}）",
                       "what to write, separated by commas ({targets})"},
             OptionUse{"archive", "LIST", "export：输出哪些，用逗号分开（{targets}）",
                       "export: what to write, separated by commas ({targets})"}}},
    Option{"--template", 0,
           Uses{OptionUse{"convert check statistics archive compare report fonts", "NAME|DIR",
                          "模板名或模板文件夹（默认 official）",
                          "template, by name or folder (default: official)"}}},
    Option{"--office", 0,
           Uses{OptionUse{"convert check statistics report", "FILE",
                          "本单位文件：部门词典、审校规则、用语",
                          "the office's own file: department dictionary, check rules, terms"}}},
    Option{"--font-dir", 0,
           Uses{OptionUse{"convert check report fonts", "DIR", "先在此文件夹找字体",
                          "look for fonts in this folder first"}}},
    Option{"--impose", 0,
           Uses{OptionUse{"convert", "saddle|2up", "另出拼版 PDF：骑马订或一面两页",
                          "also write an imposed PDF: for saddle stitching, or two pages a side"}}},
    Option{"--only", 0,
           Uses{OptionUse{"convert", "WHAT", "手册只印一部分：list=…、category=… 或 department=…",
                          "only a part of the booklet: list=…, category=… or department=…"}}},
    Option{"--per", 0,
           Uses{OptionUse{"convert", "department", "每个部门各印一本手册",
                          "one booklet for each department"}}},
    Option{"--jobs", 'j',
           Uses{OptionUse{"convert", "N", "同时处理几份（默认按处理器个数）",
                          "how many inputs side by side (default: as many as processors)"}}},
    // Proofreading
    Option{"--fix", 0,
           Uses{OptionUse{"check", "",
                          "改正确定无疑的错误，另写 S.corrected.xml 和改动清单 S.changes.txt",
                          "correct what is beyond doubt: writes S.corrected.xml and the changes, "
                          "S.changes.txt"}}},
    Option{"--html", 0,
           Uses{OptionUse{"check", "", "另写网页审校单 S.check.html",
                          "also write the proof sheet as a web page, S.check.html"}}},
    Option{"--pdf", 0,
           Uses{OptionUse{"check", "", "另写 PDF 审校单 S.check.pdf",
                          "also write the proof sheet as PDF, S.check.pdf"}}},
    Option{"--xlsx", 0,
           Uses{OptionUse{"check", "", "另写 Excel 审校单 S.check.xlsx",
                          "also write the proof sheet as a workbook, S.check.xlsx"},
                OptionUse{"compare", "FILE", "另把比较结果写成工作簿；- 表示写到标准输出",
                          "also write the comparison as a workbook; -: to standard output"}}},
    Option{"--sarif", 0,
           Uses{OptionUse{"check", "", "另写 SARIF 2.1.0 结果 S.sarif",
                          "also write the findings as SARIF 2.1.0, S.sarif"}}},
    Option{"--separate", 0,
           Uses{OptionUse{
               "check", "", "有几份清单时，每份各写一张审校单（默认合写一张 all.check.xlsx 等）",
               "a proof sheet for each of several inputs (default: one for all, all.check.xlsx "
               "…)"}}},
    Option{"--fail-on", 0,
           Uses{OptionUse{"check", "error|warning|info",
                          "有这一级或更严重的问题时，退出状态为 3（默认不因此失败）",
                          "exit with status 3 on a finding of this severity or worse (default: "
                          "never)"}}},
    Option{"--rules", 0,
           Uses{OptionUse{"check", "", "显示全部规则（Markdown），不读清单",
                          "print all rules as Markdown and read no list"}}},
    // Archive, comparison, report
    Option{"--archive", 0,
           Uses{OptionUse{"archive compare report", "FILE", "档案库文件（默认 dutylist.db）",
                          "the archive's file (default: dutylist.db)"}}},
    Option{"--replace", 0,
           Uses{OptionUse{"archive", "", "add：内容不同时替换已归档的清单，原版本留作历史",
                          "add: replace an archived list that differs; the old version stays as "
                          "history"}}},
    Option{"--all", 0,
           Uses{OptionUse{"archive", "", "remove：符合条件的不止一份时，全部移除",
                          "remove: take away all lists that fit, if there are several"}}},
    Option{
        "--history", 0,
        Uses{OptionUse{"archive", "", "连同被替换的版本", "with the versions that were replaced"}}},
    Option{"--revision", 0,
           Uses{OptionUse{"archive", "N", "第 N 个版本（默认现行版本）",
                          "the N-th version (default: the current one)"}}},
    Option{"--county", 0,
           Uses{OptionUse{"archive report", "NAME", "只取该县（或州市、省）的单位",
                          "only units of this county (or prefecture, or province)"}}},
    Option{"--base", 0,
           Uses{OptionUse{"report", "YYYY-MM", "基期月份（默认上一个有清单的月份）",
                          "month of the opening stock (default: the month with lists before)"}}},
    Option{"--ledger", 0,
           Uses{OptionUse{"compare report", "FILE", "动态调整台账（CSV、XLSX）",
                          "ledger of adjustments (CSV, XLSX)"}}},
    Option{"--department", 0,
           Uses{OptionUse{"report", "NAME", "改出部门视图：该部门在各乡镇的全部事项",
                          "the department view instead: all its items across townships"}}},
    Option{"--exit-code", 0,
           Uses{OptionUse{"compare", "", "有任何不同时退出状态为 3",
                          "exit with status 3 if anything differs"}}},
    // How it is told
    Option{"--json", 0,
           Uses{OptionUse{"convert statistics check compare archive report formats fonts", "",
                          "结果和提示以 JSON 输出到标准输出",
                          "results and diagnostics as JSON on standard output"}}},
    Option{
        "--verbose", 'v',
        Uses{OptionUse{"*", "", "也显示提示一级的信息", "show diagnostics of level info as well"}}},
    Option{"--quiet", 'q', Uses{OptionUse{"*", "", "只显示错误", "show errors only"}}},
    Option{"--lang", 0,
           Uses{OptionUse{"*", "zh|en", "信息用的语言（默认按环境变量）",
                          "language of messages (default: from the environment)"}}},
    Option{"--help", 'h', Uses{OptionUse{"*", "", "显示用法", "show how to use this"}}},
    Option{"--version", 'V', Uses{OptionUse{"-", "", "显示版本", "show the version"}}},
};

bool contains_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        if (words.substr(0, end) == word) return true;
        if (end == std::string_view::npos) break;
        words.remove_prefix(end + 1);
    }
    return false;
}

}  // namespace

std::span<const Option> option_table() { return options; }

const OptionUse* use_of(const Option& option, std::string_view command) {
    command = command.substr(0, command.find(' '));
    if (command.empty()) command = "-";
    for (const OptionUse& use : option.uses) {
        if (use.commands == "*" || contains_word(use.commands, command)) return &use;
    }
    return nullptr;
}

const Option* find_option(std::string_view word) {
    for (const Option& option : options) {
        const bool letter = word.size() == 2 && word[0] == '-' && word[1] == option.letter;
        if (letter || word.substr(0, word.find('=')) == option.name) return &option;
    }
    return nullptr;
}

}  // namespace dutylist::cli
