#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// The curated words of the wording rules. A row is one fact; adding one needs no code.
namespace dutylist::check {

// What scanning, pinyin typing or habit make of a word, and the word. A phrase may stand here only
// if no right text contains it: 入民 alone stands in 深入民心, 入民政府 in nothing.
struct Confusion {
    std::u32string_view wrong;
    std::u32string_view right;
};
inline constexpr std::array confusions{
    // characters that look alike
    Confusion{U"入民政府", U"人民政府"},
    Confusion{U"入民群众", U"人民群众"},
    Confusion{U"入民调解", U"人民调解"},
    Confusion{U"入民代表", U"人民代表"},
    Confusion{U"入民法院", U"人民法院"},
    Confusion{U"工作入员", U"工作人员"},
    Confusion{U"千部", U"干部"},
    Confusion{U"末经", U"未经"},
    Confusion{U"末按", U"未按"},
    Confusion{U"末取得", U"未取得"},
    Confusion{U"末成年", U"未成年"},
    Confusion{U"末及时", U"未及时"},
    Confusion{U"己经", U"已经"},
    Confusion{U"巳经", U"已经"},
    Confusion{U"己建成", U"已建成"},
    Confusion{U"曰常", U"日常"},
    Confusion{U"曰期", U"日期"},
    Confusion{U"迸行", U"进行"},
    Confusion{U"迸一步", U"进一步"},
    Confusion{U"治埋", U"治理"},
    Confusion{U"管埋", U"管理"},
    Confusion{U"办埋", U"办理"},
    Confusion{U"受埋", U"受理"},
    Confusion{U"处埋", U"处理"},
    Confusion{U"申清", U"申请"},
    Confusion{U"情祝", U"情况"},
    Confusion{U"群从", U"群众"},
    Confusion{U"村氏", U"村民"},
    Confusion{U"居氏", U"居民"},
    Confusion{U"士壤", U"土壤"},
    Confusion{U"水士保持", U"水土保持"},
    Confusion{U"国士空间", U"国土空间"},
    Confusion{U"士地承包", U"土地承包"},
    Confusion{U"士地流转", U"土地流转"},
    Confusion{U"干早", U"干旱"},
    Confusion{U"抗早", U"抗旱"},
    Confusion{U"安仝", U"安全"},
    Confusion{U"仝面", U"全面"},
    Confusion{U"方而", U"方面"},
    Confusion{U"建没", U"建设"},
    Confusion{U"材科", U"材料"},
    Confusion{U"原科", U"原料"},
    Confusion{U"饮科", U"饮料"},
    Confusion{U"生严", U"生产"},
    Confusion{U"因难群众", U"困难群众"},
    Confusion{U"因难家庭", U"困难家庭"},
    Confusion{U"贫因户", U"贫困户"},
    Confusion{U"贫因人口", U"贫困人口"},
    Confusion{U"保瘴", U"保障"},
    Confusion{U"保脸", U"保险"},
    Confusion{U"危脸", U"危险"},
    Confusion{U"蓄禽", U"畜禽"},
    Confusion{U"牲蓄", U"牲畜"},
    Confusion{U"预按", U"预案"},
    Confusion{U"档按", U"档案"},
    Confusion{U"备按", U"备案"},
    Confusion{U"村庄规则", U"村庄规划"},
    Confusion{U"空间规则", U"空间规划"},
    Confusion{U"发展规则", U"发展规划"},
    Confusion{U"工程规则", U"工程规划"},
    // words that sound alike
    Confusion{U"防讯", U"防汛"},
    Confusion{U"讯期", U"汛期"},
    Confusion{U"规犯", U"规范"},
    Confusion{U"防犯", U"防范"},
    Confusion{U"竟争", U"竞争"},
    Confusion{U"侯选人", U"候选人"},
    Confusion{U"侯补", U"候补"},
    Confusion{U"气侯", U"气候"},
    Confusion{U"布署", U"部署"},
    Confusion{U"按装", U"安装"},
    Confusion{U"座落", U"坐落"},
    Confusion{U"报消", U"报销"},
    Confusion{U"松驰", U"松弛"},
    Confusion{U"既使", U"即使"},
    Confusion{U"秸杆", U"秸秆"},
    Confusion{U"高杆作物", U"高秆作物"},
    Confusion{U"水份", U"水分"},
    Confusion{U"养份", U"养分"},
    Confusion{U"通迅", U"通讯"},
    Confusion{U"幅射", U"辐射"},
    Confusion{U"振灾", U"赈灾"},
    Confusion{U"渡假", U"度假"},
    Confusion{U"泄秘", U"泄密"},
    Confusion{U"凭籍", U"凭借"},
    Confusion{U"帐户", U"账户"},
    Confusion{U"帐号", U"账号"},
    Confusion{U"帐目", U"账目"},
    Confusion{U"台帐", U"台账"},
    Confusion{U"家俱", U"家具"},
    Confusion{U"沼汽", U"沼气"},
    Confusion{U"防灾碱灾", U"防灾减灾"},
    Confusion{U"一如继往", U"一如既往"},
    Confusion{U"再接再励", U"再接再厉"},
    Confusion{U"按步就班", U"按部就班"},
    Confusion{U"截止目前", U"截至目前"},
    // set terms that lost a character
    Confusion{U"无害处理", U"无害化处理"},
};

// Two forms of one term of which a document should use one. Pairs that have each their own use stay
// out: 作出决定 and 做出成绩, 拟订草案 and 拟定办法 (立法技术规范). Neighbours that make a match
// part of other words: 限制定价, 工作出发, 交通信号.
struct TwoForms {
    std::u32string_view one;
    std::u32string_view other;
    std::u32string_view not_after;   // characters before the match
    std::u32string_view not_before;  // characters after it
};
inline constexpr std::array two_forms{
    TwoForms{U"制定", U"制订", U"限强控编体机抑抵管节", U"价"},
    TwoForms{U"通信", U"通讯", U"交沟联流畅疏", U"号息"},
    TwoForms{U"人畜共患", U"人兽共患", U"", U""},
    TwoForms{U"其他", U"其它", U"", U""},
    TwoForms{U"登录", U"登陆", U"", U""},
    TwoForms{U"撤销", U"撤消", U"", U""},
    TwoForms{U"签订", U"签定", U"", U""},
    TwoForms{U"部分", U"部份", U"全", U""},
    TwoForms{U"成分", U"成份", U"", U""},
    TwoForms{U"身份", U"身分", U"", U""},
    TwoForms{U"图像", U"图象", U"", U""},
    TwoForms{U"唯一", U"惟一", U"", U""},
    TwoForms{U"饮用水水源地", U"饮用水源地", U"", U""},
    TwoForms{U"APP", U"App", U"", U""},
};

// Small words of which two in a row are one too many. 人人, 条条, 研究研究 are right; so are
// 了了解, which begins another word, and all words that are not listed.
inline constexpr std::array<std::u32string_view, 12> doubled_words{
    U"的的", U"和和", U"及及",     U"对对",     U"并并",     U"与与",
    U"或或", U"为为", U"进行进行", U"开展开展", U"工作工作", U"负责负责"};

// Units whose quantities are written both 5 and 五.
inline constexpr std::array<std::u32string_view, 4> counted_units{U"个工作日", U"个自然日", U"个月",
                                                                  U"个小时"};

}  // namespace dutylist::check
