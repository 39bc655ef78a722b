#include <algorithm>
#include <array>

#include "pipeline/check/rule.h"
#include "pipeline/check/rules.h"
#include "pipeline/diagnostics/codes.h"

namespace dutylist::check {
namespace {

// code, theme, title, basis and its clause, whether --fix applies it, an example (wrong, right),
// functions (cells, items, document).
constexpr Rule rules[] = {
    Rule{Code::structure_number_gap, Theme::structure, "序号断号", "gap in item numbers",
         Basis::practice, "", false, "序号 1、2、4", "序号 1、2、3", nullptr, nullptr,
         find_number_gaps},
    Rule{Code::structure_number_repeated, Theme::structure, "序号重复", "repeated item number",
         Basis::practice, "", false, "序号 1、2、2", "序号 1、2、3", nullptr, nullptr,
         find_repeated_numbers},
    Rule{Code::structure_number_order, Theme::structure, "序号次序颠倒",
         "item numbers out of order", Basis::practice, "", false, "序号 1、3、2", "序号 1、2、3",
         nullptr, nullptr, find_numbers_out_of_order},
    Rule{Code::structure_number_missing, Theme::structure, "序号不是数字",
         "item number that is no number", Basis::practice, "", false, "序号 l2", "序号 12", nullptr,
         nullptr, find_missing_numbers},
    Rule{Code::structure_empty_cell, Theme::structure, "必填栏为空", "empty required cell",
         Basis::practice, "", false, "事项名称为空", "每项都有类别、名称和职责", find_empty_cells,
         nullptr, nullptr},
    Rule{Code::structure_category_variant, Theme::structure, "类别写法不一",
         "category spelled differently", Basis::practice, "", false, "应急管理和消防",
         "应急管理及消防（与其他各处一致）", nullptr, nullptr, find_category_variants},
    Rule{Code::structure_category_split, Theme::structure, "类别分散在两处", "category in two runs",
         Basis::practice, "", false, "经济发展、民生服务、经济发展", "同一类别的事项排在一起",
         nullptr, nullptr, find_split_categories},
    Rule{Code::structure_duplicate_item, Theme::structure, "事项重复", "duplicate item",
         Basis::practice, "", false, "同一清单两处列“地名管理”", "只列一次", nullptr, nullptr,
         find_duplicate_items},
    Rule{Code::structure_similar_item, Theme::structure, "事项近似", "nearly the same item twice",
         Basis::practice, "", false,
         "农村道路安全宣传和隐患排查工作 / 农村道路安全宣传及隐患排查工作", "核对后合并或区分",
         nullptr, nullptr, find_similar_items},
    Rule{Code::structure_contents_missing, Theme::structure, "目录缺清单",
         "list missing from the contents", Basis::practice, "", false,
         "目录只列两份清单，正文有三份", "目录与正文一致", nullptr, nullptr,
         find_lists_not_in_contents},
    Rule{Code::structure_contents_extra, Theme::structure, "目录多清单",
         "contents name a list that is not there", Basis::practice, "", false,
         "目录列有收回事项清单，正文没有", "目录与正文一致", nullptr, nullptr,
         find_contents_without_list},
    Rule{Code::structure_contents_order, Theme::structure, "目录次序或页码不符",
         "contents out of order", Basis::practice, "", false, "第二份清单的页码小于第一份",
         "页码递增，次序与正文一致", nullptr, nullptr, find_contents_out_of_order},
    Rule{Code::structure_count_mismatch, Theme::structure, "项数不符",
         "count differs from the items", Basis::practice, "", false, "党的建设（22项），实有 21 项",
         "写明的项数与实有一致", nullptr, nullptr, find_wrong_counts},
    Rule{Code::clause_number_gap, Theme::clause, "条款断号", "gap in clause numbers",
         Basis::standard, "GB/T 9704-2012 7.3.3", false, "1.制定方案；3.组织实施。",
         "1.制定方案；2.组织实施。", find_clause_gaps, nullptr, nullptr},
    Rule{Code::clause_number_repeated, Theme::clause, "条款编号重复", "repeated clause number",
         Basis::standard, "GB/T 9704-2012 7.3.3", false, "1.制定方案；2.开展培训；2.组织实施。",
         "1.制定方案；2.开展培训；3.组织实施。", find_repeated_clauses, nullptr, nullptr},
    Rule{Code::clause_number_order, Theme::clause, "条款编号颠倒", "clauses out of order",
         Basis::standard, "GB/T 9704-2012 7.3.3", false, "1.制定方案；3.组织实施；2.开展培训。",
         "1.制定方案；2.开展培训；3.组织实施。", find_clauses_out_of_order, nullptr, nullptr},
    Rule{Code::clause_number_continued, Theme::clause, "换部门后编号未重起",
         "numbering goes on under a new heading", Basis::practice, "", false,
         "县教育局 1.…。 县公安局 2.…。", "县教育局 1.…。 县公安局 1.…。", find_continued_numbering,
         nullptr, nullptr},
    Rule{Code::clause_label_form, Theme::clause, "序次语写法不规范", "ordinal of a wrong form",
         Basis::standard, "GB/T 9704-2012 7.3.3", false, "1、制定方案；（一）、组织实施",
         "1.制定方案；（一）组织实施", find_improper_ordinals, nullptr, nullptr},
    Rule{Code::clause_end_missing, Theme::clause, "条款末尾缺标点", "clause without an end mark",
         Basis::standard, "GB/T 15834-2011 4.1、4.6", false, "1.制定方案 2.组织实施",
         "1.制定方案；2.组织实施。", find_clauses_without_end, nullptr, nullptr},
    Rule{Code::clause_end_mark, Theme::clause, "分项之间不用分号",
         "clause not ended by a semicolon", Basis::standard, "GB/T 15834-2011 4.6.3.3", false,
         "1.制定方案，2.组织实施。", "1.制定方案；2.组织实施。", find_wrong_clause_ends, nullptr,
         find_wrong_clause_ends},
    Rule{Code::clause_last_mark, Theme::clause, "最后一条不用句号",
         "last clause not ended by a full stop", Basis::standard, "GB/T 15834-2011 4.1", false,
         "1.制定方案；2.组织实施；", "1.制定方案；2.组织实施。", find_wrong_last_marks, nullptr,
         nullptr},
    Rule{Code::clause_full_stop_inside, Theme::clause, "分项内有句号而条末用分号",
         "full stop inside, semicolon after", Basis::standard,
         "GB/T 15834-2011 附录A（分号用法补充规则）", false, "1.审核名单。不合格的退回；2.公示。",
         "1.审核名单。不合格的退回。2.公示。", find_full_stops_inside, nullptr, nullptr},
    Rule{Code::mark_half_width, Theme::mark, "半角标点", "half-width mark beside Chinese",
         Basis::standard, "GB/T 15834-2011 5.1", true, "开展政策宣传;", "开展政策宣传；",
         find_half_width_marks, nullptr, nullptr},
    Rule{Code::mark_mixed_colon, Theme::mark, "冒号全半角混用", "colons of both widths",
         Basis::standard, "GB/T 15834-2011 5.1", false, "甲局：…… 乙局:……", "甲局：…… 乙局：……",
         count_colons, nullptr, find_mixed_colons},
    Rule{Code::mark_doubled, Theme::mark, "标点重复", "doubled mark", Basis::standard,
         "GB/T 15834-2011 5.1", true, "报县民政局。 。", "报县民政局。", find_doubled_marks,
         nullptr, nullptr},
    Rule{Code::mark_misplaced, Theme::mark, "标点位置不当", "mark where none can stand",
         Basis::standard, "GB/T 15834-2011 5.1", false, "（，含瓶装气）", "（含瓶装气）",
         find_misplaced_marks, nullptr, nullptr},
    Rule{Code::mark_unbalanced, Theme::mark, "括号、引号、书名号不配对", "mark without partner",
         Basis::standard, "GB/T 15834-2011 4.8、4.9、4.15", false, "签订协议（合同",
         "签订协议（合同）", find_unbalanced_marks, nullptr, nullptr},
    Rule{Code::mark_wrong_way, Theme::mark, "引号方向有误", "quotation mark turned",
         Basis::standard, "GB/T 15834-2011 4.8", false, "推广”一网统管“", "推广“一网统管”",
         find_wrong_way_quotes, nullptr, nullptr},
    Rule{Code::mark_straight_quote, Theme::mark, "直引号", "straight quotation mark",
         Basis::standard, "GB/T 15834-2011 4.8", true, "推广\"一网统管\"", "推广“一网统管”",
         find_straight_quotes, nullptr, nullptr},
    Rule{Code::mark_nested_quote, Theme::mark, "引号内再用双引号",
         "double quotation marks inside others", Basis::standard, "GB/T 15834-2011 4.8", false,
         "“落实“三同时”制度”", "“落实‘三同时’制度”", find_nested_quotes, nullptr, nullptr},
    Rule{Code::mark_space, Theme::mark, "文字中多余空格", "space inside the text", Basis::practice,
         "", true, "组织开 展培训", "组织开展培训", find_spaces, nullptr, nullptr},
    Rule{Code::mark_space_or_mark, Theme::mark, "空格处可能漏了顿号",
         "space where a mark may be lost", Basis::standard, "GB/T 15834-2011 4.5", false,
         "负责登记 核发、检验等工作", "负责登记、核发、检验等工作", find_spaces_for_marks, nullptr,
         nullptr},
    Rule{Code::mark_comma_in_list, Theme::mark, "并列词语间用了逗号",
         "comma between parallel words", Basis::standard, "GB/T 15834-2011 4.5", false,
         "（测土配方，质量监测）", "（测土配方、质量监测）", find_commas_in_lists, nullptr,
         nullptr},
    Rule{Code::consistency_recalled_kept, Theme::consistency, "收回事项仍在列",
         "recalled item still listed", Basis::practice, "", false,
         "“收养登记”既在收回清单，又在配合清单", "只在收回清单", nullptr, nullptr,
         find_recalled_items_kept},
    Rule{Code::consistency_unit_name, Theme::consistency, "标题单位不符", "title of another unit",
         Basis::practice, "", false, "本单位为云川县青石乡，标题写“云川县白水镇基本履职事项清单”",
         "标题写本单位", nullptr, nullptr, find_foreign_titles},
    Rule{Code::consistency_unit_kind, Theme::consistency, "乡镇街道称谓不符", "wrong kind of unit",
         Basis::practice, "", false, "乡的清单里写“本镇”", "本乡", find_foreign_kinds, nullptr,
         nullptr},
    Rule{Code::text_control_character, Theme::text, "控制字符", "control character",
         Basis::practice, "", false, "文字里夹有 U+0007", "读入时已去掉，请核对", nullptr, nullptr,
         nullptr},
    Rule{Code::text_look_alike, Theme::text, "形近部首或兼容字符",
         "look-alike radical or compatibility character", Basis::practice, "", true,
         "⽅案（U+2F45）", "方案", find_look_alikes, nullptr, nullptr},
    Rule{Code::text_invisible, Theme::text, "看不见的字符", "invisible character", Basis::practice,
         "", true, "政策 宣传（中间有 U+200B）", "政策宣传", find_invisible_characters, nullptr,
         nullptr},
    Rule{Code::text_traditional, Theme::text, "繁体字", "traditional form", Basis::practice, "",
         false, "開展", "开展", find_traditional_forms, nullptr, nullptr},
    Rule{Code::text_confusion, Theme::text, "形近、音近误字", "likely misreading or mistyping",
         Basis::practice, "", false, "工作布署", "工作部署", find_confusions, nullptr, nullptr},
    Rule{Code::text_repeated_word, Theme::text, "词语重复", "word written twice", Basis::practice,
         "", false, "负责进行进行调查", "负责进行调查", find_repeated_words, nullptr, nullptr},
    Rule{Code::text_two_forms, Theme::text, "用语写法不一", "term written two ways",
         Basis::practice, "", false, "其它 / 其他", "全文统一", note_forms, nullptr,
         find_two_forms},
    Rule{Code::text_two_numerals, Theme::text, "数量写法不一", "quantity written two ways",
         Basis::standard, "GB/T 15835-2011", false, "五个工作日 / 5个工作日", "全文统一",
         note_numerals, nullptr, find_two_numerals},
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
