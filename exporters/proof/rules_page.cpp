#include "exporters/proof/rules_page.h"

#include "pipeline/check/rule.h"

namespace dutylist::proof {
namespace {

using check::Rule;

std::string anchor_of(std::string_view id) {
    std::string anchor;
    for (const char c : id) {
        if (c != '.') anchor += c;
    }
    return anchor;
}

std::string severity_words(Code code) {
    return std::string(name_of(default_severity(code), Language::chinese)) + "（" +
           std::string(to_string(default_severity(code))) + "）";
}

// Cells of a Markdown table must not hold the table's own mark.
std::string in_cell(std::string_view text) {
    std::string cell;
    for (const char c : text) {
        if (c == '|') cell += '\\';
        cell += c;
    }
    return cell;
}

void append_table(std::string& page) {
    page += "| 规则 | 标题 | 主题 | 级别 | 依据 | 可自动改正 |\n|---|---|---|---|---|---|\n";
    for (const Rule& rule : check::rule_table()) {
        const std::string id(id_of(rule.code));
        page += "| [" + id + "](#" + anchor_of(id) + ") | " + in_cell(rule.chinese) + " | ";
        page += std::string(check::name_of(rule.theme, Language::chinese)) + " | ";
        page += std::string(name_of(default_severity(rule.code), Language::chinese)) + " | ";
        page += std::string(check::name_of(rule.basis, Language::chinese));
        if (!rule.clause.empty()) page += " " + std::string(rule.clause);
        page += std::string(" | ") + (rule.mechanical ? "是" : "") + " |\n";
    }
}

void append_rule(std::string& page, const Rule& rule) {
    const std::string id(id_of(rule.code));
    page += "\n### " + id + "\n\n**" + std::string(rule.chinese) + "** · " +
            std::string(rule.english) + "\n\n";
    page += "- 级别：" + severity_words(rule.code) + "\n- 依据：" +
            std::string(check::name_of(rule.basis, Language::chinese));
    if (!rule.clause.empty()) page += "，" + std::string(rule.clause);
    page += "\n- 提示：" + std::string(message_template(rule.code, Language::chinese)) + "\n";
    if (rule.mechanical) page += "- `--fix` 可改正其中确定无疑的。\n";
    page += "\n    误：" + std::string(rule.wrong) + "\n    正：" + std::string(rule.right) + "\n";
}

}  // namespace

std::string rules_page() {
    std::string page =
        "# 审校规则\n\n"
        "<!-- 由规则表生成：dutylist check --rules > docs/rules.md。请改规则表，不要改这里。 "
        "-->\n\n"
        "`dutylist check 清单…` "
        "按下列规则逐项审读清单，一遍读完，报告每一处的位置、原文、问题和建议。"
        "规则的编号永久不变，本单位文件（`--office`）用编号开关规则、调整级别、"
        "按事项记明理由后不再提示。\n\n"
        "    <rules><rule id=\"text.two-forms\" enabled=\"no\"/>\n"
        "           <rule id=\"mark.half-width\" severity=\"error\"/></rules>\n"
        "    <terms><term>本单位的用语</term></terms>\n"
        "    <suppressions><suppress rule=\"department.not-listed\" list=\"cooperative\" "
        "number=\"86\">仅协调，不列</suppress></suppressions>\n\n"
        "结果显示在终端；`--json` 为 JSON（templates/schemas/check.schema.json），另可写出审校单 "
        "`--xlsx`、`--pdf`、`--html` 和 `--sarif`（SARIF 2.1.0）。`--fix` 只改确定无疑的错误，"
        "写成另一个文件 S.corrected.xml，每处改动在 S.changes.txt 中一行，其余文字一个字节不动；"
        "输入文件从不改写。`--fail-on error|warning|info`：有这一级或更严重的问题时退出状态为 "
        "3。\n\n"
        "不算问题的：C、D级、U型渠、APP、12345 之类的字母和数字，序次语“1.”，小数、网址、时刻，"
        "事项名称末尾没有句号。拿不准的一律只作“提示”。\n\n"
        "每条规则应当指出和不应指出的例句在 tests/check/ 中；在一份真实清单上逐处核对的结果见 "
        "[check-verdicts.md](check-verdicts.md)。\n\n"
        "依据分三类：国标（注明条款）、实务（通行做法）、本单位（由本单位自定）。\n\n";
    append_table(page);
    page += "\n## 各条规则\n";
    for (const Rule& rule : check::rule_table()) append_rule(page, rule);
    return page;
}

}  // namespace dutylist::proof
