#include <array>
#include <random>

#include <gtest/gtest.h>

#include "pipeline/diagnostics/codes.h"
#include "pipeline/diagnostics/job_error.h"
#include "pipeline/recognition/column_synonyms.h"
#include "pipeline/recognition/recognise.h"
#include "pipeline/templates/template_store.h"
#include "pipeline/text/white_space.h"

using namespace dutylist;

namespace {

constexpr std::array<std::string_view, 40> cells{"",
                                                 "",
                                                 "",
                                                 "序号",
                                                 "类别",
                                                 "事项名称",
                                                 "对应上级部门",
                                                 "上级部门职责",
                                                 "乡镇配合职责",
                                                 "承接部门",
                                                 "工作方式",
                                                 "承接部门及工作方式",
                                                 "备注",
                                                 "完成时限",
                                                 "1",
                                                 "2",
                                                 "3",
                                                 "12",
                                                 "2（续）",
                                                 "续3",
                                                 "党的建设",
                                                 "经济发展",
                                                 "一、党的建设（2项）",
                                                 "二、经济发展",
                                                 "— 3 —",
                                                 "续表",
                                                 "甲",
                                                 "1.乙；\n2.丙。",
                                                 "云川县水利局",
                                                 "云川县水利局：丁",
                                                 "新禾乡基本履职事项清单",
                                                 "云川县旧禾镇配合履职事项清单",
                                                 "2025年7月",
                                                 "单位负责人：",
                                                 "填报人：某某",
                                                 "注：说明。",
                                                 "目 录",
                                                 "1. 基本履职事项清单....3",
                                                 "（续）",
                                                 "云川县新禾乡"};

std::uint64_t words(std::string_view text) { return without_white_space(text).size(); }

class RandomDraft {
public:
    explicit RandomDraft(std::uint32_t seed) : random_(seed), grouped_(seed % 2 == 0) {}

    Draft make() {
        Draft draft;
        draft.source_file = "draft";
        for (std::size_t i = 1 + random_() % 8; i > 0; --i) {
            if (random_() % 3 == 0) {
                DraftParagraph paragraph;
                paragraph.content = text(pick());
                draft.elements.emplace_back(std::move(paragraph));
            } else {
                draft.elements.emplace_back(table());
            }
        }
        return draft;
    }
    std::uint64_t bytes() const { return bytes_; }
    bool copies() const { return merged_ || grouped_; }

private:
    // Groups are copied into the items below them: only every other draft has any.
    std::string_view pick() {
        std::string_view cell = cells[random_() % cells.size()];
        if (!grouped_ && cell.find("、") != cell.npos) cell = cells[0];
        return cell;
    }

    DraftText text(std::string_view written) {
        DraftText text;
        text.text = written;
        bytes_ += words(written);
        return text;
    }

    DraftTable table() {
        DraftTable table;
        const std::size_t width = 1 + random_() % 7;
        const bool with_header = random_() % 4 != 0;
        if (with_header) {
            DraftRow row;
            for (std::size_t i = 0; i < width; ++i)
                row.cells.push_back({text(cells[3 + i]), false});
            table.rows.push_back(std::move(row));
        }
        for (std::size_t r = random_() % 8; r > 0; --r) {
            DraftRow row;
            const std::size_t given = random_() % 5 == 0 ? random_() % 9 : width;
            for (std::size_t i = 0; i < given; ++i) {
                const bool number = i == 0 && random_() % 2 == 0;
                row.cells.push_back({text(number ? std::to_string(r) : pick()), false});
                if (i > 0 && random_() % 12 == 0) {
                    // A cell merged with the one before it.
                    bytes_ -= words(row.cells.back().content.text);
                    row.cells.back().content.text = row.cells[i - 1].content.text;
                    row.cells.back().from_merge = true;
                    merged_ = true;
                }
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    std::mt19937 random_;
    bool grouped_;
    std::uint64_t bytes_ = 0;
    bool merged_ = false;
};

std::uint64_t model_words(const Document& document) {
    std::uint64_t bytes = 0;
    for (const std::string& line : document.title_lines) bytes += words(line);
    for (const ContentsEntry& entry : document.contents)
        bytes += words(entry.title) + words(entry.page);
    for (const DutyList& list : document.lists) {
        bytes += words(list.title);
        for (const Column& column : list.columns) bytes += words(column.head);
        for (const Item& item : list.items) {
            for (const Cell& cell : item.cells) bytes += words(cell.text);
        }
    }
    return bytes;
}

}  // namespace

TEST(RandomDrafts, AreRecognisedOrRefusedAndNeverLoseText) {
    const TemplateStore templates;
    const ColumnSynonyms synonyms(templates);
    int lists = 0;
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        RandomDraft random(seed);
        Draft draft = random.make();
        ByteAccount account;
        account.text = random.bytes();
        RecognitionSettings settings;
        settings.synonyms = &synonyms;
        settings.account = &account;
        Diagnostics diagnostics;
        try {
            const Document document = recognise(std::move(draft), settings, diagnostics);
            for (const DutyList& list : document.lists) {
                ++lists;
                for (const Item& item : list.items)
                    ASSERT_EQ(item.cells.size(), list.columns.size()) << seed;
            }
            EXPECT_EQ(account.total(), random.bytes()) << seed;
            EXPECT_LE(account.text, random.bytes()) << seed;
            std::uint64_t reported = 0;
            for (const Diagnostic& diagnostic : diagnostics.entries()) {
                if (diagnostic.code == Code::text_passed_over ||
                    diagnostic.code == Code::page_text_passed_over ||
                    diagnostic.code == Code::table_passed_over ||
                    diagnostic.code == Code::table_of_text_passed_over)
                    reported += words(diagnostic.raw);
            }
            EXPECT_LE(account.removed, reported) << seed;
            // Copies of a category or of merged cells are in the model more often than in the
            // source.
            const bool copied = random.copies() ||
                                diagnostics.count(Code::category_from_group_rows) > 0 ||
                                diagnostics.count(Code::category_filled_down) > 0;
            if (!copied) {
                EXPECT_EQ(account.text, model_words(document)) << seed;
            }
        } catch (const JobError& error) {
            const Code code = error.diagnostic().code;
            EXPECT_TRUE(code == Code::no_list_found || code == Code::no_list_recognised ||
                        code == Code::unit_several)
                << seed;
        }
    }
    EXPECT_GT(lists, 500);
}
