#include <algorithm>
#include <array>

#include "pipeline/check/rule.h"
#include "pipeline/check/rules.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::check {
namespace {

using OfCell = void (*)(CellScope&);
using OfItem = void (*)(ItemScope&);
using OfDocument = void (*)(DocumentScope&);

constexpr Rule::Functions each_cell(OfCell function, OfDocument at_end = nullptr) {
    return {function, nullptr, at_end};
}
constexpr Rule::Functions each_item(OfItem function) { return {nullptr, function, nullptr}; }
// Found before the rules run.
constexpr Rule::Functions while_reading{};
constexpr Rule::Functions at_end(OfDocument function) { return {nullptr, nullptr, function}; }

// code, theme, title, basis and its clause, whether --fix applies it, an example (wrong, right),
// functions.
constexpr Rule rules[] = {
    Rule{Code::structure_number_gap, Theme::structure, "序号断号", "gap in item numbers",
         Basis::practice, "", false, "序号 1、2、4", "序号 1、2、3", at_end(find_number_gaps)},
    Rule{Code::structure_number_repeated, Theme::structure, "序号重复", "repeated item number",
         Basis::practice, "", false, "序号 1、2、2", "序号 1、2、3", at_end(find_repeated_numbers)},
    Rule{Code::structure_number_order, Theme::structure, "序号次序颠倒",
         "item numbers out of order", Basis::practice, "", false, "序号 1、3、2", "序号 1、2、3",
         at_end(find_numbers_out_of_order)},
    Rule{Code::structure_number_missing, Theme::structure, "序号不是数字",
         "item number that is no number", Basis::practice, "", false, "序号 l2", "序号 12",
         at_end(find_missing_numbers)},
    Rule{Code::structure_empty_cell, Theme::structure, "必填栏为空", "empty required cell",
         Basis::practice, "", false, "事项名称为空", "每项都有类别、名称和职责",
         each_cell(find_empty_cells)},
    Rule{Code::structure_category_variant, Theme::structure, "类别写法不一",
         "category spelled differently", Basis::practice, "", false, "应急管理和消防",
         "应急管理及消防（与其他各处一致）", at_end(find_category_variants)},
    Rule{Code::structure_category_split, Theme::structure, "类别分散在两处", "category in two runs",
         Basis::practice, "", false, "经济发展、民生服务、经济发展", "同一类别的事项排在一起",
         at_end(find_split_categories)},
    Rule{Code::structure_duplicate_item, Theme::structure, "事项重复", "duplicate item",
         Basis::practice, "", false, "同一清单两处列“地名管理”", "只列一次",
         at_end(find_duplicate_items)},
    Rule{Code::structure_similar_item, Theme::structure, "事项近似", "nearly the same item twice",
         Basis::practice, "", false,
         "农村道路安全宣传和隐患排查工作 / 农村道路安全宣传及隐患排查工作", "核对后合并或区分",
         at_end(find_similar_items)},
    Rule{Code::structure_contents_missing, Theme::structure, "目录缺清单",
         "list missing from the contents", Basis::practice, "", false,
         "目录只列两份清单，正文有三份", "目录与正文一致", at_end(find_lists_not_in_contents)},
    Rule{Code::structure_contents_extra, Theme::structure, "目录多清单",
         "contents name a list that is not there", Basis::practice, "", false,
         "目录列有收回事项清单，正文没有", "目录与正文一致", at_end(find_contents_without_list)},
    Rule{Code::structure_contents_order, Theme::structure, "目录次序或页码不符",
         "contents out of order", Basis::practice, "", false, "第二份清单的页码小于第一份",
         "页码递增，次序与正文一致", at_end(find_contents_out_of_order)},
    Rule{Code::structure_count_mismatch, Theme::structure, "项数不符",
         "count differs from the items", Basis::practice, "", false,
         "一、党的建设（22项），实有 21 项", "写明的项数与实有一致", at_end(find_wrong_counts)},
    Rule{Code::clause_number_gap, Theme::clause, "条款断号", "gap in clause numbers",
         Basis::practice, "", false, "1.制定方案；3.组织实施。", "1.制定方案；2.组织实施。",
         each_cell(find_clause_gaps)},
    Rule{Code::clause_number_repeated, Theme::clause, "条款编号重复", "repeated clause number",
         Basis::practice, "", false, "1.制定方案；2.开展培训；2.组织实施。",
         "1.制定方案；2.开展培训；3.组织实施。", each_cell(find_repeated_clauses)},
    Rule{Code::clause_number_order, Theme::clause, "条款编号颠倒", "clauses out of order",
         Basis::practice, "", false, "1.制定方案；3.组织实施；2.开展培训。",
         "1.制定方案；2.开展培训；3.组织实施。", each_cell(find_clauses_out_of_order)},
    Rule{Code::clause_number_continued, Theme::clause, "换部门后编号未重起",
         "numbering goes on under a new heading", Basis::practice, "", false,
         "县教育局 1.…。 县公安局 2.…。", "县教育局 1.…。 县公安局 1.…。",
         each_cell(find_continued_numbering)},
    Rule{Code::clause_label_form, Theme::clause, "序次语写法不规范", "ordinal of a wrong form",
         Basis::standard, "GB/T 9704-2012 7.3.3、GB/T 15834-2011 B.3", false,
         "1、制定方案；（一）、组织实施", "1.制定方案；（一）组织实施",
         each_cell(find_improper_ordinals)},
    Rule{Code::clause_end_missing, Theme::clause, "条款末尾缺标点", "clause without an end mark",
         Basis::standard, "GB/T 15834-2011 4.1、4.6.3.3", false, "1.制定方案 2.组织实施",
         "1.制定方案；2.组织实施。", each_cell(find_clauses_without_end)},
    Rule{Code::clause_end_mark, Theme::clause, "分项之间不用分号",
         "clause not ended by a semicolon", Basis::standard, "GB/T 15834-2011 4.6.3.3", false,
         "1.制定方案，2.组织实施。", "1.制定方案；2.组织实施。",
         each_cell(find_wrong_clause_ends, find_wrong_clause_ends)},
    Rule{Code::clause_last_mark, Theme::clause, "最后一条不用句号",
         "last clause not ended by a full stop", Basis::standard, "GB/T 15834-2011 4.1", false,
         "1.制定方案；2.组织实施；", "1.制定方案；2.组织实施。", each_cell(find_wrong_last_marks)},
    Rule{Code::clause_full_stop_inside, Theme::clause, "分项内有句号而条末用分号",
         "full stop inside, semicolon after", Basis::standard,
         "GB/T 15834-2011 附录A（分号用法补充规则）", false, "1.审核名单。不合格的退回；2.公示。",
         "1.审核名单。不合格的退回。2.公示。", each_cell(find_full_stops_inside)},
    Rule{Code::mark_half_width, Theme::mark, "半角标点", "half-width mark beside Chinese",
         Basis::standard, "GB/T 15834-2011 5.1.1—5.1.3", true, "开展政策宣传;", "开展政策宣传；",
         each_cell(find_half_width_marks)},
    Rule{Code::mark_mixed_colon, Theme::mark, "冒号全半角混用", "colons of both widths",
         Basis::standard, "GB/T 15834-2011 5.1.1", false, "甲局：…… 乙局:……", "甲局：…… 乙局：……",
         each_cell(count_colons, find_mixed_colons)},
    Rule{Code::mark_doubled, Theme::mark, "标点重复", "doubled mark", Basis::practice, "", true,
         "报县民政局。 。", "报县民政局。", each_cell(find_doubled_marks)},
    Rule{Code::mark_misplaced, Theme::mark, "标点位置不当", "mark where none can stand",
         Basis::standard, "GB/T 15834-2011 5.1.1", false, "（，含瓶装气）", "（含瓶装气）",
         each_cell(find_misplaced_marks)},
    Rule{Code::mark_unbalanced, Theme::mark, "括号、引号、书名号不配对", "mark without partner",
         Basis::standard, "GB/T 15834-2011 4.8.2、4.9.2、4.15.2", false, "签订协议（合同",
         "签订协议（合同）", each_cell(find_unbalanced_marks)},
    Rule{Code::mark_wrong_way, Theme::mark, "引号方向有误", "quotation mark turned",
         Basis::standard, "GB/T 15834-2011 4.8.2", false, "推广”一网统管“", "推广“一网统管”",
         each_cell(find_wrong_way_quotes)},
    Rule{Code::mark_straight_quote, Theme::mark, "直引号", "straight quotation mark",
         Basis::standard, "GB/T 15834-2011 4.8.2", true, "推广\"一网统管\"", "推广“一网统管”",
         each_cell(find_straight_quotes)},
    Rule{Code::mark_nested_quote, Theme::mark, "引号内再用双引号",
         "double quotation marks inside others", Basis::standard, "GB/T 15834-2011 4.8.3.4", false,
         "“落实“三同时”制度”", "“落实‘三同时’制度”", each_cell(find_nested_quotes)},
    Rule{Code::mark_space, Theme::mark, "文字中多余空格", "space inside the text", Basis::practice,
         "", true, "组织开 展培训", "组织开展培训", each_cell(find_spaces, find_spaces)},
    Rule{Code::mark_space_or_mark, Theme::mark, "空格处可能漏了顿号",
         "space where a mark may be lost", Basis::standard, "GB/T 15834-2011 4.5", false,
         "负责登记 核发、检验等工作", "负责登记、核发、检验等工作",
         each_cell(note_spaces_for_marks, find_spaces_for_marks)},
    Rule{Code::mark_comma_in_list, Theme::mark, "并列词语间用了逗号",
         "comma between parallel words", Basis::standard, "GB/T 15834-2011 4.5", false,
         "（测土配方，质量监测）", "（测土配方、质量监测）", each_cell(find_commas_in_lists)},
    Rule{Code::department_similar, Theme::department, "部门名称相近",
         "nearly the same department name", Basis::practice, "", false,
         "文化广播电视台和旅游局 / 文化广播电视和旅游局", "全文统一，或在词典中并为一个部门",
         at_end(find_similar_departments)},
    Rule{Code::department_repeated, Theme::department, "部门重复列出",
         "department listed twice for one item", Basis::practice, "", false,
         "青石县公安局、青石县司法局、青石县公安局", "青石县公安局、青石县司法局",
         each_item(find_repeated_departments)},
    Rule{Code::department_without_duty, Theme::department, "列而无责",
         "department listed without a duty", Basis::practice, "", false,
         "列有三个部门，职责只写了两个", "每个部门都有职责",
         each_item(find_departments_without_duty)},
    Rule{Code::department_not_listed, Theme::department, "写而未列",
         "department named but not listed", Basis::practice, "", false,
         "职责写“协调县公安局”，对应上级部门未列", "核对后补列",
         each_cell(find_departments_not_listed)},
    Rule{Code::department_prefix, Theme::department, "部门缺地区名",
         "department without its region", Basis::practice, "", false,
         "民政局（其他各处写“青石县民政局”）", "青石县民政局", each_item(find_missing_prefixes)},
    Rule{Code::department_foreign, Theme::department, "部门属别处", "department of another region",
         Basis::practice, "", false, "白水县民政局（本清单属青石县）", "青石县民政局",
         each_item(find_foreign_prefixes)},
    Rule{Code::department_unknown_form, Theme::department, "简称对不上",
         "short form of no department", Basis::practice, "", false,
         "县文旅局负责（列的是文化体育广播电视和旅游局）", "县文化体育广播电视和旅游局",
         each_cell(find_unknown_forms)},
    Rule{Code::consistency_recalled_kept, Theme::consistency, "收回事项仍在列",
         "recalled item still listed", Basis::practice, "", false,
         "“收养登记”既在收回清单，又在配合清单", "只在收回清单", at_end(find_recalled_items_kept)},
    Rule{Code::consistency_unit_name, Theme::consistency, "标题单位不符", "title of another unit",
         Basis::practice, "", false, "本单位为云川县青石乡，标题写“云川县白水镇基本履职事项清单”",
         "标题写本单位", at_end(find_foreign_titles)},
    Rule{Code::consistency_unit_kind, Theme::consistency, "乡镇街道称谓不符", "wrong kind of unit",
         Basis::practice, "", false, "乡的清单里写“本镇”", "本乡", each_cell(find_foreign_kinds)},
    Rule{Code::text_control_character, Theme::text, "控制字符", "control character",
         Basis::practice, "", false, "文字里夹有 U+0007", "读入时已去掉，请核对", while_reading},
    Rule{Code::text_look_alike, Theme::text, "形近部首或兼容字符",
         "look-alike radical or compatibility character", Basis::practice, "", true,
         "⽅案（U+2F45）", "方案", each_cell(find_look_alikes)},
    Rule{Code::text_invisible, Theme::text, "看不见的字符", "invisible character", Basis::practice,
         "", true, "政策 宣传（中间有 U+200B）", "政策宣传", each_cell(find_invisible_characters)},
    Rule{Code::text_traditional, Theme::text, "繁体字", "traditional form", Basis::practice, "",
         false, "開展", "开展", each_cell(find_traditional_forms)},
    Rule{Code::text_confusion, Theme::text, "形近、音近误字", "likely misreading or mistyping",
         Basis::practice, "", false, "工作布署", "工作部署", each_cell(find_confusions)},
    Rule{Code::text_repeated_word, Theme::text, "词语重复", "word written twice", Basis::practice,
         "", false, "负责进行进行调查", "负责进行调查", each_cell(find_repeated_words)},
    Rule{Code::text_two_forms, Theme::text, "用语写法不一", "term written two ways",
         Basis::practice, "", false, "其它 / 其他", "全文统一",
         each_cell(note_forms, find_two_forms)},
    Rule{Code::text_quoted_or_not, Theme::text, "同一用语时加引号时不加",
         "term quoted here and not there", Basis::practice, "", false,
         "录入“一卡通”系统 / 录入一卡通系统", "全文统一",
         each_cell(note_quoted_terms, find_unquoted_terms)},
    Rule{Code::text_two_numerals, Theme::text, "数量写法不一", "quantity written two ways",
         Basis::standard, "GB/T 15835-2011 4.3（“同类别同形式”）", false, "五个工作日 / 5个工作日",
         "全文统一", each_cell(note_numerals, find_two_numerals)},
};

}  // namespace

std::span<const Rule> rule_table() { return rules; }

const Rule* find_rule(Code code) {
    const auto* found = std::find_if(std::begin(rules), std::end(rules),
                                     [&](const Rule& r) { return r.code == code; });
    return found == std::end(rules) ? nullptr : found;
}

std::string_view name_of(Theme theme, Language language) {
    static constexpr std::array<std::string_view, theme_count> chinese{"结构", "条款",   "标点",
                                                                       "部门", "一致性", "文字"};
    static constexpr std::array<std::string_view, theme_count> english{
        "structure", "clauses", "punctuation", "departments", "consistency", "text"};
    return (language == Language::chinese ? chinese : english)[static_cast<std::size_t>(theme)];
}

std::string_view name_of(Basis basis, Language language) {
    static constexpr std::array<std::string_view, 3> chinese{"国标", "实务", "本单位"};
    static constexpr std::array<std::string_view, 3> english{"national standard", "practice",
                                                             "own office"};
    return (language == Language::chinese ? chinese : english)[static_cast<std::size_t>(basis)];
}

}  // namespace dutylist::check
