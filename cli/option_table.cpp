#include "cli/option_table.h"

#include <array>

namespace dutylist::cli {
namespace {

constexpr std::array options{
    // What goes in
    Option{"--unit", 0, "UNIT", "convert check statistics archive compare report",
           "单位，省/州/县/乡，用 / 分开；文件里没有写明时用",
           "the unit, province/prefecture/county/township separated by /, where the file does not "
           "say it"},
    Option{"--month", 0, "YYYY-MM", "convert check statistics archive compare report",
           "清单所属年月；文件里没有写明时用",
           "the month of the list, where the file does not say it"},
    Option{"--encoding", 0, "NAME", "convert check statistics archive compare",
           "文本的编码（默认自动判断）", "encoding of the text (default: found out)"},
    Option{"--from", 0, "FORMAT", "convert check statistics archive compare",
           "输入格式（默认按内容判断，见 dutylist formats）",
           "input format (default: decided by content; see dutylist formats)"},
    Option{"--mapping", 0, "FILE", "convert check statistics archive compare",
           "其他 XML 的对应关系文件", "mapping file for other XML"},
    Option{"--as-one", 0, "NAME", "convert check statistics archive",
           "把各输入合为一份清单，输出以 NAME 命名",
           "take all inputs together as one document, its outputs named NAME"},
    // What comes out
    Option{"--output", 'o', "DIR", "convert check compare report archive",
           "输出文件夹（默认当前文件夹；没有就新建）",
           "folder for the outputs (default: the current one; made if missing)"},
    Option{
        "--to", 't', "LIST", "convert report",
        "输出哪些，用逗号分开（convert 默认 xlsx,pdf,statistics,xml，另有 json,trace；report 默认 "
        "xlsx,pdf,html,json）",
        "what to write, separated by commas (convert: xlsx,pdf,statistics,xml; also json,trace; "
        "report: xlsx,pdf,html,json)"},
    Option{"--template", 0, "NAME|DIR", "convert check statistics archive compare report fonts",
           "模板名或模板文件夹（默认 official）",
           "template, by name or folder (default: official)"},
    Option{"--office", 0, "FILE", "convert check statistics archive compare report",
           "本单位文件：部门词典、审校规则、用语",
           "the office's own file: department dictionary, check rules, terms"},
    Option{"--font-dir", 0, "DIR", "convert check report fonts", "先在此文件夹找字体",
           "look for fonts in this folder first"},
    Option{"--impose", 0, "saddle|2up", "convert", "另出拼版 PDF：骑马订或一面两页",
           "also write an imposed PDF: for saddle stitching, or two pages a side"},
    Option{"--only", 0, "WHAT", "convert", "只印一部分：list=…、category=… 或 department=…",
           "print a part only: list=…, category=… or department=…"},
    Option{"--per", 0, "department", "convert", "每个部门各印一册",
           "one booklet for each department"},
    Option{"--jobs", 'j', "N", "convert", "同时处理几份（默认按处理器个数）",
           "how many inputs side by side (default: as many as processors)"},
    // Proofreading
    Option{"--fix", 0, "", "check",
           "改正确定无疑的错误，另写 S.corrected.xml 和改动清单 S.changes.txt",
           "correct what is beyond doubt: writes S.corrected.xml and the changes, S.changes.txt"},
    Option{"--html", 0, "", "check", "另写网页审校单 S.check.html",
           "also write the proof sheet as a web page, S.check.html"},
    Option{"--pdf", 0, "", "check", "另写 PDF 审校单 S.check.pdf",
           "also write the proof sheet as PDF, S.check.pdf"},
    Option{"--xlsx", 0, "", "check", "另写 Excel 审校单 S.check.xlsx",
           "also write the proof sheet as a workbook, S.check.xlsx"},
    Option{"--sarif", 0, "", "check", "另写 SARIF 2.1.0 结果 S.sarif",
           "also write the findings as SARIF 2.1.0, S.sarif"},
    Option{"--separate", 0, "", "check",
           "有几份清单时，每份各写一张审校单（默认合写一张 all.check.xlsx 等）",
           "a proof sheet for each of several inputs (default: one for all, all.check.xlsx …)"},
    Option{"--fail-on", 0, "error|warning|info", "check",
           "有这一级或更严重的问题时，退出状态为 3（默认不因此失败）",
           "exit with status 3 on a finding of this severity or worse (default: never)"},
    Option{"--rules", 0, "", "check", "显示全部规则（Markdown），不读清单",
           "print all rules as Markdown and read no list"},
    // Archive, comparison, report
    Option{"--archive", 0, "FILE", "archive compare report", "档案库文件（默认 dutylist.db）",
           "the archive's file (default: dutylist.db)"},
    Option{"--replace", 0, "", "archive", "内容不同时替换已归档的清单，原版本留作历史",
           "replace an archived list that differs; the old version stays as history"},
    Option{"--history", 0, "", "archive", "连同被替换的版本",
           "with the versions that were replaced"},
    Option{"--revision", 0, "N", "archive", "第 N 个版本（默认现行版本）",
           "the N-th version (default: the current one)"},
    Option{"--county", 0, "NAME", "archive report", "只取该县（或州市、省）的单位",
           "only units of this county (or prefecture, or province)"},
    Option{"--base", 0, "YYYY-MM", "report", "基期月份（默认上一个有清单的月份）",
           "month of the opening stock (default: the month with lists before)"},
    Option{"--ledger", 0, "FILE", "compare report", "动态调整台账（CSV、XLSX）",
           "ledger of adjustments (CSV, XLSX)"},
    Option{"--department", 0, "NAME", "report", "改出部门视图：该部门在各乡镇的全部事项",
           "the department view instead: all its items across townships"},
    Option{"--xlsx", 0, "FILE", "compare", "另把比较结果写成工作簿",
           "also write the comparison as a workbook"},
    Option{"--exit-code", 0, "", "compare", "有任何不同时退出码为 3",
           "exit with 3 if anything differs"},
    // How it is told
    Option{"--json", 0, "", "convert statistics check compare archive report formats fonts",
           "结果和提示以 JSON 输出到标准输出",
           "results and diagnostics as JSON on standard output"},
    Option{"--verbose", 'v', "", "*", "也显示提示一级的信息",
           "show diagnostics of level info as well"},
    Option{"--quiet", 'q', "", "*", "只显示错误", "show errors only"},
    Option{"--lang", 0, "zh|en", "*", "信息用的语言（默认按环境变量）",
           "language of messages (default: from the environment)"},
    Option{"--help", 'h', "", "*", "显示用法", "show how to use this"},
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

bool applies_to(const Option& option, std::string_view command) {
    return option.commands == "*" ||
           contains_word(option.commands, command.substr(0, command.find(' ')));
}

}  // namespace dutylist::cli
